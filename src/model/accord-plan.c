/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan.h"

#include "accord-enums.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordPlan
{
  AccordRecord parent_instance;

  gint64 member;
  gint64 year;
  gint64 step;
  gint64 income_goal;
  gint64 base;
  gint64 other_pay;
  gint64 pay_terms;
  AccordPayKind pay_kind;
  char *pay_tiers;
  gint64 pay_threshold;
  gint64 pay_cap;
  gint64 average_deal;
  gint64 win_rate;
  gint64 meeting_rate;
  gint64 outreach_rate;
  gint64 weeks;
  gint64 quota;
  gint64 amount;
  gint64 q1;
  gint64 q2;
  gint64 q3;
  gint64 q4;
  gint64 locks;
  gint64 partner;
  char *because;
};

G_DEFINE_FINAL_TYPE (AccordPlan, accord_plan, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordPlan, member, "member", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordPlan, year, "year", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordPlan, step, "step", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordPlan, income_goal, "income-goal", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, base, "base", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, other_pay, "other-pay", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, pay_terms, "pay-terms", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD_ENUM_OF (AccordPlan, pay_kind, "pay-kind", accord_pay_kind_get_type),
  ACCORD_FIELD (AccordPlan, pay_tiers, "pay-tiers", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordPlan, pay_threshold, "pay-threshold", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, pay_cap, "pay-cap", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, average_deal, "average-deal", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, win_rate, "win-rate", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, meeting_rate, "meeting-rate", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, outreach_rate, "outreach-rate", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, weeks, "weeks", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, quota, "quota", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, amount, "amount", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, q1, "q1", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, q2, "q2", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, q3, "q3", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, q4, "q4", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPlan, locks, "locks", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordPlan, partner, "partner", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordPlan, because, "because", ACCORD_FIELD_TEXT),
};

static gboolean
accord_plan_validate (AccordRecord *record,
                      GError      **error)
{
  AccordPlan *self = ACCORD_PLAN (record);

  return accord_record_require_range (self->member, 1, G_MAXINT64, _("A plan belongs to a member"), error);
}

static void
accord_plan_class_init (AccordPlanClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_plan_validate;
  accord_record_class_install (record_class, "plan", fields, G_N_ELEMENTS (fields));
}

static void
accord_plan_init (AccordPlan *self)
{
}

AccordPlan *
accord_plan_new (void)
{
  return g_object_new (ACCORD_TYPE_PLAN, NULL);
}

ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, member, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, year, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, step, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, income_goal, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, base, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, other_pay, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, pay_terms, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, pay_kind, AccordPayKind)
ACCORD_DEFINE_TEXT (AccordPlan, accord_plan, pay_tiers)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, pay_threshold, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, pay_cap, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, average_deal, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, win_rate, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, meeting_rate, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, outreach_rate, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, weeks, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, quota, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, amount, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, q1, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, q2, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, q3, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, q4, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, locks, gint64)
ACCORD_DEFINE_VALUE (AccordPlan, accord_plan, partner, gint64)
ACCORD_DEFINE_TEXT (AccordPlan, accord_plan, because)
