/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-change.h"

#include "accord-bulk.h"

struct _AccordChange
{
  gatomicrefcount references;
  char *label;
  GPtrArray *puts;
  GPtrArray *removals;
  AccordBulk *bulk;
  gboolean continues;
};

AccordChange *
accord_change_new (const char *label)
{
  AccordChange *self = g_new0 (AccordChange, 1);

  g_atomic_ref_count_init (&self->references);
  self->label = g_strdup (label);
  self->puts = g_ptr_array_new_with_free_func (g_object_unref);
  self->removals = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

AccordChange *
accord_change_ref (AccordChange *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
accord_change_unref (AccordChange *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->label);
  g_ptr_array_unref (self->puts);
  g_ptr_array_unref (self->removals);
  g_clear_pointer (&self->bulk, accord_bulk_unref);
  g_free (self);
}

const char *
accord_change_get_label (AccordChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

void
accord_change_set_continues (AccordChange *self,
                             gboolean      continues)
{
  g_return_if_fail (self != NULL);

  self->continues = continues;
}

gboolean
accord_change_get_continues (AccordChange *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->continues;
}

gboolean
accord_change_is_empty (AccordChange *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->puts->len == 0 && self->removals->len == 0
         && (self->bulk == NULL || accord_bulk_is_empty (self->bulk));
}

void
accord_change_put (AccordChange *self,
                   gpointer      draft)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (ACCORD_IS_RECORD (draft));

  g_ptr_array_add (self->puts, g_object_ref (draft));
}

void
accord_change_remove (AccordChange *self,
                      gpointer      record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (ACCORD_IS_RECORD (record));

  g_ptr_array_add (self->removals, g_object_ref (record));
}

void
accord_change_set_bulk (AccordChange *self,
                        AccordBulk   *bulk)
{
  g_return_if_fail (self != NULL && bulk != NULL);

  accord_bulk_ref (bulk);
  g_clear_pointer (&self->bulk, accord_bulk_unref);
  self->bulk = bulk;
}

AccordBulk *
accord_change_get_bulk (AccordChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bulk;
}

GPtrArray *
accord_change_get_puts (AccordChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->puts;
}

GPtrArray *
accord_change_get_removals (AccordChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->removals;
}
