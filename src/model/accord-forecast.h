/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordForecast:
 *
 * What a member said on a day that a quarter will end at. It is never overwritten: whoever changes their mind makes another
 * one, and of several of one day the last counts.
 */
#define ACCORD_TYPE_FORECAST (accord_forecast_get_type ())
G_DECLARE_FINAL_TYPE (AccordForecast, accord_forecast, ACCORD, FORECAST, AccordRecord)

AccordForecast *accord_forecast_new (void);

ACCORD_DECLARE_VALUE (AccordForecast, accord_forecast, member, gint64)
/* First day of the quarter. */
ACCORD_DECLARE_VALUE (AccordForecast, accord_forecast, starts, AccordDate)
/* What is booked in the quarter when it is over, minor units. */
ACCORD_DECLARE_VALUE (AccordForecast, accord_forecast, amount, gint64)
/* The day it was said; in the quarter or before it. */
ACCORD_DECLARE_VALUE (AccordForecast, accord_forecast, made_on, AccordDate)
ACCORD_DECLARE_TEXT (AccordForecast, accord_forecast, note)

G_END_DECLS
