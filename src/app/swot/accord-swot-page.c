/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-page-private.h"

#include "accord-action.h"
#include "accord-ask.h"
#include "accord-member.h"
#include "accord-membership.h"
#include "accord-quarter.h"
#include "accord-swot-compare.h"
#include "accord-swot-prioritise.h"
#include "accord-swot-vote.h"
#include "accord-swot-tows.h"
#include "accord-territory.h"

G_DEFINE_FINAL_TYPE (AccordSwotPage, accord_swot_page, ACCORD_TYPE_PAGE)

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

/* A card that lies face down shows nothing of itself. */
static void
page_show_details (AccordSwotPage *self)
{
  g_autoptr (GPtrArray) merged = NULL;

  if (self->current != NULL && !self->covered && self->cards != NULL)
    merged = accord_board_list_merged (self->cards, self->current);
  accord_swot_details_set_card (self->details, self->covered ? NULL : self->current);
  accord_swot_details_set_merged (self->details, merged);
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

  page_show_details (self);
  accord_swot_page_update_actions (self);
}

static gint64
page_get_year (AccordSwotPage *self)
{
  AccordPeriod *period = accord_page_get_period (ACCORD_PAGE (self));

  return period != NULL ? accord_period_get_year (period) : 0;
}

static void
page_fill_scopes (AccordSwotPage *self)
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (self));

  self->filling_scopes = TRUE;
  accord_scope_choice_fill (self->scope_choice,
                            workspace != NULL ? accord_workspace_get_list (workspace, ACCORD_TYPE_TERRITORY) : NULL);
  self->filling_scopes = FALSE;
  self->scope = accord_scope_choice_get_territory (self->scope_choice);
}

/* Every view but the board itself, which the page looks after. */
static void
page_tell_views (AccordSwotPage *self)
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (self));
  const AccordBoardScope scope = accord_swot_page_get_scope (self);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->modes)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (ACCORD_IS_SWOT_VIEW (child))
        accord_swot_view_set_board (ACCORD_SWOT_VIEW (child), workspace, &scope);
    }
}

/* What is not stored is shown. */
static gboolean
page_store_details (AccordSwotPage *self)
{
  if (accord_swot_details_flush (self->details))
    return TRUE;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->board)))
    adw_flap_set_reveal_flap (self->flap, TRUE);

  return FALSE;
}

static void
page_show_other_board (AccordSwotPage *self)
{
  self->begun = FALSE;
  accord_swot_details_flush (self->details);
  page_set_current (self, NULL);
  page_tell_views (self);
  accord_swot_page_refresh (self);
}

/* What the header offers depends on what is in sight. */
static void
page_update_header (AccordSwotPage *self)
{
  const gboolean board = !ACCORD_IS_SWOT_VIEW (self->shown_mode);

  /* Where there is room the same stands there in every mode, so that the modes themselves do not move. */
  gtk_widget_set_visible (self->details_toggle, self->begun && (board || !accord_page_get_folded (ACCORD_PAGE (self))));
  gtk_widget_set_sensitive (self->details_toggle, board);
  gtk_widget_set_visible (self->add_button, !accord_page_get_folded (ACCORD_PAGE (self)));
}

/* After any number of changes, wherever they were made. */
static void
on_records_changed (AccordSwotPage *self)
{
  const gint64 scope = self->scope;

  page_fill_scopes (self);
  if (self->scope != scope)
    page_show_other_board (self);
  else
    accord_swot_page_refresh (self);
}

static void
on_scope_chosen (AccordSwotPage *self)
{
  const gint64 territory = accord_scope_choice_get_territory (self->scope_choice);

  if (self->filling_scopes || territory == self->scope)
    return;

  if (!accord_page_settle (ACCORD_PAGE (self)))
    {
      accord_scope_choice_set_territory (self->scope_choice, self->scope);
      return;
    }
  self->scope = territory;
  page_show_other_board (self);
}

static void
on_mode_changed (AccordSwotPage *self)
{
  GtkWidget *mode = adw_view_stack_get_visible_child (self->modes);

  if (mode == self->shown_mode)
    return;

  if (ACCORD_IS_SWOT_VIEW (self->shown_mode))
    accord_swot_view_settle (ACCORD_SWOT_VIEW (self->shown_mode));
  else
    accord_swot_details_flush (self->details);
  self->shown_mode = mode;
  if (accord_page_get_workspace (ACCORD_PAGE (self)) != NULL)
    accord_swot_page_refresh (self);
}

static gboolean
on_switcher_idle (gpointer user_data)
{
  AccordSwotPage *self = user_data;

  self->switcher_id = 0;
  gtk_widget_set_visible (self->switcher_bar, adw_view_switcher_title_get_title_visible (self->title));

  return G_SOURCE_REMOVE;
}

/* The header finds out while it is given its room, when it is too late to make more room below. */
static void
on_title_changed (AccordSwotPage *self)
{
  if (self->switcher_id == 0)
    self->switcher_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_switcher_idle, self, NULL);
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

  if (card == NULL)
    return;

  /* What is typed on the card before would be lost with it. */
  if (card != self->current && !page_store_details (self))
    return;

  page_set_current (self, card);
  accord_swot_page_select_focused (self, card);
}

static void
page_follow (AccordSwotPage  *self,
             AccordWorkspace *workspace)
{
  const GType types[] = { ACCORD_TYPE_CARD, ACCORD_TYPE_TERRITORY, ACCORD_TYPE_VOTE,       ACCORD_TYPE_STRATEGY,
                          ACCORD_TYPE_ASK,  ACCORD_TYPE_ACTION,    ACCORD_TYPE_BOARD_RULES, ACCORD_TYPE_MEMBER,
                          ACCORD_TYPE_MEMBERSHIP };

  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_func (self->watch, on_records_changed, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->cards);
  if (workspace == NULL)
    return;

  self->cards = g_object_ref (accord_workspace_get_list (workspace, ACCORD_TYPE_CARD));
  self->watch = accord_record_watch_new_for_types (workspace, types, G_N_ELEMENTS (types));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_records_changed), self, G_CONNECT_SWAPPED);
}

static void
accord_swot_page_workspace_changed (AccordPage *page)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (page);

  accord_swot_details_drop_card (self->details);
  g_clear_object (&self->current);
  g_clear_object (&self->anchor);
  g_hash_table_remove_all (self->selected);
  self->scope = 0;
  accord_scope_choice_set_territory (self->scope_choice, 0);
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
    accord_page_settle (ACCORD_PAGE (self));
  accord_swot_page_close_menu (self);

  GTK_WIDGET_CLASS (accord_swot_page_parent_class)->unmap (widget);
}

static gboolean
accord_swot_page_settle (AccordPage *page)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (page);
  const gboolean stored = page_store_details (self);

  return (!ACCORD_IS_SWOT_VIEW (self->shown_mode) || accord_swot_view_settle (ACCORD_SWOT_VIEW (self->shown_mode))) && stored;
}

static void
accord_swot_page_dispose (GObject *object)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (object);

  page_follow (self, NULL);
  g_clear_handle_id (&self->switcher_id, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->export, accord_swot_export_free);
  g_clear_object (&self->current);
  g_clear_object (&self->anchor);
  g_clear_pointer (&self->selected, g_hash_table_unref);
  g_clear_pointer (&self->dragged, g_ptr_array_unref);

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

  g_type_ensure (ACCORD_TYPE_SCOPE_CHOICE);
  g_type_ensure (ACCORD_TYPE_SWOT_BOARD);
  g_type_ensure (ACCORD_TYPE_SWOT_DETAILS);
  g_type_ensure (ACCORD_TYPE_SWOT_COMPARE);
  accord_swot_page_install_brainstorm (widget_class);
  accord_swot_page_install_years (widget_class);
  g_type_ensure (ACCORD_TYPE_SWOT_PRIORITISE);
  g_type_ensure (ACCORD_TYPE_SWOT_VOTE);
  g_type_ensure (ACCORD_TYPE_SWOT_TOWS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, title);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, modes);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, scope_choice);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, details_toggle);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, flap);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, board);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, details);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, hint);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, brainstorm);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPage, carry_button);
  gtk_widget_class_bind_template_callback (widget_class, on_scope_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_mode_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_changed);

  accord_swot_page_install_actions (widget_class);
  accord_swot_page_install_selection_actions (widget_class);
  accord_swot_page_install_paste_action (widget_class);
  accord_swot_page_install_export_actions (widget_class);
  accord_swot_page_install_windows (widget_class);
}

static void
accord_swot_page_init (AccordSwotPage *self)
{
  self->selected = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown_mode = adw_view_stack_get_visible_child (self->modes);
  on_title_changed (self);
  g_signal_connect (self, "notify::folded", G_CALLBACK (page_update_header), NULL);
  accord_swot_page_update_actions (self);
  self->export = accord_swot_export_new (self);
  accord_swot_page_update_export (self);
}

GPtrArray *
accord_swot_page_list (AccordSwotPage *self,
                       AccordQuadrant  quadrant)
{
  if (self->cards == NULL)
    return g_ptr_array_new ();

  return accord_board_list (self->cards, page_get_year (self), self->scope, quadrant);
}

AccordBoardScope
accord_swot_page_get_scope (AccordSwotPage *self)
{
  return (AccordBoardScope) { page_get_year (self), self->scope };
}

void
accord_swot_page_show_board (AccordSwotPage *self)
{
  adw_view_stack_set_visible_child_name (self->modes, "board");
}

void
accord_swot_page_refresh (AccordSwotPage *self)
{
  AccordCard *focused = page_focused_card (self);
  AccordPeriod *period = accord_page_get_period (ACCORD_PAGE (self));
  AccordSwotCard *widget;
  guint n_cards = 0;

  if (ACCORD_IS_SWOT_VIEW (self->shown_mode))
    accord_swot_view_refresh (ACCORD_SWOT_VIEW (self->shown_mode));

  self->refreshing = TRUE;
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      g_autoptr (GPtrArray) cards = accord_swot_page_list (self, (AccordQuadrant) i);

      accord_swot_quadrant_set_cards (accord_swot_board_get_quadrant (self->board, (AccordQuadrant) i), cards);
      n_cards += cards->len;
    }
  accord_swot_page_refresh_brainstorm (self);
  accord_swot_page_show_figures (self);
  self->refreshing = FALSE;
  accord_swot_page_refresh_years (self);
  accord_swot_page_update_export (self);

  if (period != NULL)
    {
      g_autofree char *year = accord_plan_year_format (accord_period_get_year (period), accord_period_get_fiscal_start (period));

      adw_view_switcher_title_set_subtitle (self->title, year);
    }
  self->begun = self->begun || n_cards > 0;
  gtk_stack_set_visible_child_name (self->stack, self->begun ? "board" : "empty");
  page_update_header (self);
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
  page_show_details (self);
  accord_swot_page_prune_selection (self);
  /* A card that went to another quadrant has another widget there. */
  if (focused != NULL && page_focused_card (self) != focused)
    accord_swot_page_focus_card (self, focused);
}

gboolean
accord_swot_page_focus_current (AccordSwotPage *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);

  if (self->current == NULL)
    return FALSE;

  accord_swot_page_focus_card (self, self->current);

  return TRUE;
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
