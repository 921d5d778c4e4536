/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-results.h"

G_BEGIN_DECLS

/**
 * AccordResultsPane:
 *
 * How a member, a territory or the team came to what they have of a metric: the path to the target, the weeks, the target's
 * versions, and what the metric means.
 *
 * Signal "closed": the close button was pressed.
 */
#define ACCORD_TYPE_RESULTS_PANE (accord_results_pane_get_type ())
G_DECLARE_FINAL_TYPE (AccordResultsPane, accord_results_pane, ACCORD, RESULTS_PANE, AdwBin)

/* name is whose row it is; ranked: members of the team's or a territory's stand in order. */
void accord_results_pane_show (AccordResultsPane *self,
                               AccordResults     *results,
                               guint              row,
                               const char        *name,
                               gboolean           ranked);

G_END_DECLS
