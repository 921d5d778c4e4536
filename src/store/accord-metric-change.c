/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-metric-change.h"

#include "accord-action.h"
#include "accord-board.h"
#include "accord-metric-words.h"
#include "accord-name.h"
#include "accord-references.h"

#include <glib/gi18n.h>

static GListModel *
all_metrics (AccordWorkspace *workspace)
{
  return accord_workspace_get_list (workspace, ACCORD_TYPE_METRIC);
}

gboolean
accord_metric_read_use (AccordWorkspace *workspace,
                        AccordMetric    *metric,
                        AccordMetricUse *use,
                        GError         **error)
{
  g_autoptr (GArray) references = NULL;

  g_return_val_if_fail (ACCORD_IS_METRIC (metric), FALSE);
  g_return_val_if_fail (use != NULL, FALSE);

  references = accord_workspace_find_references (workspace, ACCORD_TYPE_METRIC,
                                                 accord_record_get_id (ACCORD_RECORD (metric)), error);
  if (references == NULL)
    return FALSE;

  *use = (AccordMetricUse) { 0 };
  for (guint i = 0; i < references->len; i++)
    {
      const char *table = g_array_index (references, AccordReference, i).table;

      if (g_str_equal (table, "target"))
        use->n_targets++;
      else if (g_str_equal (table, "action"))
        use->n_actions++;
      else if (g_str_equal (table, "vote"))
        use->n_votes++;
      else if (g_str_equal (table, "actual"))
        use->actuals = TRUE;
    }

  return TRUE;
}

static gint64
next_position (AccordWorkspace *workspace,
               AccordChange    *change,
               gint64           territory)
{
  GPtrArray *puts = accord_change_get_puts (change);
  g_autoptr (GPtrArray) list = accord_metric_list (all_metrics (workspace), territory, FALSE);
  gint64 last = list->len > 0 ? accord_metric_get_position (list->pdata[list->len - 1]) : 0;

  /* What the same change adds before it. */
  for (guint i = 0; i < puts->len; i++)
    if (ACCORD_IS_METRIC (puts->pdata[i]) && accord_metric_get_territory (puts->pdata[i]) == territory)
      last = MAX (last, accord_metric_get_position (puts->pdata[i]));

  return last + ACCORD_BOARD_STEP;
}

gint64
accord_metric_change_add (AccordChange    *change,
                          AccordWorkspace *workspace,
                          gint64           territory,
                          AccordMetric    *draft)
{
  g_return_val_if_fail (change != NULL, 0);
  g_return_val_if_fail (ACCORD_IS_METRIC (draft), 0);

  accord_record_set_id (ACCORD_RECORD (draft), accord_workspace_reserve_id (workspace, ACCORD_TYPE_METRIC));
  accord_metric_set_territory (draft, territory);
  accord_metric_set_position (draft, next_position (workspace, change, territory));
  accord_change_put (change, draft);

  return accord_record_get_id (ACCORD_RECORD (draft));
}

static gboolean
has_template (GPtrArray                  *metrics,
              const AccordMetricTemplate *template)
{
  for (guint i = 0; i < metrics->len; i++)
    if (accord_metric_template_is (template, metrics->pdata[i]))
      return TRUE;

  return FALSE;
}

guint
accord_metric_change_add_templates (AccordChange                      *change,
                                    AccordWorkspace                   *workspace,
                                    gint64                             territory,
                                    const AccordMetricTemplate *const *templates,
                                    guint                              n_templates)
{
  g_autoptr (GPtrArray) metrics = NULL;
  guint n_added = 0;

  g_return_val_if_fail (change != NULL, 0);
  g_return_val_if_fail (templates != NULL || n_templates == 0, 0);

  metrics = accord_metric_list (all_metrics (workspace), territory, FALSE);
  for (guint i = 0; i < n_templates; i++)
    {
      g_autoptr (AccordMetric) draft = NULL;

      if (has_template (metrics, templates[i]))
        continue;
      draft = accord_metric_template_make (templates[i]);
      accord_metric_change_add (change, workspace, territory, draft);
      g_ptr_array_add (metrics, g_steal_pointer (&draft));
      n_added++;
    }

  return n_added;
}

/* Values would be read as something else. */
static gboolean
changes_meaning (AccordMetric *metric,
                 AccordMetric *draft)
{
  return accord_metric_get_unit (metric) != accord_metric_get_unit (draft)
         || (accord_metric_get_direction (metric) == ACCORD_DIRECTION_WITHIN)
              != (accord_metric_get_direction (draft) == ACCORD_DIRECTION_WITHIN);
}

static gboolean
check_name (AccordWorkspace *workspace,
            AccordMetric    *draft,
            GError         **error)
{
  g_autoptr (GPtrArray) metrics = accord_metric_list (all_metrics (workspace), accord_metric_get_territory (draft), FALSE);

  for (guint i = 0; i < metrics->len; i++)
    if (accord_record_get_id (metrics->pdata[i]) != accord_record_get_id (ACCORD_RECORD (draft))
        && accord_name_equal (accord_metric_get_name (metrics->pdata[i]), accord_metric_get_name (draft)))
      {
        g_set_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE,
                     /* Translators: %s is the name of a metric. */
                     _("There is a “%s” already; another name tells the two apart"), accord_metric_get_name (draft));
        return FALSE;
      }

  return TRUE;
}

gboolean
accord_metric_change_edit (AccordChange    *change,
                           AccordWorkspace *workspace,
                           AccordMetric    *draft,
                           GError         **error)
{
  AccordMetric *metric;
  AccordMetricUse use;

  g_return_val_if_fail (change != NULL, FALSE);
  g_return_val_if_fail (ACCORD_IS_METRIC (draft), FALSE);

  metric = accord_workspace_find (workspace, ACCORD_TYPE_METRIC, accord_record_get_id (ACCORD_RECORD (draft)));
  g_return_val_if_fail (metric != NULL, FALSE);

  if (!accord_record_validate (draft, error) || !check_name (workspace, draft, error))
    return FALSE;
  if (!accord_metric_roll_up_fits (accord_metric_get_rollup (draft), accord_metric_get_unit (draft),
                                   accord_metric_get_direction (draft)))
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE,
                           _("Numbers of this unit and direction cannot be rolled up this way"));
      return FALSE;
    }
  if (changes_meaning (metric, draft))
    {
      if (!accord_metric_read_use (workspace, metric, &use, error))
        return FALSE;
      if (use.actuals || use.n_targets > 0)
        {
          g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE,
                               _("Numbers are on record in this unit, and would come to mean something else. "
                                 "Add another building block instead."));
          return FALSE;
        }
    }
  accord_change_put (change, draft);

  return TRUE;
}

static void
remove_targets_and_votes (AccordChange    *change,
                          AccordWorkspace *workspace,
                          gint64           metric)
{
  GListModel *targets = accord_workspace_get_list (workspace, ACCORD_TYPE_TARGET);
  GListModel *votes = accord_workspace_get_list (workspace, ACCORD_TYPE_VOTE);

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (AccordTarget) target = g_list_model_get_item (targets, i);

      if (accord_target_get_metric (target) == metric)
        accord_change_remove (change, target);
    }
  for (guint i = 0; i < g_list_model_get_n_items (votes); i++)
    {
      g_autoptr (AccordVote) vote = g_list_model_get_item (votes, i);

      if (accord_vote_get_metric (vote) == metric)
        accord_change_remove (change, vote);
    }
}

static void
release_actions (AccordChange    *change,
                 AccordWorkspace *workspace,
                 gint64           metric)
{
  GListModel *actions = accord_workspace_get_list (workspace, ACCORD_TYPE_ACTION);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);
      g_autoptr (AccordAction) draft = NULL;

      if (accord_action_get_metric (action) != metric)
        continue;
      draft = accord_record_copy (action);
      accord_action_set_metric (draft, 0);
      accord_change_put (change, draft);
    }
}

gboolean
accord_metric_change_remove (AccordChange        *change,
                             AccordWorkspace     *workspace,
                             AccordMetric        *metric,
                             AccordMetricRemoval *removal,
                             GError             **error)
{
  const gint64 id = accord_record_get_id (ACCORD_RECORD (metric));
  AccordMetricUse use;

  g_return_val_if_fail (change != NULL && removal != NULL, FALSE);

  if (!accord_metric_read_use (workspace, metric, &use, error))
    return FALSE;

  if (use.actuals)
    {
      *removal = accord_metric_get_key (metric) ? ACCORD_METRIC_RETIRED : ACCORD_METRIC_KEPT;
      accord_metric_change_set_key (change, metric, FALSE);
      return TRUE;
    }

  release_actions (change, workspace, id);
  remove_targets_and_votes (change, workspace, id);
  accord_change_remove (change, metric);
  *removal = ACCORD_METRIC_REMOVED;

  return TRUE;
}

void
accord_metric_change_set_key (AccordChange *change,
                              AccordMetric *metric,
                              gboolean      key)
{
  g_autoptr (AccordMetric) draft = NULL;

  g_return_if_fail (change != NULL);
  g_return_if_fail (ACCORD_IS_METRIC (metric));

  if (!accord_metric_get_key (metric) == !key)
    return;
  draft = accord_record_copy (metric);
  accord_metric_set_key (draft, key);
  accord_change_put (change, draft);
}

guint
accord_metric_change_make_top_key (AccordChange    *change,
                                   AccordWorkspace *workspace,
                                   gint64           territory,
                                   guint            n)
{
  GListModel *votes = accord_workspace_get_list (workspace, ACCORD_TYPE_VOTE);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GHashTable) tally = NULL;
  guint n_keys = 0;

  g_return_val_if_fail (change != NULL, 0);

  list = accord_metric_list_by_votes (all_metrics (workspace), votes, territory);
  tally = accord_multivote_tally (votes, ACCORD_TYPE_METRIC);
  while (n_keys < MIN (n, list->len) && accord_multivote_count (tally, accord_record_get_id (list->pdata[n_keys])) > 0)
    n_keys++;
  if (n_keys == 0)
    return 0;

  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (AccordMetric) draft = accord_record_copy (list->pdata[i]);

      accord_metric_set_key (draft, i < n_keys);
      accord_metric_set_position (draft, (gint64) (i + 1) * ACCORD_BOARD_STEP);
      accord_change_put (change, draft);
    }

  return n_keys;
}

void
accord_metric_change_move (AccordChange *change,
                           GPtrArray    *metrics,
                           AccordMetric *metric,
                           guint         index)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autofree gint64 *positions = NULL;
  g_autofree gint64 *placed = NULL;

  g_return_if_fail (change != NULL && metrics != NULL);
  g_return_if_fail (g_ptr_array_find (metrics, metric, NULL));

  for (guint i = 0; i < metrics->len; i++)
    if (metrics->pdata[i] != metric)
      g_ptr_array_add (others, metrics->pdata[i]);
  index = MIN (index, others->len);
  if (metrics->pdata[index] == metric)
    return;

  positions = g_new (gint64, metrics->len);
  placed = g_new (gint64, metrics->len);
  for (guint i = 0; i < others->len; i++)
    positions[i] = accord_metric_get_position (others->pdata[i]);
  accord_board_place (positions, others->len, index, placed);
  for (guint i = 0; i < metrics->len; i++)
    {
      AccordMetric *at = i == index ? metric : others->pdata[i < index ? i : i - 1];
      g_autoptr (AccordMetric) draft = NULL;

      if (accord_metric_get_position (at) == placed[i])
        continue;
      draft = accord_record_copy (at);
      accord_metric_set_position (draft, placed[i]);
      accord_change_put (change, draft);
    }
}
