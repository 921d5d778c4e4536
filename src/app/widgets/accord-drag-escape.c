/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-drag-escape.h"

struct _AccordDragEscape
{
  GObject parent_instance;

  GtkDragSource *source;
  GtkEventController *keys; /* on the window, while something is dragged */
};

G_DEFINE_FINAL_TYPE (AccordDragEscape, accord_drag_escape, G_TYPE_OBJECT)

enum
{
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
escape_stop (AccordDragEscape *self)
{
  GtkWidget *widget = self->keys != NULL ? gtk_event_controller_get_widget (self->keys) : NULL;

  if (widget != NULL)
    gtk_widget_remove_controller (widget, self->keys);
  g_clear_object (&self->keys);
}

/* Under X11, GDK grabs Escape during a drag but loses the event (GTK 4.8): all that comes of it is that the window
 * loses the keyboard to that grab. Under Wayland, where the compositor cancels, it loses it as soon as a drag begins. */
static gboolean
is_escape (GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
      return gdk_key_event_get_keyval (event) == GDK_KEY_Escape;

    case GDK_FOCUS_CHANGE:
      return !gdk_focus_event_get_in (event)
             && g_str_equal (G_OBJECT_TYPE_NAME (gdk_event_get_display (event)), "GdkX11Display");

    default:
      return FALSE;
    }
}

static gboolean
on_window_event (AccordDragEscape *self,
                 GdkEvent         *event)
{
  GdkDrag *drag = gtk_drag_source_get_drag (self->source);

  if (!is_escape (event))
    return GDK_EVENT_PROPAGATE;

  if (drag != NULL)
    gtk_widget_set_visible (gtk_drag_icon_get_for_drag (drag), FALSE);
  g_signal_emit (self, signals[CANCELLED], 0);

  return GDK_EVENT_PROPAGATE;
}

static void
on_drag_begin (AccordDragEscape *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (self->source));

  escape_stop (self);
  self->keys = g_object_ref (gtk_event_controller_legacy_new ());
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "event", G_CALLBACK (on_window_event), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
}

static void
accord_drag_escape_dispose (GObject *object)
{
  AccordDragEscape *self = ACCORD_DRAG_ESCAPE (object);

  escape_stop (self);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (accord_drag_escape_parent_class)->dispose (object);
}

static void
accord_drag_escape_class_init (AccordDragEscapeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_drag_escape_dispose;

  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
accord_drag_escape_init (AccordDragEscape *self)
{
}

AccordDragEscape *
accord_drag_escape_new (GtkDragSource *source)
{
  AccordDragEscape *self = g_object_new (ACCORD_TYPE_DRAG_ESCAPE, NULL);

  g_return_val_if_fail (GTK_IS_DRAG_SOURCE (source), self);

  self->source = g_object_ref (source);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (escape_stop), self, G_CONNECT_SWAPPED);

  return self;
}
