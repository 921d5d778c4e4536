/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-page-private.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"

gboolean
accord_swot_page_apply (AccordSwotPage *self,
                        AccordChange   *change)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);

  if (!accord_page_apply (ACCORD_PAGE (self), change))
    return FALSE;

  /* At once, so that what comes next finds it shown, and once. */
  accord_swot_page_refresh (self);
  accord_record_watch_settle (self->watch);

  return TRUE;
}

gboolean
accord_swot_page_add_cards (AccordSwotPage    *self,
                            AccordQuadrant     quadrant,
                            const char *const *titles)
{
  g_autoptr (AccordChange) change = NULL;
  AccordBoardScope scope;
  gint64 first;

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);
  g_return_val_if_fail (titles != NULL && titles[0] != NULL, FALSE);

  change = accord_change_new (titles[1] == NULL ? _("Add Card") : _("Add Cards"));
  scope = accord_swot_page_get_scope (self);
  first = accord_board_change_add (change, accord_page_get_workspace (ACCORD_PAGE (self)), &scope, quadrant, titles,
                                   accord_swot_brainstorm_get_author (self->brainstorm));
  if (!accord_swot_page_apply (self, change))
    return FALSE;
  /* One after another, as accord_board_change_add() says. */
  for (guint i = 0; titles[i] != NULL; i++)
    accord_swot_brainstorm_note_card (self->brainstorm, first + i);

  return TRUE;
}

/* What was carried over from the window of another workspace has no place here. */
static gboolean
page_holds (AccordSwotPage *self,
            GPtrArray      *cards)
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (self));

  for (guint i = 0; i < cards->len; i++)
    {
      const gint64 id = accord_record_get_id (cards->pdata[i]);

      if (workspace == NULL || accord_workspace_find (workspace, ACCORD_TYPE_CARD, id) != cards->pdata[i])
        return FALSE;
    }

  return cards->len > 0;
}

gboolean
accord_swot_page_move_cards (AccordSwotPage  *self,
                             GPtrArray       *cards,
                             AccordBoardPlace place)
{
  g_autoptr (AccordChange) change = NULL;
  AccordBoardScope scope;

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);
  g_return_val_if_fail (cards != NULL, FALSE);

  if (!page_holds (self, cards))
    return FALSE;

  change = accord_change_new (cards->len == 1 ? _("Move Card") : _("Move Cards"));
  scope = accord_swot_page_get_scope (self);
  accord_board_change_move (change, accord_page_get_workspace (ACCORD_PAGE (self)), &scope, cards, place);

  return accord_change_is_empty (change) || accord_swot_page_apply (self, change);
}

gboolean
accord_swot_page_merge_cards (AccordSwotPage *self,
                              AccordCard     *host,
                              GPtrArray      *others)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Merge Cards"));

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);
  g_return_val_if_fail (ACCORD_IS_CARD (host), FALSE);
  g_return_val_if_fail (others != NULL, FALSE);

  if (!page_holds (self, others))
    return FALSE;

  accord_board_change_merge (change, accord_page_get_workspace (ACCORD_PAGE (self)), host, others);

  return accord_swot_page_apply (self, change);
}

gboolean
accord_swot_page_split_card (AccordSwotPage *self,
                             AccordCard     *host,
                             AccordCard     *only)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Split Cards"));

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);
  g_return_val_if_fail (ACCORD_IS_CARD (host), FALSE);

  accord_board_change_split (change, accord_page_get_workspace (ACCORD_PAGE (self)), host, only);

  return accord_swot_page_apply (self, change);
}

gboolean
accord_swot_page_change_card (AccordSwotPage *self,
                              AccordCard     *draft)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Edit Card"));

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);

  accord_change_set_continues (change, TRUE);
  accord_board_change_edit (change, accord_page_get_workspace (ACCORD_PAGE (self)), draft);

  return accord_swot_page_apply (self, change);
}

static char *
page_describe_removed (AccordSwotPage *self,
                       GPtrArray      *cards)
{
  if (cards->len == 1 && !self->covered)
    /* Translators: %s is the title of a card. */
    return g_strdup_printf (_("“%s” removed"), accord_card_get_title (cards->pdata[0]));

  return g_strdup_printf (ngettext ("%u card removed", "%u cards removed", cards->len), cards->len);
}

gboolean
accord_swot_page_remove_cards (AccordSwotPage *self,
                               GPtrArray      *cards)
{
  g_autoptr (AccordChange) change = NULL;
  g_autofree char *message = NULL;
  AccordBoardPlace place;
  AccordSwotQuadrant *quadrant;
  AccordSwotCard *next;
  guint last;

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);
  g_return_val_if_fail (cards != NULL, FALSE);

  if (cards->len == 0 || accord_swot_board_find (self->board, cards->pdata[0], &place) == NULL)
    return FALSE;

  change = accord_change_new (cards->len == 1 ? _("Remove Card") : _("Remove Cards"));
  message = page_describe_removed (self, cards);
  accord_board_change_remove (change, accord_page_get_workspace (ACCORD_PAGE (self)), cards);
  if (!accord_swot_page_apply (self, change))
    return FALSE;

  quadrant = accord_swot_board_get_quadrant (self->board, place.quadrant);
  last = MAX (accord_swot_quadrant_get_n_cards (quadrant), 1) - 1;
  next = accord_swot_quadrant_get_nth (quadrant, MIN (place.index, last));
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  accord_feedback_undo_toast (GTK_WIDGET (self), message);

  return TRUE;
}

gboolean
accord_swot_page_sort (AccordSwotPage  *self,
                       AccordBoardOrder order)
{
  const gboolean by_votes = order == ACCORD_BOARD_BY_VOTES;
  g_autoptr (AccordChange) change = accord_change_new (by_votes ? _("Sort by Votes") : _("Sort by Priority"));
  const AccordBoardScope scope = accord_swot_page_get_scope (self);

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);

  accord_board_change_sort (change, accord_page_get_workspace (ACCORD_PAGE (self)), &scope, order);
  if (accord_change_is_empty (change))
    {
      accord_feedback_toast (GTK_WIDGET (self), by_votes ? _("The cards lie by votes already")
                                                         : _("The cards lie by priority already"));
      return FALSE;
    }
  if (!accord_swot_page_apply (self, change))
    return FALSE;

  accord_feedback_undo_toast (GTK_WIDGET (self), by_votes ? _("Cards sorted by votes") : _("Cards sorted by priority"));

  return TRUE;
}
