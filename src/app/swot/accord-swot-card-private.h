/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-swot-card.h"
#include "accord-swot-mark.h"

G_BEGIN_DECLS

/* What is drawn below the title, in order. */
enum
{
  ACCORD_SWOT_FIGURE_VOTES,
  ACCORD_SWOT_FIGURE_MERGED,
  ACCORD_SWOT_FIGURE_ASKS,
  ACCORD_SWOT_FIGURE_ACTIONS,
  ACCORD_SWOT_FIGURE_CARRIED,
  ACCORD_SWOT_FIGURE_RESOLVED,
  ACCORD_SWOT_N_FIGURES
};

struct _AccordSwotCard
{
  AdwBin parent_instance;

  AccordCard *card;
  guint index;
  guint n;
  gboolean editing;
  gboolean covered;
  gboolean selected;
  AccordSwotCardFigures figures;
  gboolean collapse; /* the press was on one of several that are selected: a click, and no drag, selects it alone */

  GtkWidget *front;
  GtkWidget *back;
  GtkLabel *title_label;
  GtkTextView *title_view;
  GtkWidget *details_button;
  GtkWidget *tick;
  GtkLabel *detail_label;
  AccordSwotMark *control_mark;
  GtkLabel *control_label;
  GtkWidget *impact_box;
  AccordSwotMark *impact_mark;
  GtkLabel *impact_label;
  GtkWidget *audience_box;
  GtkLabel *audience_label;

  /* accord-swot-card-figures.c */
  GtkWidget *figures_box;
  GtkWidget *figure_boxes[ACCORD_SWOT_N_FIGURES]; /* made when there is something to show */
  GtkLabel *figure_labels[ACCORD_SWOT_N_FIGURES];
};

/* Shows what was counted and what the card itself says of its past. */
void accord_swot_card_show_figures (AccordSwotCard *self);

/* The same in words, after the card's detail. (transfer full) */
char *accord_swot_card_dup_description (AccordSwotCard *self);

G_END_DECLS
