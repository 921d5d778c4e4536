/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-goal-entry.h"
#include "accord-goal-viewer.h"
#include "accord-goal.h"
#include "accord-rate.h"

G_BEGIN_DECLS

/* What can be asked of personal goals: who sees them, how far they are, and which are to be celebrated. */

/* The goals that were achieved on a day of first … last, both inclusive, and that the whole team may know of: the
 * latest first. What is private, or meant for a small group, is not in it. A GPtrArray of AccordGoal. (transfer full) */
GPtrArray *accord_goal_list_celebrations (GListModel *goals,
                                          AccordDate  first,
                                          AccordDate  last);

/* The small group that a goal names, as a GPtrArray of AccordGoalViewer in the order of their ids. (transfer full) */
GPtrArray *accord_goal_list_viewers (AccordGoal *goal,
                                     GListModel *viewers);

/* A goal's log from the first day to the last, two of one day in the order in which they were written, as a GPtrArray
 * of AccordGoalEntry. (transfer full) */
GPtrArray *accord_goal_list_entries (AccordGoal *goal,
                                     GListModel *entries);

/* Puts a log that was changed into that order again; an entry that is not stored yet is the latest of its day. */
void accord_goal_log_sort (GPtrArray *log);

/* How far the goal was by an entry: what it says, else its amount as a share of the goal's; at most 1. Unknown for a
 * note alone. */
AccordRate accord_goal_entry_get_share (AccordGoalEntry *entry,
                                        AccordGoal      *goal);

/* How far the goal is by its log: the share of the latest entry that tells one. Unknown where none does. log is what
 * accord_goal_list_entries() gives. */
AccordRate accord_goal_log_get_progress (GPtrArray  *log,
                                         AccordGoal *goal);

/* A goal's if-then plan as a sentence, in which an "If" or an "I will" that was typed as well is not doubled; NULL
 * where one half of it is missing. (transfer full) */
char *accord_goal_dup_if_then (AccordGoal *goal);

G_END_DECLS
