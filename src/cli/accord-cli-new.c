/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-command.h"

#include <glib/gi18n.h>

#include "accord-money.h"
#include "accord-workspace.h"

static int
run (const AccordCliCommand *command,
     char                  **argv)
{
  g_autofree char *name = NULL;
  g_autofree char *currency = NULL;
  g_autofree char *fiscal_start = NULL;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &name, N_ ("The team's name"), N_ ("TEXT") },
    { "currency", 0, 0, G_OPTION_ARG_FILENAME, &currency, N_ ("Its currency, three letters (USD)"), N_ ("CODE") },
    { "fiscal-start", 0, 0, G_OPTION_ARG_FILENAME, &fiscal_start, N_ ("The month that plan years start with (1)"),
      N_ ("MONTH") },
    { NULL }
  };
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  gint64 month = 1;

  if (!accord_cli_parse (command, &argv, entries))
    return ACCORD_CLI_MISUSE;
  if (!accord_cli_require_text (command, "--name", name)
      || !accord_cli_parse_integer (command, "--fiscal-start", fiscal_start, 1, 12, &month))
    return ACCORD_CLI_FAULT;
  if (currency != NULL && !accord_currency_is_valid (currency))
    return accord_cli_fault (command, _("--currency %s: three capital letters are needed, as in USD"), currency);

  /* Translators: the name of a workspace that was given none */
  accord_settings_set_name (settings, name != NULL ? name : _("Sales team"));
  accord_settings_set_currency (settings, currency != NULL ? currency : "USD");
  accord_settings_set_fiscal_start (settings, month);
  workspace = accord_workspace_create (argv[1], settings, &error);
  if (workspace == NULL)
    return accord_cli_file_fault (command, argv[1], error);
  accord_workspace_close (workspace);

  return ACCORD_CLI_DONE;
}

const AccordCliCommand accord_cli_new = {
  .name = "new",
  .arguments = "FILE",
  .n_required = 1,
  .summary = N_ ("Make an empty workspace"),
  .run = run,
};
