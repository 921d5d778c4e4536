/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-settings.h"

#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordSettings
{
  AccordRecord parent_instance;

  char *uuid;
  char *name;
  char *currency;
  gint64 decimals;
  gint64 fiscal_start;
  AccordDate created;
};

G_DEFINE_FINAL_TYPE (AccordSettings, accord_settings, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordSettings, uuid, "uuid", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordSettings, name, "name", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordSettings, currency, "currency", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordSettings, decimals, "decimals", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordSettings, fiscal_start, "fiscal-start", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordSettings, created, "created", ACCORD_FIELD_DATE),
};

static gboolean
accord_settings_validate (AccordRecord *record,
                          GError      **error)
{
  AccordSettings *self = ACCORD_SETTINGS (record);

  if (!accord_record_require (self->name, _("Give the workspace a name"), error))
    return FALSE;

  return accord_record_require_range (self->fiscal_start, 1, 12, _("A plan year starts in a month from 1 to 12"), error)
         && accord_record_require_range (self->decimals, 0, 4, _("A currency has from 0 to 4 decimals"), error);
}

static void
accord_settings_class_init (AccordSettingsClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_settings_validate;
  accord_record_class_install (record_class, "settings", fields, G_N_ELEMENTS (fields));
}

static void
accord_settings_init (AccordSettings *self)
{
}

AccordSettings *
accord_settings_new (void)
{
  return g_object_new (ACCORD_TYPE_SETTINGS, NULL);
}

ACCORD_DEFINE_TEXT (AccordSettings, accord_settings, uuid)
ACCORD_DEFINE_TEXT (AccordSettings, accord_settings, name)
ACCORD_DEFINE_TEXT (AccordSettings, accord_settings, currency)
ACCORD_DEFINE_VALUE (AccordSettings, accord_settings, decimals, gint64)
ACCORD_DEFINE_VALUE (AccordSettings, accord_settings, fiscal_start, gint64)
ACCORD_DEFINE_VALUE (AccordSettings, accord_settings, created, AccordDate)
