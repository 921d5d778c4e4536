/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "accord-paper-flow.h"
#include "accord-promise.h"

G_BEGIN_DECLS

/**
 * AccordPromiseLayout:
 *
 * A promise laid out for paper: the sentences, the quarters, the goals, and a line for each of the two signatures. Long
 * texts wrap and flow onto further pages, line by line; the signatures stay together.
 */
typedef struct _AccordPromiseLayout AccordPromiseLayout;

/* For sheets of that size in points. */
AccordPromiseLayout *accord_promise_layout_new (AccordPromise *promise,
                                                double         width,
                                                double         height);
void accord_promise_layout_free (AccordPromiseLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPromiseLayout, accord_promise_layout_free)

guint accord_promise_layout_get_n_pages (AccordPromiseLayout *self);

/* Draws a page, from 0, in black on whatever is there; a unit of the context is a point, its origin the corner of the
 * sheet. */
void accord_promise_layout_draw (AccordPromiseLayout *self,
                                 cairo_t             *cr,
                                 guint                page);

/* Writes a PDF, whole or not at all, readable by its owner alone. ACCORD_REPORT_ERROR. */
gboolean accord_promise_write_pdf (AccordPromise *promise,
                                   AccordPaper    paper,
                                   const char    *path,
                                   gboolean       overwrite,
                                   GError       **error);

G_END_DECLS
