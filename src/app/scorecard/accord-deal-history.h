/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-deal.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordDealHistory:
 *
 * A window with the stages that imports saw a deal in, the day each was first seen, and how long the deal stayed in it. Escape
 * closes it.
 */
#define ACCORD_TYPE_DEAL_HISTORY (accord_deal_history_get_type ())
G_DECLARE_FINAL_TYPE (AccordDealHistory, accord_deal_history, ACCORD, DEAL_HISTORY, AdwWindow)

/* Opens it above the window that parent is in; where the file cannot be read, parent says so in a toast. */
void accord_deal_history_open (GtkWidget       *parent,
                               AccordWorkspace *workspace,
                               AccordDeal      *deal,
                               AccordDate       today);

G_END_DECLS
