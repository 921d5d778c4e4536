/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-command.h"

#include <glib/gi18n.h>

#include "accord-cli-interrupt.h"
#include "accord-clock.h"
#include "accord-demo.h"

static int
run (const AccordCliCommand *command,
     char                  **argv)
{
  g_autofree char *seed = NULL;
  g_autofree char *members = NULL;
  g_autofree char *years = NULL;
  g_autofree char *conversations = NULL;
  g_autofree char *opportunities = NULL;
  const GOptionEntry entries[] = {
    { "seed", 0, 0, G_OPTION_ARG_FILENAME, &seed, N_ ("Another number gives other content"), N_ ("NUMBER") },
    { "members", 0, 0, G_OPTION_ARG_FILENAME, &members, N_ ("How many members"), N_ ("NUMBER") },
    { "years", 0, 0, G_OPTION_ARG_FILENAME, &years, N_ ("How many plan years, this one the last"), N_ ("NUMBER") },
    { "conversations", 0, 0, G_OPTION_ARG_FILENAME, &conversations, N_ ("How many conversations"), N_ ("NUMBER") },
    { "opportunities", 0, 0, G_OPTION_ARG_FILENAME, &opportunities, N_ ("How many opportunities"), N_ ("NUMBER") },
    { NULL }
  };
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (GError) error = NULL;
  AccordDemoOptions options = { 0, -1, -1, -1, -1 };
  gboolean synthetic;
  gint64 number = 0;

  if (!accord_cli_parse (command, &argv, entries))
    return ACCORD_CLI_MISUSE;
  if (!accord_cli_parse_integer (command, "--seed", seed, 0, G_MAXINT64, &number)
      || !accord_cli_parse_integer (command, "--members", members, 1, 100000, &options.members)
      || !accord_cli_parse_integer (command, "--years", years, 1, 50, &options.years)
      || !accord_cli_parse_integer (command, "--conversations", conversations, 0, 10000000, &options.conversations)
      || !accord_cli_parse_integer (command, "--opportunities", opportunities, 0, 10000000, &options.opportunities))
    return ACCORD_CLI_FAULT;

  options.seed = (guint64) number;
  synthetic = seed != NULL || members != NULL || years != NULL || conversations != NULL || opportunities != NULL;
  cancellable = accord_cli_catch_interrupt ();
  if (!accord_demo_write (argv[1], synthetic ? &options : NULL, accord_clock_today (), accord_cli_show_progress,
                          (gpointer) _("Writing…"), cancellable, &error))
    {
      accord_cli_clear_progress ();
      return accord_cli_file_fault (command, argv[1], error);
    }

  return ACCORD_CLI_DONE;
}

const AccordCliCommand accord_cli_demo = {
  .name = "demo",
  .arguments = "FILE",
  .n_required = 1,
  .summary = N_ ("Make a workspace to look around in: the demo team"),
  .details =
      N_ ("Without options eight people with two plan years before this one and this one up to today; with options a\n"
          "synthetic workspace of that size. The same options on the same day give the same content."),
  .run = run,
};
