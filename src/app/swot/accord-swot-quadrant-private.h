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
  AccordSwotCard *carried; /* picked up here */
  graphene_point_t hot;
  double pointer_x, pointer_y; /* of a drag over this quadrant */
  int gap_height;
  guint autoscroll_id;
};

AccordSwotPage *accord_swot_quadrant_get_page (AccordSwotQuadrant *self);

void accord_swot_quadrant_init_dnd (AccordSwotQuadrant *self);
void accord_swot_quadrant_stop_dnd (AccordSwotQuadrant *self);

G_END_DECLS
