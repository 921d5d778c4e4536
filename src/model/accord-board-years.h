/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-board.h"

G_BEGIN_DECLS

/* Questions about the boards of several years, and about who works on the one of a year. territory 0 is the team's. */

/* The labels of the plan years that have a card on such a board, ascending. (transfer full): an array of gint64. */
GArray *accord_board_list_years (GListModel *cards,
                                 gint64      territory);

/* Of such years the one to compare a year with, or to carry cards over from: the last before it; else, where only later
 * ones have cards, the first of those; 0 where no other has. */
gint64 accord_board_find_other_year (GListModel *cards,
                                     gint64      territory,
                                     gint64      year);

/* The card of that year that was carried over from this one, at once or over the boards of years between; borrowed, or
 * NULL. */
AccordCard *accord_board_find_carried (GListModel *cards,
                                       AccordCard *card,
                                       gint64      year);

/* The members whose turn it may be: on the team at some time of first … last, and for a territory's board in that
 * territory in that time; by name. members and memberships are lists of AccordMember and AccordMembership.
 * (transfer full): an array that holds references. */
GPtrArray *accord_board_list_members (GListModel *members,
                                      GListModel *memberships,
                                      gint64      territory,
                                      AccordDate  first,
                                      AccordDate  last);

G_END_DECLS
