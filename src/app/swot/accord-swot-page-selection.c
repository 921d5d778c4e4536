/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-page-private.h"

/* The cards of the board as they lie: quadrant by quadrant, each from its top. Borrowed cards. */
static GPtrArray *
page_list_shown (AccordSwotPage *self)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      AccordSwotQuadrant *quadrant = accord_swot_board_get_quadrant (self->board, (AccordQuadrant) i);

      for (guint j = 0; j < accord_swot_quadrant_get_n_cards (quadrant); j++)
        g_ptr_array_add (cards, accord_swot_card_get_card (accord_swot_quadrant_get_nth (quadrant, j)));
    }

  return cards;
}

/* Tells every card whether it is selected; with a mark of its own where there are several. */
static void
page_show_selection (AccordSwotPage *self)
{
  g_autoptr (GPtrArray) cards = page_list_shown (self);
  const gboolean several = g_hash_table_size (self->selected) > 1;

  for (guint i = 0; i < cards->len; i++)
    accord_swot_card_set_selected (accord_swot_board_find (self->board, cards->pdata[i], NULL),
                                   g_hash_table_contains (self->selected, cards->pdata[i]), several);
  accord_swot_page_update_actions (self);
}

/* Without telling anybody yet. */
static void
page_put_only (AccordSwotPage *self,
               AccordCard     *card)
{
  g_hash_table_remove_all (self->selected);
  g_hash_table_add (self->selected, g_object_ref (card));
  g_set_object (&self->anchor, card);
}

static void
page_put_range (AccordSwotPage *self,
                AccordCard     *card)
{
  g_autoptr (GPtrArray) cards = page_list_shown (self);
  guint from, to;

  if (!g_ptr_array_find (cards, card, &to))
    return;
  if (self->anchor == NULL || !g_ptr_array_find (cards, self->anchor, &from))
    {
      page_put_only (self, card);
      return;
    }

  g_hash_table_remove_all (self->selected);
  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    g_hash_table_add (self->selected, g_object_ref (cards->pdata[i]));
}

void
accord_swot_page_select (AccordSwotPage  *self,
                         AccordCard      *card,
                         AccordSwotSelect how)
{
  AccordSwotCard *widget;

  g_return_if_fail (ACCORD_IS_SWOT_PAGE (self));
  g_return_if_fail (ACCORD_IS_CARD (card));

  widget = accord_swot_board_find (self->board, card, NULL);
  if (widget == NULL)
    return;

  /* What was pressed stays under the pointer: nothing scrolls. */
  self->selecting = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (widget));
  self->selecting = FALSE;

  switch (how)
    {
    case ACCORD_SWOT_SELECT_ONLY:
      page_put_only (self, card);
      break;

    case ACCORD_SWOT_SELECT_TOGGLE:
      g_set_object (&self->anchor, card);
      if (!g_hash_table_remove (self->selected, card))
        g_hash_table_add (self->selected, g_object_ref (card));
      break;

    case ACCORD_SWOT_SELECT_EXTEND:
      page_put_range (self, card);
      break;

    case ACCORD_SWOT_SELECT_KEEP:
    default:
      break;
    }
  page_show_selection (self);
}

void
accord_swot_page_select_focused (AccordSwotPage *self,
                                 AccordCard     *card)
{
  if (self->selecting || g_hash_table_contains (self->selected, card))
    return;

  page_put_only (self, card);
  page_show_selection (self);
}

void
accord_swot_page_select_cards (AccordSwotPage *self,
                               GPtrArray      *cards)
{
  AccordCard *first;

  g_return_if_fail (ACCORD_IS_SWOT_PAGE (self));

  first = cards->len > 0 ? cards->pdata[0] : NULL;
  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < cards->len; i++)
    g_hash_table_add (self->selected, g_object_ref (cards->pdata[i]));
  g_set_object (&self->anchor, first);
  page_show_selection (self);
}

void
accord_swot_page_prune_selection (AccordSwotPage *self)
{
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    {
      if (accord_swot_board_find (self->board, card, NULL) == NULL)
        g_hash_table_iter_remove (&iter);
    }
  if (self->anchor != NULL && accord_swot_board_find (self->board, self->anchor, NULL) == NULL)
    g_clear_object (&self->anchor);
  page_show_selection (self);
}

gboolean
accord_swot_page_is_selected (AccordSwotPage *self,
                              AccordCard     *card)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);

  return g_hash_table_contains (self->selected, card);
}

GPtrArray *
accord_swot_page_list_all_selected (AccordSwotPage *self)
{
  GPtrArray *selected = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) cards = NULL;

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), selected);

  cards = page_list_shown (self);
  for (guint i = 0; i < cards->len; i++)
    {
      if (g_hash_table_contains (self->selected, cards->pdata[i]))
        g_ptr_array_add (selected, g_object_ref (cards->pdata[i]));
    }

  return selected;
}

/* What is done is done to the card that has the focus: the rest is selected together with it, or not meant. */
GPtrArray *
accord_swot_page_list_selected (AccordSwotPage *self)
{
  GPtrArray *selected;

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), g_ptr_array_new ());

  if (self->current == NULL || g_hash_table_contains (self->selected, self->current))
    return accord_swot_page_list_all_selected (self);

  selected = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (selected, g_object_ref (self->current));

  return selected;
}

static void
swot_select (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  static const struct
  {
    const char *word;
    AccordSwotSelect how;
  } words[] = {
    { "only", ACCORD_SWOT_SELECT_ONLY },
    { "toggle", ACCORD_SWOT_SELECT_TOGGLE },
    { "extend", ACCORD_SWOT_SELECT_EXTEND },
    { "keep", ACCORD_SWOT_SELECT_KEEP },
  };
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  AccordCard *card;
  const char *word;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &word);
  card = self->cards != NULL ? accord_board_find_card (self->cards, id) : NULL;
  for (gsize i = 0; card != NULL && i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (word, words[i].word))
        accord_swot_page_select (self, card, words[i].how);
    }
}

void
accord_swot_page_select_and_show (AccordSwotPage  *self,
                                  AccordCard      *card,
                                  AccordSwotSelect how)
{
  if (card == NULL)
    return;

  accord_swot_page_select (self, card, how);
  accord_swot_page_focus_card (self, card);
}

static void
swot_extend (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  AccordCard *card = accord_swot_page_find_neighbour (self, g_variant_get_string (parameter, NULL));

  accord_swot_page_select_and_show (self, card, ACCORD_SWOT_SELECT_EXTEND);
}

static void
swot_wander (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  AccordCard *card = accord_swot_page_find_neighbour (self, g_variant_get_string (parameter, NULL));

  accord_swot_page_select_and_show (self, card, ACCORD_SWOT_SELECT_KEEP);
}

static void
swot_toggle (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);

  if (self->current != NULL && !accord_swot_page_is_editing (self))
    accord_swot_page_select (self, self->current, ACCORD_SWOT_SELECT_TOGGLE);
}

/* The quadrant first; once that is selected, the board. */
static void
swot_select_all (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  g_autoptr (GPtrArray) all = page_list_shown (self);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  gboolean more = FALSE;

  if (self->current == NULL || accord_swot_page_is_editing (self))
    return;

  for (guint i = 0; i < all->len; i++)
    {
      if (accord_card_get_quadrant (all->pdata[i]) != accord_card_get_quadrant (self->current))
        continue;
      g_ptr_array_add (cards, all->pdata[i]);
      more = more || !g_hash_table_contains (self->selected, all->pdata[i]);
    }
  accord_swot_page_select_cards (self, more ? cards : all);
}

static void
swot_select_none (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  accord_swot_page_select_cards (self, none);
}

void
accord_swot_page_install_selection_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "swot.select", "(xs)", swot_select);
  gtk_widget_class_install_action (widget_class, "swot.extend", "s", swot_extend);
  gtk_widget_class_install_action (widget_class, "swot.wander", "s", swot_wander);
  gtk_widget_class_install_action (widget_class, "swot.toggle", NULL, swot_toggle);
  gtk_widget_class_install_action (widget_class, "swot.select-all", NULL, swot_select_all);
  gtk_widget_class_install_action (widget_class, "swot.select-none", NULL, swot_select_none);
}
