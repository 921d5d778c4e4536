/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-types.h"

G_BEGIN_DECLS

/* Money is gint64 in the minor units of the workspace's currency (cents); decimals says how many of them make one major
 * unit: 10^decimals. Fifteen digits at most, which a spreadsheet holds exactly. */
#define ACCORD_MONEY_MAX G_GINT64_CONSTANT (99999999999999)

/* Minor-unit digits of an ISO 4217 currency: USD 2, JPY 0, KWD 3; 2 for what is not known. */
int accord_currency_get_decimals (const char *code);

/* Three capital letters A-Z. */
gboolean accord_currency_is_valid (const char *code);

/* "$" for the currencies whose sign is commonly read, else the code itself. Borrowed from code or static. */
const char *accord_currency_get_symbol (const char *code);

/* Whether word is what accord_currency_get_symbol() gives for some currency. */
gboolean accord_currency_is_symbol (const char *word);

/* Reads what a person types: "1,200,000", "1.200.000,50", "1 200 000", "1'200.50", "$48k", "1.2m EUR", ".5".
 *
 * Spaces (no-break ones too) and apostrophes group. Of "," and "." together the last is the decimal point; one of them
 * several times groups; one of them once is the decimal point, except where exactly three digits follow one to three
 * digits that do not start with 0 ("1,200"): then it groups, unless the user's locale has it as its decimal point. In
 * that last case a currency with three decimals, or a k or m behind it, lets it be the decimal point, and otherwise it
 * is refused as ambiguous, as are three decimals behind digits grouped by something else ("1.200,500"), for a silent
 * factor of a thousand is worse than a question. Groups are of three digits (of two, but for the last, as in
 * 12,00,000).
 *
 * Refuses, with ACCORD_NUMBER_ERROR and a message to show: nothing, no number, negatives, more than ACCORD_MONEY_MAX,
 * more decimals than the currency has (trailing zeros are no decimals), the ambiguous. amount is then left alone. */
gboolean accord_money_parse (const char *text, int decimals, gint64 *amount, GError **error);

/* The same where point, ',' or '.', is known to be the decimal point and the other one to group: for columns of a file.
 * Nothing is ambiguous then, and nothing depends on the locale. */
gboolean accord_money_parse_with_point (const char *text, char point, int decimals, gint64 *amount, GError **error);

/* The decimal point that an amount was certainly written with, ',' or '.'; '\0' where it does not tell: "1,200" may be
 * grouped, "1200" has no sign. Two signs tell, and one that stands several times tells the other. */
char accord_money_tell_point (const char *text);

/* Reads a plain decimal ("1200.505"), whatever the locale: for files and command lines. More decimals than the currency
 * has are rounded half to even; refuses as above, exponents too. */
gboolean accord_money_parse_plain (const char *text, int decimals, gint64 *amount, GError **error);

/* As accord_money_parse_plain(), but a "-" in front is welcome: for imported values that may be below nothing. */
gboolean accord_money_parse_signed (const char *text, int decimals, gint64 *amount, GError **error);

/* For reading, in the user's locale: "$1,200,000", "1.200,50 €", "KWD 12.500", with decimals only where the amount is
 * not whole; negatives with a minus sign (U+2212); "n/a" for ACCORD_UNKNOWN. currency NULL or "" leaves the sign out.
 * */
char *accord_money_format (gint64 amount, const char *currency, int decimals);

/* The same, shortened for tiles and axes: "$1.2M", "$48k", "$950". */
char *accord_money_format_short (gint64 amount, const char *currency, int decimals);

/* For programs, in the C locale: "1200000.50", "1200000" where whole, "-0.05"; "" for ACCORD_UNKNOWN. */
char *accord_money_to_text (gint64 amount, int decimals);

G_END_DECLS
