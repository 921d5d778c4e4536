/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-wizard-step.h"

G_BEGIN_DECLS

/* AccordWizardMeaningStep: what achieving each goal changes, and what not achieving it means. */
#define ACCORD_TYPE_WIZARD_MEANING_STEP (accord_wizard_meaning_step_get_type ())
G_DECLARE_FINAL_TYPE (AccordWizardMeaningStep, accord_wizard_meaning_step, ACCORD, WIZARD_MEANING_STEP,
                      AccordWizardStep)

G_END_DECLS
