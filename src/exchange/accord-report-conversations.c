/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-book.h"

#include "accord-conversation.h"
#include "accord-report-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* Conversations: the list of the quarter's (never in the copy for the team), how often each member was spoken to,
 * the actions that are open, and for HR the records' texts. */

#define FIRST 1
#define LAST 9
#define WIDTH 15.0
#define MEMBER_WIDTH 26.0
#define HEAD 3
#define PASSAGE_LINES 24 /* a row takes no more */

typedef struct
{
  AccordReportBook *book;
  lxw_worksheet *sheet;
  lxw_row_t row; /* the next that is free */
  lxw_row_t head; /* of the first table; 0 until there is one */
} Conversations;

static void
write_section (Conversations *self,
               const char    *title)
{
  /* The sheet's own title stands over the first. */
  if (self->head == 0)
    return;
  self->row++;
  accord_report_put_text (self->book, self->sheet, self->row++, FIRST, title, ACCORD_STYLE_SECTION);
}

static void
write_heads (Conversations     *self,
             const char *const *heads,
             lxw_col_t          first_number)
{
  if (self->head == 0)
    self->head = self->row;
  accord_report_put_heads (self->book, self->sheet, self->row++, FIRST, heads, first_number);
}

static void
filter_first_table (Conversations *self,
                    lxw_row_t      head)
{
  if (self->head == head)
    worksheet_autofilter (self->sheet, head, FIRST, self->row - 1, LAST);
}

static void
write_conversation (Conversations                  *self,
                    const AccordReportConversation *conversation)
{
  AccordReportBook *book = self->book;
  const lxw_row_t row = self->row++;
  const int lines[] = { accord_report_text_lines (conversation->member, MEMBER_WIDTH - 1),
                        accord_report_text_lines (conversation->kind, WIDTH - 1),
                        accord_report_text_lines (conversation->stage, WIDTH - 1),
                        accord_report_text_lines (conversation->purpose, WIDTH * 4 - 2) };
  int most = 1;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    most = MAX (most, lines[i]);

  accord_report_put_text (book, self->sheet, row, FIRST, conversation->member, ACCORD_STYLE_LIST_STRONG);
  accord_report_put_number (book, self->sheet, row, FIRST + 1, conversation->number, ACCORD_STYLE_LIST_COUNT);
  accord_report_put_date (book, self->sheet, row, FIRST + 2, conversation->date, ACCORD_STYLE_LIST_DATE);
  accord_report_put_text (book, self->sheet, row, FIRST + 3, conversation->kind, ACCORD_STYLE_LIST_TEXT);
  accord_report_put_text (book, self->sheet, row, FIRST + 4, conversation->stage, ACCORD_STYLE_LIST_TEXT);
  accord_report_put_merged (book, self->sheet, row, FIRST + 5, LAST, conversation->purpose, ACCORD_STYLE_LIST_TEXT);
  accord_report_set_lines (self->sheet, row, most);
}

static void
write_list (Conversations *self)
{
  const GPtrArray *conversations = self->book->report->conversations;
  const char *heads[] = { _("Member"), _("Number"), _("Date"), _("Kind"), _("Stage"), _("Purpose"), "", "", "", NULL };
  const lxw_row_t head = self->row;

  if (conversations->len == 0)
    return;

  write_heads (self, heads, LAST + 1);
  accord_report_put_text (self->book, self->sheet, head, FIRST + 1, heads[1], ACCORD_STYLE_HEAD_NUMBER);
  accord_report_put_text (self->book, self->sheet, head, FIRST + 2, heads[2], ACCORD_STYLE_HEAD_NUMBER);
  for (guint i = 0; i < conversations->len; i++)
    write_conversation (self, g_ptr_array_index (conversations, i));
  filter_first_table (self, head);
}

static void
write_talks_of (Conversations           *self,
                const AccordReportTalks *talks)
{
  AccordReportBook *book = self->book;
  const AccordReport *report = book->report;
  const lxw_row_t row = self->row++;
  const guint n_kinds = accord_report_get_n_kinds (report);
  const lxw_col_t total = FIRST + 1 + n_kinds;
  const double weeks = talks->last == ACCORD_DATE_NONE ? NAN : (report->as_of - talks->last) / 7;

  accord_report_put_text (book, self->sheet, row, FIRST, talks->name, ACCORD_STYLE_TEXT);
  for (guint kind = 0; kind < n_kinds; kind++)
    accord_report_put_number (book, self->sheet, row, FIRST + 1 + kind, talks->counts[kind], ACCORD_STYLE_COUNT);

  /* The team is told how often, not of what kind but praise, and how long ago, not the day. */
  if (report->audience == ACCORD_AUDIENCE_TEAM)
    {
      accord_report_put_number (book, self->sheet, row, total, talks->total, ACCORD_STYLE_COUNT);
      accord_report_put_number (book, self->sheet, row, total + 1, weeks, ACCORD_STYLE_COUNT);
    }
  else
    {
      accord_report_put_formula (book, self->sheet, row, total, ACCORD_STYLE_COUNT, talks->total, "=SUM(%s:%s)",
                                 accord_report_cell (row, FIRST + 1), accord_report_cell (row, total - 1));
      if (talks->last == ACCORD_DATE_NONE)
        accord_report_put_number (book, self->sheet, row, total + 1, NAN, ACCORD_STYLE_DAY);
      else
        accord_report_put_date (book, self->sheet, row, total + 1, talks->last, ACCORD_STYLE_DAY);
      accord_report_put_formula (book, self->sheet, row, total + 2, ACCORD_STYLE_COUNT, weeks,
                                 "=IFERROR(INT(('%s'!%s-%s)/7),%s)", book->summary_name, ACCORD_SUMMARY_AS_OF,
                                 accord_report_cell (row, total + 1), book->not_available);
    }
  accord_report_set_lines (self->sheet, row, accord_report_text_lines (talks->name, MEMBER_WIDTH - 1));
}

static void
write_talks_total (Conversations *self,
                   lxw_row_t      first)
{
  AccordReportBook *book = self->book;
  const GPtrArray *talks = book->report->talks;
  const lxw_row_t row = self->row++;
  const guint n_kinds = accord_report_get_n_kinds (book->report);
  const lxw_col_t last = FIRST + 1 + n_kinds + (book->report->audience == ACCORD_AUDIENCE_TEAM ? 1 : 2);
  int sums[ACCORD_REPORT_KINDS + 1] = { 0 };

  for (guint i = 0; i < talks->len; i++)
    {
      const AccordReportTalks *of = g_ptr_array_index (talks, i);

      for (guint kind = 0; kind < n_kinds; kind++)
        sums[kind] += of->counts[kind];
      sums[n_kinds] += of->total;
    }

  accord_report_put_text (book, self->sheet, row, FIRST, _("Team"), ACCORD_STYLE_TOTAL_TEXT);
  for (guint i = 0; i <= n_kinds; i++)
    accord_report_put_formula (book, self->sheet, row, FIRST + 1 + i, ACCORD_STYLE_TOTAL_COUNT, sums[i], "=SUM(%s:%s)",
                               accord_report_cell (first, FIRST + 1 + i), accord_report_cell (row - 1, FIRST + 1 + i));
  for (lxw_col_t column = FIRST + 2 + n_kinds; column <= last; column++)
    accord_report_put_text (book, self->sheet, row, column, "", ACCORD_STYLE_TOTAL_TEXT);
}

static void
write_talks (Conversations *self)
{
  const AccordReport *report = self->book->report;
  const gboolean team = report->audience == ACCORD_AUDIENCE_TEAM;
  const char *heads[ACCORD_REPORT_KINDS + 5] = { _("Member") };
  lxw_row_t head;
  guint n = 1;

  if (report->talks->len == 0)
    return;

  for (guint kind = 0; kind < accord_report_get_n_kinds (report); kind++)
    heads[n++] = accord_conversation_kind_get_label (kind);
  heads[n++] = _("All in the quarter");
  if (!team)
    heads[n++] = _("Last held");
  heads[n++] = _("Weeks since the last");

  write_section (self, _("Conversations held, by member"));
  head = self->row;
  write_heads (self, heads, FIRST + 1);
  for (guint i = 0; i < report->talks->len; i++)
    write_talks_of (self, g_ptr_array_index (report->talks, i));
  if (self->head == head)
    worksheet_autofilter (self->sheet, head, FIRST, self->row - 1, FIRST + n - 1);
  write_talks_total (self, head + 1);
}

static void
write_action (Conversations            *self,
              const AccordReportAction *action)
{
  AccordReportBook *book = self->book;
  const lxw_row_t row = self->row++;
  const int lines[] = { accord_report_text_lines (action->owner, MEMBER_WIDTH - 1),
                        accord_report_text_lines (action->what, WIDTH * 4 - 2),
                        accord_report_text_lines (action->origin, WIDTH * 2 - 2) };

  accord_report_put_text (book, self->sheet, row, FIRST, action->owner, ACCORD_STYLE_LIST_STRONG);
  accord_report_put_date (book, self->sheet, row, FIRST + 1, action->due, ACCORD_STYLE_LIST_DATE);
  accord_report_put_text (book, self->sheet, row, FIRST + 2, action->late ? _("late") : _("open"),
                          action->late ? ACCORD_STYLE_LIST_LATE : ACCORD_STYLE_LIST_TEXT);
  accord_report_put_merged (book, self->sheet, row, FIRST + 3, FIRST + 6, action->what, ACCORD_STYLE_LIST_TEXT);
  accord_report_put_merged (book, self->sheet, row, FIRST + 7, LAST, action->origin, ACCORD_STYLE_LIST_TEXT);
  accord_report_set_lines (self->sheet, row, MAX (lines[0], MAX (lines[1], lines[2])));
}

static void
write_actions (Conversations *self)
{
  const GPtrArray *actions = self->book->report->actions;
  const char *heads[] = { _("Owner"), _("Due"), _("State"), _("Action"), "", "", "", _("From"), "", NULL };
  lxw_row_t head;

  if (actions->len == 0)
    return;

  write_section (self, _("Open actions"));
  head = self->row;
  write_heads (self, heads, LAST + 1);
  accord_report_put_text (self->book, self->sheet, head, FIRST + 1, heads[1], ACCORD_STYLE_HEAD_NUMBER);
  for (guint i = 0; i < actions->len; i++)
    write_action (self, g_ptr_array_index (actions, i));
  filter_first_table (self, head);
}

/* Ends of pieces of a text that fit in a row each, at line ends or blanks where there are any. */
static const char *
passage_end (const char *text,
             double      columns)
{
  const char *end = text, *blank = NULL;
  double used = 0;

  for (; *end != '\0' && used < PASSAGE_LINES * columns; end = g_utf8_next_char (end))
    {
      if (*end == '\n')
        used = (floor (used / columns) + 1) * columns;
      else
        used += 1 + (g_unichar_iswide (g_utf8_get_char (end)) ? 1 : 0);
      if (*end == '\n' || *end == ' ')
        blank = end + 1;
    }
  return *end == '\0' || blank == NULL ? end : blank;
}

static void
write_passage (Conversations             *self,
               const AccordReportPassage *passage)
{
  const double columns = WIDTH * 8 - 4;
  g_autofree char *valid = g_utf8_make_valid (passage->text, -1);
  const char *heading = passage->heading;

  for (const char *from = valid; *from != '\0'; heading = "")
    {
      const char *end = passage_end (from, columns);
      g_autofree char *piece = g_strndup (from, end - from);

      accord_report_put_text (self->book, self->sheet, self->row, FIRST, heading, ACCORD_STYLE_LIST_STRONG);
      accord_report_put_merged (self->book, self->sheet, self->row, FIRST + 1, LAST, g_strchomp (piece),
                                ACCORD_STYLE_LIST_TEXT);
      accord_report_set_lines (self->sheet, self->row++, accord_report_text_lines (piece, columns));
      from = end;
    }
}

static void
write_records (Conversations *self)
{
  const GPtrArray *conversations = self->book->report->conversations;
  gboolean any = FALSE;

  for (guint i = 0; i < conversations->len; i++)
    {
      const AccordReportConversation *conversation = g_ptr_array_index (conversations, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, conversation->number);
      g_autofree char *date = accord_date_to_iso (conversation->date);
      g_autofree char *heading = NULL;

      if (conversation->passages->len == 0)
        continue;
      if (!any)
        write_section (self, _("Records"));
      any = TRUE;
      /* Translators: number of the record, member, kind, day, stage */
      heading = g_strdup_printf (_("%s · %s · %s · %s · %s"), number, conversation->member, conversation->kind,
                                 date, conversation->stage);
      accord_report_put_merged (self->book, self->sheet, self->row++, FIRST, LAST, heading, ACCORD_STYLE_HEAD);
      for (guint p = 0; p < conversation->passages->len; p++)
        write_passage (self, g_ptr_array_index (conversation->passages, p));
    }
}

void
accord_report_write_conversations (AccordReportBook *book)
{
  const double widths[]
    = { 2, MEMBER_WIDTH, WIDTH, WIDTH, WIDTH, WIDTH, WIDTH, WIDTH, WIDTH, WIDTH };
  const char *name = accord_report_sheet_name (book->sheet_names, C_("sheet", "Conversations"));
  Conversations self = { .book = book, .row = HEAD };

  G_STATIC_ASSERT (G_N_ELEMENTS (widths) == LAST + 1);

  self.sheet = accord_report_sheet_begin (book, name, name, widths, G_N_ELEMENTS (widths));
  write_list (&self);
  write_talks (&self);
  write_actions (&self);
  write_records (&self);
  accord_report_sheet_end (self.sheet, self.head + 1, FIRST + 1, self.head, self.row - 1, LAST);
}
