/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-page-private.h"

#include "accord-action.h"
#include "accord-ask.h"

/* The figures of every card that lies on the board, by its id; what belongs to a card under another one counts for that
 * other. */
typedef struct
{
  GHashTable *by_id; /* gint64: AccordSwotCardFigures */
  GHashTable *hosts; /* gint64 of a card under another: gint64 of that other */
} Count;

static AccordSwotCardFigures *
count_of (Count *count,
          gint64 card)
{
  const gint64 *host = g_hash_table_lookup (count->hosts, &card);
  AccordSwotCardFigures *figures;

  if (host != NULL)
    card = *host;
  figures = g_hash_table_lookup (count->by_id, &card);
  if (figures == NULL)
    {
      figures = g_new0 (AccordSwotCardFigures, 1);
      g_hash_table_insert (count->by_id, g_memdup2 (&card, sizeof card), figures);
    }

  return figures;
}

static void
count_merged (Count      *count,
              GListModel *cards)
{
  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);
      const gint64 id = accord_record_get_id (ACCORD_RECORD (card));
      const gint64 host = accord_card_get_merged_into (card);

      if (host == 0)
        continue;
      count_of (count, host)->merged++;
      g_hash_table_insert (count->hosts, g_memdup2 (&id, sizeof id), g_memdup2 (&host, sizeof host));
    }
}

static void
count_asks (Count      *count,
            GListModel *asks)
{
  for (guint i = 0; i < g_list_model_get_n_items (asks); i++)
    {
      g_autoptr (AccordAsk) ask = g_list_model_get_item (asks, i);

      count_of (count, accord_ask_get_card (ask))->asks++;
    }
}

static void
count_actions (Count      *count,
               GListModel *actions)
{
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);

      if (accord_action_get_card (action) == 0)
        continue;
      if (accord_action_get_done (action) == ACCORD_DATE_NONE)
        count_of (count, accord_action_get_card (action))->actions_open++;
      else
        count_of (count, accord_action_get_card (action))->actions_done++;
    }
}

void
accord_swot_page_show_figures (AccordSwotPage *self)
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (self));
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) hosts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) tally = NULL;
  Count count = { by_id, hosts };

  if (workspace == NULL)
    return;

  count_merged (&count, self->cards);
  count_asks (&count, accord_workspace_get_list (workspace, ACCORD_TYPE_ASK));
  count_actions (&count, accord_workspace_get_list (workspace, ACCORD_TYPE_ACTION));
  tally = accord_board_tally (self->cards, accord_workspace_get_list (workspace, ACCORD_TYPE_VOTE));

  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      AccordSwotQuadrant *quadrant = accord_swot_board_get_quadrant (self->board, (AccordQuadrant) i);
      AccordSwotCard *widget;

      for (guint j = 0; (widget = accord_swot_quadrant_get_nth (quadrant, j)) != NULL; j++)
        {
          const gint64 id = accord_record_get_id (ACCORD_RECORD (accord_swot_card_get_card (widget)));
          AccordSwotCardFigures figures = *count_of (&count, id);

          figures.votes = accord_multivote_count (tally, id);
          accord_swot_card_set_figures (widget, &figures);
          accord_swot_card_set_covered (widget, self->covered);
        }
    }
}
