/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordStrategy:
 *
 * What the team makes of two cards that meet, one from inside and one from outside: use a strength on an opportunity,
 * a strength against a threat, overcome a weakness through an opportunity, defend where weakness and threat meet
 * (accord-tows.h says which it is). What comes of it are actions.
 */
#define ACCORD_TYPE_STRATEGY (accord_strategy_get_type ())
G_DECLARE_FINAL_TYPE (AccordStrategy, accord_strategy, ACCORD, STRATEGY, AccordRecord)

AccordStrategy *accord_strategy_new (void);

/* The plan year's label. */
ACCORD_DECLARE_VALUE (AccordStrategy, accord_strategy, year, gint64)
/* 0: on the team's board. */
ACCORD_DECLARE_VALUE (AccordStrategy, accord_strategy, territory, gint64)
/* The card from inside: a strength or a weakness. */
ACCORD_DECLARE_VALUE (AccordStrategy, accord_strategy, internal, gint64)
/* The card from outside: an opportunity or a threat. */
ACCORD_DECLARE_VALUE (AccordStrategy, accord_strategy, external, gint64)
/* What the team will do; may be empty while it is being talked through. */
ACCORD_DECLARE_TEXT (AccordStrategy, accord_strategy, text)
/* Order on its board, ascending; gaps mean nothing. */
ACCORD_DECLARE_VALUE (AccordStrategy, accord_strategy, position, gint64)

G_END_DECLS
