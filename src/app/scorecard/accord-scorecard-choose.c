/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-choose.h"

#include "accord-scorecard-keys.h"
#include "accord-scorecard-targets.h"
#include "accord-scorecard-vote.h"

struct _AccordScorecardChoose
{
  AccordScorecardStep parent_instance;

  AccordScorecardStep *shown; /* the step in sight */

  AdwViewStack *steps;
  AccordScorecardBlocks *blocks;
};

G_DEFINE_FINAL_TYPE (AccordScorecardChoose, accord_scorecard_choose, ACCORD_TYPE_SCORECARD_STEP)

static AccordScorecardStep *
choose_get_step (AccordScorecardChoose *self)
{
  GtkWidget *step = adw_view_stack_get_visible_child (self->steps);

  return step != NULL ? ACCORD_SCORECARD_STEP (step) : NULL;
}

static void
choose_show_step (AccordScorecardChoose *self)
{
  AccordScorecardStep *step = choose_get_step (self), *whole = ACCORD_SCORECARD_STEP (self);

  if (step != NULL)
    accord_scorecard_step_show (step, accord_scorecard_step_get_workspace (whole), accord_scorecard_step_get_territory (whole),
                                accord_scorecard_step_get_period (whole));
}

static void
on_step_changed (AccordScorecardChoose *self)
{
  AccordScorecardStep *step = choose_get_step (self);

  if (step == self->shown)
    return;

  if (self->shown != NULL && accord_scorecard_step_get_workspace (self->shown) != NULL)
    accord_scorecard_step_settle (self->shown);
  self->shown = step;
  choose_show_step (self);
}

static void
accord_scorecard_choose_scope_changed (AccordScorecardStep *step)
{
  choose_show_step (ACCORD_SCORECARD_CHOOSE (step));
}

static void
accord_scorecard_choose_refresh (AccordScorecardStep *step)
{
  accord_scorecard_step_refresh (choose_get_step (ACCORD_SCORECARD_CHOOSE (step)));
}

static gboolean
accord_scorecard_choose_settle (AccordScorecardStep *step)
{
  AccordScorecardStep *shown = choose_get_step (ACCORD_SCORECARD_CHOOSE (step));

  return accord_scorecard_step_get_workspace (shown) == NULL || accord_scorecard_step_settle (shown);
}

static void
accord_scorecard_choose_class_init (AccordScorecardChooseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ACCORD_SCORECARD_STEP_CLASS (klass)->scope_changed = accord_scorecard_choose_scope_changed;
  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_choose_refresh;
  ACCORD_SCORECARD_STEP_CLASS (klass)->settle = accord_scorecard_choose_settle;

  g_type_ensure (ACCORD_TYPE_SCORECARD_BLOCKS);
  g_type_ensure (ACCORD_TYPE_SCORECARD_VOTE);
  g_type_ensure (ACCORD_TYPE_SCORECARD_KEYS);
  g_type_ensure (ACCORD_TYPE_SCORECARD_TARGETS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-choose.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardChoose, steps);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardChoose, blocks);
  gtk_widget_class_bind_template_callback (widget_class, on_step_changed);
}

static void
accord_scorecard_choose_init (AccordScorecardChoose *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
accord_scorecard_choose_go_to (AccordScorecardChoose *self,
                               const char            *name)
{
  g_return_val_if_fail (ACCORD_IS_SCORECARD_CHOOSE (self), FALSE);

  if (adw_view_stack_get_child_by_name (self->steps, name) == NULL)
    return FALSE;
  adw_view_stack_set_visible_child_name (self->steps, name);

  return TRUE;
}

AccordScorecardBlocks *
accord_scorecard_choose_go_to_blocks (AccordScorecardChoose *self)
{
  g_return_val_if_fail (ACCORD_IS_SCORECARD_CHOOSE (self), NULL);

  adw_view_stack_set_visible_child_name (self->steps, "blocks");

  return self->blocks;
}
