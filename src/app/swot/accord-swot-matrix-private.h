/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-priority.h"
#include "accord-swot-dot.h"
#include "accord-swot-matrix.h"

G_BEGIN_DECLS

struct _AccordSwotMatrix
{
  GtkWidget parent_instance;

  gboolean mitigate;
  GPtrArray *dots; /* AccordSwotDot, children, in the order of their numbers */
  GtkGesture *drag;
  AccordSwotDot *dragged; /* once it has moved; one of dots */
  gboolean cancelled;     /* by Escape; the pointer may still be down */
  double drag_x, drag_y;  /* where the dragged dot's middle is */
  GtkWidget *strip_label;
};

/* Where everything lies at a width; a cell of the matrix is told by levels from 1 to 5. */
typedef struct
{
  graphene_rect_t cells; /* all 25 */
  graphene_rect_t strip; /* of the dots that are not rated; empty where there are none and none is dragged */
  float dot;             /* a dot's width and height */
  float gutter;          /* of the numbers at the axes */
  float height;          /* of the whole */
  gboolean mirrored;
} AccordSwotMatrixPlan;

void accord_swot_matrix_plan (AccordSwotMatrix     *self,
                              int                   width,
                              AccordSwotMatrixPlan *plan);
void accord_swot_matrix_cell (const AccordSwotMatrixPlan *plan,
                              gint64                      impact,
                              gint64                      likelihood,
                              graphene_rect_t            *cell);

/* The levels at a point: both 0 on the strip. FALSE where it is on neither. */
gboolean accord_swot_matrix_levels_at (const AccordSwotMatrixPlan *plan,
                                       double                      x,
                                       double                      y,
                                       gint64                     *impact,
                                       gint64                     *likelihood);

void accord_swot_matrix_draw (AccordSwotMatrix *self,
                              GtkSnapshot      *snapshot);

G_END_DECLS
