/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-xlsx.h"

#include "accord-report-book.h"
#include "accord-report-file.h"
#include "accord-report-text.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sys/stat.h>

#define PROPERTY_MAX 200
#define UNIX_EPOCH 719163 /* 1970-01-01 as an AccordDate */
#define NOON (12 * 60 * 60)

typedef struct
{
  AccordProgress call;
  gpointer data;
  GCancellable *cancellable;
} Steps;

/* FALSE once the user has cancelled. */
static gboolean
step (const Steps *steps,
      double       fraction,
      GError     **error)
{
  if (steps->call != NULL)
    steps->call (fraction, steps->data);
  return !g_cancellable_set_error_if_cancelled (steps->cancellable, error);
}

static void
set_properties (AccordReportBook *book)
{
  const AccordReport *report = book->report;
  g_autofree char *title = accord_report_text_clean_line (report->title, PROPERTY_MAX);
  g_autofree char *team = accord_report_text_clean_line (report->team, PROPERTY_MAX);
  lxw_doc_properties properties = {
    .title = title,
    .subject = report->quarter_name,
    .author = "Accord",
    .company = team,
    /* From the day of the data, so that the same report is the same file. */
    .created = (time_t) (report->as_of - UNIX_EPOCH) * 24 * 60 * 60 + NOON,
  };

  workbook_set_properties (book->workbook, &properties);
}

static gboolean
write_sheets (AccordReportBook *book,
              gpointer          data,
              GError          **error)
{
  const Steps *steps = data;
  const AccordReport *report = book->report;
  const gboolean has_goals = accord_report_has_goals (report);

  book->summary_name = accord_report_sheet_name (book->sheet_names, C_("sheet", "Summary"));
  if (has_goals)
    book->goals_name = accord_report_sheet_name (book->sheet_names, C_("sheet", "Goals and commitments"));

  accord_report_write_summary (book);
  if (!step (steps, 0.3, error))
    return FALSE;
  if (has_goals)
    accord_report_write_goals (book);
  if (!step (steps, 0.4, error))
    return FALSE;
  if (accord_report_has_swot (report))
    accord_report_write_swot (book);
  if (!step (steps, 0.5, error))
    return FALSE;
  if (accord_report_has_conversations (report))
    accord_report_write_conversations (book);
  accord_report_write_definitions (book);
  return step (steps, 0.7, error);
}

static char *
quote_for_formula (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"", doubled);
}

/* Fills the temporary file; the workbook's own scratch files lie beside it, nameless, and not in a folder that
 * others read. */
static gboolean
write_book (const AccordReport    *report,
            AccordReportFile      *file,
            AccordReportSheetsFunc write_all,
            gpointer               data,
            GError               **error)
{
  g_autofree char *folder = g_strdup (accord_report_file_get_folder (file));
  lxw_workbook_options options = { .tmpdir = folder };
  g_autoptr (GPtrArray) sheet_names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *not_available = quote_for_formula (_("n/a"));
  AccordReportBook book = { .report = report, .sheet_names = sheet_names, .not_available = not_available };
  lxw_error failed;

  book.workbook = workbook_new_opt (accord_report_file_get_path (file), &options);
  if (book.workbook == NULL)
    {
      accord_report_file_set_error (file, error);
      return FALSE;
    }

  accord_report_book_add_styles (&book);
  set_properties (&book);
  if (!write_all (&book, data, error))
    {
      lxw_workbook_free (book.workbook);
      return FALSE;
    }

  failed = workbook_close (book.workbook);
  if (failed != LXW_NO_ERROR)
    {
      g_debug ("The workbook could not be written: %s", lxw_strerror (failed));
      accord_report_file_set_error (file, error);
      return FALSE;
    }
  return TRUE;
}

/* libxlsxwriter prints numbers by the thread's locale, where a comma would break the file. */
static locale_t
enter_plain_numbers (locale_t *before)
{
  locale_t copy = duplocale (uselocale ((locale_t) 0));
  locale_t plain = copy == (locale_t) 0 ? copy : newlocale (LC_NUMERIC_MASK, "C", copy);

  if (plain != (locale_t) 0)
    *before = uselocale (plain);
  return plain;
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf left, right;

  return g_stat (a, &left) == 0 && g_stat (b, &right) == 0 && left.st_dev == right.st_dev
         && left.st_ino == right.st_ino;
}

gboolean
accord_report_book_write (const AccordReport    *report,
                          AccordReportFile      *file,
                          AccordReportSheetsFunc write_all,
                          gpointer               data,
                          GError               **error)
{
  locale_t before = (locale_t) 0;
  const locale_t plain = enter_plain_numbers (&before);
  const gboolean written = write_book (report, file, write_all, data, error);

  if (plain != (locale_t) 0)
    {
      uselocale (before);
      freelocale (plain);
    }

  return written;
}

gboolean
accord_report_write_xlsx (AccordReport  *report,
                          const char    *path,
                          gboolean       overwrite,
                          AccordProgress progress,
                          gpointer       data,
                          GCancellable  *cancellable,
                          GError       **error)
{
  Steps steps = { progress, data, cancellable };
  g_autoptr (AccordReportFile) file = NULL;

  g_return_val_if_fail (report != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!step (&steps, 0.2, error) || (file = accord_report_file_new (path, overwrite, error)) == NULL
      || !accord_report_book_write (report, file, write_sheets, &steps, error) || !step (&steps, 0.9, error)
      || !accord_report_file_commit (file, error))
    return FALSE;

  /* Now it is there, and cancelling comes too late. */
  if (progress != NULL)
    progress (1.0, data);
  return TRUE;
}

gboolean
accord_report_export (const char    *workspace_path,
                      AccordQuarter  quarter,
                      AccordAudience audience,
                      AccordDate     as_of,
                      const char    *output,
                      gboolean       overwrite,
                      AccordProgress progress,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  const Steps steps = { progress, data, cancellable };
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (AccordReport) report = NULL;

  if (!step (&steps, 0.0, error))
    return FALSE;
  if (is_same_file (workspace_path, output))
    {
      g_set_error_literal (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_EXISTS,
                           _("That is the workspace itself. Give the report another name."));
      return FALSE;
    }

  workspace = accord_workspace_open (workspace_path, ACCORD_OPEN_READ_ONLY, error);
  if (workspace == NULL || !step (&steps, 0.1, error))
    return FALSE;

  report = accord_report_new (workspace, quarter, audience, as_of, error);
  if (report == NULL)
    return FALSE;
  return accord_report_write_xlsx (report, output, overwrite, progress, data, cancellable, error);
}
