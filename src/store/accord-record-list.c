/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-record-list.h"

struct _AccordRecordList
{
  GObject parent_instance;

  GType type;
  GPtrArray *records;
  GPtrArray *before; /* while a change is being collected: what the list was, for the difference */
};

static GType
record_list_get_item_type (GListModel *model)
{
  return ACCORD_RECORD_LIST (model)->type;
}

static guint
record_list_get_n_items (GListModel *model)
{
  return ACCORD_RECORD_LIST (model)->records->len;
}

static gpointer
record_list_get_item (GListModel *model,
                      guint       position)
{
  AccordRecordList *self = ACCORD_RECORD_LIST (model);

  return position < self->records->len ? g_object_ref (g_ptr_array_index (self->records, position)) : NULL;
}

static void
record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = record_list_get_item_type;
  iface->get_n_items = record_list_get_n_items;
  iface->get_item = record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordRecordList, accord_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, record_list_model_init))

static gpointer
record_list_ref (gconstpointer record,
                 gpointer      user_data)
{
  return g_object_ref ((gpointer) record);
}

/* The position of the first record whose id is not below id. */
static guint
record_list_search (AccordRecordList *self,
                    gint64            id)
{
  guint low = 0;
  guint high = self->records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (accord_record_get_id (g_ptr_array_index (self->records, middle)) < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
accord_record_list_finalize (GObject *object)
{
  AccordRecordList *self = ACCORD_RECORD_LIST (object);

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);

  G_OBJECT_CLASS (accord_record_list_parent_class)->finalize (object);
}

static void
accord_record_list_class_init (AccordRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_record_list_finalize;
}

static void
accord_record_list_init (AccordRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

AccordRecordList *
accord_record_list_new (GType type)
{
  AccordRecordList *self = g_object_new (ACCORD_TYPE_RECORD_LIST, NULL);

  self->type = type;

  return self;
}

gpointer
accord_record_list_find (AccordRecordList *self,
                         gint64            id)
{
  guint position = record_list_search (self, id);
  AccordRecord *record;

  if (position == self->records->len)
    return NULL;
  record = g_ptr_array_index (self->records, position);

  return accord_record_get_id (record) == id ? record : NULL;
}

gint64
accord_record_list_get_last_id (AccordRecordList *self)
{
  guint n = self->records->len;

  return n > 0 ? accord_record_get_id (g_ptr_array_index (self->records, n - 1)) : 0;
}

void
accord_record_list_begin (AccordRecordList *self)
{
  if (self->before == NULL)
    self->before = g_ptr_array_copy (self->records, record_list_ref, NULL);
}

void
accord_record_list_insert (AccordRecordList *self,
                           gpointer          record)
{
  g_assert (self->before != NULL);

  g_ptr_array_insert (self->records, (int) record_list_search (self, accord_record_get_id (record)), g_object_ref (record));
}

void
accord_record_list_remove (AccordRecordList *self,
                           gint64            id)
{
  guint position = record_list_search (self, id);

  g_assert (self->before != NULL);

  if (position < self->records->len && accord_record_get_id (g_ptr_array_index (self->records, position)) == id)
    g_ptr_array_remove_index (self->records, position);
}

void
accord_record_list_finish (AccordRecordList *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->before);
  guint old_length = before->len;
  guint new_length = self->records->len;
  guint shorter = MIN (old_length, new_length);
  guint prefix = 0;
  guint suffix = 0;

  while (prefix < shorter && before->pdata[prefix] == self->records->pdata[prefix])
    prefix++;
  while (suffix < shorter - prefix
         && before->pdata[old_length - 1 - suffix] == self->records->pdata[new_length - 1 - suffix])
    suffix++;

  if (old_length - suffix > prefix || new_length - suffix > prefix)
    g_list_model_items_changed (G_LIST_MODEL (self), prefix, old_length - suffix - prefix, new_length - suffix - prefix);
}
