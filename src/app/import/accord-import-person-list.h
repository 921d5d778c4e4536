/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-import-plan.h"

G_BEGIN_DECLS

/**
 * AccordImportPersonList:
 *
 * Whom a file names and nobody knows by that name: their lines are refused, or go to a member, a new one too.
 *
 * Signal: chosen (const char *text, gint64 member), when somebody says who it is, as accord_import_options_set_person() takes
 * it.
 */
#define ACCORD_TYPE_IMPORT_PERSON_LIST (accord_import_person_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportPersonList, accord_import_person_list, ACCORD, IMPORT_PERSON_LIST, AdwBin)

/* The members to choose from. Call it once. */
void accord_import_person_list_set_workspace (AccordImportPersonList *self,
                                              AccordWorkspace        *workspace);

/* Shows those of the plan, NULL for none. Without any there is nothing to be seen. */
void accord_import_person_list_set_plan (AccordImportPersonList *self,
                                         AccordImportPlan       *plan);

G_END_DECLS
