/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-wizard-step.h"

G_BEGIN_DECLS

/* AccordWizardGoalsStep: the member's personal goals of the year, two or three of them. */
#define ACCORD_TYPE_WIZARD_GOALS_STEP (accord_wizard_goals_step_get_type ())
G_DECLARE_FINAL_TYPE (AccordWizardGoalsStep, accord_wizard_goals_step, ACCORD, WIZARD_GOALS_STEP, AccordWizardStep)

G_END_DECLS
