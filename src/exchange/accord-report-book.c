/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-book.h"

#include "accord-money.h"
#include "accord-report-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define ROW_HEIGHT 20.0  /* points */
#define LINE_HEIGHT 15.0
#define ROW_MAX 409.0    /* what Excel takes */

static void
set_up_page (AccordReportBook *self,
             lxw_worksheet    *sheet)
{
  g_autofree char *team = accord_report_text_for_margin (self->report->team);
  g_autofree char *title = accord_report_text_for_margin (self->report->title);
  g_autofree char *header = g_strdup_printf ("&L&9&K66717D%s&R&9&K66717D%s", team, title);
  /* Translators: foot of a printed page; keep &P (the page) and &N (of how many) */
  g_autofree char *pages = g_strdup (_("Page &P of &N"));
  g_autofree char *footer = g_strdup_printf ("&L&9&K66717D&A&R&9&K66717D%s", pages);

  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_default_row (sheet, ROW_HEIGHT, LXW_FALSE);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, strcmp (self->report->currency, "USD") == 0 ? 1 : 9); /* letter, A4 */
  worksheet_set_margins (sheet, 0.5, 0.5, 0.75, 0.7);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_header (sheet, header);
  worksheet_set_footer (sheet, footer);
}

lxw_worksheet *
accord_report_sheet_begin (AccordReportBook *self,
                           const char       *name,
                           const char       *title,
                           const double     *widths,
                           guint             n_columns)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, name);
  g_autofree char *subtitle = NULL;

  set_up_page (self, sheet);
  for (guint i = 0; i < n_columns; i++)
    worksheet_set_column (sheet, i, i, widths[i], NULL);

  worksheet_set_row (sheet, 0, 32, NULL);
  accord_report_put_text (self, sheet, 0, 1, title, ACCORD_STYLE_TITLE);
  /* Translators: under a sheet's title: the team, the quarter */
  subtitle = g_strdup_printf (_("%s · %s"), self->report->team, self->report->quarter_name);
  accord_report_put_text (self, sheet, 1, 1, subtitle, ACCORD_STYLE_SUBTITLE);
  worksheet_set_row (sheet, 2, 10, NULL);
  return sheet;
}

void
accord_report_sheet_end (lxw_worksheet *sheet,
                         lxw_row_t      freeze_row,
                         lxw_col_t      freeze_column,
                         lxw_row_t      head,
                         lxw_row_t      last_row,
                         lxw_col_t      last_column)
{
  worksheet_freeze_panes (sheet, freeze_row, freeze_column);
  worksheet_repeat_rows (sheet, head, head);
  worksheet_print_area (sheet, 0, 0, last_row, last_column);
}

void
accord_report_put_text (AccordReportBook *self,
                        lxw_worksheet    *sheet,
                        lxw_row_t         row,
                        lxw_col_t         column,
                        const char       *text,
                        AccordReportStyle style)
{
  g_autofree char *clean = accord_report_text_clean (text, ACCORD_REPORT_CELL_MAX);

  if (*clean == '\0')
    worksheet_write_blank (sheet, row, column, self->styles[style]);
  else
    worksheet_write_string (sheet, row, column, clean, self->styles[style]);
}

void
accord_report_put_merged (AccordReportBook *self,
                          lxw_worksheet    *sheet,
                          lxw_row_t         row,
                          lxw_col_t         first,
                          lxw_col_t         last,
                          const char       *text,
                          AccordReportStyle style)
{
  worksheet_merge_range (sheet, row, first, row, last, "", self->styles[style]);
  accord_report_put_text (self, sheet, row, first, text, style);
}

void
accord_report_put_number (AccordReportBook *self,
                          lxw_worksheet    *sheet,
                          lxw_row_t         row,
                          lxw_col_t         column,
                          double            number,
                          AccordReportStyle style)
{
  if (isnan (number))
    accord_report_put_text (self, sheet, row, column, _("n/a"), style);
  else
    worksheet_write_number (sheet, row, column, number, self->styles[style]);
}

void
accord_report_put_money (AccordReportBook *self,
                         lxw_worksheet    *sheet,
                         lxw_row_t         row,
                         lxw_col_t         column,
                         gint64            amount,
                         AccordReportStyle style)
{
  accord_report_put_number (self, sheet, row, column, accord_report_book_major (self, amount), style);
}

void
accord_report_put_date (AccordReportBook *self,
                        lxw_worksheet    *sheet,
                        lxw_row_t         row,
                        lxw_col_t         column,
                        AccordDate        date,
                        AccordReportStyle style)
{
  const AccordDate epoch = accord_date_new (1899, 12, 30);

  /* Excel's calendar begins in 1900 and has a day too many in it, until March. */
  if (date == ACCORD_DATE_NONE)
    accord_report_put_text (self, sheet, row, column, "", style);
  else if (date < accord_date_new (1900, 3, 1))
    {
      g_autofree char *iso = accord_date_to_iso (date);

      accord_report_put_text (self, sheet, row, column, iso, style);
    }
  else
    worksheet_write_number (sheet, row, column, date - epoch, self->styles[style]);
}

void
accord_report_put_formula (AccordReportBook *self,
                           lxw_worksheet    *sheet,
                           lxw_row_t         row,
                           lxw_col_t         column,
                           AccordReportStyle style,
                           double            result,
                           const char       *format,
                           ...)
{
  g_autofree char *formula = NULL;
  va_list args;

  va_start (args, format);
  formula = g_strdup_vprintf (format, args);
  va_end (args);

  if (isnan (result))
    worksheet_write_formula_str (sheet, row, column, formula, self->styles[style], _("n/a"));
  else
    worksheet_write_formula_num (sheet, row, column, formula, self->styles[style], result);
}

void
accord_report_put_text_formula (AccordReportBook *self,
                                lxw_worksheet    *sheet,
                                lxw_row_t         row,
                                lxw_col_t         column,
                                AccordReportStyle style,
                                const char       *result,
                                const char       *format,
                                ...)
{
  g_autofree char *clean = accord_report_text_clean (result, ACCORD_REPORT_CELL_MAX);
  g_autofree char *formula = NULL;
  va_list args;

  va_start (args, format);
  formula = g_strdup_vprintf (format, args);
  va_end (args);
  worksheet_write_formula_str (sheet, row, column, formula, self->styles[style], clean);
}

void
accord_report_put_heads (AccordReportBook  *self,
                         lxw_worksheet     *sheet,
                         lxw_row_t          row,
                         lxw_col_t          column,
                         const char *const *heads,
                         lxw_col_t          first_number)
{
  worksheet_set_row (sheet, row, 32, NULL);
  for (guint i = 0; heads[i] != NULL; i++)
    accord_report_put_text (self, sheet, row, column + i, heads[i],
                            column + i >= first_number ? ACCORD_STYLE_HEAD_NUMBER : ACCORD_STYLE_HEAD);
}

void
accord_report_set_lines (lxw_worksheet *sheet,
                         lxw_row_t      row,
                         int            lines)
{
  worksheet_set_row (sheet, row, MIN (ROW_MAX, MAX (ROW_HEIGHT, lines * LINE_HEIGHT + 5)), NULL);
}

void
accord_report_define_cell (AccordReportBook *self,
                           const char       *name,
                           const char       *sheet_name,
                           lxw_row_t         row,
                           lxw_col_t         column)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;

  lxw_rowcol_to_cell_abs (cell, row, column, 1, 1);
  formula = g_strdup_printf ("='%s'!%s", sheet_name, cell);
  workbook_define_name (self->workbook, name, formula);
}

void
accord_report_put_sum (AccordReportBook *self,
                       lxw_worksheet    *sheet,
                       lxw_row_t         row,
                       lxw_col_t         column,
                       lxw_row_t         first,
                       AccordReportStyle style,
                       double            result)
{
  const char *range = accord_report_range (first, column, row - 1, column);

  accord_report_put_formula (self, sheet, row, column, style, result, "=IF(COUNT(%s)=0,%s,SUM(%s))", range,
                             self->not_available, range);
}

double
accord_report_book_major (const AccordReportBook *self,
                          gint64                  amount)
{
  return amount == ACCORD_UNKNOWN ? NAN : (double) amount / pow (10, self->report->decimals);
}

double
accord_report_quotient (gint64 part,
                        gint64 whole)
{
  if (part == ACCORD_UNKNOWN || whole == ACCORD_UNKNOWN || whole == 0)
    return NAN;
  return (double) part / (double) whole;
}

gint64
accord_report_difference (gint64 a,
                          gint64 b)
{
  return a == ACCORD_UNKNOWN || b == ACCORD_UNKNOWN ? ACCORD_UNKNOWN : a - b;
}

double
accord_report_money_width (const AccordReportBook *self,
                           gint64                  largest,
                           double                  points,
                           double                  min)
{
  g_autofree char *text = g_strdup_printf ("%.0f", fabs (accord_report_book_major (self, largest)));
  const int digits = largest == ACCORD_UNKNOWN ? 1 : (int) strlen (text);
  const int signs = digits / 3 + 2 + self->report->decimals
                    + (int) g_utf8_strlen (accord_currency_get_symbol (self->report->currency), -1);

  return MAX (min, (digits + signs) * points / 11.0 * 1.08 + 3);
}

const char *
accord_report_cell (lxw_row_t row,
                    lxw_col_t column)
{
  static __thread char names[8][LXW_MAX_CELL_NAME_LENGTH];
  static __thread guint next;
  char *name = names[next++ % G_N_ELEMENTS (names)];

  lxw_rowcol_to_cell (name, row, column);
  return name;
}

const char *
accord_report_range (lxw_row_t first_row,
                     lxw_col_t first_column,
                     lxw_row_t last_row,
                     lxw_col_t last_column)
{
  static __thread char ranges[4][LXW_MAX_CELL_RANGE_LENGTH];
  static __thread guint next;
  char *range = ranges[next++ % G_N_ELEMENTS (ranges)];

  lxw_rowcol_to_range_abs (range, first_row, first_column, last_row, last_column);
  return range;
}
