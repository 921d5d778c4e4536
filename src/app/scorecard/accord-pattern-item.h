/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-member.h"
#include "accord-pattern-table.h"

G_BEGIN_DECLS

/**
 * AccordPatternItem:
 *
 * What a member's figures tell, in words for a row of a list. Immutable.
 */
#define ACCORD_TYPE_PATTERN_ITEM (accord_pattern_item_get_type ())
G_DECLARE_FINAL_TYPE (AccordPatternItem, accord_pattern_item, ACCORD, PATTERN_ITEM, GObject)

/* row NULL: nothing is known of the member. period is for reading: "Q4 2026". */
AccordPatternItem *accord_pattern_item_new (AccordMember             *member,
                                            const AccordPatternTable *table,
                                            const AccordPatternRow   *row,
                                            const char               *period,
                                            const char               *currency,
                                            int                       decimals);

/* Whether both say the same of the same member, heading included. */
gboolean accord_pattern_item_equal (AccordPatternItem *self,
                                    AccordPatternItem *other);

gint64 accord_pattern_item_get_member (AccordPatternItem *self);
const char *accord_pattern_item_get_name (AccordPatternItem *self);

/* How many patterns show. */
guint accord_pattern_item_get_n_patterns (AccordPatternItem *self);

/* What the i-th of them is called, and its sentences, a line each. Borrowed. */
const char *accord_pattern_item_get_title (AccordPatternItem *self,
                                           guint              i);
const char *accord_pattern_item_get_sentences (AccordPatternItem *self,
                                               guint              i);

/* How deadlines are met: "Deadlines met: 9 of 10 …", or that it is not known; NULL where a pattern says so. */
const char *accord_pattern_item_get_deadlines (AccordPatternItem *self);

/* All of it in a line, for assistive technologies. */
const char *accord_pattern_item_get_label (AccordPatternItem *self);

/* What stands above the row: the name of the part of the list that begins with it, or NULL. Set before it is shown. */
const char *accord_pattern_item_get_heading (AccordPatternItem *self);
void accord_pattern_item_set_heading (AccordPatternItem *self,
                                      const char        *heading);

/* A conversation about what shows, to be planned: the kind that is proposed, and the figures as facts with their day. Only where
 * something shows. (transfer full) */
AccordConversation *accord_pattern_item_draft_conversation (AccordPatternItem *self);

G_END_DECLS
