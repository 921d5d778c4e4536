/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-database.h"

G_BEGIN_DECLS

/* Private to the store floor: the numbered SQL of data/sql. File n takes a workspace from version n - 1 to n. */

/* The version that this program writes. */
int accord_migration_latest (void);

/* From version from to version to, each step in one transaction that ends with user_version: a step is there wholly
 * or not at all. */
gboolean accord_migration_run (AccordDatabase *database,
                               int             from,
                               int             to,
                               GError        **error);

/* FALSE with ACCORD_STORE_ERROR_SCHEMA unless tables, indexes, triggers and views are, letter by letter, those of
 * version. */
gboolean accord_migration_check_schema (AccordDatabase *database,
                                        const char     *name,
                                        int             version,
                                        GError        **error);

G_END_DECLS
