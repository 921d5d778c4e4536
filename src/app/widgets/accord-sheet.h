/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-sheet-cell.h"

G_BEGIN_DECLS

/**
 * AccordSheet:
 *
 * Rows of figures as a spreadsheet, in a GtkColumnView: arrows move, typing or F2 edits, Enter and Tab store and move on
 * (Enter after Tabs to below where they began), Escape gives back what was there, Delete clears, Shift selects; ranges are
 * copied as tab-separated text, and pasted. Where the sheet has it, Ctrl+D fills the selection from its first row.
 *
 * A sheet that derives from it says what its rows and columns are, what stands in a cell, and how that is stored. Rows are
 * those of the view's list; columns are counted as the keys move through them, and may be others than the view's.
 */
#define ACCORD_TYPE_SHEET (accord_sheet_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordSheet, accord_sheet, ACCORD, SHEET, AdwBin)

/* The rows and columns of the selection, both ends inclusive. */
typedef struct
{
  guint first_row;
  guint last_row;
  guint first_column;
  guint last_column;
} AccordSheetRange;

/* A paste on its way: what is to be stored, and what cannot be. */
typedef struct
{
  AccordSheet *sheet; /* owned */
  gpointer edits;     /* the sheet's own: what is to be stored */
  GDestroyNotify free_edits;
  guint n_cells;      /* how many cells are to be stored */
  GPtrArray *faults;  /* lines for the user */
} AccordSheetPaste;

/**
 * AccordSheetClass:
 * @get_n_rows: how many rows there are; 0 where nothing is shown
 * @get_n_columns: how many columns the keys move through
 * @shows_column: whether the column is in sight. NULL: all are
 * @types_in_row: whether anything of the row is typed: a total follows from others. NULL: all are typed in
 * @create_cell: (transfer full) a new cell, floating, for a column
 * @bind_cell: shows what stands in the cell now, which has got a place in the list
 * @unbind_cell: the cell is losing its place
 * @dup_note: (transfer full) what there is to know about the focused cell, for the foot
 * @update_foot: what else stands at the foot is about the focused cell
 * @open_cell: opens what the focused cell leads to, in place of being typed in; FALSE where it leads nowhere. May be NULL
 * @advance: moves to the next cell that can be typed in (step 1) or the one before (-1); FALSE at the end
 * @enter_wraps: whether Enter in the last row goes to the first row of the next column
 * @leave: puts the focus on what is before or after the view in the page; FALSE where nothing is
 * @begin_edit: FALSE where nothing can be typed in the focused cell. Otherwise gives (transfer full) what it holds as text
 *   and its name for assistive technologies, and keeps what it is about
 * @check_typed: each keystroke: what is typed may be shown elsewhere; FALSE and an error to show at once. May be NULL
 * @store_edit: stores what was typed, and calls accord_sheet_close_edit before or after that. FALSE where it is not stored,
 *   or not yet; an error is shown in the cell, which must not be closed then
 * @edit_given_back: what was typed is given back; the cell is about to be closed. May be NULL
 * @clear_range: clears what can be typed in the selection
 * @fill_down: stores in the selection what stands in its first row, or for one cell in the one above. NULL: there is no such
 *   thing
 * @dup_cell_text: (transfer full) what the cell holds, for a spreadsheet
 * @paste_begin: sets the edits of a paste and how to free them
 * @paste_row: reads cells, NULL-terminated, that go into a row from first_column on, over the columns in sight; only called
 *   for rows that are typed in. Empty cells leave what is there
 * @paste_store: stores the edits as one step
 */
struct _AccordSheetClass
{
  AdwBinClass parent_class;

  guint (*get_n_rows) (AccordSheet *self);
  guint (*get_n_columns) (AccordSheet *self);
  gboolean (*shows_column) (AccordSheet *self,
                            guint        column);
  gboolean (*types_in_row) (AccordSheet *self,
                            guint        row);

  AccordSheetCell *(*create_cell) (AccordSheet *self,
                                   guint        column);
  void (*bind_cell) (AccordSheet     *self,
                     AccordSheetCell *cell);
  void (*unbind_cell) (AccordSheet     *self,
                       AccordSheetCell *cell);

  char *(*dup_note) (AccordSheet *self);
  void (*update_foot) (AccordSheet *self);

  gboolean (*open_cell) (AccordSheet *self);
  gboolean (*advance) (AccordSheet *self,
                       int          step);
  gboolean enter_wraps;
  gboolean (*leave) (AccordSheet *self,
                     gboolean     backwards);

  gboolean (*begin_edit) (AccordSheet *self,
                          char       **text,
                          char       **label);
  gboolean (*check_typed) (AccordSheet *self,
                           GError     **error);
  gboolean (*store_edit) (AccordSheet *self,
                          GError     **error);
  void (*edit_given_back) (AccordSheet *self);
  void (*clear_range) (AccordSheet *self);
  void (*fill_down) (AccordSheet *self);

  char *(*dup_cell_text) (AccordSheet *self,
                          guint        row,
                          guint        column);
  void (*paste_begin) (AccordSheet      *self,
                       AccordSheetPaste *paste);
  void (*paste_row) (AccordSheet      *self,
                     AccordSheetPaste *paste,
                     guint             row,
                     guint             first_column,
                     char            **cells);
  void (*paste_store) (AccordSheet      *self,
                       AccordSheetPaste *paste);
};

/* Columns and cells: accord-sheet.c */

/* Takes up the keys and clicks of the view; once, when the template is there. status is the label at the foot. All are
 * borrowed, and live in the sheet. */
void accord_sheet_set_view (AccordSheet       *self,
                            GtkColumnView     *view,
                            GtkScrolledWindow *scrolled,
                            GtkLabel          *status);

/* Appends a column of cells to the view. */
void accord_sheet_append_column (AccordSheet *self,
                                 guint        column,
                                 const char  *title,
                                 gboolean     expand);

/* The title of a column of figures, counted as the view does, stands over its figures. */
void accord_sheet_align_title (AccordSheet *self,
                               guint        position);

/* How wide text is in a cell, in pixels; bold as figures in a total are. */
int accord_sheet_measure_text (AccordSheet *self,
                               const char  *text,
                               gboolean     bold);

/* The cells in the list, an array of AccordSheetCell. Borrowed. */
GPtrArray *accord_sheet_get_cells (AccordSheet *self);

/* Borrowed; NULL where the cell is not in the list, as it is out of sight. */
AccordSheetCell *accord_sheet_find_cell (AccordSheet *self,
                                         guint        row,
                                         guint        column);

/* At the foot: what is wrong, or "" for what there is to know about the focused cell. */
void accord_sheet_say (AccordSheet *self,
                       const char  *message);

/* Moving and selecting: accord-sheet-keys.c */

/* The cell with the focus. */
guint accord_sheet_get_row (AccordSheet *self);
guint accord_sheet_get_column (AccordSheet *self);
void accord_sheet_get_range (AccordSheet      *self,
                             AccordSheetRange *range);
gboolean accord_sheet_selects (AccordSheet *self,
                               guint        row,
                               guint        column);

/* The list or the columns are others: keys are about this row, or column, from now on. Moves no focus and shows nothing. */
void accord_sheet_reset_row (AccordSheet *self,
                             guint        row);
void accord_sheet_reset_column (AccordSheet *self,
                                guint        column);

/* Puts the focus there; extend leaves the other end of the selection where it is. */
void accord_sheet_move_to (AccordSheet *self,
                           guint        row,
                           guint        column,
                           gboolean     extend);

/* Puts the focus where it was, and gives up the selection. */
void accord_sheet_return (AccordSheet *self);

/* One row down or up, over those that nothing is typed in. FALSE at the end. */
gboolean accord_sheet_step_row (AccordSheet *self,
                                int          step);

/* Editing: accord-sheet-editing.c */

/* Opens the focused cell to type in: with that text, or NULL for what it holds. FALSE where nothing can be typed. */
gboolean accord_sheet_begin_edit (AccordSheet *self,
                                  const char  *text);

/* Stores what was typed. FALSE where it is not stored, or not yet; where it cannot be the cell stays open and shows why. */
gboolean accord_sheet_end_edit (AccordSheet *self);

/* Gives back what was typed; refuse says so too. */
void accord_sheet_cancel_edit (AccordSheet *self);
void accord_sheet_refuse_edit (AccordSheet *self);

/* Closes the cell that is typed in: for store_edit. */
void accord_sheet_close_edit (AccordSheet *self);

/* What is typed in, and its cell: borrowed, NULL where no cell is open. */
GtkEditable *accord_sheet_get_editor (AccordSheet *self);
AccordSheetCell *accord_sheet_get_edited (AccordSheet *self);

/* What is typed, without white space around it; only while a cell is open. (transfer full) */
char *accord_sheet_dup_typed (AccordSheet *self);

/* Whether a cell is open, and what is typed in it another text than it held. */
gboolean accord_sheet_is_changed (AccordSheet *self);

/* Clipboard: accord-sheet-clipboard.c */
void accord_sheet_copy (AccordSheet *self);
void accord_sheet_paste (AccordSheet *self);

/* Adds a line for the user about what cannot be pasted; takes it. */
void accord_sheet_paste_refuse (AccordSheetPaste *paste,
                                char             *line);

G_END_DECLS
