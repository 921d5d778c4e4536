/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-opportunity-history.h"

G_BEGIN_DECLS

/**
 * AccordOpenDeal:
 * @opportunity: the deal, open
 * @stay: how long it has been in its stage; its stage is NULL where no import saw it there
 */
typedef struct
{
  AccordOpportunity *opportunity;
  AccordStageStay stay;
} AccordOpenDeal;

/**
 * AccordStageSum:
 * @name: the stage's
 * @count: how many open deals are in it
 * @amount: what those come to whose amount is known; ACCORD_UNKNOWN where it is of none
 * @aged: how many of them are aged
 * @aged_amount: what these come to, as @amount
 */
typedef struct
{
  const char *name;
  guint count;
  gint64 amount;
  guint aged;
  gint64 aged_amount;
} AccordStageSum;

/* How many deals were lost in a stage. */
typedef struct
{
  const AccordStage *stage;
  guint count;
} AccordStageLosses;

/**
 * AccordPipeline:
 * @times: how long deals stay in the stages, of the whole workspace
 * @deals: (element-type AccordOpenDeal): the open ones, by id
 * @stages: (element-type AccordStageSum): every stage that times tell of, in its order, then those that only an open deal names
 * @amount: what the open deals come to whose amount is known; ACCORD_UNKNOWN where there are deals, but no amounts
 * @losses: (element-type AccordStageLosses): where deals of the period were lost, by stage
 * @n_lost: how many were lost in the period, @n_lost_unknown of them in a stage that nothing tells of, or the
 *   place of which nothing tells
 * @n_lost_early: how many of them in the first stages (accord_stage_is_early())
 * @cycle_days: (element-type gint64): from created to won, of what was won in the period
 *
 * The deals of some members, as of a day. Read it, never change it; texts are its own.
 */
typedef struct
{
  AccordStageTimes *times;
  GArray *deals;
  GArray *stages;
  gint64 amount;
  GArray *losses;
  guint n_lost;
  guint n_lost_unknown;
  guint n_lost_early;
  GArray *cycle_days;
} AccordPipeline;

/* members is a set of gint64, or NULL for everybody. The open deals are those of now; what was won and lost is that of
 * first … last, as far as as_of. The store's errors. */
AccordPipeline *accord_pipeline_new (AccordWorkspace *workspace,
                                     GHashTable      *members,
                                     AccordDate       first,
                                     AccordDate       last,
                                     AccordDate       as_of,
                                     GError         **error);
void accord_pipeline_free (AccordPipeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPipeline, accord_pipeline_free)

/* The share of what was lost in stages whose place is known: in the first ones. Unknown where nothing was. */
AccordRate accord_pipeline_get_early_share (const AccordPipeline *self);

/* What was seen of a deal, by day: a GPtrArray of AccordStageObservation that owns them. NULL on error. */
GPtrArray *accord_opportunities_read_stages (AccordWorkspace *workspace,
                                             gint64           opportunity,
                                             GError         **error);

G_END_DECLS
