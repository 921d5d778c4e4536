/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-period.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordConversationList:
 *
 * The conversations that the filters above the list let through, newest first.
 *
 * Signals: selected (another conversation is; not when the filters took the selected one away), opened (a row was
 * clicked, or Enter pressed on it, which the parameter tells).
 */
#define ACCORD_TYPE_CONVERSATION_LIST (accord_conversation_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordConversationList, accord_conversation_list, ACCORD, CONVERSATION_LIST, AdwBin)

void accord_conversation_list_set_workspace (AccordConversationList *self,
                                             AccordWorkspace        *workspace);

/* The plan year that the list can be narrowed to. */
void accord_conversation_list_set_period (AccordConversationList *self,
                                          AccordPeriod           *period);

/* Borrowed; NULL where none is. */
AccordConversation *accord_conversation_list_get_selected (AccordConversationList *self);

/* Selects it, and drops the filters where they hide it. */
void accord_conversation_list_select (AccordConversationList *self,
                                      AccordConversation     *conversation);

/* Selects the one that stands first. */
void accord_conversation_list_select_first (AccordConversationList *self);

/* What stands after the conversation, else before it: where the eye goes when it is removed. Borrowed, or NULL. */
AccordConversation *accord_conversation_list_find_neighbour (AccordConversationList *self,
                                                             AccordConversation     *conversation);

/* The member that the list is narrowed to, or 0. */
gint64 accord_conversation_list_get_member (AccordConversationList *self);

void accord_conversation_list_focus_search (AccordConversationList *self);
void accord_conversation_list_focus_rows (AccordConversationList *self);

G_END_DECLS
