/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-card.h"

G_BEGIN_DECLS

/* What became of a card from one year's board to another's. */
typedef enum
{
  ACCORD_CARD_FATE_NEW,      /* only on the later board */
  ACCORD_CARD_FATE_STAYED,   /* carried over, in the same quadrant */
  ACCORD_CARD_FATE_MOVED,    /* carried over, and in another quadrant now */
  ACCORD_CARD_FATE_RESOLVED, /* settled on the earlier board, and not carried over */
  ACCORD_CARD_FATE_GONE,     /* neither carried over nor settled */
} AccordCardFate;

/* The value in words, for reading. */
const char *accord_card_fate_get_label (AccordCardFate fate);

/**
 * AccordCardFateOf:
 * @before: the card on the earlier board; NULL where it is new
 * @after: the card on the later board; NULL where it did not get there
 * @fate: what became of it
 */
typedef struct
{
  AccordCard *before; /* with a reference */
  AccordCard *after;  /* likewise */
  AccordCardFate fate;
} AccordCardFateOf;

/* The cards by id, for accord_board_find_origin(). (transfer full): gint64 to AccordCard, with references. */
GHashTable *accord_board_index_cards (GListModel *cards);

/* The id of the card on the same scope's board of year, this one's own or an earlier one, that this one was carried
 * over from, however many boards it went over on its way; 0 where there is none. A card of that year goes back to
 * itself. Years descend along the way, so that it ends even where what refers to what was damaged. */
gint64 accord_board_find_origin (GHashTable *by_id,
                                 AccordCard *card,
                                 gint64      year);

/* Two boards of one scope (territory 0: the team's): a card of the earlier one is the same as the one that was
 * carried over from it, however many years ago; of several that were, the first. Cards that lie under others come
 * along with those and are not listed, but for those that lie under others on one of the boards only: whose
 * successor went under another has gone into that. In the order of quadrants and positions, the earlier board's
 * first, then what is new. (transfer full): an array of AccordCardFateOf. */
GPtrArray *accord_board_compare (GListModel *cards,
                                 gint64      territory,
                                 gint64      earlier,
                                 gint64      later);

G_END_DECLS
