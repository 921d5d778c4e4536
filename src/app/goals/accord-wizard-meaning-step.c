/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-wizard-meaning-step.h"

#include "accord-goal-query.h"
#include "accord-meaning-form.h"

#include <glib/gi18n.h>

struct _AccordWizardMeaningStep
{
  AccordWizardStep parent_instance;

  GtkBox *form_box;
  GtkWidget *empty_box;
};

enum
{
  BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AccordWizardMeaningStep, accord_wizard_meaning_step, ACCORD_TYPE_WIZARD_STEP)

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

/* A form for each goal, in the goals' order; those of goals that went go. */
static void
accord_wizard_meaning_step_refresh (AccordWizardStep *step)
{
  AccordWizardMeaningStep *self = ACCORD_WIZARD_MEANING_STEP (step);
  GListModel *goals = accord_plan_draft_get_goals (accord_wizard_step_get_draft (step));
  GtkWidget *form = gtk_widget_get_first_child (GTK_WIDGET (self->form_box));
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (goals, i);

      while (form != NULL && accord_meaning_form_get_goal (ACCORD_MEANING_FORM (form)) != goal)
        {
          GtkWidget *gone = form;

          form = gtk_widget_get_next_sibling (form);
          gtk_box_remove (self->form_box, gone);
        }
      if (form == NULL)
        gtk_box_append (self->form_box, accord_meaning_form_new (step, goal));
      else
        {
          accord_meaning_form_refresh (ACCORD_MEANING_FORM (form));
          form = gtk_widget_get_next_sibling (form);
        }
      any = any || !is_blank (accord_goal_get_title (goal));
    }
  while (form != NULL)
    {
      GtkWidget *gone = form;

      form = gtk_widget_get_next_sibling (form);
      gtk_box_remove (self->form_box, gone);
    }
  gtk_widget_set_visible (self->empty_box, !any);
}

static void
on_back_clicked (AccordWizardMeaningStep *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
accord_wizard_meaning_step_load (AccordWizardStep *step)
{
}

static void
accord_wizard_meaning_step_describe (AccordWizardStep  *step,
                                     AccordConsequence *consequence)
{
  GListModel *goals = accord_plan_draft_get_goals (accord_wizard_step_get_draft (step));
  gboolean said = FALSE;

  accord_consequence_begin (consequence, _("In your words"));
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (goals, i);
      g_autofree char *if_then = NULL;

      if (is_blank (accord_goal_get_title (goal)))
        continue;
      if (!is_blank (accord_goal_get_achieving (goal)))
        {
          /* Translators: %1 is a goal, %2 what achieving it changes, both as typed by the user. */
          accord_consequence_take_sentence (consequence, ACCORD_TONE_GOOD,
                                            g_strdup_printf (_("“%1$s”: %2$s"), accord_goal_get_title (goal),
                                                             accord_goal_get_achieving (goal)));
          said = TRUE;
        }
      if (!is_blank (accord_goal_get_missing (goal)))
        {
          /* Translators: %s is what not achieving a goal means, as typed by the user. */
          accord_consequence_take_sentence (consequence, ACCORD_TONE_WARNING,
                                            g_strdup_printf (_("And if not: %s"), accord_goal_get_missing (goal)));
          said = TRUE;
        }
      if_then = accord_goal_dup_if_then (goal);
      if (if_then != NULL)
        {
          accord_consequence_add_sentence (consequence, ACCORD_TONE_PLAIN, if_then);
          said = TRUE;
        }
    }
  if (!said)
    accord_consequence_add_sentence (consequence, ACCORD_TONE_PLAIN,
                                     _("A goal that has a reason survives a bad month. What would be different, and "
                                       "for whom?"));
  accord_consequence_add_sentence (consequence, ACCORD_TONE_QUIET, _("Enter goes on, Shift+Enter begins a new line."));
}

static gboolean
accord_wizard_meaning_step_is_done (AccordWizardStep *step)
{
  GListModel *goals = accord_plan_draft_get_goals (accord_wizard_step_get_draft (step));
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (goals, i);

      if (is_blank (accord_goal_get_title (goal)))
        continue;
      if (is_blank (accord_goal_get_achieving (goal)) || is_blank (accord_goal_get_missing (goal))
          || is_blank (accord_goal_get_if_cue (goal)) || is_blank (accord_goal_get_then_action (goal)))
        return FALSE;
      any = TRUE;
    }

  return any;
}

static void
accord_wizard_meaning_step_class_init (AccordWizardMeaningStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordWizardStepClass *step_class = ACCORD_WIZARD_STEP_CLASS (klass);

  step_class->load = accord_wizard_meaning_step_load;
  step_class->refresh = accord_wizard_meaning_step_refresh;
  step_class->describe = accord_wizard_meaning_step_describe;
  step_class->is_done = accord_wizard_meaning_step_is_done;

  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-wizard-meaning-step.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordWizardMeaningStep, form_box);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardMeaningStep, empty_box);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
}

static void
accord_wizard_meaning_step_init (AccordWizardMeaningStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
