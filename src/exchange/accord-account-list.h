/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-error.h"

G_BEGIN_DECLS

/* The names of accounts in a file: of a delimited text file the column that is called so (as in an export of opportunities), or
 * the first one where none is, and then from the first line on; of a plain text file (.txt) its lines, so that a name may have
 * commas in it. Empty ones and names that were there before are left out. The errors of accord_csv_load();
 * ACCORD_IMPORT_ERROR_EMPTY where there is no name. (transfer full): strings */
GPtrArray *accord_account_list_load (const char *path,
                                     GError    **error);

G_END_DECLS
