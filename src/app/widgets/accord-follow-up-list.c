/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-follow-up-list.h"

#include <glib/gi18n.h>

#include "accord-action.h"
#include "accord-board-query.h"

struct _AccordFollowUpList
{
  AccordWorkList parent_instance;

  AccordFollowUpOrigin origin;

  GtkLabel *heading;
  AdwButtonContent *add_content;
};

G_DEFINE_FINAL_TYPE (AccordFollowUpList, accord_follow_up_list, ACCORD_TYPE_WORK_LIST)

static gboolean
list_holds (AccordFollowUpList *self,
            AccordAction       *action)
{
  GListModel *cards;
  AccordCard *card;

  if (self->origin.conversation != 0)
    return accord_action_get_conversation (action) == self->origin.conversation;
  if (self->origin.strategy != 0)
    return accord_action_get_strategy (action) == self->origin.strategy;
  if (accord_action_get_card (action) == 0)
    return FALSE;

  cards = accord_workspace_get_list (accord_work_list_get_workspace (ACCORD_WORK_LIST (self)), ACCORD_TYPE_CARD);
  card = accord_board_find_card (cards, accord_action_get_card (action));

  return card != NULL
         && (accord_action_get_card (action) == self->origin.card
             || accord_record_get_id (ACCORD_RECORD (accord_board_top (cards, card))) == self->origin.card);
}

static GPtrArray *
accord_follow_up_list_list_records (AccordWorkList *list)
{
  GListModel *actions = accord_workspace_get_list (accord_work_list_get_workspace (list), ACCORD_TYPE_ACTION);
  GPtrArray *held = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);

      if (list_holds (ACCORD_FOLLOW_UP_LIST (list), action))
        g_ptr_array_add (held, action);
    }

  return held;
}

static GtkWidget *
accord_follow_up_list_make_row (AccordWorkList *list,
                                gpointer        record)
{
  return accord_follow_up_row_new (accord_work_list_get_workspace (list), record, &ACCORD_FOLLOW_UP_LIST (list)->origin);
}

/* A conversation is followed up; a board leads to actions. */
static void
list_set_words (AccordFollowUpList *self)
{
  const gboolean talk = self->origin.conversation != 0;
  const char *title = talk ? _("Follow-ups") : _("Actions");

  gtk_label_set_label (self->heading, title);
  adw_button_content_set_label (self->add_content, talk ? _("Add a Follow-_up") : _("Add an A_ction"));
  accord_work_list_set_names (ACCORD_WORK_LIST (self), title, talk ? _("Add a Follow-up") : _("Add an Action"));
}

static void
accord_follow_up_list_class_init (AccordFollowUpListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordWorkListClass *list_class = ACCORD_WORK_LIST_CLASS (klass);

  list_class->record_type = ACCORD_TYPE_ACTION;
  list_class->list_records = accord_follow_up_list_list_records;
  list_class->make_row = accord_follow_up_list_make_row;

  accord_work_list_class_set_template (list_class, "/io/github/accord/Accord/ui/widgets/accord-follow-up-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpList, heading);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpList, add_content);
}

static void
accord_follow_up_list_init (AccordFollowUpList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_follow_up_list_set_origin (AccordFollowUpList         *self,
                                  AccordWorkspace            *workspace,
                                  const AccordFollowUpOrigin *origin)
{
  g_return_if_fail (ACCORD_IS_FOLLOW_UP_LIST (self));
  g_return_if_fail (origin == NULL || workspace != NULL);

  accord_work_list_set_workspace (ACCORD_WORK_LIST (self), NULL, FALSE);
  if (origin == NULL)
    return;

  self->origin = *origin;
  list_set_words (self);
  accord_work_list_set_workspace (ACCORD_WORK_LIST (self), workspace, origin->card != 0);
}

void
accord_follow_up_list_set_compact (AccordFollowUpList *self,
                                   gboolean            compact)
{
  g_return_if_fail (ACCORD_IS_FOLLOW_UP_LIST (self));

  gtk_widget_set_visible (GTK_WIDGET (self->heading), !compact);
}
