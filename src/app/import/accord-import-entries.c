/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-entries.h"

#include <gio/gio.h>

struct _AccordImportEntry
{
  GObject parent_instance;

  AccordImportPlan *plan;
  guint index;
};

G_DEFINE_FINAL_TYPE (AccordImportEntry, accord_import_entry, G_TYPE_OBJECT)

struct _AccordImportEntries
{
  GObject parent_instance;

  AccordImportPlan *plan;
  GArray *indexes; /* of guint, into the plan's lines */
};

static void accord_import_entries_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordImportEntries, accord_import_entries, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, accord_import_entries_list_model_init))

static void
accord_import_entry_finalize (GObject *object)
{
  accord_import_plan_unref (ACCORD_IMPORT_ENTRY (object)->plan);

  G_OBJECT_CLASS (accord_import_entry_parent_class)->finalize (object);
}

static void
accord_import_entry_class_init (AccordImportEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_import_entry_finalize;
}

static void
accord_import_entry_init (AccordImportEntry *self)
{
}

const AccordImportLine *
accord_import_entry_get_line (AccordImportEntry *self)
{
  g_return_val_if_fail (ACCORD_IS_IMPORT_ENTRY (self), NULL);

  return accord_import_plan_get_line (self->plan, self->index);
}

char *
accord_import_entry_describe (AccordImportEntry *self)
{
  g_return_val_if_fail (ACCORD_IS_IMPORT_ENTRY (self), NULL);

  return accord_import_plan_describe_line (self->plan, self->index);
}

static GType
accord_import_entries_get_item_type (GListModel *model)
{
  return ACCORD_TYPE_IMPORT_ENTRY;
}

static guint
accord_import_entries_get_n_items (GListModel *model)
{
  return ACCORD_IMPORT_ENTRIES (model)->indexes->len;
}

static gpointer
accord_import_entries_get_item (GListModel *model,
                                guint       position)
{
  AccordImportEntries *self = ACCORD_IMPORT_ENTRIES (model);
  AccordImportEntry *entry;

  if (position >= self->indexes->len)
    return NULL;

  entry = g_object_new (ACCORD_TYPE_IMPORT_ENTRY, NULL);
  entry->plan = accord_import_plan_ref (self->plan);
  entry->index = g_array_index (self->indexes, guint, position);

  return entry;
}

static void
accord_import_entries_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = accord_import_entries_get_item_type;
  iface->get_n_items = accord_import_entries_get_n_items;
  iface->get_item = accord_import_entries_get_item;
}

static void
accord_import_entries_finalize (GObject *object)
{
  AccordImportEntries *self = ACCORD_IMPORT_ENTRIES (object);

  g_clear_pointer (&self->plan, accord_import_plan_unref);
  g_array_unref (self->indexes);

  G_OBJECT_CLASS (accord_import_entries_parent_class)->finalize (object);
}

static void
accord_import_entries_class_init (AccordImportEntriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_import_entries_finalize;
}

static void
accord_import_entries_init (AccordImportEntries *self)
{
  self->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
}

AccordImportEntries *
accord_import_entries_new (void)
{
  return g_object_new (ACCORD_TYPE_IMPORT_ENTRIES, NULL);
}

void
accord_import_entries_show (AccordImportEntries *self,
                            AccordImportPlan    *plan,
                            int                  action)
{
  guint removed = self->indexes->len;

  g_return_if_fail (ACCORD_IS_IMPORT_ENTRIES (self));

  /* Two signals: on one, a view would fetch every new item to look for the old ones among them. */
  g_array_set_size (self->indexes, 0);
  if (removed > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, 0);

  if (plan != NULL)
    accord_import_plan_ref (plan);
  g_clear_pointer (&self->plan, accord_import_plan_unref);
  self->plan = plan;
  for (guint i = 0; plan != NULL && i < accord_import_plan_get_n_lines (plan); i++)
    {
      if (action == ACCORD_IMPORT_ALL_ACTIONS || (int) accord_import_plan_get_line (plan, i)->action == action)
        g_array_append_val (self->indexes, i);
    }
  if (self->indexes->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->indexes->len);
}
