/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-command.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "accord-cli-interrupt.h"
#include "accord-cli-output.h"
#include "accord-clock.h"
#include "accord-enums.h"
#include "accord-import-apply.h"

/* So many remarks on lines that go in are told. */
#define MAX_NOTES 20

typedef struct
{
  char **maps;
  char **sets;
  char **stages;
  char *mapping;
  char *save_mapping;
  char *date_format;
  char *decimal;
  char *encoding;
  char *delimiter;
  char *format;
  gboolean create_members;
  gboolean update;
  gboolean sum;
  gboolean all_or_nothing;
  gboolean dry_run;
} ImportWords;

static void
import_words_clear (ImportWords *words)
{
  g_strfreev (words->maps);
  g_strfreev (words->sets);
  g_strfreev (words->stages);
  g_free (words->mapping);
  g_free (words->save_mapping);
  g_free (words->date_format);
  g_free (words->decimal);
  g_free (words->encoding);
  g_free (words->delimiter);
  g_free (words->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportWords, import_words_clear)

static const AccordCliColumn columns[] = {
  { "read", N_("Read") },       { "added", N_("Added") },     { "updated", N_("Updated") },
  { "skipped", N_("Skipped") }, { "refused", N_("Refused") },
};

static gboolean
is_field (AccordImportKind kind,
          const char      *name)
{
  guint n_fields;
  const AccordImportField *fields = accord_import_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (g_ascii_strcasecmp (fields[i].name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* FIELD=TEXT words. Returns ACCORD_CLI_DONE, or the status after a message. */
static int
read_pairs (const AccordCliCommand *command,
            const char             *option,
            char                  **pairs,
            AccordImportKind        kind,
            AccordImportOptions    *options,
            void (*take) (AccordImportOptions *, const char *, const char *))
{
  for (char **pair = pairs; pair != NULL && *pair != NULL; pair++)
    {
      const char *equals = strchr (*pair, '=');
      g_autofree char *field = equals != NULL ? g_strstrip (g_strndup (*pair, (gsize) (equals - *pair))) : NULL;

      if (!accord_cli_require_text (command, option, *pair))
        return ACCORD_CLI_FAULT;
      if (field == NULL)
        return accord_cli_misuse (command, _("%s %s: write it as FIELD=VALUE"), option, *pair);
      if (!is_field (kind, field))
        return accord_cli_misuse (command, _("%s %s: there is no field “%s”"), option, *pair, field);
      take (options, field, equals + 1);
    }

  return ACCORD_CLI_DONE;
}

/* VALUE=open|won|lost words; a stage may have an = in its name. */
static int
read_stages (const AccordCliCommand *command,
             char                  **pairs,
             AccordImportKind        kind,
             AccordImportOptions    *options)
{
  for (char **pair = pairs; pair != NULL && *pair != NULL; pair++)
    {
      const char *equals = strrchr (*pair, '=');
      g_autofree char *stage = equals != NULL ? g_strstrip (g_strndup (*pair, (gsize) (equals - *pair))) : NULL;
      AccordOpportunityState state;

      if (!accord_cli_require_text (command, "--stage", *pair))
        return ACCORD_CLI_FAULT;
      if (kind != ACCORD_IMPORT_KIND_OPPORTUNITIES)
        return accord_cli_misuse (command, _("--stage %s: only opportunities have stages"), *pair);
      if (stage == NULL || *stage == '\0' || !accord_import_state_parse (equals + 1, &state))
        return accord_cli_misuse (command, _("--stage %s: write it as STAGE=open, STAGE=won or STAGE=lost"), *pair);
      accord_import_options_set_stage (options, stage, state);
    }

  return ACCORD_CLI_DONE;
}

static gboolean
is_auto (const char *word)
{
  return word == NULL || g_ascii_strcasecmp (word, "auto") == 0;
}

/* What the command line says, on top of a saved mapping. */
static int
read_options (const AccordCliCommand *command,
              const ImportWords      *words,
              AccordImportKind        kind,
              AccordImportOptions    *options)
{
  int status;

  if (words->date_format != NULL && !accord_date_order_parse (words->date_format, &options->date_order))
    return accord_cli_misuse (command, _("--date-format %s: it is auto, YMD, DMY or MDY"), words->date_format);
  if (!is_auto (words->decimal) && !g_str_equal (words->decimal, ",") && !g_str_equal (words->decimal, "."))
    return accord_cli_misuse (command, _("--decimal %s: it is auto, a point or a comma"), words->decimal);
  if (words->decimal != NULL)
    options->decimal = is_auto (words->decimal) ? '\0' : *words->decimal;
  if (!accord_cli_require_text (command, "--encoding", words->encoding)
      || !accord_cli_require_text (command, "--delimiter", words->delimiter)
      || !accord_cli_require_text (command, "--save-mapping", words->save_mapping))
    return ACCORD_CLI_FAULT;
  if (words->encoding != NULL)
    {
      g_free (options->encoding);
      options->encoding = is_auto (words->encoding) ? NULL : g_strdup (words->encoding);
    }
  if (words->delimiter != NULL)
    {
      g_free (options->delimiter);
      options->delimiter = is_auto (words->delimiter) ? NULL : g_strdup (words->delimiter);
    }
  options->create_members |= words->create_members;
  options->update |= words->update;
  options->sum |= words->sum;
  options->all_or_nothing |= words->all_or_nothing;

  status = read_pairs (command, "--map", words->maps, kind, options, accord_import_options_map);
  if (status == ACCORD_CLI_DONE)
    status = read_pairs (command, "--set", words->sets, kind, options, accord_import_options_set);

  return status == ACCORD_CLI_DONE ? read_stages (command, words->stages, kind, options) : status;
}

/* What sets a problem right, in the words of the command line. */
static const char *
find_remedy (const GError *problem)
{
  if (problem->domain != ACCORD_IMPORT_ERROR)
    return NULL;

  switch ((AccordImportError) problem->code)
    {
    case ACCORD_IMPORT_ERROR_FIELD:
    case ACCORD_IMPORT_ERROR_AMBIGUOUS_FIELD:
      return "--map FIELD=HEADER";

    case ACCORD_IMPORT_ERROR_AMBIGUOUS_DATES:
      return "--date-format DMY|MDY";

    case ACCORD_IMPORT_ERROR_AMBIGUOUS_DECIMAL:
      return "--decimal .|,";

    case ACCORD_IMPORT_ERROR_ENCODING:
      return "--encoding NAME";

    case ACCORD_IMPORT_ERROR_DELIMITER:
      return "--delimiter C";

    case ACCORD_IMPORT_ERROR_EMPTY:
    case ACCORD_IMPORT_ERROR_SIZE:
    case ACCORD_IMPORT_ERROR_QUOTES:
    case ACCORD_IMPORT_ERROR_OPTIONS:
    case ACCORD_IMPORT_ERROR_REFUSED:
    case ACCORD_IMPORT_ERROR_STALE:
    case ACCORD_IMPORT_ERROR_NOT_FOUND:
    default:
      return NULL;
    }
}

static const AccordImportLine *
find_refused (AccordImportPlan *plan)
{
  for (guint i = 0; i < accord_import_plan_get_n_lines (plan); i++)
    {
      const AccordImportLine *line = accord_import_plan_get_line (plan, i);

      if (line->action == ACCORD_IMPORT_REFUSE)
        return line;
    }

  return NULL;
}

static int
explain (const AccordCliCommand *command,
         const char             *csv,
         const GError           *problem,
         AccordImportPlan       *plan)
{
  g_autofree char *shown = g_filename_display_name (csv);
  const char *remedy = find_remedy (problem);
  const AccordImportLine *refused = plan != NULL ? find_refused (plan) : NULL;

  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return accord_cli_file_fault (command, csv, problem);
  if (remedy != NULL)
    return accord_cli_fault (command, "%s: %s (%s)", shown, problem->message, remedy);
  if (refused != NULL)
    return accord_cli_fault (command, _("%s: %s The first is line %u: %s"), shown, problem->message, refused->line,
                             refused->reason);

  return accord_cli_file_fault (command, csv, problem);
}

/* Lines that have the same remark are told of together. */
static void
tell_notes (const AccordCliCommand *command,
            AccordImportPlan       *plan)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) first = g_ptr_array_new ();

  for (guint i = 0; i < accord_import_plan_get_n_lines (plan); i++)
    {
      const AccordImportLine *line = accord_import_plan_get_line (plan, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, line->note));

      if (*line->note == '\0')
        continue;
      if (n == 0)
        g_ptr_array_add (first, (gpointer) line);
      g_hash_table_insert (counts, (gpointer) line->note, GUINT_TO_POINTER (n + 1));
    }

  for (guint i = 0; i < MIN (first->len, MAX_NOTES); i++)
    {
      const AccordImportLine *line = g_ptr_array_index (first, i);
      guint others = GPOINTER_TO_UINT (g_hash_table_lookup (counts, line->note)) - 1;

      if (others == 0)
        accord_cli_note (command, _("line %u: %s"), line->line, line->note);
      else
        /* Translators: a line of a file, how many more are like it, what is to be said about them. */
        accord_cli_note (command, ngettext ("line %u and %u more: %s", "line %u and %u more: %s", others), line->line,
                         others, line->note);
    }
  if (first->len > MAX_NOTES)
    accord_cli_note (command, ngettext ("and %u remark more", "and %u remarks more", first->len - MAX_NOTES),
                     first->len - MAX_NOTES);
}

static void
tell_findings (const AccordCliCommand *command,
               AccordImportPlan       *plan)
{
  const char *const *findings = accord_import_plan_get_findings (plan);

  for (guint i = 0; findings[i] != NULL; i++)
    accord_cli_note (command, "%s", findings[i]);
  tell_notes (command, plan);
}

static char *
write_refused (AccordImportPlan *plan)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < accord_import_plan_get_n_lines (plan); i++)
    {
      const AccordImportLine *line = accord_import_plan_get_line (plan, i);

      if (line->action != ACCORD_IMPORT_REFUSE)
        continue;
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, line->line);
      json_builder_set_member_name (builder, "reason");
      json_builder_add_string_value (builder, line->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static int
print_counts (const AccordCliCommand *command,
              AccordImportPlan       *plan,
              AccordCliFormat         format)
{
  g_autoptr (AccordCliOutput) output = accord_cli_output_new (format, columns, G_N_ELEMENTS (columns), TRUE);
  AccordImportCounts counts = accord_import_plan_get_counts (plan);
  g_autofree char *refused = write_refused (plan);
  g_autofree char *number = g_strdup_printf ("%u", counts.refused);
  int status;

  accord_cli_output_integer (output, counts.read);
  accord_cli_output_integer (output, counts.added);
  accord_cli_output_integer (output, counts.updated);
  accord_cli_output_integer (output, counts.skipped);
  accord_cli_output_json (output, refused, number);
  status = accord_cli_output_finish (output, command);

  for (guint i = 0; format == ACCORD_CLI_FORMAT_TABLE && i < accord_import_plan_get_n_lines (plan); i++)
    {
      const AccordImportLine *line = accord_import_plan_get_line (plan, i);

      if (line->action != ACCORD_IMPORT_REFUSE)
        continue;
      /* Translators: a line of a file, and why it is refused. */
      printf (_("line %u: %s"), line->line, line->reason);
      putchar ('\n');
    }

  return status == ACCORD_CLI_DONE && fflush (stdout) != 0 ? ACCORD_CLI_FAULT : status;
}

static AccordImportPlan *
make_plan (const AccordCliCommand *command,
           AccordWorkspace        *workspace,
           AccordImportKind        kind,
           char                  **argv,
           AccordImportOptions    *options,
           GCancellable           *cancellable,
           int                    *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordImportSnapshot) snapshot = NULL;
  g_autoptr (AccordImportPlan) plan = NULL;
  g_autoptr (AccordCsv) csv = accord_csv_load (argv[3], options->encoding, options->delimiter, &error);

  if (csv != NULL)
    snapshot = accord_import_snapshot_new (workspace, kind, accord_clock_today (), &error);
  if (snapshot != NULL)
    plan = accord_import_plan_new (snapshot, csv, options, accord_cli_show_progress, (gpointer) _("Reading the file…"),
                                   cancellable, &error);
  accord_cli_clear_progress ();
  if (plan == NULL)
    *status = csv != NULL && error->domain == ACCORD_STORE_ERROR ? accord_cli_file_fault (command, argv[1], error)
                                                                 : explain (command, argv[3], error, NULL);
  else if (accord_import_plan_get_problem (plan) != NULL)
    *status = explain (command, argv[3], accord_import_plan_get_problem (plan), plan);
  else
    return g_steal_pointer (&plan);

  return NULL;
}

static int
carry_out (const AccordCliCommand *command,
           AccordWorkspace        *workspace,
           AccordImportPlan       *plan,
           AccordImportOptions    *options,
           const ImportWords      *words,
           char                  **argv,
           AccordCliFormat         format,
           GCancellable           *cancellable)
{
  AccordImportCounts counts = accord_import_plan_get_counts (plan);
  g_autofree char *shown = g_filename_display_name (argv[1]);
  g_autoptr (GError) error = NULL;
  gint64 import = 0;
  int status;

  if (counts.refused == counts.read)
    {
      const AccordImportLine *line = find_refused (plan);
      g_autofree char *csv = g_filename_display_name (argv[3]);

      return accord_cli_fault (command, _("%s: every row is refused, the first is line %u: %s"), csv, line->line,
                               line->reason);
    }
  if (!words->dry_run
      && !accord_import_carry_out (workspace, plan, argv[3], accord_cli_show_progress, (gpointer) _("Storing the rows…"),
                                   cancellable, &import, &error))
    return error->domain == ACCORD_STORE_ERROR ? accord_cli_file_fault (command, argv[1], error)
                                               : explain (command, argv[3], error, plan);
  if (!words->dry_run && words->save_mapping != NULL
      && !accord_import_save_mapping (workspace, accord_import_plan_get_kind (plan), words->save_mapping, options,
                                      &error))
    return accord_cli_fault (command, _("%s: the rows are imported, but not the mapping: %s"), shown, error->message);

  accord_cli_clear_progress ();
  tell_findings (command, plan);
  if (words->dry_run)
    accord_cli_note (command, "%s", _("a dry run: nothing was changed"));
  status = print_counts (command, plan, format);
  if (import != 0)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, import);

      accord_cli_note (command, _("to take it back: accord-cli undo-import %s %s"), shown, id);
    }

  return status;
}

static int
open_and_run (const AccordCliCommand *command,
              const ImportWords      *words,
              char                  **argv,
              AccordImportKind        kind,
              AccordCliFormat         format)
{
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (AccordImportOptions) options = NULL;
  g_autoptr (AccordImportPlan) plan = NULL;
  g_autoptr (GCancellable) cancellable = accord_cli_catch_interrupt ();
  g_autoptr (GError) error = NULL;
  int status = ACCORD_CLI_DONE;

  workspace = accord_workspace_open (argv[1], words->dry_run ? ACCORD_OPEN_READ_ONLY : ACCORD_OPEN_DEFAULT, &error);
  if (workspace == NULL)
    return accord_cli_file_fault (command, argv[1], error);

  options = words->mapping != NULL ? accord_import_load_mapping (workspace, kind, words->mapping, &error)
                                   : accord_import_options_new ();
  if (options == NULL)
    return accord_cli_file_fault (command, argv[1], error);
  status = read_options (command, words, kind, options);
  if (status != ACCORD_CLI_DONE)
    return status;

  plan = make_plan (command, workspace, kind, argv, options, cancellable, &status);
  if (plan != NULL)
    status = carry_out (command, workspace, plan, options, words, argv, format, cancellable);
  accord_workspace_close (workspace);

  return status;
}

static int
run (const AccordCliCommand *command,
     char                  **argv)
{
  g_auto (ImportWords) words = { NULL };
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.maps, N_("Which column is a field, by its header; nothing behind the = leaves it out"), N_("FIELD=HEADER") },
    { "set", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.sets, N_("What a field is in every row"), N_("FIELD=VALUE") },
    { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &words.mapping, N_("Go by a mapping that was saved"), N_("NAME") },
    { "save-mapping", 0, 0, G_OPTION_ARG_FILENAME, &words.save_mapping, N_("Keep these options for the next such file"), N_("NAME") },
    { "date-format", 0, 0, G_OPTION_ARG_FILENAME, &words.date_format, N_("The order of dates (auto)"), "auto|YMD|DMY|MDY" },
    { "decimal", 0, 0, G_OPTION_ARG_FILENAME, &words.decimal, N_("The decimal sign (auto)"), "auto|.|," },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &words.encoding, N_("The file's encoding (auto)"), N_("auto|NAME") },
    { "delimiter", 0, 0, G_OPTION_ARG_FILENAME, &words.delimiter, N_("What stands between cells (auto)"), N_("auto|C") },
    { "stage", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.stages, N_("What a stage of opportunities means; guessed where its words are plain"), N_("STAGE=open|won|lost") },
    { "create-members", 0, 0, G_OPTION_ARG_NONE, &words.create_members, N_("Add members whom nobody knows"), NULL },
    { "update", 0, 0, G_OPTION_ARG_NONE, &words.update, N_("Change what is there already, instead of skipping it"), NULL },
    { "sum", 0, 0, G_OPTION_ARG_NONE, &words.sum, N_("Rows of the same key add up"), NULL },
    { "all-or-nothing", 0, 0, G_OPTION_ARG_NONE, &words.all_or_nothing, N_("One refused row refuses the file"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &words.dry_run, N_("Only say what would happen"), NULL },
    ACCORD_CLI_FORMAT_OPTION (&words.format),
    { NULL }
  };
  AccordCliFormat format;
  int kind;

  if (!accord_cli_parse (command, &argv, entries) || !accord_cli_parse_format (command, words.format, &format))
    return ACCORD_CLI_MISUSE;
  if (!accord_enum_from_nick (accord_import_kind_get_type (), argv[2], &kind))
    return accord_cli_misuse (command, _("“%s” cannot be imported: it is members, quotas, actuals or opportunities"), argv[2]);
  if (!accord_cli_require_text (command, "--mapping", words.mapping))
    return ACCORD_CLI_FAULT;

  return open_and_run (command, &words, argv, (AccordImportKind) kind, format);
}

const AccordCliCommand accord_cli_import = {
  .name = "import",
  .arguments = "FILE KIND CSV",
  .n_required = 3,
  .summary = N_("Read members, quotas, actuals or opportunities from a CSV file"),
  .details = N_("KIND is members, quotas, actuals or opportunities. Their fields, which a column is mapped to by its header:\n"
                 "  members        id alias name email role territory manager started left: name is needed; alias may be mapped\n"
                 "                 more than once\n"
                 "  quotas         member period amount; a period is a quarter 2013-Q2, a month 2013-07, a date in it, or a year\n"
                 "                 2013, which is split by season\n"
                 "  actuals        member metric period value note; a period is a week 2026-W47, a month, a quarter, or a date,\n"
                 "                 which stands for that day. A metric that is not known yet is made: its unit from the values,\n"
                 "                 higher is better, adding up\n"
                 "  opportunities  id member account product stage created closed amount: id, member and stage are needed;\n"
                 "                 closed is the expected day of an open one. What a stage means is guessed where its words are\n"
                 "                 plain, else it counts as open and is named\n"
                 "Columns are found by their headers; encoding, delimiter, decimal sign and dates from the file. Without --update\n"
                 "what is there already is skipped; an empty cell leaves what is there as it is."),
  .run = run,
};
