/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-member.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* Adds to a change what puts a member into the territory of that name (made if there is none; "" for none), reporting
 * to manager (0: nobody), for a share of full time, from a day on. The member may be a new one, with an id reserved.
 * Names are compared trimmed and case-folded. */
void accord_member_change_place (AccordChange    *change,
                                 AccordWorkspace *workspace,
                                 gint64           member,
                                 const char      *territory,
                                 gint64           manager,
                                 gint64           share,
                                 AccordDate       day);

/* The id of the territory of that name, which the change makes if there is none; 0 for "". */
gint64 accord_territory_require (AccordChange    *change,
                                 AccordWorkspace *workspace,
                                 const char      *name);

/* The territory of that name; NULL where there is none. Borrowed. */
gpointer accord_territory_find_by_name (AccordWorkspace *workspace,
                                        const char      *name);

/* The names of all territories, in their order, and the roles that members have, sorted. (transfer full) */
GStrv accord_territory_dup_names (AccordWorkspace *workspace);
GStrv accord_member_dup_roles (AccordWorkspace *workspace);

G_END_DECLS
