/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-window-pages.h"

#include <glib/gi18n.h>

#include "accord-conversations-page.h"
#include "accord-goals-page.h"
#include "accord-people-page.h"
#include "accord-reports-page.h"
#include "accord-scorecard-page.h"
#include "accord-swot-page.h"

static const AccordWindowPage window_pages[] = {
  { "people", N_("People"), "accord-people-symbolic", accord_people_page_get_type },
  { "goals", N_("Goals"), "accord-goal-symbolic", accord_goals_page_get_type },
  /* Translators: strengths, weaknesses, opportunities and threats. */
  { "swot", N_("SWOT"), "accord-swot-symbolic", accord_swot_page_get_type },
  { "scorecard", N_("Scorecard"), "accord-scorecard-symbolic", accord_scorecard_page_get_type },
  { "conversations", N_("Conversations"), "accord-conversation-symbolic", accord_conversations_page_get_type },
  { "reports", N_("Reports"), "accord-report-symbolic", accord_reports_page_get_type },
};

const AccordWindowPage *
accord_window_pages (gsize *n_pages)
{
  *n_pages = G_N_ELEMENTS (window_pages);

  return window_pages;
}
