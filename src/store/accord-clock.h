/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-date.h"

G_BEGIN_DECLS

/* Today by the local calendar; ACCORD_TODAY=YYYY-MM-DD in the environment takes its place everywhere, so that pictures,
 * tests and reports can be made again. An ACCORD_TODAY that is no date is ignored with a warning. */
AccordDate accord_clock_today (void);

/* Now in UTC as YYYY-MM-DDTHH:MM:SSZ; on the day of ACCORD_TODAY, at noon, where that is set. */
char *accord_clock_now_utc (void);

G_END_DECLS
