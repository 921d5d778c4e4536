/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-command.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <sys/stat.h>

static const AccordCliCommand *const commands[] = {
  &accord_cli_new,       &accord_cli_demo, &accord_cli_list,   &accord_cli_import, &accord_cli_undo_import,
  &accord_cli_scorecard, &accord_cli_plan, &accord_cli_report, &accord_cli_check,  &accord_cli_backup,
  &accord_cli_restore,   &accord_cli_backups, &accord_cli_export,
};

static void
start_gettext (void)
{
  const char *folder = g_getenv ("ACCORD_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static void
print_help (void)
{
  printf ("%s\n  accord-cli %s\n\n", _("Usage:"), _("COMMAND [OPTION…] ARGUMENT…"));
  printf ("%s\n\n%s\n", _("Accord's workspace files from the command line."), _("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-11s %s\n", commands[i]->name, _(commands[i]->summary));
  printf ("\n%s\n", _("accord-cli COMMAND --help tells about one of them; --version says which Accord this is."));
  printf ("%s\n", _("Exit status: 0 done, 1 the input or the file is at fault, 2 wrong usage."));
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) arguments = NULL;
  const char *word = argc > 1 ? argv[1] : NULL;

  umask (077);
  start_gettext ();

  if (word == NULL)
    return accord_cli_misuse (NULL, "%s", _("which command?"));
  if (g_str_equal (word, "--help") || g_str_equal (word, "-h"))
    {
      print_help ();
      return fflush (stdout) == 0 ? ACCORD_CLI_DONE : ACCORD_CLI_FAULT;
    }
  if (g_str_equal (word, "--version"))
    {
      printf ("accord-cli %s\n", ACCORD_VERSION);
      return fflush (stdout) == 0 ? ACCORD_CLI_DONE : ACCORD_CLI_FAULT;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (!g_str_equal (word, commands[i]->name))
        continue;
      /* GOption moves and frees: a copy of the command's own arguments. */
      arguments = g_strdupv (argv + 1);
      return commands[i]->run (commands[i], arguments);
    }

  return accord_cli_misuse (NULL, _("there is no command “%s”"), word);
}
