/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-cli-output.h"
#include "accord-quarter.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordCliListing:
 * @workspace: the open workspace
 * @decimals: of its currency
 * @fiscal_start: of its plan years
 * @period: the plan year or quarter asked for; year 0: all of them
 * @first: the period's first day, ACCORD_DATE_NONE: no bound
 * @last: its last day
 * @member: the member asked for; 0: all
 * @output: where the rows go
 *
 * What accord-cli list was asked for.
 */
typedef struct
{
  AccordWorkspace *workspace;
  int decimals;
  int fiscal_start;
  AccordQuarter period;
  AccordDate first;
  AccordDate last;
  gint64 member;
  AccordCliOutput *output;
} AccordCliListing;

/**
 * AccordCliKind:
 * @word: what it is called on the command line
 * @columns: its fields
 * @has_member: whether --member chooses among its rows
 * @has_period: whether --year and --quarter do
 * @print: prints the rows
 */
typedef struct
{
  const char *word;
  const AccordCliColumn *columns;
  guint n_columns;
  gboolean has_member;
  gboolean has_period;
  gboolean (*print) (const AccordCliListing *listing,
                     GError                **error);
} AccordCliKind;

extern const AccordCliKind accord_cli_kind_members;
extern const AccordCliKind accord_cli_kind_goals;
extern const AccordCliKind accord_cli_kind_commitments;
extern const AccordCliKind accord_cli_kind_swot;
extern const AccordCliKind accord_cli_kind_metrics;
extern const AccordCliKind accord_cli_kind_actuals;
extern const AccordCliKind accord_cli_kind_opportunities;
extern const AccordCliKind accord_cli_kind_meetings;
extern const AccordCliKind accord_cli_kind_conversations;
extern const AccordCliKind accord_cli_kind_follow_ups;

/* What the kinds ask of a record. */
gboolean accord_cli_listing_has_year (const AccordCliListing *self,
                                      gint64                  year);
gboolean accord_cli_listing_has_date (const AccordCliListing *self,
                                      AccordDate              date);
gboolean accord_cli_listing_has_member (const AccordCliListing *self,
                                        gint64                  member);

/* NULL for 0. (transfer none) */
const char *accord_cli_listing_get_member_name (const AccordCliListing *self,
                                                gint64                  member);

/* The records of a type as an array to sort; holds references. NULL with an error where they cannot be read. */
GPtrArray *accord_cli_listing_load (const AccordCliListing *self,
                                    GType                   type,
                                    GCompareFunc            compare,
                                    GError                **error);

/* For GCompareFuncs over arrays of records: by value, then by id. */
int accord_cli_compare_integers (gint64 a,
                                 gint64 b);

G_END_DECLS
