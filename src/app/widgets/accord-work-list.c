/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-work-list.h"

#include "accord-card.h"
#include "accord-record-watch.h"

typedef struct
{
  AccordWorkspace *workspace;
  GListModel *records; /* all of the workspace */
  AccordRecordWatch *cards; /* what lies under a card counts as its own */

  GtkListBox *list_box;
  GtkWidget *add_button;
} AccordWorkListPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordWorkList, accord_work_list, ADW_TYPE_BIN)

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
list_get_first (AccordWorkList *self)
{
  AccordWorkListPrivate *priv = accord_work_list_get_instance_private (self);

  return gtk_widget_get_first_child (GTK_WIDGET (priv->list_box));
}

static gboolean
list_has_row (AccordWorkList *self,
              gint64          id)
{
  GtkWidget *row;

  for (row = list_get_first (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (accord_work_row_get_id (ACCORD_WORK_ROW (row)) == id)
        return TRUE;
    }

  return FALSE;
}

static void
list_update_visible (AccordWorkList *self)
{
  AccordWorkListPrivate *priv = accord_work_list_get_instance_private (self);

  gtk_widget_set_visible (GTK_WIDGET (priv->list_box), list_get_first (self) != NULL);
}

static void
on_row_failed (AccordWorkList *self,
               GError         *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
on_row_removed (AccordWorkList *self,
                AccordWorkRow  *row)
{
  AccordWorkListPrivate *priv = accord_work_list_get_instance_private (self);

  gtk_widget_grab_focus (priv->add_button);
  if (accord_work_row_get_record (row) != NULL)
    {
      accord_work_row_remove (row, GTK_WIDGET (self));
      return;
    }

  gtk_list_box_remove (priv->list_box, GTK_WIDGET (row));
  list_update_visible (self);
}

static AccordWorkRow *
list_add_row (AccordWorkList *self,
              gpointer        record)
{
  AccordWorkListPrivate *priv = accord_work_list_get_instance_private (self);
  GtkWidget *row = ACCORD_WORK_LIST_GET_CLASS (self)->make_row (self, record);

  g_signal_connect_object (row, "failed", G_CALLBACK (on_row_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_row_removed), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (priv->list_box, row);
  list_update_visible (self);

  return ACCORD_WORK_ROW (row);
}

/* Rows that stay are left alone: somebody may be typing in one. */
static void
list_sync (AccordWorkList *self)
{
  AccordWorkListPrivate *priv = accord_work_list_get_instance_private (self);
  GtkWidget *row = list_get_first (self);
  g_autoptr (GPtrArray) records = NULL;

  if (priv->workspace == NULL)
    return;

  records = ACCORD_WORK_LIST_GET_CLASS (self)->list_records (self);
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);
      AccordRecord *record = accord_work_row_get_record (ACCORD_WORK_ROW (row));

      if (record != NULL && !g_ptr_array_find (records, record, NULL))
        gtk_list_box_remove (priv->list_box, row);
      row = next;
    }
  for (guint i = 0; i < records->len; i++)
    {
      if (!list_has_row (self, accord_record_get_id (records->pdata[i])))
        list_add_row (self, records->pdata[i]);
    }
  list_update_visible (self);
}

static void
on_add_clicked (AccordWorkList *self)
{
  accord_work_row_edit (list_add_row (self, NULL));
}

static void
list_drop (AccordWorkList *self)
{
  AccordWorkListPrivate *priv = accord_work_list_get_instance_private (self);
  GtkWidget *row;

  if (priv->records != NULL)
    g_signal_handlers_disconnect_by_func (priv->records, list_sync, self);
  priv->records = NULL;
  if (priv->cards != NULL)
    g_signal_handlers_disconnect_by_func (priv->cards, list_sync, self);
  g_clear_object (&priv->cards);
  while ((row = list_get_first (self)) != NULL)
    gtk_list_box_remove (priv->list_box, row);
  g_clear_object (&priv->workspace);
}

static void
accord_work_list_dispose (GObject *object)
{
  AccordWorkList *self = ACCORD_WORK_LIST (object);
  AccordWorkListPrivate *priv = accord_work_list_get_instance_private (self);

  if (priv->list_box != NULL)
    list_drop (self);

  G_OBJECT_CLASS (accord_work_list_parent_class)->dispose (object);
}

static void
accord_work_list_class_init (AccordWorkListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_work_list_dispose;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
accord_work_list_init (AccordWorkList *self)
{
}

gboolean
accord_work_list_settle (AccordWorkList *self)
{
  gboolean settled = TRUE;
  GtkWidget *row;

  g_return_val_if_fail (ACCORD_IS_WORK_LIST (self), FALSE);

  for (row = list_get_first (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    settled = accord_work_row_settle (ACCORD_WORK_ROW (row)) && settled;

  return settled;
}

void
accord_work_list_class_set_template (AccordWorkListClass *klass,
                                     const char          *resource)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, resource);
  gtk_widget_class_bind_template_child_private (widget_class, AccordWorkList, list_box);
  gtk_widget_class_bind_template_child_private (widget_class, AccordWorkList, add_button);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}

void
accord_work_list_set_workspace (AccordWorkList  *self,
                                AccordWorkspace *workspace,
                                gboolean         follow_cards)
{
  AccordWorkListPrivate *priv = accord_work_list_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_WORK_LIST (self));

  list_drop (self);
  if (workspace == NULL)
    return;

  priv->workspace = g_object_ref (workspace);
  priv->records = accord_workspace_get_list (workspace, ACCORD_WORK_LIST_GET_CLASS (self)->record_type);
  g_signal_connect_object (priv->records, "items-changed", G_CALLBACK (list_sync), self, G_CONNECT_SWAPPED);
  if (follow_cards)
    {
      priv->cards = accord_record_watch_new ();
      accord_record_watch_add (priv->cards, accord_workspace_get_list (workspace, ACCORD_TYPE_CARD));
      g_signal_connect_object (priv->cards, "changed", G_CALLBACK (list_sync), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), !accord_workspace_is_read_only (workspace));
  list_sync (self);
}

AccordWorkspace *
accord_work_list_get_workspace (AccordWorkList *self)
{
  AccordWorkListPrivate *priv = accord_work_list_get_instance_private (self);

  return priv->workspace;
}

void
accord_work_list_set_names (AccordWorkList *self,
                            const char     *list,
                            const char     *add)
{
  AccordWorkListPrivate *priv = accord_work_list_get_instance_private (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL, list, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
}
