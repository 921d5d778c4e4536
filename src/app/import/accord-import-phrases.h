/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-plan.h"

G_BEGIN_DECLS

/* What the import says about a plan. All (transfer full). */

/* "Import 17 Members", with a mnemonic. */
char *accord_import_phrase_for_button (AccordImportKind          kind,
                                       const AccordImportCounts *counts);

/* "17 added, 3 updated, 1 refused"; what there is none of is left out. */
char *accord_import_phrase_for_counts (guint added,
                                       guint updated,
                                       guint skipped,
                                       guint refused);

/* What importing would do, or why it would do nothing. */
char *accord_import_phrase_for_plan (AccordImportPlan *plan);

/* A heading for what is wrong with a file; borrowed. */
const char *accord_import_phrase_for_problem (const GError *problem);

/* "Members", "Quotas"; borrowed. */
const char *accord_import_phrase_for_kind (AccordImportKind kind);

/* "Import Members"; borrowed. */
const char *accord_import_phrase_for_title (AccordImportKind kind);

G_END_DECLS
