/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-picture-private.h"

#include "accord-paper-file.h"
#include "accord-paper-flow.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define SCALE 2.0
#define PIXELS_MAX 30000 /* a side of what cairo draws on, with some room */

static cairo_status_t
on_bytes (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

gboolean
accord_board_picture_write_png (AccordBoardPicture *self,
                                const char         *path,
                                gboolean            overwrite,
                                GError            **error)
{
  const double scale = MIN (SCALE, PIXELS_MAX / MAX (self->width, self->height));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->width * scale),
                                                         (int) ceil (self->height * scale));
  cairo_t *cr = cairo_create (surface);
  GByteArray *data = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  accord_board_ink_set (cr, &self->colors.ground);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  accord_board_picture_draw (self, cr, 0);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, on_bytes, data);
  cairo_surface_destroy (surface);
  bytes = g_byte_array_free_to_bytes (data);

  return accord_paper_write_bytes (bytes, path, overwrite, error);
}

/* Puts what the picture says where readers of a screen look for it, and search engines. */
static GBytes *
describe_svg (AccordBoardPicture *self,
              GByteArray         *data)
{
  g_autofree char *written = g_strndup ((const char *) data->data, data->len);
  /* cairo counts its surfaces, however many there were before: the same board is the same file. */
  g_autoptr (GRegex) counted = g_regex_new ("<g id=\"surface[0-9]+\">", 0, 0, NULL);
  g_autofree char *svg = g_regex_replace_literal (counted, written, -1, 0, "<g id=\"board\">", 0, NULL);
  g_autofree char *title = accord_board_picture_dup_title (self);
  g_autofree char *description = accord_board_picture_dup_description (self);
  g_autofree char *described = g_markup_printf_escaped ("<title>%s</title>\n<desc>%s</desc>\n", title, description);
  const char *begin = strstr (svg, "<svg");
  const char *end = begin != NULL ? strchr (begin, '>') : NULL;
  GString *text;

  g_assert (end != NULL);
  text = g_string_new_len (svg, end + 1 - svg);
  g_string_append_c (text, '\n');
  g_string_append (text, described);
  g_string_append (text, end + 1);

  return g_string_free_to_bytes (text);
}

gboolean
accord_board_picture_write_svg (AccordBoardPicture *self,
                                const char         *path,
                                gboolean            overwrite,
                                GError            **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (on_bytes, data, self->width, self->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  accord_board_picture_draw (self, cr, 0);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  bytes = describe_svg (self, data);

  return accord_paper_write_bytes (bytes, path, overwrite, error);
}

static void
draw_page (gpointer data,
           cairo_t *cr,
           guint    page)
{
  accord_board_picture_draw (data, cr, page);
}

gboolean
accord_board_picture_write_pdf (AccordBoardPicture *self,
                                const char         *path,
                                gboolean            overwrite,
                                GError            **error)
{
  g_autofree char *title = accord_board_picture_dup_title (self);
  g_autofree char *noon = accord_paper_dup_noon (self->copy->as_of);
  double width, height;

  accord_paper_get_size (ACCORD_PAPER_A4, &height, &width);
  accord_board_picture_set_paper (self, width, height);

  return accord_paper_write_pdf (draw_page, self, self->n_pages, width, height, title, noon, path, overwrite, error);
}
