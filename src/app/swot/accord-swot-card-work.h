/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-card.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordSwotCardWork:
 *
 * What is done about a card: what came of it on the boards of the years before, its actions, and what other departments are
 * asked.
 */
#define ACCORD_TYPE_SWOT_CARD_WORK (accord_swot_card_work_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotCardWork, accord_swot_card_work, ACCORD, SWOT_CARD_WORK, AdwBin)

/* card NULL: none. Settle before; what is typed in a card that is gone is of no use. */
void accord_swot_card_work_set_card (AccordSwotCardWork *self,
                                     AccordWorkspace    *workspace,
                                     AccordCard         *card);

/* Stores what was typed; FALSE where that failed. */
gboolean accord_swot_card_work_settle (AccordSwotCardWork *self);

G_END_DECLS
