/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-card.h"
#include "accord-work-list.h"

G_BEGIN_DECLS

/**
 * AccordAskList:
 *
 * What other departments are asked because of one card, and those that lie under it.
 */
#define ACCORD_TYPE_ASK_LIST (accord_ask_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordAskList, accord_ask_list, ACCORD, ASK_LIST, AccordWorkList)

/* card NULL: none. Settle before. */
void accord_ask_list_set_card (AccordAskList   *self,
                               AccordWorkspace *workspace,
                               AccordCard      *card);

G_END_DECLS
