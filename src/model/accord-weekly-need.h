/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-commitment.h"
#include "accord-metric.h"
#include "accord-plan-figures.h"
#include "accord-target.h"

G_BEGIN_DECLS

/* What a plan asks of every week, and the targets that follow from it. */
typedef enum
{
  ACCORD_WEEKLY_OUTREACH,
  ACCORD_WEEKLY_MEETINGS,
  ACCORD_WEEKLY_OPPORTUNITIES,
  ACCORD_N_WEEKLY_NEEDS,
} AccordWeeklyNeedKind;

/**
 * AccordWeeklyNeed:
 * @kind: what is counted
 * @total: how many in all the weeks that are left; %ACCORD_UNKNOWN where the plan does not say
 * @per_week: how many a week, rounded up to whole ones; %ACCORD_UNKNOWN where the plan does not say
 * @metric: the workspace's metric for it, borrowed from the list; %NULL where there is none yet
 */
typedef struct
{
  AccordWeeklyNeedKind kind;
  gint64 total;
  gint64 per_week;
  AccordMetric *metric;
} AccordWeeklyNeed;

/* The needs of a plan for the amount that it commits to, less what is booked, over the working weeks left. FALSE where
 * none can be told. metrics is a list of AccordMetric: one counts for a need if it is a count of the whole team and bears
 * the need's name, in English or in the user's language. */
gboolean accord_weekly_need_list (AccordPlan            *plan,
                                  const AccordPlanBasis *basis,
                                  GListModel            *metrics,
                                  AccordWeeklyNeed       needs[ACCORD_N_WEEKLY_NEEDS]);

/* The metric that counts for a need; NULL where there is none. Borrowed. */
AccordMetric *accord_weekly_need_find_metric (AccordWeeklyNeedKind  kind,
                                              GListModel           *metrics);

/* The name that a metric for it gets. */
const char *accord_weekly_need_get_name (AccordWeeklyNeedKind kind);

/* A draft of the metric where the workspace has none: a count, by the week, summed, leading. (transfer full) */
AccordMetric *accord_weekly_need_make_metric (AccordWeeklyNeedKind kind,
                                              GListModel          *metrics);

/* Why a target was set that came with the commitment. (transfer full) */
char *accord_weekly_need_dup_reason (AccordCommitment *commitment);

/* Drafts of the targets that a need becomes: one for each quarter of the plan year that is not over today, each the next
 * version of what stands, with the reason. The need's total is shared by the working weeks that are left in each quarter
 * (weeks, in billionths), so that the targets together ask for the total and no more; the quarter that is running asks
 * for what was done in it so far besides (so_far, in billionths; unknown: nothing). A quarter whose target is that already
 * gets none. metric is the id of the need's metric. A GPtrArray of AccordTarget. (transfer full) */
GPtrArray *accord_weekly_need_make_targets (const AccordWeeklyNeed *need,
                                            gint64                  metric,
                                            gint64                  member,
                                            int                     year,
                                            int                     fiscal_start,
                                            const gint64            weeks[4],
                                            gint64                  so_far,
                                            AccordDate              today,
                                            const char             *reason,
                                            GListModel             *targets);

G_END_DECLS
