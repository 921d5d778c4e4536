/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-swot-board.h"
#include "accord-swot-details.h"
#include "accord-swot-page.h"

G_BEGIN_DECLS

struct _AccordSwotPage
{
  AccordPage parent_instance;

  GListModel *cards;       /* of the whole workspace, live */
  GListModel *territories; /* likewise */
  GArray *scopes;          /* gint64: the territory behind each choice of board; 0 is the team */
  gint64 scope;
  gboolean filling_scopes;
  gboolean begun; /* the empty board is shown, rather than what it is for */
  gboolean refreshing;
  guint refresh_id;
  AccordCard *current; /* the card that has or had the focus */
  gpointer root;

  AdwWindowTitle *title;
  GtkDropDown *scope_dropdown;
  GtkStack *stack;
  GtkWidget *details_toggle;
  AdwFlap *flap;
  AccordSwotBoard *board;
  AccordSwotDetails *details;
  GtkWidget *menu;
};

/* Brings the board up to date with the lists now, rather than when the main loop comes to it. */
void accord_swot_page_refresh (AccordSwotPage *self);

/* The cards of a quadrant of this board in order. (transfer full) */
GPtrArray *accord_swot_page_list (AccordSwotPage *self,
                                  AccordQuadrant  quadrant);

void accord_swot_page_install_actions (GtkWidgetClass *widget_class);
/* Whether the actions can be used depends on whether there is a current card. */
void accord_swot_page_update_actions (AccordSwotPage *self);
void accord_swot_page_close_menu (AccordSwotPage *self);

G_END_DECLS
