/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-wizard-step.h"

G_BEGIN_DECLS

/* AccordWizardCommitmentStep: the quota that the company assigns and the commitment that the member makes, at or
 * above it. */
#define ACCORD_TYPE_WIZARD_COMMITMENT_STEP (accord_wizard_commitment_step_get_type ())
G_DECLARE_FINAL_TYPE (AccordWizardCommitmentStep, accord_wizard_commitment_step, ACCORD, WIZARD_COMMITMENT_STEP,
                      AccordWizardStep)

G_END_DECLS
