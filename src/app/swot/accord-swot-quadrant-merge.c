/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is carried can be let go on a card, to lie under it. The gap that opens under the pointer would keep every card
 * away from it: over the middle of a card the gap therefore waits, and after a while of rest the card is offered to merge
 * with. So that a card can be reached from the gap beside it, the gap also waits a moment at the edge that has to be
 * crossed; and so that it can be aimed at from afar, none opens before the pointer slows down.
 */
#include "accord-swot-quadrant-private.h"

#include <math.h>

#define INSIDE_MSEC 400
#define EDGE_MSEC 200
#define ARRIVING_MSEC 100
/* However it hurries on, after so long in a quadrant the gap opens. */
#define ARRIVED_USEC 350000
/* A hand is never quite still: so many pixels are rest. */
#define REST_DISTANCE 8
/* What belongs to the edge, of a card's height. */
#define EDGE 0.25
/* A card that is offered is left only with some intent. */
#define LOOSE_EDGE 0.1

static void
quadrant_latch (AccordSwotQuadrant *self,
                AccordSwotCard     *card)
{
  AccordSwotPage *page = accord_swot_quadrant_get_page (self);

  if (self->latched == card)
    return;

  if (self->latched != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->latched), "merging");
      gtk_widget_remove_css_class (GTK_WIDGET (self->column), "merging");
    }
  g_set_object (&self->latched, card);
  if (card != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (card), "merging");
      gtk_widget_add_css_class (GTK_WIDGET (self->column), "merging");
    }
  if (page != NULL)
    accord_swot_page_offer_merge (page, card);
}

static void
quadrant_stop_resting (AccordSwotQuadrant *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->rest_child);
  self->rest = ACCORD_SWOT_REST_NONE;
}

static gboolean
on_rested (gpointer user_data)
{
  AccordSwotQuadrant *self = user_data;
  g_autoptr (GtkWidget) child = g_steal_pointer (&self->rest_child);

  self->rest_id = 0;
  if (self->rest != ACCORD_SWOT_REST_INSIDE)
    accord_swot_quadrant_follow_pointer (self, self->rest_y);
  else if (child != NULL && gtk_widget_get_parent (child) == GTK_WIDGET (self->column))
    quadrant_latch (self, ACCORD_SWOT_CARD (child));
  self->rest = ACCORD_SWOT_REST_NONE;

  return G_SOURCE_REMOVE;
}

static void
quadrant_rest (AccordSwotQuadrant *self,
               GtkWidget          *child,
               AccordSwotRest      rest,
               double              x,
               double              y)
{
  static const guint msec[] = { 0, ARRIVING_MSEC, EDGE_MSEC, INSIDE_MSEC };

  if (self->rest_child == child && self->rest == rest
      && (rest == ACCORD_SWOT_REST_EDGE || hypot (x - self->rest_x, y - self->rest_y) <= REST_DISTANCE))
    {
      if (rest == ACCORD_SWOT_REST_EDGE)
        self->rest_y = y;
      return;
    }

  quadrant_stop_resting (self);
  g_set_object (&self->rest_child, child);
  self->rest = rest;
  self->rest_x = x;
  self->rest_y = y;
  /* What has been let go by then, however late that is heard of, comes first. */
  self->rest_id = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, msec[rest], on_rested, self, NULL);
}

static AccordSwotRest
quadrant_judge (AccordSwotQuadrant *self,
                GtkWidget          *child,
                double              part)
{
  guint gap, before;

  if (child != NULL && part >= EDGE && part <= 1 - EDGE)
    return ACCORD_SWOT_REST_INSIDE;
  if (!accord_swot_column_get_gap (self->column, &gap))
    return g_get_monotonic_time () - self->entered < ARRIVED_USEC ? ACCORD_SWOT_REST_ARRIVING : ACCORD_SWOT_REST_NONE;
  if (child == NULL)
    return ACCORD_SWOT_REST_NONE;

  /* Right beside the gap, at the end where that is? */
  before = accord_swot_column_count_before (self->column, child);

  return gap == (part < 0.5 ? before : before + 1) ? ACCORD_SWOT_REST_EDGE : ACCORD_SWOT_REST_NONE;
}

gboolean
accord_swot_quadrant_consider_merge (AccordSwotQuadrant *self,
                                     double              x,
                                     double              y)
{
  double part = 0;
  GtkWidget *child = accord_swot_column_get_child_across (self->column, y, &part);
  AccordSwotRest rest;

  if (self->latched != NULL)
    {
      if (child == GTK_WIDGET (self->latched) && part >= LOOSE_EDGE && part <= 1 - LOOSE_EDGE)
        return TRUE;
      accord_swot_quadrant_forget_merge (self);
    }

  rest = quadrant_judge (self, child, part);
  if (rest == ACCORD_SWOT_REST_NONE)
    quadrant_stop_resting (self);
  else
    quadrant_rest (self, rest == ACCORD_SWOT_REST_ARRIVING ? NULL : child, rest, x, y);

  return rest != ACCORD_SWOT_REST_NONE;
}

void
accord_swot_quadrant_forget_merge (AccordSwotQuadrant *self)
{
  quadrant_stop_resting (self);
  quadrant_latch (self, NULL);
}
