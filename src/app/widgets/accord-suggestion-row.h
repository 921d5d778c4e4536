/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AccordSuggestionRow:
 *
 * A row to type into, with a menu of what was typed there before. Whatever is typed is welcome.
 *
 * Signal: committed, when the text is settled: the row is left, Enter is pressed, or a suggestion picked.
 */
#define ACCORD_TYPE_SUGGESTION_ROW (accord_suggestion_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordSuggestionRow, accord_suggestion_row, ACCORD, SUGGESTION_ROW, AdwEntryRow)

/* suggestions is copied; NULL or empty hides the menu. */
void accord_suggestion_row_set_suggestions (AccordSuggestionRow *self,
                                            const char *const   *suggestions);

G_END_DECLS
