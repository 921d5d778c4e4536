/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-output.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "accord-money.h"

struct _AccordCliOutput
{
  AccordCliFormat format;
  const AccordCliColumn *columns;
  guint n_columns;
  gboolean single;
  guint column;
  guint64 n_rows;
  GPtrArray *cells;     /* of the table: char *, row by row */
  gboolean *right;      /* columns that hold numbers */
};

const char *const accord_cli_format_description = N_ ("How to print: table, csv or json");

gboolean
accord_cli_parse_format (const AccordCliCommand *command,
                         const char             *text,
                         AccordCliFormat        *format)
{
  static const char *const words[] = { "table", "csv", "json" };

  *format = ACCORD_CLI_FORMAT_TABLE;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (text, words[i]))
        {
          *format = i;
          return TRUE;
        }
    }

  accord_cli_misuse (command, _("--format %s: it is table, csv or json"), text);

  return FALSE;
}

AccordCliOutput *
accord_cli_output_new (AccordCliFormat        format,
                       const AccordCliColumn *columns,
                       guint                  n_columns,
                       gboolean               single)
{
  AccordCliOutput *self = g_new0 (AccordCliOutput, 1);

  self->format = format;
  self->columns = columns;
  self->n_columns = n_columns;
  self->single = single;
  self->right = g_new0 (gboolean, n_columns);
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
accord_cli_output_free (AccordCliOutput *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->right);
  g_free (self);
}

/* RFC 4180: quoted where it must be. */
static void
write_csv_text (const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL && *text != ' ' && (*text == '\0' || text[strlen (text) - 1] != ' '))
    {
      fputs (text, stdout);
      return;
    }

  putchar ('"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        putchar ('"');
      putchar (*p);
    }
  putchar ('"');
}

static void
write_json_text (const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);
  g_autofree char *quoted = json_to_string (node, FALSE);

  fputs (quoted, stdout);
}

static void
write_csv_heading (AccordCliOutput *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    printf ("%s%s", i > 0 ? "," : "", self->columns[i].name);
  putchar ('\n');
}

/* machine is what programs get, NULL for null; quoted says whether it is text. */
static void
add_cell (AccordCliOutput *self,
          const char      *machine,
          gboolean         quoted,
          const char      *human,
          gboolean         right)
{
  gboolean last = self->column + 1 == self->n_columns;

  if (self->format == ACCORD_CLI_FORMAT_TABLE)
    {
      char *cell = g_strdup (human);

      g_strdelimit (cell, "\n\r\t", ' ');
      g_ptr_array_add (self->cells, cell);
      self->right[self->column] |= right;
    }
  else if (self->format == ACCORD_CLI_FORMAT_CSV)
    {
      if (self->n_rows == 0 && self->column == 0)
        write_csv_heading (self);
      if (self->column > 0)
        putchar (',');
      if (machine != NULL)
        write_csv_text (machine);
      if (last)
        putchar ('\n');
    }
  else
    {
      if (self->column == 0)
        fputs (self->single ? "{" : self->n_rows == 0 ? "[\n  {" : ",\n  {", stdout);
      printf ("%s\"%s\": ", self->column > 0 ? ", " : "", self->columns[self->column].name);
      if (machine == NULL)
        fputs ("null", stdout);
      else if (quoted)
        write_json_text (machine);
      else
        fputs (machine, stdout);
      if (last)
        putchar ('}');
    }

  self->column = last ? 0 : self->column + 1;
  self->n_rows += last;
}

void
accord_cli_output_text (AccordCliOutput *self,
                        const char      *text)
{
  add_cell (self, text, TRUE, text != NULL ? text : "", FALSE);
}

void
accord_cli_output_date (AccordCliOutput *self,
                        AccordDate       date)
{
  g_autofree char *iso = accord_date_to_iso (date);

  accord_cli_output_text (self, iso);
}

void
accord_cli_output_integer (AccordCliOutput *self,
                           gint64           value)
{
  g_autofree char *text = value != ACCORD_UNKNOWN ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : NULL;

  add_cell (self, text, FALSE, text != NULL ? text : _("n/a"), TRUE);
}

void
accord_cli_output_boolean (AccordCliOutput *self,
                           gboolean         value)
{
  add_cell (self, value ? "true" : "false", FALSE, value ? _("yes") : _("no"), FALSE);
}

void
accord_cli_output_money (AccordCliOutput *self,
                         gint64           amount,
                         int              decimals)
{
  g_autofree char *machine = amount != ACCORD_UNKNOWN ? accord_money_to_text (amount, decimals) : NULL;
  g_autofree char *human = accord_money_format (amount, NULL, decimals);

  add_cell (self, machine, FALSE, human, TRUE);
}

void
accord_cli_output_number (AccordCliOutput *self,
                          AccordRate       number)
{
  g_autofree char *machine = number != ACCORD_UNKNOWN ? accord_rate_to_text (number) : NULL;

  add_cell (self, machine, FALSE, machine != NULL ? machine : _("n/a"), TRUE);
}

void
accord_cli_output_share (AccordCliOutput *self,
                         AccordRate       share)
{
  g_autofree char *machine = share != ACCORD_UNKNOWN ? accord_rate_to_text (share) : NULL;
  g_autofree char *human = accord_rate_format_percent (share);

  add_cell (self, machine, FALSE, human, TRUE);
}

void
accord_cli_output_json (AccordCliOutput *self,
                        const char      *json,
                        const char      *human)
{
  add_cell (self, json, FALSE, human, TRUE);
}

/* Cells of a terminal that a text takes. */
static int
text_width (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
write_padded (const char *text,
              int         width,
              gboolean    right,
              gboolean    last)
{
  int blanks = MAX (0, width - text_width (text));

  if (right)
    printf ("%*s%s", blanks, "", text);
  else if (last)
    fputs (text, stdout);
  else
    printf ("%s%*s", text, blanks, "");
  fputs (last ? "\n" : "  ", stdout);
}

static void
write_table (AccordCliOutput *self)
{
  g_autofree int *widths = g_new0 (int, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = text_width (_(self->columns[i].title));
  for (guint i = 0; i < self->cells->len; i++)
    widths[i % self->n_columns] = MAX (widths[i % self->n_columns], text_width (self->cells->pdata[i]));

  for (guint i = 0; i < self->n_columns; i++)
    write_padded (_(self->columns[i].title), widths[i], self->right[i], i + 1 == self->n_columns);
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % self->n_columns;

      write_padded (self->cells->pdata[i], widths[column], self->right[column], column + 1 == self->n_columns);
    }
}

/* One row reads better downwards. */
static void
write_single (AccordCliOutput *self)
{
  int titles = 0;
  int values = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      titles = MAX (titles, text_width (_(self->columns[i].title)));
      values = MAX (values, text_width (self->cells->pdata[i]));
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      write_padded (_(self->columns[i].title), titles, FALSE, FALSE);
      write_padded (self->cells->pdata[i], values, self->right[i], TRUE);
    }
}

int
accord_cli_output_finish (AccordCliOutput        *self,
                          const AccordCliCommand *command)
{
  g_assert (self->column == 0);

  if (self->format == ACCORD_CLI_FORMAT_JSON)
    fputs (self->single ? "\n" : self->n_rows == 0 ? "[]\n" : "\n]\n", stdout);
  else if (self->format == ACCORD_CLI_FORMAT_TABLE && self->single)
    write_single (self);
  else if (self->format == ACCORD_CLI_FORMAT_TABLE)
    write_table (self);
  else if (self->format == ACCORD_CLI_FORMAT_CSV && self->n_rows == 0)
    write_csv_heading (self);

  if (fflush (stdout) != 0 || ferror (stdout))
    return accord_cli_fault (command, _("standard output: %s; the rows are not complete"), g_strerror (errno));

  return ACCORD_CLI_DONE;
}
