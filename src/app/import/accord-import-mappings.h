/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-import-options.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordImportMappings:
 *
 * The saved ways to read a kind of file: to choose one, and to save the present one under a name.
 *
 * Signals: chosen (AccordImportOptions *), when a saved one is to be used; save (const char *name).
 */
#define ACCORD_TYPE_IMPORT_MAPPINGS (accord_import_mappings_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportMappings, accord_import_mappings, ACCORD, IMPORT_MAPPINGS, AdwBin)

/* Lists what is saved for the kind; none of it is chosen. */
void accord_import_mappings_set_source (AccordImportMappings *self,
                                        AccordWorkspace      *workspace,
                                        AccordImportKind      kind);

/* Saves options under name, in place of what is saved under it already; says why where that fails. */
void accord_import_mappings_save (AccordImportMappings      *self,
                                  const char                *name,
                                  const AccordImportOptions *options);

G_END_DECLS
