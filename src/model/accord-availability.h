/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-member.h"
#include "accord-rate.h"

G_BEGIN_DECLS

/* The member factor (domain.md): how much of a period a member counts for. Working days are Monday to Friday without
 * holidays. Of them those before joining, after leaving and on leave are not the member's; part time (the membership that
 * holds on the day) weighs each of the others, and so does the ramp, which runs by months from the first day on. Where
 * no membership holds a day counts in full; an unknown start counts as always, and then there is no ramp. All days
 * are inclusive; everything is exact until the last step. */

/**
 * AccordAvailability:
 *
 * Memberships, leaves and holidays, sorted by member once so that a whole team can be asked about: each question then
 * costs that member's own records and ramp months, however long the period. A snapshot: make another when a list
 * changes.
 */
typedef struct _AccordAvailability AccordAvailability;

/* Lists of AccordMembership, AccordLeave and AccordHoliday; each may be NULL, which is the empty list. */
AccordAvailability *accord_availability_new (GListModel *memberships,
                                             GListModel *leaves,
                                             GListModel *holidays);
void accord_availability_free (AccordAvailability *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAvailability, accord_availability_free)

/* The working days in first … last that the member counts for, in billionths of a day. */
gint64 accord_availability_get_days (AccordAvailability *self,
                                     AccordMember       *member,
                                     AccordDate          first,
                                     AccordDate          last);

/* Those days over the working days of the period: the member factor. Unknown where the period has none. */
AccordRate accord_availability_get_factor (AccordAvailability *self,
                                           AccordMember       *member,
                                           AccordDate          first,
                                           AccordDate          last);

/* Working weeks of five days that are at hand for work, in billionths of a week: as the days, but without the ramp, which
 * lessens what is expected and not the days. */
gint64 accord_availability_get_weeks (AccordAvailability *self,
                                      AccordMember       *member,
                                      AccordDate          first,
                                      AccordDate          last);

/* The same three for one member, from the lists: each call reads all of them. */
gint64 accord_member_get_days (AccordMember *member,
                               GListModel   *memberships,
                               GListModel   *leaves,
                               GListModel   *holidays,
                               AccordDate    first,
                               AccordDate    last);
AccordRate accord_member_get_factor (AccordMember *member,
                                     GListModel   *memberships,
                                     GListModel   *leaves,
                                     GListModel   *holidays,
                                     AccordDate    first,
                                     AccordDate    last);
gint64 accord_member_get_weeks (AccordMember *member,
                                GListModel   *memberships,
                                GListModel   *leaves,
                                GListModel   *holidays,
                                AccordDate    first,
                                AccordDate    last);

G_END_DECLS
