/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-import-plan.h"

G_BEGIN_DECLS

/**
 * AccordImportFieldList:
 *
 * The fields of a kind of file, each with the column that it is read from.
 *
 * Signal: changed, when something else was chosen.
 */
#define ACCORD_TYPE_IMPORT_FIELD_LIST (accord_import_field_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportFieldList, accord_import_field_list, ACCORD, IMPORT_FIELD_LIST, AdwBin)

/* Shows the fields of the kind, of which nothing is chosen. */
void accord_import_field_list_set_kind (AccordImportFieldList *self,
                                        AccordImportKind       kind);

/* Shows the columns of the file and what was made of them. Where a plan has none (the file could not be read so far) the
 * columns shown before stay. */
void accord_import_field_list_set_found (AccordImportFieldList *self,
                                         AccordCsv             *csv,
                                         AccordImportPlan      *plan);

/* Takes over what options say, without "changed"; adds to options what is chosen. */
void accord_import_field_list_load (AccordImportFieldList     *self,
                                    const AccordImportOptions *options);
void accord_import_field_list_store (AccordImportFieldList *self,
                                     AccordImportOptions   *options);

G_END_DECLS
