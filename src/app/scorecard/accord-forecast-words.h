/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-rate.h"

G_BEGIN_DECLS

/* An amount that was computed, for reading, without the parts of its unit that nobody can know; with_sign has a plus before what
 * is above nothing. "n/a" where unknown. (transfer full) */
char *accord_forecast_computed_to_words (gint64      amount,
                                         gboolean    with_sign,
                                         const char *currency,
                                         int         decimals);

/* A bias, for reading: "+8.1 %". "n/a" where unknown. (transfer full) */
char *accord_forecast_bias_to_words (AccordRate bias);

G_END_DECLS
