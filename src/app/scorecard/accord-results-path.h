/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-path-chart.h"
#include "accord-results.h"

G_BEGIN_DECLS

/* Where the row ends if it goes on like this; unknown unless it is a sum in a quarter that is running. */
gint64 accord_results_get_landing (AccordResults *self,
                                   guint          row);

/* What it has to come to each working day that is left, to reach the target; unknown as above, and where more is not better. */
gint64 accord_results_get_required (AccordResults *self,
                                    guint          row);

/* Shows how the row came to what it is, week by week, in a chart; name is whose it is and what. */
void accord_results_show_path (AccordResults   *self,
                               guint            row,
                               const char      *name,
                               AccordPathChart *chart);

G_END_DECLS
