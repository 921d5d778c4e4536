/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-date.h"
#include "accord-opportunity-state.h"
#include "accord-rate.h"

G_BEGIN_DECLS

/**
 * AccordStageTimes:
 *
 * What successive imports tell about stages: their order, how long opportunities stay in them, where they are lost
 * (domain.md, "Opportunities", Stage history). Fill it, end it, ask it.
 *
 * **Order.** Stages are those that an open opportunity was seen in. Of two stages the one comes first that more of the
 * opportunities which were seen in both were seen in first. A stage comes the earlier the more others it comes before; where
 * that does not tell, the one that was seen first does. A stage that no opportunity was seen in together with another one has
 * no place: nothing tells.
 *
 * **Time in stage** runs from the day an opportunity was first seen in the stage. The one that it was in when it was seen
 * for the first time it may have been in for long: then that is a lower bound, but for the first stage of all, which is entered
 * on the day an opportunity is created. Stays that are known in full are what a stage's median is of.
 */
typedef struct _AccordStageTimes AccordStageTimes;

/* What was seen after as_of counts as not seen yet. */
AccordStageTimes *accord_stage_times_new (AccordDate as_of);
void accord_stage_times_free (AccordStageTimes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordStageTimes, accord_stage_times_free)

/* An opportunity as it was seen on a day. Those of one opportunity come one after the other, by day; opportunities by id.
 * created may be ACCORD_DATE_NONE. */
void accord_stage_times_add (AccordStageTimes      *self,
                             gint64                 opportunity,
                             AccordDate             created,
                             AccordDate             observed,
                             const char            *stage,
                             AccordOpportunityState state);

/* All is added. Questions come after it. */
void accord_stage_times_end (AccordStageTimes *self);

/**
 * AccordStage:
 * @name: as opportunities have it
 * @position: from 0; -1 where nothing tells
 * @median: days that opportunities stayed in it, in billionths of a day; unknown where no stay is known in full
 * @n_stays: how many stays that is the median of
 */
typedef struct
{
  const char *name;
  int position;
  AccordRate median;
  guint n_stays;
} AccordStage;

/* The stages in their order, those without a place last. Borrowed. */
guint accord_stage_times_get_n_stages (const AccordStageTimes *self);
const AccordStage *accord_stage_times_get_stage (const AccordStageTimes *self,
                                                 guint                   i);

/* The stage of that name, or NULL. */
const AccordStage *accord_stage_times_find_stage (const AccordStageTimes *self,
                                                  const char             *name);

/**
 * AccordStageStay:
 * @stage: the stage that the opportunity is in
 * @since: the day it was first seen in it, or entered it
 * @days: since then, up to as_of
 * @at_least: it may be there for longer
 * @aged: above the stage's median; FALSE too where that is not known
 */
typedef struct
{
  const AccordStage *stage;
  AccordDate since;
  gint64 days;
  gboolean at_least;
  gboolean aged;
} AccordStageStay;

/* Where an open opportunity stands; FALSE where it was not seen, or is not open. */
gboolean accord_stage_times_get_stay (const AccordStageTimes *self,
                                      gint64                  opportunity,
                                      AccordStageStay        *stay);

/* The stage that a lost opportunity was lost in: the one it was seen lost in where open ones are seen in that too, else the
 * last one in which it was seen open. NULL where nothing tells, or where it is not lost. */
const AccordStage *accord_stage_times_get_loss (const AccordStageTimes *self,
                                                gint64                  opportunity);

/* How many stages count as early. */
#define ACCORD_EARLY_STAGES 2

/* Whether a loss in the stage is an early one; FALSE for one without a place. */
gboolean accord_stage_is_early (const AccordStage *stage);

G_END_DECLS
