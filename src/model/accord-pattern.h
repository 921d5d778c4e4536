/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-account-query.h"
#include "accord-attainment.h"
#include "accord-conversation.h"
#include "accord-deadlines.h"
#include "accord-metric.h"

G_BEGIN_DECLS

/**
 * AccordPatternKind:
 * @ACCORD_PATTERN_OUTREACH: activity below what the member committed to
 * @ACCORD_PATTERN_EARLY_LOSSES: opportunities lost, or without a decision, in the first two stages
 * @ACCORD_PATTERN_ACCOUNTS: activity at commitment, and yet few opportunities that are won, or few at ideal accounts; who has as
 *   many of them at ideal accounts as the team does not work on the wrong ones, however few are won
 * @ACCORD_PATTERN_FOLLOW_UP: promised days that are not kept
 *
 * The four patterns of domain.md. Each is a reason to talk, with the figures that led to it, and never a verdict.
 */
typedef enum
{
  ACCORD_PATTERN_OUTREACH,
  ACCORD_PATTERN_EARLY_LOSSES,
  ACCORD_PATTERN_ACCOUNTS,
  ACCORD_PATTERN_FOLLOW_UP,
} AccordPatternKind;

#define ACCORD_N_PATTERNS 4

/* "Too little outreach". Borrowed, translated. */
const char *accord_pattern_kind_get_label (AccordPatternKind kind);

/* The kind of conversation to propose: about what was committed to and not reached a shortfall, else coaching. */
AccordConversationKind accord_pattern_kind_get_conversation (AccordPatternKind kind);

/* From which figures on a pattern shows. */

/* Activity below this part of what is expected to date: where the scorecard says "behind" (accord-attainment.h), so that the
 * two never contradict each other. */
#define ACCORD_PATTERN_ACTIVITY_BELOW ACCORD_STATUS_AT_RISK_FROM

/* At least half of the losses, */
#define ACCORD_PATTERN_EARLY_FROM (ACCORD_RATE_ONE / 2)
/* of at least so many: one or two are chance. */
#define ACCORD_PATTERN_LOSSES_MIN 3

/* Win rate, or share of opportunities at ideal accounts, below this part of the team's: a fifth less, which a handful of deals
 * more or less does not make up for, */
#define ACCORD_PATTERN_CONVERSION_BELOW (4 * (ACCORD_RATE_ONE / 5))
/* of at least so many closed, or opened: one deal is then no more than a fifth. */
#define ACCORD_PATTERN_DEALS_MIN 5

/* Less than four of five promised days kept, */
#define ACCORD_PATTERN_KEPT_BELOW (4 * (ACCORD_RATE_ONE / 5))
/* of at least so many, */
#define ACCORD_PATTERN_DUE_MIN 3
/* and at least so many that were not: one is no pattern. */
#define ACCORD_PATTERN_MISSED_MIN 2

/* What the figures say of a pattern: too little is known, it does not show, it shows. */
typedef enum
{
  ACCORD_PATTERN_UNKNOWN,
  ACCORD_PATTERN_CLEAR,
  ACCORD_PATTERN_SHOWS,
} AccordPatternState;

/**
 * AccordPatternActivity:
 * @metric: what is counted: a leading metric whose values add up. Owned
 * @actual: so far
 * @expected: to date
 * @target: what was committed to for the quarter
 * @pace: actual / expected
 *
 * In the unit of the metric; each may be unknown.
 */
typedef struct
{
  AccordMetric *metric;
  gint64 actual;
  gint64 expected;
  gint64 target;
  AccordRate pace;
} AccordPatternActivity;

/**
 * AccordPatternFigures:
 * @member: 0: the team's
 * @activities: (element-type AccordPatternActivity)
 * @losses: opportunities lost in the quarter of which the stage that they were lost in is known
 * @early_losses: those of them lost in the first two stages
 * @won: @lost: closed in the quarter
 * @ideal: of the opportunities opened in it
 * @ideal_known: whether any account is marked at all; @ideal says nothing otherwise
 * @deadlines: follow-ups due in it
 * @kept_rate: of commitments from meetings
 *
 * What the patterns of a member in a quarter are made of.
 */
typedef struct
{
  gint64 member;
  GArray *activities;
  gint64 losses;
  gint64 early_losses;
  gint64 won;
  gint64 lost;
  AccordIdealShare ideal;
  gboolean ideal_known;
  AccordDeadlines deadlines;
  AccordRate kept_rate;
} AccordPatternFigures;

void accord_pattern_figures_init (AccordPatternFigures *self,
                                  gint64                member);
void accord_pattern_figures_clear (AccordPatternFigures *self);

/* Derived from them; unknown where they are. */
AccordRate accord_pattern_figures_get_early (const AccordPatternFigures *self);
AccordRate accord_pattern_figures_get_win_rate (const AccordPatternFigures *self);
AccordRate accord_pattern_figures_get_ideal (const AccordPatternFigures *self);

/**
 * AccordPattern:
 * @activity: for %ACCORD_PATTERN_OUTREACH that an activity is below; for %ACCORD_PATTERN_ACCOUNTS that all are at commitment
 * @conversion: for %ACCORD_PATTERN_ACCOUNTS that the win rate is low
 * @ideal: for %ACCORD_PATTERN_ACCOUNTS that the share of ideal accounts is low
 *
 * What was found, and which of the figures made it.
 */
typedef struct
{
  AccordPatternKind kind;
  AccordPatternState state;
  gboolean activity;
  gboolean conversion;
  gboolean ideal;
} AccordPattern;

/* All four, in their order, of a member whose team has those figures. */
void accord_patterns_find (const AccordPatternFigures *member,
                           const AccordPatternFigures *team,
                           AccordPattern               patterns[ACCORD_N_PATTERNS]);

/* How many of the four show. */
guint accord_patterns_count (const AccordPattern patterns[ACCORD_N_PATTERNS]);

G_END_DECLS
