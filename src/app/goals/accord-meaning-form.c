/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-meaning-form.h"

#include <glib/gi18n.h>

struct _AccordMeaningForm
{
  AdwBin parent_instance;

  AccordWizardStep *step; /* borrowed: the form lies in it */
  AccordGoal *goal;

  AdwPreferencesGroup *group;
  AccordFieldRow *why_row;
  AccordFieldRow *achieving_row;
  AccordFieldRow *missing_row;
  AccordFieldRow *obstacle_row;
  AccordFieldRow *if_row;
  AccordFieldRow *then_row;
};

G_DEFINE_FINAL_TYPE (AccordMeaningForm, accord_meaning_form, ADW_TYPE_BIN)

static void
on_edited (AccordFieldRow    *row,
           AccordMeaningForm *self)
{
  accord_goal_set_why (self->goal, accord_field_row_get_text (self->why_row));
  accord_goal_set_achieving (self->goal, accord_field_row_get_text (self->achieving_row));
  accord_goal_set_missing (self->goal, accord_field_row_get_text (self->missing_row));
  accord_goal_set_obstacle (self->goal, accord_field_row_get_text (self->obstacle_row));
  accord_goal_set_if_cue (self->goal, accord_field_row_get_text (self->if_row));
  accord_goal_set_then_action (self->goal, accord_field_row_get_text (self->then_row));
  accord_plan_draft_edited (accord_wizard_step_get_draft (self->step));
}

static void
accord_meaning_form_dispose (GObject *object)
{
  g_clear_object (&ACCORD_MEANING_FORM (object)->goal);

  G_OBJECT_CLASS (accord_meaning_form_parent_class)->dispose (object);
}

static void
accord_meaning_form_class_init (AccordMeaningFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_meaning_form_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-meaning-form.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordMeaningForm, group);
  gtk_widget_class_bind_template_child (widget_class, AccordMeaningForm, why_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMeaningForm, achieving_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMeaningForm, missing_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMeaningForm, obstacle_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMeaningForm, if_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMeaningForm, then_row);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
}

static void
accord_meaning_form_init (AccordMeaningForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
accord_meaning_form_new (AccordWizardStep *step,
                         AccordGoal       *goal)
{
  AccordMeaningForm *self = g_object_new (ACCORD_TYPE_MEANING_FORM, NULL);
  AccordFieldRow *rows[] = { self->why_row, self->achieving_row, self->missing_row,
                             self->obstacle_row, self->if_row, self->then_row };

  self->step = step;
  self->goal = g_object_ref (goal);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    accord_wizard_step_adopt (step, rows[i]);
  accord_field_row_set_text (self->why_row, accord_goal_get_why (goal));
  accord_field_row_set_text (self->achieving_row, accord_goal_get_achieving (goal));
  accord_field_row_set_text (self->missing_row, accord_goal_get_missing (goal));
  accord_field_row_set_text (self->obstacle_row, accord_goal_get_obstacle (goal));
  accord_field_row_set_text (self->if_row, accord_goal_get_if_cue (goal));
  accord_field_row_set_text (self->then_row, accord_goal_get_then_action (goal));
  accord_meaning_form_refresh (self);

  return GTK_WIDGET (self);
}

void
accord_meaning_form_refresh (AccordMeaningForm *self)
{
  g_autofree char *title = g_strstrip (g_strdup (accord_goal_get_title (self->goal)));
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (self->group, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self), *title != '\0');
}

AccordGoal *
accord_meaning_form_get_goal (AccordMeaningForm *self)
{
  return self->goal;
}
