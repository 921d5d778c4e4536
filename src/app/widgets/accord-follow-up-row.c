/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-follow-up-row.h"

#include <glib/gi18n.h>

#include "accord-action-query.h"
#include "accord-clock.h"
#include "accord-date-row.h"
#include "accord-member-choices.h"
#include "accord-member.h"
#include "accord-metric.h"
#include "accord-tows-query.h"

/* Milliseconds without a key press after which what was typed is stored. */
#define PAUSE 1000

struct _AccordFollowUpRow
{
  AdwExpanderRow parent_instance;

  AccordWorkspace *workspace;
  AccordAction *action; /* the live record */
  gint64 id;
  AccordFollowUpOrigin origin;
  char *source; /* what it comes from, where that is said */
  GArray *owner_ids;
  GArray *metric_ids;
  gboolean filling;
  guint settle_source;
  guint show_source; /* what is missing is about to get the focus */

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
  GtkWidget *source_button;
};

G_DEFINE_FINAL_TYPE (AccordFollowUpRow, accord_follow_up_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  FAILED,
  REMOVED,
  SOURCE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The metric's name, or NULL. */
static const char *
row_get_metric (AccordFollowUpRow *self)
{
  const gint64 id = accord_action_get_metric (self->action);
  AccordMetric *metric = id != 0 ? accord_workspace_find (self->workspace, ACCORD_TYPE_METRIC, id) : NULL;

  return metric != NULL ? accord_metric_get_name (metric) : NULL;
}

/* Who, by when, and what became of it, in words. */
static char *
row_dup_subtitle (AccordFollowUpRow *self)
{
  AccordMember *owner = accord_workspace_find (self->workspace, ACCORD_TYPE_MEMBER, accord_action_get_owner (self->action));
  AccordDate due = accord_action_get_due (self->action);
  AccordDate done = accord_action_get_done (self->action);
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
  if (done != ACCORD_DATE_NONE && *accord_action_get_outcome (self->action) != '\0')
    g_string_append_printf (text, " · %s", accord_action_get_outcome (self->action));
  if (self->source != NULL)
    g_string_append_printf (text, "\n%s", self->source);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
row_fill_title (AccordFollowUpRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *markup = NULL;

  if (self->action == NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                     self->origin.conversation != 0 ? _("New Follow-up") : _("New Action"));
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), "");
      return;
    }

  title = g_markup_escape_text (accord_action_get_what (self->action), -1);
  if (accord_action_get_done (self->action) != ACCORD_DATE_NONE)
    {
      g_autofree char *struck = g_strdup_printf ("<s>%s</s>", title);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), struck);
    }
  else
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
    }
  subtitle = row_dup_subtitle (self);
  markup = g_markup_escape_text (subtitle, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accord_action_get_what (self->action), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
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
  GListModel *metrics = accord_workspace_get_list (self->workspace, ACCORD_TYPE_METRIC);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);
  const gint64 kept = self->action != NULL ? accord_action_get_metric (self->action) : 0;
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
  self->filling = TRUE;
  gtk_check_button_set_active (self->done_button, accord_action_get_done (self->action) != ACCORD_DATE_NONE);
  self->filling = FALSE;
}

static void
row_fill_done (AccordFollowUpRow *self)
{
  const AccordActionState state = accord_action_get_state (self->action, accord_clock_today ());

  gtk_check_button_set_active (self->done_button, state == ACCORD_ACTION_STATE_DONE);
  gtk_widget_set_visible (self->late_image, state == ACCORD_ACTION_STATE_LATE);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_row), state == ACCORD_ACTION_STATE_DONE);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->outcome_row)), accord_action_get_outcome (self->action)) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->outcome_row), accord_action_get_outcome (self->action));
}

static void
row_show_valid (AccordFollowUpRow *self,
                gboolean           valid)
{
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->what_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->what_row), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->what_row), valid ? NULL : _("Say what is to be done"));
}

static void
row_fill (AccordFollowUpRow *self)
{
  gint64 owner = self->action != NULL ? accord_action_get_owner (self->action) : self->origin.owner;
  guint selected;

  self->filling = TRUE;
  row_fill_title (self);
  selected = accord_member_choices_fill (self->workspace, owner, _("Nobody yet"), self->owner_names, self->owner_ids);
  adw_combo_row_set_selected (self->owner_row, selected);
  row_fill_metrics (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->done_button), self->action != NULL);
  if (self->action != NULL)
    {
      row_fill_done (self);
      if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->what_row)), accord_action_get_what (self->action)) != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->what_row), accord_action_get_what (self->action));
      if (accord_date_row_get_date (self->due_row) != accord_action_get_due (self->action))
        accord_date_row_set_date (self->due_row, accord_action_get_due (self->action));
      row_show_valid (self, TRUE);
    }
  self->filling = FALSE;
}

static void
row_take_action (AccordFollowUpRow *self,
                 AccordAction      *action)
{
  self->action = g_object_ref (action);
  self->id = accord_record_get_id (ACCORD_RECORD (action));
  g_signal_connect_object (action, "notify", G_CALLBACK (row_fill), self, G_CONNECT_SWAPPED);
}

static gboolean
row_store (AccordFollowUpRow *self,
           AccordAction      *draft,
           gboolean           continues)
{
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (self->origin.conversation != 0)
    change = accord_change_new (self->action == NULL ? _("Add Follow-up") : _("Edit Follow-up"));
  else
    change = accord_change_new (self->action == NULL ? _("Add Action") : _("Edit Action"));
  accord_change_set_continues (change, continues);
  accord_change_put (change, draft);
  if (!accord_workspace_apply (self->workspace, change, &error))
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return FALSE;
    }

  return TRUE;
}

/* Who may see a new one: as what it comes from. */
static AccordAudience
row_get_audience (AccordFollowUpRow *self)
{
  AccordStrategy *strategy = NULL;
  AccordCard *card = NULL;

  if (self->origin.card != 0)
    card = accord_workspace_find (self->workspace, ACCORD_TYPE_CARD, self->origin.card);
  if (self->origin.strategy != 0)
    strategy = accord_workspace_find (self->workspace, ACCORD_TYPE_STRATEGY, self->origin.strategy);
  if (card != NULL)
    return accord_card_get_audience (card);
  if (strategy != NULL)
    return accord_strategy_get_audience (strategy, accord_workspace_get_list (self->workspace, ACCORD_TYPE_CARD));

  return ACCORD_AUDIENCE_MANAGER;
}

static AccordAction *
row_make_draft (AccordFollowUpRow *self)
{
  AccordAction *draft;
  guint owner = adw_combo_row_get_selected (self->owner_row);
  guint metric = adw_combo_row_get_selected (self->metric_row);
  g_autofree char *what = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->what_row))));

  if (self->action != NULL)
    {
      draft = accord_record_copy (self->action);
    }
  else
    {
      draft = accord_action_new ();
      accord_action_set_conversation (draft, self->origin.conversation);
      accord_action_set_card (draft, self->origin.card);
      accord_action_set_strategy (draft, self->origin.strategy);
      accord_action_set_audience (draft, row_get_audience (self));
    }
  /* One that said what is to be done keeps it while the field is empty. */
  if (self->action == NULL || *what != '\0')
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
row_has_text (gpointer row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0';
}

static gboolean
row_store_typed (AccordFollowUpRow *self)
{
  g_autoptr (AccordAction) draft = NULL;

  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->workspace == NULL || accord_workspace_is_read_only (self->workspace))
    return TRUE;

  draft = row_make_draft (self);
  if (!row_has_text (self->what_row))
    row_show_valid (self, self->action == NULL);
  /* A new one may still come to say something. */
  if (*accord_action_get_what (draft) == '\0')
    return TRUE;
  if (self->action != NULL && accord_record_equal (draft, self->action))
    return TRUE;

  /* Known beforehand, so that whoever follows the workspace's list sees that this one has its row. */
  if (self->id == 0)
    self->id = accord_workspace_reserve_id (self->workspace, ACCORD_TYPE_ACTION);
  accord_record_set_id (ACCORD_RECORD (draft), self->id);
  if (!row_store (self, draft, self->action != NULL))
    return FALSE;

  if (self->action == NULL)
    {
      row_take_action (self, accord_workspace_find (self->workspace, ACCORD_TYPE_ACTION, self->id));
      row_fill (self);
    }

  return TRUE;
}

static gboolean
on_pause (gpointer user_data)
{
  AccordFollowUpRow *self = user_data;

  self->settle_source = 0;
  row_store_typed (self);

  return G_SOURCE_REMOVE;
}

static void
on_typed (AccordFollowUpRow *self)
{
  if (self->filling)
    return;

  row_show_valid (self, TRUE);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (PAUSE, on_pause, self);
}

static void
on_settled (AccordFollowUpRow *self)
{
  if (!self->filling)
    row_store_typed (self);
}

static void
on_done_toggled (AccordFollowUpRow *self)
{
  g_autoptr (AccordAction) draft = NULL;

  if (self->filling || self->action == NULL)
    return;
  if (!accord_follow_up_row_settle (self))
    {
      row_fill_done_button (self);
      return;
    }

  draft = accord_record_copy (self->action);
  accord_action_set_done (draft, gtk_check_button_get_active (self->done_button) ? accord_clock_today () : ACCORD_DATE_NONE);
  row_store (self, draft, FALSE);
  row_fill (self);
}

static void
on_remove_clicked (AccordFollowUpRow *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
on_source_clicked (AccordFollowUpRow *self)
{
  if (accord_follow_up_row_settle (self))
    g_signal_emit (self, signals[SOURCE_ACTIVATED], 0);
}

static void
accord_follow_up_row_dispose (GObject *object)
{
  AccordFollowUpRow *self = ACCORD_FOLLOW_UP_ROW (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->action != NULL)
    g_signal_handlers_disconnect_by_data (self->action, self);
  g_clear_object (&self->action);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_follow_up_row_parent_class)->dispose (object);
}

static void
accord_follow_up_row_finalize (GObject *object)
{
  AccordFollowUpRow *self = ACCORD_FOLLOW_UP_ROW (object);

  g_array_unref (self->owner_ids);
  g_array_unref (self->metric_ids);
  g_free (self->source);

  G_OBJECT_CLASS (accord_follow_up_row_parent_class)->finalize (object);
}

static void
accord_follow_up_row_class_init (AccordFollowUpRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = accord_follow_up_row_dispose;
  object_class->finalize = accord_follow_up_row_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  signals[SOURCE_ACTIVATED] = g_signal_new ("source-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACCORD_TYPE_DATE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/widgets/accord-follow-up-row.ui");
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
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, source_button);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_done_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_source_clicked);
}

static void
accord_follow_up_row_init (AccordFollowUpRow *self)
{
  const char *late = accord_action_state_get_label (ACCORD_ACTION_STATE_LATE);

  self->owner_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->metric_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  gtk_widget_set_tooltip_text (self->late_image, late);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->late_image), GTK_ACCESSIBLE_PROPERTY_LABEL, late, -1);
}

GtkWidget *
accord_follow_up_row_new (AccordWorkspace            *workspace,
                          AccordAction               *action,
                          const AccordFollowUpOrigin *origin)
{
  AccordFollowUpRow *self = g_object_new (ACCORD_TYPE_FOLLOW_UP_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  self->origin = *origin;
  gtk_button_set_label (self->remove_button, origin->conversation != 0 ? _("Remove Follow-up") : _("Remove Action"));
  if (action != NULL)
    row_take_action (self, action);
  row_fill (self);

  return GTK_WIDGET (self);
}

void
accord_follow_up_row_show_source (AccordFollowUpRow *self,
                                  const char        *source)
{
  g_return_if_fail (ACCORD_IS_FOLLOW_UP_ROW (self));

  if (g_strcmp0 (self->source, source) == 0)
    return;
  g_free (self->source);
  self->source = g_strdup (source);
  gtk_widget_set_visible (self->source_button, source != NULL);
  row_fill_title (self);
}

AccordAction *
accord_follow_up_row_get_action (AccordFollowUpRow *self)
{
  g_return_val_if_fail (ACCORD_IS_FOLLOW_UP_ROW (self), NULL);

  return self->action;
}

gint64
accord_follow_up_row_get_id (AccordFollowUpRow *self)
{
  g_return_val_if_fail (ACCORD_IS_FOLLOW_UP_ROW (self), 0);

  return self->id;
}

void
accord_follow_up_row_edit (AccordFollowUpRow *self)
{
  g_return_if_fail (ACCORD_IS_FOLLOW_UP_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->what_row));
}

/* Whoever settles it may be about to give the focus elsewhere, or to go out of sight. */
static gboolean
on_show_missing (gpointer user_data)
{
  AccordFollowUpRow *self = user_data;

  self->show_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->what_row));

  return G_SOURCE_REMOVE;
}

gboolean
accord_follow_up_row_settle (AccordFollowUpRow *self)
{
  g_return_val_if_fail (ACCORD_IS_FOLLOW_UP_ROW (self), FALSE);

  /* A day counts when its row is left, and now it is. */
  accord_date_row_commit (self->due_row);
  if (!row_store_typed (self))
    return FALSE;
  if (self->action != NULL || self->workspace == NULL || accord_workspace_is_read_only (self->workspace)
      || !row_has_text (self->due_row))
    return TRUE;

  /* The day has no action to go to yet: it is not lost, and what is missing is shown. */
  row_show_valid (self, FALSE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (self->show_source == 0)
    self->show_source = g_idle_add (on_show_missing, self);

  return FALSE;
}
