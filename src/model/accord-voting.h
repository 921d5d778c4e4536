/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-card.h"
#include "accord-date.h"
#include "accord-multivote.h"

G_BEGIN_DECLS

/*
 * The vote of a team for the cards of one board, as one operator enters it: who votes, and what they have given. A card
 * counts with what lies under it. ids are those of accord_voting_list_ids ().
 */

/* The ids (gint64 *) of all cards of the board, those that lie under others too, as the keys of a set.
 * (transfer full) */
GHashTable *accord_voting_list_ids (GListModel *cards,
                                    gint64      year,
                                    gint64      territory);

/* Those who vote, as AccordMember by name: everybody whose board it is on the day (accord_board_list_members ()), and
 * whoever has voted, wherever they are now. (transfer full): an array that holds references. */
GPtrArray *accord_voting_list_members (GListModel *members,
                                       GListModel *memberships,
                                       GListModel *votes,
                                       GHashTable *ids,
                                       gint64      territory,
                                       AccordDate  day);

/* The highest number of an anonymous ballot with a vote on it; 0 where there is none. */
guint accord_voting_last_ballot (GListModel *votes,
                                 GHashTable *ids);

/* Whether anybody has voted. */
gboolean accord_voting_has_begun (GListModel *votes,
                                  GHashTable *ids);

/* What the voter has given the card and those that lie under it. */
guint accord_voting_given (GListModel        *cards,
                           GListModel        *votes,
                           AccordCard        *card,
                           const AccordVoter *voter);

/* accord_voting_given() of every card on which that is not 0: the keys are ids (gint64 *), the values counts
 * (GUINT_TO_POINTER), as accord_multivote_count() reads them. (transfer full) */
GHashTable *accord_voting_tally (GListModel        *cards,
                                 GListModel        *votes,
                                 const AccordVoter *voter);

/* What the voter gets who wants so many votes for a card and has given on it now, spent on all cards of each: as
 * accord_multivote_clamp (), but whoever has more than each, since there were more once, keeps them until they are
 * taken back. */
guint accord_voting_allow (guint wanted,
                           guint given,
                           guint spent,
                           guint each);

G_END_DECLS
