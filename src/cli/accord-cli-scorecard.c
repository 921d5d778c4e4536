/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-command.h"

#include <glib/gi18n.h>

#include "accord-cli-output.h"
#include "accord-clock.h"
#include "accord-enums.h"
#include "accord-member.h"
#include "accord-name.h"
#include "accord-scorecard.h"
#include "accord-territory.h"

static const AccordCliColumn columns[] = {
  { "member", N_("Member") },         { "territory", N_("Territory") }, { "metric", N_("Metric") },
  { "unit", N_("Unit") },             { "target", N_("Target") },       { "actual", N_("Actual") },
  { "attainment", N_("Attainment") }, { "expected", N_("Expected") },   { "pace", N_("Pace") },
  { "status", N_("Status") },
};

typedef struct
{
  AccordWorkspace *workspace;
  AccordCliOutput *output;
  int decimals;
} Printing;

static const char *
name_of (Printing *self,
         GType     type,
         gint64    id)
{
  gpointer record = id != 0 ? accord_workspace_find (self->workspace, type, id) : NULL;

  if (record == NULL)
    return NULL;

  return type == ACCORD_TYPE_MEMBER ? accord_member_get_name (record) : accord_territory_get_name (record);
}

static void
print_value (Printing  *self,
             AccordUnit unit,
             gint64     value)
{
  g_autofree char *exact = NULL;
  g_autofree char *human = NULL;

  if (unit == ACCORD_UNIT_MONEY)
    accord_cli_output_money (self->output, value, self->decimals);
  else if (unit == ACCORD_UNIT_PERCENT)
    accord_cli_output_share (self->output, value);
  else if (value == ACCORD_UNKNOWN || value % ACCORD_RATE_ONE == 0)
    accord_cli_output_number (self->output, value);
  else
    {
      /* Nobody reads a mean to the billionth. */
      exact = accord_rate_to_text (value);
      human = accord_rate_format_number (value, 2);
      accord_cli_output_json (self->output, exact, human);
    }
}

static void
print_row (Printing                    *self,
           const AccordScorecardMetric *metric,
           const AccordScorecardRow    *row)
{
  accord_cli_output_text (self->output, name_of (self, ACCORD_TYPE_MEMBER, row->member));
  accord_cli_output_text (self->output, name_of (self, ACCORD_TYPE_TERRITORY, row->territory));
  accord_cli_output_text (self->output, metric->name);
  accord_cli_output_text (self->output, accord_enum_to_nick (accord_unit_get_type (), (int) metric->unit));
  print_value (self, metric->unit, row->score.part.target);
  print_value (self, metric->unit, row->score.part.actual);
  accord_cli_output_share (self->output, row->score.attainment.attainment);
  print_value (self, metric->unit, row->score.attainment.expected);
  accord_cli_output_share (self->output, row->score.attainment.pace);
  accord_cli_output_text (self->output, accord_status_get_word (row->score.status));
}

/* 0 after a message. name NULL leaves id at 0. */
static gboolean
find_named (const AccordCliCommand *command,
            AccordWorkspace        *workspace,
            GType                   type,
            const char             *option,
            const char             *name,
            const char             *path,
            gint64                 *id)
{
  GListModel *list = accord_workspace_get_list (workspace, type);

  if (name == NULL)
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AccordRecord) record = g_list_model_get_item (list, i);
      const char *other = type == ACCORD_TYPE_MEMBER ? accord_member_get_name (ACCORD_MEMBER (record))
                                                     : accord_territory_get_name (ACCORD_TERRITORY (record));

      if (accord_name_equal (other, name))
        {
          *id = accord_record_get_id (record);
          return TRUE;
        }
    }
  if (type == ACCORD_TYPE_MEMBER)
    accord_cli_fault (command, _("%s %s: nobody in %s has this name; accord-cli list %s members shows who is there"), option,
                      name, path, path);
  else
    accord_cli_fault (command, _("%s %s: no territory in %s has this name; accord-cli list %s members shows which there are"),
                      option, name, path, path);

  return FALSE;
}

static int
print_card (const AccordCliCommand *command,
            AccordWorkspace        *workspace,
            const AccordScorecard  *card,
            gint64                  member,
            gint64                  territory,
            AccordCliFormat         format)
{
  g_autoptr (AccordCliOutput) output = accord_cli_output_new (format, columns, G_N_ELEMENTS (columns), FALSE);
  Printing printing = { workspace, output,
                        (int) accord_settings_get_decimals (accord_workspace_get_settings (workspace)) };

  for (guint i = 0; i < card->rows->len; i++)
    {
      const AccordScorecardRow *row = &g_array_index (card->rows, AccordScorecardRow, i);

      if ((member == 0 || row->member == member) && (territory == 0 || row->territory == territory))
        print_row (&printing, &g_array_index (card->metrics, AccordScorecardMetric, row->metric), row);
    }

  return accord_cli_output_finish (output, command);
}

static int
run (const AccordCliCommand *command,
     char                  **argv)
{
  g_autofree char *quarter_word = NULL;
  g_autofree char *member_word = NULL;
  g_autofree char *territory_word = NULL;
  g_autofree char *format_word = NULL;
  const GOptionEntry entries[] = {
    { "quarter", 0, 0, G_OPTION_ARG_FILENAME, &quarter_word, N_("The quarter"), N_("YYYY-Qn") },
    { "member", 0, 0, G_OPTION_ARG_FILENAME, &member_word, N_("Only this member"), N_("NAME") },
    { "territory", 0, 0, G_OPTION_ARG_FILENAME, &territory_word, N_("Only this territory and its members"), N_("NAME") },
    ACCORD_CLI_FORMAT_OPTION (&format_word),
    { NULL }
  };
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (AccordScorecard) card = NULL;
  g_autoptr (GError) error = NULL;
  AccordQuarter quarter = { 0, 0 };
  gint64 member = 0, territory = 0;
  AccordCliFormat format;

  if (!accord_cli_parse (command, &argv, entries) || !accord_cli_parse_format (command, format_word, &format))
    return ACCORD_CLI_MISUSE;
  if (quarter_word == NULL)
    return accord_cli_misuse (command, _("%s is missing"), "--quarter");
  if (!accord_cli_require_text (command, "--member", member_word)
      || !accord_cli_require_text (command, "--territory", territory_word))
    return ACCORD_CLI_FAULT;
  if (!accord_quarter_parse (quarter_word, &quarter) || quarter.year < 2 || quarter.year > 9998)
    return accord_cli_fault (command, _("--quarter %s: there is no such quarter; write it as in 2026-Q4"), quarter_word);

  workspace = accord_workspace_open (argv[1], ACCORD_OPEN_READ_ONLY, &error);
  card = workspace != NULL ? accord_scorecard_new (workspace, quarter, accord_clock_today (), &error) : NULL;
  if (card == NULL)
    return accord_cli_file_fault (command, argv[1], error);
  if (!find_named (command, workspace, ACCORD_TYPE_MEMBER, "--member", member_word, argv[1], &member)
      || !find_named (command, workspace, ACCORD_TYPE_TERRITORY, "--territory", territory_word, argv[1], &territory))
    return ACCORD_CLI_FAULT;

  return print_card (command, workspace, card, member, territory, format);
}

const AccordCliCommand accord_cli_scorecard = {
  .name = "scorecard",
  .arguments = "FILE",
  .n_required = 1,
  .summary = N_("Print what everybody has come to in a quarter, against targets and time"),
  .details = N_("A row without a member is a territory's, or, without a territory too, the team's. Bookings, Win rate, Sales\n"
                 "cycle, Average deal, Opportunities opened and Pipeline coverage come out of the opportunities; the target of\n"
                 "Bookings is the quarter's quotas. Shares are fractions, unknown is null."),
  .run = run,
};
