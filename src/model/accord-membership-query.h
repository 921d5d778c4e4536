/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-member.h"
#include "accord-membership.h"

G_BEGIN_DECLS

/* The membership of a member that holds on a day: of those that do, the one that starts last. memberships is a list of
 * AccordMembership; an unknown start counts as always. Borrowed; NULL where none holds. */
AccordMembership *accord_membership_find (GListModel *memberships,
                                          gint64      member,
                                          AccordDate  day);

/* The one that a member held last within first … last, both inclusive: of those that touch the span the one that starts
 * last. Borrowed; NULL where none does. */
AccordMembership *accord_membership_find_in (GListModel *memberships,
                                             gint64      member,
                                             AccordDate  first,
                                             AccordDate  last);

/* The same for everybody, for who asks about a whole team: a table of a member (gint64) to the AccordMembership, which the list
 * holds; without those for whom there is none. (transfer full) */
GHashTable *accord_membership_index_in (GListModel *memberships,
                                        AccordDate  first,
                                        AccordDate  last);

/* The last day of the period first … last that counts as of a day: that day while the period is running, for nobody
 * knows yet who moves later in it, else the period's last. */
AccordDate accord_membership_get_last_day (AccordDate first,
                                           AccordDate last,
                                           AccordDate as_of);

/* Whether the member was on the team on any day of first … last, both inclusive. */
gboolean accord_member_is_present (AccordMember *member,
                                   AccordDate    first,
                                   AccordDate    last);

/* Drafts that move a member to a territory and a manager from a day on, as a GPtrArray of AccordMembership to put: the
 * membership that held the day before ends then, so that reports of older quarters stay as they were; one that starts
 * on that very day is corrected in place. Empty where nothing would change. (transfer full) */
GPtrArray *accord_membership_move (GListModel *memberships,
                                   gint64      member,
                                   gint64      territory,
                                   gint64      manager,
                                   AccordDate  day);

/* The same with the share of full time from that day on too, an AccordRate. (transfer full) */
GPtrArray *accord_membership_change (GListModel *memberships,
                                     gint64      member,
                                     gint64      territory,
                                     gint64      manager,
                                     gint64      share,
                                     AccordDate  day);

/* Drafts that correct a membership of the past, as a GPtrArray of AccordMembership to put: the draft itself, and those
 * of the same member that ended the day before it started or started the day after it ended, so that no gap and no
 * overlap comes from another day. (transfer full) */
GPtrArray *accord_membership_correct (GListModel       *memberships,
                                      AccordMembership *draft);

/* Drafts to put when a membership is removed as if it had never been: the one that it followed goes on, or the one that
 * followed it begins earlier. Empty where nothing touches it. (transfer full) */
GPtrArray *accord_membership_withdraw (GListModel       *memberships,
                                       AccordMembership *membership);

G_END_DECLS
