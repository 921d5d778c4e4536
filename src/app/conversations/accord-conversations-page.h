/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-page.h"

G_BEGIN_DECLS

/**
 * AccordConversationsPage:
 *
 * The conversations on the left, the record of one on the right; one above the other's place where the window is
 * narrow.
 */
#define ACCORD_TYPE_CONVERSATIONS_PAGE (accord_conversations_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordConversationsPage, accord_conversations_page, ACCORD, CONVERSATIONS_PAGE, AccordPage)

/* Shows the conversation with the id, ready to be written; where what is shown cannot be stored it stays. */
void accord_conversations_page_open (AccordConversationsPage *self,
                                     gint64                   id);

G_END_DECLS
