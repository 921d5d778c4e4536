/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-ask-export.h"

#include "accord-ask-letter.h"
#include "accord-report-book.h"
#include "accord-report-text.h"

#include <glib/gi18n.h>

enum
{
  WHAT = 1,
  BECAUSE,
  NEEDED,
  STATUS,
  ASKED,
  REPLY,
  REPLIED,
};

static const double widths[] = { 2, 40, 46, 14, 14, 14, 46, 14 };

static void
write_ask (AccordReportBook *book,
           lxw_worksheet    *sheet,
           lxw_row_t         row,
           AccordAsk        *ask)
{
  const int lines[] = { accord_report_text_lines (accord_ask_get_what (ask), widths[WHAT] - 2),
                        accord_report_text_lines (accord_ask_get_because (ask), widths[BECAUSE] - 1),
                        accord_report_text_lines (accord_ask_get_reply (ask), widths[REPLY] - 1) };
  int most = 1;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    most = MAX (most, lines[i]);
  accord_report_put_text (book, sheet, row, WHAT, accord_ask_get_what (ask), ACCORD_STYLE_LIST_STRONG);
  accord_report_put_text (book, sheet, row, BECAUSE, accord_ask_get_because (ask), ACCORD_STYLE_LIST_TEXT);
  accord_report_put_date (book, sheet, row, NEEDED, accord_ask_get_needed (ask), ACCORD_STYLE_LIST_DATE);
  accord_report_put_text (book, sheet, row, STATUS, accord_ask_status_get_label (accord_ask_get_status (ask)),
                          ACCORD_STYLE_LIST_TEXT);
  accord_report_put_date (book, sheet, row, ASKED, accord_ask_get_asked (ask), ACCORD_STYLE_LIST_DATE);
  accord_report_put_text (book, sheet, row, REPLY, accord_ask_get_reply (ask), ACCORD_STYLE_LIST_TEXT);
  accord_report_put_date (book, sheet, row, REPLIED, accord_ask_get_replied (ask), ACCORD_STYLE_LIST_DATE);
  accord_report_set_lines (sheet, row, most);
}

static gboolean
write_sheet (AccordReportBook *book,
             gpointer          data,
             GError          **error)
{
  const AccordAskLetter *list = data;
  const char *heads[] = { _("What we ask"), _("Because"), _("Needed by"), _("Status"), _("Asked on"), _("Reply"),
                          _("Replied on"), NULL };
  const char *name = accord_report_sheet_name (book->sheet_names, list->department);
  lxw_worksheet *sheet = accord_report_sheet_begin (book, name, list->department, widths, G_N_ELEMENTS (widths));
  const lxw_row_t head = 3;
  lxw_row_t row = head;

  accord_report_put_heads (book, sheet, head, WHAT, heads, REPLIED + 1);
  for (guint i = 0; i < list->asks->len; i++)
    write_ask (book, sheet, ++row, g_ptr_array_index (list->asks, i));
  accord_report_sheet_end (sheet, head + 1, 0, head, row, REPLIED);

  return TRUE;
}

gboolean
accord_ask_export_sheet (AccordWorkspace *workspace,
                         const char      *department,
                         gint64           year,
                         AccordDate       today,
                         const char      *path,
                         GError         **error)
{
  g_autoptr (AccordAskLetter) list = accord_ask_letter_new (workspace, department, year, today, error);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (AccordReportFile) file = NULL;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  g_autofree char *under = NULL;
  /* A book in the report's house style: nothing of the report is in it. */
  AccordReport blank = { .as_of = today, .members = nothing, .goals = nothing };

  if (list == NULL || (file = accord_report_file_new (path, TRUE, error)) == NULL)
    return FALSE;

  title = accord_ask_letter_dup_title (list);
  day = accord_date_format (today);
  under = g_strdup_printf ("%s · %s", list->year, day);
  blank.title = title;
  blank.team = list->team;
  blank.quarter_name = under;
  blank.year_name = list->year;
  blank.currency = list->currency;

  return accord_report_book_write (&blank, file, write_sheet, list, error) && accord_report_file_commit (file, error);
}
