/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-command.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "accord-cli-interrupt.h"
#include "accord-verify.h"

static int
run (const AccordCliCommand *command,
     char                  **argv)
{
  g_autoptr (GCancellable) cancellable = NULL;
  g_auto (GStrv) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  guint n_faults;

  if (!accord_cli_parse (command, &argv, NULL))
    return ACCORD_CLI_MISUSE;
  cancellable = accord_cli_catch_interrupt ();
  if (!accord_verify_file (argv[1], cancellable, &faults, &error))
    {
      /* This is check: it would be odd to send anybody to it. */
      shown = g_filename_display_name (argv[1]);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return accord_cli_file_fault (command, argv[1], error);
      return accord_cli_fault (command, "%s: %s", shown, error->message);
    }

  shown = g_filename_display_name (argv[1]);
  n_faults = faults != NULL ? g_strv_length (faults) : 0;
  if (n_faults == 0)
    {
      printf (_("%s: no fault found\n"), shown);
      return fflush (stdout) == 0 ? ACCORD_CLI_DONE : ACCORD_CLI_FAULT;
    }
  for (guint i = 0; i < n_faults; i++)
    printf ("%s\n", faults[i]);
  fflush (stdout);

  return accord_cli_fault (command,
                           ngettext ("%s: %u fault. Restore a backup: accord-cli backups %s lists them",
                                     "%s: %u faults. Restore a backup: accord-cli backups %s lists them", n_faults),
                           shown, n_faults, shown);
}

const AccordCliCommand accord_cli_check = {
  .name = "check",
  .arguments = "FILE",
  .n_required = 1,
  .summary = N_ ("Look a workspace over: every fault, or none"),
  .run = run,
};
