/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-wizard-step.h"

G_BEGIN_DECLS

/* AccordWizardPayStep: what the member wants to earn, and how bookings pay: one rate, marginal bands or cliff bands. */
#define ACCORD_TYPE_WIZARD_PAY_STEP (accord_wizard_pay_step_get_type ())
G_DECLARE_FINAL_TYPE (AccordWizardPayStep, accord_wizard_pay_step, ACCORD, WIZARD_PAY_STEP, AccordWizardStep)

G_END_DECLS
