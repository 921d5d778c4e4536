/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-book.h"

#include "accord-money.h"
#include "accord-rate.h"
#include "accord-report-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* The first sheet: what the quarter comes to, in five tiles, a chart, and a table of members and of territories. */

enum
{
  MEMBER = 1,
  TERRITORY,
  COMMITMENT,
  BOOKINGS,
  GAP,
  ATTAINMENT,
  YEAR_TO_DATE,
};

#define TILES_ROW 3
#define SECTION_ROW 9
#define CHART_MEMBERS_MAX 40

/* A territory of the members' rows and what they sum up to. */
typedef struct
{
  const char *name;
  gint64 commitment;
  gint64 bookings;
  gint64 year_to_date;
} Territory;

typedef struct
{
  AccordReportBook *book;
  lxw_worksheet *sheet;
  double widths[8];
  lxw_row_t head; /* of the members' table */
  lxw_row_t first;
  lxw_row_t last;
  lxw_row_t total;
} Summary;

static gint64
add_known (gint64 sum,
           gint64 part)
{
  if (part == ACCORD_UNKNOWN)
    return sum;
  return (sum == ACCORD_UNKNOWN ? 0 : sum) + part;
}

static void
write_meta (Summary *self)
{
  AccordReportBook *book = self->book;
  const AccordReport *report = book->report;
  const char *labels[] = { _("Quarter"), _("First day"), _("Last day"), _("Data as of"), _("For") };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    accord_report_put_text (book, self->sheet, TILES_ROW + i, MEMBER, labels[i], ACCORD_STYLE_META_LABEL);

  accord_report_put_text (book, self->sheet, TILES_ROW, TERRITORY, report->quarter_name, ACCORD_STYLE_META_TEXT);
  accord_report_put_date (book, self->sheet, TILES_ROW + 1, TERRITORY, report->starts, ACCORD_STYLE_META_DATE);
  accord_report_put_date (book, self->sheet, TILES_ROW + 2, TERRITORY, report->ends, ACCORD_STYLE_META_DATE);
  accord_report_put_date (book, self->sheet, TILES_ROW + 3, TERRITORY, report->as_of, ACCORD_STYLE_META_DATE);
  accord_report_put_text (book, self->sheet, TILES_ROW + 4, TERRITORY, accord_audience_get_label (report->audience),
                          ACCORD_STYLE_META_TEXT);
  accord_report_define_cell (book, "DataAsOf", book->summary_name, TILES_ROW + 3, TERRITORY);
}

static void
write_tile (Summary          *self,
            lxw_col_t         column,
            AccordReportStyle style,
            double            value,
            const char       *label,
            const char       *note)
{
  AccordReportBook *book = self->book;

  accord_report_put_text (book, self->sheet, TILES_ROW, column, label, ACCORD_STYLE_TILE_LABEL);
  worksheet_merge_range (self->sheet, TILES_ROW + 1, column, TILES_ROW + 3, column, "", book->styles[style]);
  if (self->total == 0)
    accord_report_put_number (book, self->sheet, TILES_ROW + 1, column, NAN, style);
  else
    accord_report_put_formula (book, self->sheet, TILES_ROW + 1, column, style, value, "=%s",
                               accord_report_cell (self->total, column));
  accord_report_put_text (book, self->sheet, TILES_ROW + 4, column, note, ACCORD_STYLE_TILE_NOTE);
}

static void
write_tiles (Summary *self)
{
  const AccordReport *report = self->book->report;
  const gint64 commitment = accord_report_get_commitment (report);
  const gint64 bookings = accord_report_get_bookings (report);
  /* Translators: %s is a plan year, such as 2026 or FY27 */
  g_autofree char *year = g_strdup_printf (_("bookings of %s so far"), report->year_name);

  write_tile (self, COMMITMENT, ACCORD_STYLE_TILE_MONEY, accord_report_book_major (self->book, commitment),
              _("Team commitment"), _("for the quarter"));
  write_tile (self, BOOKINGS, ACCORD_STYLE_TILE_MONEY, accord_report_book_major (self->book, bookings), _("Bookings"),
              _("won in the quarter"));
  write_tile (self, GAP, ACCORD_STYLE_TILE_MONEY,
              accord_report_book_major (self->book, accord_report_difference (bookings, commitment)), _("Gap"),
              _("bookings − commitment"));
  write_tile (self, ATTAINMENT, ACCORD_STYLE_TILE_PERCENT, accord_report_quotient (bookings, commitment),
              _("Attainment"), _("bookings ÷ commitment"));
  write_tile (self, YEAR_TO_DATE, ACCORD_STYLE_TILE_MONEY,
              accord_report_book_major (self->book, accord_report_get_year_to_date (report)), _("Year to date"), year);
}

/* Gap and attainment of a row, from its commitment and bookings. */
static void
put_gap_and_attainment (Summary          *self,
                        lxw_row_t         row,
                        gint64            commitment,
                        gint64            bookings,
                        AccordReportStyle money,
                        AccordReportStyle percent)
{
  AccordReportBook *book = self->book;

  accord_report_put_formula (book, self->sheet, row, GAP, money,
                             accord_report_book_major (book, accord_report_difference (bookings, commitment)),
                             "=IFERROR(%s-%s,%s)", accord_report_cell (row, BOOKINGS),
                             accord_report_cell (row, COMMITMENT), book->not_available);
  accord_report_put_formula (book, self->sheet, row, ATTAINMENT, percent, accord_report_quotient (bookings, commitment),
                             "=IFERROR(%s/%s,%s)", accord_report_cell (row, BOOKINGS),
                             accord_report_cell (row, COMMITMENT), book->not_available);
}

/* A cell of the goals sheet, which holds the figures. */
static char *
goals_cell (Summary  *self,
            guint     member,
            lxw_col_t column)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell_abs (cell, ACCORD_GOALS_FIRST_ROW + member, column, 1, 1);
  return g_strdup_printf ("'%s'!%s", self->book->goals_name, cell);
}

static void
write_member (Summary *self,
              guint    index)
{
  AccordReportBook *book = self->book;
  const AccordReport *report = book->report;
  const AccordReportMember *member = g_ptr_array_index (report->members, index);
  const int q = report->quarter.quarter - 1;
  const lxw_row_t row = self->first + index;
  g_autofree char *name = goals_cell (self, index, ACCORD_GOALS_MEMBER);
  g_autofree char *territory = goals_cell (self, index, ACCORD_GOALS_TERRITORY);
  g_autofree char *commitment = goals_cell (self, index, ACCORD_GOALS_QUARTERS + q);
  g_autofree char *bookings = goals_cell (self, index, ACCORD_GOALS_BOOKINGS);
  g_autofree char *year_to_date = goals_cell (self, index, ACCORD_GOALS_YEAR_TO_DATE);

  accord_report_put_text_formula (book, self->sheet, row, MEMBER, ACCORD_STYLE_TEXT, member->name, "=%s", name);
  accord_report_put_text_formula (book, self->sheet, row, TERRITORY, ACCORD_STYLE_TEXT,
                                  *member->territory == '\0' ? "—" : member->territory, "=%s", territory);
  accord_report_put_formula (book, self->sheet, row, COMMITMENT, ACCORD_STYLE_MONEY,
                             accord_report_book_major (book, member->quarters[q]), "=%s", commitment);
  accord_report_put_formula (book, self->sheet, row, BOOKINGS, ACCORD_STYLE_MONEY,
                             accord_report_book_major (book, member->bookings[q]), "=%s", bookings);
  put_gap_and_attainment (self, row, member->quarters[q], member->bookings[q], ACCORD_STYLE_MONEY,
                          ACCORD_STYLE_PERCENT);
  accord_report_put_formula (book, self->sheet, row, YEAR_TO_DATE, ACCORD_STYLE_MONEY,
                             accord_report_book_major (book, member->year_to_date), "=%s", year_to_date);
  accord_report_set_lines (self->sheet, row, MAX (accord_report_text_lines (member->name, self->widths[MEMBER] - 1),
                                                  accord_report_text_lines (member->territory,
                                                                            self->widths[TERRITORY] - 1)));
}

static void
write_total (Summary *self)
{
  AccordReportBook *book = self->book;
  const AccordReport *report = book->report;
  const gint64 sums[] = { accord_report_get_commitment (report), accord_report_get_bookings (report),
                          accord_report_get_year_to_date (report) };
  const lxw_col_t columns[] = { COMMITMENT, BOOKINGS, YEAR_TO_DATE };
  const char *const names[] = { "TeamCommitment", "TeamBookings", "TeamYearToDate" };

  accord_report_put_text (book, self->sheet, self->total, MEMBER, _("Team"), ACCORD_STYLE_TOTAL_TEXT);
  accord_report_put_text (book, self->sheet, self->total, TERRITORY, "", ACCORD_STYLE_TOTAL_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      accord_report_put_sum (book, self->sheet, self->total, columns[i], self->first, ACCORD_STYLE_TOTAL_MONEY,
                             accord_report_book_major (book, sums[i]));
      accord_report_define_cell (book, names[i], book->summary_name, self->total, columns[i]);
    }
  put_gap_and_attainment (self, self->total, sums[0], sums[1], ACCORD_STYLE_TOTAL_MONEY, ACCORD_STYLE_TOTAL_PERCENT);
}

static void
write_members (Summary *self)
{
  const AccordReport *report = self->book->report;
  const char *heads[] = { _("Member"), _("Territory"), _("Commitment"), _("Bookings"),
                          _("Gap"), _("Attainment"), _("Year to date"), NULL };

  accord_report_put_heads (self->book, self->sheet, self->head, MEMBER, heads, COMMITMENT);
  for (guint i = 0; i < report->members->len; i++)
    write_member (self, i);
  write_total (self);
  worksheet_autofilter (self->sheet, self->head, MEMBER, self->last, YEAR_TO_DATE);
}

static GArray *
list_territories (const AccordReport *report)
{
  GArray *territories = g_array_new (FALSE, FALSE, sizeof (Territory));
  const int q = report->quarter.quarter - 1;

  for (guint i = 0; i < report->members->len; i++)
    {
      const AccordReportMember *member = g_ptr_array_index (report->members, i);
      const Territory none = { member->territory, ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN };
      Territory *found = NULL;

      if (*member->territory == '\0')
        continue;
      for (guint t = 0; t < territories->len && found == NULL; t++)
        {
          /* Spreadsheets compare texts without regard to case. */
          g_autofree char *a = g_utf8_casefold (member->territory, -1);
          g_autofree char *b = g_utf8_casefold (g_array_index (territories, Territory, t).name, -1);

          if (g_strcmp0 (a, b) == 0)
            found = &g_array_index (territories, Territory, t);
        }
      if (found == NULL)
        {
          g_array_append_val (territories, none);
          found = &g_array_index (territories, Territory, territories->len - 1);
        }
      found->commitment = add_known (found->commitment, member->quarters[q]);
      found->bookings = add_known (found->bookings, member->bookings[q]);
      found->year_to_date = add_known (found->year_to_date, member->year_to_date);
    }
  return territories;
}

/* SUMIFS reads operators and wildcards in what it looks for, and numbers: then SUMPRODUCT compares as it stands. */
static gboolean
suits_sumifs (const char *name)
{
  if (!g_unichar_isalpha (g_utf8_get_char (name)) || g_utf8_strlen (name, -1) > 100)
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && c != ' ' && c != '-' && c != '.' && c != ',' && c != '&' && c != '/')
        return FALSE;
    }
  return TRUE;
}

static void
put_territory_sum (Summary         *self,
                   const Territory *territory,
                   lxw_row_t        row,
                   lxw_col_t        column,
                   gint64           sum)
{
  AccordReportBook *book = self->book;
  const double result = accord_report_book_major (book, sum);
  const char *cell = accord_report_cell (row, MEMBER);
  const char *names = accord_report_range (self->first, TERRITORY, self->last, TERRITORY);
  const char *values = accord_report_range (self->first, column, self->last, column);

  /* Both functions would say 0 where no member of the territory has a figure. */
  if (sum == ACCORD_UNKNOWN)
    accord_report_put_number (book, self->sheet, row, column, NAN, ACCORD_STYLE_MONEY);
  else if (suits_sumifs (territory->name))
    accord_report_put_formula (book, self->sheet, row, column, ACCORD_STYLE_MONEY, result, "=SUMIFS(%s,%s,%s)", values,
                               names, cell);
  else
    accord_report_put_formula (book, self->sheet, row, column, ACCORD_STYLE_MONEY, result,
                               "=SUMPRODUCT(--(%s=%s),%s)", names, cell, values);
}

static lxw_row_t
write_territories (Summary  *self,
                   lxw_row_t row)
{
  AccordReportBook *book = self->book;
  g_autoptr (GArray) territories = list_territories (book->report);
  const char *heads[] = { _("Territory"), "", _("Commitment"), _("Bookings"),
                          _("Gap"), _("Attainment"), _("Year to date"), NULL };

  if (territories->len == 0)
    return row;

  accord_report_put_text (book, self->sheet, row, MEMBER, _("By territory"), ACCORD_STYLE_SECTION);
  accord_report_put_heads (book, self->sheet, ++row, MEMBER, heads, COMMITMENT);
  for (guint i = 0; i < territories->len; i++)
    {
      const Territory *territory = &g_array_index (territories, Territory, i);

      row++;
      accord_report_put_text (book, self->sheet, row, MEMBER, territory->name, ACCORD_STYLE_TEXT);
      accord_report_put_text (book, self->sheet, row, TERRITORY, "", ACCORD_STYLE_TEXT);
      put_territory_sum (self, territory, row, COMMITMENT, territory->commitment);
      put_territory_sum (self, territory, row, BOOKINGS, territory->bookings);
      put_gap_and_attainment (self, row, territory->commitment, territory->bookings, ACCORD_STYLE_MONEY,
                              ACCORD_STYLE_PERCENT);
      put_territory_sum (self, territory, row, YEAR_TO_DATE, territory->year_to_date);
      accord_report_set_lines (self->sheet, row, accord_report_text_lines (territory->name, self->widths[MEMBER] - 1));
    }
  return row + 1;
}

void
accord_report_write_summary (AccordReportBook *book)
{
  const AccordReport *report = book->report;
  const double money = accord_report_money_width (book, accord_report_get_year_to_date (report), 17, 18);
  const double promised = accord_report_money_width (book, accord_report_get_commitment (report), 17, 18);
  const double wide = MAX (money, promised);
  const guint n = report->members->len;
  const AccordReportMember *former = n == 0 ? NULL : g_ptr_array_index (report->members, n - 1);
  const guint drawn = MIN (former != NULL && former->member == 0 ? n - 1 : n, CHART_MEMBERS_MAX);
  Summary self = { .book = book, .widths = { 2, 26, 20, wide, wide, wide, 20, wide } };
  lxw_row_t last = TILES_ROW + 6;

  self.sheet = accord_report_sheet_begin (book, book->summary_name, report->title, self.widths, 8);
  self.head = SECTION_ROW + (n == 0 ? 1 : accord_report_chart_rows (drawn) + 2);
  self.first = self.head + 1;
  self.last = self.head + n;
  self.total = n == 0 ? 0 : self.last + 1;

  write_meta (&self);
  write_tiles (&self);
  if (n == 0)
    accord_report_put_text (book, self.sheet, SECTION_ROW, MEMBER, _("Nobody was on the team in this quarter."),
                            ACCORD_STYLE_SUBTITLE);
  else
    {
      accord_report_put_text (book, self.sheet, SECTION_ROW, MEMBER, _("By member"), ACCORD_STYLE_SECTION);
      if (drawn > 0)
        accord_report_add_chart (book, self.sheet, SECTION_ROW + 1, self.widths, drawn, self.head);
      write_members (&self);
      last = write_territories (&self, self.total + 2);
    }
  accord_report_sheet_end (self.sheet, 2, 0, n == 0 ? 0 : self.head, last, YEAR_TO_DATE);
  worksheet_activate (self.sheet);
  worksheet_set_first_sheet (self.sheet);
  worksheet_set_selection (self.sheet, 0, 0, 0, 0);
}
