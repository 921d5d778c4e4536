/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-page.h"

G_BEGIN_DECLS

/* AccordGoalsPage: the team's year: the roll-up, and a card a member. Its primary action plans with the first member
 * who has no commitment. */
#define ACCORD_TYPE_GOALS_PAGE (accord_goals_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordGoalsPage, accord_goals_page, ACCORD, GOALS_PAGE, AccordPage)

G_END_DECLS
