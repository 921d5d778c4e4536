/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record-watch.h"
#include "accord-swot-board.h"
#include "accord-swot-details.h"
#include "accord-swot-page.h"
#include "accord-swot-view.h"

G_BEGIN_DECLS

struct _AccordSwotPage
{
  AccordPage parent_instance;

  GListModel *cards;        /* of the whole workspace, live */
  AccordRecordWatch *watch; /* of every kind of record that the board shows something of */
  GArray *scopes;          /* gint64: the territory behind each choice of board; 0 is the team */
  gint64 scope;
  gboolean filling_scopes;
  gboolean begun; /* the empty board is shown, rather than what it is for */
  gboolean refreshing;
  AccordCard *current; /* the card that has or had the focus */
  gpointer root;

  AdwViewSwitcherTitle *title;
  AdwViewStack *modes;
  GtkWidget *shown_mode; /* the one in sight */
  GtkDropDown *scope_dropdown;
  GtkStack *stack;
  GtkWidget *details_toggle;
  GtkWidget *add_button;
  AdwFlap *flap;
  AccordSwotBoard *board;
  AccordSwotDetails *details;
  GtkWidget *menu;
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

void accord_swot_page_install_actions (GtkWidgetClass *widget_class);
/* Those that open windows about the board. */
void accord_swot_page_install_windows (GtkWidgetClass *widget_class);
/* Whether the actions can be used depends on whether there is a current card. */
void accord_swot_page_update_actions (AccordSwotPage *self);
void accord_swot_page_close_menu (AccordSwotPage *self);

G_END_DECLS
