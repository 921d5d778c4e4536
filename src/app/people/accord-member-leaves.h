/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-member-part.h"

G_BEGIN_DECLS

/* When a member is, was or will be away: to add, correct and remove. */
#define ACCORD_TYPE_MEMBER_LEAVES (accord_member_leaves_get_type ())
G_DECLARE_FINAL_TYPE (AccordMemberLeaves, accord_member_leaves, ACCORD, MEMBER_LEAVES, AccordMemberPart)

G_END_DECLS
