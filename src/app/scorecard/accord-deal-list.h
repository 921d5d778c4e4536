/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-deal.h"

G_BEGIN_DECLS

/**
 * AccordDealList:
 *
 * Open deals in columns, those first that have been in their stage for longest; each column sorts. What is selected, or all where
 * nothing is, is copied as text with Ctrl+C.
 *
 * Signals: "activated" (an AccordDeal).
 *
 * Actions: "deals.copy".
 */
#define ACCORD_TYPE_DEAL_LIST (accord_deal_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordDealList, accord_deal_list, ACCORD, DEAL_LIST, AdwBin)

/* deals is an array of AccordDeal, which it takes its references from. */
void accord_deal_list_show (AccordDealList *self,
                            GPtrArray      *deals);

G_END_DECLS
