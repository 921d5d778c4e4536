/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordVote:
 *
 * What somebody gave a card of the SWOT board, or a building block of the scorecard, when the team chose what matters
 * most. One record a voter and candidate; a candidate without any has none, rather than one of 0.
 */
#define ACCORD_TYPE_VOTE (accord_vote_get_type ())
G_DECLARE_FINAL_TYPE (AccordVote, accord_vote, ACCORD, VOTE, AccordRecord)

AccordVote *accord_vote_new (void);

/* The card; 0 where it is for a building block. */
ACCORD_DECLARE_VALUE (AccordVote, accord_vote, card, gint64)
/* The building block, a metric; 0 where it is for a card. */
ACCORD_DECLARE_VALUE (AccordVote, accord_vote, metric, gint64)
/* What it is for among candidates of one kind, ACCORD_TYPE_CARD or ACCORD_TYPE_METRIC: the card, or the building block; 0
 * where it is for one of the other kind. */
gint64 accord_vote_get_candidate (AccordVote *self,
                                  GType       kind);
void accord_vote_set_candidate (AccordVote *self,
                                GType       kind,
                                gint64      id);

/* Who voted; 0 where the vote is anonymous. */
ACCORD_DECLARE_VALUE (AccordVote, accord_vote, member, gint64)
/* Tells anonymous voters of one board apart, from 1, without saying who they are; else 0. */
ACCORD_DECLARE_VALUE (AccordVote, accord_vote, ballot, gint64)
/* How many votes, at least 1. */
ACCORD_DECLARE_VALUE (AccordVote, accord_vote, count, gint64)

G_END_DECLS
