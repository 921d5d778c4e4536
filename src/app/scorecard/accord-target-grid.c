/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-grid-private.h"

#include <glib/gi18n.h>

#include "accord-commitment.h"
#include "accord-target-history.h"

G_DEFINE_FINAL_TYPE (AccordTargetGrid, accord_target_grid, ADW_TYPE_BIN)

static guint
place_hash (gconstpointer data)
{
  const AccordTargetPlace *place = data;
  const gint64 mixed = place->member * 1000003 + place->metric;

  return g_int64_hash (&mixed);
}

static gboolean
place_equal (gconstpointer a,
             gconstpointer b)
{
  const AccordTargetPlace *one = a, *other = b;

  return one->member == other->member && one->metric == other->metric;
}

/* The quarter's targets that stand, once for all cells. */
static void
grid_read_targets (AccordTargetGrid *self)
{
  GListModel *targets = accord_workspace_get_list (self->workspace, ACCORD_TYPE_TARGET);

  g_hash_table_remove_all (self->targets);
  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (AccordTarget) target = g_list_model_get_item (targets, i);
      const AccordTargetPlace place = { accord_target_get_member (target), accord_target_get_metric (target), self->starts,
                                        ACCORD_GRAIN_QUARTER };
      AccordTarget *other;

      if (accord_target_get_starts (target) != self->starts || accord_target_get_grain (target) != ACCORD_GRAIN_QUARTER)
        continue;
      other = g_hash_table_lookup (self->targets, &place);
      if (other == NULL || accord_target_get_version (target) > accord_target_get_version (other))
        g_hash_table_replace (self->targets, g_memdup2 (&place, sizeof place), g_object_ref (target));
    }
}

gboolean
accord_target_grid_get_place (AccordTargetGrid  *self,
                              guint              row,
                              guint              column,
                              AccordTargetPlace *place)
{
  g_autoptr (AccordTargetRow) item = g_list_model_get_item (G_LIST_MODEL (self->rows), row);

  if (item == NULL || column >= self->metrics->len)
    return FALSE;

  place->member = accord_target_row_get_member (item);
  place->metric = accord_record_get_id (self->metrics->pdata[column]);
  place->starts = self->starts;
  place->grain = ACCORD_GRAIN_QUARTER;

  return TRUE;
}

AccordTarget *
accord_target_grid_find (AccordTargetGrid        *self,
                         const AccordTargetPlace *place)
{
  AccordTarget *target = g_hash_table_lookup (self->targets, place);

  return target != NULL && accord_target_get_value (target) != ACCORD_UNKNOWN ? target : NULL;
}

const char *
accord_target_grid_get_name (AccordTargetGrid *self,
                             guint             row)
{
  /* The list holds it. */
  g_autoptr (AccordTargetRow) item = g_list_model_get_item (G_LIST_MODEL (self->rows), row);

  return item != NULL ? accord_target_row_get_name (item) : "";
}

int
accord_target_grid_get_decimals (AccordTargetGrid *self)
{
  return (int) accord_settings_get_decimals (accord_workspace_get_settings (self->workspace));
}

const char *
accord_target_grid_get_currency (AccordTargetGrid *self)
{
  return accord_settings_get_currency (accord_workspace_get_settings (self->workspace));
}

char *
accord_target_grid_dup_text (AccordTargetGrid *self,
                             AccordTarget     *target,
                             AccordMetric     *metric)
{
  if (target == NULL)
    return g_strdup ("");

  return accord_target_value_format (metric, accord_target_get_value (target), accord_target_get_upper (target),
                                     accord_target_grid_get_currency (self), accord_target_grid_get_decimals (self));
}

static gboolean
is_from_plan (AccordTargetGrid *self,
              AccordTarget     *target)
{
  return target != NULL
         && accord_target_is_from_plan (target, accord_workspace_get_list (self->workspace, ACCORD_TYPE_COMMITMENT));
}

void
accord_target_grid_show_cell (AccordTargetGrid *self,
                              AccordTargetCell *cell)
{
  const guint row = accord_target_cell_get_position (cell), column = accord_target_cell_get_column (cell);
  AccordTargetPlace place;
  AccordTarget *target;
  AccordMetric *metric;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  gboolean from_plan;

  if (!accord_target_grid_get_place (self, row, column, &place))
    return;

  target = accord_target_grid_find (self, &place);
  metric = self->metrics->pdata[column];
  text = accord_target_grid_dup_text (self, target, metric);
  from_plan = is_from_plan (self, target);
  if (from_plan)
    /* Translators: a cell: %1 is a name, %2 a metric, %3 the target for it. */
    label = g_strdup_printf (_("%1$s, %2$s: %3$s, from the plan"), accord_target_grid_get_name (self, row),
                             accord_metric_get_name (metric), text);
  else
    /* Translators: a cell: %1 is a name, %2 a metric, %3 the target for it, or "no target". */
    label = g_strdup_printf (_("%1$s, %2$s: %3$s"), accord_target_grid_get_name (self, row),
                             accord_metric_get_name (metric), *text != '\0' ? text : _("no target"));
  accord_target_cell_show (cell, text, label, from_plan);
}

static gboolean
rows_differ (AccordTargetGrid *self,
             const char       *all,
             GPtrArray        *members)
{
  GListModel *rows = G_LIST_MODEL (self->rows);

  if (g_list_model_get_n_items (rows) != members->len + 1 || g_strcmp0 (accord_target_grid_get_name (self, 0), all) != 0)
    return TRUE;

  for (guint i = 0; i < members->len; i++)
    {
      g_autoptr (AccordTargetRow) row = g_list_model_get_item (rows, i + 1);

      if (accord_target_row_get_member (row) != accord_record_get_id (members->pdata[i])
          || g_strcmp0 (accord_target_row_get_name (row), accord_member_get_name (members->pdata[i])) != 0)
        return TRUE;
    }

  return FALSE;
}

static void
fill_rows (AccordTargetGrid *self,
           const char       *all,
           GPtrArray        *members)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  accord_target_grid_cancel (self);
  g_ptr_array_add (rows, accord_target_row_new (NULL, all));
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (rows, accord_target_row_new (members->pdata[i], accord_member_get_name (members->pdata[i])));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  self->row = self->anchor_row = MIN (self->row, rows->len - 1);
}

void
accord_target_grid_refresh (AccordTargetGrid    *self,
                            AccordScorecardStep *step,
                            const char          *all,
                            GPtrArray           *members,
                            GPtrArray           *metrics)
{
  const AccordDate starts = accord_period_get_start (accord_scorecard_step_get_period (step));

  g_return_if_fail (ACCORD_IS_TARGET_GRID (self));

  if (self->starts != starts || self->workspace != accord_scorecard_step_get_workspace (step))
    accord_target_grid_cancel (self);
  self->step = step;
  g_set_object (&self->workspace, accord_scorecard_step_get_workspace (step));
  self->starts = starts;
  grid_read_targets (self);
  if (accord_target_grid_columns_differ (self, metrics))
    accord_target_grid_fill_columns (self, metrics);
  if (rows_differ (self, all, members))
    fill_rows (self, all, members);
  accord_target_grid_update_widths (self);
  for (guint i = 0; i < self->cells->len; i++)
    accord_target_grid_show_cell (self, self->cells->pdata[i]);
  if (self->editor == NULL)
    accord_target_grid_say (self, "");
}

void
accord_target_grid_cancel (AccordTargetGrid *self)
{
  g_return_if_fail (ACCORD_IS_TARGET_GRID (self));

  accord_target_grid_drop_question (self);
  accord_target_grid_cancel_edit (self);
}

/* What the members' targets come to, where they add up. */
static char *
dup_sum_note (AccordTargetGrid *self,
              AccordMetric     *metric)
{
  gint64 sum = 0;
  gboolean any = FALSE;
  g_autofree char *text = NULL;

  if (accord_metric_get_rollup (metric) != ACCORD_ROLL_UP_SUM)
    return g_strdup (_("No target yet"));

  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      AccordTargetPlace place;
      AccordTarget *target = NULL;

      if (accord_target_grid_get_place (self, i, self->column, &place))
        target = accord_target_grid_find (self, &place);
      if (target == NULL || accord_target_get_value (target) > G_MAXINT64 - sum)
        continue;
      sum += accord_target_get_value (target);
      any = TRUE;
    }
  if (!any)
    return g_strdup (_("No target yet"));

  text = accord_target_value_format (metric, sum, ACCORD_UNKNOWN, accord_target_grid_get_currency (self),
                                     accord_target_grid_get_decimals (self));

  /* Translators: %s is a value, such as "1,240" or "$1,200,000". */
  return g_strdup_printf (_("No target yet; those of the members add up to %s"), text);
}

static char *
dup_note (AccordTargetGrid *self)
{
  AccordTargetPlace place;
  AccordTarget *target;
  g_autofree char *day = NULL;
  const char *reason;

  if (!accord_target_grid_get_place (self, self->row, self->column, &place))
    return g_strdup ("");
  target = accord_target_grid_find (self, &place);
  if (target == NULL && place.member == 0)
    return dup_sum_note (self, self->metrics->pdata[self->column]);
  if (target == NULL)
    return g_strdup (_("No target yet"));

  day = accord_date_format (accord_target_get_set_on (target));
  reason = accord_target_get_reason (target);
  if (*reason == '\0')
    /* Translators: %1 counts the versions of a target, %2 is a date. */
    return g_strdup_printf (_("Version %1$d, set on %2$s"), (int) accord_target_get_version (target), day);

  /* Translators: %1 counts the versions of a target, %2 is a date, %3 the reason, as typed by the user. */
  return g_strdup_printf (_("Version %1$d, set on %2$s: %3$s"), (int) accord_target_get_version (target), day, reason);
}

void
accord_target_grid_say (AccordTargetGrid *self,
                        const char       *message)
{
  g_autofree char *note = self->workspace != NULL && *message == '\0' ? dup_note (self) : g_strdup (message);
  AccordTargetPlace place;

  if (*message != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
  gtk_label_set_label (self->status, note);
  gtk_widget_set_sensitive (GTK_WIDGET (self->history_button),
                            self->workspace != NULL
                              && accord_target_grid_get_place (self, self->row, self->column, &place)
                              && g_hash_table_contains (self->targets, &place));
}

static void
on_history (GtkMenuButton *button,
            gpointer       user_data)
{
  AccordTargetGrid *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  AccordTargetPlace place;

  if (accord_target_grid_get_place (self, self->row, self->column, &place))
    gtk_popover_set_child (GTK_POPOVER (popover),
                           accord_target_history_new (self->workspace, &place, self->metrics->pdata[self->column],
                                                      accord_target_grid_get_name (self, self->row)));
  gtk_widget_add_css_class (popover, "scorecard-popover");
  gtk_menu_button_set_popover (button, popover);
}

static AccordTargetCell *
find_cell_at (AccordTargetGrid *self,
              double            x,
              double            y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && !ACCORD_IS_TARGET_CELL (widget) && widget != GTK_WIDGET (self->view))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      widget = child != NULL && ACCORD_IS_TARGET_CELL (child) ? child : gtk_widget_get_parent (widget);
    }

  return widget != NULL && ACCORD_IS_TARGET_CELL (widget) ? ACCORD_TARGET_CELL (widget) : NULL;
}

static void
on_pressed (GtkGestureClick  *gesture,
            int               n_press,
            double            x,
            double            y,
            AccordTargetGrid *self)
{
  AccordTargetCell *cell = find_cell_at (self, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (cell == NULL || (self->editor != NULL && cell == self->edited))
    return;

  accord_target_grid_move_to (self, accord_target_cell_get_position (cell), accord_target_cell_get_column (cell),
                              (state & GDK_SHIFT_MASK) != 0);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press == 2)
    accord_target_grid_begin_edit (self, NULL);
}

static gboolean
on_key_pressed (AccordTargetGrid *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  return accord_target_grid_on_key (self, keyval, state);
}

/* Wherever the focus came from, the cell that has it is the one that keys are about. */
static void
on_focus_widget (AccordTargetGrid *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->root));

  if (focus == NULL || !ACCORD_IS_TARGET_CELL (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view))
      || (accord_target_cell_get_position (ACCORD_TARGET_CELL (focus)) == self->row
          && accord_target_cell_get_column (ACCORD_TARGET_CELL (focus)) == self->column))
    return;

  self->row = self->anchor_row = accord_target_cell_get_position (ACCORD_TARGET_CELL (focus));
  self->column = self->anchor_column = accord_target_cell_get_column (ACCORD_TARGET_CELL (focus));
  accord_target_grid_show_cursor (self);
}

static void
accord_target_grid_root (GtkWidget *widget)
{
  AccordTargetGrid *self = ACCORD_TARGET_GRID (widget);

  GTK_WIDGET_CLASS (accord_target_grid_parent_class)->root (widget);
  self->root = GTK_WIDGET (gtk_widget_get_root (widget));
  g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (on_focus_widget), self, G_CONNECT_SWAPPED);
}

static void
accord_target_grid_unroot (GtkWidget *widget)
{
  AccordTargetGrid *self = ACCORD_TARGET_GRID (widget);

  g_signal_handlers_disconnect_by_func (self->root, on_focus_widget, self);
  self->root = NULL;
  GTK_WIDGET_CLASS (accord_target_grid_parent_class)->unroot (widget);
}

/* The text may have become larger. */
static void
accord_target_grid_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (accord_target_grid_parent_class)->system_setting_changed (widget, setting);
  if (ACCORD_TARGET_GRID (widget)->workspace != NULL)
    accord_target_grid_update_widths (ACCORD_TARGET_GRID (widget));
}

static gboolean
accord_target_grid_grab_focus (GtkWidget *widget)
{
  AccordTargetGrid *self = ACCORD_TARGET_GRID (widget);

  if (self->metrics->len == 0 || g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0)
    return FALSE;

  accord_target_grid_move_to (self, self->row, self->column, FALSE);

  return TRUE;
}

static void
accord_target_grid_dispose (GObject *object)
{
  AccordTargetGrid *self = ACCORD_TARGET_GRID (object);

  if (self->view != NULL)
    {
      accord_target_grid_cancel_edit (self);
      gtk_menu_button_set_create_popup_func (self->history_button, NULL, NULL, NULL);
      gtk_column_view_set_model (self->view, NULL);
    }
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->pending, g_array_unref);
  g_clear_pointer (&self->pending_label, g_free);
  g_clear_object (&self->workspace);
  self->view = NULL;

  G_OBJECT_CLASS (accord_target_grid_parent_class)->dispose (object);
}

static void
accord_target_grid_finalize (GObject *object)
{
  AccordTargetGrid *self = ACCORD_TARGET_GRID (object);

  g_object_unref (self->rows);
  g_ptr_array_unref (self->metrics);
  g_hash_table_unref (self->targets);
  g_ptr_array_unref (self->cells);

  G_OBJECT_CLASS (accord_target_grid_parent_class)->finalize (object);
}

static void
accord_target_grid_class_init (AccordTargetGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_target_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_target_grid_finalize;
  widget_class->root = accord_target_grid_root;
  widget_class->unroot = accord_target_grid_unroot;
  widget_class->system_setting_changed = accord_target_grid_system_setting_changed;
  widget_class->grab_focus = accord_target_grid_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-target-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordTargetGrid, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AccordTargetGrid, view);
  gtk_widget_class_bind_template_child (widget_class, AccordTargetGrid, status);
  gtk_widget_class_bind_template_child (widget_class, AccordTargetGrid, history_button);
}

static void
accord_target_grid_init (AccordTargetGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  g_autoptr (GtkNoSelection) model = NULL;

  self->rows = g_list_store_new (ACCORD_TYPE_TARGET_ROW);
  self->metrics = g_ptr_array_new_with_free_func (g_object_unref);
  self->targets = g_hash_table_new_full (place_hash, place_equal, g_free, g_object_unref);
  self->cells = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->history_button, on_history, self, NULL);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}
