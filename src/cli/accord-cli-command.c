/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-command.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "accord-store-error.h"

/* Scripts read standard error line by line: whatever a message holds, it stays one line. Written as UTF-8, for names
 * must come out as they went in, also where the locale is C. */
static void
print_line (const AccordCliCommand *command,
            const char             *message)
{
  g_autofree char *line = g_strdup (message);

  g_strdelimit (line, "\n\r\t", ' ');
  if (command != NULL)
    fprintf (stderr, "accord-cli %s: %s\n", command->name, line);
  else
    fprintf (stderr, "accord-cli: %s\n", line);
}

static char *
dup_argument_name (const AccordCliCommand *command,
                   guint                   index)
{
  g_auto (GStrv) words = g_strsplit (command->arguments, " ", -1);

  return g_strdup (index < g_strv_length (words) ? words[index] : "");
}

gboolean
accord_cli_parse (const AccordCliCommand *command,
                  char                 ***argv,
                  const GOptionEntry     *entries)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autofree char *program = g_strconcat ("accord-cli ", command->name, NULL);
  g_auto (GStrv) words = g_strsplit (command->arguments, " ", -1);
  g_autoptr (GError) error = NULL;
  guint most = g_strv_length (words);
  guint given;

  if (*command->arguments == '\0')
    most = 0;
  g_set_prgname (program);
  g_option_context_set_summary (context, _(command->summary));
  if (command->details != NULL)
    g_option_context_set_description (context, _(command->details));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, argv, &error))
    {
      accord_cli_misuse (command, "%s", error->message);
      return FALSE;
    }

  given = g_strv_length (*argv) - 1;
  /* A "--" that ended the options is no argument. */
  if (given > 0 && g_str_equal ((*argv)[1], "--"))
    {
      g_free ((*argv)[1]);
      memmove (&(*argv)[1], &(*argv)[2], given * sizeof (char *));
      given--;
    }
  if (given < command->n_required)
    {
      g_autofree char *name = dup_argument_name (command, given);

      /* Translators: %s is an argument's name, as FILE */
      accord_cli_misuse (command, _("%s is missing"), name);
      return FALSE;
    }
  if (given > most)
    {
      accord_cli_misuse (command, _("“%s” is one argument too many"), (*argv)[most + 1]);
      return FALSE;
    }

  return TRUE;
}

int
accord_cli_fault (const AccordCliCommand *command,
                  const char             *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  print_line (command, message);

  return ACCORD_CLI_FAULT;
}

int
accord_cli_misuse (const AccordCliCommand *command,
                   const char             *format,
                   ...)
{
  g_autofree char *message = NULL;
  g_autofree char *whole = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  if (command != NULL)
    /* Translators: a message, then the command to run for help; the second %s is a command's name */
    whole = g_strdup_printf (_("%s (see: accord-cli %s --help)"), message, command->name);
  else
    /* Translators: a message, then the command to run for help */
    whole = g_strdup_printf (_("%s (see: accord-cli --help)"), message);
  print_line (command, whole);

  return ACCORD_CLI_MISUSE;
}

void
accord_cli_note (const AccordCliCommand *command,
                 const char             *format,
                 ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  print_line (command, message);
}

int
accord_cli_file_fault (const AccordCliCommand *command,
                       const char             *path,
                       const GError           *error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      accord_cli_note (command, _("%s: interrupted; everything is as it was"), shown);
      return ACCORD_CLI_INTERRUPTED;
    }
  /* Messages of the store name the file themselves. */
  message = strstr (error->message, name) != NULL ? g_strdup (error->message)
                                                  : g_strdup_printf ("%s: %s", shown, error->message);
  if (g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED)
      || g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_SCHEMA))
    /* Translators: what is wrong with a file, the file */
    return accord_cli_fault (command, _("%s To see every fault, run: accord-cli check %s"), message, shown);

  return accord_cli_fault (command, "%s", message);
}

gboolean
accord_cli_require_text (const AccordCliCommand *command,
                         const char             *option,
                         const char             *text)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;

  accord_cli_fault (command, _("%s: this is not UTF-8 text; nothing was done"), option);

  return FALSE;
}

gboolean
accord_cli_parse_integer (const AccordCliCommand *command,
                          const char             *option,
                          const char             *text,
                          gint64                  lowest,
                          gint64                  highest,
                          gint64                 *value)
{
  if (text == NULL || g_ascii_string_to_signed (text, 10, lowest, highest, value, NULL))
    return TRUE;

  accord_cli_fault (command,
                    _("%s %s: a whole number from %" PRId64 " to %" PRId64 " is needed here"), option,
                    text, lowest, highest);

  return FALSE;
}
