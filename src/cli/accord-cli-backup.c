/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-command.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "accord-backup.h"
#include "accord-cli-interrupt.h"
#include "accord-cli-output.h"
#include "accord-store-error.h"

static int
run_backup (const AccordCliCommand *command,
            char                  **argv)
{
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("Put it in the place of a file that is there"), NULL },
    { NULL }
  };
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (GError) error = NULL;

  if (!accord_cli_parse (command, &argv, entries))
    return ACCORD_CLI_MISUSE;
  cancellable = accord_cli_catch_interrupt ();
  if (!accord_backup_write (argv[1], argv[2], force, accord_cli_show_progress, (gpointer) _("Backing up…"),
                            cancellable, &error))
    {
      accord_cli_clear_progress ();
      if (!g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EXISTS) || force)
        return accord_cli_file_fault (command, argv[1], error);
      return accord_cli_fault (command,
                               _("%s is there already and was left alone; another name, or --force, is needed"),
                               argv[2]);
    }

  return ACCORD_CLI_DONE;
}

static int
run_restore (const AccordCliCommand *command,
             char                  **argv)
{
  g_autoptr (GCancellable) cancellable = NULL;
  g_autofree char *kept_as = NULL;
  g_autoptr (GError) error = NULL;

  if (!accord_cli_parse (command, &argv, NULL))
    return ACCORD_CLI_MISUSE;
  cancellable = accord_cli_catch_interrupt ();
  if (!accord_backup_restore (argv[1], argv[2], &kept_as, cancellable, &error))
    return accord_cli_file_fault (command, argv[1], error);
  if (kept_as != NULL)
    accord_cli_note (command, _("the file that was there is kept as %s"), kept_as);

  return ACCORD_CLI_DONE;
}

static const AccordCliColumn columns[] = {
  { "path", N_ ("Backup") },       { "made", N_ ("Made") },
  { "automatic", N_ ("Automatic") }, { "verified", N_ ("Verified") },
  { "size", N_ ("Bytes") },        { "members", N_ ("Members") },
  { "goals", N_ ("Goals") },       { "cards", N_ ("Cards") },
  { "conversations", N_ ("Conversations") },
};

static void
print_count (AccordCliOutput *output,
             int              count)
{
  accord_cli_output_integer (output, count >= 0 ? count : ACCORD_UNKNOWN);
}

static int
run_backups (const AccordCliCommand *command,
             char                  **argv)
{
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = { ACCORD_CLI_FORMAT_OPTION (&word), { NULL } };
  g_autoptr (AccordCliOutput) output = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  AccordCliFormat format;

  if (!accord_cli_parse (command, &argv, entries) || !accord_cli_parse_format (command, word, &format))
    return ACCORD_CLI_MISUSE;
  backups = accord_backup_list (argv[1], &error);
  if (backups == NULL)
    return accord_cli_file_fault (command, argv[1], error);
  /* A workspace that was lost has backups still; a name that was mistyped has none. */
  if (backups->len == 0 && !g_file_test (argv[1], G_FILE_TEST_EXISTS))
    return accord_cli_fault (command, _("there is no file %s, and no backup of it is known; check the name"), argv[1]);

  output = accord_cli_output_new (format, columns, G_N_ELEMENTS (columns), FALSE);
  for (guint i = 0; i < backups->len; i++)
    {
      const AccordBackup *backup = backups->pdata[i];
      g_autofree char *path = g_filename_display_name (backup->path);

      accord_cli_output_text (output, path);
      accord_cli_output_text (output, backup->made);
      accord_cli_output_boolean (output, backup->automatic);
      accord_cli_output_boolean (output, backup->verified);
      accord_cli_output_integer (output, backup->size);
      print_count (output, backup->members);
      print_count (output, backup->goals);
      print_count (output, backup->cards);
      print_count (output, backup->conversations);
    }

  return accord_cli_output_finish (output, command);
}

const AccordCliCommand accord_cli_backup = {
  .name = "backup",
  .arguments = "FILE DEST",
  .n_required = 2,
  .summary = N_ ("Write a verified copy of a workspace"),
  .run = run_backup,
};

const AccordCliCommand accord_cli_restore = {
  .name = "restore",
  .arguments = "BACKUP FILE",
  .n_required = 2,
  .summary = N_ ("Put a backup in the place of a workspace, or beside it"),
  .details = N_ ("A sound workspace that is there is backed up first; a damaged one is kept under a new name."),
  .run = run_restore,
};

const AccordCliCommand accord_cli_backups = {
  .name = "backups",
  .arguments = "FILE",
  .n_required = 1,
  .summary = N_ ("List the known backups of a workspace"),
  .run = run_backups,
};
