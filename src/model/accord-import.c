/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import.h"

#include "accord-enums.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordImport
{
  AccordRecord parent_instance;

  AccordImportKind kind;
  char *file;
  char *imported;
  gint64 read;
  gint64 added;
  gint64 updated;
  gint64 skipped;
  gint64 refused;
  gboolean undone;
};

G_DEFINE_FINAL_TYPE (AccordImport, accord_import, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD_ENUM_OF (AccordImport, kind, "kind", accord_import_kind_get_type),
  ACCORD_FIELD (AccordImport, file, "file", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordImport, imported, "imported", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordImport, read, "read", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordImport, added, "added", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordImport, updated, "updated", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordImport, skipped, "skipped", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordImport, refused, "refused", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordImport, undone, "undone", ACCORD_FIELD_BOOLEAN),
};

static gboolean
accord_import_validate (AccordRecord *record,
                        GError      **error)
{
  AccordImport *self = ACCORD_IMPORT (record);

  return accord_record_require_range (self->read, 0, G_MAXINT64, _("An import counts its rows"), error);
}

static void
accord_import_class_init (AccordImportClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_import_validate;
  accord_record_class_install (record_class, "import", fields, G_N_ELEMENTS (fields));
}

static void
accord_import_init (AccordImport *self)
{
}

AccordImport *
accord_import_new (void)
{
  return g_object_new (ACCORD_TYPE_IMPORT, NULL);
}

ACCORD_DEFINE_VALUE (AccordImport, accord_import, kind, AccordImportKind)
ACCORD_DEFINE_TEXT (AccordImport, accord_import, file)
ACCORD_DEFINE_TEXT (AccordImport, accord_import, imported)
ACCORD_DEFINE_VALUE (AccordImport, accord_import, read, gint64)
ACCORD_DEFINE_VALUE (AccordImport, accord_import, added, gint64)
ACCORD_DEFINE_VALUE (AccordImport, accord_import, updated, gint64)
ACCORD_DEFINE_VALUE (AccordImport, accord_import, skipped, gint64)
ACCORD_DEFINE_VALUE (AccordImport, accord_import, refused, gint64)
ACCORD_DEFINE_VALUE (AccordImport, accord_import, undone, gboolean)
