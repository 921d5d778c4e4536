/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-forecast.h"

#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordForecast
{
  AccordRecord parent_instance;

  gint64 member;
  AccordDate starts;
  gint64 amount;
  AccordDate made_on;
  char *note;
};

G_DEFINE_FINAL_TYPE (AccordForecast, accord_forecast, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordForecast, member, "member", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordForecast, starts, "starts", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordForecast, amount, "amount", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordForecast, made_on, "made-on", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordForecast, note, "note", ACCORD_FIELD_TEXT),
};

static gboolean
accord_forecast_validate (AccordRecord *record,
                          GError      **error)
{
  AccordForecast *self = ACCORD_FORECAST (record);

  return accord_record_require_range (self->member, 1, G_MAXINT64, _("A forecast belongs to a member"), error)
         && accord_record_require_range (self->starts, 1, G_MAXINT64, _("A forecast is for a quarter"), error)
         && accord_record_require_range (self->made_on, 1, G_MAXINT64, _("Say on which day the forecast was made"), error)
         && accord_record_require_range (self->amount, 0, G_MAXINT64, _("Say what the quarter will end at"), error)
         && accord_record_require_amount (self->amount, error);
}

static void
accord_forecast_class_init (AccordForecastClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_forecast_validate;
  accord_record_class_install (record_class, "forecast", fields, G_N_ELEMENTS (fields));
}

static void
accord_forecast_init (AccordForecast *self)
{
}

AccordForecast *
accord_forecast_new (void)
{
  return g_object_new (ACCORD_TYPE_FORECAST, NULL);
}

ACCORD_DEFINE_VALUE (AccordForecast, accord_forecast, member, gint64)
ACCORD_DEFINE_VALUE (AccordForecast, accord_forecast, starts, AccordDate)
ACCORD_DEFINE_VALUE (AccordForecast, accord_forecast, amount, gint64)
ACCORD_DEFINE_VALUE (AccordForecast, accord_forecast, made_on, AccordDate)
ACCORD_DEFINE_TEXT (AccordForecast, accord_forecast, note)
