/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is carried can be let go on a card, to lie under it. The gap that opens under the pointer would keep every card away
 * from it: over the middle of a card the gap therefore waits, and after a while of rest the card is offered to merge with. So
 * that a card can be reached from the gap beside it, the gap also waits a moment at the edge that has to be crossed.
 */
#include "accord-swot-quadrant-private.h"

#include <math.h>

#define REST_MSEC 400
#define EDGE_MSEC 200
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
}

static gboolean
on_rested (gpointer user_data)
{
  AccordSwotQuadrant *self = user_data;

  self->rest_id = 0;
  if (gtk_widget_get_parent (self->rest_child) != GTK_WIDGET (self->column))
    {
      g_clear_object (&self->rest_child);
    }
  else if (self->rest_inside)
    {
      quadrant_latch (self, ACCORD_SWOT_CARD (self->rest_child));
    }
  else
    {
      g_clear_object (&self->rest_child);
      accord_swot_quadrant_follow_pointer (self, self->rest_y);
    }

  return G_SOURCE_REMOVE;
}

static void
quadrant_rest (AccordSwotQuadrant *self,
               GtkWidget          *child,
               gboolean            inside,
               double              x,
               double              y)
{
  const gboolean same = self->rest_child == child && self->rest_inside == inside;

  if (same && (!inside || hypot (x - self->rest_x, y - self->rest_y) <= REST_DISTANCE))
    {
      if (!inside)
        self->rest_y = y;
      return;
    }

  quadrant_stop_resting (self);
  self->rest_child = g_object_ref (child);
  self->rest_inside = inside;
  self->rest_x = x;
  self->rest_y = y;
  /* What has been let go by then, however late that is heard of, comes first. */
  self->rest_id = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, inside ? REST_MSEC : EDGE_MSEC, on_rested, self, NULL);
}

/* Whether the gap is right beside the child, at the end where the pointer is. */
static gboolean
quadrant_comes_from_gap (AccordSwotQuadrant *self,
                         GtkWidget          *child,
                         double              part)
{
  guint gap, before;

  if (!accord_swot_column_get_gap (self->column, &gap))
    return FALSE;

  before = accord_swot_column_count_before (self->column, child);

  return part < 0.5 ? gap == before : gap == before + 1;
}

gboolean
accord_swot_quadrant_consider_merge (AccordSwotQuadrant *self,
                                     double              x,
                                     double              y)
{
  double part = 0;
  GtkWidget *child = accord_swot_column_get_child_across (self->column, y, &part);
  gboolean inside;

  if (self->latched != NULL)
    {
      if (child == GTK_WIDGET (self->latched) && part >= LOOSE_EDGE && part <= 1 - LOOSE_EDGE)
        return TRUE;
      accord_swot_quadrant_forget_merge (self);
    }

  inside = part >= EDGE && part <= 1 - EDGE;
  if (child == NULL || (!inside && !quadrant_comes_from_gap (self, child, part)))
    {
      quadrant_stop_resting (self);
      return FALSE;
    }
  quadrant_rest (self, child, inside, x, y);

  return TRUE;
}

void
accord_swot_quadrant_forget_merge (AccordSwotQuadrant *self)
{
  quadrant_stop_resting (self);
  quadrant_latch (self, NULL);
}
