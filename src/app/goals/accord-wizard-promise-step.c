/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-wizard-promise-step.h"

#include "accord-commitment-query.h"

#include <glib/gi18n.h>

struct _AccordWizardPromiseStep
{
  AccordWizardStep parent_instance;

  GListModel *partners;
  AccordMember *next;

  GtkStack *stack;
  GtkLabel *promise_label;
  GtkLabel *quarters_label;
  GtkLabel *partner_label;
  GtkLabel *problem_label;
  AdwComboRow *partner_row;
  AccordFieldRow *because_row;
  AccordFieldRow *reason_row;
  AdwStatusPage *done_page;
  GtkButton *next_button;
};

G_DEFINE_FINAL_TYPE (AccordWizardPromiseStep, accord_wizard_promise_step, ACCORD_TYPE_WIZARD_STEP)

enum
{
  PLAN_NEXT,
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

static AccordMember *
find_partner (AccordWizardPromiseStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  gint64 id = accord_plan_get_partner (accord_plan_draft_get_plan (draft));

  return id != 0 ? accord_workspace_find (accord_plan_draft_get_workspace (draft), ACCORD_TYPE_MEMBER, id) : NULL;
}

/* The promise is read in one breath: a full stop that was typed behind the reason is not doubled. */
static char *
dup_because (AccordPlan *plan)
{
  char *because = g_strstrip (g_strdup (accord_plan_get_because (plan)));
  gsize length = strlen (because);

  if (length > 0 && because[length - 1] == '.')
    because[length - 1] = '\0';

  return because;
}

static void
show_promise (AccordWizardPromiseStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  AccordMember *partner = find_partner (self);
  const char *name = accord_member_get_name (accord_plan_draft_get_member (draft));
  int fiscal_start = (int) accord_settings_get_fiscal_start (
    accord_workspace_get_settings (accord_plan_draft_get_workspace (draft)));
  g_autofree char *amount = accord_plan_draft_format_money (draft, accord_plan_get_amount (plan));
  g_autofree char *year = accord_plan_year_format (accord_plan_draft_get_year (draft), fiscal_start);
  g_autofree char *because = dup_because (plan);
  g_autofree char *promise = NULL, *quarters = NULL, *holds = NULL;
  g_autofree char *q[4] = { NULL };

  if (accord_plan_get_amount (plan) == ACCORD_UNKNOWN)
    /* Translators: %s is a member's name. */
    promise = g_strdup_printf (_("%s has not said yet how much they commit to."), name);
  else if (*because == '\0')
    /* Translators: %1 is a member's name, %2 an amount of money, %3 a plan year such as "2027" or "FY27". */
    promise = g_strdup_printf (_("%1$s commits to %2$s in %3$s because …"), name, amount, year);
  else
    /* Translators: as before; %4 is the reason as typed by the user, which may be "she wants a home of her own". */
    promise = g_strdup_printf (_("%1$s commits to %2$s in %3$s because %4$s."), name, amount, year, because);
  gtk_label_set_label (self->promise_label, promise);

  for (int i = 0; i < 4; i++)
    q[i] = accord_plan_draft_format_money (draft, accord_plan_draft_get_split (draft)->quarters[i]);
  /* Translators: the four quarters of a commitment, amounts of money. */
  quarters = g_strdup_printf (_("Q1 %1$s · Q2 %2$s · Q3 %3$s · Q4 %4$s"), q[0], q[1], q[2], q[3]);
  gtk_label_set_label (self->quarters_label, quarters);
  gtk_widget_set_visible (GTK_WIDGET (self->quarters_label), accord_plan_get_amount (plan) != ACCORD_UNKNOWN);

  if (partner != NULL)
    /* Translators: %1 is the accountability partner's name, %2 the name of the member who commits. */
    holds = g_strdup_printf (_("%1$s holds %2$s to it."), accord_member_get_name (partner), name);
  gtk_label_set_label (self->partner_label, holds != NULL ? holds : "");
  gtk_widget_set_visible (GTK_WIDGET (self->partner_label), holds != NULL);
}

static void
show_problem (AccordWizardPromiseStep *self,
              const char              *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
on_because_edited (AccordFieldRow          *row,
                   AccordWizardPromiseStep *self)
{
  accord_plan_set_because (accord_wizard_step_get_plan (ACCORD_WIZARD_STEP (self)), accord_field_row_get_text (row));
  show_problem (self, NULL);
  accord_plan_draft_edited (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)));
}

static void
on_reason_edited (AccordFieldRow          *row,
                  AccordWizardPromiseStep *self)
{
  show_problem (self, NULL);
}

static void
on_partner_selected (AccordWizardPromiseStep *self)
{
  guint selected = adw_combo_row_get_selected (self->partner_row);
  gint64 id = 0;

  if (accord_wizard_step_is_loading (ACCORD_WIZARD_STEP (self)) || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected > 0)
    {
      g_autoptr (AccordMember) partner = g_list_model_get_item (self->partners, selected - 1);

      id = accord_record_get_id (ACCORD_RECORD (partner));
    }
  accord_plan_set_partner (accord_wizard_step_get_plan (ACCORD_WIZARD_STEP (self)), id);
  show_problem (self, NULL);
  accord_plan_draft_edited (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)));
}

static void
on_next_clicked (AccordWizardPromiseStep *self)
{
  g_signal_emit (self, signals[PLAN_NEXT], 0, self->next);
}

static void
on_close_clicked (AccordWizardPromiseStep *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
accord_wizard_promise_step_load (AccordWizardStep *step)
{
  AccordWizardPromiseStep *self = ACCORD_WIZARD_PROMISE_STEP (step);
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_object (&self->partners);
  self->partners = accord_plan_draft_list_members (draft, TRUE);
  gtk_string_list_append (names, _("Nobody yet"));
  for (guint i = 0; i < g_list_model_get_n_items (self->partners); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (self->partners, i);

      gtk_string_list_append (names, accord_member_get_name (member));
      if (accord_record_get_id (ACCORD_RECORD (member)) == accord_plan_get_partner (plan))
        selected = i + 1;
    }
  adw_combo_row_set_model (self->partner_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->partner_row, selected);
  accord_field_row_set_text (self->because_row, accord_plan_get_because (plan));
  accord_field_row_set_text (self->reason_row, "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), accord_plan_draft_get_commitment (draft) != NULL);
  show_problem (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "promise");
}

static void
accord_wizard_promise_step_refresh (AccordWizardStep *step)
{
  show_promise (ACCORD_WIZARD_PROMISE_STEP (step));
}

static gboolean
accord_wizard_promise_step_is_done (AccordWizardStep *step)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (ACCORD_WIZARD_PROMISE_STEP (step)->stack), "done") == 0;
}

/* The next member, in the order of names, who has no commitment for the year yet. */
static AccordMember *
find_next (AccordPlanDraft *draft)
{
  g_autoptr (GListModel) members = accord_plan_draft_list_members (draft, FALSE);
  GListModel *commitments = accord_workspace_get_list (accord_plan_draft_get_workspace (draft),
                                                       ACCORD_TYPE_COMMITMENT);
  guint n = g_list_model_get_n_items (members), here = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);

      if (member == accord_plan_draft_get_member (draft))
        here = i;
    }
  for (guint i = 1; i < n; i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, (here + i) % n);

      if (accord_commitment_find (commitments, accord_record_get_id (ACCORD_RECORD (member)),
                                  accord_plan_draft_get_year (draft), ACCORD_DATE_NONE)
          == NULL)
        return g_steal_pointer (&member);
    }

  return NULL;
}

static void
show_done (AccordWizardPromiseStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  const char *name = accord_member_get_name (accord_plan_draft_get_member (draft));
  /* Translators: %s is a member's name. */
  g_autofree char *title = g_strdup_printf (_("%s has committed"), name);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_status_page_set_title (self->done_page, escaped);
  g_clear_object (&self->next);
  self->next = find_next (draft);
  if (self->next != NULL)
    {
      /* Translators: a button; %s is a member's name. */
      g_autofree char *label = g_strdup_printf (_("Plan with %s"), accord_member_get_name (self->next));
      g_autofree char *promise = g_markup_escape_text (gtk_label_get_label (self->promise_label), -1);

      gtk_button_set_label (self->next_button, label);
      adw_status_page_set_description (self->done_page, promise);
    }
  else
    adw_status_page_set_description (self->done_page, _("Everybody on the team has a commitment for this year."));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), self->next != NULL);
  gtk_stack_set_visible_child_name (self->stack, "done");
  if (self->next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

static void
accord_wizard_promise_step_dispose (GObject *object)
{
  AccordWizardPromiseStep *self = ACCORD_WIZARD_PROMISE_STEP (object);

  g_clear_object (&self->partners);
  g_clear_object (&self->next);

  G_OBJECT_CLASS (accord_wizard_promise_step_parent_class)->dispose (object);
}

static void
accord_wizard_promise_step_class_init (AccordWizardPromiseStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordWizardStepClass *step_class = ACCORD_WIZARD_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_wizard_promise_step_dispose;
  step_class->load = accord_wizard_promise_step_load;
  step_class->refresh = accord_wizard_promise_step_refresh;
  step_class->is_done = accord_wizard_promise_step_is_done;

  signals[PLAN_NEXT] = g_signal_new ("plan-next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, ACCORD_TYPE_MEMBER);
  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-wizard-promise-step.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, promise_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, quarters_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, partner_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, problem_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, partner_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, because_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, reason_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, done_page);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_because_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_partner_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
}

static void
accord_wizard_promise_step_init (AccordWizardPromiseStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_wizard_step_adopt (ACCORD_WIZARD_STEP (self), self->because_row);
  accord_wizard_step_adopt (ACCORD_WIZARD_STEP (self), self->reason_row);
}

gboolean
accord_wizard_promise_step_is_ready (AccordWizardPromiseStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  gint64 amount = accord_plan_get_amount (plan), quota = accord_plan_get_quota (plan);

  if (amount == ACCORD_UNKNOWN || amount == 0)
    {
      show_problem (self, _("There is no commitment yet: say on the page “Commitment” how much it is."));
      return FALSE;
    }
  if (quota != ACCORD_UNKNOWN && amount < quota)
    {
      show_problem (self, _("The commitment is below the quota: change it on the page “Commitment”."));
      return FALSE;
    }
  if (is_blank (accord_plan_get_because (plan)))
    {
      accord_field_row_set_error (self->because_row, _("Say why: a promise without a reason does not last"));
      gtk_widget_grab_focus (GTK_WIDGET (self->because_row));
      return FALSE;
    }
  if (find_partner (self) == NULL && g_list_model_get_n_items (self->partners) > 0)
    {
      show_problem (self, _("Choose the accountability partner: the one who holds them to it."));
      gtk_widget_grab_focus (GTK_WIDGET (self->partner_row));
      return FALSE;
    }
  if (accord_plan_draft_get_commitment (draft) != NULL && is_blank (accord_field_row_get_text (self->reason_row)))
    {
      accord_field_row_set_error (self->reason_row, _("Say why it changes; the earlier commitment is kept beside it"));
      gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
      return FALSE;
    }

  return TRUE;
}

gboolean
accord_wizard_promise_step_commit (AccordWizardPromiseStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  g_autoptr (GError) error = NULL;

  if (!accord_wizard_promise_step_is_ready (self))
    return FALSE;
  if (!accord_plan_draft_commit (draft, accord_field_row_get_text (self->reason_row), &error))
    {
      show_problem (self, error->message);
      return FALSE;
    }

  show_done (self);

  return TRUE;
}
