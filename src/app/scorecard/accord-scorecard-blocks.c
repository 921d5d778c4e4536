/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-blocks.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"
#include "accord-metric-form.h"
#include "accord-metric-library-window.h"
#include "accord-metric-list-box.h"

struct _AccordScorecardBlocks
{
  AccordScorecardStep parent_instance;

  GtkStack *stack;
  AdwFlap *flap;
  AccordMetricListBox *list;
  AccordMetricForm *form;
};

G_DEFINE_FINAL_TYPE (AccordScorecardBlocks, accord_scorecard_blocks, ACCORD_TYPE_SCORECARD_STEP)

static AccordMetric *
blocks_find (AccordScorecardBlocks *self,
             gint64                 id)
{
  AccordWorkspace *workspace = accord_scorecard_step_get_workspace (ACCORD_SCORECARD_STEP (self));

  return workspace != NULL ? accord_workspace_find (workspace, ACCORD_TYPE_METRIC, id) : NULL;
}

static gboolean
blocks_apply (AccordScorecardBlocks *self,
              AccordChange          *change)
{
  return accord_scorecard_step_apply (ACCORD_SCORECARD_STEP (self), change);
}

static void
blocks_show_recorded (AccordScorecardBlocks *self)
{
  AccordMetric *metric = accord_metric_form_get_metric (self->form);
  AccordMetricUse use = { 0 };
  g_autoptr (GError) error = NULL;

  if (metric == NULL)
    return;
  if (!accord_metric_read_use (accord_scorecard_step_get_workspace (ACCORD_SCORECARD_STEP (self)), metric, &use, &error))
    accord_feedback_error (GTK_WIDGET (self), error);
  accord_metric_form_set_recorded (self->form, use.actuals || use.n_targets > 0);
}

static void
blocks_open (AccordScorecardBlocks *self,
             AccordMetric          *metric)
{
  accord_metric_form_show (self->form, metric);
  blocks_show_recorded (self);
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
blocks_close (AccordScorecardBlocks *self)
{
  AccordMetric *metric = accord_metric_form_get_metric (self->form);
  AccordMetricRow *row
    = metric != NULL ? accord_metric_list_box_find_row (self->list, accord_record_get_id (ACCORD_RECORD (metric))) : NULL;

  accord_metric_form_show (self->form, NULL);
  adw_flap_set_reveal_flap (self->flap, FALSE);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_opened (AccordScorecardBlocks *self,
           AccordMetric          *metric)
{
  blocks_open (self, metric);
}

static void
on_form_closed (AccordScorecardBlocks *self)
{
  accord_metric_form_flush (self->form);
  blocks_close (self);
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  AccordScorecardBlocks *self = ACCORD_SCORECARD_BLOCKS (widget);

  if (!adw_flap_get_reveal_flap (self->flap))
    return GDK_EVENT_PROPAGATE;
  on_form_closed (self);

  return GDK_EVENT_STOP;
}

static void
on_form_changed (AccordScorecardBlocks *self,
                 AccordMetric          *draft)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);
  const gboolean is_new = accord_record_get_id (ACCORD_RECORD (draft)) == 0;
  g_autoptr (AccordChange) change = accord_change_new (is_new ? _("Add Building Block") : _("Edit Building Block"));
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (is_new)
    {
      id = accord_metric_change_add (change, accord_scorecard_step_get_workspace (step),
                                     accord_scorecard_step_get_territory (step), draft);
      if (blocks_apply (self, change))
        {
          gtk_stack_set_visible_child_name (self->stack, "list");
          accord_metric_form_drop (self->form);
          blocks_open (self, blocks_find (self, id));
        }
      return;
    }

  accord_change_set_continues (change, TRUE);
  if (accord_metric_change_edit (change, accord_scorecard_step_get_workspace (step), draft, &error))
    blocks_apply (self, change);
  else
    accord_metric_form_set_error (self->form, error->message);
}

static void
on_dropped (AccordScorecardBlocks *self,
            AccordMetric          *metric,
            guint                  index)
{
  g_autoptr (GPtrArray) metrics = accord_scorecard_step_list_metrics (ACCORD_SCORECARD_STEP (self), FALSE);
  g_autoptr (AccordChange) change = accord_change_new (_("Move Building Block"));

  /* It may come from another window. */
  if (!g_ptr_array_find (metrics, metric, NULL))
    return;
  accord_metric_change_move (change, metrics, metric, index);
  blocks_apply (self, change);
}

static void
blocks_edit (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  AccordScorecardBlocks *self = ACCORD_SCORECARD_BLOCKS (widget);
  AccordMetric *metric = blocks_find (self, g_variant_get_int64 (parameter));

  if (metric == NULL)
    return;
  blocks_open (self, metric);
  accord_metric_form_focus_name (self->form);
}

static char *
dup_removed (AccordMetric       *metric,
             AccordMetricRemoval removal,
             guint               n_targets)
{
  const char *name = accord_metric_get_name (metric);

  switch (removal)
    {
    case ACCORD_METRIC_RETIRED:
      /* Translators: %s is the name of a metric. */
      return g_strdup_printf (_("“%s” is no key metric any more. It stays here, because its numbers are on record."), name);

    case ACCORD_METRIC_KEPT:
      /* Translators: %s is the name of a metric. */
      return g_strdup_printf (_("“%s” stays, because its numbers are on record"), name);

    case ACCORD_METRIC_REMOVED:
    default:
      break;
    }

  if (n_targets == 0)
    /* Translators: %s is the name of a metric. */
    return g_strdup_printf (_("“%s” removed"), name);

  /* Translators: %1 is the name of a metric, %2 counts its targets. */
  return g_strdup_printf (ngettext ("“%1$s” and its %2$u target removed", "“%1$s” and its %2$u targets removed", n_targets),
                          name, n_targets);
}

static void
blocks_remove (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  AccordScorecardBlocks *self = ACCORD_SCORECARD_BLOCKS (widget);
  AccordWorkspace *workspace = accord_scorecard_step_get_workspace (ACCORD_SCORECARD_STEP (self));
  g_autoptr (AccordChange) change = accord_change_new (_("Remove Building Block"));
  g_autoptr (AccordMetric) metric = NULL;
  AccordMetricUse use;
  AccordMetricRemoval removal;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  g_set_object (&metric, blocks_find (self, g_variant_get_int64 (parameter)));
  if (metric == NULL)
    return;
  accord_metric_form_flush (self->form);
  if (!accord_metric_read_use (workspace, metric, &use, &error)
      || !accord_metric_change_remove (change, workspace, metric, &removal, &error))
    {
      accord_feedback_error (widget, error);
      return;
    }
  if (!blocks_apply (self, change))
    return;

  message = dup_removed (metric, removal, use.n_targets);
  if (removal == ACCORD_METRIC_KEPT)
    accord_feedback_toast (widget, message);
  else
    accord_feedback_undo_toast (widget, message);
}

static void
blocks_move (AccordScorecardBlocks *self,
             gint64                 id,
             int                    step)
{
  g_autoptr (GPtrArray) metrics = accord_scorecard_step_list_metrics (ACCORD_SCORECARD_STEP (self), FALSE);
  AccordMetric *metric = blocks_find (self, id);
  guint index;

  if (metric == NULL || !g_ptr_array_find (metrics, metric, &index))
    return;
  if ((step < 0 && index == 0) || (step > 0 && index + 1 == metrics->len))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  on_dropped (self, metric, step < 0 ? index - 1 : index + 1);
}

static void
blocks_move_up (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  blocks_move (ACCORD_SCORECARD_BLOCKS (widget), g_variant_get_int64 (parameter), -1);
}

static void
blocks_move_down (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  blocks_move (ACCORD_SCORECARD_BLOCKS (widget), g_variant_get_int64 (parameter), 1);
}

static void
on_templates_chosen (AccordScorecardBlocks *self,
                     GPtrArray             *templates)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);
  g_autoptr (AccordChange) change = accord_change_new (_("Add Building Blocks"));
  g_autofree char *message = NULL;
  guint n;

  if (accord_scorecard_step_get_workspace (step) == NULL)
    return;
  n = accord_metric_change_add_templates (change, accord_scorecard_step_get_workspace (step),
                                          accord_scorecard_step_get_territory (step),
                                          (const AccordMetricTemplate *const *) templates->pdata, templates->len);
  if (n == 0 || !blocks_apply (self, change))
    return;

  message = g_strdup_printf (ngettext ("%u building block added", "%u building blocks added", n), n);
  accord_feedback_undo_toast (GTK_WIDGET (self), message);
}

static void
accord_scorecard_blocks_scope_changed (AccordScorecardStep *step)
{
  AccordScorecardBlocks *self = ACCORD_SCORECARD_BLOCKS (step);

  /* What waits was typed for what was shown before; the page has settled it. */
  accord_metric_form_drop (self->form);
  adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
accord_scorecard_blocks_refresh (AccordScorecardStep *step)
{
  AccordScorecardBlocks *self = ACCORD_SCORECARD_BLOCKS (step);
  g_autoptr (GPtrArray) metrics = accord_scorecard_step_list_metrics (step, FALSE);
  AccordMetric *shown = accord_metric_form_get_metric (self->form);

  accord_metric_list_box_show (self->list, metrics, accord_scorecard_step_get_list (step, ACCORD_TYPE_VOTE));
  gtk_stack_set_visible_child_name (self->stack,
                                    metrics->len > 0 || accord_metric_form_is_new (self->form) ? "list" : "empty");
  if (shown != NULL && !g_ptr_array_find (metrics, shown, NULL))
    {
      accord_metric_form_drop (self->form);
      adw_flap_set_reveal_flap (self->flap, FALSE);
    }
  else if (shown != NULL)
    blocks_show_recorded (self);
}

static gboolean
accord_scorecard_blocks_settle (AccordScorecardStep *step)
{
  accord_metric_form_flush (ACCORD_SCORECARD_BLOCKS (step)->form);

  return TRUE;
}

static void
accord_scorecard_blocks_class_init (AccordScorecardBlocksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordScorecardStepClass *step_class = ACCORD_SCORECARD_STEP_CLASS (klass);

  step_class->scope_changed = accord_scorecard_blocks_scope_changed;
  step_class->refresh = accord_scorecard_blocks_refresh;
  step_class->settle = accord_scorecard_blocks_settle;

  g_type_ensure (ACCORD_TYPE_METRIC_FORM);
  g_type_ensure (ACCORD_TYPE_METRIC_LIST_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-blocks.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardBlocks, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardBlocks, flap);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardBlocks, list);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardBlocks, form);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_dropped);
  gtk_widget_class_bind_template_callback (widget_class, on_form_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_form_closed);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_install_action (widget_class, "metric.edit", "x", blocks_edit);
  gtk_widget_class_install_action (widget_class, "metric.remove", "x", blocks_remove);
  gtk_widget_class_install_action (widget_class, "metric.move-up", "x", blocks_move_up);
  gtk_widget_class_install_action (widget_class, "metric.move-down", "x", blocks_move_down);
}

static void
accord_scorecard_blocks_init (AccordScorecardBlocks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_scorecard_blocks_open_library (AccordScorecardBlocks *self)
{
  g_autoptr (GPtrArray) metrics = NULL;
  AccordMetricLibraryWindow *window;

  g_return_if_fail (ACCORD_IS_SCORECARD_BLOCKS (self));

  metrics = accord_scorecard_step_list_metrics (ACCORD_SCORECARD_STEP (self), FALSE);
  window = accord_metric_library_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), metrics);
  g_signal_connect_object (window, "chosen", G_CALLBACK (on_templates_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

void
accord_scorecard_blocks_begin_own (AccordScorecardBlocks *self)
{
  g_return_if_fail (ACCORD_IS_SCORECARD_BLOCKS (self));

  accord_metric_form_begin (self->form);
  gtk_stack_set_visible_child_name (self->stack, "list");
  adw_flap_set_reveal_flap (self->flap, TRUE);
  accord_metric_form_focus_name (self->form);
}
