/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-territory.h"

#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordTerritory
{
  AccordRecord parent_instance;

  char *name;
  gint64 position;
};

G_DEFINE_FINAL_TYPE (AccordTerritory, accord_territory, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordTerritory, name, "name", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordTerritory, position, "position", ACCORD_FIELD_INTEGER),
};

static gboolean
accord_territory_validate (AccordRecord *record,
                           GError      **error)
{
  AccordTerritory *self = ACCORD_TERRITORY (record);

  return accord_record_require (self->name, _("Give the territory a name"), error);
}

static void
accord_territory_class_init (AccordTerritoryClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_territory_validate;
  accord_record_class_install (record_class, "territory", fields, G_N_ELEMENTS (fields));
}

static void
accord_territory_init (AccordTerritory *self)
{
}

AccordTerritory *
accord_territory_new (void)
{
  return g_object_new (ACCORD_TYPE_TERRITORY, NULL);
}

ACCORD_DEFINE_TEXT (AccordTerritory, accord_territory, name)
ACCORD_DEFINE_VALUE (AccordTerritory, accord_territory, position, gint64)
