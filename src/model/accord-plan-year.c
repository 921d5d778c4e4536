/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-year.h"

struct _AccordPlanYear
{
  AccordRecord parent_instance;

  gint64 label;
  AccordDate starts;
  AccordDate ends;
  gint64 team_target;
};

G_DEFINE_FINAL_TYPE (AccordPlanYear, accord_plan_year, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordPlanYear, label, "label", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordPlanYear, starts, "starts", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordPlanYear, ends, "ends", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordPlanYear, team_target, "team-target", ACCORD_FIELD_AMOUNT),
};

static void
accord_plan_year_class_init (AccordPlanYearClass *klass)
{
  accord_record_class_install (ACCORD_RECORD_CLASS (klass), "plan_year", fields, G_N_ELEMENTS (fields));
}

static void
accord_plan_year_init (AccordPlanYear *self)
{
}

AccordPlanYear *
accord_plan_year_new (void)
{
  return g_object_new (ACCORD_TYPE_PLAN_YEAR, NULL);
}

ACCORD_DEFINE_VALUE (AccordPlanYear, accord_plan_year, label, gint64)
ACCORD_DEFINE_VALUE (AccordPlanYear, accord_plan_year, starts, AccordDate)
ACCORD_DEFINE_VALUE (AccordPlanYear, accord_plan_year, ends, AccordDate)
ACCORD_DEFINE_VALUE (AccordPlanYear, accord_plan_year, team_target, gint64)
