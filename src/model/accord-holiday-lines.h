/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads holidays as people paste them, one a line: a day as YYYY-MM-DD and its name, with blanks, a tab, a comma or a
 * semicolon between; empty lines are left out. Gives drafts of AccordHoliday for the days that are not among holidays (a
 * list of AccordHoliday) yet; a day that is there already, under another name, is a draft of that record with the new
 * name. ACCORD_RECORD_ERROR names the line that is wrong, and then nothing is read. (transfer full) */
GPtrArray *accord_holiday_parse_lines (const char *text,
                                       GListModel *holidays,
                                       GError    **error);

G_END_DECLS
