/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-ask.h"
#include "accord-board-change.h"

G_BEGIN_DECLS

/**
 * AccordBoardCopyCard:
 * @place: in its quadrant, from 1, among the cards in the copy
 * @merged: the cards under it (AccordCard) that the audience may see, in order
 * @votes: for it and for @merged
 * @asks: of it and of @merged (AccordAsk), in order of their ids
 * @n_actions: from it and from @merged, as far as the audience may see them
 * @n_done: of those, the ones done on the day of the copy
 * @resolved: whether it was settled by the day of the copy
 *
 * A card that lies on the board.
 */
typedef struct
{
  AccordCard *card;
  guint place;
  GPtrArray *merged;
  guint votes;
  GPtrArray *asks;
  guint n_actions;
  guint n_done;
  gboolean resolved;
} AccordBoardCopyCard;

/**
 * AccordBoardCopy:
 * @team: the workspace's name
 * @scope_name: the territory's name, or what the board of the whole team is called
 * @quadrants: arrays of AccordBoardCopyCard, each in order
 * @has_votes: whether anybody voted for one of the cards in the copy
 * @covered: whether the cards lie face down
 * @n_left_out: how many cards the audience may not see, those on the board and those under others
 *
 * A board as one audience may see it, on a day, for whatever goes out: what that audience must not see is not in it,
 * and nothing counts it.
 */
typedef struct
{
  AccordBoardScope scope;
  AccordAudience audience;
  AccordDate as_of;
  char *team;
  char *scope_name;
  char *year_name;
  GPtrArray *quadrants[ACCORD_BOARD_N_QUADRANTS];
  gboolean has_votes;
  gboolean covered;
  guint n_left_out;
} AccordBoardCopy;

/* What the store has to say where a list cannot be read. */
AccordBoardCopy *accord_board_copy_new (AccordWorkspace        *workspace,
                                        const AccordBoardScope *scope,
                                        AccordAudience          audience,
                                        AccordDate              as_of,
                                        GError                **error);
void accord_board_copy_free (AccordBoardCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBoardCopy, accord_board_copy_free)

/* Writes the cards as CSV, a card a row, those under others after them; whole or not at all, readable by its owner
 * alone. Whether the cards are covered makes no difference. ACCORD_REPORT_ERROR. */
gboolean accord_board_copy_write_csv (const AccordBoardCopy *self,
                                      const char            *path,
                                      gboolean               overwrite,
                                      GError               **error);

/* What a file of the board is called, without its extension, and with nothing in it that a file system minds: "SWOT
 * 2026 Demo team". (transfer full) */
char *accord_board_copy_suggest_name (const AccordBoardCopy *self);

G_END_DECLS
