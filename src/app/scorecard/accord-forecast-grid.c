/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-forecast-grid-private.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-forecast-words.h"
#include "accord-money.h"

/* What a cell has at its sides, as scorecard.css has it. */
#define CELL_PADDING 24

G_DEFINE_FINAL_TYPE (AccordForecastGrid, accord_forecast_grid, ACCORD_TYPE_SHEET)

enum
{
  ROW_FOCUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const titles[ACCORD_FORECAST_N_COLUMNS] = {
  [ACCORD_FORECAST_COLUMN_QUOTA] = NC_("forecast", "Quota"),
  [ACCORD_FORECAST_COLUMN_COMMITMENT] = NC_("forecast", "Commitment"),
  [ACCORD_FORECAST_COLUMN_BOOKED] = NC_("forecast", "Booked"),
  /* Translators: a column: where the quarter ends if it goes on as it went so far. */
  [ACCORD_FORECAST_COLUMN_LANDING] = NC_("forecast", "Lands At"),
  [ACCORD_FORECAST_COLUMN_FORECAST] = NC_("forecast", "Forecast"),
  /* Translators: a column: the day on which the forecast was made. */
  [ACCORD_FORECAST_COLUMN_MADE_ON] = NC_("forecast", "Said On"),
  /* Translators: a column: the forecast less where the quarter lands. */
  [ACCORD_FORECAST_COLUMN_DIFFERENCE] = NC_("forecast", "Difference"),
  [ACCORD_FORECAST_COLUMN_ACCURACY] = NC_("forecast", "Accuracy"),
  [ACCORD_FORECAST_COLUMN_BIAS] = NC_("forecast", "Bias"),
};

static const char *
column_title (AccordForecastColumn column)
{
  return g_dpgettext2 (NULL, "forecast", titles[column]);
}

const AccordForecastRow *
accord_forecast_grid_get_row (AccordForecastGrid *self,
                              guint               row)
{
  if (self->table == NULL || row > self->table->rows->len)
    return NULL;

  return row == 0 ? &self->table->all : &g_array_index (self->table->rows, AccordForecastRow, row - 1);
}

const char *
accord_forecast_grid_get_name (AccordForecastGrid *self,
                               guint               row)
{
  /* The list holds it. */
  g_autoptr (AccordTargetRow) item = g_list_model_get_item (G_LIST_MODEL (self->rows), row);

  return item != NULL ? accord_target_row_get_name (item) : "";
}

static AccordSettings *
grid_get_settings (AccordForecastGrid *self)
{
  return accord_workspace_get_settings (accord_scorecard_step_get_workspace (self->step));
}

int
accord_forecast_grid_get_decimals (AccordForecastGrid *self)
{
  return (int) accord_settings_get_decimals (grid_get_settings (self));
}

const char *
accord_forecast_grid_get_currency (AccordForecastGrid *self)
{
  return accord_settings_get_currency (grid_get_settings (self));
}

gboolean
accord_forecast_grid_is_open (AccordForecastGrid *self)
{
  return accord_clock_today () <= accord_period_get_end (accord_scorecard_step_get_period (self->step));
}

/* How many of the members have said something is what a day is for one. */
static char *
dup_made_on (AccordForecastGrid      *self,
             const AccordForecastRow *row)
{
  if (row->made_on == ACCORD_DATE_NONE)
    return g_strdup (_("n/a"));
  if (row->member != 0)
    return accord_date_format (row->made_on);

  /* Translators: of how many members a forecast is known: "6 of 7". */
  return g_strdup_printf (_("%1$u of %2$u"), row->n_forecasts, self->table->rows->len);
}

char *
accord_forecast_grid_dup_text (AccordForecastGrid  *self,
                               guint                row,
                               AccordForecastColumn column)
{
  const AccordForecastRow *of = accord_forecast_grid_get_row (self, row);
  const char *currency = accord_forecast_grid_get_currency (self);
  const int decimals = accord_forecast_grid_get_decimals (self);

  g_assert (of != NULL);

  switch (column)
    {
    case ACCORD_FORECAST_COLUMN_QUOTA:
      return accord_money_format (of->quota, currency, decimals);
    case ACCORD_FORECAST_COLUMN_COMMITMENT:
      return accord_money_format (of->commitment, currency, decimals);
    case ACCORD_FORECAST_COLUMN_BOOKED:
      return accord_money_format (of->booked, currency, decimals);
    case ACCORD_FORECAST_COLUMN_LANDING:
      return accord_forecast_computed_to_words (of->landing, FALSE, currency, decimals);
    case ACCORD_FORECAST_COLUMN_FORECAST:
      return accord_money_format (of->forecast, currency, decimals);
    case ACCORD_FORECAST_COLUMN_MADE_ON:
      return dup_made_on (self, of);
    case ACCORD_FORECAST_COLUMN_DIFFERENCE:
      return accord_forecast_computed_to_words (of->difference, TRUE, currency, decimals);
    case ACCORD_FORECAST_COLUMN_ACCURACY:
      return accord_rate_format_percent (of->accuracy);
    case ACCORD_FORECAST_COLUMN_BIAS:
    default:
      return accord_forecast_bias_to_words (of->bias);
    }
}

static void
show_cell (AccordForecastGrid *self,
           AccordSheetCell    *cell)
{
  const guint row = accord_sheet_cell_get_row (cell), column = accord_sheet_cell_get_column (cell);
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  if (accord_forecast_grid_get_row (self, row) == NULL)
    return;

  text = accord_forecast_grid_dup_text (self, row, column);
  /* Translators: a cell: %1 is a name, %2 a column, %3 what stands there. */
  label = g_strdup_printf (_("%1$s, %2$s: %3$s"), accord_forecast_grid_get_name (self, row), column_title (column), text);
  accord_target_cell_show (ACCORD_TARGET_CELL (cell), text, label, FALSE);
}

static void
add_columns (AccordForecastGrid *self)
{
  g_autoptr (GtkColumnViewColumn) names = accord_target_rows_create_column ();

  gtk_column_view_append_column (self->view, names);
  for (guint i = 0; i < ACCORD_FORECAST_N_COLUMNS; i++)
    accord_sheet_append_column (ACCORD_SHEET (self), i, column_title (i), TRUE);
  for (guint i = 0; i < ACCORD_FORECAST_N_COLUMNS; i++)
    accord_sheet_align_title (ACCORD_SHEET (self), i + 1);
}

/* The longest of a column's texts: its digits are of one width. */
static char *
dup_longest (AccordForecastGrid *self,
             guint               column)
{
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autofree char *longest = g_strdup ("");
  glong length = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *text = accord_forecast_grid_dup_text (self, row, column);
      const glong of_text = g_utf8_strlen (text, -1);

      if (of_text <= length)
        continue;
      length = of_text;
      g_free (longest);
      longest = g_steal_pointer (&text);
    }

  return g_steal_pointer (&longest);
}

/* Columns are as wide as the figures of all and their titles, whatever is scrolled into sight: nothing jumps. */
static void
update_widths (AccordForecastGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  AccordSheet *sheet = ACCORD_SHEET (self);
  g_autoptr (GtkColumnViewColumn) names = g_list_model_get_item (columns, 0);

  for (guint i = 0; i < ACCORD_FORECAST_N_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i + 1);
      g_autofree char *longest = dup_longest (self, i);
      const int width = MAX (accord_sheet_measure_text (sheet, column_title (i), TRUE),
                             accord_sheet_measure_text (sheet, longest, TRUE));

      gtk_column_view_column_set_fixed_width (column, width + CELL_PADDING);
    }
  gtk_column_view_column_set_fixed_width (names, accord_sheet_measure_text (sheet, "Bartholomew Feather", TRUE));
}

static void
fill_rows (AccordForecastGrid *self,
           const char         *all,
           GPtrArray          *members)
{
  const guint row = accord_sheet_get_row (ACCORD_SHEET (self)), last = members->len;

  accord_forecast_grid_cancel (self);
  accord_target_rows_fill (self->rows, all, members);
  /* Keys begin where something is typed. */
  accord_sheet_reset_row (ACCORD_SHEET (self), CLAMP (row, MIN (1, last), last));
}

void
accord_forecast_grid_refresh (AccordForecastGrid        *self,
                              AccordScorecardStep       *step,
                              const char                *all,
                              GPtrArray                 *members,
                              const AccordForecastTable *table)
{
  AccordSheet *sheet = ACCORD_SHEET (self);
  GPtrArray *cells = accord_sheet_get_cells (sheet);

  g_return_if_fail (ACCORD_IS_FORECAST_GRID (self));

  self->step = step;
  self->table = table;
  if (!accord_target_rows_are (G_LIST_MODEL (self->rows), all, members))
    fill_rows (self, all, members);
  update_widths (self);
  for (guint i = 0; i < cells->len; i++)
    show_cell (self, cells->pdata[i]);
  if (accord_sheet_get_editor (sheet) == NULL)
    accord_sheet_say (sheet, "");
}

const AccordForecastRow *
accord_forecast_grid_get_focused (AccordForecastGrid *self,
                                  const char        **name)
{
  const guint row = accord_sheet_get_row (ACCORD_SHEET (self));

  g_return_val_if_fail (ACCORD_IS_FORECAST_GRID (self), NULL);

  *name = accord_forecast_grid_get_name (self, row);

  return accord_forecast_grid_get_row (self, row);
}

void
accord_forecast_grid_cancel (AccordForecastGrid *self)
{
  g_return_if_fail (ACCORD_IS_FORECAST_GRID (self));

  accord_sheet_cancel_edit (ACCORD_SHEET (self));
}

void
accord_forecast_grid_settle (AccordForecastGrid *self)
{
  AccordSheet *sheet = ACCORD_SHEET (self);

  g_return_if_fail (ACCORD_IS_FORECAST_GRID (self));

  if (!accord_sheet_end_edit (sheet) && accord_sheet_get_editor (sheet) != NULL)
    accord_sheet_refuse_edit (sheet);
}

static char *
dup_forecast_note (AccordForecastGrid      *self,
                   const AccordForecastRow *row)
{
  g_autofree char *day = accord_date_format (row->made_on);

  if (row->member == 0)
    return g_strdup (_("The sum of what the members say"));
  if (!accord_forecast_grid_is_open (self))
    return g_strdup (_("The quarter is over: what was said stays as it was said"));
  if (row->made_on == ACCORD_DATE_NONE)
    return g_strdup (_("Type what the quarter will end at"));

  /* Translators: %s is a date. */
  return g_strdup_printf (_("Said on %s; what you type is kept beside it, with the date of today"), day);
}

static char *
accord_forecast_grid_dup_note (AccordSheet *sheet)
{
  AccordForecastGrid *self = ACCORD_FORECAST_GRID (sheet);
  const AccordForecastRow *row = accord_forecast_grid_get_row (self, accord_sheet_get_row (sheet));

  if (row == NULL)
    return g_strdup ("");

  switch (accord_sheet_get_column (sheet))
    {
    case ACCORD_FORECAST_COLUMN_QUOTA:
      return g_strdup (_("What the company assigns for the quarter"));
    case ACCORD_FORECAST_COLUMN_COMMITMENT:
      return g_strdup (_("What was promised for the quarter"));
    case ACCORD_FORECAST_COLUMN_BOOKED:
      return g_strdup (_("Won in the quarter so far"));
    case ACCORD_FORECAST_COLUMN_LANDING:
      return g_strdup (_("Where the quarter ends if it goes on as it went so far"));
    case ACCORD_FORECAST_COLUMN_FORECAST:
    case ACCORD_FORECAST_COLUMN_MADE_ON:
      return dup_forecast_note (self, row);
    case ACCORD_FORECAST_COLUMN_DIFFERENCE:
      return g_strdup (_("The forecast less where the quarter lands"));
    case ACCORD_FORECAST_COLUMN_ACCURACY:
      return g_strdup_printf (ngettext ("How near the last forecast came in the quarter before",
                                        "How near the last forecasts came in the %d quarters before",
                                        ACCORD_FORECAST_PAST_QUARTERS),
                              ACCORD_FORECAST_PAST_QUARTERS);
    case ACCORD_FORECAST_COLUMN_BIAS:
    default:
      return g_strdup (_("Above 0 the forecasts were higher than what came of them, below 0 lower"));
    }
}

static void
accord_forecast_grid_update_foot (AccordSheet *sheet)
{
  g_signal_emit (sheet, signals[ROW_FOCUSED], 0);
}

static guint
accord_forecast_grid_get_n_rows (AccordSheet *sheet)
{
  AccordForecastGrid *self = ACCORD_FORECAST_GRID (sheet);

  return self->table != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;
}

static guint
accord_forecast_grid_get_n_columns (AccordSheet *sheet)
{
  return ACCORD_FORECAST_N_COLUMNS;
}

static gboolean
accord_forecast_grid_types_in_row (AccordSheet *sheet,
                                   guint        row)
{
  return row > 0;
}

static AccordSheetCell *
accord_forecast_grid_create_cell (AccordSheet *sheet,
                                  guint        column)
{
  return accord_target_cell_new (column);
}

static void
accord_forecast_grid_bind_cell (AccordSheet     *sheet,
                                AccordSheetCell *cell)
{
  show_cell (ACCORD_FORECAST_GRID (sheet), cell);
}

static void
accord_forecast_grid_unbind_cell (AccordSheet     *sheet,
                                  AccordSheetCell *cell)
{
  accord_sheet_cell_set_selected (cell, FALSE);
}

/* From forecast to forecast. */
static gboolean
accord_forecast_grid_advance (AccordSheet *sheet,
                              int          step)
{
  const int row = (int) accord_sheet_get_row (sheet) + step;

  if (row < 1 || row >= (int) accord_forecast_grid_get_n_rows (sheet))
    return FALSE;
  accord_sheet_move_to (sheet, (guint) row, ACCORD_FORECAST_COLUMN_FORECAST, FALSE);

  return TRUE;
}

static gboolean
accord_forecast_grid_leave (AccordSheet *sheet,
                            gboolean     backwards)
{
  return FALSE;
}

/* The text may have become larger. */
static void
accord_forecast_grid_system_setting_changed (GtkWidget        *widget,
                                             GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (accord_forecast_grid_parent_class)->system_setting_changed (widget, setting);
  if (ACCORD_FORECAST_GRID (widget)->table != NULL)
    update_widths (ACCORD_FORECAST_GRID (widget));
}

static void
accord_forecast_grid_dispose (GObject *object)
{
  AccordForecastGrid *self = ACCORD_FORECAST_GRID (object);

  if (self->view != NULL)
    {
      accord_sheet_cancel_edit (ACCORD_SHEET (self));
      gtk_column_view_set_model (self->view, NULL);
    }
  self->view = NULL;
  self->table = NULL;

  G_OBJECT_CLASS (accord_forecast_grid_parent_class)->dispose (object);
}

static void
accord_forecast_grid_finalize (GObject *object)
{
  g_object_unref (ACCORD_FORECAST_GRID (object)->rows);

  G_OBJECT_CLASS (accord_forecast_grid_parent_class)->finalize (object);
}

static void
accord_forecast_grid_class_init (AccordForecastGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordSheetClass *sheet_class = ACCORD_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_forecast_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_forecast_grid_finalize;
  widget_class->system_setting_changed = accord_forecast_grid_system_setting_changed;
  sheet_class->get_n_rows = accord_forecast_grid_get_n_rows;
  sheet_class->get_n_columns = accord_forecast_grid_get_n_columns;
  sheet_class->types_in_row = accord_forecast_grid_types_in_row;
  sheet_class->create_cell = accord_forecast_grid_create_cell;
  sheet_class->bind_cell = accord_forecast_grid_bind_cell;
  sheet_class->unbind_cell = accord_forecast_grid_unbind_cell;
  sheet_class->dup_note = accord_forecast_grid_dup_note;
  sheet_class->update_foot = accord_forecast_grid_update_foot;
  sheet_class->advance = accord_forecast_grid_advance;
  sheet_class->leave = accord_forecast_grid_leave;
  accord_forecast_grid_install_editing (sheet_class);

  signals[ROW_FOCUSED] = g_signal_new ("row-focused", ACCORD_TYPE_FORECAST_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-forecast-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordForecastGrid, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AccordForecastGrid, view);
  gtk_widget_class_bind_template_child (widget_class, AccordForecastGrid, status);
}

static void
accord_forecast_grid_init (AccordForecastGrid *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  self->rows = g_list_store_new (ACCORD_TYPE_TARGET_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_sheet_set_view (ACCORD_SHEET (self), self->view, self->scrolled, self->status);
  add_columns (self);
  accord_sheet_reset_column (ACCORD_SHEET (self), ACCORD_FORECAST_COLUMN_FORECAST);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}
