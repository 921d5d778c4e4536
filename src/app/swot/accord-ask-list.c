/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-ask-list.h"

#include <glib/gi18n.h>

#include "accord-ask-query.h"
#include "accord-ask-row.h"
#include "accord-feedback.h"
#include "accord-record-watch.h"

struct _AccordAskList
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AccordCard *card;
  GListModel *asks;
  AccordRecordWatch *cards; /* what lies under the card counts as its own */

  GtkListBox *list_box;
  GtkButton *add_button;
};

G_DEFINE_FINAL_TYPE (AccordAskList, accord_ask_list, ADW_TYPE_BIN)

static AccordAskRow *
list_find_row (AccordAskList *self,
               gint64         id)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (ACCORD_IS_ASK_ROW (row) && accord_ask_row_get_id (ACCORD_ASK_ROW (row)) == id)
        return ACCORD_ASK_ROW (row);
    }

  return NULL;
}

static void
list_update_visible (AccordAskList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), gtk_widget_get_first_child (GTK_WIDGET (self->list_box)) != NULL);
}

static void
on_row_failed (AccordAskList *self,
               GError        *error)
{
  accord_feedback_error (GTK_WIDGET (self), error);
}

static void
on_row_removed (AccordAskList *self,
                AccordAskRow  *row)
{
  AccordAsk *ask = accord_ask_row_get_ask (row);
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
  if (ask == NULL)
    {
      gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
      list_update_visible (self);
      return;
    }

  change = accord_change_new (_("Remove Ask"));
  accord_change_remove (change, ask);
  if (accord_workspace_apply (self->workspace, change, &error))
    accord_feedback_undo_toast (GTK_WIDGET (self), _("Ask removed"));
  else
    accord_feedback_error (GTK_WIDGET (self), error);
}

static AccordAskRow *
list_add_row (AccordAskList *self,
              AccordAsk     *ask)
{
  GtkWidget *row = accord_ask_row_new (self->workspace, ask, accord_record_get_id (ACCORD_RECORD (self->card)));

  g_signal_connect_object (row, "failed", G_CALLBACK (on_row_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_row_removed), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list_box, row);
  list_update_visible (self);

  return ACCORD_ASK_ROW (row);
}

/* Rows that stay are left alone: somebody may be typing in one. */
static void
list_sync (AccordAskList *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box));
  g_autoptr (GPtrArray) asks = NULL;

  if (self->card == NULL)
    return;

  asks = accord_ask_list_of_card (self->asks, accord_workspace_get_list (self->workspace, ACCORD_TYPE_CARD), self->card);
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);
      AccordAsk *ask = accord_ask_row_get_ask (ACCORD_ASK_ROW (row));

      if (ask != NULL && !g_ptr_array_find (asks, ask, NULL))
        gtk_list_box_remove (self->list_box, row);
      row = next;
    }
  for (guint i = 0; i < asks->len; i++)
    {
      if (list_find_row (self, accord_record_get_id (asks->pdata[i])) == NULL)
        list_add_row (self, asks->pdata[i]);
    }
  list_update_visible (self);
}

static void
on_add_clicked (AccordAskList *self)
{
  accord_ask_row_edit (list_add_row (self, NULL));
}

static void
list_drop (AccordAskList *self)
{
  GtkWidget *row;

  if (self->asks != NULL)
    g_signal_handlers_disconnect_by_func (self->asks, list_sync, self);
  self->asks = NULL;
  if (self->cards != NULL)
    g_signal_handlers_disconnect_by_func (self->cards, list_sync, self);
  g_clear_object (&self->cards);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, row);
  g_clear_object (&self->card);
  g_clear_object (&self->workspace);
}

static void
accord_ask_list_dispose (GObject *object)
{
  AccordAskList *self = ACCORD_ASK_LIST (object);

  if (self->list_box != NULL)
    list_drop (self);

  G_OBJECT_CLASS (accord_ask_list_parent_class)->dispose (object);
}

static void
accord_ask_list_class_init (AccordAskListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_ask_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-ask-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordAskList, list_box);
  gtk_widget_class_bind_template_child (widget_class, AccordAskList, add_button);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
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

  list_drop (self);
  if (card == NULL)
    return;

  self->workspace = g_object_ref (workspace);
  self->card = g_object_ref (card);
  self->asks = accord_workspace_get_list (workspace, ACCORD_TYPE_ASK);
  g_signal_connect_object (self->asks, "items-changed", G_CALLBACK (list_sync), self, G_CONNECT_SWAPPED);
  self->cards = accord_record_watch_new ();
  accord_record_watch_add (self->cards, accord_workspace_get_list (workspace, ACCORD_TYPE_CARD));
  g_signal_connect_object (self->cards, "changed", G_CALLBACK (list_sync), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !accord_workspace_is_read_only (workspace));
  list_sync (self);
}

gboolean
accord_ask_list_settle (AccordAskList *self)
{
  gboolean settled = TRUE;
  GtkWidget *row;

  g_return_val_if_fail (ACCORD_IS_ASK_LIST (self), FALSE);

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box)); row != NULL; row = gtk_widget_get_next_sibling (row))
    settled = accord_ask_row_settle (ACCORD_ASK_ROW (row)) && settled;

  return settled;
}
