/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-copy.h"

#include "accord-action.h"
#include "accord-quarter.h"
#include "accord-territory.h"

#include <glib/gi18n.h>

typedef struct
{
  GListModel *cards;
  GListModel *votes;
  GListModel *asks;
  GListModel *actions;
  GHashTable *tally;
} Lists;

static void
copy_card_free (gpointer data)
{
  AccordBoardCopyCard *entry = data;

  g_object_unref (entry->card);
  g_ptr_array_unref (entry->merged);
  g_ptr_array_unref (entry->asks);
  g_free (entry);
}

/* Audiences widen from the team through the manager to HR: a card is seen from its own upwards. */
static gboolean
may_see (const AccordBoardCopy *self,
         AccordCard            *card)
{
  return accord_card_get_audience (card) <= self->audience;
}

static void
count_actions (const AccordBoardCopy *self,
               const Lists           *lists,
               AccordBoardCopyCard   *entry,
               gint64                 card)
{
  for (guint i = 0; i < g_list_model_get_n_items (lists->actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (lists->actions, i);
      const AccordDate done = accord_action_get_done (action);

      if (accord_action_get_card (action) != card || accord_action_get_audience (action) > self->audience)
        continue;
      entry->n_actions++;
      entry->n_done += done != ACCORD_DATE_NONE && done <= self->as_of;
    }
}

/* What hangs on a card that is in the copy: on one that lies on the board, or under it. */
static void
add_what_hangs_on (const AccordBoardCopy *self,
                   const Lists           *lists,
                   AccordBoardCopyCard   *entry,
                   AccordCard            *card)
{
  const gint64 id = accord_record_get_id (ACCORD_RECORD (card));

  entry->votes += accord_multivote_count (lists->tally, id);
  for (guint i = 0; i < g_list_model_get_n_items (lists->asks); i++)
    {
      g_autoptr (AccordAsk) ask = g_list_model_get_item (lists->asks, i);

      if (accord_ask_get_card (ask) == id)
        g_ptr_array_add (entry->asks, g_steal_pointer (&ask));
    }
  count_actions (self, lists, entry, id);
}

static AccordBoardCopyCard *
copy_card_new (AccordBoardCopy *self,
               const Lists     *lists,
               AccordCard      *card)
{
  AccordBoardCopyCard *entry = g_new0 (AccordBoardCopyCard, 1);
  g_autoptr (GPtrArray) merged = accord_board_list_merged (lists->cards, card);
  const AccordDate resolved = accord_card_get_resolved (card);

  entry->card = g_object_ref (card);
  entry->resolved = resolved != ACCORD_DATE_NONE && resolved <= self->as_of;
  entry->merged = g_ptr_array_new_with_free_func (g_object_unref);
  entry->asks = g_ptr_array_new_with_free_func (g_object_unref);
  add_what_hangs_on (self, lists, entry, card);
  for (guint i = 0; i < merged->len; i++)
    {
      AccordCard *under = g_ptr_array_index (merged, i);

      if (!may_see (self, under))
        {
          self->n_left_out++;
          continue;
        }
      g_ptr_array_add (entry->merged, g_object_ref (under));
      add_what_hangs_on (self, lists, entry, under);
    }

  return entry;
}

/* The card, and those under it, as far as the audience may not see them. */
static void
leave_out (AccordBoardCopy *self,
           const Lists     *lists,
           AccordCard      *card)
{
  g_autoptr (GPtrArray) merged = accord_board_list_merged (lists->cards, card);

  self->n_left_out++;
  for (guint i = 0; i < merged->len; i++)
    self->n_left_out += !may_see (self, g_ptr_array_index (merged, i));
}

static void
copy_quadrant (AccordBoardCopy *self,
               const Lists     *lists,
               AccordQuadrant   quadrant)
{
  g_autoptr (GPtrArray) cards = accord_board_list (lists->cards, self->scope.year, self->scope.territory, quadrant);

  for (guint i = 0; i < cards->len; i++)
    {
      AccordCard *card = g_ptr_array_index (cards, i);
      AccordBoardCopyCard *entry;

      if (!may_see (self, card))
        {
          leave_out (self, lists, card);
          continue;
        }
      entry = copy_card_new (self, lists, card);
      g_ptr_array_add (self->quadrants[quadrant], entry);
      entry->place = self->quadrants[quadrant]->len;
      self->has_votes = self->has_votes || entry->votes > 0;
    }
}

static AccordBoardCopy *
copy_new_for (AccordWorkspace        *workspace,
              const AccordBoardScope *scope,
              AccordAudience          audience,
              AccordDate              as_of)
{
  AccordSettings *settings = accord_workspace_get_settings (workspace);
  AccordTerritory *territory
    = scope->territory != 0 ? accord_workspace_find (workspace, ACCORD_TYPE_TERRITORY, scope->territory) : NULL;
  AccordBoardCopy *self = g_new0 (AccordBoardCopy, 1);

  self->scope = *scope;
  self->audience = audience;
  self->as_of = as_of;
  self->team = g_strdup (accord_settings_get_name (settings));
  self->scope_name = g_strdup (territory != NULL ? accord_territory_get_name (territory) : C_("board", "Whole Team"));
  self->year_name = accord_plan_year_format ((int) scope->year, (int) accord_settings_get_fiscal_start (settings));
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    self->quadrants[i] = g_ptr_array_new_with_free_func (copy_card_free);

  return self;
}

AccordBoardCopy *
accord_board_copy_new (AccordWorkspace        *workspace,
                       const AccordBoardScope *scope,
                       AccordAudience          audience,
                       AccordDate              as_of,
                       GError                **error)
{
  g_autoptr (AccordBoardCopy) self = NULL;
  g_autoptr (GHashTable) tally = NULL;
  GListModel *rules;
  AccordBoardRules *own;
  Lists lists;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (scope != NULL, NULL);

  if (!(lists.cards = accord_workspace_load_list (workspace, ACCORD_TYPE_CARD, error))
      || !(lists.votes = accord_workspace_load_list (workspace, ACCORD_TYPE_VOTE, error))
      || !(lists.asks = accord_workspace_load_list (workspace, ACCORD_TYPE_ASK, error))
      || !(lists.actions = accord_workspace_load_list (workspace, ACCORD_TYPE_ACTION, error))
      || !(rules = accord_workspace_load_list (workspace, ACCORD_TYPE_BOARD_RULES, error))
      || !accord_workspace_load_list (workspace, ACCORD_TYPE_TERRITORY, error))
    return NULL;

  self = copy_new_for (workspace, scope, audience, as_of);
  lists.tally = tally = accord_multivote_tally (lists.votes, ACCORD_TYPE_CARD);
  own = accord_board_find_rules (rules, scope->year, scope->territory);
  self->covered = own != NULL && accord_board_rules_get_covered (own);
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    copy_quadrant (self, &lists, (AccordQuadrant) i);

  return g_steal_pointer (&self);
}

void
accord_board_copy_free (AccordBoardCopy *self)
{
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    g_ptr_array_unref (self->quadrants[i]);
  g_free (self->team);
  g_free (self->scope_name);
  g_free (self->year_name);
  g_free (self);
}

char *
accord_board_copy_suggest_name (const AccordBoardCopy *self)
{
  /* Translators: the name of a file; a plan year, and the team's or a territory's name. */
  char *name = g_strdup_printf (_("SWOT %1$s %2$s"), self->year_name,
                                self->scope.territory != 0 ? self->scope_name : self->team);

  return g_strstrip (g_strdelimit (name, "/\\:*?\"<>|\r\n\t", '-'));
}
