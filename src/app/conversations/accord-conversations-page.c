/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-conversations-page.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-conversation-change.h"
#include "accord-conversation-editor.h"
#include "accord-conversation-list.h"
#include "accord-conversation-stage.h"
#include "accord-feedback.h"
#include "accord-new-conversation.h"

struct _AccordConversationsPage
{
  AccordPage parent_instance;

  gboolean selecting;

  GtkStack *stack;
  AdwLeaflet *leaflet;
  AccordConversationList *list;
  GtkStack *record_stack;
  AccordConversationEditor *editor;
  GtkButton *back_button;
  GtkMenuButton *new_button;
  GtkMenuButton *first_button;
  AccordNewConversation *new_popover;
  AccordNewConversation *first_popover;
};

G_DEFINE_FINAL_TYPE (AccordConversationsPage, accord_conversations_page, ACCORD_TYPE_PAGE)

static GListModel *
page_get_conversations (AccordConversationsPage *self)
{
  return accord_workspace_get_list (accord_page_get_workspace (ACCORD_PAGE (self)), ACCORD_TYPE_CONVERSATION);
}

static gboolean
page_is_read_only (AccordConversationsPage *self)
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (self));

  return workspace == NULL || accord_workspace_is_read_only (workspace);
}

static void
page_update (AccordConversationsPage *self)
{
  AccordConversation *conversation = accord_conversation_editor_get_conversation (self->editor);
  gboolean any = g_list_model_get_n_items (page_get_conversations (self)) > 0;
  gboolean writable = !page_is_read_only (self);

  gtk_stack_set_visible_child_name (self->stack, any ? "conversations" : "empty");
  gtk_stack_set_visible_child_name (self->record_stack, conversation != NULL ? "record" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.primary", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.remove",
                                 writable && conversation != NULL && accord_conversation_is_open (conversation));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.seal",
                                 writable && conversation != NULL
                                   && accord_conversation_get_stage (conversation) == ACCORD_CONVERSATION_STAGE_HELD);
}

/* FALSE where the record that is shown could not be stored; it stays then, and the list says so too. */
static gboolean
page_show (AccordConversationsPage *self,
           AccordConversation      *conversation)
{
  AccordConversation *before = accord_conversation_editor_get_conversation (self->editor);
  gboolean shown;

  if (self->selecting || before == conversation)
    return TRUE;

  shown = accord_conversation_editor_set_conversation (self->editor, accord_page_get_workspace (ACCORD_PAGE (self)),
                                                       conversation);
  if (shown && before != NULL)
    g_signal_handlers_disconnect_by_func (before, page_update, self);
  if (shown && conversation != NULL)
    g_signal_connect_object (conversation, "notify", G_CALLBACK (page_update), self, G_CONNECT_SWAPPED);

  self->selecting = TRUE;
  accord_conversation_list_select (self->list, shown ? conversation : before);
  self->selecting = FALSE;
  page_update (self);

  return shown;
}

/* Where both are in sight anyway the leaflet would still take the focus from one to the other. */
static void
page_turn_to (AccordConversationsPage *self,
              const char              *name)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child_name (self->leaflet, name);
}

static void
on_selected (AccordConversationsPage *self)
{
  page_show (self, accord_conversation_list_get_selected (self->list));
}

static void
on_opened (AccordConversationsPage *self,
           gboolean                 by_key)
{
  page_turn_to (self, "record");
  if (by_key)
    accord_conversation_editor_focus (self->editor);
}

static void
on_back_clicked (AccordConversationsPage *self)
{
  page_turn_to (self, "list");
  accord_conversation_list_focus_rows (self->list);
}

/* A record that somebody removed, or whose adding was undone, is not shown any longer. */
static void
on_conversations_changed (AccordConversationsPage *self)
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (self));
  AccordConversation *shown = accord_conversation_editor_get_conversation (self->editor);

  if (shown != NULL
      && accord_workspace_find (workspace, ACCORD_TYPE_CONVERSATION, accord_record_get_id (ACCORD_RECORD (shown))) != shown)
    {
      g_signal_handlers_disconnect_by_func (shown, page_update, self);
      accord_conversation_editor_drop (self->editor);
      page_turn_to (self, "list");
      on_selected (self);
    }
  page_update (self);
}

static void
on_chosen (AccordConversationsPage *self,
           gint64                   member,
           int                      kind)
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (self));
  g_autoptr (AccordConversation) draft = accord_conversation_new ();
  g_autoptr (AccordChange) change = accord_change_new (_("New Conversation"));
  AccordConversation *conversation;

  if (!accord_conversation_editor_settle (self->editor))
    return;

  accord_conversation_set_member (draft, member);
  accord_conversation_set_kind (draft, kind);
  accord_change_put (change, draft);
  if (!accord_page_apply (ACCORD_PAGE (self), change))
    return;

  conversation = accord_workspace_find (workspace, ACCORD_TYPE_CONVERSATION, accord_record_get_id (ACCORD_RECORD (draft)));
  page_show (self, conversation);
  page_turn_to (self, "record");
  accord_conversation_editor_focus (self->editor);
}

static void
page_primary (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AccordConversationsPage *self = ACCORD_CONVERSATIONS_PAGE (widget);
  gboolean any = g_list_model_get_n_items (page_get_conversations (self)) > 0;

  if (any)
    page_turn_to (self, "list");
  accord_new_conversation_set_member (self->new_popover, accord_conversation_list_get_member (self->list));
  gtk_menu_button_popup (any ? self->new_button : self->first_button);
}

static void
page_search (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AccordConversationsPage *self = ACCORD_CONVERSATIONS_PAGE (widget);

  page_turn_to (self, "list");
  accord_conversation_list_focus_search (self->list);
}

static void
page_remove (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AccordConversationsPage *self = ACCORD_CONVERSATIONS_PAGE (widget);
  AccordConversation *shown = accord_conversation_editor_get_conversation (self->editor);
  g_autoptr (AccordConversation) conversation = NULL;
  g_autoptr (AccordConversation) neighbour = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autofree char *message = NULL;

  if (shown == NULL || !accord_conversation_is_open (shown) || !accord_conversation_editor_settle (self->editor))
    return;

  conversation = g_object_ref (shown);
  neighbour = accord_conversation_list_find_neighbour (self->list, conversation);
  if (neighbour != NULL)
    g_object_ref (neighbour);
  change = accord_conversation_change_remove (accord_page_get_workspace (ACCORD_PAGE (self)), conversation);
  if (!accord_page_apply (ACCORD_PAGE (self), change))
    return;

  page_show (self, neighbour);
  accord_conversation_list_focus_rows (self->list);
  /* Translators: %d is the number of the record. */
  message = g_strdup_printf (_("Conversation No. %d removed"), (int) accord_conversation_get_number (conversation));
  accord_feedback_undo_toast (widget, message);
}

/* Delete in the list means the row it is pressed on, which is not the record that is shown where the filters hide
 * that. */
static void
page_remove_selected (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  AccordConversationsPage *self = ACCORD_CONVERSATIONS_PAGE (widget);

  if (accord_conversation_list_get_selected (self->list) == accord_conversation_editor_get_conversation (self->editor))
    gtk_widget_activate_action (widget, "page.remove", NULL);
}

static void
on_seal_response (AccordConversationsPage *self,
                  const char              *response)
{
  AccordConversation *conversation = accord_conversation_editor_get_conversation (self->editor);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "seal") || conversation == NULL)
    return;

  if (accord_workspace_seal (accord_page_get_workspace (ACCORD_PAGE (self)), conversation, &error))
    accord_feedback_toast (GTK_WIDGET (self), _("The record is sealed"));
  else
    accord_feedback_error (GTK_WIDGET (self), error);
}

static void
page_seal (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  AccordConversationsPage *self = ACCORD_CONVERSATIONS_PAGE (widget);
  GtkWidget *dialog;

  if (!accord_conversation_editor_settle (self->editor))
    return;

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Seal This Record?"), NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _("Its text can never be changed again, and the record cannot be removed. A digest of the text"
                                 " is chained to the record sealed before it, so that tampering would show; it does not keep"
                                 " anybody from reading the file.\n\nFollow-ups and the review stay open. Sealing cannot be"
                                 " undone, and Undo starts anew after it."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "seal", _("_Seal"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "seal", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_seal_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
accord_conversations_page_workspace_changed (AccordPage *page)
{
  AccordConversationsPage *self = ACCORD_CONVERSATIONS_PAGE (page);
  AccordWorkspace *workspace = accord_page_get_workspace (page);

  if (!accord_conversation_editor_set_conversation (self->editor, NULL, NULL))
    accord_conversation_editor_drop (self->editor);
  accord_new_conversation_set_workspace (self->new_popover, workspace);
  accord_new_conversation_set_workspace (self->first_popover, workspace);
  accord_conversation_list_set_workspace (self->list, workspace);
  if (workspace == NULL)
    return;

  g_signal_connect_object (page_get_conversations (self), "items-changed", G_CALLBACK (on_conversations_changed), self,
                           G_CONNECT_SWAPPED);
  page_update (self);
}

static void
accord_conversations_page_period_changed (AccordPage *page)
{
  AccordConversationsPage *self = ACCORD_CONVERSATIONS_PAGE (page);

  accord_conversation_list_set_period (self->list, accord_page_get_period (page));
  if (accord_conversation_editor_get_conversation (self->editor) == NULL)
    accord_conversation_list_select_first (self->list);
}

static gboolean
accord_conversations_page_settle (AccordPage *page)
{
  return accord_conversation_editor_settle (ACCORD_CONVERSATIONS_PAGE (page)->editor);
}

/* Wherever the focus is; a page that is not in sight leaves the keys to the one that is. */
static gboolean
on_search_shortcut (GtkWidget *widget,
                    GVariant  *arguments,
                    gpointer   user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  return gtk_widget_activate_action (widget, "page.search", NULL);
}

static void
accord_conversations_page_class_init (AccordConversationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ACCORD_PAGE_CLASS (klass)->workspace_changed = accord_conversations_page_workspace_changed;
  ACCORD_PAGE_CLASS (klass)->period_changed = accord_conversations_page_period_changed;
  ACCORD_PAGE_CLASS (klass)->settle = accord_conversations_page_settle;

  g_type_ensure (ACCORD_TYPE_CONVERSATION_EDITOR);
  g_type_ensure (ACCORD_TYPE_CONVERSATION_LIST);
  g_type_ensure (ACCORD_TYPE_NEW_CONVERSATION);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/conversations/accord-conversations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordConversationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationsPage, list);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationsPage, record_stack);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationsPage, editor);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationsPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationsPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationsPage, new_popover);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationsPage, first_popover);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_install_action (widget_class, "page.primary", NULL, page_primary);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, page_search);
  gtk_widget_class_install_action (widget_class, "page.remove", NULL, page_remove);
  gtk_widget_class_install_action (widget_class, "page.remove-selected", NULL, page_remove_selected);
  gtk_widget_class_install_action (widget_class, "page.seal", NULL, page_seal);
}

static void
accord_conversations_page_init (AccordConversationsPage *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (on_search_shortcut, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

void
accord_conversations_page_open (AccordConversationsPage *self,
                                gint64                   id)
{
  AccordConversation *conversation;

  g_return_if_fail (ACCORD_IS_CONVERSATIONS_PAGE (self));

  conversation = accord_workspace_find (accord_page_get_workspace (ACCORD_PAGE (self)), ACCORD_TYPE_CONVERSATION, id);
  if (conversation == NULL || !accord_conversation_editor_settle (self->editor) || !page_show (self, conversation))
    return;
  page_turn_to (self, "record");
  accord_conversation_editor_focus (self->editor);
}
