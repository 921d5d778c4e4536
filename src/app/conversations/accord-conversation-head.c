/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-conversation-head.h"

#include <glib/gi18n.h>

#include "accord-conversation-change.h"
#include "accord-conversation-mark.h"
#include "accord-conversation-stage.h"

struct _AccordConversationHead
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkImage *kind_image;
  GtkLabel *kind_label;
  GtkImage *stage_image;
  GtkLabel *stage_label;
  GtkLabel *number_label;
  GtkLabel *lag_label;
  GtkLabel *days_label;
  GtkBox *seal_box;
  GtkLabel *seal_label;
};

G_DEFINE_FINAL_TYPE (AccordConversationHead, accord_conversation_head, ADW_TYPE_BIN)

static void
head_fill_lag (AccordConversationHead *self,
               AccordConversation     *conversation)
{
  int lag = accord_conversation_get_lag (conversation);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->lag_label), lag > 0);
  if (lag == 0)
    return;

  /* Translators: how long after the conversation its record was written. */
  text = g_strdup_printf (ngettext ("Written down %d day later", "Written down %d days later", (gulong) lag), lag);
  gtk_label_set_label (self->lag_label, text);
}

static void
append_line (GString    *text,
             const char *title,
             const char *value)
{
  if (*value == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: a title and what it holds, as in "Place: at the office". */
  g_string_append_printf (text, _("%s: %s"), title, value);
}

/* The details as a reader wants them. */
static void
head_fill_days (AccordConversationHead *self,
                AccordConversation     *conversation)
{
  g_autofree char *planned = accord_date_format (accord_conversation_get_planned (conversation));
  g_autofree char *occurred = accord_date_format (accord_conversation_get_occurred (conversation));
  g_autofree char *entered = accord_date_format (accord_conversation_get_entered (conversation));
  g_autoptr (GString) text = g_string_new (NULL);

  append_line (text, _("Planned for"), planned);
  append_line (text, _("Held on"), occurred);
  append_line (text, _("Written down on"), entered);
  append_line (text, _("Place"), accord_conversation_get_place (conversation));
  append_line (text, _("Participants"), accord_conversation_get_participants (conversation));
  gtk_label_set_label (self->days_label, text->str);
}

static void
head_fill_seal (AccordConversationHead *self,
                AccordConversation     *conversation)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (accord_conversation_get_sealed (conversation), NULL);
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->seal_box), moment != NULL);
  if (moment == NULL)
    return;

  local = g_date_time_to_local (moment);
  when = g_date_time_format (local, "%x %H:%M");
  /* Translators: %s is date and time, %d the number of the record. */
  text = g_strdup_printf (_("Sealed on %s as No. %d. A later change to this text would show."), when,
                          (int) accord_conversation_get_number (conversation));
  gtk_label_set_label (self->seal_label, text);
}

static void
accord_conversation_head_class_init (AccordConversationHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/conversations/accord-conversation-head.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordConversationHead, title_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationHead, kind_image);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationHead, kind_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationHead, stage_image);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationHead, stage_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationHead, number_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationHead, lag_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationHead, days_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationHead, seal_box);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationHead, seal_label);
}

static void
accord_conversation_head_init (AccordConversationHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_conversation_head_fill (AccordConversationHead *self,
                               AccordWorkspace        *workspace,
                               AccordConversation     *conversation)
{
  AccordConversationKind kind = accord_conversation_get_kind (conversation);
  AccordConversationStage stage = accord_conversation_get_stage (conversation);
  gboolean open = accord_conversation_is_open (conversation) && !accord_workspace_is_read_only (workspace);
  g_autofree char *number = NULL;

  g_return_if_fail (ACCORD_IS_CONVERSATION_HEAD (self));

  gtk_label_set_label (self->title_label, accord_conversation_get_member_name (workspace, conversation));
  gtk_image_set_from_icon_name (self->kind_image, accord_conversation_kind_get_icon_name (kind));
  gtk_label_set_label (self->kind_label, accord_conversation_kind_get_label (kind));
  accord_conversation_kind_paint (kind, GTK_WIDGET (self->kind_image));
  accord_conversation_kind_paint (kind, GTK_WIDGET (self->kind_label));
  gtk_image_set_from_icon_name (self->stage_image, accord_conversation_stage_get_icon_name (stage));
  gtk_label_set_label (self->stage_label, accord_conversation_stage_get_label (stage));
  /* Translators: %d is the number of a record. */
  number = g_strdup_printf (_("No. %d"), (int) accord_conversation_get_number (conversation));
  gtk_label_set_label (self->number_label, number);
  head_fill_lag (self, conversation);
  head_fill_days (self, conversation);
  gtk_widget_set_visible (GTK_WIDGET (self->days_label), !open && *gtk_label_get_label (self->days_label) != '\0');
  head_fill_seal (self, conversation);
}
