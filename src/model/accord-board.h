/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-card.h"

G_BEGIN_DECLS

/*
 * The SWOT board: two by two quadrants, strengths and weaknesses above opportunities and threats, and the order of the
 * cards in each. A card's position is sparse, so that moving one card usually changes that card alone.
 */

#define ACCORD_BOARD_N_QUADRANTS 4

/* Between neighbours when a quadrant is numbered anew. */
#define ACCORD_BOARD_STEP 1024

/* A quadrant that holds more is hard to talk about: warn, gently. */
#define ACCORD_BOARD_CARDS_MAX 10

typedef enum
{
  ACCORD_BOARD_UP,
  ACCORD_BOARD_DOWN,
  ACCORD_BOARD_START, /* left, where text runs from left to right */
  ACCORD_BOARD_END,
} AccordBoardDirection;

typedef struct
{
  AccordQuadrant quadrant;
  guint index; /* from 0 */
} AccordBoardPlace;

/* The cards that lie on one quadrant of one board in their order: by position, then by id; not those that lie under
 * others (accord-board-query.h). territory 0 is the team's board. (transfer full): an array that holds references. */
GPtrArray *accord_board_list (GListModel    *cards,
                              gint64         year,
                              gint64         territory,
                              AccordQuadrant quadrant);

/* Positions for n_positions cards, given in order, and one more that comes to stand at index among them (beyond the end
 * counts as the end). placed takes n_positions + 1 positions, all above 0. The others keep theirs, and the newcomer
 * gets one between its neighbours; only where there is no room are all numbered anew. Returns how many of the others
 * changed. */
guint accord_board_place (const gint64 *positions,
                          guint         n_positions,
                          guint         index,
                          gint64       *placed);

/* What has to be stored for the card to stand at index in the quadrant, whose cards are given in order. index counts
 * without the card itself. (transfer full): drafts, the card's first; empty where it stands there already. */
GPtrArray *accord_board_move (GPtrArray       *cards,
                              AccordCard      *card,
                              AccordBoardPlace place);

/* The same for several cards at once, which then stand one after another in the order given, from index on; index
 * counts without any of them. A card that lay under another one lies on the board from then on. */
GPtrArray *accord_board_move_all (GPtrArray       *cards,
                                  GPtrArray       *moved,
                                  AccordBoardPlace place);

/* One step with an arrow key, over the edge of a quadrant into the one beside it; FALSE at the edge of the board, with
 * to as it was. counts holds the number of cards in each quadrant. For a card that moves, to's index counts without it
 * and may be the end of the other quadrant; for the focus there has to be a card. */
gboolean accord_board_step (const guint          counts[ACCORD_BOARD_N_QUADRANTS],
                            AccordBoardPlace     from,
                            AccordBoardDirection direction,
                            gboolean             moves,
                            AccordBoardPlace    *to);

G_END_DECLS
