/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-drag-escape.h"
#include "accord-swot-column.h"
#include "accord-swot-page.h"
#include "accord-swot-quadrant.h"

G_BEGIN_DECLS

/* Why the gap does not follow the pointer at once. */
typedef enum
{
  ACCORD_SWOT_REST_NONE,
  ACCORD_SWOT_REST_ARRIVING, /* it has just come here and hurries on: no gap is open yet */
  ACCORD_SWOT_REST_EDGE,     /* it may be crossing the edge of the card beside the gap */
  ACCORD_SWOT_REST_INSIDE,   /* it is over the middle of a card */
} AccordSwotRest;

struct _AccordSwotQuadrant
{
  AdwBin parent_instance;

  AccordQuadrant quadrant;
  GHashTable *widgets; /* AccordCard: its AccordSwotCard, both borrowed from the column */
  gboolean storing; /* a typed card is on its way into the file */
  gboolean added;   /* since the line to type on was opened … */
  double value;     /* … where the cards were scrolled to */
  char *pasted; /* several lines on their way onto cards */
  guint pasted_id;
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
  AccordDragEscape *escape;
  graphene_point_t hot;
  double pointer_x, pointer_y; /* of a drag over this quadrant */
  int gap_height;
  guint autoscroll_id;
  gint64 edge_since; /* frame time in µs, while the pointer is near an edge; else 0 */

  /* accord-swot-quadrant-merge.c */
  AccordSwotRest rest;
  GtkWidget *rest_child; /* the card that the pointer rests on, or NULL */
  double rest_x, rest_y; /* in the column */
  guint rest_id;
  gint64 entered; /* when what is carried came here, in µs of the monotonic clock */
  AccordSwotCard *latched; /* what is carried goes onto this one, if it is let go now */

  /* accord-swot-quadrant-touch.c */
  AccordSwotCard *held; /* by a finger that may carry it or want its menu */
  double held_x, held_y;
  GPtrArray *still; /* scrolled windows that do not follow the finger meanwhile */
};

AccordSwotPage *accord_swot_quadrant_get_page (AccordSwotQuadrant *self);

void accord_swot_quadrant_init_dnd (AccordSwotQuadrant *self);
void accord_swot_quadrant_stop_dnd (AccordSwotQuadrant *self);

/* The card under the pointer, in the column's own coordinates, begins to be carried with all that is to come with it. */
void accord_swot_quadrant_pick_up (AccordSwotQuadrant *self,
                                   AccordSwotCard     *card);
/* What is carried is over this quadrant, at a point of it. */
void accord_swot_quadrant_carry_to (AccordSwotQuadrant *self,
                                    double              x,
                                    double              y);

/* Whether the gap stays where it is, since the pointer at this point of the column may rest on a card to merge with it. */
gboolean accord_swot_quadrant_consider_merge (AccordSwotQuadrant *self,
                                              double              x,
                                              double              y);
/* Forgets where the pointer rested; nothing is merged. */
void accord_swot_quadrant_forget_merge (AccordSwotQuadrant *self);
/* The gap goes to where what is carried would land now. */
void accord_swot_quadrant_follow_pointer (AccordSwotQuadrant *self,
                                          double              y);

void accord_swot_quadrant_init_touch (AccordSwotQuadrant *self);
void accord_swot_quadrant_stop_touch (AccordSwotQuadrant *self);
/* A finger drags only what it held before; else it scrolls. */
gboolean accord_swot_quadrant_may_drag (AccordSwotQuadrant *self,
                                        AccordSwotCard     *card);

G_END_DECLS
