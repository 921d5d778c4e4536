/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-exact.h"

G_BEGIN_DECLS

/* The reading and writing of decimals that money and rates share. */

/* What reading gives: an AccordNumberError, or this. */
#define ACCORD_DECIMAL_OK (-1)

/* Reads [+-]digits[.digits], blanks around it left out, in units of 10^-places, half to even. negative tells a "-" in
 * front, of a zero too. TOO_LARGE above max, which is in the same units. */
int accord_decimal_parse (const char *text, int places, gint64 max, gint64 *value, gboolean *negative);

/* value in units of 10^-places, in the C locale, without zeros at the end: "-0.5". places is 0-9. */
char *accord_decimal_to_text (gint64 value, int places);

/* For reading, in the user's locale, grouped, with exactly the places, magnitude only: "1,200,000.50". */
char *accord_decimal_format (guint64 magnitude, int places);

/* The locale's decimal point and what groups its digits, borrowed until the locale changes. A locale that does not
 * group is given a comma, or a narrow no-break space where the comma is its decimal point: for reading, digits want
 * groups. */
const char *accord_decimal_get_point (void);
const char *accord_decimal_get_group (void);

gint64 accord_decimal_power (int places);

/* Sets ACCORD_NUMBER_ERROR with a message that names the text. */
void accord_decimal_set_error (GError **error, int fault, const char *text);

G_END_DECLS
