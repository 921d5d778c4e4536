/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordGrowingText:
 *
 * A text view that is as high as its text needs at the width it gets. GTK's own asks for the height that the text had at the width of its last
 * allocation, which before the first one is that of a column of letters.
 */
#define ACCORD_TYPE_GROWING_TEXT (accord_growing_text_get_type ())
G_DECLARE_FINAL_TYPE (AccordGrowingText, accord_growing_text, ACCORD, GROWING_TEXT, GtkTextView)

G_END_DECLS
