/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordGoalEntry:
 *
 * A dated line in the log of a personal goal: how far it has come. The goal's own progress is the latest one's.
 */
#define ACCORD_TYPE_GOAL_ENTRY (accord_goal_entry_get_type ())
G_DECLARE_FINAL_TYPE (AccordGoalEntry, accord_goal_entry, ACCORD, GOAL_ENTRY, AccordRecord)

AccordGoalEntry *accord_goal_entry_new (void);

ACCORD_DECLARE_VALUE (AccordGoalEntry, accord_goal_entry, goal, gint64)
ACCORD_DECLARE_VALUE (AccordGoalEntry, accord_goal_entry, day, AccordDate)
/* How far, an AccordRate from 0 to 1; unknown: a note alone. */
ACCORD_DECLARE_VALUE (AccordGoalEntry, accord_goal_entry, progress, gint64)
/* What has come together so far, minor units, where the goal is about money; else unknown. */
ACCORD_DECLARE_VALUE (AccordGoalEntry, accord_goal_entry, amount, gint64)
ACCORD_DECLARE_TEXT (AccordGoalEntry, accord_goal_entry, note)

G_END_DECLS
