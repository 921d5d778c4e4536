/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-quadrant-private.h"

#include "accord-board.h"

/* Near the edge of what scrolls, as far as this many pixels, a drag scrolls it: up to so many pixels a second. */
#define SCROLL_EDGE 36
#define SCROLL_SPEED 900
/* … once it has been there so long, in µs: a card that is only carried past the edge scrolls nothing. */
#define SCROLL_DELAY 250000
#define USUAL_HEIGHT 64
#define FADED 0.6

#define HEIGHT_KEY "accord-swot-card-height"

static void
quadrant_column_point (AccordSwotQuadrant *self,
                       double             *x,
                       double             *y)
{
  *x = *y = 0;
  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->column), self->pointer_x, self->pointer_y, x,
                                    y);
}

void
accord_swot_quadrant_follow_pointer (AccordSwotQuadrant *self,
                                     double              y)
{
  accord_swot_column_open_gap (self->column, accord_swot_column_get_index_at (self->column, y, self->gap_height),
                               self->gap_height);
}

static void
quadrant_look (AccordSwotQuadrant *self)
{
  double x, y;

  quadrant_column_point (self, &x, &y);
  if (!accord_swot_quadrant_consider_merge (self, x, y))
    accord_swot_quadrant_follow_pointer (self, y);
}

/* Where what is carried lands: in the gap that is shown while the pointer crosses the middle of a card, and else in the
 * one that would be shown in a moment. */
static guint
quadrant_landing (AccordSwotQuadrant *self)
{
  double x, y;
  guint index;

  if (self->rest == ACCORD_SWOT_REST_INSIDE && accord_swot_column_get_gap (self->column, &index))
    return index;

  quadrant_column_point (self, &x, &y);

  return accord_swot_column_get_index_at (self->column, y, self->gap_height);
}

/* The quadrant's own scroller where its cards do not fit, else the board's. */
static GtkWidget *
quadrant_find_scroller (AccordSwotQuadrant *self)
{
  GtkWidget *scroller = GTK_WIDGET (self->scroller);

  while (scroller != NULL)
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

      if (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment))
        return scroller;
      scroller = gtk_widget_get_ancestor (gtk_widget_get_parent (scroller), GTK_TYPE_SCROLLED_WINDOW);
    }

  return NULL;
}

static gboolean
on_autoscroll (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  AccordSwotQuadrant *self = ACCORD_SWOT_QUADRANT (widget);
  GtkWidget *scroller = quadrant_find_scroller (self);
  double y, before, depth = 0;
  GtkAdjustment *adjustment;

  if (scroller == NULL || self->latched != NULL
      || !gtk_widget_translate_coordinates (widget, scroller, self->pointer_x, self->pointer_y, NULL, &y))
    return G_SOURCE_CONTINUE;

  if (y < SCROLL_EDGE)
    depth = MAX (y - SCROLL_EDGE, -SCROLL_EDGE);
  else if (y > gtk_widget_get_height (scroller) - SCROLL_EDGE)
    depth = MIN (y - (gtk_widget_get_height (scroller) - SCROLL_EDGE), SCROLL_EDGE);
  if (depth == 0)
    self->edge_since = 0;
  else if (self->edge_since == 0)
    self->edge_since = gdk_frame_clock_get_frame_time (clock);
  if (depth == 0 || gdk_frame_clock_get_frame_time (clock) - self->edge_since < SCROLL_DELAY)
    return G_SOURCE_CONTINUE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                          + depth / SCROLL_EDGE * SCROLL_SPEED / MAX (gdk_frame_clock_get_fps (clock), 30));
  if (gtk_adjustment_get_value (adjustment) != before)
    quadrant_look (self);

  return G_SOURCE_CONTINUE;
}

static void
quadrant_stop_autoscroll (AccordSwotQuadrant *self)
{
  if (self->autoscroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->autoscroll_id);
  self->autoscroll_id = 0;
  self->edge_since = 0;
}

static GdkContentProvider *
on_prepare (AccordSwotQuadrant *self,
            double              x,
            double              y,
            GtkDragSource      *source)
{
  GtkWidget *child = accord_swot_column_get_child_at (self->column, x, y);
  double hot_x = 0, hot_y = 0;

  if (child == NULL || accord_swot_card_is_editing (ACCORD_SWOT_CARD (child))
      || !accord_swot_quadrant_may_drag (self, ACCORD_SWOT_CARD (child)))
    return NULL;

  g_set_object (&self->carried, ACCORD_SWOT_CARD (child));
  gtk_widget_translate_coordinates (GTK_WIDGET (self->column), child, x, y, &hot_x, &hot_y);
  graphene_point_init (&self->hot, (float) hot_x, (float) hot_y);

  return gdk_content_provider_new_typed (ACCORD_TYPE_CARD, accord_swot_card_get_card (self->carried));
}

/* The cards go back at once. */
static void
on_drag_cancelled (AccordSwotQuadrant *self)
{
  accord_swot_page_end_drag (accord_swot_quadrant_get_page (self));
}

static void
on_drag_begin (AccordSwotQuadrant *self,
               GdkDrag            *drag,
               GtkDragSource      *source)
{
  AccordSwotPage *page = accord_swot_quadrant_get_page (self);
  AccordCard *card = accord_swot_card_get_card (self->carried);
  graphene_point_t hot = self->hot;
  g_autoptr (GdkPaintable) picture = NULL;

  picture = accord_swot_card_picture (self->carried, accord_swot_page_count_dragged (page, card), &hot);
  gtk_drag_source_set_icon (source, picture, (int) hot.x, (int) hot.y);
  accord_swot_quadrant_pick_up (self, self->carried);
  g_object_set_data (G_OBJECT (drag), HEIGHT_KEY, GINT_TO_POINTER (self->gap_height));
}

static void
on_drag_end (AccordSwotQuadrant *self)
{
  accord_swot_quadrant_stop_touch (self);
  accord_swot_page_end_drag (accord_swot_quadrant_get_page (self));
  g_clear_object (&self->carried);
}

static GdkDragAction
on_drop_motion (AccordSwotQuadrant *self,
                double              x,
                double              y)
{
  /* Only what is in the air can land: not a card whose drag was cancelled, nor one of another window. */
  if (!accord_swot_page_is_dragging (accord_swot_quadrant_get_page (self)))
    return 0;

  accord_swot_quadrant_carry_to (self, x, y);

  return GDK_ACTION_MOVE;
}

static GdkDragAction
on_drop_enter (AccordSwotQuadrant *self,
               double              x,
               double              y,
               GtkDropTarget      *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;

  if (drag == NULL || !accord_swot_page_is_dragging (accord_swot_quadrant_get_page (self)))
    return 0;

  self->gap_height = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (drag), HEIGHT_KEY));
  if (self->gap_height <= 0)
    self->gap_height = USUAL_HEIGHT;
  accord_swot_page_close_gaps (accord_swot_quadrant_get_page (self), self);
  self->entered = g_get_monotonic_time ();
  if (self->autoscroll_id == 0)
    self->autoscroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_autoscroll, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "landing");

  return on_drop_motion (self, x, y);
}

static void
on_drop_leave (AccordSwotQuadrant *self)
{
  quadrant_stop_autoscroll (self);
  accord_swot_quadrant_forget_merge (self);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "landing");
  accord_swot_column_close_gap (self->column);
  accord_swot_page_open_home (accord_swot_quadrant_get_page (self));
}

static gboolean
on_drop (AccordSwotQuadrant *self,
         const GValue       *value,
         double              x,
         double              y)
{
  AccordSwotPage *page = accord_swot_quadrant_get_page (self);
  AccordCard *card = g_value_get_object (value);
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (AccordCard) host = NULL;
  gboolean done;

  if (!accord_swot_page_is_dragging (page))
    return FALSE;

  accord_swot_quadrant_carry_to (self, x, y);
  cards = accord_swot_page_dup_dragged (page);
  if (self->latched != NULL)
    host = g_object_ref (accord_swot_card_get_card (self->latched));
  quadrant_stop_autoscroll (self);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "landing");

  if (host != NULL)
    done = accord_swot_page_merge_cards (page, host, cards);
  else
    done = accord_swot_page_move_cards (page, cards, (AccordBoardPlace) { self->quadrant, quadrant_landing (self) });
  accord_swot_page_end_drag (page);
  accord_swot_page_focus_card (page, host != NULL && done ? host : card);

  return done;
}

void
accord_swot_quadrant_init_dnd (AccordSwotQuadrant *self)
{
  GtkDropTarget *target = gtk_drop_target_new (ACCORD_TYPE_CARD, GDK_ACTION_MOVE);

  /* The source is the column: a card that is dragged away may be gone before its drag has ended. */
  self->source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (self->source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (self->source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect_swapped (self->source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (self->source, "drag-end", G_CALLBACK (on_drag_end), self);
  self->escape = accord_drag_escape_new (self->source);
  g_signal_connect_object (self->escape, "cancelled", G_CALLBACK (on_drag_cancelled), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->column), GTK_EVENT_CONTROLLER (self->source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (on_drop_enter), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_drop_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_drop_leave), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
accord_swot_quadrant_stop_dnd (AccordSwotQuadrant *self)
{
  quadrant_stop_autoscroll (self);
  g_clear_object (&self->escape);
  accord_swot_quadrant_forget_merge (self);
  accord_swot_quadrant_stop_touch (self);
  g_clear_object (&self->carried);
}

void
accord_swot_quadrant_pick_up (AccordSwotQuadrant *self,
                              AccordSwotCard     *card)
{
  g_set_object (&self->carried, card);
  self->gap_height = accord_swot_card_get_outer_height (card);
  accord_swot_page_lift (accord_swot_quadrant_get_page (self), accord_swot_card_get_card (card));
  accord_swot_quadrant_open_home (self);
  accord_swot_column_settle (self->column);
}

void
accord_swot_quadrant_carry_to (AccordSwotQuadrant *self,
                               double              x,
                               double              y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  quadrant_look (self);
}

gboolean
accord_swot_quadrant_has_lifted (AccordSwotQuadrant *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_QUADRANT (self), FALSE);

  return accord_swot_column_has_lifted (self->column);
}

void
accord_swot_quadrant_lift (AccordSwotQuadrant *self,
                           AccordSwotCard     *card)
{
  g_return_if_fail (ACCORD_IS_SWOT_QUADRANT (self));

  accord_swot_column_lift (self->column, GTK_WIDGET (card));
}

void
accord_swot_quadrant_open_home (AccordSwotQuadrant *self)
{
  g_return_if_fail (ACCORD_IS_SWOT_QUADRANT (self));

  if (self->carried != NULL && accord_swot_quadrant_has_lifted (self)
      && gtk_widget_get_parent (GTK_WIDGET (self->carried)) == GTK_WIDGET (self->column))
    accord_swot_column_open_gap (self->column,
                                 accord_swot_column_count_before (self->column, GTK_WIDGET (self->carried)),
                                 accord_swot_card_get_outer_height (self->carried));
}

void
accord_swot_quadrant_close_gap (AccordSwotQuadrant *self)
{
  g_return_if_fail (ACCORD_IS_SWOT_QUADRANT (self));

  accord_swot_column_close_gap (self->column);
}

void
accord_swot_quadrant_fade (AccordSwotQuadrant *self,
                           gboolean            faded)
{
  GdkDrag *drag;

  g_return_if_fail (ACCORD_IS_SWOT_QUADRANT (self));

  drag = gtk_drag_source_get_drag (self->source);
  if (drag != NULL)
    gtk_widget_set_opacity (gtk_drag_icon_get_for_drag (drag), faded ? FADED : 1);
}

void
accord_swot_quadrant_end_drag (AccordSwotQuadrant *self)
{
  g_return_if_fail (ACCORD_IS_SWOT_QUADRANT (self));

  quadrant_stop_autoscroll (self);
  accord_swot_quadrant_forget_merge (self);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "landing");
  accord_swot_column_put_down (self->column);
  accord_swot_column_close_gap (self->column);
}
