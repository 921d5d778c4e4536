/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-book.h"

#include "accord-report-text.h"

#include <glib/gi18n.h>

/* Below the cards: what the team makes of them, who does what by when, and what was asked of others. */

enum
{
  FIRST = 1, /* 16 columns wide */
  SECOND,    /* 30 */
  THIRD,     /* 42 */
  FOURTH,    /* 34 */
  FIFTH,     /* 16 */
  SIXTH,     /* 16 */
};

typedef struct
{
  AccordReportBook *book;
  lxw_worksheet *sheet;
  const double *widths;
  lxw_row_t row;
} Sheet;

static void
begin_table (Sheet             *self,
             const char        *title,
             const char *const *heads,
             lxw_col_t          first_number)
{
  self->row += 2;
  accord_report_put_text (self->book, self->sheet, self->row, FIRST, title, ACCORD_STYLE_SECTION);
  accord_report_put_heads (self->book, self->sheet, ++self->row, FIRST, heads, first_number);
}

/* A row of texts, as high as the longest needs; dates follow in it. */
static void
begin_row (Sheet             *self,
           const char *const *texts,
           guint              n_texts,
           lxw_col_t          strong)
{
  int most = 1;

  self->row++;
  for (guint i = 0; i < n_texts; i++)
    {
      const lxw_col_t column = FIRST + i;

      accord_report_put_text (self->book, self->sheet, self->row, column, texts[i],
                              column == strong ? ACCORD_STYLE_LIST_STRONG : ACCORD_STYLE_LIST_TEXT);
      most = MAX (most, accord_report_text_lines (texts[i], self->widths[column] - 2));
    }
  accord_report_set_lines (self->sheet, self->row, most);
}

static void
put_date (Sheet     *self,
          lxw_col_t  column,
          AccordDate date)
{
  accord_report_put_date (self->book, self->sheet, self->row, column, date, ACCORD_STYLE_LIST_DATE);
}

static void
write_strategies (Sheet     *self,
                  GPtrArray *strategies)
{
  const char *heads[] = { _("Pair"), _("From inside"), _("What we do"), _("From outside"), _("Board"), NULL };

  if (strategies->len == 0)
    return;

  begin_table (self, _("Strategies"), heads, SIXTH + 1);
  for (guint i = 0; i < strategies->len; i++)
    {
      const AccordReportStrategy *row = g_ptr_array_index (strategies, i);
      const char *texts[] = { row->kind, row->internal, row->text, row->external,
                              *row->scope == '\0' ? _("Team") : row->scope };

      begin_row (self, texts, G_N_ELEMENTS (texts), THIRD);
    }
}

static void
write_actions (Sheet     *self,
               GPtrArray *actions)
{
  const char *heads[] = { _("Who"), _("What"), _("From"), _("Outcome"), _("Due"), _("Done"), NULL };

  if (actions->len == 0)
    return;

  begin_table (self, _("Actions from the boards"), heads, FIFTH);
  for (guint i = 0; i < actions->len; i++)
    {
      const AccordReportBoardAction *row = g_ptr_array_index (actions, i);
      const char *texts[] = { row->owner, row->what, row->origin, row->outcome };

      begin_row (self, texts, G_N_ELEMENTS (texts), SECOND);
      put_date (self, FIFTH, row->due);
      put_date (self, SIXTH, row->done);
    }
}

static void
write_asks (Sheet     *self,
            GPtrArray *asks)
{
  const char *heads[] = { _("Department"), _("What we ask"), _("Reply"), _("Card"), _("Status"), _("Needed by"), NULL };

  if (asks->len == 0)
    return;

  begin_table (self, _("Asked of other departments"), heads, SIXTH);
  for (guint i = 0; i < asks->len; i++)
    {
      const AccordReportAsk *row = g_ptr_array_index (asks, i);
      const char *texts[] = { row->department, row->what, row->reply, row->card, row->status };

      begin_row (self, texts, G_N_ELEMENTS (texts), SECOND);
      put_date (self, SIXTH, row->needed);
    }
}

lxw_row_t
accord_report_write_swot_work (AccordReportBook *book,
                               lxw_worksheet    *sheet,
                               lxw_row_t         row,
                               const double     *widths)
{
  Sheet self = { book, sheet, widths, row };

  write_strategies (&self, book->report->strategies);
  write_actions (&self, book->report->board_actions);
  write_asks (&self, book->report->asks);
  return self.row;
}
