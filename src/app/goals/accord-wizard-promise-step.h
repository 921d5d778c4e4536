/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-wizard-step.h"

G_BEGIN_DECLS

/**
 * AccordWizardPromiseStep:
 *
 * The plan read back as a promise, with both names: who commits to what because of what, and who holds them to it. Once
 * it is given, it is read back as it stands, with its versions and the way onto paper.
 */
#define ACCORD_TYPE_WIZARD_PROMISE_STEP (accord_wizard_promise_step_get_type ())
G_DECLARE_FINAL_TYPE (AccordWizardPromiseStep, accord_wizard_promise_step, ACCORD, WIZARD_PROMISE_STEP, AccordWizardStep)

/* Whether everything is there that a promise needs; says in place what is missing. */
gboolean accord_wizard_promise_step_is_ready (AccordWizardPromiseStep *self);

/* Gives the promise; where that fails says why on the page. */
gboolean accord_wizard_promise_step_commit (AccordWizardPromiseStep *self);

/* After the promise was given: back to the page on which it can be changed. */
void accord_wizard_promise_step_reopen (AccordWizardPromiseStep *self);

/* After the promise was given: the next member, in the order of names, who has not given theirs; NULL where everybody
 * has. */
AccordMember *accord_wizard_promise_step_get_next (AccordWizardPromiseStep *self);

G_END_DECLS
