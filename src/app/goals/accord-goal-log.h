/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-goal-entry.h"
#include "accord-goal.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* Changes of a goal's log, each together with the goal's own progress, which is the latest entry's. */

/* Stores a new entry, or one in place of that with its id. */
gboolean accord_goal_log_put (AccordWorkspace  *workspace,
                              AccordGoal       *goal,
                              AccordGoalEntry  *draft,
                              GError          **error);

gboolean accord_goal_log_remove (AccordWorkspace  *workspace,
                                 AccordGoal       *goal,
                                 AccordGoalEntry  *entry,
                                 GError          **error);

/* Marks the goal as achieved on a day, or takes that back with ACCORD_DATE_NONE: it is as far then as its log says. */
gboolean accord_goal_set_achieved_on (AccordWorkspace  *workspace,
                                      AccordGoal       *goal,
                                      AccordDate        day,
                                      GError          **error);

G_END_DECLS
