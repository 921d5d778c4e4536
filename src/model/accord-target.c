/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target.h"

#include "accord-enums.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordTarget
{
  AccordRecord parent_instance;

  gint64 member;
  gint64 metric;
  AccordDate starts;
  AccordGrain grain;
  gint64 value;
  gint64 upper;
  gint64 version;
  AccordDate set_on;
  char *reason;
};

G_DEFINE_FINAL_TYPE (AccordTarget, accord_target, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordTarget, member, "member", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordTarget, metric, "metric", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordTarget, starts, "starts", ACCORD_FIELD_DATE),
  ACCORD_FIELD_ENUM_OF (AccordTarget, grain, "grain", accord_grain_get_type),
  ACCORD_FIELD (AccordTarget, value, "value", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordTarget, upper, "upper", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordTarget, version, "version", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordTarget, set_on, "set-on", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordTarget, reason, "reason", ACCORD_FIELD_TEXT),
};

static gboolean
accord_target_validate (AccordRecord *record,
                        GError      **error)
{
  AccordTarget *self = ACCORD_TARGET (record);

  return accord_record_require_range (self->metric, 1, G_MAXINT64, _("A target belongs to a metric"), error);
}

static void
accord_target_class_init (AccordTargetClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_target_validate;
  accord_record_class_install (record_class, "target", fields, G_N_ELEMENTS (fields));
}

static void
accord_target_init (AccordTarget *self)
{
}

AccordTarget *
accord_target_new (void)
{
  return g_object_new (ACCORD_TYPE_TARGET, NULL);
}

ACCORD_DEFINE_VALUE (AccordTarget, accord_target, member, gint64)
ACCORD_DEFINE_VALUE (AccordTarget, accord_target, metric, gint64)
ACCORD_DEFINE_VALUE (AccordTarget, accord_target, starts, AccordDate)
ACCORD_DEFINE_VALUE (AccordTarget, accord_target, grain, AccordGrain)
ACCORD_DEFINE_VALUE (AccordTarget, accord_target, value, gint64)
ACCORD_DEFINE_VALUE (AccordTarget, accord_target, upper, gint64)
ACCORD_DEFINE_VALUE (AccordTarget, accord_target, version, gint64)
ACCORD_DEFINE_VALUE (AccordTarget, accord_target, set_on, AccordDate)
ACCORD_DEFINE_TEXT (AccordTarget, accord_target, reason)
