/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-forecast-grid-private.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-money.h"

static void
add_forecast (AccordForecastGrid       *self,
              AccordChange             *change,
              const AccordForecastEdit *edit)
{
  g_autoptr (AccordForecast) forecast = accord_forecast_new ();

  accord_forecast_set_member (forecast, edit->member);
  accord_forecast_set_starts (forecast, accord_period_get_start (accord_scorecard_step_get_period (self->step)));
  accord_forecast_set_amount (forecast, edit->amount);
  accord_forecast_set_made_on (forecast, accord_clock_today ());
  accord_change_put (change, forecast);
}

static gboolean
store (AccordForecastGrid *self,
       GArray             *edits,
       const char         *label)
{
  g_autoptr (AccordChange) change = accord_change_new (label);

  for (guint i = 0; i < edits->len; i++)
    add_forecast (self, change, &g_array_index (edits, AccordForecastEdit, i));

  return accord_change_is_empty (change) || accord_scorecard_step_apply (self->step, change);
}

static gboolean
accord_forecast_grid_begin_edit (AccordSheet *sheet,
                                 char       **text,
                                 char       **label)
{
  AccordForecastGrid *self = ACCORD_FORECAST_GRID (sheet);
  const guint row = accord_sheet_get_row (sheet);
  const AccordForecastRow *of = accord_forecast_grid_get_row (self, row);

  if (of == NULL || of->member == 0 || accord_sheet_get_column (sheet) != ACCORD_FORECAST_COLUMN_FORECAST
      || !accord_forecast_grid_is_open (self))
    return FALSE;

  self->edited_member = of->member;
  *text = accord_money_to_text (of->forecast, accord_forecast_grid_get_decimals (self));
  /* Translators: a cell that is typed in: %s is a name. */
  *label = g_strdup_printf (_("%s, forecast"), accord_forecast_grid_get_name (self, row));

  return TRUE;
}

static const AccordForecastRow *
find_row (AccordForecastGrid *self,
          gint64              member)
{
  for (guint i = 0; i < self->table->rows->len; i++)
    {
      const AccordForecastRow *row = &g_array_index (self->table->rows, AccordForecastRow, i);

      if (row->member == member)
        return row;
    }

  return NULL;
}

/* The cell stays open with what was typed where it could not be stored. Who says again what was said last says nothing new. */
static gboolean
accord_forecast_grid_store_edit (AccordSheet *sheet,
                                 GError     **error)
{
  AccordForecastGrid *self = ACCORD_FORECAST_GRID (sheet);
  g_autofree char *text = accord_sheet_dup_typed (sheet);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (AccordForecastEdit));
  AccordForecastEdit edit = { .member = self->edited_member };
  const AccordForecastRow *row = find_row (self, edit.member);

  if (*text == '\0')
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_MISSING,
                           _("A forecast stays once it was said. Type another figure, or press Escape; Undo takes a slip back."));
      return FALSE;
    }
  if (!accord_money_parse (text, accord_forecast_grid_get_decimals (self), &edit.amount, error))
    return FALSE;

  if (row != NULL && row->forecast != edit.amount)
    g_array_append_val (edits, edit);
  if (!store (self, edits, _("Forecast")))
    return FALSE;
  accord_sheet_close_edit (sheet);

  return TRUE;
}

/* Nothing that was said goes away. */
static void
accord_forecast_grid_clear_range (AccordSheet *sheet)
{
  accord_sheet_say (sheet, _("A forecast stays once it was said. Type another figure; Undo takes a slip back."));
}

/* What a spreadsheet can count with. */
static char *
accord_forecast_grid_dup_cell_text (AccordSheet *sheet,
                                    guint        row,
                                    guint        column)
{
  AccordForecastGrid *self = ACCORD_FORECAST_GRID (sheet);
  const AccordForecastRow *of = accord_forecast_grid_get_row (self, row);
  const int decimals = accord_forecast_grid_get_decimals (self);

  if (of == NULL)
    return g_strdup ("");

  switch (column)
    {
    case ACCORD_FORECAST_COLUMN_QUOTA:
      return accord_money_to_text (of->quota, decimals);
    case ACCORD_FORECAST_COLUMN_COMMITMENT:
      return accord_money_to_text (of->commitment, decimals);
    case ACCORD_FORECAST_COLUMN_BOOKED:
      return accord_money_to_text (of->booked, decimals);
    case ACCORD_FORECAST_COLUMN_LANDING:
      return accord_money_to_text (of->landing, decimals);
    case ACCORD_FORECAST_COLUMN_FORECAST:
      return accord_money_to_text (of->forecast, decimals);
    case ACCORD_FORECAST_COLUMN_MADE_ON:
      return of->made_on != ACCORD_DATE_NONE ? accord_date_to_iso (of->made_on) : g_strdup ("");
    case ACCORD_FORECAST_COLUMN_DIFFERENCE:
      return accord_money_to_text (of->difference, decimals);
    case ACCORD_FORECAST_COLUMN_ACCURACY:
      return accord_rate_to_text (of->accuracy);
    case ACCORD_FORECAST_COLUMN_BIAS:
    default:
      return accord_rate_to_text (of->bias);
    }
}

static void
accord_forecast_grid_paste_begin (AccordSheet      *sheet,
                                  AccordSheetPaste *paste)
{
  paste->edits = g_array_new (FALSE, FALSE, sizeof (AccordForecastEdit));
  paste->free_edits = (GDestroyNotify) g_array_unref;
}

/* Of what lies beside the column of forecasts nothing is taken: it is there to be read. */
static void
accord_forecast_grid_paste_row (AccordSheet      *sheet,
                                AccordSheetPaste *paste,
                                guint             row,
                                guint             first_column,
                                char            **cells)
{
  AccordForecastGrid *self = ACCORD_FORECAST_GRID (sheet);
  const AccordForecastRow *of = accord_forecast_grid_get_row (self, row);
  AccordForecastEdit edit;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (first_column + i == ACCORD_FORECAST_COLUMN_FORECAST)
        text = g_strstrip (cells[i]);
    }
  if (text == NULL || *text == '\0' || of == NULL || !accord_forecast_grid_is_open (self))
    return;

  if (!accord_money_parse (text, accord_forecast_grid_get_decimals (self), &edit.amount, &error))
    {
      accord_sheet_paste_refuse (paste,
                                 /* Translators: a cell that cannot be pasted: %1 is a name, %2 the reason. */
                                 g_strdup_printf (_("%1$s: %2$s"), accord_forecast_grid_get_name (self, row), error->message));
      return;
    }
  edit.member = of->member;
  if (edit.amount != of->forecast)
    g_array_append_val ((GArray *) paste->edits, edit);
  paste->n_cells++;
}

static void
accord_forecast_grid_paste_store (AccordSheet      *sheet,
                                  AccordSheetPaste *paste)
{
  store (ACCORD_FORECAST_GRID (sheet), paste->edits, _("Paste Forecasts"));
}

void
accord_forecast_grid_install_editing (AccordSheetClass *klass)
{
  klass->begin_edit = accord_forecast_grid_begin_edit;
  klass->store_edit = accord_forecast_grid_store_edit;
  klass->clear_range = accord_forecast_grid_clear_range;
  klass->dup_cell_text = accord_forecast_grid_dup_cell_text;
  klass->paste_begin = accord_forecast_grid_paste_begin;
  klass->paste_row = accord_forecast_grid_paste_row;
  klass->paste_store = accord_forecast_grid_paste_store;
}
