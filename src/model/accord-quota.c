/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-quota.h"

#include "accord-enums.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordQuota
{
  AccordRecord parent_instance;

  gint64 member;
  AccordDate starts;
  AccordGrain grain;
  gint64 amount;
  AccordSource source;
};

G_DEFINE_FINAL_TYPE (AccordQuota, accord_quota, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordQuota, member, "member", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordQuota, starts, "starts", ACCORD_FIELD_DATE),
  ACCORD_FIELD_ENUM_OF (AccordQuota, grain, "grain", accord_grain_get_type),
  ACCORD_FIELD (AccordQuota, amount, "amount", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD_ENUM_OF (AccordQuota, source, "source", accord_source_get_type),
};

static gboolean
accord_quota_validate (AccordRecord *record,
                       GError      **error)
{
  AccordQuota *self = ACCORD_QUOTA (record);

  return accord_record_require_range (self->member, 1, G_MAXINT64, _("A quota belongs to a member"), error)
         && accord_record_require_amount (self->amount, error);
}

static void
accord_quota_class_init (AccordQuotaClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_quota_validate;
  accord_record_class_install (record_class, "quota", fields, G_N_ELEMENTS (fields));
}

static void
accord_quota_init (AccordQuota *self)
{
}

AccordQuota *
accord_quota_new (void)
{
  return g_object_new (ACCORD_TYPE_QUOTA, NULL);
}

ACCORD_DEFINE_VALUE (AccordQuota, accord_quota, member, gint64)
ACCORD_DEFINE_VALUE (AccordQuota, accord_quota, starts, AccordDate)
ACCORD_DEFINE_VALUE (AccordQuota, accord_quota, grain, AccordGrain)
ACCORD_DEFINE_VALUE (AccordQuota, accord_quota, amount, gint64)
ACCORD_DEFINE_VALUE (AccordQuota, accord_quota, source, AccordSource)

const char *
accord_source_get_label (AccordSource source)
{
  switch (source)
    {
    case ACCORD_SOURCE_TYPED:
      return _("Typed");

    case ACCORD_SOURCE_IMPORTED:
      return _("Imported");

    case ACCORD_SOURCE_COMPUTED:
      return _("Computed");

    default:
      g_return_val_if_reached ("");
    }
}
