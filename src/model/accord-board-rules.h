/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordBoardRules:
 *
 * How the team works on one SWOT board: how votes are given, and whether the cards lie covered. A board without a
 * record has the defaults.
 */
#define ACCORD_TYPE_BOARD_RULES (accord_board_rules_get_type ())
G_DECLARE_FINAL_TYPE (AccordBoardRules, accord_board_rules, ACCORD, BOARD_RULES, AccordRecord)

AccordBoardRules *accord_board_rules_new (void);

/* The plan year's label. */
ACCORD_DECLARE_VALUE (AccordBoardRules, accord_board_rules, year, gint64)
/* 0: the team's board. */
ACCORD_DECLARE_VALUE (AccordBoardRules, accord_board_rules, territory, gint64)
/* How many votes each voter has; 0: as accord_multivote_default () says. */
ACCORD_DECLARE_VALUE (AccordBoardRules, accord_board_rules, votes_each, gint64)
/* Votes are kept by ballot, not by name. */
ACCORD_DECLARE_VALUE (AccordBoardRules, accord_board_rules, anonymous, gboolean)
/* Cards show no text until they are revealed. */
ACCORD_DECLARE_VALUE (AccordBoardRules, accord_board_rules, covered, gboolean)

G_END_DECLS
