/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-ask.h"
#include "accord-card.h"

G_BEGIN_DECLS

/* Questions about asks that lists of records answer, and what one step of an ask brings with it. */

/* Whether the department or the team still has something to do about it: neither declined nor done. */
gboolean accord_ask_is_open (AccordAsk *self);

/* The order of two names of departments; 0 if they mean the same one: neither case nor blanks around them make another. */
int accord_ask_compare_departments (const char *one,
                                    const char *other);

/* Departments to choose from: those that most companies have, in the user's language, then those asked before, by name.
 * Names that differ only in case count as one. (transfer full) */
GStrv accord_ask_list_departments (GListModel *asks);

/* The card's asks, and those of cards that lie under it, in the order they were made. (transfer full): an array that
 * holds references. */
GPtrArray *accord_ask_list_of_card (GListModel *asks,
                                    GListModel *cards,
                                    AccordCard *card);

/* For g_ptr_array_sort(): by department, then the day they are needed by, those without one last, then in the order they
 * were made. */
int accord_ask_compare (gconstpointer a,
                        gconstpointer b);

/* All asks of a plan year's boards, in that order. (transfer full) */
GPtrArray *accord_ask_list_of_year (GListModel *asks,
                                    GListModel *cards,
                                    gint64      year);

/* For drafts. The day of asking comes with leaving the draft, and goes when it is one again. */
void accord_ask_move_to (AccordAsk      *draft,
                         AccordAskStatus status,
                         AccordDate      today);

/* For drafts. The day of the answer comes with the first words of it, and goes with the last. */
void accord_ask_take_reply (AccordAsk  *draft,
                            const char *reply,
                            AccordDate  today);

G_END_DECLS
