/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordHoliday:
 *
 * A day on which nobody of the team works, weekends aside.
 */
#define ACCORD_TYPE_HOLIDAY (accord_holiday_get_type ())
G_DECLARE_FINAL_TYPE (AccordHoliday, accord_holiday, ACCORD, HOLIDAY, AccordRecord)

AccordHoliday *accord_holiday_new (void);

ACCORD_DECLARE_VALUE (AccordHoliday, accord_holiday, day, AccordDate)
ACCORD_DECLARE_TEXT (AccordHoliday, accord_holiday, name)

G_END_DECLS
