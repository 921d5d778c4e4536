/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordMembership:
 *
 * Where a member belonged from when to when: reports of an old quarter use what held then.
 */
#define ACCORD_TYPE_MEMBERSHIP (accord_membership_get_type ())
G_DECLARE_FINAL_TYPE (AccordMembership, accord_membership, ACCORD, MEMBERSHIP, AccordRecord)

AccordMembership *accord_membership_new (void);

ACCORD_DECLARE_VALUE (AccordMembership, accord_membership, member, gint64)
/* 0: none. */
ACCORD_DECLARE_VALUE (AccordMembership, accord_membership, territory, gint64)
/* The member they report to; 0: nobody on the team. */
ACCORD_DECLARE_VALUE (AccordMembership, accord_membership, manager, gint64)
/* First day; none: always. */
ACCORD_DECLARE_VALUE (AccordMembership, accord_membership, starts, AccordDate)
/* Last day; none: until further notice. */
ACCORD_DECLARE_VALUE (AccordMembership, accord_membership, ends, AccordDate)
/* The share of full time that the member counts for, an AccordRate: part time, ramp; 0 on leave. Unknown counts as
 * 1. */
ACCORD_DECLARE_VALUE (AccordMembership, accord_membership, share, gint64)

G_END_DECLS
