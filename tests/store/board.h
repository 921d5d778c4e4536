/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-board-change.h"
#include "fixture.h"

G_BEGIN_DECLS

/* What a team does on a board, an operation a call, each stored as a change of its own. Cards go by their titles, which are words;
 * several are given with a space between; where two have the same title the older one is meant. */

GListModel *board_list_of (Fixture *fixture,
                           GType    type);
guint board_count (Fixture *fixture,
                   GType    type);

/* Applies the change, which must succeed. */
void board_apply (Fixture      *fixture,
                  AccordChange *change);

/* The live card with the title; there has to be one. */
AccordCard *board_card (Fixture    *fixture,
                        const char *title);

/* The id of any record. */
gint64 board_id (gpointer record);

/* Asserts what lies on a quadrant, in order: titles with spaces between, those of cards under others in brackets behind. */
void board_assert_quadrant (Fixture                *fixture,
                            const AccordBoardScope *scope,
                            AccordQuadrant          quadrant,
                            const char             *expected);

void board_add (Fixture                *fixture,
                const AccordBoardScope *scope,
                AccordQuadrant          quadrant,
                const char             *titles);
void board_merge (Fixture    *fixture,
                  const char *host,
                  const char *others);
void board_split (Fixture    *fixture,
                  const char *host,
                  const char *only);
void board_move (Fixture         *fixture,
                 const char      *titles,
                 AccordBoardPlace place);
void board_vote (Fixture    *fixture,
                 const char *title,
                 gint64      member,
                 gint64      ballot,
                 guint       count);
void board_set_audience (Fixture       *fixture,
                         const char    *title,
                         AccordAudience audience);

/* How many were carried over. */
guint board_carry (Fixture    *fixture,
                   const char *titles,
                   gint64      year);

/* The id of what was stored; board_pair() gives 0 where the cards make no pair. */
gint64 board_pair (Fixture    *fixture,
                   const char *one,
                   const char *other);
gint64 board_put_action (Fixture       *fixture,
                         gint64         card,
                         gint64         strategy,
                         AccordAudience audience);
gint64 board_put_ask (Fixture *fixture,
                      gint64   card);

G_END_DECLS
