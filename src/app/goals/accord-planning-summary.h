/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-planning-year.h"

G_BEGIN_DECLS

/**
 * AccordPlanningSummary:
 *
 * What the team's year comes to: commitments, quotas and the team's target, which is edited in place, in a sentence how
 * far the quotas are over-assigned, and the same by territory. It follows every keystroke in the planning view.
 */
#define ACCORD_TYPE_PLANNING_SUMMARY (accord_planning_summary_get_type ())
G_DECLARE_FINAL_TYPE (AccordPlanningSummary, accord_planning_summary, ACCORD, PLANNING_SUMMARY, AdwBin)

/* NULL shows nothing. */
void accord_planning_summary_set_year (AccordPlanningSummary *self,
                                       AccordPlanningYear    *year);

/* The territory that the page shows alone; -1: all of them. */
void accord_planning_summary_set_territory (AccordPlanningSummary *self,
                                            gint64                 territory);

/* Stores what is typed as the target. FALSE where it cannot be. */
gboolean accord_planning_summary_settle (AccordPlanningSummary *self);

G_END_DECLS
