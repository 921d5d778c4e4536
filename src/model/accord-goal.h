/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/* What a personal goal is about. */
typedef enum
{
  ACCORD_GOAL_KIND_INCOME, /*< nick=income >*/
  ACCORD_GOAL_KIND_HOME, /*< nick=home >*/
  ACCORD_GOAL_KIND_EDUCATION, /*< nick=education >*/
  ACCORD_GOAL_KIND_FAMILY, /*< nick=family >*/
  ACCORD_GOAL_KIND_SAVINGS, /*< nick=savings >*/
  ACCORD_GOAL_KIND_TRAVEL, /*< nick=travel >*/
  ACCORD_GOAL_KIND_CAREER, /*< nick=career >*/
  ACCORD_GOAL_KIND_RECOGNITION, /*< nick=recognition >*/
  ACCORD_GOAL_KIND_SKILL, /*< nick=skill >*/
  ACCORD_GOAL_KIND_HEALTH, /*< nick=health >*/
  ACCORD_GOAL_KIND_OTHER, /*< nick=other >*/
} AccordGoalKind;

/* The value in words, for reading. */
const char *accord_goal_kind_get_label (AccordGoalKind kind);

/* Who may see a personal goal. */
typedef enum
{
  ACCORD_VISIBILITY_PRIVATE, /*< nick=private >*/
  ACCORD_VISIBILITY_GROUP, /*< nick=group >*/
  ACCORD_VISIBILITY_TEAM, /*< nick=team >*/
} AccordVisibility;

/* The value in words, for reading. */
const char *accord_visibility_get_label (AccordVisibility visibility);

/**
 * AccordGoal:
 *
 * A personal goal of a member for a plan year: what they want for themselves.
 */
#define ACCORD_TYPE_GOAL (accord_goal_get_type ())
G_DECLARE_FINAL_TYPE (AccordGoal, accord_goal, ACCORD, GOAL, AccordRecord)

AccordGoal *accord_goal_new (void);

ACCORD_DECLARE_VALUE (AccordGoal, accord_goal, member, gint64)
/* The plan year's label. */
ACCORD_DECLARE_VALUE (AccordGoal, accord_goal, year, gint64)
/* Order among the member's goals of the year. */
ACCORD_DECLARE_VALUE (AccordGoal, accord_goal, position, gint64)
ACCORD_DECLARE_VALUE (AccordGoal, accord_goal, kind, AccordGoalKind)
/* What they want, in their words. */
ACCORD_DECLARE_TEXT (AccordGoal, accord_goal, title)
/* What it takes, minor units, where it is about money. */
ACCORD_DECLARE_VALUE (AccordGoal, accord_goal, amount, gint64)
ACCORD_DECLARE_VALUE (AccordGoal, accord_goal, due, AccordDate)
/* Why it matters. */
ACCORD_DECLARE_TEXT (AccordGoal, accord_goal, why)
/* What achieving it changes. */
ACCORD_DECLARE_TEXT (AccordGoal, accord_goal, achieving)
/* What not achieving it means. */
ACCORD_DECLARE_TEXT (AccordGoal, accord_goal, missing)
/* What is likely to get in the way. */
ACCORD_DECLARE_TEXT (AccordGoal, accord_goal, obstacle)
/* "If …" of the if-then plan. */
ACCORD_DECLARE_TEXT (AccordGoal, accord_goal, if_cue)
/* "… then I will …" of the if-then plan. */
ACCORD_DECLARE_TEXT (AccordGoal, accord_goal, then_action)
ACCORD_DECLARE_VALUE (AccordGoal, accord_goal, visibility, AccordVisibility)
/* How far they are, an AccordRate from 0 to 1; unknown: not said. */
ACCORD_DECLARE_VALUE (AccordGoal, accord_goal, progress, gint64)
/* The day it was achieved; none: not yet. */
ACCORD_DECLARE_VALUE (AccordGoal, accord_goal, achieved, AccordDate)

G_END_DECLS
