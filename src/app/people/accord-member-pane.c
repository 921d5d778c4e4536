/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-member-pane.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-clock.h"
#include "accord-conversation.h"
#include "accord-date-row.h"
#include "accord-entry-text.h"
#include "accord-erase-dialog.h"
#include "accord-export.h"
#include "accord-feedback.h"
#include "accord-field-row.h"
#include "accord-goal.h"
#include "accord-member-change.h"
#include "accord-member-history.h"
#include "accord-member-leaves.h"
#include "accord-member-place.h"
#include "accord-ramp.h"
#include "accord-suggestion-row.h"

struct _AccordMemberPane
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AccordMember *member;
  gboolean filling;
  GtkFileChooserNative *export_dialog; /* NULL while none is open */

  AdwAvatar *avatar;
  GtkLabel *title_label;
  GtkLabel *error_label;
  AdwEntryRow *name_row;
  AccordSuggestionRow *role_row;
  AdwEntryRow *email_row;
  GtkSwitch *leader_switch;
  AccordMemberPart *place_part;
  AccordDateRow *started_row;
  AccordDateRow *left_row;
  AdwEntryRow *ramp_row;
  AccordMemberPart *leaves_part;
  AccordMemberPart *history_part;
  AdwEntryRow *external_row;
  AccordFieldRow *aliases_row;
  AdwActionRow *goals_row;
  AdwActionRow *conversations_row;
};

G_DEFINE_FINAL_TYPE (AccordMemberPane, accord_member_pane, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
pane_say (AccordMemberPane *self,
          const char       *fault)
{
  gtk_label_set_label (self->error_label, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), fault != NULL);
}

/* What was typed and is no day stays there until it is mended. */
static void
pane_fill_date (AccordDateRow *row,
                AccordDate     date)
{
  if (accord_date_row_is_valid (row))
    accord_date_row_set_date (row, date);
}

/* As people type it: "25 %, 50 %". */
static char *
ramp_dup_text (const char *stored)
{
  g_auto (GStrv) parts = g_strsplit (stored, ",", -1);

  return g_strjoinv (", ", parts);
}

static guint
pane_count (AccordMemberPane *self,
            GType             type)
{
  GListModel *list = accord_workspace_get_list (self->workspace, type);
  gint64 id = accord_record_get_id (ACCORD_RECORD (self->member));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AccordRecord) record = g_list_model_get_item (list, i);

      n += type == ACCORD_TYPE_GOAL ? accord_goal_get_member (ACCORD_GOAL (record)) == id
                                    : accord_conversation_get_member (ACCORD_CONVERSATION (record)) == id;
    }

  return n;
}

static void
pane_fill_links (AccordMemberPane *self)
{
  guint n_goals = pane_count (self, ACCORD_TYPE_GOAL);
  guint n_talks = pane_count (self, ACCORD_TYPE_CONVERSATION);
  g_autofree char *goals = g_strdup_printf (ngettext ("%u personal goal", "%u personal goals", n_goals), n_goals);
  g_autofree char *talks = g_strdup_printf (ngettext ("%u conversation", "%u conversations", n_talks), n_talks);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->goals_row), goals);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->conversations_row), talks);
}

static void
pane_fill_texts (AccordMemberPane *self)
{
  g_autofree char *ramp = ramp_dup_text (accord_member_get_ramp (self->member));

  accord_entry_text_show (self->name_row, accord_member_get_name (self->member));
  accord_entry_text_show (self->role_row, accord_member_get_role (self->member));
  accord_entry_text_show (self->email_row, accord_member_get_email (self->member));
  accord_entry_text_show (self->external_row, accord_member_get_external (self->member));
  accord_entry_text_show (self->ramp_row, ramp);
  if (strcmp (accord_field_row_get_text (self->aliases_row), accord_member_get_aliases (self->member)) != 0
      && gtk_widget_get_focus_child (GTK_WIDGET (self->aliases_row)) == NULL)
    accord_field_row_set_text (self->aliases_row, accord_member_get_aliases (self->member));
}

static void
pane_update_actions (AccordMemberPane *self)
{
  gboolean erased = accord_member_get_erased (self->member);
  gboolean left = accord_member_get_left (self->member) != ACCORD_DATE_NONE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "member.leave", !left && !erased);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "member.return", left && !erased);
}

static void
pane_fill (AccordMemberPane *self)
{
  g_auto (GStrv) roles = NULL;

  if (self->member == NULL)
    return;

  self->filling = TRUE;
  roles = accord_member_dup_roles (self->workspace);
  accord_suggestion_row_set_suggestions (self->role_row, (const char *const *) roles);
  adw_avatar_set_text (self->avatar, accord_member_get_name (self->member));
  gtk_label_set_label (self->title_label, accord_member_get_name (self->member));
  pane_fill_texts (self);
  gtk_switch_set_active (self->leader_switch, accord_member_get_leader (self->member));
  pane_fill_date (self->started_row, accord_member_get_started (self->member));
  pane_fill_date (self->left_row, accord_member_get_left (self->member));
  pane_update_actions (self);
  pane_fill_links (self);
  self->filling = FALSE;
}

/* Stores the change. Where that fails, what was typed stays in its field, and the reason stands above. */
static gboolean
pane_apply (AccordMemberPane *self,
            AccordChange     *change)
{
  g_autoptr (GError) error = NULL;

  if (!accord_workspace_apply (self->workspace, change, &error))
    {
      pane_say (self, error->message);
      return FALSE;
    }

  pane_say (self, NULL);
  accord_member_pane_refresh (self);

  return TRUE;
}

static void
on_part_change (AccordMemberPane *self,
                AccordChange     *change)
{
  if (self->member != NULL)
    pane_apply (self, change);
}

static void
on_part_fault (AccordMemberPane *self,
               const char       *message)
{
  pane_say (self, message);
}

/* Stores what was edited about the member, if that changes anything. */
static void
pane_store (AccordMemberPane *self,
            AccordMember     *draft)
{
  g_autoptr (AccordChange) change = NULL;

  if (accord_record_equal (draft, self->member))
    return;

  change = accord_change_new (_("Edit Member"));
  accord_change_put (change, draft);
  pane_apply (self, change);
}

/* What is typed and is no ramp stays to be mended; the draft then keeps the ramp that is stored. */
static gboolean
pane_read_ramp (AccordMemberPane *self,
                AccordMember     *draft,
                GError          **error)
{
  g_autoptr (GArray) ramp = accord_ramp_parse_percent (gtk_editable_get_text (GTK_EDITABLE (self->ramp_row)), error);
  g_autofree char *text = ramp != NULL ? accord_ramp_to_text (ramp) : NULL;

  if (ramp == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->ramp_row), "error");
      return FALSE;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->ramp_row), "error");
  accord_member_set_ramp (draft, text);

  return TRUE;
}

/* One a line, without empty ones. */
static char *
pane_dup_aliases (AccordMemberPane *self)
{
  g_auto (GStrv) lines = g_strsplit (accord_field_row_get_text (self->aliases_row), "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", lines[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_texts_settled (AccordMemberPane *self)
{
  g_autoptr (AccordMember) draft = NULL;
  g_autofree char *name = NULL;
  g_autofree char *role = NULL;
  g_autofree char *email = NULL;
  g_autofree char *external = NULL;
  g_autofree char *aliases = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->member == NULL)
    return;

  name = accord_entry_text_dup (self->name_row);
  role = accord_entry_text_dup (self->role_row);
  email = accord_entry_text_dup (self->email_row);
  external = accord_entry_text_dup (self->external_row);
  aliases = pane_dup_aliases (self);
  draft = accord_record_copy (self->member);
  accord_member_set_name (draft, name);
  accord_member_set_role (draft, role);
  accord_member_set_email (draft, email);
  accord_member_set_external (draft, external);
  accord_member_set_aliases (draft, aliases);
  pane_read_ramp (self, draft, &error);
  pane_store (self, draft);
  if (error != NULL)
    pane_say (self, error->message);
}

static void
on_leader_changed (AccordMemberPane *self)
{
  g_autoptr (AccordMember) draft = NULL;

  if (self->filling || self->member == NULL)
    return;

  draft = accord_record_copy (self->member);
  accord_member_set_leader (draft, gtk_switch_get_active (self->leader_switch));
  pane_store (self, draft);
}

static void
on_dates_changed (AccordMemberPane *self)
{
  g_autoptr (AccordMember) draft = NULL;

  if (self->filling || self->member == NULL)
    return;

  draft = accord_record_copy (self->member);
  accord_member_set_started (draft, accord_date_row_get_date (self->started_row));
  accord_member_set_left (draft, accord_date_row_get_date (self->left_row));
  pane_store (self, draft);
}

static void
pane_set_left (AccordMemberPane *self,
               AccordDate        left,
               const char       *label,
               const char       *message)
{
  g_autoptr (AccordChange) change = accord_change_new (label);
  g_autoptr (AccordMember) draft = accord_record_copy (self->member);

  accord_member_set_left (draft, left);
  accord_change_put (change, draft);
  if (pane_apply (self, change))
    accord_feedback_undo_toast (GTK_WIDGET (self), message);
}

static void
member_leave (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AccordMemberPane *self = ACCORD_MEMBER_PANE (widget);
  /* Translators: %s is a name. */
  g_autofree char *message = g_strdup_printf (_("%s leaves the team today; everything so far is kept"),
                                              accord_member_get_name (self->member));

  pane_set_left (self, accord_clock_today (), _("Member Leaves"), message);
}

static void
member_return (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  AccordMemberPane *self = ACCORD_MEMBER_PANE (widget);
  /* Translators: %s is a name. */
  g_autofree char *message = g_strdup_printf (_("%s is back on the team"), accord_member_get_name (self->member));

  pane_set_left (self, ACCORD_DATE_NONE, _("Member Is Back"), message);
}

static void
on_export_response (GtkNativeDialog  *dialog,
                    int               response,
                    AccordMemberPane *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->member != NULL && file != NULL && g_file_peek_path (file) != NULL)
    {
      if (accord_export_write (self->workspace, g_file_peek_path (file),
                               accord_record_get_id (ACCORD_RECORD (self->member)), NULL, &error))
        accord_feedback_toast (GTK_WIDGET (self), _("Exported; README.txt in the folder tells what is what"));
      else
        accord_feedback_error (GTK_WIDGET (self), error);
    }
  gtk_native_dialog_destroy (dialog);
  g_clear_object (&self->export_dialog);
}

static void
member_export (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  AccordMemberPane *self = ACCORD_MEMBER_PANE (widget);
  g_autoptr (GtkFileChooserNative) dialog
    = gtk_file_chooser_native_new (_("Export to a New Folder"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  /* Translators: the name of a folder; %s is a member's name. */
  g_autofree char *name = g_strdup_printf (_("All on %s"), accord_member_get_name (self->member));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), g_strdelimit (name, "/", '-'));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_export_response), self, 0);
  g_set_object (&self->export_dialog, dialog);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
member_erase (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AccordMemberPane *self = ACCORD_MEMBER_PANE (widget);

  accord_erase_dialog_present (widget, self->workspace, self->member);
}

static void
on_close_clicked (AccordMemberPane *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
pane_settle_on_leave (AccordMemberPane *self,
                      AdwEntryRow      *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_texts_settled), self);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

static void
pane_drop_member (AccordMemberPane *self)
{
  if (self->member != NULL)
    g_signal_handlers_disconnect_by_data (self->member, self);
  g_clear_object (&self->member);
}

static void
accord_member_pane_dispose (GObject *object)
{
  AccordMemberPane *self = ACCORD_MEMBER_PANE (object);

  pane_drop_member (self);
  g_clear_object (&self->workspace);
  /* The last reference closes it. */
  g_clear_object (&self->export_dialog);

  G_OBJECT_CLASS (accord_member_pane_parent_class)->dispose (object);
}

static void
accord_member_pane_class_init (AccordMemberPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_member_pane_dispose;

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (ACCORD_TYPE_DATE_ROW);
  g_type_ensure (ACCORD_TYPE_FIELD_ROW);
  g_type_ensure (ACCORD_TYPE_MEMBER_HISTORY);
  g_type_ensure (ACCORD_TYPE_MEMBER_LEAVES);
  g_type_ensure (ACCORD_TYPE_MEMBER_PLACE);
  g_type_ensure (ACCORD_TYPE_SUGGESTION_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/people/accord-member-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, avatar);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, title_label);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, error_label);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, name_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, role_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, email_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, leader_switch);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, place_part);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, started_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, left_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, ramp_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, leaves_part);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, history_part);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, external_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, aliases_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, goals_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, conversations_row);
  gtk_widget_class_bind_template_callback (widget_class, on_texts_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_leader_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_dates_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_part_change);
  gtk_widget_class_bind_template_callback (widget_class, on_part_fault);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_install_action (widget_class, "member.leave", NULL, member_leave);
  gtk_widget_class_install_action (widget_class, "member.return", NULL, member_return);
  gtk_widget_class_install_action (widget_class, "member.export", NULL, member_export);
  gtk_widget_class_install_action (widget_class, "member.erase", NULL, member_erase);
}

static void
accord_member_pane_init (AccordMemberPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pane_settle_on_leave (self, self->name_row);
  pane_settle_on_leave (self, self->email_row);
  pane_settle_on_leave (self, self->external_row);
  pane_settle_on_leave (self, self->ramp_row);
}

static void
pane_show_another (AccordMemberPane *self)
{
  GtkEditable *texts[] = {
    GTK_EDITABLE (self->name_row),     GTK_EDITABLE (self->role_row), GTK_EDITABLE (self->email_row),
    GTK_EDITABLE (self->external_row), GTK_EDITABLE (self->ramp_row),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    accord_entry_text_reset (texts[i]);
  gtk_widget_remove_css_class (GTK_WIDGET (self->ramp_row), "error");
  accord_date_row_set_date (self->started_row, ACCORD_DATE_NONE);
  accord_date_row_set_date (self->left_row, ACCORD_DATE_NONE);
  accord_field_row_set_text (self->aliases_row, self->member != NULL ? accord_member_get_aliases (self->member) : "");
  pane_say (self, NULL);
  accord_member_part_set_member (self->place_part, self->workspace, self->member);
  accord_member_part_set_member (self->leaves_part, self->workspace, self->member);
  accord_member_part_set_member (self->history_part, self->workspace, self->member);
  pane_fill (self);
}

void
accord_member_pane_set_member (AccordMemberPane *self,
                               AccordWorkspace  *workspace,
                               AccordMember     *member)
{
  g_return_if_fail (ACCORD_IS_MEMBER_PANE (self));
  g_return_if_fail (member == NULL || ACCORD_IS_MEMBER (member));

  if (self->member == member)
    return;

  on_texts_settled (self);
  accord_member_part_settle (self->leaves_part);
  accord_member_part_settle (self->history_part);
  pane_drop_member (self);
  g_set_object (&self->workspace, workspace);
  if (member != NULL)
    {
      self->member = g_object_ref (member);
      /* Undo changes the member from outside. */
      g_signal_connect_object (member, "notify", G_CALLBACK (pane_fill), self, G_CONNECT_SWAPPED);
    }
  self->filling = TRUE;
  pane_show_another (self);
  self->filling = FALSE;
}

void
accord_member_pane_refresh (AccordMemberPane *self)
{
  g_return_if_fail (ACCORD_IS_MEMBER_PANE (self));

  if (self->member == NULL)
    return;

  pane_fill (self);
  accord_member_part_refresh (self->place_part);
  accord_member_part_refresh (self->leaves_part);
  accord_member_part_refresh (self->history_part);
}

AccordMember *
accord_member_pane_get_member (AccordMemberPane *self)
{
  g_return_val_if_fail (ACCORD_IS_MEMBER_PANE (self), NULL);

  return self->member;
}
