/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-forecast.h"

G_BEGIN_DECLS

/**
 * AccordForecastBook:
 *
 * Everybody's forecasts, sorted once, to be asked about many members and quarters. A snapshot of a list of AccordForecast;
 * holds references.
 */
typedef struct _AccordForecastBook AccordForecastBook;

AccordForecastBook *accord_forecast_book_new (GListModel *forecasts);
void accord_forecast_book_free (AccordForecastBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordForecastBook, accord_forecast_book_free)

/* What the member said about the quarter that begins on that day, by the day it was said; of one day in the order in which
 * it was said. Borrowed, NULL where nothing. */
GPtrArray *accord_forecast_book_list (const AccordForecastBook *self,
                                      gint64                    member,
                                      AccordDate                starts);

/* What they said last on or before a day. What is said when the quarter is over is none: give the quarter's last day where
 * it is to be compared with what came of it. Borrowed, NULL where nothing. */
AccordForecast *accord_forecast_book_find (const AccordForecastBook *self,
                                           gint64                    member,
                                           AccordDate                starts,
                                           AccordDate                as_of);

G_END_DECLS
