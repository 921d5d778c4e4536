/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-scorecard.h"

#include "accord-member.h"
#include "accord-opportunity-sums.h"
#include "accord-score-period.h"

G_BEGIN_DECLS

/* Somebody of whom the scorecard has rows. */
typedef struct
{
  AccordMember *member; /* borrowed from the workspace's list */
  gint64 id;
  gint64 territory;
  gint64 weight;
  gint64 quota;         /* of the quarter, ACCORD_UNKNOWN for none */
  gboolean present;
  gboolean has_figures;
} AccordScorecardPerson;

/* A scorecard in the making. */
typedef struct
{
  AccordWorkspace *workspace;
  AccordScorecard *card;
  int fiscal_start;
  AccordDate first;
  AccordDate last;
  AccordDate last_day;     /* of it that counts as of the day */
  gboolean has_opportunities;
  GArray *people;          /* of AccordScorecardPerson, by id */
  GHashTable *by_member;   /* id to place in people + 1 */
  GArray *totals;          /* of AccordActualTotal: what the actuals of the quarter come to */
  GHashTable *with_values; /* ids of metrics that have an actual or a target in it */
  AccordScorePart *parts;  /* people × metrics */
  AccordTargetFinder *finder;
} AccordScorecardMaking;

AccordScorePart *accord_scorecard_get_part (AccordScorecardMaking *self,
                                            guint                  person,
                                            guint                  metric);

/* accord-scorecard-people.c: the members with their places, weights and quotas. */
gboolean accord_scorecard_gather_people (AccordScorecardMaking *self,
                                         GError               **error);

/* accord-scorecard-parts.c: which metrics there are, and what each member has of each. */
gboolean accord_scorecard_gather_parts (AccordScorecardMaking *self,
                                        GError               **error);

/* What a member's opportunities come to, in the terms of the computed metric. sums NULL: there are none. quota is what the
 * coverage is about, ACCORD_UNKNOWN for none. */
void accord_scorecard_fill_computed (AccordComputedMetric         which,
                                     gint64                       quota,
                                     const AccordOpportunitySums *sums,
                                     AccordScorePart             *part);

G_END_DECLS
