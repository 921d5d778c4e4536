/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-bulk.h"
#include "accord-import-people.h"
#include "accord-import-plan.h"
#include "accord-membership.h"
#include "accord-metric.h"
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
  GPtrArray *metrics;
  gboolean has_opportunities;
  /* Where bulk rows are read from, and the state that they must be in when the plan is carried out. */
  char *path;
  guint8 state[ACCORD_DIGEST_SIZE];
};

/* Whether the workspace's lists are still what the snapshot copied. */
gboolean accord_import_snapshot_is_current (AccordImportSnapshot *self,
                                            AccordWorkspace      *workspace);

/* What is stored for a member, a metric and a period, and what was there: value ACCORD_UNKNOWN for nothing. */
typedef struct
{
  AccordActual actual;
  gint64 before;
  AccordSource source_before;
} AccordImportActual;

/* What is stored of an opportunity, and what was there: NULL for a new one, whose id counts the new ones from -1 downwards.
 * Texts are the CSV's, the plan's, or the stored one's. */
typedef struct
{
  AccordOpportunity opportunity;
  const AccordOpportunity *before;
} AccordImportDeal;

struct _AccordImportPlan
{
  gatomicrefcount references;
  AccordCsv *csv;
  GStringChunk *texts;
  AccordImportSnapshot *snapshot;
  GError *problem;
  guint header_row;
  GArray *columns; /* of AccordImportColumn */
  char decimal;
  AccordDateOrder date_order;
  GPtrArray *findings; /* ends with NULL */
  GPtrArray *notices;  /* of the findings, and ends with NULL */
  GArray *stages;      /* of AccordImportStage */
  GArray *persons;     /* of AccordImportPerson */
  AccordDate observed;
  GArray *lines;       /* of AccordImportLine */
  AccordImportCounts counts;
  GPtrArray *puts;     /* drafts in the order in which they are stored */
  GArray *actuals;     /* of AccordImportActual */
  GArray *deals;       /* of AccordImportDeal */
  GPtrArray *stored;   /* opportunities that were there */
  GPtrArray *seen;     /* what was seen on the day observed already, by opportunity */
};

/* Whether nothing would be stored. */
gboolean accord_import_plan_is_empty (AccordImportPlan *self);

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

/* Where a file says a field: in the column (its first one), -1 for none, or by what was set for it in its place, tidied
 * and kept as long as the plan; NULL for nothing. */
typedef struct
{
  int column;
  const char *set;
} AccordImportPlace;

/* Finds the places of n_fields fields. */
void accord_import_work_find_places (AccordImportWork  *work,
                                     const char *const *fields,
                                     AccordImportPlace *places,
                                     guint              n_fields);

/* As accord_import_work_read(), for files of many rows: borrowed until the plan goes. */
const char *accord_import_work_peek (AccordImportWork        *work,
                                     guint                    row,
                                     const AccordImportPlace *place);

/* The text, kept as long as the plan. */
const char *accord_import_work_keep (AccordImportWork *work,
                                     const char       *text);

/* Whether an amount names a currency that is not the workspace's, and the sentence that says so. */
gboolean accord_import_work_is_foreign (AccordImportWork *work,
                                        const char       *text);
void accord_import_work_tell_foreign (AccordImportWork *work);

/* What is stored, on a connection of the worker's own. NULL with the plan's problem. */
AccordWorkspace *accord_import_work_open (AccordImportWork *work);

/* Adds a line. Texts (transfer full), NULL is "". */
AccordImportLine *accord_import_work_add_line (AccordImportWork  *work,
                                               guint              row,
                                               AccordImportAction action,
                                               char              *what,
                                               char              *reason,
                                               char              *note);

/* The same with texts that stay as long as the plan does; NULL is "". */
AccordImportLine *accord_import_work_note_line (AccordImportWork  *work,
                                                guint              row,
                                                AccordImportAction action,
                                                const char        *what,
                                                const char        *reason,
                                                const char        *note);

/* Tells how far the work is; FALSE with G_IO_ERROR_CANCELLED. */
gboolean accord_import_work_step (AccordImportWork *work,
                                  double            fraction,
                                  GError          **error);

/* Takes in one row of the table. */
typedef void (*AccordImportRowFunc) (gpointer self,
                                     guint    row);

/* Has each row of the table taken in that is to be read: neither blank nor at fault, which gets its line here. Tells how
 * far the work is, the rows being this share of it (0 to 1); FALSE with G_IO_ERROR_CANCELLED. */
gboolean accord_import_work_take_rows (AccordImportWork   *work,
                                       double              share,
                                       AccordImportRowFunc take,
                                       gpointer            self,
                                       GError            **error);

/* Adds what was found out (transfer full); notice adds it to what should be seen before, too. */
void accord_import_work_find (AccordImportWork *work,
                              char             *sentence);
void accord_import_work_notice (AccordImportWork *work,
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

/* FALSE too with the plan's problem. */
gboolean accord_import_plan_actuals (AccordImportWork *work,
                                     GError          **error);
gboolean accord_import_plan_opportunities (AccordImportWork *work,
                                           GError          **error);

/* "", or why nobody, or nobody certain, is found. (transfer full) */
char *accord_import_explain_match (AccordImportMatch match,
                                   const char       *text,
                                   AccordMember     *near);

G_END_DECLS
