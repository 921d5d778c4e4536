/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-keys.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"
#include "accord-metric-list-box.h"

struct _AccordScorecardKeys
{
  AccordScorecardStep parent_instance;

  GtkStack *stack;
  GtkLabel *note_label;
  GtkWidget *note;
  GtkButton *top_button;
  GtkWidget *keys_group;
  GtkWidget *others_group;
  AccordMetricListBox *keys;
  AccordMetricListBox *others;
};

G_DEFINE_FINAL_TYPE (AccordScorecardKeys, accord_scorecard_keys, ACCORD_TYPE_SCORECARD_STEP)

static AccordMetric *
keys_find (AccordScorecardKeys *self,
           gint64               id)
{
  AccordWorkspace *workspace = accord_scorecard_step_get_workspace (ACCORD_SCORECARD_STEP (self));

  return workspace != NULL ? accord_workspace_find (workspace, ACCORD_TYPE_METRIC, id) : NULL;
}

static void
set_key (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  AccordScorecardKeys *self = ACCORD_SCORECARD_KEYS (widget);
  g_autoptr (AccordChange) change = NULL;
  AccordMetric *metric;
  AccordMetricRow *row;
  gboolean key;
  gint64 id;

  g_variant_get (parameter, "(xb)", &id, &key);
  metric = keys_find (self, id);
  if (metric == NULL)
    return;

  change = accord_change_new (key ? _("Make Key Metric") : _("Make No Key Metric"));
  accord_metric_change_set_key (change, metric, key);
  if (!accord_scorecard_step_apply (ACCORD_SCORECARD_STEP (self), change))
    {
      accord_scorecard_step_refresh (ACCORD_SCORECARD_STEP (self));
      return;
    }
  /* The row went over to the other list, and the focus with it. */
  row = accord_metric_list_box_find_row (key ? self->keys : self->others, id);
  if (row != NULL)
    accord_metric_row_focus_key (row);
}

/* At that place of the list, which may not be the one that it is in. */
static void
keys_drop (AccordScorecardKeys *self,
           AccordMetric        *metric,
           guint                index,
           gboolean             key)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);
  g_autoptr (GPtrArray) all = accord_scorecard_step_list_metrics (step, FALSE);
  g_autoptr (GPtrArray) metrics = g_ptr_array_new ();
  g_autoptr (AccordChange) change = accord_change_new (_("Move Key Metric"));

  /* It may come from another window. */
  if (!g_ptr_array_find (all, metric, NULL))
    return;
  if (!accord_metric_get_key (metric) != !key)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "metric.set-key", "(xb)",
                                  accord_record_get_id (ACCORD_RECORD (metric)), key);
      return;
    }

  for (guint i = 0; i < all->len; i++)
    if (!accord_metric_get_key (all->pdata[i]) == !key)
      g_ptr_array_add (metrics, all->pdata[i]);
  accord_metric_change_move (change, metrics, metric, index);
  accord_scorecard_step_apply (step, change);
}

static void
on_key_dropped (AccordScorecardKeys *self,
                AccordMetric        *metric,
                guint                index)
{
  keys_drop (self, metric, index, TRUE);
}

static void
on_other_dropped (AccordScorecardKeys *self,
                  AccordMetric        *metric,
                  guint                index)
{
  /* The others stand in the order of votes, whatever place they are given. */
  if (accord_metric_get_key (metric))
    keys_drop (self, metric, index, FALSE);
}

static void
keys_move (AccordScorecardKeys *self,
           gint64               id,
           int                  step)
{
  g_autoptr (GPtrArray) metrics = accord_scorecard_step_list_metrics (ACCORD_SCORECARD_STEP (self), TRUE);
  AccordMetric *metric = keys_find (self, id);
  guint index;

  if (metric == NULL || !g_ptr_array_find (metrics, metric, &index) || (step < 0 && index == 0)
      || (step > 0 && index + 1 == metrics->len))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  keys_drop (self, metric, step < 0 ? index - 1 : index + 1, TRUE);
}

static void
move_up (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  keys_move (ACCORD_SCORECARD_KEYS (widget), g_variant_get_int64 (parameter), -1);
}

static void
move_down (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  keys_move (ACCORD_SCORECARD_KEYS (widget), g_variant_get_int64 (parameter), 1);
}

static void
on_top_clicked (AccordScorecardKeys *self)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);
  g_autoptr (AccordChange) change = accord_change_new (_("Make the Top Votes Key"));
  g_autofree char *message = NULL;
  guint n;

  n = accord_metric_change_make_top_key (change, accord_scorecard_step_get_workspace (step),
                                         accord_scorecard_step_get_territory (step), ACCORD_KEY_METRICS_MAX);
  if (n == 0 || !accord_scorecard_step_apply (step, change))
    return;

  message = g_strdup_printf (ngettext ("%u key metric, in the order of votes", "%u key metrics, in the order of votes", n),
                             n);
  accord_feedback_undo_toast (GTK_WIDGET (self), message);
}

static void
show_note (AccordScorecardKeys *self,
           guint                n_keys,
           guint                n_metrics)
{
  g_autofree char *note = NULL;

  if (n_keys > ACCORD_KEY_METRICS_MAX)
    note = g_strdup_printf (ngettext ("%u key metric. A team keeps five in mind; what matters less can stay a building block.",
                                      "%u key metrics. A team keeps five in mind; what matters less can stay a building block.",
                                      n_keys),
                            n_keys);
  else if (n_keys < MIN (ACCORD_KEY_METRICS_MIN, n_metrics))
    note = g_strdup (n_keys == 0 ? _("No key metric yet. Three to five say how it goes without distracting.")
                                 : _("With fewer than three key metrics much of what matters stays out of sight."));
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
}

static void
show_suggestion (AccordScorecardKeys *self,
                 GPtrArray           *by_votes,
                 GListModel          *votes)
{
  g_autoptr (GHashTable) tally = accord_multivote_tally (votes, ACCORD_TYPE_METRIC);
  g_autofree char *label = NULL;
  guint n = 0;

  while (n < MIN (ACCORD_KEY_METRICS_MAX, by_votes->len)
         && accord_multivote_count (tally, accord_record_get_id (by_votes->pdata[n])) > 0)
    n++;
  label = g_strdup_printf (ngettext ("Make the Top %u _Key", "Make the Top %u _Key", n), n);
  gtk_button_set_label (self->top_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->top_button), n > 0);
}

static void
accord_scorecard_keys_refresh (AccordScorecardStep *step)
{
  AccordScorecardKeys *self = ACCORD_SCORECARD_KEYS (step);
  GListModel *votes = accord_scorecard_step_get_list (step, ACCORD_TYPE_VOTE);
  g_autoptr (GPtrArray) keys = accord_scorecard_step_list_metrics (step, TRUE);
  g_autoptr (GPtrArray) by_votes
    = accord_metric_list_by_votes (accord_scorecard_step_get_list (step, ACCORD_TYPE_METRIC), votes,
                                   accord_scorecard_step_get_territory (step));
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < by_votes->len; i++)
    if (!accord_metric_get_key (by_votes->pdata[i]))
      g_ptr_array_add (others, by_votes->pdata[i]);
  accord_metric_list_box_show (self->keys, keys, votes);
  accord_metric_list_box_show (self->others, others, votes);
  gtk_widget_set_visible (self->keys_group, keys->len > 0);
  gtk_widget_set_visible (self->others_group, others->len > 0);
  show_note (self, keys->len, by_votes->len);
  show_suggestion (self, by_votes, votes);
  gtk_stack_set_visible_child_name (self->stack, by_votes->len > 0 ? "list" : "empty");
}

static void
accord_scorecard_keys_class_init (AccordScorecardKeysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_keys_refresh;

  g_type_ensure (ACCORD_TYPE_METRIC_LIST_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-keys.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardKeys, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardKeys, note_label);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardKeys, note);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardKeys, top_button);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardKeys, keys_group);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardKeys, others_group);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardKeys, keys);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardKeys, others);
  gtk_widget_class_bind_template_callback (widget_class, on_top_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_key_dropped);
  gtk_widget_class_bind_template_callback (widget_class, on_other_dropped);
  gtk_widget_class_install_action (widget_class, "metric.set-key", "(xb)", set_key);
  gtk_widget_class_install_action (widget_class, "metric.move-up", "x", move_up);
  gtk_widget_class_install_action (widget_class, "metric.move-down", "x", move_down);
}

static void
accord_scorecard_keys_init (AccordScorecardKeys *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_metric_list_box_set_row_style (self->keys, ACCORD_METRIC_ROW_CHOICE);
  accord_metric_list_box_set_row_style (self->others, ACCORD_METRIC_ROW_CHOICE);
}
