/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-backup.h"
#include "accord-csv.h"
#include "accord-import-options.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordImportSnapshot:
 *
 * What the import of a kind of file asks of the workspace, copied, so that the plan can be made on another thread.
 */
typedef struct _AccordImportSnapshot AccordImportSnapshot;

/* On the workspace's thread. today bounds what counts as history where a year is split by season. The store's errors. */
AccordImportSnapshot *accord_import_snapshot_new (AccordWorkspace *workspace,
                                                  AccordImportKind kind,
                                                  AccordDate       today,
                                                  GError         **error);
AccordImportSnapshot *accord_import_snapshot_ref (AccordImportSnapshot *self);
void accord_import_snapshot_unref (AccordImportSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordImportSnapshot, accord_import_snapshot_unref)

/**
 * AccordImportPlan:
 *
 * The dry run of an import: what was found out about the file and, row by row, what will happen. Immutable.
 */
typedef struct _AccordImportPlan AccordImportPlan;

typedef enum
{
  ACCORD_IMPORT_ADD,
  ACCORD_IMPORT_UPDATE,
  ACCORD_IMPORT_SKIP,
  ACCORD_IMPORT_REFUSE,
} AccordImportAction;

/**
 * AccordImportLine:
 * @line: the line of the file on which the row begins, from 1
 * @row: the row of the AccordCsv
 * @action: what will happen with it
 * @what: what it is about, for reading: "Anna Snelling", "Anna Snelling, July 2013: $200,000"; may be ""
 * @reason: why it is skipped or refused, in words for the user; "" where there is nothing to say
 * @note: what is worth knowing although it goes in (its manager is not known, …); "" mostly
 */
typedef struct
{
  guint line;
  guint row;
  AccordImportAction action;
  const char *what;
  const char *reason;
  const char *note;
} AccordImportLine;

typedef struct
{
  guint read;
  guint added;
  guint updated;
  guint skipped;
  guint refused;
} AccordImportCounts;

/**
 * AccordImportColumn:
 * @field: one of accord_import_kind_get_fields()'s names, or "" for a column that is not used; of the wide layout of
 *         quotas "amount", several times
 * @header: as it stands in the file
 * @given: whether the options said so, rather than the header itself
 * @doubt: why a header that looks like a field was left alone (another one does as well), for the user; "" mostly
 */
typedef struct
{
  char *field;
  char *header;
  gboolean given;
  char *doubt;
} AccordImportColumn;

typedef enum
{
  ACCORD_IMPORT_STAGE_SAID,    /* by the options */
  ACCORD_IMPORT_STAGE_GUESSED, /* its words say it plainly */
  ACCORD_IMPORT_STAGE_ASSUMED, /* open, for nothing says what it is */
} AccordImportStageSource;

/**
 * AccordImportStage:
 * @name: as the file calls it, where it stands first
 * @state: what its opportunities count as
 * @source: how that is known
 * @n: how many rows are in it, the refused ones too
 *
 * A stage of a file of opportunities.
 */
typedef struct
{
  const char *name;
  AccordOpportunityState state;
  AccordImportStageSource source;
  guint n;
} AccordImportStage;

typedef enum
{
  ACCORD_IMPORT_PERSON_REFUSED, /* nobody, or nobody certain: the rows are refused */
  ACCORD_IMPORT_PERSON_NEW,     /* somebody new */
  ACCORD_IMPORT_PERSON_MEMBER,  /* the member that the options say */
} AccordImportPersonUse;

/**
 * AccordImportPerson:
 * @text: as the file names somebody
 * @n: how often the file names them
 * @use: who that is taken to be
 * @said: whether the options say so of this one, rather than of everybody who is not known
 * @member: the member's id where the use is _MEMBER; else 0
 * @near: the id of a member who is called nearly so, 0 for none
 *
 * Whom a file names and the workspace does not know by that name.
 */
typedef struct
{
  const char *text;
  guint n;
  AccordImportPersonUse use;
  gboolean said;
  gint64 member;
  gint64 near;
} AccordImportPerson;

/* Makes the plan; changes nothing. Any thread: what is stored of actuals and opportunities is read on a connection of its
 * own. progress (nullable) is called in it, with 0 to 1. NULL only when cancelled (G_IO_ERROR_CANCELLED): what is wrong with
 * the file as a whole is the plan's problem, so that what was found out can be shown and set right; so is what the store has
 * to say. */
AccordImportPlan *accord_import_plan_new (AccordImportSnapshot      *snapshot,
                                          AccordCsv                 *csv,
                                          const AccordImportOptions *options,
                                          AccordProgress             progress,
                                          gpointer                   data,
                                          GCancellable              *cancellable,
                                          GError                   **error);
AccordImportPlan *accord_import_plan_ref (AccordImportPlan *self);
void accord_import_plan_unref (AccordImportPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordImportPlan, accord_import_plan_unref)

AccordImportKind accord_import_plan_get_kind (AccordImportPlan *self);

/* ACCORD_IMPORT_ERROR: why the file cannot be imported like this; NULL where it can. Then there are no lines, or, with
 * _REFUSED, all of them. */
const GError *accord_import_plan_get_problem (AccordImportPlan *self);

/* The row of the header, and the columns in the file's order. */
guint accord_import_plan_get_header_row (AccordImportPlan *self);
guint accord_import_plan_get_n_columns (AccordImportPlan *self);
const AccordImportColumn *accord_import_plan_get_column (AccordImportPlan *self,
                                                         guint             i);

/* What numbers and dates are read as; '\0' and _AUTO where the file gives no occasion to tell. */
char accord_import_plan_get_decimal (AccordImportPlan *self);
AccordDateOrder accord_import_plan_get_date_order (AccordImportPlan *self);

/* What was found out, a sentence each, for the user: encoding, delimiter, decimal sign, dates, columns, what was left out
 * above and below. NULL-terminated, borrowed. */
const char *const *accord_import_plan_get_findings (AccordImportPlan *self);

/* Those of the findings that whoever imports should see before: what is made along with the rows, and what whole groups of
 * rows are refused for. NULL-terminated, borrowed. */
const char *const *accord_import_plan_get_notices (AccordImportPlan *self);

/* The stages of the file, in its order: of opportunities only. */
guint accord_import_plan_get_n_stages (AccordImportPlan *self);
const AccordImportStage *accord_import_plan_get_stage (AccordImportPlan *self,
                                                       guint             i);

/* Whom the column of members names and nobody knows, in the file's order; not of a file of members. */
guint accord_import_plan_get_n_persons (AccordImportPlan *self);
const AccordImportPerson *accord_import_plan_get_person (AccordImportPlan *self,
                                                         guint             i);

/* The day of which the opportunities of the file are. */
AccordDate accord_import_plan_get_observed (AccordImportPlan *self);

/* The rows below the header, blank ones and footers left out, in order. */
guint accord_import_plan_get_n_lines (AccordImportPlan *self);
const AccordImportLine *accord_import_plan_get_line (AccordImportPlan *self,
                                                     guint             i);
/* What the line is about, for reading: more than its what where the file has many rows, whose cells are put together only
 * when they are looked at. (transfer full) */
char *accord_import_plan_describe_line (AccordImportPlan *self,
                                        guint             i);

AccordImportCounts accord_import_plan_get_counts (AccordImportPlan *self);

G_END_DECLS
