/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordBeside:
 *
 * Two widgets: side by side, both at the top, where there is room for them, else the second under the first. Where both are
 * scrolled, the second stays in sight beside the first.
 *
 * Properties: start, end (the widgets), end-width (what the second takes at the side, in pixels, at least its minimum),
 * start-width (what the first needs to have the other beside it), spacing.
 */
#define ACCORD_TYPE_BESIDE (accord_beside_get_type ())
G_DECLARE_FINAL_TYPE (AccordBeside, accord_beside, ACCORD, BESIDE, GtkWidget)

G_END_DECLS
