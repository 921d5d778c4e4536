/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordGrowingText:
 *
 * A text view that stands in a page of others instead of in a scrolled window of its own: as high as its text needs at
 * the width it gets, and the page scrolls along with its cursor. GTK's own asks for the height that the text had at the
 * width of its last allocation, which before the first one is that of a column of letters.
 */
#define ACCORD_TYPE_GROWING_TEXT (accord_growing_text_get_type ())
G_DECLARE_FINAL_TYPE (AccordGrowingText, accord_growing_text, ACCORD, GROWING_TEXT, GtkTextView)

G_END_DECLS
