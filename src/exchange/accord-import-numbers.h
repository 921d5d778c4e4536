/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-exact.h"

G_BEGIN_DECLS

/**
 * AccordImportNumber:
 * @value: in billionths; of a percentage the fraction
 * @percent: whether a percent sign stands behind it
 * @currency: whether a currency's sign or code stands beside it
 * @whole: whether it has no decimals other than zeros
 * @decimals: how many figures stand behind the decimal sign
 */
typedef struct
{
  AccordWide value;
  gboolean percent;
  gboolean currency;
  gboolean whole;
  guint decimals;
} AccordImportNumber;

/* Reads a number of a file's, below nothing too: -12.5, (12.50), 1.200,00 €, 96 %. point is the decimal sign. FALSE with
 * ACCORD_NUMBER_ERROR and a message to show. */
gboolean accord_import_read_number (const char         *text,
                                    char                point,
                                    AccordImportNumber *number,
                                    GError            **error);

/* Reads an amount of money as accord_money_parse_with_point() does. */
gboolean accord_import_read_amount (const char *text,
                                    char        point,
                                    int         decimals,
                                    gint64     *amount,
                                    GError    **error);

G_END_DECLS
