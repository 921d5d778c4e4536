/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-holiday.h"

#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordHoliday
{
  AccordRecord parent_instance;

  AccordDate day;
  char *name;
};

G_DEFINE_FINAL_TYPE (AccordHoliday, accord_holiday, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordHoliday, day, "day", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordHoliday, name, "name", ACCORD_FIELD_TEXT),
};

static gboolean
accord_holiday_validate (AccordRecord *record,
                         GError      **error)
{
  AccordHoliday *self = ACCORD_HOLIDAY (record);

  return accord_record_require_range (self->day, 1, G_MAXINT64, _("Say on which day the holiday is"), error);
}

static void
accord_holiday_class_init (AccordHolidayClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_holiday_validate;
  accord_record_class_install (record_class, "holiday", fields, G_N_ELEMENTS (fields));
}

static void
accord_holiday_init (AccordHoliday *self)
{
}

AccordHoliday *
accord_holiday_new (void)
{
  return g_object_new (ACCORD_TYPE_HOLIDAY, NULL);
}

ACCORD_DEFINE_VALUE (AccordHoliday, accord_holiday, day, AccordDate)
ACCORD_DEFINE_TEXT (AccordHoliday, accord_holiday, name)
