/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-action.h"
#include "accord-strategy.h"

G_BEGIN_DECLS

/* Questions about actions that lists of records answer. Lists are by due day, those without one last, then by id. */

typedef enum
{
  ACCORD_ACTION_STATE_OPEN,
  ACCORD_ACTION_STATE_LATE, /* open, and its day is past */
  ACCORD_ACTION_STATE_DONE,
} AccordActionState;

/* The value in words, for reading. */
const char *accord_action_state_get_label (AccordActionState state);

AccordActionState accord_action_get_state (AccordAction *self,
                                           AccordDate    today);

/* What is still to be done by the member, or by anybody where owner is 0. (transfer full): an array that holds
 * references. */
GPtrArray *accord_action_list_open (GListModel *actions,
                                    gint64      owner);

/* The card's actions, and those of cards that lie under it. (transfer full) */
GPtrArray *accord_action_list_of_card (GListModel *actions,
                                       GListModel *cards,
                                       AccordCard *card);

/* The same, and those of the strategies that it is part of. (transfer full) */
GPtrArray *accord_action_list_about_card (GListModel *actions,
                                          GListModel *cards,
                                          GListModel *strategies,
                                          AccordCard *card);

/* Everything that the cards and strategies of a board led to; territory 0: the team's. (transfer full) */
GPtrArray *accord_action_list_of_board (GListModel *actions,
                                        GListModel *cards,
                                        GListModel *strategies,
                                        gint64      year,
                                        gint64      territory);

/* The cards of earlier years that this one goes on with, the latest first. (transfer full): an array that holds
 * references. */
GPtrArray *accord_card_list_past (GListModel *cards,
                                  AccordCard *card);

/* The strategy with the id, borrowed, or NULL. */
AccordStrategy *accord_strategy_find (GListModel *strategies,
                                      gint64      id);

G_END_DECLS
