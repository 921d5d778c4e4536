/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-conversation.h"

G_BEGIN_DECLS

/* Private to the store floor: which fields of a conversation are sealed, for whoever seals and whoever verifies.
 *
 * They are kind (its nick), member (its id, decimal), member-name (the name as it was when the record was sealed),
 * planned, occurred and entered (ISO, "" for none), and every text of the conversation but sealed and review-outcome,
 * each under its property's name. What may still change later (stage, review, review-outcome) is not among them. The
 * record's number (AccordSealRecord) is the conversation's number; the chain's order is seal.sequence. */

typedef struct
{
  const char *name;
  char *text;
} AccordSealedField;

void accord_sealed_field_free (AccordSealedField *self);

/* GPtrArray of AccordSealedField, sorted by name. member_name NULL leaves that field's text NULL: a member may have got
 * another name since, so verifying checks the field's digest only where the name is still the same. (transfer full) */
GPtrArray *accord_sealed_fields_of (AccordConversation *conversation,
                                    const char         *member_name);

G_END_DECLS
