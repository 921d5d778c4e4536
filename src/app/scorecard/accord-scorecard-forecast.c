/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-forecast.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-feedback.h"
#include "accord-forecast-grid.h"
#include "accord-forecast-history.h"
#include "accord-member.h"
#include "accord-territory.h"

struct _AccordScorecardForecast
{
  AccordScorecardStep parent_instance;

  AccordForecastTable *table; /* what the grid shows */

  GtkStack *stack;
  AccordForecastGrid *grid;
  AccordForecastHistory *history;
};

G_DEFINE_FINAL_TYPE (AccordScorecardForecast, accord_scorecard_forecast, ACCORD_TYPE_SCORECARD_STEP)

static gboolean
has_figures (const AccordForecastRow *row)
{
  return row->quota != ACCORD_UNKNOWN || row->commitment != ACCORD_UNKNOWN || row->forecast != ACCORD_UNKNOWN
         || (row->booked != ACCORD_UNKNOWN && row->booked != 0) || row->accuracy != ACCORD_UNKNOWN;
}

/* A leader who sells nothing has no forecast to make. */
static AccordForecastTable *
read_table (AccordScorecardForecast *self,
            GPtrArray               *members,
            GError                 **error)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);
  AccordWorkspace *workspace = accord_scorecard_step_get_workspace (step);
  const AccordQuarter quarter = accord_period_get_quarter (accord_scorecard_step_get_period (step));
  const AccordDate today = accord_clock_today ();
  g_autoptr (AccordForecastTable) table = accord_forecast_table_new (workspace, members, quarter, today, error);
  const guint n_members = members->len;

  if (table == NULL)
    return NULL;
  for (guint i = n_members; i > 0; i--)
    {
      if (accord_member_get_leader (members->pdata[i - 1])
          && !has_figures (&g_array_index (table->rows, AccordForecastRow, i - 1)))
        g_ptr_array_remove_index (members, i - 1);
    }

  return members->len == n_members ? g_steal_pointer (&table)
                                   : accord_forecast_table_new (workspace, members, quarter, today, error);
}

static void
on_row_focused (AccordScorecardForecast *self)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);
  const char *name = "";
  const AccordForecastRow *row;

  if (self->table == NULL || accord_scorecard_step_get_workspace (step) == NULL)
    return;
  row = accord_forecast_grid_get_focused (self->grid, &name);
  accord_forecast_history_show (self->history, accord_scorecard_step_get_workspace (step),
                                accord_scorecard_step_get_period (step), self->table, row, name);
}

static void
accord_scorecard_forecast_scope_changed (AccordScorecardStep *step)
{
  accord_forecast_grid_cancel (ACCORD_SCORECARD_FORECAST (step)->grid);
}

static void
accord_scorecard_forecast_refresh (AccordScorecardStep *step)
{
  AccordScorecardForecast *self = ACCORD_SCORECARD_FORECAST (step);
  const gint64 id = accord_scorecard_step_get_territory (step);
  AccordTerritory *territory
    = id != 0 ? accord_workspace_find (accord_scorecard_step_get_workspace (step), ACCORD_TYPE_TERRITORY, id) : NULL;
  g_autoptr (GPtrArray) members = accord_scorecard_step_list_members (step);
  g_autoptr (AccordForecastTable) shown = NULL;
  g_autoptr (GError) error = NULL;
  AccordForecastTable *table = read_table (self, members, &error);

  if (table == NULL)
    {
      accord_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  shown = g_steal_pointer (&self->table);
  self->table = table;
  accord_forecast_grid_refresh (self->grid, step,
                                territory != NULL ? accord_territory_get_name (territory) : C_("scope", "Whole Team"), members,
                                table);
  on_row_focused (self);
  gtk_stack_set_visible_child_name (self->stack, members->len > 0 ? "grid" : "empty");
}

static gboolean
accord_scorecard_forecast_settle (AccordScorecardStep *step)
{
  accord_forecast_grid_settle (ACCORD_SCORECARD_FORECAST (step)->grid);

  return TRUE;
}

static void
accord_scorecard_forecast_finalize (GObject *object)
{
  g_clear_pointer (&ACCORD_SCORECARD_FORECAST (object)->table, accord_forecast_table_free);

  G_OBJECT_CLASS (accord_scorecard_forecast_parent_class)->finalize (object);
}

static void
accord_scorecard_forecast_class_init (AccordScorecardForecastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_scorecard_forecast_finalize;
  ACCORD_SCORECARD_STEP_CLASS (klass)->scope_changed = accord_scorecard_forecast_scope_changed;
  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_forecast_refresh;
  ACCORD_SCORECARD_STEP_CLASS (klass)->settle = accord_scorecard_forecast_settle;

  g_type_ensure (ACCORD_TYPE_FORECAST_GRID);
  g_type_ensure (ACCORD_TYPE_FORECAST_HISTORY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-forecast.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardForecast, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardForecast, grid);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardForecast, history);
  gtk_widget_class_bind_template_callback (widget_class, on_row_focused);
}

static void
accord_scorecard_forecast_init (AccordScorecardForecast *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
