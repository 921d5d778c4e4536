/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-database.h"

G_BEGIN_DECLS

/**
 * AccordVerify:
 * @size: the file's size in bytes
 *
 * Private to the store floor: one look through a workspace file. The file may be damaged or hostile: nothing in it is
 * taken for granted, each stage has a bound on its work that comes from the file's size, and stages that cannot go on
 * leave a fault and the next one its chance.
 */
typedef struct
{
  AccordDatabase *database;
  GCancellable *cancellable;
  GPtrArray *faults;
  guint n_more;
  gint64 size;
  gint64 work_left;
  gint64 bytes_left;
  gboolean exhausted;
} AccordVerify;

/* Notes a fault, a translated sentence. (transfer full) */
void accord_verify_fault (AccordVerify *self,
                          char         *fault);

/* The word for the records of a table, translated, to begin a sentence with a number after it: "Goal". */
const char *accord_verify_get_label (const char *table);

/* Begins a stage: its bounds start again. */
void accord_verify_begin (AccordVerify *self);

/* Counts what the statement's row holds; FALSE once a stage has read far more than the file holds, which pages that
 * refer to one another in a circle make possible. */
gboolean accord_verify_count_row (AccordVerify *self,
                                  sqlite3_stmt *statement);

/* What a stage does with an error: TRUE where it is the file's own fault, which is noted with what could not be read
 * (transfer full); FALSE, with error set, where reading failed otherwise or was cancelled. Takes failure. */
gboolean accord_verify_end (AccordVerify *self,
                            char         *what,
                            GError       *failure,
                            GError      **error);

/* The stages. FALSE is a failure to read on at all. */
gboolean accord_verify_schema (AccordVerify *self,
                               int           version,
                               gboolean     *tables_are_ours,
                               GError      **error);
gboolean accord_verify_structure (AccordVerify *self,
                                  GError      **error);
gboolean accord_verify_references (AccordVerify *self,
                                   GError      **error);
gboolean accord_verify_records (AccordVerify *self,
                                GError      **error);
gboolean accord_verify_sums (AccordVerify *self,
                             GError      **error);
gboolean accord_verify_actuals (AccordVerify *self,
                                GError      **error);
gboolean accord_verify_opportunities (AccordVerify *self,
                                      GError      **error);
gboolean accord_verify_seals (AccordVerify *self,
                              GError      **error);

/* FALSE with NOT_FOUND, EMPTY, FOREIGN or NEWER where the first bytes of a file say that it is no workspace for us,
 * whole or damaged. */
gboolean accord_verify_is_workspace (const char *path,
                                     GError    **error);

/* All of those that look at what the file says, for a database that is open already; the tables must be Accord's
 * own. */
gboolean accord_verify_content (AccordVerify *self,
                                GError      **error);

G_END_DECLS
