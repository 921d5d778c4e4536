/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-csv.h"
#include "accord-import.h"

G_BEGIN_DECLS

/* What kind of file this is, told from its headers; its first rows are enough (accord_csv_load_head()). expected is what it is
 * taken for where nothing speaks much more for another kind. */
AccordImportKind accord_import_guess_kind (AccordCsv       *csv,
                                           AccordImportKind expected);

G_END_DECLS
