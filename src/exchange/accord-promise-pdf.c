/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-promise-layout.h"

#include "accord-clock.h"
#include "accord-report-file.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>

static cairo_status_t
on_write (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  return fwrite (data, 1, length, closure) == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static cairo_status_t
draw_pages (AccordPromise *promise,
            AccordPaper    paper,
            FILE          *stream)
{
  double width, height;
  g_autoptr (AccordPromiseLayout) layout = NULL;
  g_autofree char *now = accord_clock_now_utc ();
  g_autofree char *title = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  accord_paper_get_size (paper, &width, &height);
  layout = accord_promise_layout_new (promise, width, height);
  surface = cairo_pdf_surface_create_for_stream (on_write, stream, width, height);
  /* Translators: the title of a PDF file; a member's name and a plan year. */
  title = g_strdup_printf (_("Promise of %1$s, %2$s"), accord_promise_get_member (promise),
                           accord_promise_get_year (promise));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Accord");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, now);
  cr = cairo_create (surface);
  for (guint page = 0; page < accord_promise_layout_get_n_pages (layout); page++)
    {
      accord_promise_layout_draw (layout, cr, page);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

gboolean
accord_promise_write_pdf (AccordPromise *promise,
                          AccordPaper    paper,
                          const char    *path,
                          gboolean       overwrite,
                          GError       **error)
{
  g_autoptr (AccordReportFile) file = accord_report_file_new (path, overwrite, error);
  gboolean written;
  FILE *stream;

  if (file == NULL)
    return FALSE;

  stream = g_fopen (accord_report_file_get_path (file), "wbe");
  written = stream != NULL && draw_pages (promise, paper, stream) == CAIRO_STATUS_SUCCESS;
  /* What is still in the stream's buffer can fail too. */
  if (stream != NULL && fclose (stream) != 0)
    written = FALSE;
  if (!written)
    {
      accord_report_file_set_error (file, error);
      return FALSE;
    }

  return accord_report_file_place (file, error);
}
