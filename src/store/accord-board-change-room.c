/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-change.h"

#include "accord-action.h"
#include "accord-tows-query.h"
#include "accord-voting.h"

/* What the team in the room does with the cards of a board: vote for them, cover them, pair them. */

void
accord_board_change_vote_in_all (AccordChange      *change,
                                 AccordWorkspace   *workspace,
                                 AccordCard        *card,
                                 const AccordVoter *voter,
                                 guint              count)
{
  GListModel *votes = accord_workspace_get_list (workspace, ACCORD_TYPE_VOTE);
  g_autoptr (GPtrArray) under = NULL;
  guint left = count;

  g_return_if_fail (change != NULL && voter != NULL);

  under = accord_board_list_merged (accord_workspace_get_list (workspace, ACCORD_TYPE_CARD), card);
  for (guint i = 0; i < under->len; i++)
    {
      AccordVote *vote = accord_multivote_find (votes, ACCORD_TYPE_CARD, accord_record_get_id (under->pdata[i]), voter);
      const guint given = vote != NULL ? (guint) accord_vote_get_count (vote) : 0;

      if (given > left)
        accord_vote_change_give (change, workspace, under->pdata[i], voter, left);
      left -= MIN (given, left);
    }
  accord_vote_change_give (change, workspace, card, voter, left);
}

void
accord_board_change_clear_votes (AccordChange           *change,
                                 AccordWorkspace        *workspace,
                                 const AccordBoardScope *scope)
{
  g_autoptr (GHashTable) ids = NULL;

  g_return_if_fail (change != NULL && scope != NULL);

  ids = accord_voting_list_ids (accord_workspace_get_list (workspace, ACCORD_TYPE_CARD), scope->year, scope->territory);
  accord_vote_change_clear (change, workspace, ACCORD_TYPE_CARD, ids);
}

AccordBoardRules *
accord_board_change_draft_rules (AccordWorkspace        *workspace,
                                 const AccordBoardScope *scope)
{
  AccordBoardRules *rules;

  g_return_val_if_fail (scope != NULL, NULL);

  rules = accord_board_find_rules (accord_workspace_get_list (workspace, ACCORD_TYPE_BOARD_RULES), scope->year,
                                   scope->territory);
  if (rules != NULL)
    return accord_record_copy (rules);

  rules = accord_board_rules_new ();
  accord_board_rules_set_year (rules, scope->year);
  accord_board_rules_set_territory (rules, scope->territory);

  return rules;
}

/* After the last strategy of the board. */
static gint64
next_position (AccordWorkspace *workspace,
               gint64           year,
               gint64           territory)
{
  GListModel *strategies = accord_workspace_get_list (workspace, ACCORD_TYPE_STRATEGY);
  gint64 last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (AccordStrategy) strategy = g_list_model_get_item (strategies, i);

      if (accord_strategy_get_year (strategy) == year && accord_strategy_get_territory (strategy) == territory)
        last = MAX (last, accord_strategy_get_position (strategy));
    }

  return last + ACCORD_BOARD_STEP;
}

AccordStrategy *
accord_board_change_pair (AccordChange    *change,
                          AccordWorkspace *workspace,
                          AccordCard      *one,
                          AccordCard      *other,
                          const char      *text)
{
  AccordCard *internal = accord_quadrant_is_internal (accord_card_get_quadrant (one)) ? one : other;
  AccordCard *external = internal == one ? other : one;
  AccordStrategy *strategy;
  AccordTows tows;

  g_return_val_if_fail (change != NULL, NULL);

  if (!accord_tows_of (accord_card_get_quadrant (one), accord_card_get_quadrant (other), &tows))
    return NULL;

  strategy = accord_strategy_new ();
  accord_record_set_id (ACCORD_RECORD (strategy), accord_workspace_reserve_id (workspace, ACCORD_TYPE_STRATEGY));
  accord_strategy_set_year (strategy, accord_card_get_year (internal));
  accord_strategy_set_territory (strategy, accord_card_get_territory (internal));
  accord_strategy_set_internal (strategy, accord_record_get_id (ACCORD_RECORD (internal)));
  accord_strategy_set_external (strategy, accord_record_get_id (ACCORD_RECORD (external)));
  accord_strategy_set_text (strategy, text);
  accord_strategy_set_position (strategy, next_position (workspace, accord_card_get_year (internal),
                                                         accord_card_get_territory (internal)));
  accord_change_put (change, strategy);

  return strategy;
}

void
accord_board_change_unpair (AccordChange    *change,
                            AccordWorkspace *workspace,
                            AccordStrategy  *strategy)
{
  GListModel *actions = accord_workspace_get_list (workspace, ACCORD_TYPE_ACTION);
  const AccordAudience audience
    = accord_strategy_get_audience (strategy, accord_workspace_get_list (workspace, ACCORD_TYPE_CARD));

  g_return_if_fail (change != NULL);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);
      g_autoptr (AccordAction) draft = NULL;

      if (accord_action_get_strategy (action) != accord_record_get_id (ACCORD_RECORD (strategy)))
        continue;
      draft = accord_record_copy (action);
      accord_action_set_strategy (draft, 0);
      accord_action_set_audience (draft, MAX (accord_action_get_audience (action), audience));
      accord_change_put (change, draft);
    }
  accord_change_remove (change, strategy);
}

void
accord_board_change_move_strategy (AccordChange   *change,
                                   GPtrArray      *siblings,
                                   AccordStrategy *strategy,
                                   guint           index)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autofree gint64 *positions = NULL;
  g_autofree gint64 *placed = NULL;
  guint from = 0;

  g_return_if_fail (change != NULL && siblings != NULL);
  g_return_if_fail (ACCORD_IS_STRATEGY (strategy));

  if (g_ptr_array_find (siblings, strategy, &from) && from == MIN (index, siblings->len - 1))
    return;

  for (guint i = 0; i < siblings->len; i++)
    {
      if (siblings->pdata[i] != strategy)
        g_ptr_array_add (others, siblings->pdata[i]);
    }
  g_ptr_array_insert (others, (int) MIN (index, others->len), strategy);

  positions = g_new (gint64, others->len);
  placed = g_new (gint64, others->len);
  for (guint i = 0, n = 0; i < others->len; i++)
    {
      if (others->pdata[i] != strategy)
        positions[n++] = accord_strategy_get_position (others->pdata[i]);
    }
  accord_board_place (positions, others->len - 1, index, placed);
  for (guint i = 0; i < others->len; i++)
    {
      g_autoptr (AccordStrategy) draft = accord_record_copy (others->pdata[i]);

      if (accord_strategy_get_position (draft) == placed[i])
        continue;
      accord_strategy_set_position (draft, placed[i]);
      accord_change_put (change, draft);
    }
}

/* Who may see what the card led to, by itself or in a pair, once it is as the draft says; FALSE where it did not
 * lead to it. */
static gboolean
follow_audience (AccordWorkspace *workspace,
                 AccordCard      *draft,
                 AccordAction    *action,
                 AccordAudience  *audience)
{
  const gint64 id = accord_record_get_id (ACCORD_RECORD (draft));
  AccordStrategy *strategy = NULL;
  AccordCard *other;

  *audience = accord_card_get_audience (draft);
  if (accord_action_get_card (action) == id)
    return TRUE;

  if (accord_action_get_strategy (action) != 0)
    strategy = accord_workspace_find (workspace, ACCORD_TYPE_STRATEGY, accord_action_get_strategy (action));
  if (strategy == NULL
      || (accord_strategy_get_internal (strategy) != id && accord_strategy_get_external (strategy) != id))
    return FALSE;

  other = accord_workspace_find (workspace, ACCORD_TYPE_CARD,
                                 accord_strategy_get_internal (strategy) == id
                                   ? accord_strategy_get_external (strategy)
                                   : accord_strategy_get_internal (strategy));
  if (other != NULL)
    *audience = MAX (*audience, accord_card_get_audience (other));

  return TRUE;
}

void
accord_board_change_edit (AccordChange    *change,
                          AccordWorkspace *workspace,
                          AccordCard      *draft)
{
  AccordCard *card;
  GListModel *actions = accord_workspace_get_list (workspace, ACCORD_TYPE_ACTION);

  g_return_if_fail (change != NULL);
  g_return_if_fail (ACCORD_IS_CARD (draft));

  accord_change_put (change, draft);
  card = accord_workspace_find (workspace, ACCORD_TYPE_CARD, accord_record_get_id (ACCORD_RECORD (draft)));
  if (card == NULL || accord_card_get_audience (card) == accord_card_get_audience (draft))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);
      g_autoptr (AccordAction) action_draft = NULL;
      AccordAudience audience;

      if (!follow_audience (workspace, draft, action, &audience) || accord_action_get_audience (action) == audience)
        continue;
      action_draft = accord_record_copy (action);
      accord_action_set_audience (action_draft, audience);
      accord_change_put (change, action_draft);
    }
}
