/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-pane.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"
#include "accord-metric-words.h"
#include "accord-results-distribution.h"
#include "accord-results-path.h"
#include "accord-results-weeks.h"
#include "accord-status-mark.h"
#include "accord-target-history.h"

struct _AccordResultsPane
{
  AdwBin parent_instance;

  GtkLabel *metric_label;
  GtkLabel *name_label;
  GtkLabel *actual_label;
  GtkLabel *against_label;
  AccordStatusMark *mark;
  AccordPathChart *path;
  GtkWidget *distribution_box;
  GtkLabel *distribution_label;
  AccordDistributionChart *distribution;
  AdwPreferencesGroup *pace_group;
  GtkListBox *pace_list;
  AdwBin *weeks;
  AdwBin *targets;
  GtkLabel *targets_note;
  GtkLabel *definition;
  GtkLabel *source_note;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (AccordResultsPane, accord_results_pane, ADW_TYPE_BIN)

static guint closed_signal;

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
add_pace (AccordResultsPane *self,
          const char        *title,
          const char        *text)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *value = gtk_label_new (text);

  gtk_widget_add_css_class (value, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  gtk_list_box_append (self->pace_list, row);
}

/* What is expected, or needed, is known to no more than that. */
static gint64
round_for_reading (AccordResults *results,
                   guint          metric,
                   gint64         value)
{
  const AccordUnit unit = accord_results_get_metric (results, metric)->unit;
  const int decimals = (int) accord_settings_get_decimals (accord_workspace_get_settings (results->workspace));
  const gint64 step = unit == ACCORD_UNIT_MONEY ? accord_unit_get_step (unit, decimals)
                      : unit == ACCORD_UNIT_COUNT ? ACCORD_RATE_ONE / 10
                                                  : 1;

  return ABS (value) < 100 * step ? value : accord_wide_divide_round (value, step) * step;
}

static void
add_value (AccordResultsPane *self,
           AccordResults     *results,
           guint              metric,
           const char        *title,
           gint64             value)
{
  g_autofree char *text = NULL;

  if (value == ACCORD_UNKNOWN)
    return;
  text = accord_results_format (results, metric, round_for_reading (results, metric, value), ACCORD_UNKNOWN);
  add_pace (self, title, text);
}

static void
pane_show_pace (AccordResultsPane *self,
                AccordResults     *results,
                guint              row)
{
  const AccordScorecardRow *which = accord_results_get_row (results, row);
  g_autofree char *pace = accord_rate_format_percent (which->score.attainment.pace);

  clear_list (self->pace_list);
  add_value (self, results, which->metric, _("Expected by now"), which->score.attainment.expected);
  if (which->score.attainment.pace != ACCORD_UNKNOWN)
    /* Translators: what was reached against what is expected by now, in percent. */
    add_pace (self, _("Pace"), pace);
  add_value (self, results, which->metric, _("Lands at, if it goes on like this"), accord_results_get_landing (results, row));
  add_value (self, results, which->metric, _("Needed each working day"), accord_results_get_required (results, row));
  gtk_widget_set_visible (GTK_WIDGET (self->pace_group), gtk_list_box_get_row_at_index (self->pace_list, 0) != NULL);
}

static void
pane_show_weeks (AccordResultsPane *self,
                 AccordResults     *results,
                 guint              row)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *weeks = accord_results_weeks_new (results, row, &error);

  if (error != NULL)
    accord_feedback_error (GTK_WIDGET (self), error);
  adw_bin_set_child (self->weeks, weeks);
  gtk_widget_set_visible (GTK_WIDGET (self->weeks), weeks != NULL);
}

/* Where the target comes from that has no versions of its own for the quarter. */
static const char *
get_target_note (AccordResults *results,
                 guint          row)
{
  const AccordScorecardRow *which = accord_results_get_row (results, row);
  const AccordScorecardMetric *metric = accord_results_get_metric (results, which->metric);

  if (which->score.part.target == ACCORD_UNKNOWN)
    return _("No target yet");
  if (metric->computed && metric->which == ACCORD_COMPUTED_BOOKINGS)
    return which->member != 0 ? _("The quarter’s quota") : _("The quarter’s quotas of all members");
  if (which->member == 0)
    return metric->roll_up == ACCORD_ROLL_UP_SUM ? _("Added up from the members’ targets")
                                                 : _("The average of the members’ targets");

  return _("From targets for other periods: the year, its months or weeks");
}

static void
pane_show_targets (AccordResultsPane *self,
                   AccordResults     *results,
                   guint              row,
                   const char        *name)
{
  const AccordScorecardRow *which = accord_results_get_row (results, row);
  const gint64 id = accord_results_get_metric (results, which->metric)->id;
  AccordMetric *metric = id != 0 ? accord_workspace_find (results->workspace, ACCORD_TYPE_METRIC, id) : NULL;
  const AccordTargetPlace place = { which->member, id, accord_period_get_start (results->period), ACCORD_GRAIN_QUARTER };
  g_autoptr (GPtrArray) versions
    = accord_target_list_versions (accord_workspace_get_list (results->workspace, ACCORD_TYPE_TARGET), &place);
  GtkWidget *history = NULL;

  if (metric != NULL && versions->len > 0 && (which->member != 0 || which->territory == 0))
    {
      history = accord_target_history_new (results->workspace, &place, metric, name);
      /* The pane says above what it is about, and is as wide as it is. */
      gtk_widget_set_size_request (history, -1, -1);
      gtk_widget_set_visible (gtk_widget_get_first_child (history), FALSE);
    }
  adw_bin_set_child (self->targets, history);
  gtk_widget_set_visible (GTK_WIDGET (self->targets), history != NULL);
  gtk_label_set_label (self->targets_note, get_target_note (results, row));
  gtk_widget_set_visible (GTK_WIDGET (self->targets_note), history == NULL);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
pane_show_about (AccordResultsPane *self,
                 AccordResults     *results,
                 guint              which)
{
  const AccordScorecardMetric *metric = accord_results_get_metric (results, which);
  AccordMetric *record = metric->id != 0 ? accord_workspace_find (results->workspace, ACCORD_TYPE_METRIC, metric->id) : NULL;
  g_autofree char *summary = record != NULL ? accord_metric_dup_summary (record) : NULL;
  g_autofree char *source = NULL;

  if (record != NULL && *accord_metric_get_source_note (record) != '\0')
    /* Translators: %s is where the numbers of a metric come from, as the team has agreed. */
    source = g_strdup_printf (_("Source: %s"), accord_metric_get_source_note (record));
  show_text (self->definition, record != NULL ? accord_metric_get_definition (record) : "");
  show_text (self->source_note, source != NULL ? source : metric->computed ? _("Source: opportunities") : "");
  show_text (self->summary, summary != NULL ? summary : accord_metric_direction_in_words (metric->direction));
}

static void
on_close_clicked (AccordResultsPane *self)
{
  g_signal_emit (self, closed_signal, 0);
}

static void
accord_results_pane_class_init (AccordResultsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  closed_signal = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (ACCORD_TYPE_STATUS_MARK);
  g_type_ensure (ACCORD_TYPE_PATH_CHART);
  g_type_ensure (ACCORD_TYPE_DISTRIBUTION_CHART);
  gtk_widget_class_set_css_name (widget_class, "resultspane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-results-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, metric_label);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, name_label);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, actual_label);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, against_label);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, mark);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, path);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, distribution);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, distribution_box);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, distribution_label);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, pace_group);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, pace_list);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, weeks);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, targets);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, targets_note);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, definition);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, source_note);
  gtk_widget_class_bind_template_child (widget_class, AccordResultsPane, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
}

static void
accord_results_pane_init (AccordResultsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_results_pane_show (AccordResultsPane *self,
                          AccordResults     *results,
                          guint              row,
                          const char        *name,
                          gboolean           ranked)
{
  const AccordScorecardRow *which = accord_results_get_row (results, row);
  g_autofree char *actual = accord_results_dup_actual (results, row);
  g_autofree char *against = accord_results_dup_against (results, row, FALSE);
  const char *title = accord_results_get_title (results, which->metric);
  /* Translators: %1 is a member's name or "Whole Team", %2 the name of a metric. */
  g_autofree char *whole = g_strdup_printf (_("%1$s, %2$s"), name, title);

  g_return_if_fail (ACCORD_IS_RESULTS_PANE (self));

  gtk_label_set_label (self->metric_label, title);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->actual_label, actual);
  gtk_label_set_label (self->against_label, against);
  accord_status_mark_set (self->mark, which->score.status);
  accord_results_show_path (results, row, whole, self->path);
  gtk_widget_set_visible (self->distribution_box,
                          which->member == 0
                            && accord_results_show_distribution (results, row, ranked, self->distribution));
  gtk_label_set_label (self->distribution_label, accord_chart_get_label (ACCORD_CHART (self->distribution)));
  pane_show_pace (self, results, row);
  pane_show_weeks (self, results, row);
  pane_show_targets (self, results, row, name);
  pane_show_about (self, results, which->metric);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}
