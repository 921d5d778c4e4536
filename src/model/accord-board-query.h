/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-board-rules.h"
#include "accord-board.h"

G_BEGIN_DECLS

/* Questions about the cards of a board that lists of records answer. */

/* The cards that lie under host, in order. (transfer full): an array that holds references. */
GPtrArray *accord_board_list_merged (GListModel *cards,
                                     AccordCard *host);
/* How many there are: the keys are ids (gint64 *) of cards with others under them, the values counts (GUINT_TO_POINTER), as
 * accord_multivote_count() reads them. (transfer full) */
GHashTable *accord_board_tally_merged (GListModel *cards);

/* The card that lies on the board for this one: itself, or the one it lies under. Borrowed. */
AccordCard *accord_board_top (GListModel *cards,
                              AccordCard *card);

/* The card with the id, borrowed, or NULL. */
AccordCard *accord_board_find_card (GListModel *cards,
                                    gint64      id);

/* Every card of the board, those that lie under others too, by quadrant and position. (transfer full) */
GPtrArray *accord_board_list_all (GListModel *cards,
                                  gint64      year,
                                  gint64      territory);

/* The board's rules, borrowed; NULL where it has none of its own. */
AccordBoardRules *accord_board_find_rules (GListModel *rules,
                                           gint64      year,
                                           gint64      territory);

/* Impact × likelihood, 1 to 25; 0 where either is not rated. */
guint accord_card_get_priority (AccordCard *self);

typedef enum
{
  ACCORD_BOARD_BY_VOTES,
  ACCORD_BOARD_BY_PRIORITY,
} AccordBoardOrder;

/* Sorts cards (AccordCard, from one board): most votes first, or highest priority first, each breaking the other's
 * ties, then as they lie. tally is of accord_multivote_tally(), with the votes for merged cards counted at the card
 * they lie under. */
void accord_board_sort (GPtrArray       *cards,
                        GHashTable      *tally,
                        AccordBoardOrder order);

/* The votes by card that lies on the board: those for a card under another count for that other. (transfer full) */
GHashTable *accord_board_tally (GListModel *cards,
                                GListModel *votes);

G_END_DECLS
