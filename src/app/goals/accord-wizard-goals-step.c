/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-wizard-goals-step.h"

#include "accord-goal-form.h"
#include "accord-plan-draft-goals.h"

#include <glib/gi18n.h>

/* More than this many are hard to keep before one's eyes: said, not refused. */
#define GOALS_ENOUGH 3

struct _AccordWizardGoalsStep
{
  AccordWizardStep parent_instance;

  GtkBox *form_box;
  GtkWidget *last_year_box;
  GtkLabel *last_year_label;
};

G_DEFINE_FINAL_TYPE (AccordWizardGoalsStep, accord_wizard_goals_step, ACCORD_TYPE_WIZARD_STEP)

enum
{
  RESTART,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
number_forms (AccordWizardGoalsStep *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->form_box));
  guint number = 1;

  for (GtkWidget *form = first; form != NULL; form = gtk_widget_get_next_sibling (form))
    accord_goal_form_set_number (ACCORD_GOAL_FORM (form), number++,
                                 first != NULL && gtk_widget_get_next_sibling (first) == NULL);
}

static void on_form_remove (AccordGoalForm        *form,
                            AccordWizardGoalsStep *self);

static GtkWidget *
append_form (AccordWizardGoalsStep *self,
             AccordGoal            *goal)
{
  GtkWidget *form = accord_goal_form_new (ACCORD_WIZARD_STEP (self), goal);

  g_object_set_data_full (G_OBJECT (form), "goal", g_object_ref (goal), g_object_unref);
  g_signal_connect_object (form, "remove", G_CALLBACK (on_form_remove), self, 0);
  gtk_box_append (self->form_box, form);

  return form;
}

static void
on_form_remove (AccordGoalForm        *form,
                AccordWizardGoalsStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  g_autoptr (AccordGoal) goal = g_object_ref (g_object_get_data (G_OBJECT (form), "goal"));

  gtk_box_remove (self->form_box, GTK_WIDGET (form));
  accord_plan_draft_remove_goal (draft, goal);
  number_forms (self);
  accord_wizard_step_focus_first (ACCORD_WIZARD_STEP (self));
}

static void
on_add_clicked (AccordWizardGoalsStep *self)
{
  AccordGoal *goal = accord_plan_draft_add_goal (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)));
  GtkWidget *form = append_form (self, goal);

  number_forms (self);
  accord_wizard_step_show_added (ACCORD_WIZARD_STEP (self), form);
}

static void
on_last_year_clicked (AccordWizardGoalsStep *self)
{
  g_autoptr (GError) error = NULL;

  if (accord_plan_draft_start_as_last_year (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)), &error))
    g_signal_emit (self, signals[RESTART], 0);
  else
    gtk_label_set_label (self->last_year_label, error->message);
}

static void
show_last_year (AccordWizardGoalsStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  gboolean offered = accord_plan_draft_can_start_as_last_year (draft);

  gtk_widget_set_visible (self->last_year_box, offered);
  if (offered)
    {
      g_autoptr (GPtrArray) goals = accord_plan_draft_list_goals_of_last_year (draft);
      g_autofree char *text = NULL;

      if (goals->len == 0)
        text = g_strdup (_("Pay and rates come along, to be changed."));
      else
        text = g_strdup_printf (ngettext ("%u goal of last year was not reached yet. It comes along with pay and "
                                          "rates, to be changed.",
                                          "%u goals of last year were not reached yet. They come along with pay and "
                                          "rates, to be changed.",
                                          goals->len),
                                goals->len);
      gtk_label_set_label (self->last_year_label, text);
    }
}

static void
accord_wizard_goals_step_refresh (AccordWizardStep *step)
{
  show_last_year (ACCORD_WIZARD_GOALS_STEP (step));
}

static void
accord_wizard_goals_step_load (AccordWizardStep *step)
{
  AccordWizardGoalsStep *self = ACCORD_WIZARD_GOALS_STEP (step);
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  GListModel *goals = accord_plan_draft_get_goals (draft);
  GtkWidget *form;

  while ((form = gtk_widget_get_first_child (GTK_WIDGET (self->form_box))) != NULL)
    gtk_box_remove (self->form_box, form);
  /* Two to begin with: that is what is asked for. */
  while (g_list_model_get_n_items (goals) < 2)
    accord_plan_draft_add_goal (draft);
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (goals, i);

      append_form (self, goal);
    }
  number_forms (self);
}

static guint
count_goals (AccordWizardStep *step,
             gint64           *money)
{
  GListModel *goals = accord_plan_draft_get_goals (accord_wizard_step_get_draft (step));
  guint n = 0;

  *money = ACCORD_UNKNOWN;
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (goals, i);
      g_autofree char *title = g_strstrip (g_strdup (accord_goal_get_title (goal)));

      if (*title == '\0')
        continue;
      n++;
      if (accord_goal_get_amount (goal) != ACCORD_UNKNOWN)
        *money = (*money == ACCORD_UNKNOWN ? 0 : *money) + accord_goal_get_amount (goal);
    }

  return n;
}

static void
accord_wizard_goals_step_describe (AccordWizardStep  *step,
                                   AccordConsequence *consequence)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  gint64 money;
  guint n = count_goals (step, &money);

  accord_consequence_begin (consequence, _("What it comes to"));
  if (money != ACCORD_UNKNOWN)
    {
      g_autofree char *figure = accord_plan_draft_format_money (draft, money);

      accord_consequence_set_figure (consequence, figure, _("is what these goals take together"));
    }
  if (n == 0)
    accord_consequence_add_sentence (consequence, ACCORD_TONE_PLAIN,
                                     _("Start with something you would tell a friend about: a home, a degree, a "
                                       "trip, being the best on the team."));
  else if (n == 1)
    accord_consequence_add_sentence (consequence, ACCORD_TONE_PLAIN,
                                     _("One is a start. A second one keeps the year going when the first is reached "
                                       "early, or has to wait."));
  else if (n <= GOALS_ENOUGH)
    accord_consequence_take_sentence (consequence, ACCORD_TONE_GOOD,
                                      g_strdup_printf (ngettext ("%u goal: enough to matter, few enough to remember.",
                                                                 "%u goals: enough to matter, few enough to remember.",
                                                                 n),
                                                       n));
  else
    accord_consequence_take_sentence (consequence, ACCORD_TONE_WARNING,
                                      g_strdup_printf (ngettext ("%u goal is more than most people keep in sight. Two "
                                                                 "or three work best; you may keep them all.",
                                                                 "%u goals are more than most people keep in sight. "
                                                                 "Two or three work best; you may keep them all.",
                                                                 n),
                                                       n));
  accord_consequence_add_sentence (consequence, ACCORD_TONE_QUIET,
                                   _("A private goal is seen by the member and the leader, and by nobody else."));
}

static gboolean
accord_wizard_goals_step_is_done (AccordWizardStep *step)
{
  gint64 money;

  return count_goals (step, &money) > 0;
}

static void
accord_wizard_goals_step_check (AccordWizardStep *step)
{
  AccordWizardGoalsStep *self = ACCORD_WIZARD_GOALS_STEP (step);

  for (GtkWidget *form = gtk_widget_get_first_child (GTK_WIDGET (self->form_box)); form != NULL;
       form = gtk_widget_get_next_sibling (form))
    accord_goal_form_check (ACCORD_GOAL_FORM (form));
}

static void
accord_wizard_goals_step_class_init (AccordWizardGoalsStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordWizardStepClass *step_class = ACCORD_WIZARD_STEP_CLASS (klass);

  step_class->load = accord_wizard_goals_step_load;
  step_class->refresh = accord_wizard_goals_step_refresh;
  step_class->describe = accord_wizard_goals_step_describe;
  step_class->is_done = accord_wizard_goals_step_is_done;
  step_class->check = accord_wizard_goals_step_check;

  signals[RESTART] = g_signal_new ("restart", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-wizard-goals-step.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordWizardGoalsStep, form_box);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardGoalsStep, last_year_box);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardGoalsStep, last_year_label);
  gtk_widget_class_bind_template_callback (widget_class, on_last_year_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}

static void
accord_wizard_goals_step_init (AccordWizardGoalsStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
