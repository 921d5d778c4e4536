/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordAddendum:
 *
 * Later words to a sealed conversation, numbered; they never change either.
 */
#define ACCORD_TYPE_ADDENDUM (accord_addendum_get_type ())
G_DECLARE_FINAL_TYPE (AccordAddendum, accord_addendum, ACCORD, ADDENDUM, AccordRecord)

AccordAddendum *accord_addendum_new (void);

ACCORD_DECLARE_VALUE (AccordAddendum, accord_addendum, conversation, gint64)
/* From 1 within the conversation. */
ACCORD_DECLARE_VALUE (AccordAddendum, accord_addendum, number, gint64)
ACCORD_DECLARE_VALUE (AccordAddendum, accord_addendum, entered, AccordDate)
ACCORD_DECLARE_TEXT (AccordAddendum, accord_addendum, text)

G_END_DECLS
