/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-add-member-dialog.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-date-row.h"
#include "accord-member-change.h"
#include "accord-rate.h"
#include "accord-suggestion-row.h"

struct _AccordAddMemberDialog
{
  AdwWindow parent_instance;

  AccordWorkspace *workspace;

  GtkButton *add_button;
  AdwEntryRow *name_row;
  AccordSuggestionRow *role_row;
  AccordSuggestionRow *territory_row;
  AccordDateRow *started_row;
  GtkSwitch *leader_switch;
  GtkLabel *message_label;
};

G_DEFINE_FINAL_TYPE (AccordAddMemberDialog, accord_add_member_dialog, ADW_TYPE_WINDOW)

static char *
row_dup_text (gpointer row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
dialog_say (AccordAddMemberDialog *self,
            const char            *message,
            gboolean               is_error)
{
  gtk_label_set_label (self->message_label, message);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->message_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message_label), "error");
}

static void
dialog_update_suggestions (AccordAddMemberDialog *self)
{
  g_auto (GStrv) roles = accord_member_dup_roles (self->workspace);
  g_auto (GStrv) territories = accord_territory_dup_names (self->workspace);

  accord_suggestion_row_set_suggestions (self->role_row, (const char *const *) roles);
  accord_suggestion_row_set_suggestions (self->territory_row, (const char *const *) territories);
}

/* The one who leads the team is whom a new member reports to. */
static gint64
dialog_find_leader (AccordAddMemberDialog *self)
{
  GListModel *members = accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBER);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);

      if (accord_member_get_leader (member) && accord_member_get_left (member) == ACCORD_DATE_NONE)
        return accord_record_get_id (ACCORD_RECORD (member));
    }

  return 0;
}

/* Two of one name could not be told apart, here or by whoever reads a report. */
static gboolean
dialog_has_member (AccordAddMemberDialog *self,
                   const char            *name)
{
  GListModel *members = accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBER);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
      g_autofree char *key = g_utf8_casefold (accord_member_get_name (member), -1);

      if (g_str_equal (key, wanted))
        return TRUE;
    }

  return FALSE;
}

static void
on_name_changed (AccordAddMemberDialog *self)
{
  g_autofree char *name = row_dup_text (self->name_row);

  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), *name != '\0');
  if (*name != '\0')
    dialog_say (self, "", FALSE);
}

static void
on_add_clicked (AccordAddMemberDialog *self)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Add Member"));
  g_autoptr (AccordMember) draft = accord_member_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *name = row_dup_text (self->name_row);
  g_autofree char *role = row_dup_text (self->role_row);
  g_autofree char *territory = row_dup_text (self->territory_row);
  g_autofree char *message = NULL;
  gboolean leads = gtk_switch_get_active (self->leader_switch);

  accord_date_row_commit (self->started_row);
  if (!accord_date_row_is_valid (self->started_row))
    {
      dialog_say (self, _("The day of joining is not a day; write it as YYYY-MM-DD"), TRUE);
      return;
    }

  if (dialog_has_member (self, name))
    {
      /* Translators: %s is a name. */
      message = g_strdup_printf (_("There is a %s already; add an initial to tell the two apart"), name);
      dialog_say (self, message, TRUE);
      return;
    }

  accord_record_set_id (ACCORD_RECORD (draft), accord_workspace_reserve_id (self->workspace, ACCORD_TYPE_MEMBER));
  accord_member_set_name (draft, name);
  accord_member_set_role (draft, role);
  accord_member_set_leader (draft, leads);
  accord_member_set_started (draft, accord_date_row_get_date (self->started_row));
  accord_change_put (change, draft);
  /* A first membership holds from the member's first day, which may be "always". */
  accord_member_change_place (change, self->workspace, accord_record_get_id (ACCORD_RECORD (draft)), territory,
                              leads ? 0 : dialog_find_leader (self), ACCORD_RATE_ONE, accord_member_get_started (draft));

  if (!accord_workspace_apply (self->workspace, change, &error))
    {
      dialog_say (self, error->message, TRUE);
      return;
    }

  /* Translators: %s is a name. */
  message = g_strdup_printf (_("%s is on the team. Who else?"), name);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  gtk_switch_set_active (self->leader_switch, FALSE);
  accord_date_row_set_date (self->started_row, ACCORD_DATE_NONE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  dialog_update_suggestions (self);
  dialog_say (self, message, FALSE);
}

/* At once: as the window's default the button would wait a quarter of a second, in which the next name is typed already. */
static void
on_entered (AccordAddMemberDialog *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->add_button)))
    on_add_clicked (self);
}

static void
accord_add_member_dialog_dispose (GObject *object)
{
  g_clear_object (&ACCORD_ADD_MEMBER_DIALOG (object)->workspace);

  G_OBJECT_CLASS (accord_add_member_dialog_parent_class)->dispose (object);
}

static void
accord_add_member_dialog_class_init (AccordAddMemberDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_add_member_dialog_dispose;

  g_type_ensure (ACCORD_TYPE_DATE_ROW);
  g_type_ensure (ACCORD_TYPE_SUGGESTION_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/people/accord-add-member-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordAddMemberDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, AccordAddMemberDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAddMemberDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAddMemberDialog, territory_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAddMemberDialog, started_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAddMemberDialog, leader_switch);
  gtk_widget_class_bind_template_child (widget_class, AccordAddMemberDialog, message_label);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
}

static void
accord_add_member_dialog_init (AccordAddMemberDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->name_row));
}

AccordAddMemberDialog *
accord_add_member_dialog_new (GtkWindow       *parent,
                              AccordWorkspace *workspace)
{
  AccordAddMemberDialog *self = g_object_new (ACCORD_TYPE_ADD_MEMBER_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  dialog_update_suggestions (self);

  return self;
}
