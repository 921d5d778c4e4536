/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-strategy.h"
#include "accord-swot-view.h"

G_BEGIN_DECLS

/**
 * AccordSwotStrategy:
 *
 * Two cards and what is made of them: the text is edited in place, and stored when it is left or after a pause; its actions stand
 * under it. Alt+Shift+Up and Down change its place among others of its kind, Delete removes it.
 */
#define ACCORD_TYPE_SWOT_STRATEGY (accord_swot_strategy_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotStrategy, accord_swot_strategy, ACCORD, SWOT_STRATEGY, AdwBin)

GtkWidget *accord_swot_strategy_new (AccordSwotView *view,
                                     AccordStrategy *strategy);

/* Borrowed. */
AccordStrategy *accord_swot_strategy_get_strategy (AccordSwotStrategy *self);

/* Shows its cards as they are by now, and where it stands: index of n. */
void accord_swot_strategy_refresh (AccordSwotStrategy *self,
                                   guint               index,
                                   guint               n);

/* With the cursor in its text. */
void accord_swot_strategy_edit (AccordSwotStrategy *self);

/* Stores what was typed; FALSE where that failed. */
gboolean accord_swot_strategy_settle (AccordSwotStrategy *self);

G_END_DECLS
