/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-goal-form.h"

#include "accord-enums.h"
#include "accord-plan-draft-goals.h"

#include <glib/gi18n.h>

struct _AccordGoalForm
{
  AdwBin parent_instance;

  AccordWizardStep *step; /* borrowed: the form lies in it */
  AccordGoal *goal;
  gboolean loading;

  AdwPreferencesGroup *group;
  GtkButton *remove_button;
  AccordFieldRow *title_row;
  AccordFieldRow *amount_row;
  AdwExpanderRow *more_row;
  AdwComboRow *kind_row;
  AdwActionRow *due_row;
  GtkMenuButton *due_button;
  GtkCalendar *calendar;
  GtkButton *no_due_button;
  AdwComboRow *visibility_row;
  AdwExpanderRow *viewers_row;
  GListModel *members; /* who may be in the group */
  GPtrArray *checks;   /* GtkCheckButton, borrowed, in the order of members */
};

G_DEFINE_FINAL_TYPE (AccordGoalForm, accord_goal_form, ADW_TYPE_BIN)

enum
{
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Who is in the small group, by name. A group of nobody is as good as private, and says so. */
static char *
dup_group (AccordGoalForm *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (self->step);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (self->members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (self->members, i);

      if (accord_plan_draft_is_viewer (draft, self->goal, accord_record_get_id (ACCORD_RECORD (member))))
        g_strv_builder_add (builder, accord_member_get_name (member));
    }
  names = g_strv_builder_end (builder);

  /* Translators: stands between the parts of a list. */
  return names[0] != NULL ? g_strjoinv (C_("list", ", "), names) : NULL;
}

static void
show_group (AccordGoalForm *self)
{
  gboolean group = accord_goal_get_visibility (self->goal) == ACCORD_VISIBILITY_GROUP;
  g_autofree char *title = g_strstrip (g_strdup (accord_goal_get_title (self->goal)));
  g_autofree char *names = dup_group (self);
  const char *subtitle = *title == '\0'  ? _("Say first what the goal is")
                         : names == NULL ? _("Nobody is named yet: until then it is as private")
                                         : names;
  g_autofree char *markup = g_markup_escape_text (subtitle, -1);

  gtk_widget_set_visible (GTK_WIDGET (self->viewers_row), group);
  adw_expander_row_set_subtitle (self->viewers_row, markup);
  for (guint i = 0; i < self->checks->len; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (self->checks, i), *title != '\0');
}

static const char *
get_audience (AccordGoalForm *self)
{
  switch (accord_goal_get_visibility (self->goal))
    {
    case ACCORD_VISIBILITY_TEAM:
      return _("seen by the whole team");

    case ACCORD_VISIBILITY_GROUP:
      return _("seen by a small group");

    case ACCORD_VISIBILITY_PRIVATE:
    default:
      return _("private");
    }
}

static void
show_summary (AccordGoalForm *self)
{
  AccordDate due = accord_goal_get_due (self->goal);
  g_autofree char *date = accord_date_format (due);
  g_autofree char *summary = NULL;
  const char *who = get_audience (self);

  if (due == ACCORD_DATE_NONE)
    /* Translators: what a goal is about ("Home") and who sees it. */
    summary = g_strdup_printf (_("%1$s, %2$s"), accord_goal_kind_get_label (accord_goal_get_kind (self->goal)), who);
  else
    /* Translators: what a goal is about ("Home"), a date, and who sees it. */
    summary = g_strdup_printf (_("%1$s, by %2$s, %3$s"), accord_goal_kind_get_label (accord_goal_get_kind (self->goal)),
                               date, who);
  adw_expander_row_set_subtitle (self->more_row, summary);
  gtk_menu_button_set_label (self->due_button, due == ACCORD_DATE_NONE ? _("No date") : date);
  gtk_widget_set_sensitive (GTK_WIDGET (self->no_due_button), due != ACCORD_DATE_NONE);
  show_group (self);
}

static void
edited (AccordGoalForm *self)
{
  show_summary (self);
  accord_plan_draft_edited (accord_wizard_step_get_draft (self->step));
}

static void
on_title_edited (AccordFieldRow *row,
                 AccordGoalForm *self)
{
  accord_goal_set_title (self->goal, accord_field_row_get_text (row));
  edited (self);
}

static void
on_amount_edited (AccordFieldRow *row,
                  AccordGoalForm *self)
{
  accord_goal_set_amount (self->goal, accord_field_row_get_value (row));
  edited (self);
}

static void
on_title_finished (AccordFieldRow *row,
                   AccordGoalForm *self)
{
  accord_goal_form_check (self);
}

static void
on_kind_selected (AccordGoalForm *self)
{
  if (self->loading)
    return;

  accord_goal_set_kind (self->goal, (AccordGoalKind) adw_combo_row_get_selected (self->kind_row));
  edited (self);
}

static void
on_visibility_selected (AccordGoalForm *self)
{
  if (self->loading)
    return;

  accord_goal_set_visibility (self->goal, (AccordVisibility) adw_combo_row_get_selected (self->visibility_row));
  edited (self);
  /* What to do next lies open. */
  adw_expander_row_set_expanded (self->viewers_row,
                                 accord_goal_get_visibility (self->goal) == ACCORD_VISIBILITY_GROUP);
}

static void
on_viewer_toggled (GtkCheckButton *check,
                   AccordGoalForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordMember) member = NULL;
  g_autofree char *markup = NULL;
  guint position;

  if (self->loading || !g_ptr_array_find (self->checks, check, &position))
    return;

  member = g_list_model_get_item (self->members, position);
  if (accord_plan_draft_set_viewer (accord_wizard_step_get_draft (self->step), self->goal,
                                    accord_record_get_id (ACCORD_RECORD (member)), gtk_check_button_get_active (check),
                                    &error))
    {
      show_group (self);
      return;
    }

  /* The mark tells what is in the file. */
  self->loading = TRUE;
  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
  self->loading = FALSE;
  markup = g_markup_escape_text (error->message, -1);
  adw_expander_row_set_subtitle (self->viewers_row, markup);
}

static void
on_day_selected (AccordGoalForm *self)
{
  g_autoptr (GDateTime) day = NULL;

  if (self->loading)
    return;

  day = gtk_calendar_get_date (self->calendar);
  accord_goal_set_due (self->goal, accord_date_new (g_date_time_get_year (day), g_date_time_get_month (day),
                                                    g_date_time_get_day_of_month (day)));
  edited (self);
}

static void
on_no_due_clicked (AccordGoalForm *self)
{
  accord_goal_set_due (self->goal, ACCORD_DATE_NONE);
  gtk_menu_button_popdown (self->due_button);
  edited (self);
}

static void
on_remove_clicked (AccordGoalForm *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
load_lists (AccordGoalForm *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) viewers = gtk_string_list_new (NULL);

  for (int kind = ACCORD_GOAL_KIND_INCOME; kind <= ACCORD_GOAL_KIND_OTHER; kind++)
    gtk_string_list_append (kinds, accord_goal_kind_get_label (kind));
  for (int visibility = ACCORD_VISIBILITY_PRIVATE; visibility <= ACCORD_VISIBILITY_TEAM; visibility++)
    gtk_string_list_append (viewers, accord_visibility_get_label (visibility));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->visibility_row, G_LIST_MODEL (viewers));
}

static void
load_members (AccordGoalForm *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (self->step);

  self->members = accord_plan_draft_list_members (draft, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (self->members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (self->members, i);
      GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
      g_autofree char *markup = g_markup_escape_text (accord_member_get_name (member), -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   accord_plan_draft_is_viewer (draft, self->goal,
                                                                accord_record_get_id (ACCORD_RECORD (member))));
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      g_ptr_array_add (self->checks, check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_viewer_toggled), self, 0);
      adw_expander_row_add_row (self->viewers_row, row);
    }
}

static void
load (AccordGoalForm *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (self->step);
  AccordDate due = accord_goal_get_due (self->goal);

  self->loading = TRUE;
  accord_field_row_set_currency (self->amount_row, accord_plan_draft_get_currency (draft),
                                 accord_plan_draft_get_decimals (draft));
  accord_field_row_set_text (self->title_row, accord_goal_get_title (self->goal));
  accord_field_row_set_value (self->amount_row, accord_goal_get_amount (self->goal));
  adw_combo_row_set_selected (self->kind_row, accord_goal_get_kind (self->goal));
  adw_combo_row_set_selected (self->visibility_row, accord_goal_get_visibility (self->goal));
  load_members (self);
  if (due != ACCORD_DATE_NONE)
    {
      int year, month, day;
      g_autoptr (GDateTime) date = NULL;

      accord_date_get_ymd (due, &year, &month, &day);
      date = g_date_time_new_local (year, month, day, 12, 0, 0);
      gtk_calendar_select_day (self->calendar, date);
    }
  self->loading = FALSE;
  show_summary (self);
}

static void
accord_goal_form_dispose (GObject *object)
{
  AccordGoalForm *self = ACCORD_GOAL_FORM (object);

  g_clear_object (&self->goal);
  g_clear_object (&self->members);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (accord_goal_form_parent_class)->dispose (object);
}

static void
accord_goal_form_class_init (AccordGoalFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_goal_form_dispose;

  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-goal-form.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordGoalForm, group);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalForm, remove_button);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalForm, amount_row);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalForm, more_row);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalForm, due_row);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalForm, due_button);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalForm, calendar);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalForm, no_due_button);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalForm, visibility_row);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalForm, viewers_row);
  gtk_widget_class_bind_template_callback (widget_class, on_title_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_title_finished);
  gtk_widget_class_bind_template_callback (widget_class, on_amount_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_visibility_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_no_due_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
accord_goal_form_init (AccordGoalForm *self)
{
  self->loading = TRUE;
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  load_lists (self);
  self->loading = FALSE;
}

GtkWidget *
accord_goal_form_new (AccordWizardStep *step,
                      AccordGoal       *goal)
{
  AccordGoalForm *self = g_object_new (ACCORD_TYPE_GOAL_FORM, NULL);

  self->step = step;
  self->goal = g_object_ref (goal);
  accord_wizard_step_adopt (step, self->title_row);
  accord_wizard_step_adopt (step, self->amount_row);
  load (self);

  return GTK_WIDGET (self);
}

void
accord_goal_form_set_number (AccordGoalForm *self,
                             guint           number,
                             gboolean        alone)
{
  g_autofree char *title = NULL, *remove = NULL;

  /* Translators: %u counts a member's personal goals: 1, 2, 3. */
  title = g_strdup_printf (_("Goal %u"), number);
  /* Translators: the accessible name of a button; %u is the goal's number. */
  remove = g_strdup_printf (_("Remove goal %u"), number);
  adw_preferences_group_set_title (self->group, title);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), !alone);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove_button), remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
}

gboolean
accord_goal_form_check (AccordGoalForm *self)
{
  g_autofree char *title = g_strstrip (g_strdup (accord_field_row_get_text (self->title_row)));
  gboolean stored = accord_record_get_id (ACCORD_RECORD (self->goal)) != 0;

  if (*title != '\0' || (!stored && accord_goal_get_amount (self->goal) == ACCORD_UNKNOWN))
    return TRUE;

  accord_field_row_set_error (self->title_row, stored
                                                 ? _("Say what the goal is, or remove it; until then its old words stand")
                                                 : _("Say what the goal is; it is kept from then on"));

  return FALSE;
}
