/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-metric-library.h"
#include "accord-metric-query.h"
#include "accord-metric-words.h"
#include "accord-name.h"
#include "accord-weekly-need.h"

static void
test_consistent (void)
{
  gsize n;
  const AccordMetricTemplate *templates = accord_metric_library_get (&n);
  guint themes[ACCORD_N_METRIC_THEMES] = { 0 }, n_leading = 0;

  g_assert_cmpuint (n, >=, 25);
  g_assert_cmpuint (n, <=, 35);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (AccordMetric) metric = accord_metric_template_make (&templates[i]);
      g_autofree char *summary = accord_metric_dup_summary (metric);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s", templates[i].name, summary);
      g_assert_true (accord_record_validate (metric, &error));
      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (accord_metric_get_definition (metric), "."));
      g_assert_true (g_str_has_suffix (accord_metric_get_source_note (metric), "."));
      g_assert_true (accord_metric_roll_up_fits (accord_metric_get_rollup (metric), accord_metric_get_unit (metric),
                                                 accord_metric_get_direction (metric)));
      g_assert_cmpint (accord_metric_get_cadence (metric), >=, ACCORD_GRAIN_WEEK);
      g_assert_cmpint (accord_metric_get_cadence (metric), <=, ACCORD_GRAIN_QUARTER);
      g_assert_false (accord_metric_get_key (metric));
      g_assert_true (accord_metric_template_is (&templates[i], metric));
      themes[templates[i].theme]++;
      n_leading += templates[i].leading;
      /* Theme by theme, and no name twice, however it is written. */
      if (i > 0)
        g_assert_cmpint (templates[i].theme, >=, templates[i - 1].theme);
      for (gsize j = 0; j < i; j++)
        {
          g_assert_false (accord_name_equal (templates[i].name, templates[j].name));
          g_assert_cmpstr (templates[i].definition, !=, templates[j].definition);
        }
    }
  for (gsize i = 0; i < ACCORD_N_METRIC_THEMES; i++)
    g_assert_cmpuint (themes[i], >=, 4);
  /* Something to act on, and something that tells what came of it. */
  g_assert_cmpuint (n_leading, >=, n / 3);
  g_assert_cmpuint (n - n_leading, >=, n / 3);
}

/* What the goal wizard sets targets for is found under the library's names. */
static void
test_weekly_needs (void)
{
  g_autoptr (GListStore) metrics = g_list_store_new (ACCORD_TYPE_METRIC);
  gsize n;
  const AccordMetricTemplate *templates = accord_metric_library_get (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (AccordMetric) metric = accord_metric_template_make (&templates[i]);

      g_list_store_append (metrics, metric);
    }
  for (int kind = 0; kind < ACCORD_N_WEEKLY_NEEDS; kind++)
    {
      AccordMetric *metric = accord_weekly_need_find_metric (kind, G_LIST_MODEL (metrics));
      g_autoptr (AccordMetric) made = accord_weekly_need_make_metric (kind, G_LIST_MODEL (metrics));

      g_assert_nonnull (metric);
      g_assert_cmpint (accord_metric_get_cadence (metric), ==, accord_metric_get_cadence (made));
      g_assert_cmpint (accord_metric_get_rollup (metric), ==, accord_metric_get_rollup (made));
      g_assert_cmpint (accord_metric_get_leading (metric), ==, accord_metric_get_leading (made));
    }
}

static void
test_roll_up_fits (void)
{
  static const struct
  {
    AccordRollUp roll_up;
    AccordUnit unit;
    AccordDirection direction;
    gboolean fits;
  } cases[] = {
    { ACCORD_ROLL_UP_SUM, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER, TRUE },
    { ACCORD_ROLL_UP_SUM, ACCORD_UNIT_MONEY, ACCORD_DIRECTION_LOWER, TRUE },
    { ACCORD_ROLL_UP_SUM, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_WITHIN, FALSE },
    { ACCORD_ROLL_UP_SUM, ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER, FALSE },
    { ACCORD_ROLL_UP_SUM, ACCORD_UNIT_RATIO, ACCORD_DIRECTION_HIGHER, FALSE },
    { ACCORD_ROLL_UP_RATIO_OF_SUMS, ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER, TRUE },
    { ACCORD_ROLL_UP_RATIO_OF_SUMS, ACCORD_UNIT_RATIO, ACCORD_DIRECTION_WITHIN, TRUE },
    { ACCORD_ROLL_UP_RATIO_OF_SUMS, ACCORD_UNIT_MONEY, ACCORD_DIRECTION_HIGHER, FALSE },
    { ACCORD_ROLL_UP_MEAN, ACCORD_UNIT_RATIO, ACCORD_DIRECTION_WITHIN, TRUE },
    { ACCORD_ROLL_UP_LAST, ACCORD_UNIT_DAYS, ACCORD_DIRECTION_LOWER, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (accord_metric_roll_up_fits (cases[i].roll_up, cases[i].unit, cases[i].direction), ==,
                     cases[i].fits);
}

static void
add_metric (GListStore *metrics,
            gint64      id,
            gint64      territory,
            gint64      position,
            gboolean    key)
{
  g_autoptr (AccordMetric) metric = accord_metric_new ();

  accord_record_set_id (ACCORD_RECORD (metric), id);
  accord_metric_set_territory (metric, territory);
  accord_metric_set_position (metric, position);
  accord_metric_set_key (metric, key);
  g_list_store_append (metrics, metric);
}

static void
add_vote (GListStore *votes,
          gint64      metric,
          gint64      card,
          gint64      member,
          gint64      count)
{
  g_autoptr (AccordVote) vote = accord_vote_new ();

  accord_vote_set_metric (vote, metric);
  accord_vote_set_card (vote, card);
  accord_vote_set_member (vote, member);
  accord_vote_set_count (vote, count);
  g_list_store_append (votes, vote);
}

static void
assert_order (GPtrArray    *list,
              const gint64 *ids)
{
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpint (accord_record_get_id (list->pdata[i]), ==, ids[i]);
  g_assert_cmpint (ids[list->len], ==, 0);
}

static void
test_lists_and_votes (void)
{
  g_autoptr (GListStore) metrics = g_list_store_new (ACCORD_TYPE_METRIC);
  g_autoptr (GListStore) votes = g_list_store_new (ACCORD_TYPE_VOTE);
  g_autoptr (GPtrArray) all = NULL, keys = NULL, lakes = NULL, by_votes = NULL;
  g_autoptr (GHashTable) tally = NULL, ids = NULL;
  const AccordVoter one = { 1, 0 }, other = { 2, 0 };

  add_metric (metrics, 1, 0, 20, FALSE);
  add_metric (metrics, 2, 0, 10, TRUE);
  add_metric (metrics, 3, 7, 1, TRUE);
  add_metric (metrics, 4, 0, 20, TRUE);
  all = accord_metric_list (G_LIST_MODEL (metrics), 0, FALSE);
  assert_order (all, (const gint64[]) { 2, 1, 4, 0 });
  keys = accord_metric_list (G_LIST_MODEL (metrics), 0, TRUE);
  assert_order (keys, (const gint64[]) { 2, 4, 0 });
  lakes = accord_metric_list (G_LIST_MODEL (metrics), 7, FALSE);
  assert_order (lakes, (const gint64[]) { 3, 0 });

  /* A card with the id of a metric is no metric. */
  add_vote (votes, 1, 0, 1, 2);
  add_vote (votes, 4, 0, 1, 1);
  add_vote (votes, 4, 0, 2, 1);
  add_vote (votes, 3, 0, 1, 5);
  add_vote (votes, 0, 2, 1, 9);
  tally = accord_multivote_tally (G_LIST_MODEL (votes), ACCORD_TYPE_METRIC);
  ids = accord_multivote_list_ids (all);
  g_assert_cmpuint (accord_multivote_count (tally, 4), ==, 2);
  g_assert_cmpuint (accord_multivote_count (tally, 2), ==, 0);
  g_assert_cmpuint (accord_multivote_spent (G_LIST_MODEL (votes), ACCORD_TYPE_METRIC, ids, &one), ==, 3);
  g_assert_cmpuint (accord_multivote_spent (G_LIST_MODEL (votes), ACCORD_TYPE_METRIC, ids, &other), ==, 1);
  g_assert_null (accord_multivote_find (G_LIST_MODEL (votes), ACCORD_TYPE_METRIC, 1, &other));
  by_votes = accord_metric_list_by_votes (G_LIST_MODEL (metrics), G_LIST_MODEL (votes), 0);
  assert_order (by_votes, (const gint64[]) { 1, 4, 2, 0 });
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/metric-library/consistent", test_consistent);
  g_test_add_func ("/metric-library/weekly-needs", test_weekly_needs);
  g_test_add_func ("/metric-library/roll-up-fits", test_roll_up_fits);
  g_test_add_func ("/metric-library/lists-and-votes", test_lists_and_votes);

  return g_test_run ();
}
