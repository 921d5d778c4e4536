/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-page-private.h"

#include <glib/gi18n.h>

#include "accord-enums.h"

static void
page_counts (AccordSwotPage *self,
             guint           counts[ACCORD_BOARD_N_QUADRANTS])
{
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    counts[i] = accord_swot_quadrant_get_n_cards (accord_swot_board_get_quadrant (self->board, (AccordQuadrant) i));
}

static gboolean
page_read_direction (AccordSwotPage       *self,
                     const char           *word,
                     AccordBoardDirection *direction)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (g_str_equal (word, "up"))
    *direction = ACCORD_BOARD_UP;
  else if (g_str_equal (word, "down"))
    *direction = ACCORD_BOARD_DOWN;
  else if (g_str_equal (word, "left"))
    *direction = mirrored ? ACCORD_BOARD_END : ACCORD_BOARD_START;
  else if (g_str_equal (word, "right"))
    *direction = mirrored ? ACCORD_BOARD_START : ACCORD_BOARD_END;
  else
    return FALSE;

  return TRUE;
}

AccordQuadrant
accord_swot_page_get_current_quadrant (AccordSwotPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *quadrant = focus != NULL ? gtk_widget_get_ancestor (focus, ACCORD_TYPE_SWOT_QUADRANT) : NULL;

  if (quadrant != NULL)
    return accord_swot_quadrant_get_quadrant (ACCORD_SWOT_QUADRANT (quadrant));

  return self->current != NULL ? accord_card_get_quadrant (self->current) : ACCORD_QUADRANT_STRENGTH;
}

void
accord_swot_page_start_adding (AccordSwotPage *self)
{
  const AccordQuadrant quadrant = accord_swot_page_get_current_quadrant (self);

  self->begun = TRUE;
  self->typing = quadrant;
  accord_swot_page_show_board (self);
  accord_swot_page_refresh (self);
  accord_swot_quadrant_start_adding (accord_swot_board_get_quadrant (self->board, quadrant));
}

static void
page_primary (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);

  accord_swot_page_start_adding (self);
}

static void
swot_edit (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  AccordSwotCard *card = accord_swot_board_find (self->board, self->current, NULL);

  if (card != NULL)
    accord_swot_card_start_editing (card);
}

static void
swot_details (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);

  if (self->covered)
    return;

  adw_flap_set_reveal_flap (self->flap, TRUE);
  accord_swot_details_start_editing (self->details);
}

static void
swot_close_details (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);

  if (!accord_swot_details_flush (self->details))
    return;
  if (self->current != NULL)
    accord_swot_page_focus_card (self, self->current);
  adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
swot_remove (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  g_autoptr (GPtrArray) cards = accord_swot_page_list_selected (self);

  accord_swot_details_flush (self->details);
  accord_swot_page_remove_cards (self, cards);
}

static void
swot_move_to (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  g_autoptr (GPtrArray) cards = accord_swot_page_list_selected (self);
  g_autoptr (AccordCard) current = self->current != NULL ? g_object_ref (self->current) : NULL;
  int quadrant;

  if (current == NULL
      || !accord_enum_from_nick (ACCORD_TYPE_QUADRANT, g_variant_get_string (parameter, NULL), &quadrant))
    return;

  accord_swot_page_move_cards (self, cards, (AccordBoardPlace) { (AccordQuadrant) quadrant, G_MAXUINT });
  accord_swot_page_focus_card (self, current);
}

/* Several move as if they were one card where the first of them in the current card's quadrant lies. counts is then of
 * the others and that one. */
static void
page_count_as_one (AccordSwotPage   *self,
                   GPtrArray        *cards,
                   guint             counts[ACCORD_BOARD_N_QUADRANTS],
                   AccordBoardPlace *from)
{
  from->quadrant = accord_card_get_quadrant (self->current);
  from->index = G_MAXUINT;
  page_counts (self, counts);
  for (guint i = 0; i < cards->len; i++)
    {
      AccordBoardPlace place;

      if (accord_swot_board_find (self->board, cards->pdata[i], &place) == NULL)
        continue;
      counts[place.quadrant]--;
      if (place.quadrant == from->quadrant)
        from->index = MIN (from->index, place.index);
    }
  counts[from->quadrant]++;
  from->index = MIN (from->index, counts[from->quadrant] - 1);
}

static void
swot_move (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  g_autoptr (GPtrArray) cards = accord_swot_page_list_selected (self);
  guint counts[ACCORD_BOARD_N_QUADRANTS];
  AccordBoardDirection direction;
  AccordBoardPlace from, to;

  if (self->current == NULL || !page_read_direction (self, g_variant_get_string (parameter, NULL), &direction))
    return;

  page_count_as_one (self, cards, counts, &from);
  if (!accord_board_step (counts, from, direction, TRUE, &to))
    {
      gtk_widget_error_bell (widget);
      return;
    }

  accord_swot_page_move_cards (self, cards, to);
  accord_swot_page_focus_card (self, self->current);
}

AccordCard *
accord_swot_page_find_neighbour (AccordSwotPage *self,
                                 const char     *word)
{
  guint counts[ACCORD_BOARD_N_QUADRANTS];
  AccordBoardDirection direction;
  AccordBoardPlace place;

  if (accord_swot_board_find (self->board, self->current, &place) == NULL)
    return NULL;

  page_counts (self, counts);
  if (g_str_equal (word, "first"))
    place.index = 0;
  else if (g_str_equal (word, "last"))
    place.index = counts[place.quadrant] - 1;
  else if (!page_read_direction (self, word, &direction)
           || !accord_board_step (counts, place, direction, FALSE, &place))
    return NULL;

  return accord_swot_card_get_card (
    accord_swot_quadrant_get_nth (accord_swot_board_get_quadrant (self->board, place.quadrant), place.index));
}

gboolean
accord_swot_page_is_editing (AccordSwotPage *self)
{
  AccordSwotCard *card = accord_swot_board_find (self->board, self->current, NULL);

  return card != NULL && accord_swot_card_is_editing (card);
}

static void
swot_focus (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  AccordCard *card = accord_swot_page_find_neighbour (self, g_variant_get_string (parameter, NULL));

  accord_swot_page_select_and_show (self, card, ACCORD_SWOT_SELECT_ONLY);
}

/* What is selected comes to lie under the card with the focus. */
static void
swot_merge (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  g_autoptr (GPtrArray) cards = accord_swot_page_list_all_selected (self);
  g_autoptr (AccordCard) host = self->current != NULL ? g_object_ref (self->current) : NULL;

  if (host == NULL || accord_swot_page_is_editing (self))
    return;

  g_ptr_array_remove (cards, host);
  if (cards->len == 0)
    gtk_widget_error_bell (widget);
  else if (accord_swot_page_merge_cards (self, host, cards))
    accord_swot_page_select_and_show (self, host, ACCORD_SWOT_SELECT_ONLY);
}

static gboolean
page_has_merged (AccordSwotPage *self)
{
  g_autoptr (GPtrArray) merged = NULL;

  if (self->current == NULL || self->cards == NULL)
    return FALSE;

  merged = accord_board_list_merged (self->cards, self->current);

  return merged->len > 0;
}

/* The card with the id, or with 0 all that lie under the current one, lies on the board again. */
static void
swot_split (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  const gint64 id = g_variant_get_int64 (parameter);
  AccordCard *only = self->cards != NULL ? accord_board_find_card (self->cards, id) : NULL;

  if (self->current == NULL || (id == 0 ? !page_has_merged (self) : only == NULL))
    return;

  /* The button that did it goes with what it split off. */
  if (accord_swot_page_split_card (self, self->current, only)
      && gtk_root_get_focus (gtk_widget_get_root (widget)) == NULL)
    accord_swot_page_focus_card (self, self->current);
}

/* Whether all of them lie in the quadrant already. */
static gboolean
page_lie_in (GPtrArray     *cards,
             AccordQuadrant quadrant)
{
  for (guint i = 0; i < cards->len; i++)
    {
      if (accord_card_get_quadrant (cards->pdata[i]) != quadrant)
        return FALSE;
    }

  return TRUE;
}

static void
swot_sort (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  accord_page_settle (ACCORD_PAGE (widget));
  accord_swot_page_sort (ACCORD_SWOT_PAGE (widget), g_str_equal (g_variant_get_string (parameter, NULL), "votes")
                                                      ? ACCORD_BOARD_BY_VOTES
                                                      : ACCORD_BOARD_BY_PRIORITY);
}

/* For a view that sends on to another one. */
static void
swot_mode (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  adw_view_stack_set_visible_child_name (ACCORD_SWOT_PAGE (widget)->modes, g_variant_get_string (parameter, NULL));
}

static GMenuModel *
page_build_menu (AccordSwotPage *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) selected = accord_swot_page_list_selected (self);
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) quadrants = g_menu_new ();
  g_autoptr (GMenu) steps = g_menu_new ();
  g_autoptr (GMenu) merge = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();

  g_menu_append (edit, _("_Edit Title"), "swot.edit");
  g_menu_append (edit, _("_Details"), "swot.details");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));

  for (int i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (accord_quadrant_get_label ((AccordQuadrant) i), NULL);

      if (page_lie_in (selected, (AccordQuadrant) i))
        continue;
      g_menu_item_set_action_and_target (item, "swot.move-to", "s", accord_enum_to_nick (ACCORD_TYPE_QUADRANT, i));
      g_menu_append_item (quadrants, item);
    }
  g_menu_append (steps, _("_Up"), "swot.move::up");
  g_menu_append (steps, _("Do_wn"), "swot.move::down");
  g_menu_append_section (move, NULL, G_MENU_MODEL (quadrants));
  g_menu_append_section (move, NULL, G_MENU_MODEL (steps));
  g_menu_append_submenu (menu, _("_Move to"), G_MENU_MODEL (move));

  if (g_hash_table_size (self->selected) > 1)
    g_menu_append (merge, _("Mer_ge into This Card"), "swot.merge");
  if (page_has_merged (self))
    g_menu_append (merge, _("Sp_lit"), "swot.split(int64 0)");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (merge));

  g_menu_append (remove,
                 accord_card_get_resolved (self->current) == ACCORD_DATE_NONE ? _("Mark as Re_solved") : _("Mark as _Open"),
                 "swot.resolve");
  g_menu_append (remove, _("_Remove"), "swot.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));

  return G_MENU_MODEL (menu);
}

static void
swot_menu (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  AccordSwotCard *card = accord_swot_board_find (self->board, self->current, NULL);
  g_autoptr (GMenuModel) model = NULL;
  double x, y;

  if (card == NULL)
    return;

  g_variant_get (parameter, "(dd)", &x, &y);
  if (x < 0)
    {
      x = gtk_widget_get_width (GTK_WIDGET (card)) / 2.0;
      y = gtk_widget_get_height (GTK_WIDGET (card)) / 2.0;
    }
  gtk_widget_translate_coordinates (GTK_WIDGET (card), widget, x, y, &x, &y);

  /* The menu hangs on the page: the card's widget may be another one once the card has moved. */
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, widget);
    }
  model = page_build_menu (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
accord_swot_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.primary", NULL, page_primary);
  gtk_widget_class_install_action (widget_class, "swot.edit", NULL, swot_edit);
  gtk_widget_class_install_action (widget_class, "swot.details", NULL, swot_details);
  gtk_widget_class_install_action (widget_class, "swot.close-details", NULL, swot_close_details);
  gtk_widget_class_install_action (widget_class, "swot.remove", NULL, swot_remove);
  gtk_widget_class_install_action (widget_class, "swot.move-to", "s", swot_move_to);
  gtk_widget_class_install_action (widget_class, "swot.move", "s", swot_move);
  gtk_widget_class_install_action (widget_class, "swot.focus", "s", swot_focus);
  gtk_widget_class_install_action (widget_class, "swot.merge", NULL, swot_merge);
  gtk_widget_class_install_action (widget_class, "swot.split", "x", swot_split);
  gtk_widget_class_install_action (widget_class, "swot.sort", "s", swot_sort);
  gtk_widget_class_install_action (widget_class, "swot.mode", "s", swot_mode);
  gtk_widget_class_install_action (widget_class, "swot.menu", "(dd)", swot_menu);
}

void
accord_swot_page_update_actions (AccordSwotPage *self)
{
  static const char *const of_a_card[] = {
    "swot.edit", "swot.details", "swot.remove", "swot.move-to", "swot.move", "swot.focus", "swot.merge", "swot.split",
    "swot.menu", "swot.select-all", "swot.resolve",
  };
  static const char *const of_its_text[] = { "swot.edit", "swot.details" };

  for (gsize i = 0; i < G_N_ELEMENTS (of_a_card); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_a_card[i], self->current != NULL);
  for (gsize i = 0; self->covered && i < G_N_ELEMENTS (of_its_text); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_its_text[i], FALSE);
  /* Their windows say which card each thing comes from. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "swot.actions", !self->covered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "swot.asks", !self->covered);
}

void
accord_swot_page_close_menu (AccordSwotPage *self)
{
  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
}
