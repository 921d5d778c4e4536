/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-book.h"

#include "accord-plan-figures.h"
#include "accord-rate.h"
#include "accord-report-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* What each member promised for the year, and what they want for themselves. */

enum
{
  MEMBER = ACCORD_GOALS_MEMBER,
  TERRITORY = ACCORD_GOALS_TERRITORY,
  QUOTA,
  COMMITMENT,
  STRETCH,
  QUARTERS = ACCORD_GOALS_QUARTERS,
  BOOKINGS = ACCORD_GOALS_BOOKINGS,
  ATTAINMENT,
  YEAR_TO_DATE = ACCORD_GOALS_YEAR_TO_DATE,
  PARTNER,
};

#define HEAD (ACCORD_GOALS_FIRST_ROW - 1)
#define N_COLUMNS (PARTNER + 1)

typedef struct
{
  AccordReportBook *book;
  lxw_worksheet *sheet;
  double widths[N_COLUMNS];
} Goals;

static void
write_heads (Goals *self)
{
  const AccordReport *report = self->book->report;
  /* Translators: %s is a quarter such as "Q4 2026" */
  g_autofree char *bookings = g_strdup_printf (_("Bookings %s"), report->quarter_name);
  g_autofree char *attainment = g_strdup_printf (_("Attainment %s"), report->quarter_name);
  const char *heads[] = { _("Member"), _("Territory"), _("Quota"), _("Commitment"), _("Stretch"),
                          C_("quarter", "Q1"), C_("quarter", "Q2"), C_("quarter", "Q3"), C_("quarter", "Q4"),
                          bookings, attainment, _("Year to date"), _("Partner"), NULL };
  const lxw_col_t now = QUARTERS + report->quarter.quarter - 1;

  accord_report_put_heads (self->book, self->sheet, HEAD, MEMBER, heads, QUOTA);
  accord_report_put_text (self->book, self->sheet, HEAD, now, heads[now - 1], ACCORD_STYLE_HEAD_NOW);
  accord_report_put_text (self->book, self->sheet, HEAD, PARTNER, heads[PARTNER - 1], ACCORD_STYLE_HEAD);
}

static void
put_attainment (Goals            *self,
                lxw_row_t         row,
                gint64            commitment,
                gint64            bookings,
                AccordReportStyle style)
{
  const lxw_col_t now = QUARTERS + self->book->report->quarter.quarter - 1;

  accord_report_put_formula (self->book, self->sheet, row, ATTAINMENT, style,
                             accord_report_quotient (bookings, commitment), "=IFERROR(%s/%s,%s)",
                             accord_report_cell (row, BOOKINGS), accord_report_cell (row, now),
                             self->book->not_available);
}

static void
write_member (Goals                    *self,
              lxw_row_t                 row,
              const AccordReportMember *member)
{
  AccordReportBook *book = self->book;
  const int q = book->report->quarter.quarter - 1;

  accord_report_put_text (book, self->sheet, row, MEMBER, member->name, ACCORD_STYLE_TEXT);
  accord_report_put_text (book, self->sheet, row, TERRITORY, *member->territory == '\0' ? "—" : member->territory,
                          ACCORD_STYLE_TEXT);
  accord_report_put_money (book, self->sheet, row, QUOTA, member->quota, ACCORD_STYLE_MONEY);
  if (member->commitment == ACCORD_UNKNOWN)
    accord_report_put_money (book, self->sheet, row, COMMITMENT, ACCORD_UNKNOWN, ACCORD_STYLE_MONEY);
  else
    accord_report_put_formula (book, self->sheet, row, COMMITMENT, ACCORD_STYLE_MONEY,
                               accord_report_book_major (book, member->commitment), "=SUM(%s:%s)",
                               accord_report_cell (row, QUARTERS), accord_report_cell (row, QUARTERS + 3));
  accord_report_put_formula (book, self->sheet, row, STRETCH, ACCORD_STYLE_MONEY,
                             accord_report_book_major (book, accord_stretch (member->commitment, member->quota)),
                             "=IFERROR(MAX(0,%s-%s),%s)", accord_report_cell (row, COMMITMENT),
                             accord_report_cell (row, QUOTA), book->not_available);
  for (guint i = 0; i < 4; i++)
    accord_report_put_money (book, self->sheet, row, QUARTERS + i, member->quarters[i], ACCORD_STYLE_MONEY);
  accord_report_put_money (book, self->sheet, row, BOOKINGS, member->bookings[q], ACCORD_STYLE_MONEY);
  put_attainment (self, row, member->quarters[q], member->bookings[q], ACCORD_STYLE_PERCENT);
  accord_report_put_money (book, self->sheet, row, YEAR_TO_DATE, member->year_to_date, ACCORD_STYLE_MONEY);
  accord_report_put_text (book, self->sheet, row, PARTNER, member->partner, ACCORD_STYLE_TEXT);
  accord_report_set_lines (self->sheet, row,
                           MAX (accord_report_text_lines (member->name, self->widths[MEMBER] - 1),
                                MAX (accord_report_text_lines (member->territory, self->widths[TERRITORY] - 1),
                                     accord_report_text_lines (member->partner, self->widths[PARTNER] - 1))));
}

/* The amount of a member in a column of money. */
static gint64
amount_in (const AccordReportBook   *book,
           const AccordReportMember *member,
           lxw_col_t                 column)
{
  switch (column)
    {
    case QUOTA:
      return member->quota;
    case COMMITMENT:
      return member->commitment;
    case STRETCH:
      return accord_stretch (member->commitment, member->quota);
    case BOOKINGS:
      return member->bookings[book->report->quarter.quarter - 1];
    case YEAR_TO_DATE:
      return member->year_to_date;
    default:
      return member->quarters[column - QUARTERS];
    }
}

static gint64
sum_in (const AccordReportBook *book,
        lxw_col_t               column)
{
  gint64 sum = ACCORD_UNKNOWN;

  for (guint i = 0; i < book->report->members->len; i++)
    {
      const gint64 amount = amount_in (book, g_ptr_array_index (book->report->members, i), column);

      if (amount != ACCORD_UNKNOWN)
        sum = (sum == ACCORD_UNKNOWN ? 0 : sum) + amount;
    }
  return sum;
}

static void
write_total (Goals    *self,
             lxw_row_t row)
{
  AccordReportBook *book = self->book;
  const lxw_col_t now = QUARTERS + book->report->quarter.quarter - 1;

  accord_report_put_text (book, self->sheet, row, MEMBER, _("Team"), ACCORD_STYLE_TOTAL_TEXT);
  accord_report_put_text (book, self->sheet, row, TERRITORY, "", ACCORD_STYLE_TOTAL_TEXT);
  accord_report_put_text (book, self->sheet, row, PARTNER, "", ACCORD_STYLE_TOTAL_TEXT);
  for (lxw_col_t column = QUOTA; column <= YEAR_TO_DATE; column++)
    {
      if (column != ATTAINMENT)
        accord_report_put_sum (book, self->sheet, row, column, ACCORD_GOALS_FIRST_ROW, ACCORD_STYLE_TOTAL_MONEY,
                               accord_report_book_major (book, sum_in (book, column)));
    }
  put_attainment (self, row, sum_in (book, now), sum_in (book, BOOKINGS), ACCORD_STYLE_TOTAL_PERCENT);
}

static void
write_goal (Goals                  *self,
            lxw_row_t               row,
            const AccordReportGoal *goal)
{
  AccordReportBook *book = self->book;
  const double money = self->widths[QUOTA];
  const double why = self->widths[BOOKINGS] + self->widths[ATTAINMENT] + self->widths[YEAR_TO_DATE]
                     + self->widths[PARTNER];
  const int lines[] = { accord_report_text_lines (goal->member, self->widths[MEMBER] - 1),
                        accord_report_text_lines (goal->title, 3 * money - 2),
                        accord_report_text_lines (goal->why, why - 2),
                        accord_report_text_lines (goal->kind, self->widths[TERRITORY] - 1),
                        accord_report_text_lines (goal->visibility, self->widths[QUARTERS] - 1) };
  int most = 1;

  accord_report_put_text (book, self->sheet, row, MEMBER, goal->member, ACCORD_STYLE_LIST_TEXT);
  accord_report_put_text (book, self->sheet, row, TERRITORY, goal->kind, ACCORD_STYLE_LIST_TEXT);
  accord_report_put_merged (book, self->sheet, row, QUOTA, STRETCH, goal->title, ACCORD_STYLE_LIST_STRONG);
  if (goal->amount == ACCORD_UNKNOWN)
    accord_report_put_text (book, self->sheet, row, QUARTERS, "", ACCORD_STYLE_LIST_MONEY);
  else
    accord_report_put_money (book, self->sheet, row, QUARTERS, goal->amount, ACCORD_STYLE_LIST_MONEY);
  accord_report_put_date (book, self->sheet, row, QUARTERS + 1, goal->due, ACCORD_STYLE_LIST_DATE);
  if (goal->achieved || goal->progress != ACCORD_UNKNOWN)
    accord_report_put_number (book, self->sheet, row, QUARTERS + 2,
                              goal->achieved ? 1.0 : (double) goal->progress / (double) ACCORD_RATE_ONE,
                              ACCORD_STYLE_LIST_PERCENT);
  else
    accord_report_put_text (book, self->sheet, row, QUARTERS + 2, "", ACCORD_STYLE_LIST_PERCENT);
  accord_report_put_text (book, self->sheet, row, QUARTERS + 3, goal->visibility, ACCORD_STYLE_LIST_TEXT);
  accord_report_put_merged (book, self->sheet, row, BOOKINGS, PARTNER, goal->why, ACCORD_STYLE_LIST_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    most = MAX (most, lines[i]);
  accord_report_set_lines (self->sheet, row, most);
}

static lxw_row_t
write_goals (Goals    *self,
             lxw_row_t row)
{
  AccordReportBook *book = self->book;
  const GPtrArray *goals = book->report->goals;
  const char *heads[] = { _("Member"), _("Kind"), _("Personal goal"), "", "", _("Amount"), _("By"), _("Progress"),
                          _("Seen by"), _("Why it matters"), "", "", "", NULL };

  accord_report_put_text (book, self->sheet, row, MEMBER, _("Personal goals"), ACCORD_STYLE_SECTION);
  accord_report_put_heads (book, self->sheet, ++row, MEMBER, heads, N_COLUMNS);
  for (lxw_col_t column = QUARTERS; column < QUARTERS + 3; column++)
    accord_report_put_text (book, self->sheet, row, column, heads[column - 1], ACCORD_STYLE_HEAD_NUMBER);
  for (guint i = 0; i < goals->len; i++)
    write_goal (self, ++row, g_ptr_array_index (goals, i));
  return row;
}

gboolean
accord_report_has_goals (const AccordReport *report)
{
  return report->members->len > 0 || report->goals->len > 0;
}

void
accord_report_write_goals (AccordReportBook *book)
{
  const AccordReport *report = book->report;
  const double wide = MAX (accord_report_money_width (book, sum_in (book, COMMITMENT), 11.5, 13),
                           accord_report_money_width (book, sum_in (book, YEAR_TO_DATE), 11.5, 13));
  Goals self = { .book = book,
                 .widths = { 2, 24, 18, wide, wide, wide, wide, wide, wide, wide, wide + 1, 19, wide + 1, 20 } };
  lxw_row_t row = HEAD, head = HEAD;

  self.sheet = accord_report_sheet_begin (book, book->goals_name, book->goals_name, self.widths, N_COLUMNS);
  if (report->members->len > 0)
    {
      const lxw_row_t total = ACCORD_GOALS_FIRST_ROW + report->members->len;

      write_heads (&self);
      for (guint i = 0; i < report->members->len; i++)
        write_member (&self, ACCORD_GOALS_FIRST_ROW + i, g_ptr_array_index (report->members, i));
      write_total (&self, total);
      worksheet_autofilter (self.sheet, HEAD, MEMBER, total - 1, PARTNER);
      row = total + 2;
    }
  else
    head = HEAD + 1;
  if (report->goals->len > 0)
    row = write_goals (&self, row);
  accord_report_sheet_end (self.sheet, head + 1, MEMBER + 1, head, row, PARTNER);
}
