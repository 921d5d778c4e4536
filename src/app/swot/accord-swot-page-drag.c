/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-page-private.h"

#include <glib/gi18n.h>

/* What comes along when the card is dragged: all that is selected with it, in order. (transfer full) */
static GPtrArray *
page_list_with (AccordSwotPage *self,
                AccordCard     *card)
{
  GPtrArray *cards;

  if (accord_swot_page_is_selected (self, card))
    return accord_swot_page_list_all_selected (self);

  cards = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (cards, g_object_ref (card));

  return cards;
}

guint
accord_swot_page_count_dragged (AccordSwotPage *self,
                                AccordCard     *card)
{
  g_autoptr (GPtrArray) cards = NULL;

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), 0);

  cards = page_list_with (self, card);

  return cards->len;
}

void
accord_swot_page_lift (AccordSwotPage *self,
                       AccordCard     *card)
{
  g_return_if_fail (ACCORD_IS_SWOT_PAGE (self));

  g_clear_pointer (&self->dragged, g_ptr_array_unref);
  self->dragged = page_list_with (self, card);
  for (guint i = 0; i < self->dragged->len; i++)
    {
      AccordBoardPlace place;
      AccordSwotCard *widget = accord_swot_board_find (self->board, self->dragged->pdata[i], &place);

      if (widget != NULL)
        accord_swot_quadrant_lift (accord_swot_board_get_quadrant (self->board, place.quadrant), widget);
    }
}

GPtrArray *
accord_swot_page_dup_dragged (AccordSwotPage *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), NULL);

  return self->dragged != NULL ? g_ptr_array_ref (self->dragged) : g_ptr_array_new ();
}

void
accord_swot_page_offer_merge (AccordSwotPage *self,
                              AccordSwotCard *host)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ACCORD_IS_SWOT_PAGE (self));

  if (host == NULL)
    text = g_strdup ("");
  else if (accord_swot_card_is_covered (host))
    text = g_strdup (_("Let go to merge with this card"));
  else
    /* Translators: %s is the title of the card that what is dragged rests on. */
    text = g_strdup_printf (_("Let go to merge with “%s”"), accord_card_get_title (accord_swot_card_get_card (host)));
  gtk_label_set_label (self->hint, text);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), host != NULL);
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    accord_swot_quadrant_fade (accord_swot_board_get_quadrant (self->board, (AccordQuadrant) i), host != NULL);
}

void
accord_swot_page_close_gaps (AccordSwotPage *self,
                             gpointer        except)
{
  for (guint i = 0; self != NULL && i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      AccordSwotQuadrant *quadrant = accord_swot_board_get_quadrant (self->board, (AccordQuadrant) i);

      if (quadrant != except)
        accord_swot_quadrant_close_gap (quadrant);
    }
}

void
accord_swot_page_open_home (AccordSwotPage *self)
{
  for (guint i = 0; self != NULL && i < ACCORD_BOARD_N_QUADRANTS; i++)
    accord_swot_quadrant_open_home (accord_swot_board_get_quadrant (self->board, (AccordQuadrant) i));
}

void
accord_swot_page_end_drag (AccordSwotPage *self)
{
  for (guint i = 0; self != NULL && i < ACCORD_BOARD_N_QUADRANTS; i++)
    accord_swot_quadrant_end_drag (accord_swot_board_get_quadrant (self->board, (AccordQuadrant) i));
  if (self != NULL)
    g_clear_pointer (&self->dragged, g_ptr_array_unref);
}

gboolean
accord_swot_page_is_dragging (AccordSwotPage *self)
{
  for (guint i = 0; self != NULL && i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      if (accord_swot_quadrant_has_lifted (accord_swot_board_get_quadrant (self->board, (AccordQuadrant) i)))
        return TRUE;
    }

  return FALSE;
}
