/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-csv-private.h"

#include <csv.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* How much of a file its beginning is. */
#define HEAD_SIZE (64 * 1024)
/* How many quotation marks that are never closed are got over. */
#define MAX_LONE_QUOTES 100

typedef struct
{
  guint line;
  guint first; /* its first cell */
  guint n_cells;
  const char *fault; /* of the program's own texts */
} Row;

struct _AccordCsv
{
  gatomicrefcount references;
  char *encoding;
  gboolean guessed;
  char delimiter;
  char *text;    /* the cells, each ending with NUL */
  GArray *cells; /* of guint32: where each begins */
  GArray *rows;
};

G_DEFINE_QUARK (accord-import-error-quark, accord_import_error)

/* The cells are written into the very text that is read: what is written of a row is never longer than what was read of it,
 * but for one byte at the end of the text. A row waits in row until it has ended, for where it never does its text is read
 * once more. */
typedef struct
{
  AccordCsv *csv;
  GByteArray *row;
  gsize written;
  guint line;      /* the line that libcsv is reading */
  guint row_line;  /* the one on which the row began */
  guint first;
  gboolean ended;  /* a row has ended on this line */
  gboolean too_long;
} Reading;

static int
is_no_space (unsigned char c)
{
  return 0;
}

static void
on_cell (void  *bytes,
         size_t length,
         void  *data)
{
  Reading *reading = data;
  AccordCsv *csv = reading->csv;
  guint32 begins = (guint32) reading->written + reading->row->len;

  g_array_append_val (csv->cells, begins);
  if (length > ACCORD_CSV_CELL_MAX)
    reading->too_long = TRUE;
  else
    g_byte_array_append (reading->row, bytes, (guint) length);
  g_byte_array_append (reading->row, (const guint8 *) "", 1);
}

static void
end_row (Reading    *reading,
         const char *fault)
{
  AccordCsv *csv = reading->csv;
  Row row = { .line = reading->row_line, .first = reading->first, .fault = fault };

  if (csv->cells->len == reading->first)
    on_cell (NULL, 0, reading);
  row.n_cells = csv->cells->len - reading->first;
  if (reading->too_long)
    row.fault = N_("A cell of this row is longer than 64 KiB.");
  g_array_append_val (csv->rows, row);
  memcpy (csv->text + reading->written, reading->row->data, reading->row->len);
  reading->written += reading->row->len;
  g_byte_array_set_size (reading->row, 0);

  reading->first = csv->cells->len;
  reading->row_line = reading->line + 1;
  reading->too_long = FALSE;
}

static void
on_row (int   terminator,
        void *data)
{
  Reading *reading = data;

  /* The second half of a CR LF. */
  if (reading->ended && reading->csv->cells->len == reading->first)
    return;
  /* The end of the text: nothing there is no row. */
  if (terminator == -1 && reading->csv->cells->len == reading->first)
    return;

  end_row (reading, NULL);
  reading->ended = TRUE;
}

/* How long the line is, with what ends it. */
static gsize
measure_line (const char *text,
              gsize       length)
{
  gsize end = 0;

  while (end < length && text[end] != '\n' && text[end] != '\r')
    end++;
  if (end + 1 < length && text[end] == '\r' && text[end + 1] == '\n')
    return end + 2;

  return MIN (end + 1, length);
}

static void
forget_row (Reading *reading)
{
  AccordCsv *csv = reading->csv;

  g_byte_array_set_size (reading->row, 0);
  g_array_set_size (csv->cells, reading->first);
  reading->too_long = FALSE;
}

static gboolean
start_parser (struct csv_parser *parser,
              char               delimiter)
{
  if (csv_init (parser, CSV_REPALL_NL) != 0)
    return FALSE;

  csv_set_delim (parser, (unsigned char) delimiter);
  /* Blanks are kept here: what they mean is for whoever reads the cell. */
  csv_set_space_func (parser, is_no_space);

  return TRUE;
}

/* Reads from a line's beginning on. TRUE when all was read; else a quotation mark that begins a cell of the row that begins
 * at *text is never closed. */
static gboolean
read_rows (Reading     *reading,
           const char **text,
           gsize       *length)
{
  struct csv_parser parser;
  const char *row_text = *text, *cursor = *text;
  gsize left = *length;
  gboolean open;

  if (!start_parser (&parser, reading->csv->delimiter))
    g_error ("out of memory");

  while (left > 0)
    {
      gsize line = measure_line (cursor, left);

      reading->ended = FALSE;
      csv_parse (&parser, cursor, line, on_cell, on_row, reading);
      cursor += line;
      left -= line;
      reading->line++;
      if (reading->ended)
        {
          row_text = cursor;
          reading->row_line = reading->line;
        }
    }

  /* In the middle of a cell that began with a quotation mark, and not behind another one. */
  open = parser.quoted && parser.pstate == 2;
  if (!open)
    csv_fini (&parser, on_cell, on_row, reading);
  csv_free (&parser);

  *length -= (gsize) (row_text - *text);
  *text = row_text;

  return !open;
}

static gboolean
read_text (AccordCsv  *self,
           const char *text,
           gsize       length,
           guint       line,
           GError    **error)
{
  g_autoptr (GByteArray) row = g_byte_array_new ();
  Reading reading = { .csv = self, .row = row, .line = line, .row_line = line };

  for (guint lone = 0; !read_rows (&reading, &text, &length); lone++)
    {
      gsize skipped = measure_line (text, length);

      if (lone == MAX_LONE_QUOTES)
        {
          g_set_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_QUOTES,
                       _("Too many quotation marks are opened and never closed, the first of them in line %u. Is this "
                          "a CSV file?"),
                       reading.row_line);
          return FALSE;
        }

      /* The rest of the file is not one cell: that row is at fault, and the next line begins another. */
      forget_row (&reading);
      reading.line = reading.row_line;
      end_row (&reading, N_("A quotation mark is opened in this row and never closed."));
      text += skipped;
      length -= skipped;
      reading.line = reading.row_line;
    }
  self->text = g_realloc (self->text, MAX (reading.written, 1));

  return TRUE;
}

static gboolean
require_text (AccordCsv *self,
              GError   **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (accord_csv_get_fault (self, i) != NULL || !accord_csv_is_blank (self, i))
        return TRUE;
    }

  g_set_error_literal (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_EMPTY,
                       _("The file is empty: there is nothing to import."));

  return FALSE;
}

static AccordCsv *
refuse_size (GError **error)
{
  g_set_error_literal (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_SIZE,
                       _("The file is larger than 128 MiB. Split it and import the parts one after the other."));

  return NULL;
}

/* Takes the buffer, which has room for one byte more. */
static AccordCsv *
parse_buffer (char       *buffer,
              gsize       length,
              const char *encoding,
              const char *delimiter,
              GError    **error)
{
  g_autofree char *taken = buffer;
  g_autoptr (GBytes) bytes = g_bytes_new_static (buffer, length);
  g_auto (AccordCsvText) text = { NULL };
  g_autoptr (AccordCsv) self = NULL;
  const char *start;
  gsize skip = 0;
  char found;

  if (!accord_csv_decode (bytes, encoding, &text, error))
    return NULL;

  found = accord_csv_find_delimiter (text.text, text.length, &skip);
  if (delimiter != NULL && *delimiter != '\0' && g_ascii_strcasecmp (delimiter, "auto") != 0)
    found = accord_csv_read_delimiter (delimiter, error);
  if (found == '\0')
    return NULL;

  self = g_new0 (AccordCsv, 1);
  g_atomic_ref_count_init (&self->references);
  self->encoding = g_steal_pointer (&text.encoding);
  self->guessed = text.guessed;
  self->delimiter = found;
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  start = text.text;
  if (text.owned == start)
    g_clear_pointer (&taken, g_free);
  self->text = text.owned == start ? g_steal_pointer (&text.owned) : g_steal_pointer (&taken);

  if (!read_text (self, start + skip, text.length - skip, skip > 0 ? 2 : 1, error)
      || !require_text (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

AccordCsv *
accord_csv_parse (GBytes     *bytes,
                  const char *encoding,
                  const char *delimiter,
                  GError    **error)
{
  gsize length;
  const char *data;
  char *buffer;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length > ACCORD_CSV_FILE_MAX)
    return refuse_size (error);
  buffer = g_malloc (length + 1);
  if (length > 0)
    memcpy (buffer, data, length);

  return parse_buffer (buffer, length, encoding, delimiter, error);
}

/* Not to wait for ever on a pipe. */
static gboolean
require_file (const char *path,
              gsize      *size,
              GError    **error)
{
  GStatBuf status;

  *size = 0;
  if (g_stat (path, &status) != 0)
    return TRUE;
  if (!S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("It is not an ordinary file."));
      return FALSE;
    }
  *size = (gsize) status.st_size;

  return TRUE;
}

AccordCsv *
accord_csv_load (const char *path,
                 const char *encoding,
                 const char *delimiter,
                 GError    **error)
{
  char *contents;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!require_file (path, &length, error))
    return NULL;
  if (length > ACCORD_CSV_FILE_MAX)
    return refuse_size (error);
  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;
  if (length > ACCORD_CSV_FILE_MAX)
    {
      g_free (contents);
      return refuse_size (error);
    }

  /* It ends with a NUL, which is the byte of room. */
  return parse_buffer (contents, length, encoding, delimiter, error);
}

/* A whole number of lines, or where there are none of letters in any encoding: four bytes each at most. */
static gsize
cut_head (const char *head,
          gsize       length)
{
  const char *end = memchr (head, '\0', length) == NULL ? g_strrstr_len (head, (gssize) length, "\n") : NULL;

  return end != NULL ? (gsize) (end - head) + 1 : length - length % 4;
}

AccordCsv *
accord_csv_load_head (const char *path,
                      const char *encoding,
                      const char *delimiter,
                      GError    **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *head = NULL;
  gsize size, length = 0;

  g_return_val_if_fail (path != NULL, NULL);

  if (!require_file (path, &size, error))
    return NULL;
  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, error);
  head = g_malloc (HEAD_SIZE + 1);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD_SIZE, &length, NULL, error))
    return NULL;
  if (size > length)
    length = cut_head (head, length);

  return parse_buffer (g_steal_pointer (&head), length, encoding, delimiter, error);
}

AccordCsv *
accord_csv_ref (AccordCsv *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
accord_csv_unref (AccordCsv *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->encoding);
  g_free (self->text);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self);
}

const char *
accord_csv_get_encoding (AccordCsv *self)
{
  return self->encoding;
}

gboolean
accord_csv_is_encoding_guessed (AccordCsv *self)
{
  return self->guessed;
}

char
accord_csv_get_delimiter (AccordCsv *self)
{
  return self->delimiter;
}

guint
accord_csv_get_n_rows (AccordCsv *self)
{
  return self->rows->len;
}

guint
accord_csv_get_n_cells (AccordCsv *self,
                        guint      row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return g_array_index (self->rows, Row, row).n_cells;
}

const char *
accord_csv_get_cell (AccordCsv *self,
                     guint      row,
                     guint      column)
{
  const Row *found;

  g_return_val_if_fail (row < self->rows->len, "");

  found = &g_array_index (self->rows, Row, row);

  return column < found->n_cells
           ? self->text + g_array_index (self->cells, guint32, found->first + column)
           : "";
}

guint
accord_csv_get_line (AccordCsv *self,
                     guint      row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return g_array_index (self->rows, Row, row).line;
}

const char *
accord_csv_get_fault (AccordCsv *self,
                      guint      row)
{
  const char *fault;

  g_return_val_if_fail (row < self->rows->len, NULL);

  fault = g_array_index (self->rows, Row, row).fault;

  return fault != NULL ? _(fault) : NULL;
}

gboolean
accord_csv_is_blank (AccordCsv *self,
                     guint      row)
{
  guint n_cells = accord_csv_get_n_cells (self, row);

  for (guint i = 0; i < n_cells; i++)
    {
      const char *c = accord_csv_get_cell (self, row, i);

      while (g_unichar_isspace (g_utf8_get_char (c)))
        c = g_utf8_next_char (c);
      if (*c != '\0')
        return FALSE;
    }

  return TRUE;
}
