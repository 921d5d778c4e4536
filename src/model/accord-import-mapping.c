/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-mapping.h"

#include "accord-enums.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordImportMapping
{
  AccordRecord parent_instance;

  AccordImportKind kind;
  char *name;
  char *settings;
};

G_DEFINE_FINAL_TYPE (AccordImportMapping, accord_import_mapping, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD_ENUM_OF (AccordImportMapping, kind, "kind", accord_import_kind_get_type),
  ACCORD_FIELD (AccordImportMapping, name, "name", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordImportMapping, settings, "settings", ACCORD_FIELD_TEXT),
};

static gboolean
accord_import_mapping_validate (AccordRecord *record,
                                GError      **error)
{
  AccordImportMapping *self = ACCORD_IMPORT_MAPPING (record);

  return accord_record_require (self->name, _("Give the mapping a name"), error);
}

static void
accord_import_mapping_class_init (AccordImportMappingClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_import_mapping_validate;
  accord_record_class_install (record_class, "import_mapping", fields, G_N_ELEMENTS (fields));
}

static void
accord_import_mapping_init (AccordImportMapping *self)
{
}

AccordImportMapping *
accord_import_mapping_new (void)
{
  return g_object_new (ACCORD_TYPE_IMPORT_MAPPING, NULL);
}

ACCORD_DEFINE_VALUE (AccordImportMapping, accord_import_mapping, kind, AccordImportKind)
ACCORD_DEFINE_TEXT (AccordImportMapping, accord_import_mapping, name)
ACCORD_DEFINE_TEXT (AccordImportMapping, accord_import_mapping, settings)
