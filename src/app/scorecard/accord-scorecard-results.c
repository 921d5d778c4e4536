/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-results.h"

#include "accord-scorecard-entry.h"

struct _AccordScorecardResults
{
  AccordScorecardStep parent_instance;

  GtkStack *stack;
  AccordScorecardEntry *entry;
};

G_DEFINE_FINAL_TYPE (AccordScorecardResults, accord_scorecard_results, ACCORD_TYPE_SCORECARD_STEP)

static gboolean
is_entering (AccordScorecardResults *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "entry") == 0;
}

static void
show_entry (AccordScorecardResults *self)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);

  accord_scorecard_step_show (ACCORD_SCORECARD_STEP (self->entry), accord_scorecard_step_get_workspace (step),
                              accord_scorecard_step_get_territory (step), accord_scorecard_step_get_period (step));
}

static void
on_enter_week (AccordScorecardResults *self)
{
  show_entry (self);
  gtk_stack_set_visible_child_name (self->stack, "entry");
  accord_scorecard_entry_begin (self->entry);
}

static void
on_done (AccordScorecardResults *self)
{
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
accord_scorecard_results_scope_changed (AccordScorecardStep *step)
{
  if (is_entering (ACCORD_SCORECARD_RESULTS (step)))
    show_entry (ACCORD_SCORECARD_RESULTS (step));
}

static void
accord_scorecard_results_refresh (AccordScorecardStep *step)
{
  if (is_entering (ACCORD_SCORECARD_RESULTS (step)))
    accord_scorecard_step_refresh (ACCORD_SCORECARD_STEP (ACCORD_SCORECARD_RESULTS (step)->entry));
}

static gboolean
accord_scorecard_results_settle (AccordScorecardStep *step)
{
  return !is_entering (ACCORD_SCORECARD_RESULTS (step))
         || accord_scorecard_step_settle (ACCORD_SCORECARD_STEP (ACCORD_SCORECARD_RESULTS (step)->entry));
}

static void
accord_scorecard_results_class_init (AccordScorecardResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ACCORD_SCORECARD_STEP_CLASS (klass)->scope_changed = accord_scorecard_results_scope_changed;
  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_results_refresh;
  ACCORD_SCORECARD_STEP_CLASS (klass)->settle = accord_scorecard_results_settle;

  g_type_ensure (ACCORD_TYPE_SCORECARD_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-results.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardResults, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardResults, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_enter_week);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
}

static void
accord_scorecard_results_init (AccordScorecardResults *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
