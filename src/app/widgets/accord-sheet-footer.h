/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordSheetFooter:
 *
 * A row under an AccordSheet's view that stays in sight, such as its totals: its cells stand under the view's columns,
 * however those are scrolled.
 */
#define ACCORD_TYPE_SHEET_FOOTER (accord_sheet_footer_get_type ())
G_DECLARE_FINAL_TYPE (AccordSheetFooter, accord_sheet_footer, ACCORD, SHEET_FOOTER, GtkWidget)

/* The view lies in the scrolled window right above the footer. Both are borrowed; once. */
void accord_sheet_footer_set_view (AccordSheetFooter *self,
                                   GtkColumnView     *view,
                                   GtkScrolledWindow *scrolled);

/* So many cells, labels in figures but for the first, which names the row. */
void accord_sheet_footer_set_n_cells (AccordSheetFooter *self,
                                      guint              n_cells);

/* label says it all to assistive technologies. */
void accord_sheet_footer_set_text (AccordSheetFooter *self,
                                   guint              cell,
                                   const char        *text,
                                   const char        *label);

/* The columns have got other widths. */
void accord_sheet_footer_update (AccordSheetFooter *self);

G_END_DECLS
