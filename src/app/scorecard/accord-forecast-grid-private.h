/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-forecast-grid.h"
#include "accord-target-cell.h"

G_BEGIN_DECLS

/* The columns that the keys move through. */
typedef enum
{
  ACCORD_FORECAST_COLUMN_QUOTA,
  ACCORD_FORECAST_COLUMN_COMMITMENT,
  ACCORD_FORECAST_COLUMN_BOOKED,
  ACCORD_FORECAST_COLUMN_LANDING,
  ACCORD_FORECAST_COLUMN_FORECAST,
  ACCORD_FORECAST_COLUMN_MADE_ON,
  ACCORD_FORECAST_COLUMN_DIFFERENCE,
  ACCORD_FORECAST_COLUMN_ACCURACY,
  ACCORD_FORECAST_COLUMN_BIAS,
  ACCORD_FORECAST_N_COLUMNS,
} AccordForecastColumn;

/* A forecast to store. */
typedef struct
{
  gint64 member;
  gint64 amount;
} AccordForecastEdit;

struct _AccordForecastGrid
{
  AccordSheet parent_instance;

  AccordScorecardStep *step;        /* borrowed: it holds the grid */
  const AccordForecastTable *table; /* borrowed; NULL where nothing is shown */
  GListStore *rows;                 /* AccordTargetRow: the first is of all */
  gint64 edited_member;

  GtkScrolledWindow *scrolled;
  GtkColumnView *view;
  GtkLabel *status;
};

/* NULL where there is no such row. Borrowed. */
const AccordForecastRow *accord_forecast_grid_get_row (AccordForecastGrid *self,
                                                       guint               row);
const char *accord_forecast_grid_get_name (AccordForecastGrid *self,
                                           guint               row);
int accord_forecast_grid_get_decimals (AccordForecastGrid *self);
const char *accord_forecast_grid_get_currency (AccordForecastGrid *self);

/* Whether forecasts can be made: the quarter is not over. */
gboolean accord_forecast_grid_is_open (AccordForecastGrid *self);

/* For reading: "$270,000", "n/a". (transfer full) */
char *accord_forecast_grid_dup_text (AccordForecastGrid  *self,
                                     guint                row,
                                     AccordForecastColumn column);

/* Editing and clipboard: accord-forecast-grid-editing.c */
void accord_forecast_grid_install_editing (AccordSheetClass *klass);

G_END_DECLS
