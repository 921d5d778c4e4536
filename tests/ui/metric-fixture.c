/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * metric-fixture WORKSPACE NAME,UNIT,CADENCE,ROLLUP...: adds key metrics, in this order. UNIT is count, money, percent, days
 * or ratio; CADENCE day, week, month or quarter; ROLLUP sum, mean or last.
 */
#include "accord-metric.h"
#include "accord-workspace.h"

static const char *const units[] = { "count", "money", "percent", "days", "ratio", NULL };
static const char *const cadences[] = { "day", "week", "month", "quarter", NULL };

static int
find (const char *const *words,
      const char        *word)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  g_printerr ("metric-fixture: what is “%s”?\n", word);
  exit (1);
}

static AccordRollUp
find_roll_up (const char *word)
{
  return g_str_equal (word, "sum") ? ACCORD_ROLL_UP_SUM : g_str_equal (word, "last") ? ACCORD_ROLL_UP_LAST : ACCORD_ROLL_UP_MEAN;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AccordChange) change = accord_change_new ("Metrics");
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 3)
    return 2;
  workspace = accord_workspace_open (argv[1], ACCORD_OPEN_DEFAULT, &error);
  for (int i = 2; workspace != NULL && i < argc; i++)
    {
      g_autoptr (AccordMetric) metric = accord_metric_new ();
      g_auto (GStrv) words = g_strsplit (argv[i], ",", 4);

      if (g_strv_length (words) != 4)
        return 2;
      accord_metric_set_name (metric, words[0]);
      accord_metric_set_unit (metric, (AccordUnit) find (units, words[1]));
      accord_metric_set_cadence (metric, (AccordGrain) find (cadences, words[2]));
      accord_metric_set_rollup (metric, find_roll_up (words[3]));
      accord_metric_set_key (metric, TRUE);
      accord_metric_set_position (metric, i);
      accord_change_put (change, metric);
    }
  if (workspace == NULL || !accord_workspace_apply (workspace, change, &error))
    {
      g_printerr ("metric-fixture: %s\n", error->message);
      return 1;
    }

  return 0;
}
