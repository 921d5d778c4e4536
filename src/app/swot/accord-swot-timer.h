/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AccordSwotTimer:
 *
 * A timer for a round of a brainstorm: a length to set in minutes or as 1:30, start, pause, from the start again. It counts down
 * large, and at its end says so and rings the display's bell; it never gets in the way.
 */
#define ACCORD_TYPE_SWOT_TIMER (accord_swot_timer_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotTimer, accord_swot_timer, ACCORD, SWOT_TIMER, AdwBin)

G_END_DECLS
