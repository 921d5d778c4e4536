/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-scorecard-step.h"

G_BEGIN_DECLS

/**
 * AccordScorecardEntry:
 *
 * Where a week's numbers are entered: the week is chosen on top, and everybody's figures are typed below. It begins with the
 * week before today's while that is not complete, as on a Monday, and with today's otherwise; where another quarter is
 * shown, with that one's last week.
 *
 * Metrics that come out of opportunities, and bookings beside quotas, are left out, and named: nobody types them, and a column
 * that the keys have to pass by would cost a key in every row. Their figures stand in the results.
 *
 * Signal "done": whoever types has finished; something else may be shown.
 */
#define ACCORD_TYPE_SCORECARD_ENTRY (accord_scorecard_entry_get_type ())
G_DECLARE_FINAL_TYPE (AccordScorecardEntry, accord_scorecard_entry, ACCORD, SCORECARD_ENTRY, AccordScorecardStep)

/* Puts the focus on the first cell that nothing is entered in, or on the first one. */
void accord_scorecard_entry_begin (AccordScorecardEntry *self);

G_END_DECLS
