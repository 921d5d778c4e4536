/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-board-query.h"
#include "accord-strategy.h"
#include "accord-vote-change.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/*
 * What a team does on a SWOT board, put into a change: each function adds all that belongs to one action, so that one
 * step of Undo takes it back. The cards are live records of the workspace; they change when the change is applied.
 */

/* A board: a plan year's label, and the territory or 0 for the team. */
typedef struct
{
  gint64 year;
  gint64 territory;
} AccordBoardScope;

/* New cards at the end of the quadrant, one a title, in order; author as in AccordCard. Gives the first one's id, 0
 * where there is no title; the others' follow it one by one, in order, without a gap. */
gint64 accord_board_change_add (AccordChange           *change,
                                AccordWorkspace        *workspace,
                                const AccordBoardScope *scope,
                                AccordQuadrant          quadrant,
                                const char *const      *titles,
                                gint64                  author);

/* The cards come to stand one after another, in the order given, from place.index on, which counts without them. */
void accord_board_change_move (AccordChange           *change,
                               AccordWorkspace        *workspace,
                               const AccordBoardScope *scope,
                               GPtrArray              *moved,
                               AccordBoardPlace        place);

/* Removes the cards, what lies under them, the votes and asks that are theirs, and the strategies they are part of.
 * Actions stay, and stand for themselves, before no eyes that could not see the card. */
void accord_board_change_remove (AccordChange    *change,
                                 AccordWorkspace *workspace,
                                 GPtrArray       *cards);

/* The others, and what lies under them, come to lie under host; under the one that host lies under, if it does. */
void accord_board_change_merge (AccordChange    *change,
                                AccordWorkspace *workspace,
                                AccordCard      *host,
                                GPtrArray       *others);

/* What lies under host (all of it, or only the one card) lies on the board again, right after host. */
void accord_board_change_split (AccordChange    *change,
                                AccordWorkspace *workspace,
                                AccordCard      *host,
                                AccordCard      *only);

/* The cards of every quadrant in the order of votes or priority. */
void accord_board_change_sort (AccordChange           *change,
                               AccordWorkspace        *workspace,
                               const AccordBoardScope *scope,
                               AccordBoardOrder        order);

/* As accord_vote_change_give(), for a card and those that lie under it, together: what is new goes to the card itself, and is taken from
 * those under it only where the card has none left. */
void accord_board_change_vote_in_all (AccordChange      *change,
                                      AccordWorkspace   *workspace,
                                      AccordCard        *card,
                                      const AccordVoter *voter,
                                      guint              count);

/* Takes back all votes for cards of the board. */
void accord_board_change_clear_votes (AccordChange           *change,
                                      AccordWorkspace        *workspace,
                                      const AccordBoardScope *scope);

/* A draft of the board's rules to set and put: a copy of those it has, or new ones. (transfer full) */
AccordBoardRules *accord_board_change_draft_rules (AccordWorkspace        *workspace,
                                                   const AccordBoardScope *scope);

/* The cards, all of one board, with what lies under them, on the board of another year, at the end of their
 * quadrants: what they say, how they are rated and who may see them, not votes, actions or asks. Those that are
 * there already, carried over at once or over the boards of years between, are left out; gives how many were not
 * (those under others not counted). */
guint accord_board_change_carry (AccordChange    *change,
                                 AccordWorkspace *workspace,
                                 GPtrArray       *cards,
                                 gint64           year);

/* A new strategy of two cards, given in either order, at the end of its board; NULL where both come from inside, or
 * both from outside. (transfer full): the draft that was put. */
AccordStrategy *accord_board_change_pair (AccordChange    *change,
                                          AccordWorkspace *workspace,
                                          AccordCard      *one,
                                          AccordCard      *other,
                                          const char      *text);

/* Removes the strategy; its actions stay and stand for themselves. */
void accord_board_change_unpair (AccordChange    *change,
                                 AccordWorkspace *workspace,
                                 AccordStrategy  *strategy);

/* The strategy comes to stand at index among siblings (AccordStrategy, in order, as accord_tows_list() gives them),
 * which counts without it. Nothing is put where it stands there already. */
void accord_board_change_move_strategy (AccordChange   *change,
                                        GPtrArray      *siblings,
                                        AccordStrategy *strategy,
                                        guint           index);

/* Puts a card's draft. Where who may see it differs from before, its actions and those of the strategies it is part
 * of follow. */
void accord_board_change_edit (AccordChange    *change,
                               AccordWorkspace *workspace,
                               AccordCard      *draft);

G_END_DECLS
