/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-import-plan.h"

G_BEGIN_DECLS

/**
 * AccordImportStageList:
 *
 * The stages of a file of opportunities, how many are in each, and what they count as: open, won or lost.
 *
 * Signal: chosen (const char *stage, int state), when somebody says what a stage counts as.
 */
#define ACCORD_TYPE_IMPORT_STAGE_LIST (accord_import_stage_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportStageList, accord_import_stage_list, ACCORD, IMPORT_STAGE_LIST, AdwBin)

/* Shows the stages of the plan, NULL for none. Without stages there is nothing to be seen. */
void accord_import_stage_list_set_plan (AccordImportStageList *self,
                                        AccordImportPlan      *plan);

G_END_DECLS
