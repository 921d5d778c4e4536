/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-wizard-step.h"

G_BEGIN_DECLS

/* AccordWizardQuartersStep: the commitment's four quarters, each editable, the others rebalanced, always adding up. */
#define ACCORD_TYPE_WIZARD_QUARTERS_STEP (accord_wizard_quarters_step_get_type ())
G_DECLARE_FINAL_TYPE (AccordWizardQuartersStep, accord_wizard_quarters_step, ACCORD, WIZARD_QUARTERS_STEP,
                      AccordWizardStep)

G_END_DECLS
