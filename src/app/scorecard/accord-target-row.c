/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-row.h"

#include <glib/gi18n.h>

struct _AccordTargetRow
{
  GObject parent_instance;

  gint64 member;
  char *name;
};

G_DEFINE_FINAL_TYPE (AccordTargetRow, accord_target_row, G_TYPE_OBJECT)

static void
accord_target_row_finalize (GObject *object)
{
  g_free (ACCORD_TARGET_ROW (object)->name);

  G_OBJECT_CLASS (accord_target_row_parent_class)->finalize (object);
}

static void
accord_target_row_class_init (AccordTargetRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_target_row_finalize;
}

static void
accord_target_row_init (AccordTargetRow *self)
{
}

AccordTargetRow *
accord_target_row_new (AccordMember *member,
                       const char   *name)
{
  AccordTargetRow *self = g_object_new (ACCORD_TYPE_TARGET_ROW, NULL);

  self->member = member != NULL ? accord_record_get_id (ACCORD_RECORD (member)) : 0;
  self->name = g_strdup (name);

  return self;
}

gint64
accord_target_row_get_member (AccordTargetRow *self)
{
  g_return_val_if_fail (ACCORD_IS_TARGET_ROW (self), 0);

  return self->member;
}

const char *
accord_target_row_get_name (AccordTargetRow *self)
{
  g_return_val_if_fail (ACCORD_IS_TARGET_ROW (self), "");

  return self->name;
}

gboolean
accord_target_rows_are (GListModel *rows,
                        const char *all,
                        GPtrArray  *members)
{
  if (g_list_model_get_n_items (rows) != members->len + 1)
    return FALSE;

  for (guint i = 0; i <= members->len; i++)
    {
      g_autoptr (AccordTargetRow) row = g_list_model_get_item (rows, i);
      AccordMember *member = i > 0 ? members->pdata[i - 1] : NULL;

      if (row->member != (member != NULL ? accord_record_get_id (ACCORD_RECORD (member)) : 0)
          || g_strcmp0 (row->name, member != NULL ? accord_member_get_name (member) : all) != 0)
        return FALSE;
    }

  return TRUE;
}

void
accord_target_rows_fill (GListStore *rows,
                         const char *all,
                         GPtrArray  *members)
{
  g_autoptr (GPtrArray) now = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (now, accord_target_row_new (NULL, all));
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (now, accord_target_row_new (members->pdata[i], accord_member_get_name (members->pdata[i])));
  g_list_store_splice (rows, 0, g_list_model_get_n_items (G_LIST_MODEL (rows)), now->pdata, now->len);
}

static void
on_name_setup (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "accord-target-name");
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
on_name_bind (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  AccordTargetRow *row = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (label), accord_target_row_get_name (row));
  if (accord_target_row_get_member (row) == 0)
    gtk_widget_add_css_class (label, "team");
  else
    gtk_widget_remove_css_class (label, "team");
}

GtkColumnViewColumn *
accord_target_rows_create_column (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (on_name_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_name_bind), NULL);
  column = gtk_column_view_column_new (C_("targets", "Member"), factory);
  gtk_column_view_column_set_expand (column, TRUE);

  return column;
}
