/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-entry-grid-private.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"
#include "accord-target-query.h"

G_DEFINE_FINAL_TYPE (AccordEntryGrid, accord_entry_grid, ACCORD_TYPE_SHEET)

guint
accord_entry_grid_get_n_metrics (AccordEntryGrid *self)
{
  return self->week != NULL ? accord_week_entry_get_metrics (self->week)->len : 0;
}

AccordMetric *
accord_entry_grid_get_metric (AccordEntryGrid *self,
                              guint            column)
{
  return accord_week_entry_get_metrics (self->week)->pdata[column];
}

AccordMember *
accord_entry_grid_get_member (AccordEntryGrid *self,
                              guint            row)
{
  return row < self->members->len ? self->members->pdata[row] : NULL;
}

gboolean
accord_entry_grid_get_value (AccordEntryGrid *self,
                             guint            row,
                             guint            column,
                             AccordWeekValue *value)
{
  AccordMember *member = accord_entry_grid_get_member (self, row);

  *value = (AccordWeekValue) { ACCORD_UNKNOWN, ACCORD_SOURCE_TYPED, 0, ACCORD_UNKNOWN };
  if (member == NULL || column >= accord_entry_grid_get_n_metrics (self))
    return FALSE;
  accord_week_entry_get (self->week, accord_record_get_id (ACCORD_RECORD (member)), column, value);

  return TRUE;
}

int
accord_entry_grid_get_decimals (AccordEntryGrid *self)
{
  return (int) accord_settings_get_decimals (accord_workspace_get_settings (self->workspace));
}

char *
accord_entry_grid_dup_text (AccordEntryGrid *self,
                            guint            column,
                            gint64           value)
{
  return accord_target_value_format (accord_entry_grid_get_metric (self, column), value, ACCORD_UNKNOWN,
                                     accord_settings_get_currency (accord_workspace_get_settings (self->workspace)),
                                     accord_entry_grid_get_decimals (self));
}

void
accord_entry_grid_show_cell (AccordEntryGrid *self,
                             AccordSheetCell *cell)
{
  const guint row = accord_sheet_cell_get_row (cell), column = accord_sheet_cell_get_column (cell);
  AccordWeekValue value;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  const char *name;
  gboolean imported;

  if (!accord_entry_grid_get_value (self, row, column, &value))
    return;

  text = accord_entry_grid_dup_text (self, column, value.value);
  name = accord_member_get_name (accord_entry_grid_get_member (self, row));
  imported = value.value != ACCORD_UNKNOWN && value.source != ACCORD_SOURCE_TYPED;
  if (imported)
    /* Translators: a cell: %1 is a name, %2 a metric, %3 the value of it. */
    label = g_strdup_printf (_("%1$s, %2$s: %3$s, imported"), name,
                             accord_metric_get_name (accord_entry_grid_get_metric (self, column)), text);
  else
    /* Translators: a cell: %1 is a name, %2 a metric, %3 the value of it, or "nothing entered". */
    label = g_strdup_printf (_("%1$s, %2$s: %3$s"), name,
                             accord_metric_get_name (accord_entry_grid_get_metric (self, column)),
                             *text != '\0' ? text : _("nothing entered"));
  accord_entry_cell_show (ACCORD_ENTRY_CELL (cell), text, label, imported);
}

static void
update_count (AccordEntryGrid *self)
{
  guint n_entered, n_expected;
  g_autofree char *text = NULL;

  accord_week_entry_count (self->week, self->members, &n_entered, &n_expected);
  /* Translators: %1 and %2 are how many cells of a table are filled in, and how many there are. */
  text = g_strdup_printf (ngettext ("%1$u of %2$u entered", "%1$u of %2$u entered", n_expected), n_entered, n_expected);
  gtk_label_set_label (self->count, self->readable ? text : "");
}

void
accord_entry_grid_show_values (AccordEntryGrid *self,
                               gint64           member)
{
  AccordSheet *sheet = ACCORD_SHEET (self);
  GPtrArray *cells = accord_sheet_get_cells (sheet);

  for (guint i = 0; i < cells->len; i++)
    {
      AccordRecord *of = accord_sheet_cell_get_object (cells->pdata[i]);

      if (member == 0 || (of != NULL && accord_record_get_id (of) == member))
        accord_entry_grid_show_cell (self, cells->pdata[i]);
    }
  accord_entry_grid_update_totals (self);
  update_count (self);
  if (accord_sheet_get_editor (sheet) == NULL)
    accord_sheet_say (sheet, "");
}

static gboolean
rows_differ (AccordEntryGrid *self,
             GPtrArray       *members)
{
  if (members->len != self->members->len)
    return TRUE;

  for (guint i = 0; i < members->len; i++)
    if (members->pdata[i] != self->members->pdata[i]
        || g_strcmp0 (self->names->pdata[i], accord_member_get_name (members->pdata[i])) != 0)
      return TRUE;

  return FALSE;
}

static void
fill_rows (AccordEntryGrid *self,
           GPtrArray       *members)
{
  const guint row = accord_sheet_get_row (ACCORD_SHEET (self));

  accord_sheet_cancel_edit (ACCORD_SHEET (self));
  g_ptr_array_set_size (self->members, 0);
  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; i < members->len; i++)
    {
      g_ptr_array_add (self->members, g_object_ref (members->pdata[i]));
      g_ptr_array_add (self->names, g_strdup (accord_member_get_name (members->pdata[i])));
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), self->members->pdata,
                       self->members->len);
  accord_sheet_reset_row (ACCORD_SHEET (self), MIN (row, MAX (members->len, 1) - 1));
}

/* What there is to know about a metric to tell its values. */
static guint
shape_of (AccordMetric *metric)
{
  return (guint) accord_metric_get_cadence (metric) << 8 | (guint) accord_metric_get_rollup (metric);
}

static gboolean
shows_same (AccordEntryGrid *self,
            AccordDate       monday,
            GPtrArray       *metrics)
{
  GPtrArray *shown;

  if (self->week == NULL || accord_week_entry_get_monday (self->week) != monday)
    return FALSE;

  shown = accord_week_entry_get_metrics (self->week);
  if (metrics->len != shown->len)
    return FALSE;
  for (guint i = 0; i < metrics->len; i++)
    if (metrics->pdata[i] != shown->pdata[i] || shape_of (metrics->pdata[i]) != g_array_index (self->shapes, guint, i))
      return FALSE;

  return TRUE;
}

static void
on_bulk_changed (AccordEntryGrid *self)
{
  if (!self->storing)
    self->stale = TRUE;
}

static void
set_workspace (AccordEntryGrid *self,
               AccordWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;

  accord_sheet_cancel_edit (ACCORD_SHEET (self));
  g_clear_pointer (&self->week, accord_week_entry_free);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, on_bulk_changed, self);
  g_set_object (&self->workspace, workspace);
  g_signal_connect_object (workspace, "bulk-changed", G_CALLBACK (on_bulk_changed), self, G_CONNECT_SWAPPED);
}

/* What the file holds for the week, read once for all cells; what was stored from here is known already. */
static void
read_week (AccordEntryGrid *self,
           AccordDate       monday,
           GPtrArray       *metrics)
{
  const gboolean same = shows_same (self, monday, metrics);
  g_autoptr (GError) error = NULL;

  if (same && self->readable && !self->stale)
    return;

  if (!same)
    {
      accord_sheet_cancel_edit (ACCORD_SHEET (self));
      g_clear_pointer (&self->week, accord_week_entry_free);
      self->week = accord_week_entry_new (self->workspace, monday, metrics);
      g_array_set_size (self->shapes, 0);
      for (guint i = 0; i < metrics->len; i++)
        {
          const guint shape = shape_of (metrics->pdata[i]);

          g_array_append_val (self->shapes, shape);
        }
    }
  self->stale = FALSE;
  self->readable = accord_week_entry_read (self->week, 0, &error);
  if (!self->readable)
    accord_feedback_error (GTK_WIDGET (self), error);
}

void
accord_entry_grid_show (AccordEntryGrid *self,
                        AccordWorkspace *workspace,
                        AccordDate       monday,
                        const char      *all,
                        GPtrArray       *members,
                        GPtrArray       *metrics)
{
  g_return_if_fail (ACCORD_IS_ENTRY_GRID (self) && ACCORD_IS_WORKSPACE (workspace));

  set_workspace (self, workspace);
  g_free (self->all);
  self->all = g_strdup (all);
  g_clear_pointer (&self->finder, accord_target_finder_free);
  read_week (self, monday, metrics);
  accord_week_entry_forget_days (self->week);
  if (accord_entry_grid_columns_differ (self))
    accord_entry_grid_fill_columns (self);
  if (rows_differ (self, members))
    fill_rows (self, members);
  accord_entry_grid_show_values (self, 0);
}

static char *
accord_entry_grid_dup_foot_note (AccordSheet *sheet)
{
  return accord_entry_grid_dup_note (ACCORD_ENTRY_GRID (sheet));
}

static void
accord_entry_grid_update_foot (AccordSheet *sheet)
{
}

static guint
accord_entry_grid_get_n_rows (AccordSheet *sheet)
{
  return ACCORD_ENTRY_GRID (sheet)->members->len;
}

static guint
accord_entry_grid_get_n_columns (AccordSheet *sheet)
{
  return accord_entry_grid_get_n_metrics (ACCORD_ENTRY_GRID (sheet));
}

static AccordSheetCell *
accord_entry_grid_create_cell (AccordSheet *sheet,
                               guint        column)
{
  return accord_entry_cell_new (column);
}

static void
accord_entry_grid_bind_cell (AccordSheet     *sheet,
                             AccordSheetCell *cell)
{
  accord_entry_grid_show_cell (ACCORD_ENTRY_GRID (sheet), cell);
  accord_sheet_cell_set_selected (cell, accord_sheet_selects (sheet, accord_sheet_cell_get_row (cell),
                                                              accord_sheet_cell_get_column (cell)));
}

static void
accord_entry_grid_unbind_cell (AccordSheet     *sheet,
                               AccordSheetCell *cell)
{
}

/* Over the ends of rows. */
static gboolean
accord_entry_grid_advance (AccordSheet *sheet,
                           int          step)
{
  const int n = (int) accord_entry_grid_get_n_columns (sheet);
  const int index = (int) accord_sheet_get_row (sheet) * n + (int) accord_sheet_get_column (sheet) + step;

  if (index < 0 || index >= n * (int) accord_entry_grid_get_n_rows (sheet))
    return FALSE;
  accord_sheet_move_to (sheet, (guint) (index / n), (guint) (index % n), FALSE);

  return TRUE;
}

static gboolean
accord_entry_grid_leave (AccordSheet *sheet,
                         gboolean     backwards)
{
  return FALSE;
}

/* The text may have become larger. */
static void
accord_entry_grid_system_setting_changed (GtkWidget        *widget,
                                          GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (accord_entry_grid_parent_class)->system_setting_changed (widget, setting);
  if (ACCORD_ENTRY_GRID (widget)->week != NULL)
    accord_entry_grid_update_totals (ACCORD_ENTRY_GRID (widget));
}

static void
accord_entry_grid_dispose (GObject *object)
{
  AccordEntryGrid *self = ACCORD_ENTRY_GRID (object);

  if (self->view != NULL)
    {
      accord_sheet_cancel_edit (ACCORD_SHEET (self));
      gtk_column_view_set_model (self->view, NULL);
    }
  g_clear_pointer (&self->week, accord_week_entry_free);
  g_clear_pointer (&self->finder, accord_target_finder_free);
  g_clear_object (&self->workspace);
  g_clear_object (&self->edited);
  self->view = NULL;

  G_OBJECT_CLASS (accord_entry_grid_parent_class)->dispose (object);
}

static void
accord_entry_grid_finalize (GObject *object)
{
  AccordEntryGrid *self = ACCORD_ENTRY_GRID (object);

  g_object_unref (self->rows);
  g_array_unref (self->shapes);
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->names);
  g_free (self->all);

  G_OBJECT_CLASS (accord_entry_grid_parent_class)->finalize (object);
}

static void
accord_entry_grid_class_init (AccordEntryGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordSheetClass *sheet_class = ACCORD_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_entry_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_entry_grid_finalize;
  widget_class->system_setting_changed = accord_entry_grid_system_setting_changed;
  sheet_class->get_n_rows = accord_entry_grid_get_n_rows;
  sheet_class->get_n_columns = accord_entry_grid_get_n_columns;
  sheet_class->create_cell = accord_entry_grid_create_cell;
  sheet_class->bind_cell = accord_entry_grid_bind_cell;
  sheet_class->unbind_cell = accord_entry_grid_unbind_cell;
  sheet_class->dup_note = accord_entry_grid_dup_foot_note;
  sheet_class->update_foot = accord_entry_grid_update_foot;
  sheet_class->advance = accord_entry_grid_advance;
  sheet_class->leave = accord_entry_grid_leave;
  sheet_class->enter_wraps = TRUE;
  accord_entry_grid_install_editing (sheet_class);
  accord_entry_grid_install_clipboard (sheet_class);

  g_type_ensure (ACCORD_TYPE_SHEET_FOOTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-entry-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordEntryGrid, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AccordEntryGrid, view);
  gtk_widget_class_bind_template_child (widget_class, AccordEntryGrid, footer);
  gtk_widget_class_bind_template_child (widget_class, AccordEntryGrid, status);
  gtk_widget_class_bind_template_child (widget_class, AccordEntryGrid, count);
}

static void
accord_entry_grid_init (AccordEntryGrid *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  self->rows = g_list_store_new (ACCORD_TYPE_MEMBER);
  self->shapes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->members = g_ptr_array_new_with_free_func (g_object_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_sheet_set_view (ACCORD_SHEET (self), self->view, self->scrolled, self->status);
  accord_sheet_footer_set_view (self->footer, self->view, self->scrolled);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}

void
accord_entry_grid_begin (AccordEntryGrid *self)
{
  g_return_if_fail (ACCORD_IS_ENTRY_GRID (self));

  for (guint column = 0; column < accord_entry_grid_get_n_metrics (self); column++)
    for (guint row = 0; row < self->members->len; row++)
      {
        AccordWeekValue value;

        accord_entry_grid_get_value (self, row, column, &value);
        if (value.value == ACCORD_UNKNOWN)
          {
            accord_sheet_move_to (ACCORD_SHEET (self), row, column, FALSE);
            return;
          }
      }
  accord_sheet_move_to (ACCORD_SHEET (self), 0, 0, FALSE);
}

void
accord_entry_grid_settle (AccordEntryGrid *self)
{
  AccordSheet *sheet = ACCORD_SHEET (self);

  g_return_if_fail (ACCORD_IS_ENTRY_GRID (self));

  if (!accord_sheet_end_edit (sheet) && accord_sheet_get_editor (sheet) != NULL)
    accord_sheet_refuse_edit (sheet);
}
