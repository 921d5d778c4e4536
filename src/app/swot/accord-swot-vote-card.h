/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-card.h"

G_BEGIN_DECLS

/**
 * AccordSwotVoteCard:
 *
 * A card to vote for: its title, how many votes the one whose turn it is gives it, with buttons to change that, and how
 * many it has in all.
 *
 * Signals: "chosen", when it gets the focus; "stepped" (int), when one vote more or less is wanted.
 */
#define ACCORD_TYPE_SWOT_VOTE_CARD (accord_swot_vote_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotVoteCard, accord_swot_vote_card, ACCORD, SWOT_VOTE_CARD, AdwBin)

GtkWidget *accord_swot_vote_card_new (AccordCard *card);

AccordCard *accord_swot_vote_card_get_card (AccordSwotVoteCard *self);

/* voter names whose turn it is, NULL: nobody's. n_merged: how many cards lie under it. shows_total: whether total may be
 * seen. */
void accord_swot_vote_card_show (AccordSwotVoteCard *self,
                                 const char         *voter,
                                 guint               given,
                                 guint               total,
                                 gboolean            shows_total,
                                 guint               n_merged);

G_END_DECLS
