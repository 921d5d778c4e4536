/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-goal.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordGoalWindow:
 *
 * A personal goal by itself: what it means, how far it has come, its log to write on, and the moment when it is achieved.
 * Everything is stored at once and can be undone here.
 */
#define ACCORD_TYPE_GOAL_WINDOW (accord_goal_window_get_type ())
G_DECLARE_FINAL_TYPE (AccordGoalWindow, accord_goal_window, ACCORD, GOAL_WINDOW, AdwWindow)

/* For a live goal, over parent. */
GtkWindow *accord_goal_window_new (GtkWindow       *parent,
                                   AccordWorkspace *workspace,
                                   AccordGoal      *goal);

G_END_DECLS
