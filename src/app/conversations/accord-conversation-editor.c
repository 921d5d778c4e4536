/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-conversation-editor.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-conversation-head.h"
#include "accord-conversation-prompts.h"
#include "accord-conversation-stage.h"
#include "accord-date-row.h"
#include "accord-feedback.h"
#include "accord-follow-up-list.h"
#include "accord-member-choices.h"
#include "accord-passage.h"

/* Milliseconds without a key press after which what was typed is stored, and after which it is in any case. */
#define PAUSE 1000
#define PATIENCE 5000

struct _AccordConversationEditor
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AccordConversation *conversation; /* the live record */
  GArray *member_ids;
  gboolean filling;
  guint settle_source;
  gboolean refused; /* the day held was, which stands above until it is tried again */
  gint64 typing_since; /* monotonic, 0: everything is stored */

  GtkScrolledWindow *scrolled_window;
  GtkRevealer *error_revealer;
  GtkLabel *error_label;
  AccordConversationHead *head;
  GtkWidget *details_group;
  AdwComboRow *kind_row;
  GtkStringList *kind_names;
  AdwComboRow *member_row;
  GtkStringList *member_names;
  AccordDateRow *planned_row;
  AccordDateRow *occurred_row;
  AdwEntryRow *place_row;
  AdwEntryRow *participants_row;
  GtkBox *passages;
  AccordPassage *purpose;
  AccordPassage *consequence;
  AccordPassage *review_outcome;
  AccordFollowUpList *follow_up_list;
  AccordDateRow *review_row;
  GtkWidget *seal_group;
};

G_DEFINE_FINAL_TYPE (AccordConversationEditor, accord_conversation_editor, ADW_TYPE_BIN)

static gboolean
editor_is_open (AccordConversationEditor *self)
{
  return !accord_workspace_is_read_only (self->workspace) && accord_conversation_is_open (self->conversation);
}

static void
editor_show_error (AccordConversationEditor *self,
                   const char               *message)
{
  self->refused = FALSE;
  if (message != NULL)
    gtk_label_set_label (self->error_label, message);
  gtk_revealer_set_reveal_child (self->error_revealer, message != NULL);
}

/* Every passage of the record, also those that stand apart from the others; NULL after the last. */
static AccordPassage *
editor_next_passage (AccordConversationEditor *self,
                     AccordPassage            *passage)
{
  GtkWidget *widget = passage == NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->passages))
                                      : gtk_widget_get_next_sibling (GTK_WIDGET (passage));

  if (passage == self->review_outcome)
    return NULL;
  while (widget != NULL && !ACCORD_IS_PASSAGE (widget))
    widget = gtk_widget_get_next_sibling (widget);

  return widget != NULL ? ACCORD_PASSAGE (widget) : self->review_outcome;
}

static void
editor_fill_passage (AccordConversationEditor *self,
                     AccordPassage            *passage)
{
  AccordConversationKind kind = accord_conversation_get_kind (self->conversation);
  gboolean open = editor_is_open (self);
  g_autofree char *text = NULL;
  gboolean wanted = TRUE;

  g_object_get (self->conversation, accord_passage_get_field (passage), &text, NULL);
  accord_passage_set_text (passage, text);

  if (passage == self->review_outcome)
    {
      /* How it went is noted long after the record was sealed. */
      open = !accord_workspace_is_read_only (self->workspace);
      wanted = accord_conversation_get_review (self->conversation) != ACCORD_DATE_NONE;
    }
  else if (passage == self->consequence)
    {
      wanted = accord_conversation_kind_is_formal (kind);
    }
  accord_passage_set_editable (passage, open);
  accord_passage_set_placeholder (passage, open ? accord_conversation_get_prompt (kind, accord_passage_get_field (passage)) : "");
  gtk_widget_set_visible (GTK_WIDGET (passage), *text != '\0' || (open && wanted));
}

static void
editor_fill_head (AccordConversationEditor *self)
{
  gboolean open = editor_is_open (self);

  accord_conversation_head_fill (self->head, self->workspace, self->conversation);
  gtk_widget_set_visible (self->details_group, open);
  gtk_widget_set_visible (self->seal_group, open
                                              && accord_conversation_get_stage (self->conversation)
                                                   == ACCORD_CONVERSATION_STAGE_HELD);
}

static void
editor_fill_row (gpointer    row,
                 const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* Half a day that is just being typed stays. */
static void
editor_fill_day (AccordDateRow *row,
                 AccordDate     day)
{
  if (accord_date_row_get_date (row) != day)
    accord_date_row_set_date (row, day);
}

static void
editor_fill_choices (AccordConversationEditor *self)
{
  guint member = accord_member_choices_fill (self->workspace, accord_conversation_get_member (self->conversation), NULL,
                                             self->member_names, self->member_ids);

  adw_combo_row_set_selected (self->member_row, member);
  adw_combo_row_set_selected (self->kind_row, accord_conversation_get_kind (self->conversation));
}

static void
editor_fill (AccordConversationEditor *self)
{
  AccordPassage *passage = NULL;

  self->filling = TRUE;
  editor_fill_head (self);
  editor_fill_choices (self);
  editor_fill_day (self->planned_row, accord_conversation_get_planned (self->conversation));
  editor_fill_day (self->occurred_row, accord_conversation_get_occurred (self->conversation));
  editor_fill_day (self->review_row, accord_conversation_get_review (self->conversation));
  gtk_widget_set_sensitive (GTK_WIDGET (self->review_row), !accord_workspace_is_read_only (self->workspace));
  editor_fill_row (self->place_row, accord_conversation_get_place (self->conversation));
  editor_fill_row (self->participants_row, accord_conversation_get_participants (self->conversation));
  while ((passage = editor_next_passage (self, passage)) != NULL)
    editor_fill_passage (self, passage);
  self->filling = FALSE;
}

/* The live record changed: by what was typed here, or by Undo. Only what changed is shown anew, since something else
 * may just be being typed. */
static void
on_conversation_notify (AccordConversationEditor *self,
                        GParamSpec               *pspec)
{
  AccordPassage *passage = NULL;

  self->filling = TRUE;
  editor_fill_head (self);
  while ((passage = editor_next_passage (self, passage)) != NULL)
    {
      if (g_str_equal (accord_passage_get_field (passage), pspec->name))
        editor_fill_passage (self, passage);
    }
  if (g_str_equal (pspec->name, "place"))
    editor_fill_row (self->place_row, accord_conversation_get_place (self->conversation));
  if (g_str_equal (pspec->name, "participants"))
    editor_fill_row (self->participants_row, accord_conversation_get_participants (self->conversation));
  self->filling = FALSE;

  if (pspec->value_type != G_TYPE_STRING || g_str_equal (pspec->name, "sealed"))
    editor_fill (self);
}

static AccordConversation *
editor_make_draft (AccordConversationEditor *self)
{
  AccordConversation *draft = accord_record_copy (self->conversation);
  guint member = adw_combo_row_get_selected (self->member_row);
  AccordPassage *passage = NULL;
  g_autofree char *outcome = accord_passage_dup_text (self->review_outcome);

  accord_conversation_set_review (draft, accord_date_row_get_date (self->review_row));
  accord_conversation_set_review_outcome (draft, outcome);
  if (!editor_is_open (self))
    return draft;

  accord_conversation_set_kind (draft, adw_combo_row_get_selected (self->kind_row));
  if (member < self->member_ids->len)
    accord_conversation_set_member (draft, g_array_index (self->member_ids, gint64, member));
  accord_conversation_set_planned (draft, accord_date_row_get_date (self->planned_row));
  accord_conversation_set_place (draft, gtk_editable_get_text (GTK_EDITABLE (self->place_row)));
  accord_conversation_set_participants (draft, gtk_editable_get_text (GTK_EDITABLE (self->participants_row)));
  while ((passage = editor_next_passage (self, passage)) != NULL)
    {
      g_autofree char *text = accord_passage_dup_text (passage);

      g_object_set (draft, accord_passage_get_field (passage), text, NULL);
    }

  return draft;
}

/* Stores the draft where it differs. What was typed stays in its field where that fails, and the reason stands
 * above. */
static gboolean
editor_store (AccordConversationEditor *self,
              AccordConversation       *draft,
              const char               *label)
{
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  accord_conversation_note_entered (draft, accord_clock_today ());
  if (accord_record_equal (draft, self->conversation))
    {
      if (!self->refused)
        editor_show_error (self, NULL);
      return TRUE;
    }

  change = accord_change_new (label);
  accord_change_set_continues (change, TRUE);
  accord_change_put (change, draft);
  if (!accord_workspace_apply (self->workspace, change, &error))
    {
      g_autofree char *message = NULL;

      /* Translators: %s is the reason. */
      message = g_strdup_printf (_("%s. What you typed is still here, but not stored yet."), error->message);
      editor_show_error (self, message);
      return FALSE;
    }

  editor_show_error (self, NULL);

  return TRUE;
}

static gboolean
editor_store_typed (AccordConversationEditor *self)
{
  g_autoptr (AccordConversation) draft = NULL;

  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->conversation == NULL || accord_workspace_is_read_only (self->workspace))
    return TRUE;

  draft = editor_make_draft (self);
  if (!editor_store (self, draft, _("Edit Conversation")))
    return FALSE;
  self->typing_since = 0;

  return TRUE;
}

static gboolean
on_pause (gpointer user_data)
{
  AccordConversationEditor *self = user_data;

  self->settle_source = 0;
  editor_store_typed (self);

  return G_SOURCE_REMOVE;
}

static void
on_typed (AccordConversationEditor *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->filling || self->conversation == NULL)
    return;

  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->typing_since == 0)
    self->typing_since = now;
  /* Whoever never pauses does not risk more than this. */
  if (now - self->typing_since >= PATIENCE * G_TIME_SPAN_MILLISECOND)
    editor_store_typed (self);
  else
    self->settle_source = g_timeout_add (PAUSE, on_pause, self);
}

static void
on_settled (AccordConversationEditor *self)
{
  if (!self->filling)
    editor_store_typed (self);
}

static void
editor_put_back_held_day (AccordConversationEditor *self)
{
  self->filling = TRUE;
  accord_date_row_set_date (self->occurred_row, accord_conversation_get_occurred (self->conversation));
  self->filling = FALSE;
}

/* The day it was held is the one field that takes the record a stage further, so that is said. */
static void
on_occurred_changed (AccordConversationEditor *self)
{
  AccordConversationStage before;
  g_autoptr (AccordConversation) draft = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->conversation == NULL)
    return;

  before = accord_conversation_get_stage (self->conversation);
  draft = editor_make_draft (self);
  if (!accord_conversation_take_held_day (draft, accord_date_row_get_date (self->occurred_row), accord_clock_today (), &error))
    {
      editor_put_back_held_day (self);
      editor_show_error (self, error->message);
      self->refused = TRUE;
      return;
    }
  if (!editor_store (self, draft, _("Change the Day Held")))
    {
      editor_put_back_held_day (self);
      return;
    }

  if (before != accord_conversation_get_stage (self->conversation))
    accord_feedback_undo_toast (GTK_WIDGET (self), before == ACCORD_CONVERSATION_STAGE_PLANNED
                                                     ? _("The conversation now counts as held")
                                                     : _("The conversation now counts as planned"));
}

static void
on_occurred_typed (AccordConversationEditor *self)
{
  if (!self->filling && self->refused)
    editor_show_error (self, NULL);
}

static void
on_try_again_clicked (AccordConversationEditor *self)
{
  accord_conversation_editor_settle (self);
}

static void
editor_settle_on_leave (AccordConversationEditor *self,
                        AdwEntryRow              *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_settled), self);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

static void
editor_forget (AccordConversationEditor *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->typing_since = 0;
  if (self->conversation != NULL)
    g_signal_handlers_disconnect_by_data (self->conversation, self);
  g_clear_object (&self->conversation);
  g_clear_object (&self->workspace);
}

/* Another page, another workspace, a closing window: each takes the editor out of sight first. */
static void
accord_conversation_editor_unmap (GtkWidget *widget)
{
  accord_conversation_editor_settle (ACCORD_CONVERSATION_EDITOR (widget));

  GTK_WIDGET_CLASS (accord_conversation_editor_parent_class)->unmap (widget);
}

/* A member may have got another name meanwhile. */
static void
accord_conversation_editor_map (GtkWidget *widget)
{
  AccordConversationEditor *self = ACCORD_CONVERSATION_EDITOR (widget);

  if (self->conversation != NULL)
    {
      self->filling = TRUE;
      editor_fill_head (self);
      editor_fill_choices (self);
      self->filling = FALSE;
    }

  GTK_WIDGET_CLASS (accord_conversation_editor_parent_class)->map (widget);
}

static void
accord_conversation_editor_dispose (GObject *object)
{
  editor_forget (ACCORD_CONVERSATION_EDITOR (object));

  G_OBJECT_CLASS (accord_conversation_editor_parent_class)->dispose (object);
}

static void
accord_conversation_editor_finalize (GObject *object)
{
  g_array_unref (ACCORD_CONVERSATION_EDITOR (object)->member_ids);

  G_OBJECT_CLASS (accord_conversation_editor_parent_class)->finalize (object);
}

static void
accord_conversation_editor_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, error_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, head);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, details_group);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, kind_names);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, member_row);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, member_names);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, planned_row);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, occurred_row);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, place_row);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, participants_row);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, passages);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, purpose);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, consequence);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, review_outcome);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, follow_up_list);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, review_row);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationEditor, seal_group);
}

static void
on_follow_up_failed (AccordConversationEditor *self,
                     GError                   *error)
{
  editor_show_error (self, error->message);
}

static void
accord_conversation_editor_class_init (AccordConversationEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = accord_conversation_editor_dispose;
  object_class->finalize = accord_conversation_editor_finalize;
  widget_class->map = accord_conversation_editor_map;
  widget_class->unmap = accord_conversation_editor_unmap;

  g_type_ensure (ACCORD_TYPE_CONVERSATION_HEAD);
  g_type_ensure (ACCORD_TYPE_DATE_ROW);
  g_type_ensure (ACCORD_TYPE_FOLLOW_UP_LIST);
  g_type_ensure (ACCORD_TYPE_PASSAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/conversations/accord-conversation-editor.ui");
  accord_conversation_editor_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_occurred_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_occurred_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_try_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_follow_up_failed);
}

static void
accord_conversation_editor_init (AccordConversationEditor *self)
{
  AccordPassage *passage = NULL;

  self->member_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int kind = 0; kind <= ACCORD_CONVERSATION_KIND_IMPROVEMENT; kind++)
    gtk_string_list_append (self->kind_names, accord_conversation_kind_get_label (kind));
  self->filling = FALSE;

  editor_settle_on_leave (self, self->place_row);
  editor_settle_on_leave (self, self->participants_row);
  while ((passage = editor_next_passage (self, passage)) != NULL)
    {
      g_signal_connect_swapped (passage, "changed", G_CALLBACK (on_typed), self);
      g_signal_connect_swapped (passage, "left", G_CALLBACK (on_settled), self);
    }
}

gboolean
accord_conversation_editor_set_conversation (AccordConversationEditor *self,
                                             AccordWorkspace          *workspace,
                                             AccordConversation       *conversation)
{
  g_return_val_if_fail (ACCORD_IS_CONVERSATION_EDITOR (self), FALSE);

  if (self->conversation == conversation)
    return TRUE;
  if (!accord_conversation_editor_settle (self))
    return FALSE;

  accord_conversation_editor_drop (self);
  if (conversation == NULL)
    return TRUE;

  self->workspace = g_object_ref (workspace);
  self->conversation = g_object_ref (conversation);
  g_signal_connect_object (conversation, "notify", G_CALLBACK (on_conversation_notify), self, G_CONNECT_SWAPPED);
  editor_fill (self);
  accord_follow_up_list_set_origin (self->follow_up_list, workspace,
                                    &(AccordFollowUpOrigin) {
                                        .conversation = accord_record_get_id (ACCORD_RECORD (conversation)),
                                        .owner = accord_conversation_get_member (conversation),
                                    });
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);

  return TRUE;
}

AccordConversation *
accord_conversation_editor_get_conversation (AccordConversationEditor *self)
{
  g_return_val_if_fail (ACCORD_IS_CONVERSATION_EDITOR (self), NULL);

  return self->conversation;
}

gboolean
accord_conversation_editor_settle (AccordConversationEditor *self)
{
  g_return_val_if_fail (ACCORD_IS_CONVERSATION_EDITOR (self), FALSE);

  if (self->conversation == NULL)
    return TRUE;

  /* A day counts when its row is left, and now it is. */
  accord_date_row_commit (self->planned_row);
  accord_date_row_commit (self->occurred_row);
  accord_date_row_commit (self->review_row);

  return editor_store_typed (self) && accord_work_list_settle (ACCORD_WORK_LIST (self->follow_up_list));
}

void
accord_conversation_editor_drop (AccordConversationEditor *self)
{
  g_return_if_fail (ACCORD_IS_CONVERSATION_EDITOR (self));

  accord_follow_up_list_set_origin (self->follow_up_list, NULL, NULL);
  editor_forget (self);
  editor_show_error (self, NULL);
}

void
accord_conversation_editor_focus (AccordConversationEditor *self)
{
  g_return_if_fail (ACCORD_IS_CONVERSATION_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->purpose));
}
