/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-swot-column.h"
#include "accord-swot-page.h"
#include "accord-swot-quadrant.h"

G_BEGIN_DECLS

struct _AccordSwotQuadrant
{
  AdwBin parent_instance;

  AccordQuadrant quadrant;
  gboolean storing; /* a typed card is on its way into the file */
  AccordSwotCard *wanted; /* to be scrolled to, once it has its place */
  guint wanted_ticks;
  guint wanted_id;

  GtkWidget *box;
  GtkLabel *name_label;
  GtkLabel *hint_label;
  GtkLabel *count_label;
  GtkWidget *warning;
  GtkButton *add_button;
  GtkScrolledWindow *scroller;
  AccordSwotColumn *column;
  GtkLabel *prompt_label;
  GtkEntry *entry;

  /* accord-swot-quadrant-dnd.c */
  GtkDragSource *source;
  AccordSwotCard *carried; /* picked up here */
  GtkEventController *escape; /* on the window, while something is carried */
  graphene_point_t hot;
  double pointer_x, pointer_y; /* of a drag over this quadrant */
  int gap_height;
  guint autoscroll_id;
  gint64 edge_since; /* frame time in µs, while the pointer is near an edge; else 0 */
};

AccordSwotPage *accord_swot_quadrant_get_page (AccordSwotQuadrant *self);

void accord_swot_quadrant_init_dnd (AccordSwotQuadrant *self);
void accord_swot_quadrant_stop_dnd (AccordSwotQuadrant *self);

G_END_DECLS
