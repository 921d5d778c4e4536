/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-follow-up-row.h"

#include <glib/gi18n.h>

#include "accord-action-query.h"
#include "accord-clock.h"
#include "accord-date-row.h"
#include "accord-member-choices.h"
#include "accord-member.h"
#include "accord-metric.h"
#include "accord-record-watch.h"
#include "accord-tows-query.h"

struct _AccordFollowUpRow
{
  AccordWorkRow parent_instance;

  AccordFollowUpOrigin origin;
  GArray *owner_ids;
  GArray *metric_ids;
  AccordRecordWatch *members;

  GtkCheckButton *done_button;
  AdwEntryRow *what_row;
  AdwComboRow *owner_row;
  GtkStringList *owner_names;
  AccordDateRow *due_row;
  AdwComboRow *metric_row;
  GtkStringList *metric_names;
  AdwEntryRow *outcome_row;
  GtkWidget *late_image;
  GtkButton *remove_button;
};

G_DEFINE_FINAL_TYPE (AccordFollowUpRow, accord_follow_up_row, ACCORD_TYPE_WORK_ROW)

/* A conversation is followed up; a board leads to actions. */
static const AccordWorkWords follow_up_words = {
  .title = N_("New Follow-up"),
  .add = N_("Add Follow-up"),
  .edit = N_("Edit Follow-up"),
  .remove = N_("Remove Follow-up"),
  .removed = N_("Follow-up removed"),
};

static const AccordWorkWords action_words = {
  .title = N_("New Action"),
  .add = N_("Add Action"),
  .edit = N_("Edit Action"),
  .remove = N_("Remove Action"),
  .removed = N_("Action removed"),
};

static AccordAction *
row_get_action (AccordFollowUpRow *self)
{
  return accord_work_row_get_record (ACCORD_WORK_ROW (self));
}

static AccordWorkspace *
row_get_workspace (AccordFollowUpRow *self)
{
  return accord_work_row_get_workspace (ACCORD_WORK_ROW (self));
}

/* The metric's name, or NULL. */
static const char *
row_get_metric (AccordFollowUpRow *self)
{
  const gint64 id = accord_action_get_metric (row_get_action (self));
  AccordMetric *metric = id != 0 ? accord_workspace_find (row_get_workspace (self), ACCORD_TYPE_METRIC, id) : NULL;

  return metric != NULL ? accord_metric_get_name (metric) : NULL;
}

/* Who, by when, and what became of it, in words. */
static char *
row_dup_subtitle (AccordFollowUpRow *self)
{
  AccordAction *action = row_get_action (self);
  AccordMember *owner = accord_workspace_find (row_get_workspace (self), ACCORD_TYPE_MEMBER, accord_action_get_owner (action));
  AccordDate due = accord_action_get_due (action);
  AccordDate done = accord_action_get_done (action);
  const char *source = accord_work_row_get_source (ACCORD_WORK_ROW (self));
  g_autofree char *due_text = accord_date_format (due);
  g_autofree char *done_text = accord_date_format (done);
  g_autoptr (GString) text = g_string_new (owner != NULL ? accord_member_get_name (owner) : _("Nobody yet"));

  g_string_append (text, " · ");
  if (done != ACCORD_DATE_NONE)
    /* Translators: %s is a date. */
    g_string_append_printf (text, _("done on %s"), done_text);
  else if (due == ACCORD_DATE_NONE)
    g_string_append (text, _("no day agreed"));
  else if (due < accord_clock_today ())
    /* Translators: %s is a date; the follow-up should have been done by then. */
    g_string_append_printf (text, _("overdue since %s"), due_text);
  else
    /* Translators: %s is a date. */
    g_string_append_printf (text, _("due by %s"), due_text);
  if (row_get_metric (self) != NULL)
    {
      g_string_append (text, " · ");
      /* Translators: %s is the name of a metric that an action should move. */
      g_string_append_printf (text, _("to move %s"), row_get_metric (self));
    }
  if (done != ACCORD_DATE_NONE && *accord_action_get_outcome (action) != '\0')
    g_string_append_printf (text, " · %s", accord_action_get_outcome (action));
  if (source != NULL)
    g_string_append_printf (text, "\n%s", source);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
accord_follow_up_row_show_title (AccordWorkRow *row)
{
  AccordAction *action = accord_work_row_get_record (row);
  g_autofree char *subtitle = row_dup_subtitle (ACCORD_FOLLOW_UP_ROW (row));

  accord_work_row_set_texts (row, accord_action_get_what (action), accord_action_get_done (action) != ACCORD_DATE_NONE,
                             subtitle);
}

static int
compare_metrics (gconstpointer a,
                 gconstpointer b)
{
  const gint64 position = accord_metric_get_position (*(AccordMetric *const *) a);
  const gint64 other = accord_metric_get_position (*(AccordMetric *const *) b);

  return position != other ? (position < other ? -1 : 1) : 0;
}

/* The workspace's metrics in their order, after none of them. */
static void
row_fill_metrics (AccordFollowUpRow *self)
{
  AccordAction *action = row_get_action (self);
  GListModel *metrics = accord_workspace_get_list (row_get_workspace (self), ACCORD_TYPE_METRIC);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);
  const gint64 kept = action != NULL ? accord_action_get_metric (action) : 0;
  const gint64 none = 0;
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (metrics); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (metrics, i));
  g_ptr_array_sort (sorted, compare_metrics);

  gtk_string_list_splice (self->metric_names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->metric_names)), NULL);
  g_array_set_size (self->metric_ids, 0);
  /* Translators: no metric. */
  gtk_string_list_append (self->metric_names, C_("metric", "None"));
  g_array_append_val (self->metric_ids, none);
  for (guint i = 0; i < sorted->len; i++)
    {
      const gint64 id = accord_record_get_id (sorted->pdata[i]);

      if (id == kept)
        selected = self->metric_ids->len;
      g_array_append_val (self->metric_ids, id);
      gtk_string_list_append (self->metric_names, accord_metric_get_name (sorted->pdata[i]));
    }
  adw_combo_row_set_selected (self->metric_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->metric_row), sorted->len > 0);
}

/* As the file has it. */
static void
row_fill_done_button (AccordFollowUpRow *self)
{
  accord_work_row_set_filling (ACCORD_WORK_ROW (self), TRUE);
  gtk_check_button_set_active (self->done_button, accord_action_get_done (row_get_action (self)) != ACCORD_DATE_NONE);
  accord_work_row_set_filling (ACCORD_WORK_ROW (self), FALSE);
}

static void
row_fill_done (AccordFollowUpRow *self)
{
  const AccordActionState state = accord_action_get_state (row_get_action (self), accord_clock_today ());

  gtk_check_button_set_active (self->done_button, state == ACCORD_ACTION_STATE_DONE);
  gtk_widget_set_visible (self->late_image, state == ACCORD_ACTION_STATE_LATE);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_row), state == ACCORD_ACTION_STATE_DONE);
  accord_work_field_show_text (self->outcome_row, accord_action_get_outcome (row_get_action (self)));
}

/* The members, after nobody; the one with the id is chosen. */
static void
row_fill_owners (AccordFollowUpRow *self,
                 gint64             chosen)
{
  guint selected = accord_member_choices_fill (row_get_workspace (self), chosen, _("Nobody yet"), self->owner_names,
                                               self->owner_ids);

  adw_combo_row_set_selected (self->owner_row, selected);
}

/* Who is chosen stays chosen, whether that is stored yet or not. */
static void
on_members_changed (AccordFollowUpRow *self)
{
  AccordWorkRow *row = ACCORD_WORK_ROW (self);
  const guint selected = adw_combo_row_get_selected (self->owner_row);

  accord_work_row_set_filling (row, TRUE);
  row_fill_owners (self, selected < self->owner_ids->len ? g_array_index (self->owner_ids, gint64, selected) : 0);
  accord_work_row_refresh_title (row);
  accord_work_row_set_filling (row, FALSE);
}

static void
accord_follow_up_row_show_fields (AccordWorkRow *row)
{
  AccordFollowUpRow *self = ACCORD_FOLLOW_UP_ROW (row);
  AccordAction *action = accord_work_row_get_record (row);

  row_fill_owners (self, action != NULL ? accord_action_get_owner (action) : self->origin.owner);
  row_fill_metrics (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->done_button), action != NULL);
  if (action == NULL)
    return;

  row_fill_done (self);
  accord_work_field_show_text (self->what_row, accord_action_get_what (action));
  if (accord_date_row_get_date (self->due_row) != accord_action_get_due (action))
    accord_date_row_set_date (self->due_row, accord_action_get_due (action));
  accord_work_field_show_problem (self->what_row, NULL);
}

/* Who may see a new one: as what it comes from. */
static AccordAudience
row_get_audience (AccordFollowUpRow *self)
{
  AccordWorkspace *workspace = row_get_workspace (self);
  AccordStrategy *strategy = NULL;
  AccordCard *card = NULL;

  if (self->origin.card != 0)
    card = accord_workspace_find (workspace, ACCORD_TYPE_CARD, self->origin.card);
  if (self->origin.strategy != 0)
    strategy = accord_workspace_find (workspace, ACCORD_TYPE_STRATEGY, self->origin.strategy);
  if (card != NULL)
    return accord_card_get_audience (card);
  if (strategy != NULL)
    return accord_strategy_get_audience (strategy, accord_workspace_get_list (workspace, ACCORD_TYPE_CARD));

  return ACCORD_AUDIENCE_MANAGER;
}

static AccordAction *
row_make_new (AccordFollowUpRow *self)
{
  AccordAction *draft = accord_action_new ();

  accord_action_set_conversation (draft, self->origin.conversation);
  accord_action_set_card (draft, self->origin.card);
  accord_action_set_strategy (draft, self->origin.strategy);
  accord_action_set_audience (draft, row_get_audience (self));

  return draft;
}

static gpointer
accord_follow_up_row_make_draft (AccordWorkRow *row)
{
  AccordFollowUpRow *self = ACCORD_FOLLOW_UP_ROW (row);
  AccordAction *action = accord_work_row_get_record (row);
  AccordAction *draft = action != NULL ? accord_record_copy (action) : row_make_new (self);
  guint owner = adw_combo_row_get_selected (self->owner_row);
  guint metric = adw_combo_row_get_selected (self->metric_row);
  g_autofree char *what = accord_work_field_dup_text (self->what_row);

  /* One that said what is to be done keeps it while the field is empty. */
  if (action == NULL || *what != '\0')
    accord_action_set_what (draft, what);
  accord_action_set_due (draft, accord_date_row_get_date (self->due_row));
  if (owner < self->owner_ids->len)
    accord_action_set_owner (draft, g_array_index (self->owner_ids, gint64, owner));
  if (metric < self->metric_ids->len)
    accord_action_set_metric (draft, g_array_index (self->metric_ids, gint64, metric));
  if (accord_action_get_done (draft) != ACCORD_DATE_NONE)
    accord_action_set_outcome (draft, gtk_editable_get_text (GTK_EDITABLE (self->outcome_row)));

  return draft;
}

static gboolean
accord_follow_up_row_check (AccordWorkRow *row,
                            gboolean       complain)
{
  AccordFollowUpRow *self = ACCORD_FOLLOW_UP_ROW (row);
  const gboolean what = accord_work_field_has_text (self->what_row);

  accord_work_field_show_problem (self->what_row, !what && complain ? _("Say what is to be done") : NULL);

  return what;
}

static gboolean
accord_follow_up_row_says_something (AccordWorkRow *row)
{
  AccordFollowUpRow *self = ACCORD_FOLLOW_UP_ROW (row);

  return accord_work_field_has_text (self->what_row) || accord_work_field_has_text (self->due_row);
}

static GtkWidget *
accord_follow_up_row_get_missing (AccordWorkRow *row)
{
  return GTK_WIDGET (ACCORD_FOLLOW_UP_ROW (row)->what_row);
}

static void
accord_follow_up_row_commit (AccordWorkRow *row)
{
  accord_date_row_commit (ACCORD_FOLLOW_UP_ROW (row)->due_row);
}

static void
on_words_typed (AccordFollowUpRow *self)
{
  if (accord_work_row_is_filling (ACCORD_WORK_ROW (self)))
    return;

  accord_work_field_show_problem (self->what_row, NULL);
  accord_work_row_typed (ACCORD_WORK_ROW (self));
}

static void
on_done_toggled (AccordFollowUpRow *self)
{
  AccordWorkRow *row = ACCORD_WORK_ROW (self);
  g_autoptr (AccordAction) draft = NULL;

  if (accord_work_row_is_filling (row) || row_get_action (self) == NULL)
    return;
  if (!accord_work_row_settle (row))
    {
      row_fill_done_button (self);
      return;
    }

  draft = accord_record_copy (row_get_action (self));
  accord_action_set_done (draft, gtk_check_button_get_active (self->done_button) ? accord_clock_today () : ACCORD_DATE_NONE);
  accord_work_row_put (row, draft, FALSE);
  accord_work_row_refresh (row);
}

static void
accord_follow_up_row_dispose (GObject *object)
{
  AccordFollowUpRow *self = ACCORD_FOLLOW_UP_ROW (object);

  if (self->members != NULL)
    g_signal_handlers_disconnect_by_func (self->members, on_members_changed, self);
  g_clear_object (&self->members);

  G_OBJECT_CLASS (accord_follow_up_row_parent_class)->dispose (object);
}

static void
accord_follow_up_row_finalize (GObject *object)
{
  AccordFollowUpRow *self = ACCORD_FOLLOW_UP_ROW (object);

  g_array_unref (self->owner_ids);
  g_array_unref (self->metric_ids);

  G_OBJECT_CLASS (accord_follow_up_row_parent_class)->finalize (object);
}

static void
accord_follow_up_row_class_init (AccordFollowUpRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordWorkRowClass *row_class = ACCORD_WORK_ROW_CLASS (klass);

  object_class->dispose = accord_follow_up_row_dispose;
  object_class->finalize = accord_follow_up_row_finalize;
  row_class->record_type = ACCORD_TYPE_ACTION;
  row_class->show_title = accord_follow_up_row_show_title;
  row_class->show_fields = accord_follow_up_row_show_fields;
  row_class->make_draft = accord_follow_up_row_make_draft;
  row_class->check = accord_follow_up_row_check;
  row_class->says_something = accord_follow_up_row_says_something;
  row_class->get_missing = accord_follow_up_row_get_missing;
  row_class->commit = accord_follow_up_row_commit;

  g_type_ensure (ACCORD_TYPE_DATE_ROW);
  accord_work_row_class_set_template (row_class, "/io/github/accord/Accord/ui/widgets/accord-follow-up-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, done_button);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, what_row);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, owner_row);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, owner_names);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, due_row);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, metric_row);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, metric_names);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, outcome_row);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, late_image);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_words_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_done_toggled);
}

static void
accord_follow_up_row_init (AccordFollowUpRow *self)
{
  const char *late = accord_action_state_get_label (ACCORD_ACTION_STATE_LATE);

  self->owner_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->metric_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (self->late_image, late);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->late_image), GTK_ACCESSIBLE_PROPERTY_LABEL, late, -1);
}

GtkWidget *
accord_follow_up_row_new (AccordWorkspace            *workspace,
                          AccordAction               *action,
                          const AccordFollowUpOrigin *origin)
{
  AccordFollowUpRow *self = g_object_new (ACCORD_TYPE_FOLLOW_UP_ROW, NULL);
  const AccordWorkWords *words = origin->conversation != 0 ? &follow_up_words : &action_words;

  self->origin = *origin;
  gtk_button_set_label (self->remove_button, _(words->remove));
  accord_work_row_begin (ACCORD_WORK_ROW (self), workspace, action, words);
  self->members = accord_record_watch_new ();
  accord_record_watch_add (self->members, accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBER));
  g_signal_connect_object (self->members, "changed", G_CALLBACK (on_members_changed), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
