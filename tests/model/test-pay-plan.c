/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pay-band.h"

#define BILLION ((AccordWide) ACCORD_RATE_ONE)
#define MAJOR(amount) ((gint64) (amount) * 100)

static AccordPayPlan *
plan_from (AccordPayKind kind,
           const char   *tiers,
           gint64        threshold,
           gint64        cap)
{
  g_autoptr (GError) error = NULL;
  AccordPayPlan *plan = accord_pay_plan_new_from_text (kind, tiers, 2, threshold, cap, &error);

  g_assert_no_error (error);

  return plan;
}

static void
assert_bookings (const AccordPayPlan *plan,
                 gint64               pay,
                 gint64               expected)
{
  g_autoptr (GError) error = NULL;
  AccordExact bookings;
  gint64 gap = -1;

  accord_pay_plan_bookings_for (plan, pay, &bookings, &gap, &error);
  g_assert_no_error (error);
  g_assert_cmpint (accord_exact_round (bookings), ==, expected);
  g_assert_cmpint (gap, ==, 0);
}

static void
assert_impossible (const AccordPayPlan *plan,
                   gint64               pay,
                   gint64               expected_gap)
{
  g_autoptr (GError) error = NULL;
  AccordExact bookings;
  gint64 gap = -1;

  g_assert_false (accord_pay_plan_bookings_for (plan, pay, &bookings, &gap, &error));
  g_assert_error (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_IMPOSSIBLE);
  g_assert_cmpint (gap, ==, expected_gap);
}

/* domain.md, "Pay". */
static void
test_vectors (void)
{
  g_autoptr (AccordPayPlan) two = plan_from (ACCORD_PAY_KIND_MARGINAL, "0:0.05,100000:0.07", 0, ACCORD_UNKNOWN);
  g_autoptr (AccordPayPlan) three = plan_from (ACCORD_PAY_KIND_MARGINAL, "0:0.05, 100000:0.06, 125000:7%", 0,
                                               ACCORD_UNKNOWN);
  g_autoptr (AccordPayPlan) marginal = plan_from (ACCORD_PAY_KIND_MARGINAL, "0:0.06,100000:0.08", 0, ACCORD_UNKNOWN);
  g_autoptr (AccordPayPlan) cliff = plan_from (ACCORD_PAY_KIND_CLIFF, "0:0.06,100000:0.08", 0, ACCORD_UNKNOWN);
  const gint64 at_110 = accord_pay_plan_edge_for_quota (1100000000, MAJOR (100000));

  g_assert_cmpint (accord_pay_plan_target_rate (MAJOR (30000), MAJOR (600000)), ==, 50000000);
  g_assert_cmpint (accord_pay_plan_target_rate (MAJOR (30000), 0), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_pay_plan_pay_for (two, MAJOR (180000)), ==, MAJOR (10600));
  g_assert_cmpint (accord_pay_plan_pay_for (three, MAJOR (150000)), ==, MAJOR (8250));
  g_assert_cmpint (at_110, ==, MAJOR (110000));
  g_assert_cmpint (accord_pay_plan_pay_for (marginal, at_110), ==, MAJOR (6800));
  g_assert_cmpint (accord_pay_plan_pay_for (cliff, at_110), ==, MAJOR (8800));
  assert_bookings (three, MAJOR (8250), MAJOR (150000));
  assert_bookings (two, MAJOR (10600), MAJOR (180000));
}

static void
test_cliff (void)
{
  g_autoptr (AccordPayPlan) plan = plan_from (ACCORD_PAY_KIND_CLIFF, "0:0.06,100000:0.08", 0, ACCORD_UNKNOWN);

  g_assert_cmpint (accord_pay_plan_pay_for (plan, MAJOR (100000) - 1), ==, MAJOR (6000));
  g_assert_cmpint (accord_pay_plan_pay_for (plan, MAJOR (100000)), ==, MAJOR (8000));
  /* From 6,000 to 8,000 the edge is the smallest that pays. */
  assert_bookings (plan, MAJOR (6000), MAJOR (100000));
  assert_bookings (plan, MAJOR (7000), MAJOR (100000));
  assert_bookings (plan, MAJOR (8000), MAJOR (100000));
  assert_bookings (plan, MAJOR (8800), MAJOR (110000));
  assert_bookings (plan, MAJOR (3000), MAJOR (50000));
}

static void
test_threshold_and_cap (void)
{
  g_autoptr (AccordPayPlan) plan = plan_from (ACCORD_PAY_KIND_MARGINAL, "0:0.05,100000:0.07", MAJOR (50000),
                                              MAJOR (10000));

  g_assert_cmpint (accord_pay_plan_pay_for (plan, MAJOR (50000) - 1), ==, 0);
  g_assert_cmpint (accord_pay_plan_pay_for (plan, MAJOR (50000)), ==, MAJOR (2500));
  g_assert_cmpint (accord_pay_plan_pay_for (plan, MAJOR (180000)), ==, MAJOR (10000));
  g_assert_cmpint (accord_pay_plan_pay_for (plan, 0), ==, 0);
  g_assert_cmpint (accord_pay_plan_pay_for (plan, ACCORD_UNKNOWN), ==, ACCORD_UNKNOWN);
  assert_bookings (plan, 0, 0);
  assert_bookings (plan, 1, MAJOR (50000));
  assert_bookings (plan, MAJOR (5070), MAJOR (101000));
  assert_impossible (plan, MAJOR (10000) + 250, 250);
}

static void
test_zero_rates (void)
{
  g_autoptr (AccordPayPlan) nothing = plan_from (ACCORD_PAY_KIND_FLAT, "0:0", 0, ACCORD_UNKNOWN);
  g_autoptr (AccordPayPlan) late = plan_from (ACCORD_PAY_KIND_MARGINAL, "0:0,1000:0.1", 0, ACCORD_UNKNOWN);
  g_autoptr (AccordPayPlan) early = plan_from (ACCORD_PAY_KIND_MARGINAL, "0:0.1,1000:0", 0, ACCORD_UNKNOWN);
  g_autoptr (AccordPayPlan) drop = plan_from (ACCORD_PAY_KIND_CLIFF, "0:0.1,1000:0", 0, ACCORD_UNKNOWN);
  g_autoptr (AccordPayPlan) out_of_reach = plan_from (ACCORD_PAY_KIND_MARGINAL, "0:0.1,1000:0", MAJOR (5000),
                                                      MAJOR (70));

  assert_bookings (nothing, 0, 0);
  assert_impossible (nothing, 500, 500);
  assert_bookings (late, MAJOR (10), MAJOR (1100));
  assert_bookings (early, MAJOR (100), MAJOR (1000));
  assert_impossible (early, MAJOR (100) + 1, 1);
  g_assert_cmpint (accord_pay_plan_pay_for (drop, MAJOR (1000)), ==, 0);
  /* 999.99 pay 99.999 at most: short of 100 by a part of a cent, which counts as one. */
  assert_impossible (drop, MAJOR (100), 1);
  assert_impossible (drop, MAJOR (105), 501);
  assert_bookings (out_of_reach, MAJOR (70), MAJOR (5000));
  assert_impossible (out_of_reach, MAJOR (71), MAJOR (1));
}

static void
test_too_large (void)
{
  g_autoptr (AccordPayPlan) tiny = plan_from (ACCORD_PAY_KIND_FLAT, "0:0.000000001", 0, ACCORD_UNKNOWN);
  g_autoptr (AccordPayPlan) capped = plan_from (ACCORD_PAY_KIND_FLAT, "0:0.000000001", 0, MAJOR (1000000));
  AccordExact bookings;
  gint64 gap = -1;

  assert_bookings (tiny, 99999, G_GINT64_CONSTANT (99999000000000));
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (accord_pay_plan_bookings_for (i == 0 ? tiny : capped, MAJOR (1000000), &bookings, &gap, &error));
      g_assert_error (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_TOO_LARGE);
      g_assert_cmpint (gap, ==, 0);
    }
}

/* Half a cent goes to the even one. */
static void
test_rounding (void)
{
  g_autoptr (AccordPayPlan) plan = plan_from (ACCORD_PAY_KIND_FLAT, "0:0.05", 0, ACCORD_UNKNOWN);
  g_autoptr (AccordPayPlan) third = plan_from (ACCORD_PAY_KIND_FLAT, "0:0.03", 0, ACCORD_UNKNOWN);
  AccordExact bookings;

  g_assert_cmpint (accord_pay_plan_pay_for (plan, 10), ==, 0);
  g_assert_cmpint (accord_pay_plan_pay_for (plan, 30), ==, 2);
  g_assert_cmpint (accord_pay_plan_pay_for (plan, 50), ==, 2);
  g_assert_cmpint (accord_pay_plan_pay_for (plan, 51), ==, 3);
  g_assert_true (accord_pay_plan_bookings_for (third, 1, &bookings, NULL, NULL));
  g_assert_cmpint (accord_exact_compare (bookings, accord_exact_new (100, 3)), ==, 0);
}

static void
test_invalid (void)
{
  static const struct
  {
    AccordPayKind kind;
    const char *tiers;
    gint64 threshold, cap;
  } cases[] = {
    { ACCORD_PAY_KIND_FLAT, "0:0.05,100:0.06", 0, ACCORD_UNKNOWN },
    { ACCORD_PAY_KIND_MARGINAL, "100:0.05", 0, ACCORD_UNKNOWN },
    { ACCORD_PAY_KIND_MARGINAL, "0:0.05,100:0.06,100:0.07", 0, ACCORD_UNKNOWN },
    { ACCORD_PAY_KIND_MARGINAL, "0:0.05,200:0.06,100:0.07", 0, ACCORD_UNKNOWN },
    { ACCORD_PAY_KIND_MARGINAL, "0:11", 0, ACCORD_UNKNOWN },
    { ACCORD_PAY_KIND_MARGINAL, "0:0.05", -1, ACCORD_UNKNOWN },
    { ACCORD_PAY_KIND_MARGINAL, "0:0.05", 0, -1 },
    { ACCORD_PAY_KIND_MARGINAL, "0:0.05", ACCORD_MONEY_MAX + 1, ACCORD_UNKNOWN },
    { ACCORD_PAY_KIND_MARGINAL, "", 0, ACCORD_UNKNOWN },
    { ACCORD_PAY_KIND_MARGINAL, "0", 0, ACCORD_UNKNOWN },
    { ACCORD_PAY_KIND_MARGINAL, "0:0.05:1", 0, ACCORD_UNKNOWN },
    { ACCORD_PAY_KIND_MARGINAL, "0:0.05,", 0, ACCORD_UNKNOWN },
  };
  static const char *const numbers[] = { "0:-0.05", "-1:0.05", "0:NaN", "0:", ":0.05", "x:0.05", "0:0.05,1e9:0.06" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_pay_plan_new_from_text (cases[i].kind, cases[i].tiers, 2, cases[i].threshold, cases[i].cap,
                                                    &error));
      g_test_message ("%s: %s", cases[i].tiers, error != NULL ? error->message : "");
      g_assert_error (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_INVALID);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_pay_plan_new_from_text (ACCORD_PAY_KIND_MARGINAL, numbers[i], 2, 0, ACCORD_UNKNOWN,
                                                    &error));
      g_test_message ("%s: %s", numbers[i], error != NULL ? error->message : "");
      g_assert_true (error != NULL && error->domain == ACCORD_NUMBER_ERROR);
    }
}

/* A plan of up to four tiers; small makes amounts that all can be tried. */
static AccordPayPlan *
random_plan (gboolean small)
{
  AccordPayTier tiers[4] = { { 0, 0 } };
  AccordPayKind kind = (AccordPayKind) g_test_rand_int_range (ACCORD_PAY_KIND_FLAT, ACCORD_PAY_KIND_CLIFF + 1);
  gsize n = kind == ACCORD_PAY_KIND_FLAT ? 1 : (gsize) g_test_rand_int_range (1, 5);
  gint64 threshold = 0, cap = ACCORD_UNKNOWN;

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0)
        tiers[i].from = tiers[i - 1].from + g_test_rand_int_range (1, small ? 300 : 100000000);
      if (g_test_rand_int_range (0, 6) > 0)
        tiers[i].rate = small ? g_test_rand_int_range (1, 200) * ACCORD_RATE_ONE / 100
                              : g_test_rand_int_range (1, ACCORD_RATE_ONE);
    }
  if (g_test_rand_bit ())
    threshold = g_test_rand_int_range (0, small ? 700 : 200000000);
  if (g_test_rand_bit ())
    cap = g_test_rand_int_range (0, small ? 900 : 100000000);

  return accord_pay_plan_new (kind, tiers, n, threshold, cap, NULL);
}

/* The rules once more, plainly: pay for num / den of bookings, in billionths times den. */
static AccordWide
plain_pay (const AccordPayPlan *plan,
           AccordExact          bookings)
{
  gsize n;
  const AccordPayTier *tiers = accord_pay_plan_get_tiers (plan, &n);
  gint64 cap = accord_pay_plan_get_cap (plan);
  AccordWide pay = 0;

  if (bookings.num < accord_pay_plan_get_threshold (plan) * (AccordWide) bookings.den)
    return 0;
  for (gsize i = 0; i < n; i++)
    {
      AccordWide from = (AccordWide) tiers[i].from * bookings.den;
      AccordWide to = i + 1 < n ? MIN ((AccordWide) tiers[i + 1].from * bookings.den, bookings.num) : bookings.num;

      if (bookings.num < from)
        break;
      if (accord_pay_plan_get_kind (plan) == ACCORD_PAY_KIND_CLIFF)
        pay = bookings.num * tiers[i].rate;
      else
        pay += (to - from) * tiers[i].rate;
    }
  if (cap != ACCORD_UNKNOWN)
    pay = MIN (pay, cap * BILLION * bookings.den);

  return pay;
}

/* What some bookings pay can be had from no more than these bookings, and pays at least as much. */
static void
test_inverse (void)
{
  for (int i = 0; i < 50000; i++)
    {
      g_autoptr (AccordPayPlan) plan = random_plan (FALSE);
      g_autoptr (GError) error = NULL;
      AccordExact given = { g_test_rand_int_range (0, 500000000), 1 };
      AccordWide exact = plain_pay (plan, given);
      gint64 pay = (gint64) (exact / BILLION);
      AccordExact bookings;

      g_assert_cmpint (accord_pay_plan_pay_for (plan, (gint64) given.num), ==,
                       accord_wide_divide_round (exact, BILLION));
      accord_pay_plan_bookings_for (plan, pay, &bookings, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (accord_exact_compare (bookings, given), <=, 0);
      g_assert_true (plain_pay (plan, bookings) >= pay * BILLION * bookings.den);
    }
}

/* Against all bookings tried one by one: none smaller pays as much, and where none pays it at all the gap is told. */
static void
test_smallest (void)
{
  enum
  {
    TRIED = 3000
  };

  for (int i = 0; i < 1500; i++)
    {
      g_autoptr (AccordPayPlan) plan = random_plan (TRUE);
      g_autoptr (GError) error = NULL;
      gint64 pay = g_test_rand_int_range (1, 1200);
      gint64 first = -1, gap = -1;
      AccordWide most = 0;
      AccordExact bookings;

      for (gint64 tried = 0; tried < TRIED; tried++)
        {
          AccordWide paid = plain_pay (plan, accord_exact_new (tried, 1));

          most = MAX (most, paid);
          if (first < 0 && paid >= pay * BILLION)
            first = tried;
        }

      if (accord_pay_plan_bookings_for (plan, pay, &bookings, &gap, &error))
        {
          /* Where a lower rate follows, an amount between the last unit before its edge and the edge may be the only
           * one. */
          if (first >= 0)
            g_assert_cmpint (accord_exact_ceil (bookings), <=, first);
          if (accord_exact_ceil (bookings) < TRIED && accord_pay_plan_get_kind (plan) != ACCORD_PAY_KIND_CLIFF)
            g_assert_cmpint (accord_exact_ceil (bookings), ==, first);
          g_assert_true (plain_pay (plan, bookings) >= pay * BILLION * bookings.den);
        }
      else if (g_error_matches (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_IMPOSSIBLE))
        {
          g_assert_cmpint (first, ==, -1);
          g_assert_cmpint (gap, >=, 1);
          if (accord_pay_plan_get_cap (plan) == ACCORD_UNKNOWN)
            g_assert_cmpint (gap, ==, pay - (gint64) (most / BILLION));
        }
      else
        {
          g_assert_not_reached ();
        }
    }
}

static void
test_text (void)
{
  g_autoptr (AccordPayPlan) yen = accord_pay_plan_new_from_text (ACCORD_PAY_KIND_CLIFF, " 0:5% , 1000 : 0.0625 ", 0, 7,
                                                                 ACCORD_UNKNOWN, NULL);
  g_autofree char *yen_text = accord_pay_plan_dup_tiers_text (yen, 0);

  g_assert_cmpstr (yen_text, ==, "0:0.05,1000:0.0625");
  g_assert_cmpint (accord_pay_plan_get_threshold (yen), ==, 7);
  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (AccordPayPlan) plan = random_plan (FALSE);
      g_autofree char *text = accord_pay_plan_dup_tiers_text (plan, 2);
      g_autoptr (AccordPayPlan) again = plan_from (accord_pay_plan_get_kind (plan), text,
                                                   accord_pay_plan_get_threshold (plan),
                                                   accord_pay_plan_get_cap (plan));

      g_assert_true (accord_pay_plan_equal (plan, again));
    }
}

/* domain.md: quota 100k, 6 % up to quota and 8 % above, at 110 % of quota. */
static void
test_share_of_quota (void)
{
  static const struct
  {
    AccordPayKind kind;
    gint64 pay;
  } cases[] = { { ACCORD_PAY_KIND_MARGINAL, 680000 }, { ACCORD_PAY_KIND_CLIFF, 880000 } };
  g_autoptr (AccordPayPlan) ascending = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordPayPlan) plan = accord_pay_plan_new_for_quota (cases[i].kind, "0:0.06, 100 %:8%", 2, 10000000, 0,
                                                                      ACCORD_UNKNOWN, NULL);

      g_assert_cmpint (accord_pay_plan_pay_for (plan, accord_pay_plan_edge_for_quota (1100000000, 10000000)), ==,
                       cases[i].pay);
    }

  g_assert_null (accord_pay_plan_new_from_text (ACCORD_PAY_KIND_CLIFF, "0:0.06,100%:0.08", 2, 0, ACCORD_UNKNOWN,
                                                &error));
  g_assert_error (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_NO_QUOTA);
  g_clear_error (&error);
  g_assert_null (accord_pay_plan_new_for_quota (ACCORD_PAY_KIND_CLIFF, "0:0.06,100%:0.08", 2, 0, 0, ACCORD_UNKNOWN,
                                                &error));
  g_assert_error (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_NO_QUOTA);
  g_clear_error (&error);
  /* An edge in money above one that is a share: 150,000 is beyond 120 % of 100,000, but not of 130,000. */
  ascending = accord_pay_plan_new_for_quota (ACCORD_PAY_KIND_CLIFF, "0:0.06,120%:0.08,150000:0.1", 2, 10000000, 0,
                                             ACCORD_UNKNOWN, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ascending);
  g_assert_null (accord_pay_plan_new_for_quota (ACCORD_PAY_KIND_CLIFF, "0:0.06,120%:0.08,150000:0.1", 2, 13000000, 0,
                                                ACCORD_UNKNOWN, &error));
  g_assert_error (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_INVALID);
}

/* The inverse of what any bookings pay is not more than they, and pays as much. */
static void
test_share_of_quota_inverse (void)
{
  for (int i = 0; i < 3000; i++)
    {
      AccordPayKind kind = (AccordPayKind) g_test_rand_int_range (0, 3);
      gint64 quota = g_test_rand_int_range (1, 100000000), booked = g_test_rand_int_range (0, 200000000);
      gint64 threshold = g_test_rand_bit () ? g_test_rand_int_range (0, 20000000) : 0;
      gint64 cap = g_test_rand_bit () ? g_test_rand_int_range (0, 10000000) : ACCORD_UNKNOWN;
      AccordPayBand bands[] = {
        { FALSE, 0, g_test_rand_int_range (0, 200000000) },
        { TRUE, (gint64) g_test_rand_int_range (100, 1000) * (ACCORD_RATE_ONE / 1000),
          g_test_rand_int_range (0, 200000000) },
        { TRUE, (gint64) g_test_rand_int_range (1001, 2000) * (ACCORD_RATE_ONE / 1000),
          g_test_rand_int_range (0, 200000000) },
      };
      g_autofree char *text = accord_pay_bands_to_text (bands, kind == ACCORD_PAY_KIND_FLAT ? 1 : 3, 2);
      g_autoptr (AccordPayPlan) plan = accord_pay_plan_new_for_quota (kind, text, 2, quota, threshold, cap, NULL);
      AccordExact bookings;
      gint64 pay;

      /* A quota so small that two edges fall on one amount. */
      if (plan == NULL)
        continue;
      pay = accord_pay_plan_pay_for (plan, booked);
      /* What is paid is rounded to a unit, up by less than one: a unit less was paid in full. */
      g_assert_true (accord_pay_plan_bookings_for (plan, MAX (0, pay - 1), &bookings, NULL, NULL));
      g_assert_cmpint (accord_exact_compare (bookings, (AccordExact) { booked, 1 }), <=, 0);
      g_assert_true (plain_pay (plan, bookings) >= MAX (0, pay - 1) * BILLION * bookings.den);
    }
}

static void
test_bands_text (void)
{
  g_autoptr (GError) error = NULL;
  gsize n;
  g_autofree AccordPayBand *bands = accord_pay_bands_parse ("0:5%,112.5%:0.07,200000.50:0.09", 2, &n, NULL);
  g_autofree char *text = accord_pay_bands_to_text (bands, n, 2);

  g_assert_cmpint (n, ==, 3);
  g_assert_true (bands[1].of_quota);
  g_assert_cmpint (bands[1].from, ==, 1125000000);
  g_assert_cmpstr (text, ==, "0:0.05,112.5%:0.07,200000.50:0.09");
  g_assert_null (accord_pay_bands_parse ("0:0.05,x%:0.07", 2, &n, &error));
  g_assert_nonnull (error);
}

static void
test_boxed (void)
{
  g_autoptr (AccordPayPlan) plan = accord_pay_plan_new_flat (50000000, NULL);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, ACCORD_TYPE_PAY_PLAN);
  g_value_set_boxed (&value, plan);
  g_assert_true (g_value_get_boxed (&value) == plan);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pay-plan/vectors", test_vectors);
  g_test_add_func ("/pay-plan/cliff", test_cliff);
  g_test_add_func ("/pay-plan/threshold-and-cap", test_threshold_and_cap);
  g_test_add_func ("/pay-plan/zero-rates", test_zero_rates);
  g_test_add_func ("/pay-plan/too-large", test_too_large);
  g_test_add_func ("/pay-plan/rounding", test_rounding);
  g_test_add_func ("/pay-plan/invalid", test_invalid);
  g_test_add_func ("/pay-plan/inverse", test_inverse);
  g_test_add_func ("/pay-plan/smallest", test_smallest);
  g_test_add_func ("/pay-plan/text", test_text);
  g_test_add_func ("/pay-plan/share-of-quota", test_share_of_quota);
  g_test_add_func ("/pay-plan/share-of-quota-inverse", test_share_of_quota_inverse);
  g_test_add_func ("/pay-plan/bands-text", test_bands_text);
  g_test_add_func ("/pay-plan/boxed", test_boxed);

  return g_test_run ();
}
