/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-swot-view.h"

G_BEGIN_DECLS

/**
 * AccordSwotVote:
 *
 * The vote for what matters most on the board: one operator enters what everybody gives, by keys or with the pointer. Every
 * vote is stored at once and is one step of Undo.
 */
#define ACCORD_TYPE_SWOT_VOTE (accord_swot_vote_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotVote, accord_swot_vote, ACCORD, SWOT_VOTE, AccordSwotView)

G_END_DECLS
