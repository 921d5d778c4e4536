/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-date.h"
#include "accord-rate.h"

G_BEGIN_DECLS

/**
 * AccordDeadlines:
 * @due: follow-ups that were due
 * @met: those of them that were done by their day
 * @late: those that were done after it
 * @open: those that are still to be done, though their day is past
 *
 * How a member kept the days that follow-ups were promised for: due = met + late + open.
 */
typedef struct
{
  gint64 member;
  gint64 due;
  gint64 met;
  gint64 late;
  gint64 open;
} AccordDeadlines;

/* Everybody's, by member: a GArray of AccordDeadlines, of those only who had one due in first … last (inclusive). actions is a
 * list of AccordAction. One whose day is as_of is due once it is done, for the day is not over; a later one is not due yet,
 * whether it is done or not; what was done after as_of counts as open. (transfer full) */
GArray *accord_deadlines_read (GListModel *actions,
                               AccordDate  first,
                               AccordDate  last,
                               AccordDate  as_of);

/* The member's; none due where there is no entry. */
AccordDeadlines accord_deadlines_find (GArray *deadlines,
                                       gint64  member);

/* Deadlines met (domain.md): met / due. Unknown where none was due. */
AccordRate accord_deadlines_get_rate (const AccordDeadlines *self);

G_END_DECLS
