/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-people.h"
#include "accord-import-plan.h"
#include "accord-membership.h"
#include "accord-quota.h"
#include "accord-season-history.h"
#include "accord-territory.h"

G_BEGIN_DECLS

/* What the files of the import share. */

/* Ids from here on stand for records that get theirs when the plan is carried out. */
#define ACCORD_IMPORT_NEW (G_GINT64_CONSTANT (1) << 40)

struct _AccordImportSnapshot
{
  gatomicrefcount references;
  AccordImportKind kind;
  AccordDate today;
  int this_year;
  int fiscal_start;
  int decimals;
  char *currency;
  /* Of copies, in the order of the workspace's lists; those that the kind has no use for are NULL. */
  GPtrArray *members;
  GPtrArray *territories;
  GListStore *memberships;
  GPtrArray *quotas;
  AccordSeasonHistory *season;
};

/* Whether the workspace's lists are still what the snapshot copied. */
gboolean accord_import_snapshot_is_current (AccordImportSnapshot *self,
                                            AccordWorkspace      *workspace);

struct _AccordImportPlan
{
  gatomicrefcount references;
  AccordImportSnapshot *snapshot;
  GError *problem;
  guint header_row;
  GArray *columns; /* of AccordImportColumn */
  char decimal;
  AccordDateOrder date_order;
  GPtrArray *findings; /* ends with NULL */
  GArray *lines;       /* of AccordImportLine */
  AccordImportCounts counts;
  GPtrArray *puts;     /* drafts in the order in which they are stored */
};

/* A plan in the making. */
typedef struct
{
  AccordImportPlan *plan;
  AccordImportSnapshot *snapshot;
  AccordCsv *csv;
  const AccordImportOptions *options;
  AccordProgress progress;
  gpointer data;
  GCancellable *cancellable;
  guint last_row; /* the first row of what stands below the table */
  gint64 next_new;
  AccordImportPeople *people;
} AccordImportWork;

/* The columns of a field, as a GArray of guint, ascending. */
GArray *accord_import_work_list_columns (AccordImportWork *work,
                                         const char       *field);
gboolean accord_import_work_has (AccordImportWork *work,
                                 const char       *field);

/* The tidied value of a field in a row: what was set for it, else the cell of its (first) column, "" where that says that
 * there is nothing. (transfer full) */
char *accord_import_work_read (AccordImportWork *work,
                               guint             row,
                               const char       *field);

/* The header of the field's first column, or its name: for messages. */
const char *accord_import_work_get_header (AccordImportWork *work,
                                           const char       *field);

/* A new record's stand-in for an id. */
gint64 accord_import_work_reserve (AccordImportWork *work);

/* Adds a line. Texts (transfer full), NULL is "". */
AccordImportLine *accord_import_work_add_line (AccordImportWork  *work,
                                               guint              row,
                                               AccordImportAction action,
                                               char              *what,
                                               char              *reason,
                                               char              *note);

/* Tells how far the work is; FALSE with G_IO_ERROR_CANCELLED. */
gboolean accord_import_work_step (AccordImportWork *work,
                                  double            fraction,
                                  GError          **error);

/* Whether the row of the table is to be read: not blank, and sound. Adds the line of one that is at fault. */
gboolean accord_import_work_takes (AccordImportWork *work,
                                   guint             row);

void accord_import_work_find (AccordImportWork *work,
                              char             *sentence);

/* accord-import-columns.c: header, columns and the last row; FALSE with the plan's problem. */
gboolean accord_import_work_map (AccordImportWork *work,
                                 GError          **error);
/* accord-import-tell.c: order of dates and decimal sign; FALSE with the plan's problem. */
gboolean accord_import_work_tell (AccordImportWork *work,
                                  GError          **error);
/* What was found out, in sentences. */
void accord_import_work_describe (AccordImportWork *work);

/* The kinds. FALSE only where cancelled. */
gboolean accord_import_plan_members (AccordImportWork *work,
                                     GError          **error);
gboolean accord_import_plan_quotas (AccordImportWork *work,
                                    GError          **error);

/* "", or why nobody, or nobody certain, is found. (transfer full) */
char *accord_import_explain_match (AccordImportMatch match,
                                   const char       *text,
                                   AccordMember     *near);

G_END_DECLS
