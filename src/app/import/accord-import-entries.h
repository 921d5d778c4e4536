/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-plan.h"

G_BEGIN_DECLS

/**
 * AccordImportEntry:
 *
 * A line of a plan as a list shows it. Keeps the plan alive.
 */
#define ACCORD_TYPE_IMPORT_ENTRY (accord_import_entry_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportEntry, accord_import_entry, ACCORD, IMPORT_ENTRY, GObject)

const AccordImportLine *accord_import_entry_get_line (AccordImportEntry *self);

/* What it is about. (transfer full) */
char *accord_import_entry_describe (AccordImportEntry *self);

/**
 * AccordImportEntries:
 *
 * The lines of a plan, or those of one action, as a list that makes its items when they are looked at: a file may have
 * a hundred thousand.
 */
#define ACCORD_TYPE_IMPORT_ENTRIES (accord_import_entries_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportEntries, accord_import_entries, ACCORD, IMPORT_ENTRIES, GObject)

#define ACCORD_IMPORT_ALL_ACTIONS (-1)

AccordImportEntries *accord_import_entries_new (void);

/* plan may be NULL; action is an AccordImportAction or ACCORD_IMPORT_ALL_ACTIONS. */
void accord_import_entries_show (AccordImportEntries *self,
                                 AccordImportPlan    *plan,
                                 int                  action);

G_END_DECLS
