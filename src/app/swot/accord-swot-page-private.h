/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record-watch.h"
#include "accord-scope-choice.h"
#include "accord-swot-board.h"
#include "accord-swot-brainstorm.h"
#include "accord-swot-details.h"
#include "accord-swot-page.h"
#include "accord-swot-view.h"

G_BEGIN_DECLS

/* accord-swot-export.c */
typedef struct _AccordSwotExport AccordSwotExport;

struct _AccordSwotPage
{
  AccordPage parent_instance;

  GListModel *cards;        /* of the whole workspace, live */
  AccordRecordWatch *watch; /* of every kind of record that the board shows something of */
  gint64 scope;           /* the territory whose board is shown; 0 is the team */
  gboolean filling_scopes;
  gboolean begun; /* the empty board is shown, rather than what it is for */
  gboolean refreshing;
  AccordCard *current; /* the card that has or had the focus */
  GHashTable *selected; /* AccordCards */
  AccordCard *anchor;   /* from which the selection is extended; may be NULL */
  gboolean selecting;   /* the focus moves, and what is selected is decided elsewhere */
  gboolean covered;     /* the cards lie face down */
  GPtrArray *dragged;   /* AccordCards in the air, in order; else NULL */
  gpointer root;
  AccordSwotExport *export;

  AdwViewSwitcherTitle *title;
  GtkWidget *switcher_bar;
  guint switcher_id; /* it is about to come or go */
  AdwViewStack *modes;
  GtkWidget *shown_mode; /* the one in sight */
  AccordScopeChoice *scope_choice;
  GtkStack *stack;
  GtkWidget *details_toggle;
  GtkWidget *add_button;
  AdwFlap *flap;
  AccordSwotBoard *board;
  AccordSwotDetails *details;
  GtkLabel *hint;
  GtkWidget *menu;

  /* accord-swot-page-brainstorm.c */
  AccordSwotBrainstorm *brainstorm;
  AccordQuadrant typing; /* where cards were typed last */

  GtkButton *carry_button; /* of the empty board */
};

/* Brings the board up to date with the lists now, rather than when the main loop comes to it. */
void accord_swot_page_refresh (AccordSwotPage *self);

/* The board that is shown. */
AccordBoardScope accord_swot_page_get_scope (AccordSwotPage *self);

/* The board in sight, whatever was. */
void accord_swot_page_show_board (AccordSwotPage *self);

/* The cards of a quadrant of this board in order. (transfer full) */
GPtrArray *accord_swot_page_list (AccordSwotPage *self,
                                  AccordQuadrant  quadrant);

/* A card was given the focus: unless it is selected, it alone is from now on. */
void accord_swot_page_select_focused (AccordSwotPage *self,
                                      AccordCard     *card);
/* As accord_swot_page_select(), by keys: the card scrolls into sight. NULL does nothing. */
void accord_swot_page_select_and_show (AccordSwotPage  *self,
                                       AccordCard      *card,
                                       AccordSwotSelect how);
void accord_swot_page_select_cards (AccordSwotPage *self,
                                    GPtrArray      *cards);
/* Cards that are no longer on the board are not selected either; says again which are. */
void accord_swot_page_prune_selection (AccordSwotPage *self);

/* Counts what belongs to the cards, and shows it on them; covers them where the board's rules say so. */
void accord_swot_page_show_figures (AccordSwotPage *self);

/* The card beside the current one: "up", "down", "left", "right", "first" or "last". Borrowed; NULL where there is none. */
AccordCard *accord_swot_page_find_neighbour (AccordSwotPage *self,
                                             const char     *word);
/* Where cards are added unless said otherwise: where the user is. */
AccordQuadrant accord_swot_page_get_current_quadrant (AccordSwotPage *self);
/* Whether the title of the current card is being typed. */
gboolean accord_swot_page_is_editing (AccordSwotPage *self);

void accord_swot_page_install_selection_actions (GtkWidgetClass *widget_class);
void accord_swot_page_install_paste_action (GtkWidgetClass *widget_class);
/* The line to type new cards on, where the user is. */
void accord_swot_page_start_adding (AccordSwotPage *self);

void accord_swot_page_install_brainstorm (GtkWidgetClass *widget_class);
void accord_swot_page_refresh_brainstorm (AccordSwotPage *self);
void accord_swot_page_install_years (GtkWidgetClass *widget_class);
void accord_swot_page_refresh_years (AccordSwotPage *self);

void accord_swot_page_install_actions (GtkWidgetClass *widget_class);
/* Those that open windows about the board. */
void accord_swot_page_install_windows (GtkWidgetClass *widget_class);
/* Whether the actions can be used depends on whether there is a current card. */
void accord_swot_page_update_actions (AccordSwotPage *self);
void accord_swot_page_close_menu (AccordSwotPage *self);

void accord_swot_page_install_export_actions (GtkWidgetClass *widget_class);
/* Whether there is anything to export. */
void accord_swot_page_update_export (AccordSwotPage *page);
AccordSwotExport *accord_swot_export_new (AccordSwotPage *page);
void accord_swot_export_free (AccordSwotExport *self);

G_END_DECLS
