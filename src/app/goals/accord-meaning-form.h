/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-wizard-step.h"

G_BEGIN_DECLS

/**
 * AccordMeaningForm:
 *
 * What a personal goal means: why it matters, what getting there changes and what not getting there would mean, what
 * may get in the way and what to do then.
 */
#define ACCORD_TYPE_MEANING_FORM (accord_meaning_form_get_type ())
G_DECLARE_FINAL_TYPE (AccordMeaningForm, accord_meaning_form, ACCORD, MEANING_FORM, AdwBin)

GtkWidget *accord_meaning_form_new (AccordWizardStep *step,
                                    AccordGoal       *goal);

/* The goal's title may be another. */
void accord_meaning_form_refresh (AccordMeaningForm *self);

AccordGoal *accord_meaning_form_get_goal (AccordMeaningForm *self);

G_END_DECLS
