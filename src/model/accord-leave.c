/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-leave.h"

#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordLeave
{
  AccordRecord parent_instance;

  gint64 member;
  AccordDate starts;
  AccordDate ends;
  char *note;
};

G_DEFINE_FINAL_TYPE (AccordLeave, accord_leave, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordLeave, member, "member", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordLeave, starts, "starts", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordLeave, ends, "ends", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordLeave, note, "note", ACCORD_FIELD_TEXT),
};

static gboolean
accord_leave_validate (AccordRecord *record,
                       GError      **error)
{
  AccordLeave *self = ACCORD_LEAVE (record);

  if (!accord_record_require_range (self->member, 1, G_MAXINT64, _("Leave belongs to a member"), error)
      || !accord_record_require_range (self->starts, 1, G_MAXINT64, _("Say from which day the leave is"), error))
    return FALSE;
  if (self->ends != ACCORD_DATE_NONE && self->ends < self->starts)
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE,
                           _("Leave cannot end before it begins"));
      return FALSE;
    }

  return TRUE;
}

static void
accord_leave_class_init (AccordLeaveClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_leave_validate;
  accord_record_class_install (record_class, "leave", fields, G_N_ELEMENTS (fields));
}

static void
accord_leave_init (AccordLeave *self)
{
}

AccordLeave *
accord_leave_new (void)
{
  return g_object_new (ACCORD_TYPE_LEAVE, NULL);
}

ACCORD_DEFINE_VALUE (AccordLeave, accord_leave, member, gint64)
ACCORD_DEFINE_VALUE (AccordLeave, accord_leave, starts, AccordDate)
ACCORD_DEFINE_VALUE (AccordLeave, accord_leave, ends, AccordDate)
ACCORD_DEFINE_TEXT (AccordLeave, accord_leave, note)
