/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-scorecard.h"

G_BEGIN_DECLS

/* How many weeks the small lines of a scorecard show. */
#define ACCORD_SCORE_SERIES_WEEKS 13

/**
 * AccordScoreSeries:
 * @first: Monday of the first week
 * @n_weeks: ISO weeks from there up to the one of the scorecard's day, but not beyond the quarter; ACCORD_SCORE_SERIES_WEEKS
 *   of them at least, and all of the quarter's
 * @from: which of them is the first that belongs to the quarter; @n_weeks where none does
 *
 * How the rows of a scorecard came to what they are, week by week. Read it, never change it.
 */
typedef struct
{
  AccordDate first;
  guint n_weeks;
  guint from;

  /*< private >*/
  guint n_rows;
  gint64 *values;
  gint64 *totals;
  gboolean *adds_up;
} AccordScoreSeries;

/* Reads them for every row, once. The store's errors. */
AccordScoreSeries *accord_score_series_new (AccordWorkspace       *workspace,
                                            const AccordScorecard *card,
                                            GError               **error);
void accord_score_series_free (AccordScoreSeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordScoreSeries, accord_score_series_free)

/* What a row, counted as in the scorecard, came to in each of the weeks, rolled up by the metric's rule over its days and over
 * members: @n_weeks values in the metric's unit, ACCORD_UNKNOWN where nothing is known of the week. A value for a month or
 * longer says nothing of a week, and no week tells how well the pipeline was covered. Borrowed. */
const gint64 *accord_score_series_get_values (const AccordScoreSeries *self,
                                              guint                    row);

/* What had come together by the end of each week: @n_weeks values, of which those before @from are unknown, as are those before
 * the first that is known. Here a value for a month counts when the month is over, or on the scorecard's day, and the last one
 * is the row's actual. NULL unless the metric is a sum. Borrowed. */
const gint64 *accord_score_series_get_totals (const AccordScoreSeries *self,
                                              guint                    row);

G_END_DECLS
