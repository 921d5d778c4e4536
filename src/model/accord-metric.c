/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-metric.h"

#include "accord-enums.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordMetric
{
  AccordRecord parent_instance;

  char *name;
  AccordUnit unit;
  AccordDirection direction;
  AccordGrain cadence;
  AccordRollUp rollup;
  gboolean leading;
  gboolean key;
  gint64 territory;
  char *definition;
  char *source_note;
  gint64 position;
};

G_DEFINE_FINAL_TYPE (AccordMetric, accord_metric, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordMetric, name, "name", ACCORD_FIELD_TEXT),
  ACCORD_FIELD_ENUM_OF (AccordMetric, unit, "unit", accord_unit_get_type),
  ACCORD_FIELD_ENUM_OF (AccordMetric, direction, "direction", accord_direction_get_type),
  ACCORD_FIELD_ENUM_OF (AccordMetric, cadence, "cadence", accord_grain_get_type),
  ACCORD_FIELD_ENUM_OF (AccordMetric, rollup, "rollup", accord_roll_up_get_type),
  ACCORD_FIELD (AccordMetric, leading, "leading", ACCORD_FIELD_BOOLEAN),
  ACCORD_FIELD (AccordMetric, key, "key", ACCORD_FIELD_BOOLEAN),
  ACCORD_FIELD (AccordMetric, territory, "territory", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordMetric, definition, "definition", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordMetric, source_note, "source-note", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordMetric, position, "position", ACCORD_FIELD_INTEGER),
};

static gboolean
accord_metric_validate (AccordRecord *record,
                        GError      **error)
{
  AccordMetric *self = ACCORD_METRIC (record);

  return accord_record_require (self->name, _("Give the metric a name"), error);
}

static void
accord_metric_class_init (AccordMetricClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_metric_validate;
  accord_record_class_install (record_class, "metric", fields, G_N_ELEMENTS (fields));
}

static void
accord_metric_init (AccordMetric *self)
{
}

AccordMetric *
accord_metric_new (void)
{
  return g_object_new (ACCORD_TYPE_METRIC, NULL);
}

ACCORD_DEFINE_TEXT (AccordMetric, accord_metric, name)
ACCORD_DEFINE_VALUE (AccordMetric, accord_metric, unit, AccordUnit)
ACCORD_DEFINE_VALUE (AccordMetric, accord_metric, direction, AccordDirection)
ACCORD_DEFINE_VALUE (AccordMetric, accord_metric, cadence, AccordGrain)
ACCORD_DEFINE_VALUE (AccordMetric, accord_metric, rollup, AccordRollUp)
ACCORD_DEFINE_VALUE (AccordMetric, accord_metric, leading, gboolean)
ACCORD_DEFINE_VALUE (AccordMetric, accord_metric, key, gboolean)
ACCORD_DEFINE_VALUE (AccordMetric, accord_metric, territory, gint64)
ACCORD_DEFINE_TEXT (AccordMetric, accord_metric, definition)
ACCORD_DEFINE_TEXT (AccordMetric, accord_metric, source_note)
ACCORD_DEFINE_VALUE (AccordMetric, accord_metric, position, gint64)

const char *
accord_unit_get_label (AccordUnit unit)
{
  switch (unit)
    {
    case ACCORD_UNIT_COUNT:
      return _("Count");

    case ACCORD_UNIT_MONEY:
      return _("Money");

    case ACCORD_UNIT_PERCENT:
      return _("Percent");

    case ACCORD_UNIT_DAYS:
      return _("Days");

    case ACCORD_UNIT_RATIO:
      return _("Ratio");

    default:
      g_return_val_if_reached ("");
    }
}
