/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-grid-private.h"

#include <glib/gi18n.h>

#include "accord-commitment.h"
#include "accord-target-history.h"

G_DEFINE_FINAL_TYPE (AccordTargetGrid, accord_target_grid, ACCORD_TYPE_SHEET)

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
                              AccordSheetCell  *cell)
{
  const guint row = accord_sheet_cell_get_row (cell), column = accord_sheet_cell_get_column (cell);
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
  accord_target_cell_show (ACCORD_TARGET_CELL (cell), text, label, from_plan);
}

static void
fill_rows (AccordTargetGrid *self,
           const char       *all,
           GPtrArray        *members)
{
  accord_target_grid_cancel (self);
  accord_target_rows_fill (self->rows, all, members);
  accord_sheet_reset_row (ACCORD_SHEET (self), MIN (accord_sheet_get_row (ACCORD_SHEET (self)), members->len));
}

void
accord_target_grid_refresh (AccordTargetGrid    *self,
                            AccordScorecardStep *step,
                            const char          *all,
                            GPtrArray           *members,
                            GPtrArray           *metrics)
{
  AccordSheet *sheet = ACCORD_SHEET (self);
  GPtrArray *cells = accord_sheet_get_cells (sheet);
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
  if (!accord_target_rows_are (G_LIST_MODEL (self->rows), all, members))
    fill_rows (self, all, members);
  accord_target_grid_update_widths (self);
  for (guint i = 0; i < cells->len; i++)
    accord_target_grid_show_cell (self, cells->pdata[i]);
  if (accord_sheet_get_editor (sheet) == NULL)
    accord_sheet_say (sheet, "");
}

void
accord_target_grid_cancel (AccordTargetGrid *self)
{
  g_return_if_fail (ACCORD_IS_TARGET_GRID (self));

  accord_target_grid_drop_question (self);
  accord_sheet_cancel_edit (ACCORD_SHEET (self));
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

      if (accord_target_grid_get_place (self, i, accord_sheet_get_column (ACCORD_SHEET (self)), &place))
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
accord_target_grid_dup_note (AccordSheet *sheet)
{
  AccordTargetGrid *self = ACCORD_TARGET_GRID (sheet);
  const guint column = accord_sheet_get_column (sheet);
  AccordTargetPlace place;
  AccordTarget *target;
  g_autofree char *day = NULL;
  const char *reason;

  if (self->workspace == NULL || !accord_target_grid_get_place (self, accord_sheet_get_row (sheet), column, &place))
    return g_strdup ("");
  target = accord_target_grid_find (self, &place);
  if (target == NULL && place.member == 0)
    return dup_sum_note (self, self->metrics->pdata[column]);
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

static void
accord_target_grid_update_foot (AccordSheet *sheet)
{
  AccordTargetGrid *self = ACCORD_TARGET_GRID (sheet);
  AccordTargetPlace place;

  gtk_widget_set_sensitive (GTK_WIDGET (self->history_button),
                            self->workspace != NULL
                              && accord_target_grid_get_place (self, accord_sheet_get_row (sheet),
                                                               accord_sheet_get_column (sheet), &place)
                              && g_hash_table_contains (self->targets, &place));
}

static void
on_history (GtkMenuButton *button,
            gpointer       user_data)
{
  AccordTargetGrid *self = user_data;
  const guint row = accord_sheet_get_row (ACCORD_SHEET (self)), column = accord_sheet_get_column (ACCORD_SHEET (self));
  GtkWidget *popover = gtk_popover_new ();
  AccordTargetPlace place;

  if (accord_target_grid_get_place (self, row, column, &place))
    gtk_popover_set_child (GTK_POPOVER (popover),
                           accord_target_history_new (self->workspace, &place, self->metrics->pdata[column],
                                                      accord_target_grid_get_name (self, row)));
  gtk_widget_add_css_class (popover, "scorecard-popover");
  gtk_menu_button_set_popover (button, popover);
}

static guint
accord_target_grid_get_n_rows (AccordSheet *sheet)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ACCORD_TARGET_GRID (sheet)->rows));
}

static guint
accord_target_grid_get_n_columns (AccordSheet *sheet)
{
  return ACCORD_TARGET_GRID (sheet)->metrics->len;
}

static AccordSheetCell *
accord_target_grid_create_cell (AccordSheet *sheet,
                                guint        column)
{
  return accord_target_cell_new (column);
}

static void
accord_target_grid_bind_cell (AccordSheet     *sheet,
                              AccordSheetCell *cell)
{
  accord_target_grid_show_cell (ACCORD_TARGET_GRID (sheet), cell);
}

static void
accord_target_grid_unbind_cell (AccordSheet     *sheet,
                                AccordSheetCell *cell)
{
  accord_sheet_cell_set_selected (cell, FALSE);
}

/* Over the ends of rows. */
static gboolean
accord_target_grid_advance (AccordSheet *sheet,
                            int          step)
{
  const int n = (int) accord_target_grid_get_n_columns (sheet);
  const int index = (int) accord_sheet_get_row (sheet) * n + (int) accord_sheet_get_column (sheet) + step;

  if (index < 0 || index >= n * (int) accord_target_grid_get_n_rows (sheet))
    return FALSE;
  accord_sheet_move_to (sheet, (guint) (index / n), (guint) (index % n), FALSE);

  return TRUE;
}

static gboolean
accord_target_grid_leave (AccordSheet *sheet,
                          gboolean     backwards)
{
  return !backwards
         && gtk_widget_child_focus (GTK_WIDGET (ACCORD_TARGET_GRID (sheet)->history_button), GTK_DIR_TAB_FORWARD);
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

static void
accord_target_grid_dispose (GObject *object)
{
  AccordTargetGrid *self = ACCORD_TARGET_GRID (object);

  if (self->view != NULL)
    {
      accord_sheet_cancel_edit (ACCORD_SHEET (self));
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

  G_OBJECT_CLASS (accord_target_grid_parent_class)->finalize (object);
}

static void
accord_target_grid_class_init (AccordTargetGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordSheetClass *sheet_class = ACCORD_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_target_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_target_grid_finalize;
  widget_class->system_setting_changed = accord_target_grid_system_setting_changed;
  sheet_class->get_n_rows = accord_target_grid_get_n_rows;
  sheet_class->get_n_columns = accord_target_grid_get_n_columns;
  sheet_class->create_cell = accord_target_grid_create_cell;
  sheet_class->bind_cell = accord_target_grid_bind_cell;
  sheet_class->unbind_cell = accord_target_grid_unbind_cell;
  sheet_class->dup_note = accord_target_grid_dup_note;
  sheet_class->update_foot = accord_target_grid_update_foot;
  sheet_class->advance = accord_target_grid_advance;
  sheet_class->leave = accord_target_grid_leave;
  accord_target_grid_install_editing (sheet_class);
  accord_target_grid_install_clipboard (sheet_class);

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
  g_autoptr (GtkNoSelection) model = NULL;

  self->rows = g_list_store_new (ACCORD_TYPE_TARGET_ROW);
  self->metrics = g_ptr_array_new_with_free_func (g_object_unref);
  self->targets = g_hash_table_new_full (place_hash, place_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_sheet_set_view (ACCORD_SHEET (self), self->view, self->scrolled, self->status);
  gtk_menu_button_set_create_popup_func (self->history_button, on_history, self, NULL);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}
