/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-page-private.h"

#include <glib/gi18n.h>

#include "accord-territory.h"

G_DEFINE_FINAL_TYPE (AccordSwotPage, accord_swot_page, ACCORD_TYPE_PAGE)

static void page_queue_refresh (AccordSwotPage *self);

static AccordCard *
page_focused_card (AccordSwotPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->board)))
    return NULL;

  card = ACCORD_IS_SWOT_CARD (focus) ? focus : gtk_widget_get_ancestor (focus, ACCORD_TYPE_SWOT_CARD);

  return card != NULL ? accord_swot_card_get_card (ACCORD_SWOT_CARD (card)) : NULL;
}

static void
page_set_current (AccordSwotPage *self,
                  AccordCard     *card)
{
  AccordSwotCard *widget;

  if (self->current == card)
    return;

  widget = accord_swot_board_find (self->board, self->current, NULL);
  if (widget != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (widget), "current");
  g_set_object (&self->current, card);
  widget = accord_swot_board_find (self->board, card, NULL);
  if (widget != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (widget), "current");

  accord_swot_details_set_card (self->details, card);
  accord_swot_page_update_actions (self);
}

static gint64
page_get_year (AccordSwotPage *self)
{
  AccordPeriod *period = accord_page_get_period (ACCORD_PAGE (self));

  return period != NULL ? accord_period_get_year (period) : 0;
}

/* A record of a list changes without its list saying so: follows each, once. */
static void
page_watch (AccordSwotPage *self,
            GListModel     *list,
            guint           position,
            guint           added,
            GCallback       callback)
{
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (GObject) record = g_list_model_get_item (list, position + i);

      g_signal_handlers_disconnect_by_func (record, callback, self);
      g_signal_connect_object (record, "notify", callback, self, G_CONNECT_SWAPPED);
    }
}

static void
page_unwatch (AccordSwotPage *self,
              GListModel     *list,
              GCallback       callback,
              GCallback       list_callback)
{
  if (list == NULL)
    return;

  g_signal_handlers_disconnect_by_func (list, list_callback, self);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) record = g_list_model_get_item (list, i);

      g_signal_handlers_disconnect_by_func (record, callback, self);
    }
}

static int
compare_territories (gconstpointer a,
                     gconstpointer b)
{
  AccordTerritory *one = *(AccordTerritory **) a;
  AccordTerritory *other = *(AccordTerritory **) b;
  const gint64 difference = accord_territory_get_position (one) - accord_territory_get_position (other);

  if (difference != 0)
    return difference < 0 ? -1 : 1;

  return g_utf8_collate (accord_territory_get_name (one), accord_territory_get_name (other));
}

static void
page_fill_scopes (AccordSwotPage *self)
{
  g_autoptr (GPtrArray) territories = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const gint64 team = 0;
  guint selected = 0;

  for (guint i = 0; self->territories != NULL && i < g_list_model_get_n_items (self->territories); i++)
    g_ptr_array_add (territories, g_list_model_get_item (self->territories, i));
  g_ptr_array_sort (territories, compare_territories);

  g_array_set_size (self->scopes, 0);
  g_array_append_val (self->scopes, team);
  /* Translators: the SWOT board of the whole team, in a list with the boards of its territories. */
  gtk_string_list_append (names, C_("board", "Whole Team"));
  for (guint i = 0; i < territories->len; i++)
    {
      const gint64 id = accord_record_get_id (territories->pdata[i]);

      if (id == self->scope)
        selected = self->scopes->len;
      g_array_append_val (self->scopes, id);
      gtk_string_list_append (names, accord_territory_get_name (territories->pdata[i]));
    }

  self->filling_scopes = TRUE;
  gtk_drop_down_set_model (self->scope_dropdown, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->scope_dropdown, selected);
  self->filling_scopes = FALSE;
  self->scope = g_array_index (self->scopes, gint64, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_dropdown), territories->len > 0);
}

static void
page_show_other_board (AccordSwotPage *self)
{
  self->begun = FALSE;
  accord_swot_details_flush (self->details);
  page_set_current (self, NULL);
  accord_swot_page_refresh (self);
}

static void
on_card_notify (AccordSwotPage *self)
{
  page_queue_refresh (self);
}

static void
on_cards_changed (AccordSwotPage *self,
                  guint           position,
                  guint           removed,
                  guint           added)
{
  page_watch (self, self->cards, position, added, G_CALLBACK (on_card_notify));
  page_queue_refresh (self);
}

static void
on_territory_notify (AccordSwotPage *self)
{
  page_fill_scopes (self);
}

static void
on_territories_changed (AccordSwotPage *self,
                        guint           position,
                        guint           removed,
                        guint           added)
{
  page_watch (self, self->territories, position, added, G_CALLBACK (on_territory_notify));
  page_fill_scopes (self);
  page_queue_refresh (self);
}

static gboolean
on_refresh (gpointer user_data)
{
  AccordSwotPage *self = user_data;

  self->refresh_id = 0;
  accord_swot_page_refresh (self);

  return G_SOURCE_REMOVE;
}

/* One refresh for all that one change has changed, before the next frame. */
static void
page_queue_refresh (AccordSwotPage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_refresh, self, NULL);
}

static void
on_scope_selected (AccordSwotPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->scope_dropdown);

  if (self->filling_scopes || selected >= self->scopes->len)
    return;

  accord_swot_details_flush (self->details);
  self->scope = g_array_index (self->scopes, gint64, selected);
  page_show_other_board (self);
}

/* The pane takes room from the board, and gives it back: what one looked at stays in sight. */
static void
on_pane_changed (AccordSwotPage *self)
{
  AccordBoardPlace place;
  AccordSwotCard *widget;

  if (adw_flap_get_reveal_flap (self->flap))
    gtk_widget_add_css_class (GTK_WIDGET (self), "details-open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "details-open");

  widget = accord_swot_board_find (self->board, self->current, &place);
  if (widget != NULL)
    accord_swot_quadrant_show (accord_swot_board_get_quadrant (self->board, place.quadrant), widget);
}

static void
on_focus_changed (AccordSwotPage *self)
{
  AccordCard *card = self->refreshing ? NULL : page_focused_card (self);

  if (card != NULL)
    page_set_current (self, card);
}

static void
page_follow (AccordSwotPage  *self,
             AccordWorkspace *workspace)
{
  page_unwatch (self, self->cards, G_CALLBACK (on_card_notify), G_CALLBACK (on_cards_changed));
  page_unwatch (self, self->territories, G_CALLBACK (on_territory_notify), G_CALLBACK (on_territories_changed));
  g_clear_object (&self->cards);
  g_clear_object (&self->territories);
  if (workspace == NULL)
    return;

  self->cards = g_object_ref (accord_workspace_get_list (workspace, ACCORD_TYPE_CARD));
  self->territories = g_object_ref (accord_workspace_get_list (workspace, ACCORD_TYPE_TERRITORY));
  page_watch (self, self->cards, 0, g_list_model_get_n_items (self->cards), G_CALLBACK (on_card_notify));
  g_signal_connect_object (self->cards, "items-changed", G_CALLBACK (on_cards_changed), self, G_CONNECT_SWAPPED);
  page_watch (self, self->territories, 0, g_list_model_get_n_items (self->territories), G_CALLBACK (on_territory_notify));
  g_signal_connect_object (self->territories, "items-changed", G_CALLBACK (on_territories_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
accord_swot_page_workspace_changed (AccordPage *page)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (page);

  accord_swot_details_drop_card (self->details);
  g_clear_object (&self->current);
  self->scope = 0;
  page_follow (self, accord_page_get_workspace (page));
  page_fill_scopes (self);
  page_show_other_board (self);
}

static void
accord_swot_page_period_changed (AccordPage *page)
{
  page_show_other_board (ACCORD_SWOT_PAGE (page));
}

static void
accord_swot_page_root (GtkWidget *widget)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);

  GTK_WIDGET_CLASS (accord_swot_page_parent_class)->root (widget);

  self->root = gtk_widget_get_root (widget);
  g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (on_focus_changed), self, G_CONNECT_SWAPPED);
}

static void
accord_swot_page_unroot (GtkWidget *widget)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);

  if (self->root != NULL)
    g_signal_handlers_disconnect_by_func (self->root, on_focus_changed, self);
  self->root = NULL;

  GTK_WIDGET_CLASS (accord_swot_page_parent_class)->unroot (widget);
}

/* A page that goes out of sight keeps nothing to itself. */
static void
accord_swot_page_unmap (GtkWidget *widget)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);

  if (accord_page_get_workspace (ACCORD_PAGE (self)) != NULL)
    accord_swot_details_flush (self->details);
  accord_swot_page_close_menu (self);

  GTK_WIDGET_CLASS (accord_swot_page_parent_class)->unmap (widget);
}

static gboolean
accord_swot_page_settle (AccordPage *page)
{
  accord_swot_details_flush (ACCORD_SWOT_PAGE (page)->details);

  return TRUE;
}

static void
accord_swot_page_dispose (GObject *object)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  page_follow (self, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->current);
  g_clear_pointer (&self->scopes, g_array_unref);

  G_OBJECT_CLASS (accord_swot_page_parent_class)->dispose (object);
}

static void
accord_swot_page_class_init (AccordSwotPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordPageClass *page_class = ACCORD_PAGE_CLASS (klass);

  object_class->dispose = accord_swot_page_dispose;
  widget_class->root = accord_swot_page_root;
  widget_class->unroot = accord_swot_page_unroot;
  widget_class->unmap = accord_swot_page_unmap;
  page_class->workspace_changed = accord_swot_page_workspace_changed;
  page_class->period_changed = accord_swot_page_period_changed;
  page_class->settle = accord_swot_page_settle;

  g_type_ensure (ACCORD_TYPE_SWOT_BOARD);
  g_type_ensure (ACCORD_TYPE_SWOT_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, title);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, scope_dropdown);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, details_toggle);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, flap);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, board);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, details);
  gtk_widget_class_bind_template_callback (widget_class, on_scope_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_changed);

  accord_swot_page_install_actions (widget_class);
}

static void
accord_swot_page_init (AccordSwotPage *self)
{
  self->scopes = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_swot_page_update_actions (self);
}

GPtrArray *
accord_swot_page_list (AccordSwotPage *self,
                       AccordQuadrant  quadrant)
{
  if (self->cards == NULL)
    return g_ptr_array_new ();

  return accord_board_list (self->cards, page_get_year (self), self->scope, quadrant);
}

void
accord_swot_page_refresh (AccordSwotPage *self)
{
  AccordCard *focused = page_focused_card (self);
  AccordPeriod *period = accord_page_get_period (ACCORD_PAGE (self));
  AccordSwotCard *widget;
  guint n_cards = 0;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->refreshing = TRUE;
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      g_autoptr (GPtrArray) cards = accord_swot_page_list (self, (AccordQuadrant) i);

      accord_swot_quadrant_set_cards (accord_swot_board_get_quadrant (self->board, (AccordQuadrant) i), cards);
      n_cards += cards->len;
    }
  self->refreshing = FALSE;

  if (period != NULL)
    {
      g_autofree char *year = g_strdup_printf ("%d", accord_period_get_year (period));

      adw_window_title_set_subtitle (self->title, year);
    }
  self->begun = self->begun || n_cards > 0;
  gtk_stack_set_visible_child_name (self->stack, self->begun ? "board" : "empty");
  gtk_widget_set_visible (self->details_toggle, self->begun);
  if (!self->begun)
    adw_flap_set_reveal_flap (self->flap, FALSE);

  widget = accord_swot_board_find (self->board, self->current, NULL);
  if (widget != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (widget), "current");
  if (self->current != NULL && widget == NULL)
    {
      accord_swot_details_drop_card (self->details);
      page_set_current (self, NULL);
    }
  /* A card that went to another quadrant has another widget there. */
  if (focused != NULL && page_focused_card (self) != focused)
    accord_swot_page_focus_card (self, focused);
}

void
accord_swot_page_focus_card (AccordSwotPage *self,
                             AccordCard     *card)
{
  AccordSwotCard *widget;
  AccordBoardPlace place;

  g_return_if_fail (ACCORD_IS_SWOT_PAGE (self));

  widget = accord_swot_board_find (self->board, card, &place);
  if (widget == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (widget));
  accord_swot_quadrant_show (accord_swot_board_get_quadrant (self->board, place.quadrant), widget);
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
