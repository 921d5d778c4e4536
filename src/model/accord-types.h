/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number that nobody knows yet, or a quotient whose denominator is 0 or unknown: shown "n/a", null in JSON. Every
 * function on this floor that takes a number takes this too, and hands it on. */
#define ACCORD_UNKNOWN G_MININT64

/* What a number that somebody typed or imported can have against it. */
#define ACCORD_NUMBER_ERROR (accord_number_error_quark ())

typedef enum
{
  ACCORD_NUMBER_ERROR_EMPTY,
  ACCORD_NUMBER_ERROR_NOT_A_NUMBER,
  ACCORD_NUMBER_ERROR_NEGATIVE,
  ACCORD_NUMBER_ERROR_TOO_LARGE,
  ACCORD_NUMBER_ERROR_TOO_MANY_DECIMALS,
  ACCORD_NUMBER_ERROR_AMBIGUOUS,
} AccordNumberError;

GQuark accord_number_error_quark (void);

G_END_DECLS
