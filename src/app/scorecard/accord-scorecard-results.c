/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-results.h"

#include <glib/gi18n.h>

#include "accord-application.h"
#include "accord-clock.h"
#include "accord-feedback.h"
#include "accord-results-pane.h"
#include "accord-results-table.h"
#include "accord-scorecard-entry.h"

struct _AccordScorecardResults
{
  AccordScorecardStep parent_instance;

  GSettings *settings;
  AccordResults *results;

  GtkStack *stack;
  GtkWidget *head;
  GtkWidget *enter_button;
  GtkLabel *as_of;
  AdwFlap *flap;
  AccordResultsTable *table;
  AccordResultsPane *pane;
  AdwStatusPage *no_values;
  AdwStatusPage *ahead;
  AccordScorecardEntry *entry;
};

G_DEFINE_FINAL_TYPE (AccordScorecardResults, accord_scorecard_results, ACCORD_TYPE_SCORECARD_STEP)

static gboolean
shows (AccordScorecardResults *self,
       const char             *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

static gboolean
is_all (AccordScorecardResults *self)
{
  return g_settings_get_boolean (self->settings, "scorecard-all-metrics");
}

/* The day that the figures are of, and how far the quarter is. */
static char *
dup_as_of (AccordScorecardResults *self)
{
  AccordPeriod *period = self->results->period;
  const AccordDate today = self->results->card->as_of;
  g_autofree char *quarter = accord_period_format (period);
  g_autofree char *day = NULL;
  g_autofree char *elapsed = accord_rate_format_percent (accord_exact_to_rate (self->results->elapsed));

  if (today < accord_period_get_start (period))
    {
      day = accord_date_format (accord_period_get_start (period));
      /* Translators: %1 is a quarter, such as "Q1 2027", %2 a date. */
      return g_strdup_printf (_("%1$s begins on %2$s"), quarter, day);
    }
  if (today >= accord_period_get_end (period))
    {
      day = accord_date_format (accord_period_get_end (period));
      /* Translators: %1 is a quarter, such as "Q3 2026", %2 the date of its last day. */
      return g_strdup_printf (_("%1$s as it ended on %2$s"), quarter, day);
    }
  day = accord_date_format (today);

  /* Translators: %1 is a date, %2 a share of working time, %3 a quarter: "As of 18 Nov 2026 · 54 % of Q4 2026 gone". */
  return g_strdup_printf (_("As of %1$s · %2$s of %3$s gone"), day, elapsed, quarter);
}

/* Whether any member has a value, or a target, in one of the metrics. */
static gboolean
has_any (AccordResults *results,
         GArray        *metrics,
         gboolean       target)
{
  for (guint i = 0; i < results->card->rows->len; i++)
    {
      const AccordScorecardRow *row = accord_results_get_row (results, i);

      for (guint j = 0; j < metrics->len; j++)
        {
          if (row->member != 0 && row->metric == g_array_index (metrics, guint, j)
              && (target ? row->score.part.target : row->score.part.actual) != ACCORD_UNKNOWN)
            return TRUE;
        }
    }

  return FALSE;
}

static void
close_pane (AccordScorecardResults *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
show_pane (AccordScorecardResults *self)
{
  AccordResultsPlace place;

  if (!accord_results_table_get_place (self->table, &place))
    {
      close_pane (self);
      return;
    }
  accord_results_pane_show (self->pane, self->results,
                            accord_results_find_row (self->results, place.member, place.territory, place.metric),
                            accord_results_table_get_name (self->table),
                            g_settings_get_boolean (self->settings, "scorecard-ranking"));
}

static void
on_opened (AccordScorecardResults *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  show_pane (self);
}

/* The pane follows where it is in sight beside the table. */
static void
on_moved (AccordScorecardResults *self)
{
  if (adw_flap_get_reveal_flap (self->flap) && !adw_flap_get_folded (self->flap))
    show_pane (self);
}

static void
on_pane_closed (AccordScorecardResults *self)
{
  close_pane (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  AccordScorecardResults *self = ACCORD_SCORECARD_RESULTS (widget);

  if (shows (self, "entry"))
    gtk_widget_activate_action (GTK_WIDGET (self->entry), "entry.done", NULL);
  else if (shows (self, "table") && adw_flap_get_reveal_flap (self->flap))
    on_pane_closed (self);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
results_copy (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  AccordScorecardResults *self = ACCORD_SCORECARD_RESULTS (widget);
  g_autofree char *text = NULL;

  if (!shows (self, "table"))
    return;
  text = accord_results_table_dup_text (self->table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  accord_feedback_toast (widget, _("Table copied"));
}

static void
show_entry (AccordScorecardResults *self)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);

  accord_scorecard_step_show (ACCORD_SCORECARD_STEP (self->entry), accord_scorecard_step_get_workspace (step),
                              accord_scorecard_step_get_territory (step), accord_scorecard_step_get_period (step));
}

static void
results_enter_week (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  AccordScorecardResults *self = ACCORD_SCORECARD_RESULTS (widget);

  if (self->results == NULL || shows (self, "entry") || shows (self, "keys"))
    return;
  close_pane (self);
  show_entry (self);
  gtk_widget_set_visible (self->head, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "entry");
  accord_scorecard_entry_begin (self->entry);
}

static void
on_entry_done (AccordScorecardResults *self)
{
  gtk_stack_set_visible_child_name (self->stack, "table");
  accord_scorecard_step_refresh (ACCORD_SCORECARD_STEP (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* Wherever the focus is in the window. */
static gboolean
on_enter_week_shortcut (GtkWidget *widget,
                        GVariant  *arguments,
                        gpointer   user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (widget, "results.enter-week", NULL);

  return GDK_EVENT_STOP;
}

static void
accord_scorecard_results_scope_changed (AccordScorecardStep *step)
{
  AccordScorecardResults *self = ACCORD_SCORECARD_RESULTS (step);

  if (accord_scorecard_step_get_workspace (step) == NULL)
    {
      g_clear_pointer (&self->results, accord_results_unref);
      gtk_stack_set_visible_child_name (self->stack, "keys");
    }
  if (shows (self, "entry") || accord_scorecard_step_get_workspace (step) == NULL)
    show_entry (self);
}

static gboolean
accord_scorecard_results_settle (AccordScorecardStep *step)
{
  AccordScorecardResults *self = ACCORD_SCORECARD_RESULTS (step);

  return !shows (self, "entry") || accord_scorecard_step_settle (ACCORD_SCORECARD_STEP (self->entry));
}

/* What is to be shown of the metrics: of a quarter that has not begun there are targets, at most. */
static const char *
choose_child (AccordScorecardResults *self,
              GArray                 *metrics)
{
  if (metrics->len == 0)
    return "keys";
  if (self->results->card->as_of < accord_period_get_start (self->results->period))
    return has_any (self->results, metrics, TRUE) ? "table" : "ahead";

  return has_any (self->results, metrics, FALSE) ? "table" : "values";
}

static void
show_heads (AccordScorecardResults *self,
            const char             *child)
{
  g_autofree char *as_of = dup_as_of (self);
  g_autofree char *quarter = accord_period_format (self->results->period);
  /* Translators: %s is a quarter, such as "Q4 2026". */
  g_autofree char *no_values = g_strdup_printf (_("No Values for %s Yet"), quarter);
  g_autofree char *ahead = g_strdup_printf (_("No Targets for %s Yet"), quarter);

  gtk_label_set_label (self->as_of, as_of);
  gtk_widget_set_visible (self->head, !g_str_equal (child, "keys"));
  gtk_widget_set_visible (self->enter_button, g_str_equal (child, "table"));
  adw_status_page_set_title (self->no_values, no_values);
  adw_status_page_set_title (self->ahead, ahead);
}

/* Shows what was read. */
static void
show_results (AccordScorecardResults *self)
{
  const gint64 territory = accord_scorecard_step_get_territory (ACCORD_SCORECARD_STEP (self));
  g_autoptr (GArray) metrics = accord_results_list_metrics (self->results, territory, is_all (self));
  const char *child = choose_child (self, metrics);

  show_heads (self, child);
  if (metrics->len > 0)
    accord_results_table_show (self->table, self->results, territory, metrics);
  gtk_stack_set_visible_child_name (self->stack, child);
  if (adw_flap_get_reveal_flap (self->flap))
    show_pane (self);
}

/* Figures of another quarter, or of another workspace, would be taken for those that could not be read. */
static void
show_unreadable (AccordScorecardResults *self,
                 const GError           *error)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);

  accord_feedback_error (GTK_WIDGET (self), error);
  if (self->results != NULL && self->results->workspace == accord_scorecard_step_get_workspace (step)
      && accord_period_equal (self->results->period, accord_scorecard_step_get_period (step)))
    return;

  g_clear_pointer (&self->results, accord_results_unref);
  close_pane (self);
  gtk_widget_set_visible (self->head, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "unreadable");
}

static void
on_settings_changed (AccordScorecardResults *self)
{
  accord_results_table_set_ranking (self->table, g_settings_get_boolean (self->settings, "scorecard-ranking"));
  if (self->results != NULL && !shows (self, "entry"))
    show_results (self);
}

static void
accord_scorecard_results_refresh (AccordScorecardStep *step)
{
  AccordScorecardResults *self = ACCORD_SCORECARD_RESULTS (step);
  g_autoptr (GError) error = NULL;
  AccordResults *results;

  if (shows (self, "entry"))
    {
      accord_scorecard_step_refresh (ACCORD_SCORECARD_STEP (self->entry));
      return;
    }

  results = accord_results_new (accord_scorecard_step_get_workspace (step), accord_scorecard_step_get_period (step),
                                accord_clock_today (), &error);
  if (results == NULL)
    {
      show_unreadable (self, error);
      return;
    }
  g_clear_pointer (&self->results, accord_results_unref);
  self->results = results;
  show_results (self);
}

static void
accord_scorecard_results_dispose (GObject *object)
{
  AccordScorecardResults *self = ACCORD_SCORECARD_RESULTS (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->results, accord_results_unref);

  G_OBJECT_CLASS (accord_scorecard_results_parent_class)->dispose (object);
}

static void
accord_scorecard_results_class_init (AccordScorecardResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_scorecard_results_dispose;
  ACCORD_SCORECARD_STEP_CLASS (klass)->scope_changed = accord_scorecard_results_scope_changed;
  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_results_refresh;
  ACCORD_SCORECARD_STEP_CLASS (klass)->settle = accord_scorecard_results_settle;

  g_type_ensure (ACCORD_TYPE_RESULTS_PANE);
  g_type_ensure (ACCORD_TYPE_RESULTS_TABLE);
  g_type_ensure (ACCORD_TYPE_SCORECARD_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-results.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardResults, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardResults, head);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardResults, enter_button);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardResults, as_of);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardResults, flap);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardResults, table);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardResults, pane);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardResults, no_values);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardResults, ahead);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardResults, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_done);
  gtk_widget_class_install_action (widget_class, "results.enter-week", NULL, results_enter_week);
  gtk_widget_class_install_action (widget_class, "results.copy", NULL, results_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "results.copy", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
accord_scorecard_results_init (AccordScorecardResults *self)
{
  static const char *const keys[] = { "scorecard-ranking", "scorecard-all-metrics" };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (ACCORD_APPLICATION_ID);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);
      g_autofree char *signal = g_strconcat ("changed::", keys[i], NULL);

      g_action_map_add_action (G_ACTION_MAP (actions), action);
      g_signal_connect_object (self->settings, signal, G_CALLBACK (on_settings_changed), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "results-view", G_ACTION_GROUP (actions));
  accord_results_table_set_ranking (self->table, g_settings_get_boolean (self->settings, "scorecard-ranking"));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_e, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (on_enter_week_shortcut, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}
