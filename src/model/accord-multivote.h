/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-board-rules.h"
#include "accord-vote.h"

G_BEGIN_DECLS

/*
 * Multivoting: every voter has the same number of votes and spreads them freely over the candidates, several on one
 * where it matters that much. One operator can enter everybody's. Candidates are of one kind at a time, ACCORD_TYPE_CARD
 * or ACCORD_TYPE_METRIC: a vote for one of the other kind does not count, whatever its id.
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

/* Whether the vote is this voter's. */
gboolean accord_multivote_is_by (AccordVote        *vote,
                                 const AccordVoter *voter);

/* The ids (gint64 *) of the candidates, an array of records, as the keys of a set. (transfer full) */
GHashTable *accord_multivote_list_ids (GPtrArray *candidates);

/* The vote record of one voter for one candidate, borrowed, or NULL. */
AccordVote *accord_multivote_find (GListModel        *votes,
                                   GType              kind,
                                   gint64             candidate,
                                   const AccordVoter *voter);

/* The votes that a voter has given the candidates whose ids are the keys (gint64 *) of candidates. */
guint accord_multivote_spent (GListModel        *votes,
                              GType              kind,
                              GHashTable        *candidates,
                              const AccordVoter *voter);

/* All votes by candidate: the keys are ids (gint64 *), the values counts (GUINT_TO_POINTER). (transfer full) */
GHashTable *accord_multivote_tally (GListModel *votes,
                                    GType       kind);

/* What the tally says of a candidate; 0 where nobody voted for it. */
guint accord_multivote_count (GHashTable *tally,
                              gint64      candidate);

/* The count for a candidate closest to wanted that keeps the voter within each: given is what the voter has on this one
 * now, spent on all of them. */
guint accord_multivote_clamp (guint wanted,
                              guint given,
                              guint spent,
                              guint each);

G_END_DECLS
