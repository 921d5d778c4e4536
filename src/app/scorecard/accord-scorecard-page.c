/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-page.h"

#include <glib/gi18n.h>

#include "accord-account.h"
#include "accord-action.h"
#include "accord-commitment.h"
#include "accord-forecast.h"
#include "accord-holiday.h"
#include "accord-leave.h"
#include "accord-member.h"
#include "accord-membership.h"
#include "accord-quota.h"
#include "accord-record-watch.h"
#include "accord-scope-choice.h"
#include "accord-scorecard-choose.h"
#include "accord-scorecard-forecast.h"
#include "accord-scorecard-patterns.h"
#include "accord-scorecard-pipeline.h"
#include "accord-scorecard-results.h"
#include "accord-territory.h"

struct _AccordScorecardPage
{
  AccordPage parent_instance;

  AccordRecordWatch *watch;
  AccordScorecardStep *shown; /* the step in sight */
  gboolean stale;             /* records have changed while the page was out of sight */
  guint reveal_id;

  AdwViewSwitcherTitle *title;
  AdwViewSwitcherBar *bar;
  AccordScopeChoice *scope;
  GtkWidget *add_button;
  AdwViewStack *steps;
  AccordScorecardChoose *choose;
};

G_DEFINE_FINAL_TYPE (AccordScorecardPage, accord_scorecard_page, ACCORD_TYPE_PAGE)

static AccordScorecardStep *
page_get_step (AccordScorecardPage *self)
{
  GtkWidget *step = adw_view_stack_get_visible_child (self->steps);

  return step != NULL ? ACCORD_SCORECARD_STEP (step) : NULL;
}

/* Only the step in sight is kept up to date. */
static void
page_show_step (AccordScorecardPage *self)
{
  AccordScorecardStep *step = page_get_step (self);

  self->stale = FALSE;
  gtk_widget_set_visible (self->add_button, step == ACCORD_SCORECARD_STEP (self->choose));
  if (step != NULL)
    accord_scorecard_step_show (step, accord_page_get_workspace (ACCORD_PAGE (self)),
                                accord_scope_choice_get_territory (self->scope),
                                accord_page_get_period (ACCORD_PAGE (self)));
}

static gboolean
on_reveal (gpointer user_data)
{
  AccordScorecardPage *self = user_data;

  self->reveal_id = 0;
  adw_view_switcher_bar_set_reveal (self->bar, adw_view_switcher_title_get_title_visible (self->title));

  return G_SOURCE_REMOVE;
}

/* The steps move to the foot where the header has no room for them. That is found while the header is given its size, when a
 * bar that appears at once, as it does without animations, would be given none. */
static void
on_title_visible (AccordScorecardPage *self)
{
  if (self->reveal_id == 0)
    self->reveal_id = g_idle_add (on_reveal, self);
}

static void
on_records_changed (AccordScorecardPage *self)
{
  accord_scope_choice_fill (self->scope,
                            accord_workspace_get_list (accord_page_get_workspace (ACCORD_PAGE (self)), ACCORD_TYPE_TERRITORY));
  /* Reading is for who looks. */
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale)
    accord_scorecard_step_refresh (page_get_step (self));
}

static void
on_scope_chosen (AccordScorecardPage *self)
{
  accord_page_settle (ACCORD_PAGE (self));
  page_show_step (self);
}

static void
on_step_changed (AccordScorecardPage *self)
{
  AccordScorecardStep *step = page_get_step (self);

  if (step == self->shown)
    return;

  if (self->shown != NULL && accord_scorecard_step_get_workspace (self->shown) != NULL)
    accord_scorecard_step_settle (self->shown);
  self->shown = step;
  page_show_step (self);
}

static void
page_primary (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  AccordScorecardPage *self = ACCORD_SCORECARD_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->steps, "choose");
  accord_scorecard_blocks_open_library (accord_scorecard_choose_go_to_blocks (self->choose));
}

static void
scorecard_add_own (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  AccordScorecardPage *self = ACCORD_SCORECARD_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->steps, "choose");
  accord_scorecard_blocks_begin_own (accord_scorecard_choose_go_to_blocks (self->choose));
}

static void
scorecard_show (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  AccordScorecardPage *self = ACCORD_SCORECARD_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  if (adw_view_stack_get_child_by_name (self->steps, name) != NULL)
    adw_view_stack_set_visible_child_name (self->steps, name);
  else if (accord_scorecard_choose_go_to (self->choose, name))
    adw_view_stack_set_visible_child_name (self->steps, "choose");
}

static gboolean
has_key_metric (GListModel *metrics)
{
  for (guint i = 0; i < g_list_model_get_n_items (metrics); i++)
    {
      g_autoptr (AccordMetric) metric = g_list_model_get_item (metrics, i);

      if (accord_metric_get_key (metric))
        return TRUE;
    }

  return FALSE;
}

static void
accord_scorecard_page_workspace_changed (AccordPage *page)
{
  const GType types[] = {
    ACCORD_TYPE_METRIC, ACCORD_TYPE_VOTE, ACCORD_TYPE_TARGET, ACCORD_TYPE_MEMBER, ACCORD_TYPE_MEMBERSHIP,
    ACCORD_TYPE_TERRITORY, ACCORD_TYPE_COMMITMENT, ACCORD_TYPE_QUOTA, ACCORD_TYPE_FORECAST, ACCORD_TYPE_ACCOUNT,
    ACCORD_TYPE_ACTION, ACCORD_TYPE_HOLIDAY, ACCORD_TYPE_LEAVE,
  };
  AccordScorecardPage *self = ACCORD_SCORECARD_PAGE (page);
  AccordWorkspace *workspace = accord_page_get_workspace (page);

  g_clear_object (&self->watch);
  accord_scope_choice_fill (self->scope,
                            workspace != NULL ? accord_workspace_get_list (workspace, ACCORD_TYPE_TERRITORY) : NULL);
  /* A team that has no key metric yet begins with choosing. */
  if (workspace != NULL)
    adw_view_stack_set_visible_child_name (
      self->steps, has_key_metric (accord_workspace_get_list (workspace, ACCORD_TYPE_METRIC)) ? "results" : "choose");
  page_show_step (self);
  if (workspace == NULL)
    return;

  self->watch = accord_record_watch_new_for_types (workspace, types, G_N_ELEMENTS (types));
  g_signal_connect_object (workspace, "bulk-changed", G_CALLBACK (accord_record_watch_touch), self->watch, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_records_changed), self, G_CONNECT_SWAPPED);
}

static void
accord_scorecard_page_period_changed (AccordPage *page)
{
  accord_page_settle (page);
  page_show_step (ACCORD_SCORECARD_PAGE (page));
}

static gboolean
accord_scorecard_page_settle (AccordPage *page)
{
  AccordScorecardStep *step = page_get_step (ACCORD_SCORECARD_PAGE (page));

  return step == NULL || accord_scorecard_step_get_workspace (step) == NULL || accord_scorecard_step_settle (step);
}

static void
accord_scorecard_page_map (GtkWidget *widget)
{
  AccordScorecardPage *self = ACCORD_SCORECARD_PAGE (widget);

  GTK_WIDGET_CLASS (accord_scorecard_page_parent_class)->map (widget);

  if (self->stale)
    accord_scorecard_step_refresh (page_get_step (self));
  self->stale = FALSE;
}

/* A page that goes out of sight keeps nothing to itself. */
static void
accord_scorecard_page_unmap (GtkWidget *widget)
{
  if (accord_page_get_workspace (ACCORD_PAGE (widget)) != NULL)
    accord_page_settle (ACCORD_PAGE (widget));

  GTK_WIDGET_CLASS (accord_scorecard_page_parent_class)->unmap (widget);
}

static void
accord_scorecard_page_dispose (GObject *object)
{
  AccordScorecardPage *self = ACCORD_SCORECARD_PAGE (object);

  g_clear_handle_id (&self->reveal_id, g_source_remove);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (accord_scorecard_page_parent_class)->dispose (object);
}

static void
accord_scorecard_page_class_init (AccordScorecardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_scorecard_page_dispose;
  widget_class->map = accord_scorecard_page_map;
  widget_class->unmap = accord_scorecard_page_unmap;
  ACCORD_PAGE_CLASS (klass)->workspace_changed = accord_scorecard_page_workspace_changed;
  ACCORD_PAGE_CLASS (klass)->period_changed = accord_scorecard_page_period_changed;
  ACCORD_PAGE_CLASS (klass)->settle = accord_scorecard_page_settle;

  g_type_ensure (ACCORD_TYPE_SCOPE_CHOICE);
  g_type_ensure (ACCORD_TYPE_SCORECARD_RESULTS);
  g_type_ensure (ACCORD_TYPE_SCORECARD_FORECAST);
  g_type_ensure (ACCORD_TYPE_SCORECARD_PIPELINE);
  g_type_ensure (ACCORD_TYPE_SCORECARD_PATTERNS);
  g_type_ensure (ACCORD_TYPE_SCORECARD_CHOOSE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPage, scope);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPage, title);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPage, bar);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPage, steps);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPage, choose);
  gtk_widget_class_bind_template_callback (widget_class, on_scope_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_step_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_title_visible);
  gtk_widget_class_install_action (widget_class, "page.primary", NULL, page_primary);
  gtk_widget_class_install_action (widget_class, "scorecard.library", NULL, page_primary);
  gtk_widget_class_install_action (widget_class, "scorecard.add-own", NULL, scorecard_add_own);
  gtk_widget_class_install_action (widget_class, "scorecard.show", "s", scorecard_show);
}

static void
accord_scorecard_page_init (AccordScorecardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
