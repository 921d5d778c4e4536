/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finger scrolls. One that is held still on a card takes hold of it: moved on it carries the card, lifted it asks for
 * the card's menu. Meanwhile nothing scrolls with it.
 */
#include "accord-swot-quadrant-private.h"

static void
quadrant_let_go (AccordSwotQuadrant *self)
{
  for (guint i = 0; self->still != NULL && i < self->still->len; i++)
    gtk_scrolled_window_set_kinetic_scrolling (self->still->pdata[i], TRUE);
  g_clear_pointer (&self->still, g_ptr_array_unref);
  g_clear_object (&self->held);
}

/* A scrolled window that scrolls no more by touch lets go of a finger that it follows already. */
static void
quadrant_keep_still (AccordSwotQuadrant *self)
{
  GtkWidget *scroller = GTK_WIDGET (self->scroller);

  self->still = g_ptr_array_new_with_free_func (g_object_unref);
  while (scroller != NULL)
    {
      if (gtk_scrolled_window_get_kinetic_scrolling (GTK_SCROLLED_WINDOW (scroller)))
        {
          gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
          g_ptr_array_add (self->still, g_object_ref (scroller));
        }
      scroller = gtk_widget_get_ancestor (gtk_widget_get_parent (scroller), GTK_TYPE_SCROLLED_WINDOW);
    }
}

static void
on_long_pressed (AccordSwotQuadrant *self,
                 double              x,
                 double              y)
{
  GtkWidget *child = accord_swot_column_get_child_at (self->column, x, y);

  if (child == NULL || accord_swot_card_is_editing (ACCORD_SWOT_CARD (child)))
    return;

  quadrant_let_go (self);
  self->held = g_object_ref (ACCORD_SWOT_CARD (child));
  gtk_widget_translate_coordinates (GTK_WIDGET (self->column), child, x, y, &self->held_x, &self->held_y);
  quadrant_keep_still (self);
}

/* The gesture is not claimed, so that a drag can still begin. It ends where the finger is lifted, or where it moves on:
 * then the same motion begins the drag, which keeps things still until it ends. */
static void
on_long_press_end (AccordSwotQuadrant *self,
                   GdkEventSequence   *sequence,
                   GtkGesture         *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, sequence);
  g_autoptr (AccordSwotCard) card = NULL;

  if (self->held == NULL || event == NULL || gdk_event_get_event_type (event) != GDK_TOUCH_END)
    return;

  card = g_object_ref (self->held);
  quadrant_let_go (self);
  gtk_widget_activate_action (GTK_WIDGET (card), "swot.menu", "(dd)", self->held_x, self->held_y);
}

gboolean
accord_swot_quadrant_may_drag (AccordSwotQuadrant *self,
                               AccordSwotCard     *card)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (self->source));

  return device == NULL || gdk_device_get_source (device) != GDK_SOURCE_TOUCHSCREEN || self->held == card;
}

void
accord_swot_quadrant_init_touch (AccordSwotQuadrant *self)
{
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_swapped (long_press, "begin", G_CALLBACK (quadrant_let_go), self);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (on_long_pressed), self);
  g_signal_connect_swapped (long_press, "end", G_CALLBACK (on_long_press_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self->column), GTK_EVENT_CONTROLLER (long_press));
}

void
accord_swot_quadrant_stop_touch (AccordSwotQuadrant *self)
{
  quadrant_let_go (self);
}
