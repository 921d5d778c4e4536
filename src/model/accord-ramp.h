/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-rate.h"

G_BEGIN_DECLS

/* A newcomer's ramp: the share that they count for in each month from their first day on. Stored as text,
 * "25%,50%,75%" (accord-member.h). */

/* No ramp is longer, in months. */
#define ACCORD_RAMP_MAX 60

/* Reads a stored ramp into an array of AccordRate; empty for "". Refuses, with ACCORD_RECORD_ERROR and words that name
 * the month: what is no rate, more than 100 %, more months than ACCORD_RAMP_MAX. (transfer full) */
GArray *accord_ramp_parse (const char *text,
                           GError    **error);

/* The same for what a person types, where "25, 50, 75" are percentages and months may also be parted by blanks or
 * semicolons. (transfer full) */
GArray *accord_ramp_parse_percent (const char *text,
                                   GError    **error);

/* The stored form back: "25%,50%,75%". (transfer full) */
char *accord_ramp_to_text (GArray *ramp);

G_END_DECLS
