/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-patterns.h"

struct _AccordScorecardPatterns
{
  AccordScorecardStep parent_instance;

  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (AccordScorecardPatterns, accord_scorecard_patterns, ACCORD_TYPE_SCORECARD_STEP)

static void
accord_scorecard_patterns_refresh (AccordScorecardStep *step)
{
  gtk_stack_set_visible_child_name (ACCORD_SCORECARD_PATTERNS (step)->stack, "empty");
}

static void
accord_scorecard_patterns_class_init (AccordScorecardPatternsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_patterns_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-patterns.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPatterns, stack);
}

static void
accord_scorecard_patterns_init (AccordScorecardPatterns *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
