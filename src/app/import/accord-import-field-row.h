/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-import-plan.h"

G_BEGIN_DECLS

/**
 * AccordImportFieldRow:
 *
 * A field, with the choice of the column that it is read from: the one that was detected, none, the same value in every
 * row, or any of the file's.
 *
 * Signal: changed, when something else was chosen.
 */
#define ACCORD_TYPE_IMPORT_FIELD_ROW (accord_import_field_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportFieldRow, accord_import_field_row, ACCORD, IMPORT_FIELD_ROW, AdwComboRow)

/* field must live as long as the row. */
AccordImportFieldRow *accord_import_field_row_new (const AccordImportField *field);

/* The row to type the value into that is the same in every row; place it below this one. */
GtkWidget *accord_import_field_row_get_value_row (AccordImportFieldRow *self);

/* headers and samples: what the columns are called, and a value of each, in the file's order. detected is the header or
 * the headers that the field was found in, "" for none and NULL where no file was read yet; needed says that the file
 * cannot be imported for want of it. */
void accord_import_field_row_set_columns (AccordImportFieldRow *self,
                                          GPtrArray            *headers,
                                          GPtrArray            *samples,
                                          const char           *detected,
                                          gboolean              needed);

void accord_import_field_row_load (AccordImportFieldRow      *self,
                                   const AccordImportOptions *options);
void accord_import_field_row_store (AccordImportFieldRow *self,
                                    AccordImportOptions  *options);

G_END_DECLS
