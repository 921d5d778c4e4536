/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-row.h"

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
