/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-command.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

#include "accord-cli-output.h"
#include "accord-import-apply.h"

static const AccordCliColumn columns[] = {
  { "import", N_("Import") },
  { "removed", N_("Removed") },
  { "restored", N_("As before") },
  { "kept", N_("Left alone") },
};

static char *
write_kept (GPtrArray *kept)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < kept->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (kept, i));
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static int
print_undo (const AccordCliCommand *command,
            AccordImportUndo       *undo,
            AccordCliFormat         format)
{
  g_autoptr (AccordCliOutput) output = accord_cli_output_new (format, columns, G_N_ELEMENTS (columns), TRUE);
  g_autofree char *kept = write_kept (undo->kept);
  g_autofree char *number = g_strdup_printf ("%u", undo->kept->len);
  int status;

  accord_cli_output_integer (output, undo->import);
  accord_cli_output_integer (output, undo->removed);
  accord_cli_output_integer (output, undo->restored);
  accord_cli_output_json (output, kept, number);
  status = accord_cli_output_finish (output, command);
  for (guint i = 0; format == ACCORD_CLI_FORMAT_TABLE && i < undo->kept->len; i++)
    printf ("%s\n", (const char *) g_ptr_array_index (undo->kept, i));

  return status == ACCORD_CLI_DONE && fflush (stdout) != 0 ? ACCORD_CLI_FAULT : status;
}

static int
run (const AccordCliCommand *command,
     char                  **argv)
{
  g_autofree char *format_word = NULL;
  const GOptionEntry entries[] = {
    ACCORD_CLI_FORMAT_OPTION (&format_word),
    { NULL }
  };
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (AccordImportUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  AccordCliFormat format;
  gint64 id = 0;

  if (!accord_cli_parse (command, &argv, entries) || !accord_cli_parse_format (command, format_word, &format))
    return ACCORD_CLI_MISUSE;
  if (!accord_cli_parse_integer (command, "ID", argv[2], 1, G_MAXINT64, &id))
    return ACCORD_CLI_FAULT;

  workspace = accord_workspace_open (argv[1], ACCORD_OPEN_DEFAULT, &error);
  undo = workspace != NULL ? accord_import_undo (workspace, id, &error) : NULL;
  if (undo == NULL)
    return accord_cli_file_fault (command, argv[1], error);
  accord_workspace_close (workspace);

  return print_undo (command, undo, format);
}

const AccordCliCommand accord_cli_undo_import = {
  .name = "undo-import",
  .arguments = "FILE [ID]",
  .n_required = 1,
  .summary = N_ ("Take back what an import did: the last one, or that with the number"),
  .details = N_ ("What was changed since, or is referred to by something else, is left alone and named."),
  .run = run,
};
