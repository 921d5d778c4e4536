/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "accord-report-file.h"
#include "accord-report.h"

G_BEGIN_DECLS

/* The workbook while it is written: its cell styles, its sheets' names, and where cells lie that other sheets refer
 * to. */

typedef enum
{
  ACCORD_STYLE_TITLE,
  ACCORD_STYLE_SUBTITLE,
  ACCORD_STYLE_SECTION,
  ACCORD_STYLE_NOTE,
  ACCORD_STYLE_META_LABEL,
  ACCORD_STYLE_META_TEXT,
  ACCORD_STYLE_META_DATE,
  ACCORD_STYLE_TILE_LABEL,
  ACCORD_STYLE_TILE_MONEY,
  ACCORD_STYLE_TILE_PERCENT,
  ACCORD_STYLE_TILE_NOTE,
  ACCORD_STYLE_HEAD,
  ACCORD_STYLE_HEAD_NUMBER,
  ACCORD_STYLE_HEAD_NOW, /* the report's own quarter among the four */
  ACCORD_STYLE_TEXT,     /* in tables of figures: one line */
  ACCORD_STYLE_MONEY,
  ACCORD_STYLE_PERCENT,
  ACCORD_STYLE_COUNT,
  ACCORD_STYLE_DAY,
  ACCORD_STYLE_TOTAL_TEXT,
  ACCORD_STYLE_TOTAL_MONEY,
  ACCORD_STYLE_TOTAL_PERCENT,
  ACCORD_STYLE_TOTAL_COUNT,
  ACCORD_STYLE_LIST_TEXT, /* in lists of texts: wrapped, at the top */
  ACCORD_STYLE_LIST_STRONG,
  ACCORD_STYLE_LIST_MONEY,
  ACCORD_STYLE_LIST_PERCENT,
  ACCORD_STYLE_LIST_COUNT,
  ACCORD_STYLE_LIST_DATE,
  ACCORD_STYLE_LIST_LATE,
  ACCORD_STYLE_STRENGTH_HEAD, /* a head and a card for each quadrant, in their order */
  ACCORD_STYLE_STRENGTH_CARD,
  ACCORD_STYLE_WEAKNESS_HEAD,
  ACCORD_STYLE_WEAKNESS_CARD,
  ACCORD_STYLE_OPPORTUNITY_HEAD,
  ACCORD_STYLE_OPPORTUNITY_CARD,
  ACCORD_STYLE_THREAT_HEAD,
  ACCORD_STYLE_THREAT_CARD,
  ACCORD_N_STYLES
} AccordReportStyle;

#define ACCORD_COLOR_ACCENT 0x1b4f72
#define ACCORD_COLOR_SOFT 0xaab4be
#define ACCORD_COLOR_RULE 0xd5dade

typedef struct
{
  const AccordReport *report;
  lxw_workbook *workbook;
  lxw_format *styles[ACCORD_N_STYLES];
  GPtrArray *sheet_names;
  const char *summary_name;
  const char *goals_name;
  char *not_available; /* "n/a" as a formula's string, in quotes */
} AccordReportBook;

/* Writes the sheets. */
typedef gboolean (*AccordReportSheetsFunc) (AccordReportBook *book,
                                            gpointer          data,
                                            GError          **error);

/* Fills the file, which the caller commits, with a workbook that has the report's title and team among its
 * properties. */
gboolean accord_report_book_write (const AccordReport    *report,
                                   AccordReportFile      *file,
                                   AccordReportSheetsFunc write_all,
                                   gpointer               data,
                                   GError               **error);

/* Makes the styles; money has decimals only where an amount in the report does. */
void accord_report_book_add_styles (AccordReportBook *self);

/* A sheet with the title and the line under it in rows 0 and 1 (where title is given), widths of columns (n_columns
 * of them, in characters, from column 0) and everything for printing but what accord_report_sheet_end() sets. */
lxw_worksheet *accord_report_sheet_begin (AccordReportBook *self,
                                          const char       *name,
                                          const char       *title,
                                          const double     *widths,
                                          guint             n_columns);

/* Freezes what is above row and left of column, and prints to the last row and column; rows head_first to head_last
 * are repeated on each page. */
void accord_report_sheet_end (lxw_worksheet *sheet,
                              lxw_row_t      freeze_row,
                              lxw_col_t      freeze_column,
                              lxw_row_t      head,
                              lxw_row_t      last_row,
                              lxw_col_t      last_column);

/* Cells. Texts are cleaned, and are never formulas. An empty text and an unknown number still get the style. */
void accord_report_put_text (AccordReportBook *self,
                             lxw_worksheet    *sheet,
                             lxw_row_t         row,
                             lxw_col_t         column,
                             const char       *text,
                             AccordReportStyle style);
void accord_report_put_merged (AccordReportBook *self,
                               lxw_worksheet    *sheet,
                               lxw_row_t         row,
                               lxw_col_t         first,
                               lxw_col_t         last,
                               const char       *text,
                               AccordReportStyle style);
void accord_report_put_money (AccordReportBook *self,
                              lxw_worksheet    *sheet,
                              lxw_row_t         row,
                              lxw_col_t         column,
                              gint64            amount,
                              AccordReportStyle style);
/* NAN is n/a. */
void accord_report_put_number (AccordReportBook *self,
                               lxw_worksheet    *sheet,
                               lxw_row_t         row,
                               lxw_col_t         column,
                               double            number,
                               AccordReportStyle style);
void accord_report_put_date (AccordReportBook *self,
                             lxw_worksheet    *sheet,
                             lxw_row_t         row,
                             lxw_col_t         column,
                             AccordDate        date,
                             AccordReportStyle style);

/* A formula with the result that a spreadsheet would compute: NAN is "n/a". */
void accord_report_put_formula (AccordReportBook *self,
                                lxw_worksheet    *sheet,
                                lxw_row_t         row,
                                lxw_col_t         column,
                                AccordReportStyle style,
                                double            result,
                                const char       *format,
                                ...) G_GNUC_PRINTF (7, 8);

/* A formula that refers to a text. */
void accord_report_put_text_formula (AccordReportBook *self,
                                     lxw_worksheet    *sheet,
                                     lxw_row_t         row,
                                     lxw_col_t         column,
                                     AccordReportStyle style,
                                     const char       *result,
                                     const char       *format,
                                     ...) G_GNUC_PRINTF (7, 8);

/* The same in a row of cells; heads are right-aligned from column first_number on. */
void accord_report_put_heads (AccordReportBook   *self,
                              lxw_worksheet      *sheet,
                              lxw_row_t           row,
                              lxw_col_t           column,
                              const char *const  *heads,
                              lxw_col_t           first_number);

/* As tall as so many lines need. */
void accord_report_set_lines (lxw_worksheet *sheet,
                              lxw_row_t      row,
                              int            lines);

/* Names a cell for the whole workbook. */
void accord_report_define_cell (AccordReportBook *self,
                                const char       *name,
                                const char       *sheet_name,
                                lxw_row_t         row,
                                lxw_col_t         column);

/* The sum of what is above in the column from the row first on; NAN where nothing there is a number. */
void accord_report_put_sum (AccordReportBook *self,
                            lxw_worksheet    *sheet,
                            lxw_row_t         row,
                            lxw_col_t         column,
                            lxw_row_t         first,
                            AccordReportStyle style,
                            double            result);

/* In major units; NAN where unknown. */
double accord_report_book_major (const AccordReportBook *self,
                                 gint64                  amount);

/* part / whole as a spreadsheet divides; NAN where n/a. */
double accord_report_quotient (gint64 part,
                               gint64 whole);
gint64 accord_report_difference (gint64 a,
                                 gint64 b);

/* How wide a column of these amounts has to be, at least min. */
double accord_report_money_width (const AccordReportBook *self,
                                  gint64                  largest,
                                  double                  points,
                                  double                  min);

/* "A1" of a cell, in a buffer that lasts for the next seven calls. */
const char *accord_report_cell (lxw_row_t row,
                                lxw_col_t column);

/* "$A$1:$B$2", in a buffer that lasts for the next three calls. */
const char *accord_report_range (lxw_row_t first_row,
                                 lxw_col_t first_column,
                                 lxw_row_t last_row,
                                 lxw_col_t last_column);

/* The chart of the members' commitment and bookings, over the columns with these widths, at row; the table whose
 * heads are in the row head holds its values. */
void accord_report_add_chart (AccordReportBook *self,
                              lxw_worksheet    *sheet,
                              lxw_row_t         row,
                              const double     *widths,
                              guint             n_members,
                              lxw_row_t         head);

/* How many ordinary rows it covers. */
lxw_row_t accord_report_chart_rows (guint n_members);

/* The sheets. Each says whether it has something to say (conversations: accord-report.h), and writes itself. */
void accord_report_write_summary (AccordReportBook *book);
gboolean accord_report_has_goals (const AccordReport *report);
void accord_report_write_goals (AccordReportBook *book);
gboolean accord_report_has_swot (const AccordReport *report);
void accord_report_write_swot (AccordReportBook *book);
/* What follows below the row on the sheet of the boards, whose columns have these widths; gives its last row. */
lxw_row_t accord_report_write_swot_work (AccordReportBook *book,
                                         lxw_worksheet    *sheet,
                                         lxw_row_t         row,
                                         const double     *widths);
void accord_report_write_conversations (AccordReportBook *book);
void accord_report_write_definitions (AccordReportBook *book);

/* Where the summary has the day of the data. */
#define ACCORD_SUMMARY_AS_OF "$C$7"

/* Where the goals sheet has what the summary refers to. */
#define ACCORD_GOALS_FIRST_ROW 4
#define ACCORD_GOALS_MEMBER 1
#define ACCORD_GOALS_TERRITORY 2
#define ACCORD_GOALS_QUARTERS 6
#define ACCORD_GOALS_BOOKINGS 10
#define ACCORD_GOALS_YEAR_TO_DATE 12

G_END_DECLS
