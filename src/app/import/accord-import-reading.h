/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-import-plan.h"

G_BEGIN_DECLS

/**
 * AccordImportReading:
 *
 * How a file is read (encoding, delimiter, decimal sign, dates, and which column is what), where the automatic choice says
 * what was detected, and what is done with its rows.
 *
 * Signal: changed, when something else was chosen.
 */
#define ACCORD_TYPE_IMPORT_READING (accord_import_reading_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportReading, accord_import_reading, ACCORD, IMPORT_READING, AdwBin)

/* Whose members there are to choose from. Call it once. */
void accord_import_reading_set_workspace (AccordImportReading *self,
                                          AccordWorkspace     *workspace);

/* Shows the choices that there are for the kind of file, as they are where nothing was chosen. */
void accord_import_reading_set_kind (AccordImportReading *self,
                                     AccordImportKind     kind);

/* Says what was found out; csv and plan may be NULL where it could not be. */
void accord_import_reading_set_found (AccordImportReading *self,
                                      AccordCsv           *csv,
                                      AccordImportPlan    *plan);

/* Takes over what options say, without "changed"; writes into new options what is
 * chosen. */
void accord_import_reading_load (AccordImportReading       *self,
                                 const AccordImportOptions *options);
void accord_import_reading_store (AccordImportReading *self,
                                  AccordImportOptions *options);

G_END_DECLS
