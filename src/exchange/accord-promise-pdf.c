/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-promise-layout.h"

#include "accord-clock.h"
#include "accord-paper-file.h"

#include <glib/gi18n.h>

static void
draw_page (gpointer data,
           cairo_t *cr,
           guint    page)
{
  accord_promise_layout_draw (data, cr, page);
}

gboolean
accord_promise_write_pdf (AccordPromise *promise,
                          AccordPaper    paper,
                          const char    *path,
                          gboolean       overwrite,
                          GError       **error)
{
  g_autoptr (AccordPromiseLayout) layout = NULL;
  g_autofree char *now = accord_clock_now_utc ();
  g_autofree char *title = NULL;
  double width, height;

  accord_paper_get_size (paper, &width, &height);
  layout = accord_promise_layout_new (promise, width, height);
  /* Translators: the title of a PDF file; a member's name and a plan year. */
  title = g_strdup_printf (_("Promise of %1$s, %2$s"), accord_promise_get_member (promise),
                           accord_promise_get_year (promise));

  return accord_paper_write_pdf (draw_page, layout, accord_promise_layout_get_n_pages (layout), width, height, title,
                                 now, path, overwrite, error);
}
