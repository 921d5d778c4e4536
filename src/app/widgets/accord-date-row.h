/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-date.h"

G_BEGIN_DECLS

/**
 * AccordDateRow:
 *
 * A row to type a day into, or to pick it from a calendar. It reads YYYY-MM-DD, the locale's own way, and "today" in
 * the user's language; what it cannot read stays as typed and is marked.
 *
 * Property: date (int, an AccordDate, ACCORD_DATE_NONE for an empty row), notified when the row is left, Enter is
 * pressed, or a day is picked.
 */
#define ACCORD_TYPE_DATE_ROW (accord_date_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordDateRow, accord_date_row, ACCORD, DATE_ROW, AdwEntryRow)

AccordDate accord_date_row_get_date (AccordDateRow *self);
void accord_date_row_set_date (AccordDateRow *self,
                               AccordDate     date);

/* FALSE while what stands in the row is no day. */
gboolean accord_date_row_is_valid (AccordDateRow *self);

/* Takes what is typed now, as leaving the row would: for whoever reads it because a window closes. */
void accord_date_row_commit (AccordDateRow *self);

G_END_DECLS
