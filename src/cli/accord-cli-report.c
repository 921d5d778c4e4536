/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-command.h"

#include <glib/gi18n.h>

#include "accord-cli-interrupt.h"
#include "accord-clock.h"
#include "accord-enums.h"
#include "accord-report-xlsx.h"

typedef struct
{
  char *quarter;
  char *output;
  char *audience;
  char *as_of;
  gboolean force;
} ReportWords;

static void
report_words_clear (ReportWords *words)
{
  g_clear_pointer (&words->quarter, g_free);
  g_clear_pointer (&words->output, g_free);
  g_clear_pointer (&words->audience, g_free);
  g_clear_pointer (&words->as_of, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReportWords, report_words_clear)

/* Returns ACCORD_CLI_DONE, or the status after a message. */
static int
read_words (const AccordCliCommand *command,
            const ReportWords      *words,
            AccordQuarter          *quarter,
            int                    *audience,
            AccordDate             *as_of)
{
  if (words->quarter == NULL)
    return accord_cli_misuse (command, _("%s is missing"), "--quarter");
  if (words->output == NULL)
    return accord_cli_misuse (command, _("%s is missing"), "--output");
  if (words->audience != NULL && !accord_enum_from_nick (accord_audience_get_type (), words->audience, audience))
    return accord_cli_misuse (command, _("--audience %s: it is team, manager or hr"), words->audience);
  if (!accord_quarter_parse (words->quarter, quarter) || quarter->year < 2 || quarter->year > 9998)
    return accord_cli_fault (command, _("--quarter %s: there is no such quarter; write it as in 2026-Q4"),
                             words->quarter);
  if (words->as_of != NULL && !accord_date_parse (words->as_of, as_of))
    return accord_cli_fault (command, _("--as-of %s: there is no such day; write it as in 2026-11-23"), words->as_of);
  if (*words->output == '\0')
    return accord_cli_fault (command, "%s", _("--output: a file's name is needed"));

  return ACCORD_CLI_DONE;
}

static int
explain_failure (const AccordCliCommand *command,
                 const char             *path,
                 const ReportWords      *words,
                 const GError           *error)
{
  accord_cli_clear_progress ();
  /* Some things are not replaced by force either: the message says which. */
  if (g_error_matches (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_EXISTS) && !words->force)
    return accord_cli_fault (command, _("%s is there already and was left alone; another name, or --force, is needed"),
                             words->output);
  if (g_error_matches (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_QUARTER))
    return accord_cli_fault (command, "--quarter %s: %s", words->quarter, error->message);

  return accord_cli_file_fault (command, error->domain == ACCORD_STORE_ERROR ? path : words->output, error);
}

static int
run (const AccordCliCommand *command,
     char                  **argv)
{
  g_auto (ReportWords) words = { NULL };
  const GOptionEntry entries[] = {
    { "quarter", 0, 0, G_OPTION_ARG_FILENAME, &words.quarter, N_ ("The quarter to report on"), N_ ("YYYY-Qn") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.output, N_ ("The Excel file to write"), N_ ("OUT.xlsx") },
    { "audience", 0, 0, G_OPTION_ARG_FILENAME, &words.audience, N_ ("Whom the copy is for (team): others see less"),
      "team|manager|hr" },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &words.as_of, N_ ("The day it is as of (today)"), N_ ("DATE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &words.force, N_ ("Put it in the place of a file that is there"), NULL },
    { NULL }
  };
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (GError) error = NULL;
  AccordQuarter quarter = { 0, 0 };
  AccordDate as_of = accord_clock_today ();
  int audience = ACCORD_AUDIENCE_TEAM;
  int status;

  if (!accord_cli_parse (command, &argv, entries))
    return ACCORD_CLI_MISUSE;
  status = read_words (command, &words, &quarter, &audience, &as_of);
  if (status != ACCORD_CLI_DONE)
    return status;

  cancellable = accord_cli_catch_interrupt ();
  if (!accord_report_export (argv[1], quarter, audience, as_of, words.output, words.force, accord_cli_show_progress,
                             (gpointer) _("Writing the report…"), cancellable, &error))
    return explain_failure (command, argv[1], &words, error);

  return ACCORD_CLI_DONE;
}

const AccordCliCommand accord_cli_report = {
  .name = "report",
  .arguments = "FILE",
  .n_required = 1,
  .summary = N_ ("Write a quarter's report as an Excel workbook"),
  .run = run,
};
