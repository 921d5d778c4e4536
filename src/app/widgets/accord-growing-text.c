/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-growing-text.h"

#define NATURAL_WIDTH 280

struct _AccordGrowingText
{
  GtkTextView parent_instance;
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

static void
on_changed (GtkWidget *self)
{
  gtk_widget_queue_resize (self);
}

static void
on_buffer_replaced (AccordGrowingText *self)
{
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
accord_growing_text_class_init (AccordGrowingTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = accord_growing_text_get_request_mode;
  widget_class->measure = accord_growing_text_measure;
}

static void
accord_growing_text_init (AccordGrowingText *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  g_signal_connect (self, "notify::buffer", G_CALLBACK (on_buffer_replaced), NULL);
}
