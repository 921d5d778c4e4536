/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-wizard-promise-step.h"

#include "accord-commitment-query.h"
#include "accord-plan-draft-goals.h"
#include "accord-promise-pane.h"
#include "accord-promise.h"
#include "accord-version-list.h"
#include "accord-weekly-need.h"

#include <glib/gi18n.h>

struct _AccordWizardPromiseStep
{
  AccordWizardStep parent_instance;

  GListModel *partners;
  AccordMember *next;

  GtkStack *stack;
  GtkLabel *promise_label;
  GtkLabel *stretch_label;
  GtkLabel *quarters_label;
  GtkLabel *week_label;
  GtkLabel *partner_label;
  GtkLabel *problem_label;
  AdwComboRow *partner_row;
  AccordFieldRow *because_row;
  AccordFieldRow *reason_row;
  AdwActionRow *targets_row;
  GtkSwitch *targets_switch;
  AccordVersionList *versions;
  AccordPromisePane *pane;
  GtkLabel *everybody_label;
};

G_DEFINE_FINAL_TYPE (AccordWizardPromiseStep, accord_wizard_promise_step, ACCORD_TYPE_WIZARD_STEP)

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

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_promise (AccordWizardPromiseStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  g_autoptr (AccordPromise) promise = accord_promise_new_for_plan (accord_plan_draft_get_workspace (draft), plan);
  g_autofree char *quarters = NULL;

  /* Translators: the four quarters of a commitment, amounts of money. */
  quarters = g_strdup_printf (_("Q1 %1$s · Q2 %2$s · Q3 %3$s · Q4 %4$s"), accord_promise_get_quarter (promise, 0),
                              accord_promise_get_quarter (promise, 1), accord_promise_get_quarter (promise, 2),
                              accord_promise_get_quarter (promise, 3));
  set_line (self->promise_label, accord_promise_get_sentence (promise));
  set_line (self->stretch_label, accord_promise_get_stretch (promise));
  set_line (self->quarters_label, accord_plan_get_amount (plan) != ACCORD_UNKNOWN ? quarters : "");
  set_line (self->week_label, accord_promise_get_week (promise));
  set_line (self->partner_label, accord_promise_get_holds (promise));
}

/* Which need goes to which metric, a line each. */
static void
show_targets (AccordWizardPromiseStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  AccordWeeklyNeed needs[ACCORD_N_WEEKLY_NEEDS];
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *markup = NULL;
  gboolean any = accord_weekly_need_list (accord_plan_draft_get_plan (draft), accord_plan_draft_get_basis (draft),
                                          accord_workspace_get_list (accord_plan_draft_get_workspace (draft),
                                                                     ACCORD_TYPE_METRIC),
                                          needs);

  for (int i = 0; any && i < ACCORD_N_WEEKLY_NEEDS; i++)
    {
      g_autofree char *count = g_strdup_printf ("%d", (int) MIN (needs[i].per_week, G_MAXINT));
      g_autofree char *line = NULL;

      if (needs[i].per_week == ACCORD_UNKNOWN)
        continue;
      if (needs[i].metric != NULL)
        /* Translators: %1 is a number, %2 the name of the metric that it becomes the target of. */
        line = g_strdup_printf (_("%1$s a week → %2$s"), count, accord_metric_get_name (needs[i].metric));
      else
        /* Translators: as before, for a metric that does not exist yet. */
        line = g_strdup_printf (_("%1$s a week → %2$s (a new metric)"), count,
                                accord_weekly_need_get_name (needs[i].kind));
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  if (!any)
    g_string_append (text, _("The page “Work” does not say yet what a week takes."));
  markup = g_markup_escape_text (text->str, -1);
  adw_action_row_set_subtitle (self->targets_row, markup);
  gtk_widget_set_sensitive (GTK_WIDGET (self->targets_row), any);
  gtk_switch_set_active (self->targets_switch, any && accord_plan_draft_get_weekly_targets (draft));
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
on_targets_switched (AccordWizardPromiseStep *self)
{
  if (!accord_wizard_step_is_loading (ACCORD_WIZARD_STEP (self)))
    accord_plan_draft_set_weekly_targets (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)),
                                          gtk_switch_get_active (self->targets_switch));
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
  accord_wizard_promise_step_reopen (self);
}

static void
accord_wizard_promise_step_refresh (AccordWizardStep *step)
{
  show_promise (ACCORD_WIZARD_PROMISE_STEP (step));
  show_targets (ACCORD_WIZARD_PROMISE_STEP (step));
}

/* Done is what was promised as it stands here now; a change that is only typed is not given yet. */
static gboolean
accord_wizard_promise_step_is_done (AccordWizardStep *step)
{
  AccordPlan *plan = accord_wizard_step_get_plan (step);
  AccordCommitment *commitment = accord_plan_draft_get_commitment (accord_wizard_step_get_draft (step));

  return commitment != NULL && accord_commitment_get_amount (commitment) == accord_plan_get_amount (plan)
         && accord_commitment_get_q1 (commitment) == accord_plan_get_q1 (plan)
         && accord_commitment_get_q2 (commitment) == accord_plan_get_q2 (plan)
         && accord_commitment_get_q3 (commitment) == accord_plan_get_q3 (plan)
         && accord_commitment_get_q4 (commitment) == accord_plan_get_q4 (plan)
         && accord_commitment_get_partner (commitment) == accord_plan_get_partner (plan)
         && g_str_equal (accord_commitment_get_because (commitment), accord_plan_get_because (plan));
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

  accord_promise_pane_show (self->pane, accord_plan_draft_get_workspace (draft), accord_plan_draft_get_member (draft),
                            accord_plan_draft_get_year (draft));
  g_clear_object (&self->next);
  self->next = find_next (draft);
  gtk_widget_set_visible (GTK_WIDGET (self->everybody_label), self->next == NULL);
  gtk_stack_set_visible_child_name (self->stack, "done");
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

  g_type_ensure (ACCORD_TYPE_PROMISE_PANE);
  g_type_ensure (ACCORD_TYPE_VERSION_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-wizard-promise-step.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, promise_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, stretch_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, week_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, targets_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, targets_switch);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, versions);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, pane);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, everybody_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, quarters_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, partner_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, problem_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, partner_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, because_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPromiseStep, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, on_because_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_partner_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_targets_switched);
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

void
accord_wizard_promise_step_reopen (AccordWizardPromiseStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));

  accord_field_row_set_text (self->reason_row, "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), accord_plan_draft_get_commitment (draft) != NULL);
  accord_plan_draft_set_weekly_targets (draft, FALSE);
  show_targets (self);
  show_problem (self, NULL);
  accord_version_list_show (self->versions, accord_plan_draft_get_workspace (draft),
                            accord_record_get_id (ACCORD_RECORD (accord_plan_draft_get_member (draft))),
                            accord_plan_draft_get_year (draft));
  gtk_stack_set_visible_child_name (self->stack, "promise");
}

AccordMember *
accord_wizard_promise_step_get_next (AccordWizardPromiseStep *self)
{
  return self->next;
}
