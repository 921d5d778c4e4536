/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-pipeline.h"

struct _AccordScorecardPipeline
{
  AccordScorecardStep parent_instance;

  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (AccordScorecardPipeline, accord_scorecard_pipeline, ACCORD_TYPE_SCORECARD_STEP)

static void
accord_scorecard_pipeline_refresh (AccordScorecardStep *step)
{
  gtk_stack_set_visible_child_name (ACCORD_SCORECARD_PIPELINE (step)->stack, "empty");
}

static void
accord_scorecard_pipeline_class_init (AccordScorecardPipelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_pipeline_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-pipeline.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPipeline, stack);
}

static void
accord_scorecard_pipeline_init (AccordScorecardPipeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
