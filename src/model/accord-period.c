/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-period.h"

struct _AccordPeriod
{
  GObject parent_instance;

  AccordQuarter quarter;
  int fiscal_start;
};

G_DEFINE_FINAL_TYPE (AccordPeriod, accord_period, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_YEAR,
  PROP_QUARTER,
  PROP_FISCAL_START,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
accord_period_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AccordPeriod *self = ACCORD_PERIOD (object);

  switch (property_id)
    {
    case PROP_YEAR:
      g_value_set_int (value, self->quarter.year);
      break;

    case PROP_QUARTER:
      g_value_set_int (value, self->quarter.quarter);
      break;

    case PROP_FISCAL_START:
      g_value_set_int (value, self->fiscal_start);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
accord_period_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AccordPeriod *self = ACCORD_PERIOD (object);

  switch (property_id)
    {
    case PROP_YEAR:
      self->quarter.year = g_value_get_int (value);
      break;

    case PROP_QUARTER:
      self->quarter.quarter = g_value_get_int (value);
      break;

    case PROP_FISCAL_START:
      self->fiscal_start = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
accord_period_class_init (AccordPeriodClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = accord_period_get_property;
  object_class->set_property = accord_period_set_property;

  properties[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 2, 9998, 2000, flags);
  properties[PROP_QUARTER] = g_param_spec_int ("quarter", NULL, NULL, 1, 4, 1, flags);
  properties[PROP_FISCAL_START] = g_param_spec_int ("fiscal-start", NULL, NULL, 1, 12, 1, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
accord_period_init (AccordPeriod *self)
{
}

AccordPeriod *
accord_period_new (AccordQuarter quarter,
                   int           fiscal_start)
{
  g_return_val_if_fail (quarter.quarter >= 1 && quarter.quarter <= 4, NULL);
  g_return_val_if_fail (fiscal_start >= 1 && fiscal_start <= 12, NULL);

  return g_object_new (ACCORD_TYPE_PERIOD,
                       "year", quarter.year,
                       "quarter", quarter.quarter,
                       "fiscal-start", fiscal_start,
                       NULL);
}

AccordPeriod *
accord_period_new_for_date (AccordDate date,
                            int        fiscal_start)
{
  return accord_period_new (accord_quarter_for_date (date, fiscal_start), fiscal_start);
}

AccordQuarter
accord_period_get_quarter (AccordPeriod *self)
{
  g_return_val_if_fail (ACCORD_IS_PERIOD (self), ((AccordQuarter) { 0, 0 }));

  return self->quarter;
}

int
accord_period_get_year (AccordPeriod *self)
{
  g_return_val_if_fail (ACCORD_IS_PERIOD (self), 0);

  return self->quarter.year;
}

int
accord_period_get_fiscal_start (AccordPeriod *self)
{
  g_return_val_if_fail (ACCORD_IS_PERIOD (self), 1);

  return self->fiscal_start;
}

AccordDate
accord_period_get_start (AccordPeriod *self)
{
  g_return_val_if_fail (ACCORD_IS_PERIOD (self), ACCORD_DATE_NONE);

  return accord_quarter_get_start (self->quarter, self->fiscal_start);
}

AccordDate
accord_period_get_end (AccordPeriod *self)
{
  g_return_val_if_fail (ACCORD_IS_PERIOD (self), ACCORD_DATE_NONE);

  return accord_quarter_get_end (self->quarter, self->fiscal_start);
}

gboolean
accord_period_contains (AccordPeriod *self,
                        AccordDate    date)
{
  g_return_val_if_fail (ACCORD_IS_PERIOD (self), FALSE);

  return date >= accord_period_get_start (self) && date <= accord_period_get_end (self);
}

gboolean
accord_period_equal (AccordPeriod *self,
                     AccordPeriod *other)
{
  g_return_val_if_fail (ACCORD_IS_PERIOD (self) && ACCORD_IS_PERIOD (other), FALSE);

  return accord_quarter_compare (self->quarter, other->quarter) == 0 && self->fiscal_start == other->fiscal_start;
}

char *
accord_period_format (AccordPeriod *self)
{
  g_return_val_if_fail (ACCORD_IS_PERIOD (self), NULL);

  return accord_quarter_format (self->quarter, self->fiscal_start);
}

AccordPeriod *
accord_period_next (AccordPeriod *self)
{
  g_return_val_if_fail (ACCORD_IS_PERIOD (self), NULL);

  return accord_period_new (accord_quarter_next (self->quarter), self->fiscal_start);
}

AccordPeriod *
accord_period_previous (AccordPeriod *self)
{
  g_return_val_if_fail (ACCORD_IS_PERIOD (self), NULL);

  return accord_period_new (accord_quarter_previous (self->quarter), self->fiscal_start);
}
