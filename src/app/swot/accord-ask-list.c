/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-ask-list.h"

#include "accord-ask-query.h"
#include "accord-ask-row.h"

struct _AccordAskList
{
  AccordWorkList parent_instance;

  AccordCard *card;
};

G_DEFINE_FINAL_TYPE (AccordAskList, accord_ask_list, ACCORD_TYPE_WORK_LIST)

static GPtrArray *
accord_ask_list_list_records (AccordWorkList *list)
{
  AccordWorkspace *workspace = accord_work_list_get_workspace (list);

  return accord_ask_list_of_card (accord_workspace_get_list (workspace, ACCORD_TYPE_ASK),
                                  accord_workspace_get_list (workspace, ACCORD_TYPE_CARD), ACCORD_ASK_LIST (list)->card);
}

static GtkWidget *
accord_ask_list_make_row (AccordWorkList *list,
                          gpointer        record)
{
  return accord_ask_row_new (accord_work_list_get_workspace (list), record,
                             accord_record_get_id (ACCORD_RECORD (ACCORD_ASK_LIST (list)->card)));
}

static void
accord_ask_list_dispose (GObject *object)
{
  G_OBJECT_CLASS (accord_ask_list_parent_class)->dispose (object);

  g_clear_object (&ACCORD_ASK_LIST (object)->card);
}

static void
accord_ask_list_class_init (AccordAskListClass *klass)
{
  AccordWorkListClass *list_class = ACCORD_WORK_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_ask_list_dispose;
  list_class->record_type = ACCORD_TYPE_ASK;
  list_class->list_records = accord_ask_list_list_records;
  list_class->make_row = accord_ask_list_make_row;

  accord_work_list_class_set_template (list_class, "/io/github/accord/Accord/ui/swot/accord-ask-list.ui");
}

static void
accord_ask_list_init (AccordAskList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_ask_list_set_card (AccordAskList   *self,
                          AccordWorkspace *workspace,
                          AccordCard      *card)
{
  g_return_if_fail (ACCORD_IS_ASK_LIST (self));
  g_return_if_fail (card == NULL || workspace != NULL);

  accord_work_list_set_workspace (ACCORD_WORK_LIST (self), NULL, FALSE);
  g_set_object (&self->card, card);
  if (card != NULL)
    accord_work_list_set_workspace (ACCORD_WORK_LIST (self), workspace, TRUE);
}
