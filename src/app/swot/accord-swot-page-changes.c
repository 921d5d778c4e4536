/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-page-private.h"

#include <glib/gi18n.h>

#include "accord-action.h"
#include "accord-feedback.h"

static gboolean
page_apply (AccordSwotPage *self,
            AccordChange   *change)
{
  if (!accord_page_apply (ACCORD_PAGE (self), change))
    return FALSE;

  accord_swot_page_refresh (self);

  return TRUE;
}

gboolean
accord_swot_page_add_card (AccordSwotPage *self,
                           AccordQuadrant  quadrant,
                           const char     *title)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Add Card"));
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (AccordCard) card = accord_card_new ();

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);

  cards = accord_swot_page_list (self, quadrant);
  accord_card_set_year (card, accord_period_get_year (accord_page_get_period (ACCORD_PAGE (self))));
  accord_card_set_territory (card, self->scope);
  accord_card_set_title (card, title);
  drafts = accord_board_move (cards, card, (AccordBoardPlace) { quadrant, cards->len });
  for (guint i = 0; i < drafts->len; i++)
    accord_change_put (change, drafts->pdata[i]);

  return page_apply (self, change);
}

gboolean
accord_swot_page_move_card (AccordSwotPage  *self,
                            AccordCard      *card,
                            AccordBoardPlace place)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Move Card"));
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  AccordWorkspace *workspace;

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);
  g_return_val_if_fail (ACCORD_IS_CARD (card), FALSE);

  /* A card that was carried over from the window of another workspace has no place here. */
  workspace = accord_page_get_workspace (ACCORD_PAGE (self));
  if (workspace == NULL
      || accord_workspace_find (workspace, ACCORD_TYPE_CARD, accord_record_get_id (ACCORD_RECORD (card))) != card)
    return FALSE;

  cards = accord_swot_page_list (self, place.quadrant);
  drafts = accord_board_move (cards, card, place);
  for (guint i = 0; i < drafts->len; i++)
    accord_change_put (change, drafts->pdata[i]);

  return drafts->len == 0 || page_apply (self, change);
}

gboolean
accord_swot_page_change_card (AccordSwotPage *self,
                              AccordCard     *draft)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Edit Card"));

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);

  accord_change_set_continues (change, TRUE);
  accord_board_change_edit (change, accord_page_get_workspace (ACCORD_PAGE (self)), draft);

  return page_apply (self, change);
}

gboolean
accord_swot_page_remove_card (AccordSwotPage *self,
                              AccordCard     *card)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Remove Card"));
  g_autoptr (AccordCard) removed = NULL;
  g_autofree char *message = NULL;
  GListModel *actions;
  AccordBoardPlace place;
  AccordSwotQuadrant *quadrant;
  AccordSwotCard *next;

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);

  if (accord_swot_board_find (self->board, card, &place) == NULL)
    return FALSE;

  /* What the card led to stays, and stands for itself. */
  removed = g_object_ref (card);
  actions = accord_workspace_get_list (accord_page_get_workspace (ACCORD_PAGE (self)), ACCORD_TYPE_ACTION);
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);
      g_autoptr (AccordAction) draft = NULL;

      if (accord_action_get_card (action) != accord_record_get_id (ACCORD_RECORD (card)))
        continue;
      draft = accord_record_copy (action);
      accord_action_set_card (draft, 0);
      /* … but not before eyes that were not to see the card. */
      accord_action_set_audience (draft, MAX (accord_action_get_audience (draft), accord_card_get_audience (card)));
      accord_change_put (change, draft);
    }
  accord_change_remove (change, card);

  if (!page_apply (self, change))
    return FALSE;

  quadrant = accord_swot_board_get_quadrant (self->board, place.quadrant);
  next = accord_swot_quadrant_get_nth (quadrant, MIN (place.index, MAX (accord_swot_quadrant_get_n_cards (quadrant), 1) - 1));
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  /* Translators: %s is the title of a card. */
  message = g_strdup_printf (_("“%s” removed"), accord_card_get_title (removed));
  accord_feedback_undo_toast (GTK_WIDGET (self), message);

  return TRUE;
}
