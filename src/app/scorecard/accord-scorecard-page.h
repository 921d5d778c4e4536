/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-page.h"

G_BEGIN_DECLS

/**
 * AccordScorecardPage:
 *
 * What the team, or a territory, measures: from building blocks by votes to key metrics, and the targets that everybody commits
 * to. Each step is an AccordScorecardStep in the page's view stack.
 */
#define ACCORD_TYPE_SCORECARD_PAGE (accord_scorecard_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordScorecardPage, accord_scorecard_page, ACCORD, SCORECARD_PAGE, AccordPage)

G_END_DECLS
