/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-paper-file.h"

#include "accord-report-file.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <stdio.h>

typedef struct
{
  AccordPaperDraw draw;
  gpointer data;
  guint n_pages;
  double width;
  double height;
  const char *title;
  const char *created;
} Paper;

static cairo_status_t
on_write (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  return fwrite (data, 1, length, closure) == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
draw_pages (const Paper *paper,
            FILE        *stream)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (on_write, stream, paper->width, paper->height);
  cairo_status_t status;
  cairo_t *cr;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, paper->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Accord");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, paper->created);
  cr = cairo_create (surface);
  for (guint page = 0; page < paper->n_pages; page++)
    {
      paper->draw (paper->data, cr, page);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status == CAIRO_STATUS_SUCCESS;
}

/* Puts the file in its place, unless something went wrong with it. */
static gboolean
finish_file (AccordReportFile *file,
             FILE             *stream,
             gboolean          written,
             GError          **error)
{
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

gboolean
accord_paper_write_pdf (AccordPaperDraw draw,
                        gpointer        data,
                        guint           n_pages,
                        double          width,
                        double          height,
                        const char     *title,
                        const char     *created,
                        const char     *path,
                        gboolean        overwrite,
                        GError        **error)
{
  const Paper paper = { draw, data, n_pages, width, height, title, created };
  g_autoptr (AccordReportFile) file = accord_report_file_new (path, overwrite, error);
  FILE *stream;

  if (file == NULL)
    return FALSE;

  stream = g_fopen (accord_report_file_get_path (file), "wbe");

  return finish_file (file, stream, stream != NULL && draw_pages (&paper, stream), error);
}

char *
accord_paper_dup_noon (AccordDate date)
{
  g_autofree char *iso = accord_date_to_iso (date);

  return g_strconcat (iso, "T12:00:00Z", NULL);
}

gboolean
accord_paper_write_bytes (GBytes     *bytes,
                          const char *path,
                          gboolean    overwrite,
                          GError    **error)
{
  g_autoptr (AccordReportFile) file = accord_report_file_new (path, overwrite, error);
  gsize size = g_bytes_get_size (bytes);
  FILE *stream;

  if (file == NULL)
    return FALSE;

  stream = g_fopen (accord_report_file_get_path (file), "wbe");

  return finish_file (file, stream, stream != NULL && fwrite (g_bytes_get_data (bytes, NULL), 1, size, stream) == size,
                      error);
}
