/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *cells; /* AccordSheetCell that are bound, borrowed */
  GtkWidget *root;  /* whose focus is followed; borrowed */

  /* The cell with the focus, and the other end of the selection. */
  guint row;
  guint column;
  guint anchor_row;
  guint anchor_column;

  /* The cell that Tab led to last, and the column that it set out from: Enter goes back there, a row further. */
  guint tabbed_row;
  guint tabbed_column;
  guint tabbed_from;

  /* What is being typed, and where. */
  GtkWidget *editor;
  AccordSheetCell *edited;
  char *edited_text;
  gboolean ending;
  gboolean leaving; /* the focus is on its way out of the editor */

  GtkScrolledWindow *scrolled;
  GtkColumnView *view; /* NULL once disposed of */
  GtkLabel *status;
} AccordSheetPrivate;

AccordSheetPrivate *accord_sheet_get_private (AccordSheet *self);

/* What the class says, or its default. */
guint accord_sheet_get_n_rows (AccordSheet *self);
guint accord_sheet_get_n_columns (AccordSheet *self);
gboolean accord_sheet_shows_column (AccordSheet *self,
                                    guint        column);
gboolean accord_sheet_types_in_row (AccordSheet *self,
                                    guint        row);

/* The focused cell's own place to go to, or else typing in it. */
void accord_sheet_open_or_edit (AccordSheet *self);

/* The focus or the selection is elsewhere: shows it. */
void accord_sheet_show_cursor (AccordSheet *self);
gboolean accord_sheet_on_key (AccordSheet    *self,
                              guint           keyval,
                              GdkModifierType modifiers);

G_END_DECLS
