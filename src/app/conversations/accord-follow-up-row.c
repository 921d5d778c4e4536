/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-follow-up-row.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-conversation-change.h"
#include "accord-date-row.h"
#include "accord-member.h"

/* Milliseconds without a key press after which what was typed is stored. */
#define PAUSE 1000

struct _AccordFollowUpRow
{
  AdwExpanderRow parent_instance;

  AccordWorkspace *workspace;
  AccordAction *action; /* the live record */
  gint64 id;
  gint64 conversation;
  gint64 new_owner;
  GArray *owner_ids;
  gboolean filling;
  guint settle_source;

  GtkCheckButton *done_button;
  AdwEntryRow *what_row;
  AdwComboRow *owner_row;
  GtkStringList *owner_names;
  AccordDateRow *due_row;
};

G_DEFINE_FINAL_TYPE (AccordFollowUpRow, accord_follow_up_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  FAILED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("New Follow-up"));
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

static void
row_fill (AccordFollowUpRow *self)
{
  gint64 owner = self->action != NULL ? accord_action_get_owner (self->action) : self->new_owner;
  guint selected;

  self->filling = TRUE;
  row_fill_title (self);
  selected = accord_member_choices_fill (self->workspace, owner, _("Nobody yet"), self->owner_names, self->owner_ids);
  adw_combo_row_set_selected (self->owner_row, selected);
  gtk_widget_set_sensitive (GTK_WIDGET (self->done_button), self->action != NULL);
  if (self->action != NULL)
    {
      gtk_check_button_set_active (self->done_button, accord_action_get_done (self->action) != ACCORD_DATE_NONE);
      if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->what_row)), accord_action_get_what (self->action)) != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->what_row), accord_action_get_what (self->action));
      if (accord_date_row_get_date (self->due_row) != accord_action_get_due (self->action))
        accord_date_row_set_date (self->due_row, accord_action_get_due (self->action));
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
           AccordAction      *draft)
{
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  change = accord_change_new (self->action == NULL ? _("Add Follow-up") : _("Edit Follow-up"));
  accord_change_put (change, draft);
  if (!accord_workspace_apply (self->workspace, change, &error))
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return FALSE;
    }

  return TRUE;
}

static AccordAction *
row_make_draft (AccordFollowUpRow *self)
{
  AccordAction *draft;
  guint owner = adw_combo_row_get_selected (self->owner_row);
  g_autofree char *what = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->what_row))));

  if (self->action != NULL)
    {
      draft = accord_record_copy (self->action);
    }
  else
    {
      draft = accord_action_new ();
      accord_action_set_conversation (draft, self->conversation);
      accord_action_set_audience (draft, ACCORD_AUDIENCE_MANAGER);
    }
  accord_action_set_what (draft, what);
  accord_action_set_due (draft, accord_date_row_get_date (self->due_row));
  if (owner < self->owner_ids->len)
    accord_action_set_owner (draft, g_array_index (self->owner_ids, gint64, owner));

  return draft;
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

static gboolean
row_store_typed (AccordFollowUpRow *self)
{
  g_autoptr (AccordAction) draft = NULL;

  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->workspace == NULL || accord_workspace_is_read_only (self->workspace))
    return TRUE;

  draft = row_make_draft (self);
  if (*accord_action_get_what (draft) == '\0')
    {
      /* One that says nothing yet is not worth a complaint; one that did say something keeps it. */
      row_show_valid (self, self->action == NULL);
      return TRUE;
    }
  if (self->action != NULL && accord_record_equal (draft, self->action))
    return TRUE;

  /* Known beforehand, so that whoever follows the workspace's list sees that this one has its row. */
  if (self->id == 0)
    self->id = accord_workspace_reserve_id (self->workspace, ACCORD_TYPE_ACTION);
  accord_record_set_id (ACCORD_RECORD (draft), self->id);
  if (!row_store (self, draft))
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

  if (self->filling || self->action == NULL || !accord_follow_up_row_settle (self))
    return;

  draft = accord_record_copy (self->action);
  accord_action_set_done (draft, gtk_check_button_get_active (self->done_button) ? accord_clock_today () : ACCORD_DATE_NONE);
  row_store (self, draft);
  row_fill (self);
}

static void
on_remove_clicked (AccordFollowUpRow *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
accord_follow_up_row_dispose (GObject *object)
{
  AccordFollowUpRow *self = ACCORD_FOLLOW_UP_ROW (object);

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
  g_array_unref (ACCORD_FOLLOW_UP_ROW (object)->owner_ids);

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

  g_type_ensure (ACCORD_TYPE_DATE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/conversations/accord-follow-up-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, done_button);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, what_row);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, owner_row);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, owner_names);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpRow, due_row);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_done_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
accord_follow_up_row_init (AccordFollowUpRow *self)
{
  self->owner_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

GtkWidget *
accord_follow_up_row_new (AccordWorkspace *workspace,
                          AccordAction    *action,
                          gint64           conversation,
                          gint64           owner)
{
  AccordFollowUpRow *self = g_object_new (ACCORD_TYPE_FOLLOW_UP_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  self->conversation = conversation;
  self->new_owner = owner;
  if (action != NULL)
    row_take_action (self, action);
  row_fill (self);

  return GTK_WIDGET (self);
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

gboolean
accord_follow_up_row_settle (AccordFollowUpRow *self)
{
  g_return_val_if_fail (ACCORD_IS_FOLLOW_UP_ROW (self), FALSE);

  /* A day counts when its row is left, and now it is. */
  accord_date_row_commit (self->due_row);

  return row_store_typed (self);
}
