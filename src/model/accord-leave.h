/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordLeave:
 *
 * Time that a member is away: parental leave, illness, a sabbatical, vacation. Working days within it are not theirs.
 */
#define ACCORD_TYPE_LEAVE (accord_leave_get_type ())
G_DECLARE_FINAL_TYPE (AccordLeave, accord_leave, ACCORD, LEAVE, AccordRecord)

AccordLeave *accord_leave_new (void);

ACCORD_DECLARE_VALUE (AccordLeave, accord_leave, member, gint64)
/* First day away. */
ACCORD_DECLARE_VALUE (AccordLeave, accord_leave, starts, AccordDate)
/* Last day away; none: until further notice. */
ACCORD_DECLARE_VALUE (AccordLeave, accord_leave, ends, AccordDate)
/* What it is, in the team's own words; it need not be said. */
ACCORD_DECLARE_TEXT (AccordLeave, accord_leave, note)

G_END_DECLS
