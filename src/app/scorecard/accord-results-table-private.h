/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-results-row.h"
#include "accord-results-table.h"

G_BEGIN_DECLS

/* The row above the list is the one before its first. */
#define ACCORD_RESULTS_TOP -1

struct _AccordResultsTable
{
  AdwBin parent_instance;

  AccordResults *results;
  gint64 territory;
  AccordResultsColumns *columns;
  AccordResultsLine *top; /* what stays above the list */
  GListStore *lines;      /* AccordResultsLine */
  GPtrArray *rows;        /* AccordResultsRow that are bound, borrowed */
  gboolean ranking;
  char *ranked_title;     /* what they are ranked by, of those shown */
  gboolean descending;    /* by name */

  /* The cell that keys are about. */
  int line;
  guint column;
  GtkWidget *root; /* whose focus is followed; borrowed */
  gboolean moving;

  gboolean wide;  /* enough for long names */
  guint resized_id;

  GtkWidget *titles;
  GtkWidget *name_title;
  GtkWidget *name_button;
  GtkWidget *name_arrow;
  GtkWidget *title_strip;
  AccordResultsRow *top_row;
  AccordResultsRow *held_row; /* the territory of the members in sight */
  GtkScrolledWindow *scrolled;
  GtkListView *list;
  GtkScrollbar *across;
};

/* Lines: accord-results-table-lines.c */

/* Makes the lines anew, or tells those that are there where they are the same. */
void accord_results_table_fill_lines (AccordResultsTable *self);

/* The metric that members are ranked by. */
guint accord_results_table_get_ranked_by (AccordResultsTable *self);

/* Titles: accord-results-table-titles.c */
void accord_results_table_fill_titles (AccordResultsTable *self);
gboolean accord_results_table_is_wide (AccordResultsTable *self);
void accord_results_table_update_widths (AccordResultsTable *self);

/* Focus and keys: accord-results-table-keys.c */

/* Borrowed; NULL where there is none. */
AccordResultsLine *accord_results_table_peek_line (AccordResultsTable *self,
                                                   int                 line);

/* Puts the focus on the cell, or the nearest. */
void accord_results_table_move_to (AccordResultsTable *self,
                                   int                 line,
                                   int                 column);

/* Brings the column that keys are about into sight, where one of its cells has the focus. */
void accord_results_table_scroll_across (AccordResultsTable *self);
void accord_results_table_install_keys (AccordResultsTable *self,
                                        GtkWidget          *body);
void accord_results_table_install_focus (GtkWidgetClass *klass);

G_END_DECLS
