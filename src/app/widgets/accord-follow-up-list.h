/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-follow-up-row.h"
#include "accord-work-list.h"

G_BEGIN_DECLS

/**
 * AccordFollowUpList:
 *
 * What was agreed to be done: after one conversation, where it goes on living after the record is sealed, or because of a card or
 * a strategy of the SWOT board. A card has the actions of those that lie under it too.
 */
#define ACCORD_TYPE_FOLLOW_UP_LIST (accord_follow_up_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordFollowUpList, accord_follow_up_list, ACCORD, FOLLOW_UP_LIST, AccordWorkList)

/* origin is copied; NULL: none. Settle before. */
void accord_follow_up_list_set_origin (AccordFollowUpList         *self,
                                       AccordWorkspace            *workspace,
                                       const AccordFollowUpOrigin *origin);

/* Without its heading, where it is plain what it lists. */
void accord_follow_up_list_set_compact (AccordFollowUpList *self,
                                        gboolean            compact);

G_END_DECLS
