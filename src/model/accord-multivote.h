/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-board-rules.h"
#include "accord-vote.h"

G_BEGIN_DECLS

/*
 * Multivoting: every voter has the same number of votes and spreads them freely over the candidates, several on one
 * where it matters that much. One operator can enter everybody's.
 */

/* A voter: a member, or where votes are anonymous the ballot with this number, from 1. */
typedef struct
{
  gint64 member;
  gint64 ballot;
} AccordVoter;

/* A third of the candidates, to the nearest whole, at least 3. */
guint accord_multivote_default (guint n_candidates);

/* What each voter has by these rules (NULL: the default), for so many candidates. */
guint accord_multivote_each (AccordBoardRules *rules,
                             guint             n_candidates);

/* The vote record of one voter for one card, borrowed, or NULL. */
AccordVote *accord_multivote_find (GListModel        *votes,
                                   gint64             card,
                                   const AccordVoter *voter);

/* The votes that a voter has given the cards whose ids are the keys (gint64) of cards. */
guint accord_multivote_spent (GListModel        *votes,
                              GHashTable        *cards,
                              const AccordVoter *voter);

/* All votes by card: the keys are ids (gint64 *), the values counts (GUINT_TO_POINTER). (transfer full) */
GHashTable *accord_multivote_tally (GListModel *votes);

/* What the tally says of a card; 0 where nobody voted for it. */
guint accord_multivote_count (GHashTable *tally,
                              gint64      card);

/* The count for a card closest to wanted that keeps the voter within each: given is what the voter has on this card
 * now, spent on all of them. */
guint accord_multivote_clamp (guint wanted,
                              guint given,
                              guint spent,
                              guint each);

G_END_DECLS
