/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-attainment.h"
#include "accord-quarter.h"

G_BEGIN_DECLS

/* Whether a value of that period counts in the quarter: a day, a month and a quarter by their first day, a week by its
 * Thursday. A year's does not. */
gboolean accord_quarter_has_period (AccordQuarter quarter,
                                    int           fiscal_start,
                                    AccordDate    starts,
                                    AccordGrain   grain);

/* The same for many values of one quarter, from its first day to its last. */
gboolean accord_span_has_period (AccordDate  first,
                                 AccordDate  last,
                                 AccordDate  starts,
                                 AccordGrain grain);

/* How many days the period has that begins on that day. */
gint64 accord_period_count_days (AccordDate  starts,
                                 AccordGrain grain,
                                 int         fiscal_start);

/* How many working days the quarter has, and how many of them have passed at the end of as_of. holidays is a list of
 * AccordHoliday, in any order, or NULL; a day that stands there twice is one. */
void accord_quarter_count_days (AccordQuarter quarter,
                                int           fiscal_start,
                                GListModel   *holidays,
                                AccordDate    as_of,
                                int          *passed,
                                int          *total);

/* The share of the quarter's working time that has passed at the end of as_of: 0 before it, 1 after it. Within a quarter the
 * season is even, so that it cancels. holidays is a list of AccordHoliday. Unknown where the quarter has no working day. */
AccordExact accord_quarter_get_elapsed (AccordQuarter quarter,
                                        int           fiscal_start,
                                        GListModel   *holidays,
                                        AccordDate    as_of);

/**
 * AccordTargetFinder:
 *
 * What is aimed at for a metric in a quarter, from a list of AccordTarget: of each the version that held as of a day. A
 * target for the quarter counts before those for its months, and these before those for its weeks; one for the plan year
 * is split by season where values add up, and stands as it is otherwise.
 */
typedef struct _AccordTargetFinder AccordTargetFinder;

/* weights is how the plan year's quarters weigh (accord_season_read()). */
AccordTargetFinder *accord_target_finder_new (GListModel   *targets,
                                              AccordQuarter quarter,
                                              int           fiscal_start,
                                              const gint64  weights[4],
                                              AccordDate    as_of);
void accord_target_finder_free (AccordTargetFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordTargetFinder, accord_target_finder_free)

/* member 0: the whole team's. FALSE, and both unknown, where there is none. */
gboolean accord_target_finder_find (AccordTargetFinder *self,
                                    gint64              member,
                                    gint64              metric,
                                    AccordRollUp        roll_up,
                                    gint64             *target,
                                    gint64             *upper);

G_END_DECLS
