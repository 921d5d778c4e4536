/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-list.h"

#include <glib/gi18n.h>

#include "accord-member.h"
#include "accord-name.h"

static const AccordCliKind *const kinds[] = {
  &accord_cli_kind_members,       &accord_cli_kind_goals,    &accord_cli_kind_commitments,
  &accord_cli_kind_swot,          &accord_cli_kind_metrics,  &accord_cli_kind_actuals,
  &accord_cli_kind_opportunities, &accord_cli_kind_meetings, &accord_cli_kind_conversations,
  &accord_cli_kind_follow_ups,
};

gboolean
accord_cli_listing_has_year (const AccordCliListing *self,
                             gint64                  year)
{
  return self->period.year == 0 || self->period.year == year;
}

gboolean
accord_cli_listing_has_date (const AccordCliListing *self,
                             AccordDate              date)
{
  return self->first == ACCORD_DATE_NONE || (date >= self->first && date <= self->last);
}

gboolean
accord_cli_listing_has_member (const AccordCliListing *self,
                               gint64                  member)
{
  return self->member == 0 || self->member == member;
}

const char *
accord_cli_listing_get_member_name (const AccordCliListing *self,
                                    gint64                  member)
{
  AccordMember *found = member != 0 ? accord_workspace_find (self->workspace, ACCORD_TYPE_MEMBER, member) : NULL;

  return found != NULL ? accord_member_get_name (found) : NULL;
}

GPtrArray *
accord_cli_listing_load (const AccordCliListing *self,
                         GType                   type,
                         GCompareFunc            compare,
                         GError                **error)
{
  GListModel *list = accord_workspace_load_list (self->workspace, type, error);
  GPtrArray *records;

  if (list == NULL)
    return NULL;
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  if (compare != NULL)
    g_ptr_array_sort (records, compare);

  return records;
}

int
accord_cli_compare_integers (gint64 a,
                             gint64 b)
{
  return (a > b) - (a < b);
}

static const AccordCliKind *
find_kind (const AccordCliCommand *command,
           const char             *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (word, kinds[i]->word))
        return kinds[i];
    }

  accord_cli_misuse (command, _("there is no list of “%s”"), word);

  return NULL;
}

/* --year and --quarter, which may both be given where they agree. */
static gboolean
parse_period (const AccordCliCommand *command,
              const char             *year,
              const char             *quarter,
              AccordQuarter          *period)
{
  gint64 label = 0;

  if (!accord_cli_parse_integer (command, "--year", year, 2, 9998, &label))
    return FALSE;
  period->year = (int) label;
  period->quarter = 0;
  if (quarter == NULL)
    return TRUE;
  if (!accord_quarter_parse (quarter, period) || period->year < 2 || period->year > 9998)
    {
      accord_cli_fault (command, _("--quarter %s: there is no such quarter; write it as in 2026-Q4"), quarter);
      return FALSE;
    }
  if (year != NULL && period->year != label)
    {
      accord_cli_fault (command, _("--quarter %s does not lie in --year %s; give one of the two"), quarter, year);
      return FALSE;
    }

  return TRUE;
}

static gboolean
find_member (const AccordCliCommand *command,
             AccordCliListing       *listing,
             const char             *path,
             const char             *name)
{
  GListModel *members = accord_workspace_get_list (listing->workspace, ACCORD_TYPE_MEMBER);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);

      if (accord_name_equal (accord_member_get_name (member), name))
        {
          listing->member = accord_record_get_id (ACCORD_RECORD (member));
          return TRUE;
        }
    }

  accord_cli_fault (command,
                    _("--member %s: nobody in %s has this name; accord-cli list %s members shows who is there"), name,
                    path, path);

  return FALSE;
}

static void
listing_set_period (AccordCliListing *self,
                    AccordQuarter     period)
{
  AccordSettings *settings = accord_workspace_get_settings (self->workspace);

  self->decimals = accord_settings_get_decimals (settings);
  self->fiscal_start = accord_settings_get_fiscal_start (settings);
  self->period = period;
  if (period.year != 0)
    {
      self->first = accord_quarter_get_start (period, self->fiscal_start);
      self->last = accord_quarter_get_end (period, self->fiscal_start);
    }
}

static int
print_listing (const AccordCliCommand *command,
               AccordCliListing       *listing,
               const AccordCliKind    *kind,
               const char             *path,
               AccordCliFormat         format)
{
  g_autoptr (AccordCliOutput) output = NULL;
  g_autoptr (GError) error = NULL;

  output = accord_cli_output_new (format, kind->columns, kind->n_columns, FALSE);
  listing->output = output;
  if (!kind->print (listing, &error))
    return accord_cli_file_fault (command, path, error);

  return accord_cli_output_finish (output, command);
}

static int
run (const AccordCliCommand *command,
     char                  **argv)
{
  g_autofree char *year = NULL;
  g_autofree char *quarter = NULL;
  g_autofree char *member = NULL;
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &year, N_ ("Only this plan year"), N_ ("YEAR") },
    { "quarter", 0, 0, G_OPTION_ARG_FILENAME, &quarter, N_ ("Only this quarter"), N_ ("YYYY-Qn") },
    { "member", 0, 0, G_OPTION_ARG_FILENAME, &member, N_ ("Only this member"), N_ ("NAME") },
    ACCORD_CLI_FORMAT_OPTION (&word),
    { NULL }
  };
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  AccordCliListing listing = { NULL };
  AccordQuarter period = { 0, 0 };
  const AccordCliKind *kind;
  AccordCliFormat format;

  if (!accord_cli_parse (command, &argv, entries) || !accord_cli_parse_format (command, word, &format))
    return ACCORD_CLI_MISUSE;
  kind = find_kind (command, argv[2]);
  if (kind == NULL)
    return ACCORD_CLI_MISUSE;
  if (!accord_cli_require_text (command, "--member", member) || !parse_period (command, year, quarter, &period))
    return ACCORD_CLI_FAULT;

  workspace = accord_workspace_open (argv[1], ACCORD_OPEN_READ_ONLY, &error);
  if (workspace == NULL)
    return accord_cli_file_fault (command, argv[1], error);
  listing.workspace = workspace;
  listing_set_period (&listing, period);
  if (member != NULL && !find_member (command, &listing, argv[1], member))
    return ACCORD_CLI_FAULT;
  if (member != NULL && !kind->has_member)
    accord_cli_note (command, _("--member makes no difference to %s"), kind->word);
  if (period.year != 0 && !kind->has_period)
    accord_cli_note (command, _("--year and --quarter make no difference to %s"), kind->word);

  return print_listing (command, &listing, kind, argv[1], format);
}

const AccordCliCommand accord_cli_list = {
  .name = "list",
  .arguments = "FILE KIND",
  .n_required = 2,
  .summary = N_ ("Print the rows of one kind"),
  .details =
      N_ ("KIND is members, goals, commitments, swot, metrics, actuals, opportunities, meetings, conversations or\n"
          "follow-ups. Money is in whole units of the workspace's currency, shares are fractions, unknown is null.\n"
          "swot lists what lies on the boards: the votes for cards merged into another count there."),
  .run = run,
};
