/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-wizard-step.h"

G_BEGIN_DECLS

/* AccordWizardWorkStep: what a deal takes: its size, how many are won, how meetings and outreach lead to them, and
 * the weeks left. */
#define ACCORD_TYPE_WIZARD_WORK_STEP (accord_wizard_work_step_get_type ())
G_DECLARE_FINAL_TYPE (AccordWizardWorkStep, accord_wizard_work_step, ACCORD, WIZARD_WORK_STEP, AccordWizardStep)

G_END_DECLS
