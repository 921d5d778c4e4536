/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-growing-text.h"

#define NATURAL_WIDTH 280
/* Pixels kept between the cursor and the page's edges. */
#define CURSOR_MARGIN 24

struct _AccordGrowingText
{
  GtkTextView parent_instance;

  guint reveal_source;
};

G_DEFINE_FINAL_TYPE (AccordGrowingText, accord_growing_text, GTK_TYPE_TEXT_VIEW)

static int
height_for (AccordGrowingText *self,
            int                width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  int margins = gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (1, width - margins) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
}

static GtkSizeRequestMode
accord_growing_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_growing_text_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 40;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = height_for (ACCORD_GROWING_TEXT (widget), for_size < 0 ? NATURAL_WIDTH : for_size);
}

static gboolean
on_reveal_cursor (gpointer user_data)
{
  AccordGrowingText *self = user_data;
  GtkTextView *view = user_data;
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  GdkRectangle cursor;
  double y;

  self->reveal_source = 0;
  if (scrolled == NULL || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;

  gtk_text_view_get_cursor_locations (view, NULL, &cursor, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, cursor.y, NULL, &cursor.y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self), scrolled, 0, cursor.y, NULL, &y))
    return G_SOURCE_REMOVE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  y += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, y - CURSOR_MARGIN, y + cursor.height + CURSOR_MARGIN);

  return G_SOURCE_REMOVE;
}

/* Only once the new line has been laid out is it known where it lies. */
static void
on_cursor_moved (AccordGrowingText *self)
{
  if (self->reveal_source == 0 && gtk_widget_has_focus (GTK_WIDGET (self)))
    self->reveal_source = g_idle_add (on_reveal_cursor, self);
}

static void
on_changed (GtkWidget *self)
{
  gtk_widget_queue_resize (self);
}

static void
on_buffer_replaced (AccordGrowingText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (on_cursor_moved), self, G_CONNECT_SWAPPED);
}

static void
accord_growing_text_dispose (GObject *object)
{
  g_clear_handle_id (&ACCORD_GROWING_TEXT (object)->reveal_source, g_source_remove);

  G_OBJECT_CLASS (accord_growing_text_parent_class)->dispose (object);
}

static void
accord_growing_text_class_init (AccordGrowingTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_growing_text_dispose;
  widget_class->get_request_mode = accord_growing_text_get_request_mode;
  widget_class->measure = accord_growing_text_measure;
}

static void
accord_growing_text_init (AccordGrowingText *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  /* Tab goes on to what comes next on the page. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  g_signal_connect (self, "notify::buffer", G_CALLBACK (on_buffer_replaced), NULL);
}
