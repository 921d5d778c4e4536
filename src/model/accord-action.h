/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-card.h"
#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordAction:
 *
 * Something that somebody is to do by a day: from a card, a conversation or a meeting. The whole product shares this
 * one kind.
 */
#define ACCORD_TYPE_ACTION (accord_action_get_type ())
G_DECLARE_FINAL_TYPE (AccordAction, accord_action, ACCORD, ACTION, AccordRecord)

AccordAction *accord_action_new (void);

ACCORD_DECLARE_TEXT (AccordAction, accord_action, what)
/* The member who does it. */
ACCORD_DECLARE_VALUE (AccordAction, accord_action, owner, gint64)
ACCORD_DECLARE_VALUE (AccordAction, accord_action, due, AccordDate)
/* The day it was done; none: open. */
ACCORD_DECLARE_VALUE (AccordAction, accord_action, done, AccordDate)
/* What came of it. */
ACCORD_DECLARE_TEXT (AccordAction, accord_action, outcome)
/* The metric it should move; 0: none. */
ACCORD_DECLARE_VALUE (AccordAction, accord_action, metric, gint64)
/* The SWOT card it came from; 0: none. */
ACCORD_DECLARE_VALUE (AccordAction, accord_action, card, gint64)
/* The conversation it was agreed in; 0: none. */
ACCORD_DECLARE_VALUE (AccordAction, accord_action, conversation, gint64)
/* Who may see it in a report: as its card, or the manager for what was agreed in a conversation; it stays when the
 * card goes. */
ACCORD_DECLARE_VALUE (AccordAction, accord_action, audience, AccordAudience)
/* The strategy (a pair of SWOT cards) it came from; 0: none. */
ACCORD_DECLARE_VALUE (AccordAction, accord_action, strategy, gint64)

G_END_DECLS
