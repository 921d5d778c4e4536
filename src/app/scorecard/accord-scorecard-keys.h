/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-scorecard-step.h"

G_BEGIN_DECLS

/**
 * AccordScorecardKeys:
 *
 * The third step of the scorecard: which three to five building blocks the team keeps in mind. Those with most votes are
 * suggested; each can be switched on and off, and moved.
 */
#define ACCORD_TYPE_SCORECARD_KEYS (accord_scorecard_keys_get_type ())
G_DECLARE_FINAL_TYPE (AccordScorecardKeys, accord_scorecard_keys, ACCORD, SCORECARD_KEYS, AccordScorecardStep)

G_END_DECLS
