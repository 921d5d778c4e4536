/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-conversation-row.h"

#include <glib/gi18n.h>

#include "accord-conversation-change.h"
#include "accord-conversation-filter.h"
#include "accord-conversation-mark.h"

struct _AccordConversationRow
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AccordConversation *conversation;

  GtkLabel *member_label;
  GtkLabel *date_label;
  GtkImage *kind_image;
  GtkLabel *kind_label;
  GtkImage *stage_image;
  GtkLabel *stage_label;
  GtkLabel *words_label;
};

G_DEFINE_FINAL_TYPE (AccordConversationRow, accord_conversation_row, ADW_TYPE_BIN)

/* The widget that has the focus and the role of a list item is the list view's own. */
static void
row_name_list_item (AccordConversationRow *self,
                    const char            *member,
                    const char            *date,
                    const char            *words)
{
  AccordConversationKind kind = accord_conversation_get_kind (self->conversation);
  AccordConversationStage stage = accord_conversation_get_stage (self->conversation);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (item == NULL)
    return;

  /* Translators: a conversation read aloud: member, kind, stage, date, first words. */
  name = g_strdup_printf (_("%s, %s, %s, %s, %s"), member, accord_conversation_kind_get_label (kind),
                          accord_conversation_stage_get_label (stage), *date != '\0' ? date : _("no day yet"), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
row_fill (AccordConversationRow *self)
{
  AccordConversationKind kind;
  AccordConversationStage stage;
  g_autofree char *date = NULL;
  g_autofree char *words = NULL;
  const char *member;

  if (self->conversation == NULL)
    return;

  kind = accord_conversation_get_kind (self->conversation);
  stage = accord_conversation_get_stage (self->conversation);
  member = accord_conversation_get_member_name (self->workspace, self->conversation);
  date = accord_date_format (accord_conversation_get_day (self->conversation));
  words = accord_conversation_dup_first_words (self->conversation);
  if (*words == '\0')
    {
      g_free (words);
      words = g_strdup (_("Nothing written yet"));
    }

  gtk_label_set_label (self->member_label, member);
  gtk_label_set_label (self->date_label, date);
  gtk_image_set_from_icon_name (self->kind_image, accord_conversation_kind_get_icon_name (kind));
  gtk_label_set_label (self->kind_label, accord_conversation_kind_get_label (kind));
  accord_conversation_kind_paint (kind, GTK_WIDGET (self->kind_image));
  accord_conversation_kind_paint (kind, GTK_WIDGET (self->kind_label));
  gtk_image_set_from_icon_name (self->stage_image, accord_conversation_stage_get_icon_name (stage));
  gtk_label_set_label (self->stage_label, accord_conversation_stage_get_label (stage));
  gtk_label_set_label (self->words_label, words);
  row_name_list_item (self, member, date, words);
}

static void
row_drop (AccordConversationRow *self)
{
  if (self->conversation != NULL)
    g_signal_handlers_disconnect_by_data (self->conversation, self);
  g_clear_object (&self->conversation);
  g_clear_object (&self->workspace);
}

static void
accord_conversation_row_dispose (GObject *object)
{
  row_drop (ACCORD_CONVERSATION_ROW (object));

  G_OBJECT_CLASS (accord_conversation_row_parent_class)->dispose (object);
}

static void
accord_conversation_row_class_init (AccordConversationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_conversation_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/conversations/accord-conversation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordConversationRow, member_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationRow, date_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationRow, kind_image);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationRow, stage_image);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationRow, stage_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationRow, words_label);
}

static void
accord_conversation_row_init (AccordConversationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_conversation_row_set_conversation (AccordConversationRow *self,
                                          AccordWorkspace       *workspace,
                                          AccordConversation    *conversation)
{
  g_return_if_fail (ACCORD_IS_CONVERSATION_ROW (self));

  row_drop (self);
  if (conversation == NULL)
    return;

  self->workspace = g_object_ref (workspace);
  self->conversation = g_object_ref (conversation);
  g_signal_connect_object (conversation, "notify", G_CALLBACK (row_fill), self, G_CONNECT_SWAPPED);
  row_fill (self);
}

AccordConversation *
accord_conversation_row_get_conversation (AccordConversationRow *self)
{
  g_return_val_if_fail (ACCORD_IS_CONVERSATION_ROW (self), NULL);

  return self->conversation;
}
