/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-member-part.h"

G_BEGIN_DECLS

/* Where a member belonged from when to when, the latest first: to read, correct and take out. Hidden where there is but
 * one place, always the same. */
#define ACCORD_TYPE_MEMBER_HISTORY (accord_member_history_get_type ())
G_DECLARE_FINAL_TYPE (AccordMemberHistory, accord_member_history, ACCORD, MEMBER_HISTORY, AccordMemberPart)

G_END_DECLS
