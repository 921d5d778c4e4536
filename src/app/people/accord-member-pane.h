/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-member.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordMemberPane:
 *
 * One member at the side of the People page: what is changed is stored when its field is left. Signal: closed.
 */
#define ACCORD_TYPE_MEMBER_PANE (accord_member_pane_get_type ())
G_DECLARE_FINAL_TYPE (AccordMemberPane, accord_member_pane, ACCORD, MEMBER_PANE, AdwBin)

/* Shows a live member; NULL for none. What was typed about the one before is stored first. */
void accord_member_pane_set_member (AccordMemberPane *self,
                                    AccordWorkspace  *workspace,
                                    AccordMember     *member);

/* Shows what is stored by now, where something that is not the member's own record has changed. */
void accord_member_pane_refresh (AccordMemberPane *self);

AccordMember *accord_member_pane_get_member (AccordMemberPane *self);

G_END_DECLS
