/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-forecast.h"

struct _AccordScorecardForecast
{
  AccordScorecardStep parent_instance;

  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (AccordScorecardForecast, accord_scorecard_forecast, ACCORD_TYPE_SCORECARD_STEP)

static void
accord_scorecard_forecast_refresh (AccordScorecardStep *step)
{
  gtk_stack_set_visible_child_name (ACCORD_SCORECARD_FORECAST (step)->stack, "empty");
}

static void
accord_scorecard_forecast_class_init (AccordScorecardForecastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_forecast_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-forecast.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardForecast, stack);
}

static void
accord_scorecard_forecast_init (AccordScorecardForecast *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
