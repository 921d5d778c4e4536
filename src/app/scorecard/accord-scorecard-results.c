/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-results.h"

struct _AccordScorecardResults
{
  AccordScorecardStep parent_instance;

  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (AccordScorecardResults, accord_scorecard_results, ACCORD_TYPE_SCORECARD_STEP)

static void
accord_scorecard_results_refresh (AccordScorecardStep *step)
{
  gtk_stack_set_visible_child_name (ACCORD_SCORECARD_RESULTS (step)->stack, "empty");
}

static void
accord_scorecard_results_class_init (AccordScorecardResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_results_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-results.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardResults, stack);
}

static void
accord_scorecard_results_init (AccordScorecardResults *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
