/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-member.h"
#include "accord-settings.h"

G_BEGIN_DECLS

/* README.txt of an export: how to read the files, and what the columns of each table are. */

/* settings and member may be NULL. */
GString *accord_export_readme_new (AccordSettings *settings,
                                   AccordMember   *member);
void accord_export_readme_add_records (GString           *readme,
                                       const char        *table,
                                       const AccordField *fields,
                                       guint              n_fields);
void accord_export_readme_add_columns (GString           *readme,
                                       const char        *table,
                                       const char *const *columns);
void accord_export_readme_add_missing (GString    *readme,
                                       const char *table,
                                       const char *reason);

/* Whether an amount field of this name is a plain number (a share, weeks) and not money. */
gboolean accord_export_field_is_share (const char *name);

G_END_DECLS
