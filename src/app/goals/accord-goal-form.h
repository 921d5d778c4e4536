/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-wizard-step.h"

G_BEGIN_DECLS

/**
 * AccordGoalForm:
 *
 * One personal goal in the wizard: what it is, what it takes, and, unfolded, what it is about, by when, and who may see
 * it, by name where that is a small group.
 *
 * Signals: "remove".
 */
#define ACCORD_TYPE_GOAL_FORM (accord_goal_form_get_type ())
G_DECLARE_FINAL_TYPE (AccordGoalForm, accord_goal_form, ACCORD, GOAL_FORM, AdwBin)

/* For a goal draft of the step's plan draft. */
GtkWidget *accord_goal_form_new (AccordWizardStep *step,
                                 AccordGoal       *goal);

/* Its number among the goals, from 1; alone: there is no other, so it cannot be removed. */
void accord_goal_form_set_number (AccordGoalForm *self,
                                  guint           number,
                                  gboolean        alone);

/* Says under the title that it is missing, where there is more than that. */
gboolean accord_goal_form_check (AccordGoalForm *self);

G_END_DECLS
