/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/* How far an ask has come. */
typedef enum
{
  ACCORD_ASK_STATUS_DRAFT, /*< nick=draft >*/
  ACCORD_ASK_STATUS_ASKED, /*< nick=asked >*/
  ACCORD_ASK_STATUS_AGREED, /*< nick=agreed >*/
  ACCORD_ASK_STATUS_DECLINED, /*< nick=declined >*/
  ACCORD_ASK_STATUS_DONE, /*< nick=done >*/
} AccordAskStatus;

/* The value in words, for reading. */
const char *accord_ask_status_get_label (AccordAskStatus status);

/**
 * AccordAsk:
 *
 * What the team asks of another department because of a card, and what became of it. What goes out to the department
 * holds the ask itself, never the card.
 */
#define ACCORD_TYPE_ASK (accord_ask_get_type ())
G_DECLARE_FINAL_TYPE (AccordAsk, accord_ask, ACCORD, ASK, AccordRecord)

AccordAsk *accord_ask_new (void);

/* The card that it comes from. */
ACCORD_DECLARE_VALUE (AccordAsk, accord_ask, card, gint64)
/* Product, Sales Ops, Marketing, Finance or another one: whatever the team calls it. */
ACCORD_DECLARE_TEXT (AccordAsk, accord_ask, department)
/* What is asked, in words for the department. */
ACCORD_DECLARE_TEXT (AccordAsk, accord_ask, what)
/* Why it matters, likewise. */
ACCORD_DECLARE_TEXT (AccordAsk, accord_ask, because)
/* By when it is needed; may be none. */
ACCORD_DECLARE_VALUE (AccordAsk, accord_ask, needed, AccordDate)
ACCORD_DECLARE_VALUE (AccordAsk, accord_ask, status, AccordAskStatus)
/* The day it was sent; none while it is a draft. */
ACCORD_DECLARE_VALUE (AccordAsk, accord_ask, asked, AccordDate)
/* The department's answer. */
ACCORD_DECLARE_TEXT (AccordAsk, accord_ask, reply)
/* The day of the answer; none without one. */
ACCORD_DECLARE_VALUE (AccordAsk, accord_ask, replied, AccordDate)

G_END_DECLS
