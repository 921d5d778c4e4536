/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-goal-wizard.h"

#include "accord-beside.h"
#include "accord-consequence.h"
#include "accord-wizard-commitment-step.h"
#include "accord-wizard-goals-step.h"
#include "accord-wizard-meaning-step.h"
#include "accord-wizard-pay-step.h"
#include "accord-wizard-promise-step.h"
#include "accord-wizard-quarters-step.h"
#include "accord-wizard-work-step.h"

#include <glib/gi18n.h>

/* A step's place in the list at the left, and the question at its top. */
typedef struct
{
  const char *name;
  const char *question;
} StepWords;

static const StepWords step_words[] = {
  { N_("Goals"), N_("What do you want this year to make possible?") },
  { N_("Meaning"), N_("What would getting there change, and what if not?") },
  { N_("Pay"), N_("What do you want to earn, and how are you paid?") },
  { N_("Work"), N_("What does a deal take?") },
  { N_("Commitment"), N_("What do you commit to?") },
  { N_("Quarters"), N_("How does it spread over the year?") },
  { N_("Promise"), N_("Is this your promise?") },
};

#define N_STEPS G_N_ELEMENTS (step_words)
#define COMMITMENT_STEP 4

struct _AccordGoalWizard
{
  AdwWindow parent_instance;

  AccordPlanDraft *draft;
  guint current;
  gboolean moving;
  gboolean committed;
  AccordWizardStep *steps[N_STEPS];
  GtkImage *marks[N_STEPS];

  AdwWindowTitle *title;
  AdwLeaflet *leaflet;
  GtkListBox *step_list;
  GtkLabel *place_label;
  GtkLabel *question_label;
  GtkScrolledWindow *scrolled;
  GtkStack *stack;
  AccordConsequence *consequence;
  GtkWidget *consequence_frame;
  GtkLabel *status_label;
  GtkButton *back_button;
  GtkButton *next_button;
  AccordWizardGoalsStep *goals_step;
  AccordWizardMeaningStep *meaning_step;
  AccordWizardPayStep *pay_step;
  AccordWizardWorkStep *work_step;
  AccordWizardCommitmentStep *commitment_step;
  AccordWizardQuartersStep *quarters_step;
  AccordWizardPromiseStep *promise_step;
};

G_DEFINE_FINAL_TYPE (AccordGoalWizard, accord_goal_wizard, ADW_TYPE_WINDOW)

static GtkWidget *
step_row_new (AccordGoalWizard *self,
              guint             step)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(step_words[step].name));

  self->marks[step] = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->marks[step]), 16, 16);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->marks[step]));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

/* A tick or a dot, and the same in words for whoever does not see it. */
static void
show_marks (AccordGoalWizard *self)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      gboolean done = accord_wizard_step_is_done (self->steps[i]);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->step_list, (int) i);
      g_autofree char *name = NULL;

      gtk_image_set_from_icon_name (self->marks[i], done ? "emblem-ok-symbolic" : "media-record-symbolic");
      if (done)
        {
          gtk_widget_remove_css_class (GTK_WIDGET (self->marks[i]), "accord-dot");
          gtk_widget_add_css_class (GTK_WIDGET (self->marks[i]), "accent");
        }
      else
        {
          gtk_widget_remove_css_class (GTK_WIDGET (self->marks[i]), "accent");
          gtk_widget_add_css_class (GTK_WIDGET (self->marks[i]), "accord-dot");
        }
      /* Translators: the accessible name of a step of the wizard, such as "Goals, done". */
      name = done ? g_strdup_printf (_("%s, done"), _(step_words[i].name)) : g_strdup (_(step_words[i].name));
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
show_consequence (AccordGoalWizard *self)
{
  gboolean last = self->current == N_STEPS - 1;

  gtk_widget_set_visible (self->consequence_frame, !last);
  if (last)
    return;

  accord_wizard_step_describe (self->steps[self->current], self->consequence);
  accord_consequence_end (self->consequence);
}

static void
show_buttons (AccordGoalWizard *self)
{
  gboolean last = self->current == N_STEPS - 1;
  AccordMember *next = self->committed ? accord_wizard_promise_step_get_next (self->promise_step) : NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->back_button), self->current > 0);
  gtk_button_set_label (self->back_button, self->committed ? _("_Close") : _("_Back"));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), !self->committed || next != NULL);
  if (next != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (accord_member_get_name (next), "_", -1);
      /* An underscore would be taken for a mnemonic's. */
      g_autofree char *name = g_strjoinv ("__", parts);
      /* Translators: a button; %s is the name of the member to go on with. */
      g_autofree char *label = g_strdup_printf (_("Pla_n the next: %s"), name);

      gtk_button_set_label (self->next_button, label);
    }
  else
    gtk_button_set_label (self->next_button, last ? _("_Commit") : _("_Next"));
}

static void
on_status_changed (AccordGoalWizard *self)
{
  g_autofree char *status = NULL;
  gboolean failed;

  g_object_get (self->draft, "status", &status, "failed", &failed, NULL);
  gtk_label_set_label (self->status_label, status != NULL ? status : "");
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->status_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status_label), "error");
}

static void
on_draft_changed (AccordGoalWizard *self)
{
  for (guint i = 0; i < N_STEPS; i++)
    accord_wizard_step_refresh (self->steps[i]);
  show_consequence (self);
  show_marks (self);
}

/* Once the promise is given the page says so, and no longer asks. */
static void
show_question (AccordGoalWizard *self)
{
  g_autofree char *text = NULL;

  if (self->committed)
    /* Translators: %s is a member's name. */
    text = g_strdup_printf (_("%s is committed"), accord_member_get_name (accord_plan_draft_get_member (self->draft)));
  gtk_label_set_label (self->question_label, text != NULL ? text : _(step_words[self->current].question));
}

static void
show_step (AccordGoalWizard *self,
           guint             step)
{
  g_autofree char *place = NULL;

  self->moving = TRUE;
  self->current = step;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->steps[step]));
  gtk_list_box_select_row (self->step_list, gtk_list_box_get_row_at_index (self->step_list, (int) step));
  /* Translators: %1 is the step's number, %2 how many there are, %3 its name. */
  place = g_strdup_printf (_("Step %1$u of %2$u: %3$s"), step + 1, (guint) N_STEPS, _(step_words[step].name));
  gtk_label_set_label (self->place_label, place);
  show_question (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  show_consequence (self);
  show_buttons (self);
  show_marks (self);
  self->moving = FALSE;
}

/* The step that is open is kept too, once there is a draft to keep. */
static void
go_to (AccordGoalWizard *self,
       guint             step)
{
  AccordPlan *plan = accord_plan_draft_get_plan (self->draft);

  if (step >= N_STEPS || step == self->current)
    return;

  accord_wizard_step_leave (self->steps[self->current]);
  accord_plan_set_step (plan, step);
  if (accord_record_get_id (ACCORD_RECORD (plan)) != 0)
    accord_plan_draft_edited (self->draft);
  accord_plan_draft_save (self->draft);
  show_step (self, step);
  accord_wizard_step_focus_first (self->steps[step]);
}

static void set_draft (AccordGoalWizard *self,
                       AccordPlanDraft  *draft);

static void
commit (AccordGoalWizard *self)
{
  if (!accord_wizard_promise_step_commit (self->promise_step))
    return;

  self->committed = TRUE;
  show_question (self);
  show_marks (self);
  show_buttons (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_widget_grab_focus (GTK_WIDGET (accord_wizard_promise_step_get_next (self->promise_step) != NULL
                                       ? self->next_button
                                       : self->back_button));
}

static void
plan_with (AccordGoalWizard *self,
           AccordMember     *member)
{
  g_autoptr (AccordPlanDraft) draft = accord_plan_draft_new (accord_plan_draft_get_workspace (self->draft), member,
                                                             accord_plan_draft_get_year (self->draft));

  set_draft (self, draft);
}

static void
on_next_clicked (AccordGoalWizard *self)
{
  if (self->committed)
    {
      plan_with (self, accord_wizard_promise_step_get_next (self->promise_step));
      return;
    }
  if (!accord_wizard_step_check (self->steps[self->current]))
    return;

  if (self->current == N_STEPS - 1)
    commit (self);
  else
    go_to (self, self->current + 1);
}

/* Enter in the last field leads on; a promise is given with the button, not in passing. */
static void
on_step_next (AccordGoalWizard *self)
{
  if (self->current == N_STEPS - 1)
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
  else
    on_next_clicked (self);
}

static void
on_back_clicked (AccordGoalWizard *self)
{
  if (self->committed)
    gtk_window_close (GTK_WINDOW (self));
  else if (self->current > 0)
    go_to (self, self->current - 1);
}

static void
on_row_activated (AccordGoalWizard *self,
                  GtkListBoxRow    *row)
{
  guint step = row != NULL ? (guint) gtk_list_box_row_get_index (row) : self->current;

  if (self->moving || step == self->current)
    return;

  /* What was just promised can be looked at again, and changed: as another version. */
  if (self->committed)
    {
      self->committed = FALSE;
      accord_wizard_promise_step_reopen (self->promise_step);
    }
  go_to (self, step);
}

static void
on_folded (AccordGoalWizard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), adw_leaflet_get_folded (self->leaflet));
}

static void
set_draft (AccordGoalWizard *self,
           AccordPlanDraft  *draft)
{
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  AccordMember *member = accord_plan_draft_get_member (draft);
  AccordWorkspace *workspace = accord_plan_draft_get_workspace (draft);
  int fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace));
  g_autofree char *year = accord_plan_year_format (accord_plan_draft_get_year (draft), fiscal_start);
  /* Translators: the wizard's title; %s is a plan year such as "2027" or "FY27". */
  g_autofree char *title = g_strdup_printf (_("Plan %s"), year);
  g_autofree char *window_title = g_strdup_printf ("%s · %s", accord_member_get_name (member), title);
  gint64 step = accord_plan_get_step (plan);

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (on_draft_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::status", G_CALLBACK (on_status_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::failed", G_CALLBACK (on_status_changed), self, G_CONNECT_SWAPPED);

  self->committed = FALSE;
  adw_window_title_set_title (self->title, accord_member_get_name (member));
  adw_window_title_set_subtitle (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
  for (guint i = 0; i < N_STEPS; i++)
    accord_wizard_step_set_draft (self->steps[i], draft);

  /* A commitment that stands is changed where it was made, not from the beginning. */
  if (accord_plan_draft_get_commitment (draft) != NULL && (step <= 0 || step >= (gint64) N_STEPS - 1))
    step = COMMITMENT_STEP;
  show_step (self, (guint) CLAMP (step, 0, (gint64) N_STEPS - 1));
  on_status_changed (self);
  accord_wizard_step_focus_first (self->steps[self->current]);
}

/* The file has another beginning for this member: all steps take it up anew. */
static void
on_restart (AccordGoalWizard *self)
{
  plan_with (self, accord_plan_draft_get_member (self->draft));
}

static gboolean
accord_goal_wizard_close_request (GtkWindow *window)
{
  AccordGoalWizard *self = ACCORD_GOAL_WIZARD (window);

  /* The field that has the focus is left first, so that what is in it counts. */
  gtk_window_set_focus (window, NULL);
  accord_wizard_step_leave (self->steps[self->current]);
  if (!accord_plan_draft_save (self->draft))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (accord_goal_wizard_parent_class)->close_request (window);
}

static void
accord_goal_wizard_dispose (GObject *object)
{
  AccordGoalWizard *self = ACCORD_GOAL_WIZARD (object);

  g_clear_object (&self->draft);

  G_OBJECT_CLASS (accord_goal_wizard_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (ACCORD_TYPE_BESIDE);
  g_type_ensure (ACCORD_TYPE_CONSEQUENCE);
  g_type_ensure (ACCORD_TYPE_WIZARD_GOALS_STEP);
  g_type_ensure (ACCORD_TYPE_WIZARD_MEANING_STEP);
  g_type_ensure (ACCORD_TYPE_WIZARD_PAY_STEP);
  g_type_ensure (ACCORD_TYPE_WIZARD_WORK_STEP);
  g_type_ensure (ACCORD_TYPE_WIZARD_COMMITMENT_STEP);
  g_type_ensure (ACCORD_TYPE_WIZARD_QUARTERS_STEP);
  g_type_ensure (ACCORD_TYPE_WIZARD_PROMISE_STEP);
}

static void
accord_goal_wizard_class_init (AccordGoalWizardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_goal_wizard_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = accord_goal_wizard_close_request;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-goal-wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, title);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, step_list);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, place_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, question_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, consequence);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, consequence_frame);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, status_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, back_button);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, next_button);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, goals_step);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, meaning_step);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, pay_step);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, work_step);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, commitment_step);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, quarters_step);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWizard, promise_step);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_step_next);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_restart);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
accord_goal_wizard_init (AccordGoalWizard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->steps[0] = ACCORD_WIZARD_STEP (self->goals_step);
  self->steps[1] = ACCORD_WIZARD_STEP (self->meaning_step);
  self->steps[2] = ACCORD_WIZARD_STEP (self->pay_step);
  self->steps[3] = ACCORD_WIZARD_STEP (self->work_step);
  self->steps[4] = ACCORD_WIZARD_STEP (self->commitment_step);
  self->steps[5] = ACCORD_WIZARD_STEP (self->quarters_step);
  self->steps[6] = ACCORD_WIZARD_STEP (self->promise_step);
  for (guint i = 0; i < N_STEPS; i++)
    gtk_list_box_append (self->step_list, step_row_new (self, i));
  on_folded (self);
}

AccordGoalWizard *
accord_goal_wizard_new (GtkWindow       *parent,
                        AccordWorkspace *workspace,
                        AccordMember    *member,
                        int              year)
{
  AccordGoalWizard *self = g_object_new (ACCORD_TYPE_GOAL_WIZARD, "transient-for", parent, "modal", TRUE, NULL);
  g_autoptr (AccordPlanDraft) draft = accord_plan_draft_new (workspace, member, year);

  set_draft (self, draft);

  return self;
}
