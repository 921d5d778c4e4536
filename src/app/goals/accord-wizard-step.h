/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-consequence.h"
#include "accord-field-row.h"

G_BEGIN_DECLS

/**
 * AccordWizardStep:
 *
 * A step of the goal wizard: a few fields over an AccordPlanDraft. Enter goes from field to field, and from the last
 * one asks for the next step.
 *
 * Signals: "next" (Enter in the last field).
 */
#define ACCORD_TYPE_WIZARD_STEP (accord_wizard_step_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordWizardStep, accord_wizard_step, ACCORD, WIZARD_STEP, AdwBin)

/**
 * AccordWizardStepClass:
 * @load: puts the draft into the fields, when the step is first shown for it
 * @refresh: the draft has changed, here or in another step; optional
 * @describe: says at the right what follows from what is entered; optional
 * @is_done: whether the step has what it asks for: then it gets its tick
 * @check: says under a field what is wrong for reasons that the field cannot know; optional
 * @leave: the step is left, in any direction; optional
 */
struct _AccordWizardStepClass
{
  AdwBinClass parent_class;

  void (*load) (AccordWizardStep *self);
  void (*refresh) (AccordWizardStep *self);
  void (*describe) (AccordWizardStep  *self,
                    AccordConsequence *consequence);
  gboolean (*is_done) (AccordWizardStep *self);
  void (*check) (AccordWizardStep *self);
  void (*leave) (AccordWizardStep *self);
};

void accord_wizard_step_set_draft (AccordWizardStep *self,
                                   AccordPlanDraft  *draft);
AccordPlanDraft *accord_wizard_step_get_draft (AccordWizardStep *self);
AccordPlan *accord_wizard_step_get_plan (AccordWizardStep *self);

/* Whether the step is filling its fields: what changes then was not typed. */
gboolean accord_wizard_step_is_loading (AccordWizardStep *self);

void accord_wizard_step_refresh (AccordWizardStep *self);
void accord_wizard_step_describe (AccordWizardStep  *self,
                                  AccordConsequence *consequence);
gboolean accord_wizard_step_is_done (AccordWizardStep *self);
void accord_wizard_step_leave (AccordWizardStep *self);

/* Whether every field can be read and nothing else is wrong; says under those that cannot what is wrong, and puts
 * the focus into the first of them. */
gboolean accord_wizard_step_check (AccordWizardStep *self);

void accord_wizard_step_focus_first (AccordWizardStep *self);

/* For steps: puts the focus into the first field of what was just added below the step, and scrolls to it once it
 * has its place. */
void accord_wizard_step_show_added (AccordWizardStep *self,
                                    GtkWidget        *added);

/* For steps: lets Enter in the row lead on, and stores the draft when the row is left. */
void accord_wizard_step_adopt (AccordWizardStep *self,
                               AccordFieldRow   *row);

G_END_DECLS
