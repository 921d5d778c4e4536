/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-membership.h"

#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordMembership
{
  AccordRecord parent_instance;

  gint64 member;
  gint64 territory;
  gint64 manager;
  AccordDate starts;
  AccordDate ends;
  gint64 share;
};

G_DEFINE_FINAL_TYPE (AccordMembership, accord_membership, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordMembership, member, "member", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordMembership, territory, "territory", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordMembership, manager, "manager", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordMembership, starts, "starts", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordMembership, ends, "ends", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordMembership, share, "share", ACCORD_FIELD_AMOUNT),
};

static gboolean
accord_membership_validate (AccordRecord *record,
                            GError      **error)
{
  AccordMembership *self = ACCORD_MEMBERSHIP (record);

  if (self->ends != ACCORD_DATE_NONE && self->ends < self->starts)
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE,
                           _("A membership cannot end before it starts"));
      return FALSE;
    }

  return accord_record_require_range (self->member, 1, G_MAXINT64, _("A membership belongs to a member"), error)
         && accord_record_require_share (self->share, error);
}

static void
accord_membership_class_init (AccordMembershipClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_membership_validate;
  accord_record_class_install (record_class, "membership", fields, G_N_ELEMENTS (fields));
}

static void
accord_membership_init (AccordMembership *self)
{
}

AccordMembership *
accord_membership_new (void)
{
  return g_object_new (ACCORD_TYPE_MEMBERSHIP, NULL);
}

ACCORD_DEFINE_VALUE (AccordMembership, accord_membership, member, gint64)
ACCORD_DEFINE_VALUE (AccordMembership, accord_membership, territory, gint64)
ACCORD_DEFINE_VALUE (AccordMembership, accord_membership, manager, gint64)
ACCORD_DEFINE_VALUE (AccordMembership, accord_membership, starts, AccordDate)
ACCORD_DEFINE_VALUE (AccordMembership, accord_membership, ends, AccordDate)
ACCORD_DEFINE_VALUE (AccordMembership, accord_membership, share, gint64)
