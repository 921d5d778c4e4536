/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-period.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordMemberBookings:
 *
 * What every member booked in some quarters, in one reading: the same figures as accord_opportunities_bookings(), for a page
 * that shows all of them.
 */
typedef struct _AccordMemberBookings AccordMemberBookings;

/* From the quarter first to the quarter last, as of a day. NULL on error; ACCORD_STORE_ERROR_DAMAGED. */
AccordMemberBookings *accord_member_bookings_new (AccordWorkspace *workspace,
                                                  AccordQuarter    first,
                                                  AccordQuarter    last,
                                                  AccordDate       as_of,
                                                  GError         **error);
void accord_member_bookings_free (AccordMemberBookings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordMemberBookings, accord_member_bookings_free)

/* In minor units. Where the workspace has opportunities a member without any booked nothing; where it has none the imported
 * actuals of "Bookings" tell, and a quarter without any is unknown. So is one that has not begun. */
gint64 accord_member_bookings_get (const AccordMemberBookings *self,
                                   gint64                      member,
                                   AccordQuarter               quarter);

G_END_DECLS
