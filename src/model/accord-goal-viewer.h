/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordGoalViewer:
 *
 * Somebody in the small group that may see a goal.
 */
#define ACCORD_TYPE_GOAL_VIEWER (accord_goal_viewer_get_type ())
G_DECLARE_FINAL_TYPE (AccordGoalViewer, accord_goal_viewer, ACCORD, GOAL_VIEWER, AccordRecord)

AccordGoalViewer *accord_goal_viewer_new (void);

ACCORD_DECLARE_VALUE (AccordGoalViewer, accord_goal_viewer, goal, gint64)
ACCORD_DECLARE_VALUE (AccordGoalViewer, accord_goal_viewer, member, gint64)

G_END_DECLS
