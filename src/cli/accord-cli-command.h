/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Exit statuses, a contract with scripts. */
#define ACCORD_CLI_DONE 0
#define ACCORD_CLI_FAULT 1 /* the input or the file is at fault */
#define ACCORD_CLI_MISUSE 2 /* wrong usage */
#define ACCORD_CLI_INTERRUPTED 130 /* Ctrl-C, as shells count it; everything is as it was */

/**
 * AccordCliCommand:
 * @name: the word that names it
 * @arguments: its positional arguments, for --help and for "… is missing"; one word each, optional ones in brackets
 * @n_required: how many of them must be there
 * @summary: what it does, in a line; to be translated
 * @details: (nullable): what follows the options in --help; to be translated
 * @run: runs it and returns the exit status; argv is the command's own, NULL-terminated, argv[0] its name
 */
typedef struct _AccordCliCommand AccordCliCommand;

struct _AccordCliCommand
{
  const char *name;
  const char *arguments;
  guint n_required;
  const char *summary;
  const char *details;
  int (*run) (const AccordCliCommand *command,
              char                  **argv);
};

extern const AccordCliCommand accord_cli_new;
extern const AccordCliCommand accord_cli_demo;
extern const AccordCliCommand accord_cli_list;
extern const AccordCliCommand accord_cli_import;
extern const AccordCliCommand accord_cli_undo_import;
extern const AccordCliCommand accord_cli_scorecard;
extern const AccordCliCommand accord_cli_plan;
extern const AccordCliCommand accord_cli_report;
extern const AccordCliCommand accord_cli_export;
extern const AccordCliCommand accord_cli_check;
extern const AccordCliCommand accord_cli_backup;
extern const AccordCliCommand accord_cli_restore;
extern const AccordCliCommand accord_cli_backups;

/* Takes the options out of argv, wherever they stand, and leaves name and positional arguments. Option values are of
 * kind G_OPTION_ARG_FILENAME, that is the bytes as they were given. FALSE after a message: the command returns
 * ACCORD_CLI_MISUSE. --help prints and ends the program. */
gboolean accord_cli_parse (const AccordCliCommand *command,
                           char                 ***argv,
                           const GOptionEntry     *entries);

/* One line on standard error, "accord-cli NAME: message"; they return the status that belongs to it. */
int accord_cli_fault (const AccordCliCommand *command,
                      const char             *format,
                      ...) G_GNUC_PRINTF (2, 3);
int accord_cli_misuse (const AccordCliCommand *command,
                       const char             *format,
                       ...) G_GNUC_PRINTF (2, 3);
void accord_cli_note (const AccordCliCommand *command,
                      const char             *format,
                      ...) G_GNUC_PRINTF (2, 3);

/* A fault of the file at path, or of what was done with it. Says to run check where the file is damaged. */
int accord_cli_file_fault (const AccordCliCommand *command,
                           const char             *path,
                           const GError           *error);

/* For text that people gave: NULL stays NULL. FALSE after a message where it is not UTF-8. */
gboolean accord_cli_require_text (const AccordCliCommand *command,
                                  const char             *option,
                                  const char             *text);

/* A whole number from lowest to highest; FALSE after a message (ACCORD_CLI_FAULT). NULL leaves value alone. */
gboolean accord_cli_parse_integer (const AccordCliCommand *command,
                                   const char             *option,
                                   const char             *text,
                                   gint64                  lowest,
                                   gint64                  highest,
                                   gint64                 *value);

G_END_DECLS
