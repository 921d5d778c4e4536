/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-query.h"

#include "accord-commitment.h"
#include "accord-rate.h"
#include "accord-weekly-need.h"

#include <math.h>

#define DAY 2461000

static AccordTarget *
add_target (GListStore *targets,
            gint64      member,
            gint64      version,
            gint64      value,
            const char *reason)
{
  g_autoptr (AccordTarget) target = accord_target_new ();

  accord_target_set_member (target, member);
  accord_target_set_metric (target, 3);
  accord_target_set_starts (target, DAY);
  accord_target_set_grain (target, ACCORD_GRAIN_QUARTER);
  accord_target_set_version (target, version);
  accord_target_set_value (target, value);
  accord_target_set_set_on (target, DAY + 5);
  accord_target_set_reason (target, reason);
  g_list_store_append (targets, target);

  /* The list holds it. */
  return target;
}

static void
test_versions (void)
{
  g_autoptr (GListStore) targets = g_list_store_new (ACCORD_TYPE_TARGET);
  g_autoptr (GPtrArray) versions = NULL;
  const AccordTargetPlace place = { 1, 3, DAY, ACCORD_GRAIN_QUARTER };
  const AccordTargetPlace team = { 0, 3, DAY, ACCORD_GRAIN_QUARTER };
  const AccordTargetPlace week = { 1, 3, DAY, ACCORD_GRAIN_WEEK };

  g_assert_null (accord_target_find (G_LIST_MODEL (targets), &place));
  add_target (targets, 1, 2, 20, "");
  add_target (targets, 1, 1, 10, "");
  add_target (targets, 0, 7, 70, "");
  g_assert_cmpint (accord_target_get_value (accord_target_find (G_LIST_MODEL (targets), &place)), ==, 20);
  g_assert_cmpint (accord_target_get_value (accord_target_find (G_LIST_MODEL (targets), &team)), ==, 70);
  g_assert_null (accord_target_find (G_LIST_MODEL (targets), &week));

  /* Taken back: nothing stands, but it is on record. */
  add_target (targets, 1, 3, ACCORD_UNKNOWN, "Left out this quarter");
  g_assert_null (accord_target_find (G_LIST_MODEL (targets), &place));
  versions = accord_target_list_versions (G_LIST_MODEL (targets), &place);
  g_assert_cmpuint (versions->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (accord_target_get_version (versions->pdata[i]), ==, 3 - i);
}

static void
test_from_plan (void)
{
  g_autoptr (GListStore) targets = g_list_store_new (ACCORD_TYPE_TARGET);
  g_autoptr (GListStore) commitments = g_list_store_new (ACCORD_TYPE_COMMITMENT);
  g_autoptr (AccordCommitment) commitment = accord_commitment_new ();
  g_autofree char *reason = NULL;

  accord_commitment_set_member (commitment, 1);
  accord_commitment_set_committed_on (commitment, DAY + 5);
  accord_commitment_set_version (commitment, 2);
  g_list_store_append (commitments, commitment);
  reason = accord_weekly_need_dup_reason (commitment);

  g_assert_true (accord_target_is_from_plan (add_target (targets, 1, 1, 10, reason), G_LIST_MODEL (commitments)));
  g_assert_false (accord_target_is_from_plan (add_target (targets, 1, 2, 10, "Agreed"), G_LIST_MODEL (commitments)));
  g_assert_false (accord_target_is_from_plan (add_target (targets, 1, 3, 10, ""), G_LIST_MODEL (commitments)));
  g_assert_false (accord_target_is_from_plan (add_target (targets, 2, 1, 10, reason), G_LIST_MODEL (commitments)));
}

static AccordMetric *
metric_new (AccordUnit      unit,
            AccordDirection direction)
{
  AccordMetric *metric = accord_metric_new ();

  accord_metric_set_unit (metric, unit);
  accord_metric_set_direction (metric, direction);

  return metric;
}

static void
test_values (void)
{
  static const struct
  {
    AccordUnit unit;
    AccordDirection direction;
    const char *typed;
    double value, upper; /* in whole units; NAN: none */
    const char *read, *text;
  } cases[] = {
    { ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER, " 1,200 ", 1200, NAN, "1,200", "1200" },
    { ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER, "2.5", 2.5, NAN, "2.5", "2.5" },
    { ACCORD_UNIT_COUNT, ACCORD_DIRECTION_LOWER, "0", 0, NAN, "0", "0" },
    { ACCORD_UNIT_MONEY, ACCORD_DIRECTION_HIGHER, "$48k", 48000, NAN, "$48,000", "48000" },
    { ACCORD_UNIT_MONEY, ACCORD_DIRECTION_HIGHER, "1,200.50", 1200.5, NAN, "$1,200.50", "1200.50" },
    { ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER, "35 %", .35, NAN, "35\302\240%", "35" },
    { ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER, "22,5", .225, NAN, "22.5\302\240%", "22.5" },
    { ACCORD_UNIT_DAYS, ACCORD_DIRECTION_LOWER, "45", 45, NAN, "45 days", "45" },
    { ACCORD_UNIT_DAYS, ACCORD_DIRECTION_LOWER, "1", 1, NAN, "1 day", "1" },
    { ACCORD_UNIT_RATIO, ACCORD_DIRECTION_HIGHER, "3.25x", 3.25, NAN, "3.25×", "3.25" },
    { ACCORD_UNIT_RATIO, ACCORD_DIRECTION_WITHIN, "3–4×", 3, 4, "3–4×", "3–4" },
    { ACCORD_UNIT_RATIO, ACCORD_DIRECTION_WITHIN, "3 - 4.5", 3, 4.5, "3–4.5×", "3–4.5" },
    { ACCORD_UNIT_DAYS, ACCORD_DIRECTION_WITHIN, "2—2", 2, 2, "2–2 days", "2–2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordMetric) metric = metric_new (cases[i].unit, cases[i].direction);
      const gint64 one = cases[i].unit == ACCORD_UNIT_MONEY ? 100 : ACCORD_RATE_ONE;
      gint64 value = -1, upper = -1, again = -1, upper_again = -1;
      g_autoptr (GError) error = NULL;
      g_autofree char *read = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%s", cases[i].typed);
      accord_target_value_parse (metric, cases[i].typed, 2, &value, &upper, &error);
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, (gint64) llround (cases[i].value * (double) one));
      g_assert_cmpint (upper, ==, isnan (cases[i].upper) ? ACCORD_UNKNOWN
                                                        : (gint64) llround (cases[i].upper * (double) one));
      read = accord_target_value_format (metric, value, upper, "USD", 2);
      g_assert_cmpstr (read, ==, cases[i].read);
      text = accord_target_value_to_text (metric, value, upper, 2);
      g_assert_cmpstr (text, ==, cases[i].text);

      /* What is shown to be typed in is read back as it was. */
      g_assert_true (accord_target_value_parse (metric, text, 2, &again, &upper_again, NULL));
      g_assert_cmpint (again, ==, value);
      g_assert_cmpint (upper_again, ==, upper);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    AccordUnit unit;
    AccordDirection direction;
    const char *typed;
    AccordNumberError code;
  } cases[] = {
    { ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER, "", ACCORD_NUMBER_ERROR_EMPTY },
    { ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER, "many", ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
    { ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER, "-3", ACCORD_NUMBER_ERROR_NEGATIVE },
    { ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER, "9999999", ACCORD_NUMBER_ERROR_TOO_LARGE },
    { ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER, "half", ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
    { ACCORD_UNIT_RATIO, ACCORD_DIRECTION_WITHIN, "3", ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
    { ACCORD_UNIT_RATIO, ACCORD_DIRECTION_WITHIN, "1-2-3", ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
    { ACCORD_UNIT_RATIO, ACCORD_DIRECTION_WITHIN, "4-3", ACCORD_NUMBER_ERROR_TOO_LARGE },
    { ACCORD_UNIT_RATIO, ACCORD_DIRECTION_WITHIN, "3-", ACCORD_NUMBER_ERROR_EMPTY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordMetric) metric = metric_new (cases[i].unit, cases[i].direction);
      gint64 value = -1, upper = -1;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_false (accord_target_value_parse (metric, cases[i].typed, 2, &value, &upper, &error));
      g_assert_error (error, ACCORD_NUMBER_ERROR, (int) cases[i].code);
      g_assert_cmpint (value, ==, -1);
    }
}

/* What was reached is one value where the target is a range, too. */
static void
test_one_value (void)
{
  g_autoptr (AccordMetric) coverage = metric_new (ACCORD_UNIT_RATIO, ACCORD_DIRECTION_WITHIN);
  g_autoptr (AccordMetric) share = metric_new (ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER);
  gint64 value = -1;
  g_autoptr (GError) error = NULL;

  g_assert_true (accord_metric_value_parse (coverage, "3.5×", 2, &value, &error));
  g_assert_cmpint (value, ==, 7 * ACCORD_RATE_ONE / 2);
  g_assert_true (accord_metric_value_parse (share, "35", 2, &value, &error));
  g_assert_cmpint (value, ==, 7 * ACCORD_RATE_ONE / 20);
  g_assert_false (accord_metric_value_parse (coverage, "3–4", 2, &value, &error));
  g_assert_error (error, ACCORD_NUMBER_ERROR, ACCORD_NUMBER_ERROR_NOT_A_NUMBER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/target/versions", test_versions);
  g_test_add_func ("/target/from-plan", test_from_plan);
  g_test_add_func ("/target/values", test_values);
  g_test_add_func ("/target/refused", test_refused);
  g_test_add_func ("/target/one-value", test_one_value);

  return g_test_run ();
}
