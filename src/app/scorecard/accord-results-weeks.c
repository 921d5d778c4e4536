/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-weeks.h"

#include <glib/gi18n.h>

#include "accord-actuals.h"
#include "accord-metric-words.h"
#include "accord-opportunities.h"
#include "accord-score-period.h"

#define DAYS_A_WEEK 7

static GtkWidget *
row_new (AccordResults *results,
         guint          metric,
         const char    *title,
         const char    *subtitle,
         gint64         value)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = accord_results_format (results, metric, value, ACCORD_UNKNOWN);
  GtkWidget *label = gtk_label_new (text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  if (value == ACCORD_UNKNOWN)
    gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

static char *
format_week (AccordDate monday)
{
  g_autofree char *day = accord_date_format (monday);
  int year;

  /* Translators: %1 is the number of a week in its year, %2 the date of its Monday. */
  return g_strdup_printf (_("Week %1$d, from %2$s"), accord_date_get_iso_week (monday, &year), day);
}

static char *
format_period (AccordDate  starts,
               AccordGrain grain,
               int         fiscal_start)
{
  GDate date;
  char month[64];

  switch (grain)
    {
    case ACCORD_GRAIN_DAY:
      return accord_date_format (starts);

    case ACCORD_GRAIN_WEEK:
      return format_week (starts);

    case ACCORD_GRAIN_MONTH:
      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) starts);
      /* Translators: a month with its year, as g_date_strftime() writes it. */
      g_date_strftime (month, sizeof month, _("%B %Y"), &date);
      return g_strdup (month);

    case ACCORD_GRAIN_QUARTER:
    case ACCORD_GRAIN_YEAR:
    default:
      return accord_quarter_format (accord_quarter_for_date (starts, fiscal_start), fiscal_start);
    }
}

static const char *
get_source_word (AccordSource source)
{
  switch (source)
    {
    case ACCORD_SOURCE_TYPED:
      return C_("source of a value", "Typed");

    case ACCORD_SOURCE_IMPORTED:
      return C_("source of a value", "Imported");

    case ACCORD_SOURCE_COMPUTED:
    default:
      return C_("source of a value", "Computed");
    }
}

static GtkWidget *
group_new (const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Weeks"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);

  return group;
}

/* A member's own values, whatever they are for. */
static GtkWidget *
values_new (AccordResults *results,
            guint          row,
            gboolean       imported_only,
            GError       **error)
{
  const AccordScorecardRow *which = accord_results_get_row (results, row);
  const AccordDate first = accord_period_get_start (results->period), last = accord_period_get_end (results->period);
  const int fiscal_start = accord_period_get_fiscal_start (results->period);
  g_autoptr (GArray) actuals
    = accord_actuals_read (results->workspace, which->member, accord_results_get_metric (results, which->metric)->id,
                           first - DAYS_A_WEEK / 2, MIN (last, results->card->as_of), error);
  GtkWidget *group = NULL;

  for (guint i = actuals != NULL ? actuals->len : 0; i > 0; i--)
    {
      const AccordActual *actual = &g_array_index (actuals, AccordActual, i - 1);
      g_autofree char *title = NULL;

      if (!accord_span_has_period (first, last, actual->starts, actual->grain)
          || (imported_only && actual->source != ACCORD_SOURCE_IMPORTED))
        continue;
      title = format_period (actual->starts, actual->grain, fiscal_start);
      if (group == NULL)
        group = group_new (NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 row_new (results, which->metric, title, get_source_word (actual->source), actual->value));
    }

  return group;
}

static GtkWidget *
weeks_new (AccordResults *results,
           guint          row,
           const char    *description)
{
  const gint64 *values = accord_score_series_get_values (results->series, row);
  GtkWidget *group = NULL;

  for (guint week = results->series->n_weeks; week > results->series->from; week--)
    {
      g_autofree char *title = format_week (results->series->first + (AccordDate) (week - 1) * DAYS_A_WEEK);

      if (group == NULL)
        group = group_new (description);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 row_new (results, accord_results_get_row (results, row)->metric, title, "",
                                          values[week - 1]));
    }

  return group;
}

GtkWidget *
accord_results_weeks_new (AccordResults *results,
                          guint          row,
                          GError       **error)
{
  const AccordScorecardRow *which = accord_results_get_row (results, row);
  const AccordScorecardMetric *metric = accord_results_get_metric (results, which->metric);
  g_autofree char *rule = NULL;
  gboolean any = FALSE;

  if (metric->computed && !accord_opportunities_read_any (results->workspace, &any, error))
    return NULL;
  if (any)
    return weeks_new (results, row, _("Computed from opportunities"));
  if (which->member != 0)
    return metric->id != 0 ? values_new (results, row, metric->computed, error) : NULL;

  /* Translators: how the weeks of a team come about; %s is "Added up", "Mean", … */
  rule = g_strdup_printf (_("Of all members: %s"), accord_metric_roll_up_in_words (metric->roll_up));

  return weeks_new (results, row, rule);
}
