/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-member.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordMemberPart:
 *
 * A group of rows in the member pane that shows records about the member beside the member's own.
 *
 * Signals: "change" (AccordChange *, not owned: to be stored), "fault" (const char *: what is wrong with what was
 * typed; NULL: nothing any more).
 */
#define ACCORD_TYPE_MEMBER_PART (accord_member_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordMemberPart, accord_member_part, ACCORD, MEMBER_PART, AdwPreferencesGroup)

/**
 * AccordMemberPartClass:
 * @member_changed: another member is to be shown, whom refresh follows
 * @refresh: what is stored may be another; not called without a member
 * @settle: emits "change" for what is being typed; not called without a member; NULL: nothing is left to be stored
 */
struct _AccordMemberPartClass
{
  AdwPreferencesGroupClass parent_class;

  void (*member_changed) (AccordMemberPart *self);
  void (*refresh) (AccordMemberPart *self);
  void (*settle) (AccordMemberPart *self);
};

/* member NULL: nobody. */
void accord_member_part_set_member (AccordMemberPart *self,
                                    AccordWorkspace  *workspace,
                                    AccordMember     *member);
void accord_member_part_refresh (AccordMemberPart *self);

/* Before the member goes: what is being typed is to be stored. */
void accord_member_part_settle (AccordMemberPart *self);

/* Borrowed; NULL without a member. */
AccordWorkspace *accord_member_part_get_workspace (AccordMemberPart *self);
AccordMember *accord_member_part_get_member (AccordMemberPart *self);

/* For parts: emit the signals. */
void accord_member_part_change (AccordMemberPart *self,
                                AccordChange     *change);
void accord_member_part_fault (AccordMemberPart *self,
                               const char       *message);

G_END_DECLS
