/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-period.h"
#include "accord-score-series.h"

G_BEGIN_DECLS

/* No such row. */
#define ACCORD_RESULTS_NO_ROW G_MAXUINT

/**
 * AccordResults:
 * @card: what everybody has come to
 * @series: by which weeks
 * @elapsed: the share of the quarter's working time that has passed
 * @days_left: working days from the day after the scorecard's to the quarter's end
 *
 * What the page shows of a quarter, read at one time, and how it is put into words. Read it, never change it.
 */
typedef struct
{
  AccordWorkspace *workspace;
  AccordPeriod *period;
  AccordScorecard *card;
  AccordScoreSeries *series;
  AccordExact elapsed;
  int days_left;

  /*< private >*/
  GHashTable *rows;
} AccordResults;

/* The store's errors. */
AccordResults *accord_results_new (AccordWorkspace *workspace,
                                   AccordPeriod    *period,
                                   AccordDate       today,
                                   GError         **error);
AccordResults *accord_results_ref (AccordResults *self);
void accord_results_unref (AccordResults *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordResults, accord_results_unref)

/* Which of the scorecard's metrics are shown for the team (territory 0) or a territory: the key metrics in their order, and after
 * them all others where all is TRUE. A GArray of guint. (transfer full) */
GArray *accord_results_list_metrics (AccordResults *self,
                                     gint64         territory,
                                     gboolean       all);

/* The scorecard's row, or ACCORD_RESULTS_NO_ROW; member 0 for a territory's, territory 0 too for the team's. */
guint accord_results_find_row (AccordResults *self,
                               gint64         member,
                               gint64         territory,
                               guint          metric);

/* Borrowed. */
const AccordScorecardMetric *accord_results_get_metric (AccordResults *self,
                                                        guint          metric);
const AccordScorecardRow *accord_results_get_row (AccordResults *self,
                                                  guint          row);

/* For reading, in the user's language. Borrowed. */
const char *accord_results_get_title (AccordResults *self,
                                      guint          metric);

/* A value of the metric for reading; upper is the end of a range, else unknown. (transfer full) */
char *accord_results_format (AccordResults *self,
                             guint          metric,
                             gint64         value,
                             gint64         upper);

/* What a row has come to and what it is to come to, for reading. (transfer full) */
char *accord_results_dup_actual (AccordResults *self,
                                 guint          row);
char *accord_results_dup_target (AccordResults *self,
                                 guint          row);

/* "70.4 % of $48,500", "of 50", "no target"; where it is to be brief "70 % of $48.5k". (transfer full) */
char *accord_results_dup_against (AccordResults *self,
                                  guint          row,
                                  gboolean       brief);

/* "35 of 50, 70 %, on track". (transfer full) */
char *accord_results_dup_words (AccordResults *self,
                                guint          row);

G_END_DECLS
