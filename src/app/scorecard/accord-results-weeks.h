/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-results.h"

G_BEGIN_DECLS

/* What a row came out of: a member's values with where each comes from, else the weeks that were rolled up; the latest first.
 * NULL where nothing is known of the quarter. (transfer floating) */
GtkWidget *accord_results_weeks_new (AccordResults *results,
                                     guint          row,
                                     GError       **error);

G_END_DECLS
