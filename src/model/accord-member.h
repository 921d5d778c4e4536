/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordMember:
 *
 * Someone on the team, the leader too. A member who leaves gets a last day and stays in the file.
 */
#define ACCORD_TYPE_MEMBER (accord_member_get_type ())
G_DECLARE_FINAL_TYPE (AccordMember, accord_member, ACCORD, MEMBER, AccordRecord)

AccordMember *accord_member_new (void);

ACCORD_DECLARE_TEXT (AccordMember, accord_member, name)
ACCORD_DECLARE_TEXT (AccordMember, accord_member, email)
/* Job title, in the team's own words. */
ACCORD_DECLARE_TEXT (AccordMember, accord_member, role)
/* Whether this member leads the team. */
ACCORD_DECLARE_VALUE (AccordMember, accord_member, leader, gboolean)
/* First day on the team; none: always been there. */
ACCORD_DECLARE_VALUE (AccordMember, accord_member, started, AccordDate)
/* Last day on the team; none: still there. */
ACCORD_DECLARE_VALUE (AccordMember, accord_member, left, AccordDate)
/* What another system calls them: a number, a login. */
ACCORD_DECLARE_TEXT (AccordMember, accord_member, external)
/* Other names that imported files know them by, one a line. */
ACCORD_DECLARE_TEXT (AccordMember, accord_member, aliases)
/* The share of a full member that they count for in each month from the first day on, as accord_rate_parse() reads
 * them, with commas between: "25%,50%,75%". Later months count in full, as does everything where it is "". */
ACCORD_DECLARE_TEXT (AccordMember, accord_member, ramp)
/* Whether everything personal was erased; what is left stands for team totals alone. */
ACCORD_DECLARE_VALUE (AccordMember, accord_member, erased, gboolean)

/* For g_ptr_array_sort(): by name, those who share one by id. */
int accord_member_compare_names (gconstpointer a,
                                 gconstpointer b);

G_END_DECLS
