/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "accord-date.h"

G_BEGIN_DECLS

/* Draws a page, from 0; a unit of the context is a point. */
typedef void (*AccordPaperDraw) (gpointer data,
                                 cairo_t *cr,
                                 guint    page);

/* Writes pages as a PDF, whole or not at all, readable by its owner alone. Its properties name title, Accord and
 * created (as ISO 8601 has it), and nobody. An existing file is refused unless overwrite. ACCORD_REPORT_ERROR. */
gboolean accord_paper_write_pdf (AccordPaperDraw draw,
                                 gpointer        data,
                                 guint           n_pages,
                                 double          width,
                                 double          height,
                                 const char     *title,
                                 const char     *created,
                                 const char     *path,
                                 gboolean        overwrite,
                                 GError        **error);

/* Noon of the day, for created: what is made from the same data on the same day is the same file. (transfer full) */
char *accord_paper_dup_noon (AccordDate date);

/* Writes bytes in the same way. */
gboolean accord_paper_write_bytes (GBytes     *bytes,
                                   const char *path,
                                   gboolean    overwrite,
                                   GError    **error);

G_END_DECLS
