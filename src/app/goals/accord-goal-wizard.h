/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-member.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordGoalWizard:
 *
 * The way from what a member wants to what they commit to, in its own window. Everything typed is stored as it is
 * typed; closing keeps the draft, and the next opening goes on at the step that was open last.
 */
#define ACCORD_TYPE_GOAL_WIZARD (accord_goal_wizard_get_type ())
G_DECLARE_FINAL_TYPE (AccordGoalWizard, accord_goal_wizard, ACCORD, GOAL_WIZARD, AdwWindow)

/* For a member and a plan year (its label), over parent. */
AccordGoalWizard *accord_goal_wizard_new (GtkWindow       *parent,
                                          AccordWorkspace *workspace,
                                          AccordMember    *member,
                                          int              year);

G_END_DECLS
