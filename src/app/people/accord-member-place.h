/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-member-part.h"
#include "accord-membership.h"

G_BEGIN_DECLS

/* Where a member belongs now: territory, manager and share of full time, and from which day a change of them counts. */
#define ACCORD_TYPE_MEMBER_PLACE (accord_member_place_get_type ())
G_DECLARE_FINAL_TYPE (AccordMemberPlace, accord_member_place, ACCORD, MEMBER_PLACE, AccordMemberPart)

/* The membership's territory's name, or "". membership may be NULL. Borrowed. */
const char *accord_member_place_get_territory_name (AccordWorkspace  *workspace,
                                                    AccordMembership *membership);

/* The share as it is typed and shown, "80 %"; unknown counts as whole. (transfer full) */
char *accord_member_place_format_share (gint64 share);

G_END_DECLS
