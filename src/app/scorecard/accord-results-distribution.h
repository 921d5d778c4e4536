/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-distribution-chart.h"
#include "accord-results.h"

G_BEGIN_DECLS

/* Shows in a chart how the members of a territory's row, or of the team's, spread: by their pace where they add up to a target,
 * which is not the same for all of them, else by their figures. FALSE where there are not two of them to be compared. */
gboolean accord_results_show_distribution (AccordResults           *self,
                                           guint                    row,
                                           gboolean                 ranked,
                                           AccordDistributionChart *chart);

G_END_DECLS
