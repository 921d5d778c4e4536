/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-strategy.h"
#include "accord-tows.h"

G_BEGIN_DECLS

/* Where the strategies of a board stand. A card that lies under another one counts as that other. */

/* The kind's letters, for the head of its field: "SO". */
const char *accord_tows_get_letters (AccordTows tows);

/* What the strategy's cards make by now; FALSE where they are no pair any more, since one went to the other's side. */
gboolean accord_strategy_get_tows (AccordStrategy *self,
                                   GListModel     *cards,
                                   AccordTows     *tows);

/* The widest audience that may see both cards of a strategy, as far as they are there. */
AccordAudience accord_strategy_get_audience (AccordStrategy *self,
                                             GListModel     *cards);

/* The board's strategies of one kind in order: by position, then by id; territory 0: the team's. (transfer full): an
 * array that holds references. */
GPtrArray *accord_tows_list (GListModel *strategies,
                             GListModel *cards,
                             gint64      year,
                             gint64      territory,
                             AccordTows  tows);

/* Those whose cards are no pair any more, likewise. (transfer full) */
GPtrArray *accord_tows_list_unpaired (GListModel *strategies,
                                      GListModel *cards,
                                      gint64      year,
                                      gint64      territory);

G_END_DECLS
