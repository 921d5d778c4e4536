/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-import-plan.h"

G_BEGIN_DECLS

/**
 * AccordImportLines:
 *
 * What happens with each line of a file, as a list that the counts above it narrow down.
 */
#define ACCORD_TYPE_IMPORT_LINES (accord_import_lines_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportLines, accord_import_lines, ACCORD, IMPORT_LINES, AdwBin)

/* plan may be NULL. */
void accord_import_lines_set_plan (AccordImportLines *self,
                                   AccordImportPlan  *plan);

/* Says that the plan was carried out: from now on it tells what has happened, and shows what was refused. */
void accord_import_lines_set_done (AccordImportLines *self);

G_END_DECLS
