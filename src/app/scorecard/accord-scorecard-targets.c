/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-targets.h"

#include <glib/gi18n.h>

#include "accord-target-grid.h"
#include "accord-territory.h"

struct _AccordScorecardTargets
{
  AccordScorecardStep parent_instance;

  GtkStack *stack;
  AccordTargetGrid *grid;
};

G_DEFINE_FINAL_TYPE (AccordScorecardTargets, accord_scorecard_targets, ACCORD_TYPE_SCORECARD_STEP)

static void
accord_scorecard_targets_scope_changed (AccordScorecardStep *step)
{
  accord_target_grid_cancel (ACCORD_SCORECARD_TARGETS (step)->grid);
}

static void
accord_scorecard_targets_refresh (AccordScorecardStep *step)
{
  AccordScorecardTargets *self = ACCORD_SCORECARD_TARGETS (step);
  const gint64 id = accord_scorecard_step_get_territory (step);
  AccordTerritory *territory
    = id != 0 ? accord_workspace_find (accord_scorecard_step_get_workspace (step), ACCORD_TYPE_TERRITORY, id) : NULL;
  g_autoptr (GPtrArray) members = accord_scorecard_step_list_members (step);
  g_autoptr (GPtrArray) metrics = accord_scorecard_step_list_metrics (step, TRUE);

  accord_target_grid_refresh (self->grid, step,
                              territory != NULL ? accord_territory_get_name (territory) : C_("scope", "Whole Team"), members,
                              metrics);
  gtk_stack_set_visible_child_name (self->stack, metrics->len > 0 ? "grid" : "empty");
}

static gboolean
accord_scorecard_targets_settle (AccordScorecardStep *step)
{
  accord_target_grid_settle (ACCORD_SCORECARD_TARGETS (step)->grid);

  return TRUE;
}

static void
accord_scorecard_targets_class_init (AccordScorecardTargetsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ACCORD_SCORECARD_STEP_CLASS (klass)->scope_changed = accord_scorecard_targets_scope_changed;
  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_targets_refresh;
  ACCORD_SCORECARD_STEP_CLASS (klass)->settle = accord_scorecard_targets_settle;

  g_type_ensure (ACCORD_TYPE_TARGET_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-targets.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardTargets, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardTargets, grid);
}

static void
accord_scorecard_targets_init (AccordScorecardTargets *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
