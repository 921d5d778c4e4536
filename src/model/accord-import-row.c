/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-row.h"

#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordImportRow
{
  AccordRecord parent_instance;

  gint64 import;
  gint64 position;
  char *table_name;
  gint64 record;
  char *before;
  char *after;
};

G_DEFINE_FINAL_TYPE (AccordImportRow, accord_import_row, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordImportRow, import, "import", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordImportRow, position, "position", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordImportRow, table_name, "table-name", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordImportRow, record, "record", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordImportRow, before, "before", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordImportRow, after, "after", ACCORD_FIELD_TEXT),
};

static gboolean
accord_import_row_validate (AccordRecord *record,
                            GError      **error)
{
  AccordImportRow *self = ACCORD_IMPORT_ROW (record);

  return accord_record_require_range (self->import, 1, G_MAXINT64, _("A row belongs to an import"), error)
         && accord_record_require (self->table_name, _("A row belongs to a table"), error);
}

static void
accord_import_row_class_init (AccordImportRowClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_import_row_validate;
  accord_record_class_install (record_class, "import_row", fields, G_N_ELEMENTS (fields));
}

static void
accord_import_row_init (AccordImportRow *self)
{
}

AccordImportRow *
accord_import_row_new (void)
{
  return g_object_new (ACCORD_TYPE_IMPORT_ROW, NULL);
}

ACCORD_DEFINE_VALUE (AccordImportRow, accord_import_row, import, gint64)
ACCORD_DEFINE_VALUE (AccordImportRow, accord_import_row, position, gint64)
ACCORD_DEFINE_TEXT (AccordImportRow, accord_import_row, table_name)
ACCORD_DEFINE_VALUE (AccordImportRow, accord_import_row, record, gint64)
ACCORD_DEFINE_TEXT (AccordImportRow, accord_import_row, before)
ACCORD_DEFINE_TEXT (AccordImportRow, accord_import_row, after)
