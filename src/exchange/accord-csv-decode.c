/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-csv-private.h"

#include <glib/gi18n.h>
#include <string.h>
#include <uchardet.h>

/* So many bytes are looked at to tell an encoding. */
#define LOOKED_AT (256 * 1024)
/* With fewer letters beyond ASCII than this a statistical guess is worth less than what is commonest. */
#define ENOUGH_LETTERS 16
#define COMMONEST "WINDOWS-1252"

typedef struct
{
  const char *mark;
  gsize length;
  const char *encoding;
} Mark;

/* The longer ones first: UTF-32's begins like UTF-16's. */
static const Mark marks[] = {
  { "\xef\xbb\xbf", 3, "UTF-8" },       { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" },
  { "\xff\xfe", 2, "UTF-16LE" },        { "\xfe\xff", 2, "UTF-16BE" },
};

void
accord_csv_text_clear (AccordCsvText *text)
{
  g_clear_pointer (&text->owned, g_free);
  g_clear_pointer (&text->encoding, g_free);
}

static const Mark *
find_mark (const char *bytes,
           gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (length >= marks[i].length && memcmp (bytes, marks[i].mark, marks[i].length) == 0)
        return &marks[i];
    }

  return NULL;
}

/* UTF-16 without a mark: text of letters that most languages use has a NUL in every other byte. */
static const char *
find_utf16 (const char *bytes,
            gsize       length)
{
  gsize looked_at = MIN (length, LOOKED_AT) & ~(gsize) 1;
  gsize even = 0, odd = 0;

  for (gsize i = 0; i < looked_at; i += 2)
    {
      even += bytes[i] == '\0';
      odd += bytes[i + 1] == '\0';
    }
  if (length % 2 != 0 || looked_at < 4)
    return NULL;
  if (odd * 4 > looked_at && even * 20 < looked_at)
    return "UTF-16LE";

  return even * 4 > looked_at && odd * 20 < looked_at ? "UTF-16BE" : NULL;
}

static gsize
count_letters (const char *bytes,
               gsize       length)
{
  gsize n = 0;

  for (gsize i = 0; i < MIN (length, LOOKED_AT); i++)
    n += (bytes[i] & 0x80) != 0;

  return n;
}

/* (transfer full), or NULL. */
static char *
guess (const char *bytes,
       gsize       length)
{
  uchardet_t detector;
  g_autofree char *name = NULL;

  if (count_letters (bytes, length) < ENOUGH_LETTERS)
    return NULL;

  detector = uchardet_new ();
  if (uchardet_handle_data (detector, bytes, MIN (length, LOOKED_AT)) == 0)
    {
      uchardet_data_end (detector);
      name = g_strdup (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);

  if (name == NULL || *name == '\0')
    return NULL;
  /* Where the guess is Western, what Windows writes is the same with more letters. UTF-8 it is not: that was looked at. */
  if (g_str_equal (name, "ISO-8859-1") || g_str_equal (name, "ISO-8859-15") || g_str_equal (name, "ASCII")
      || g_str_has_prefix (name, "UTF-8"))
    return NULL;

  return g_steal_pointer (&name);
}

/* Takes UTF-8 over, without NUL. */
static void
take_utf8 (AccordCsvText *text,
           const char    *bytes,
           gsize          length,
           const char    *encoding)
{
  text->text = bytes;
  text->length = length;
  if (memchr (bytes, '\0', length) != NULL)
    {
      GString *clean = g_string_sized_new (length);

      for (gsize i = 0; i < length; i++)
        {
          if (bytes[i] != '\0')
            g_string_append_c (clean, bytes[i]);
        }
      text->length = clean->len;
      g_free (text->owned);
      text->owned = g_string_free (clean, FALSE);
      text->text = text->owned;
    }
  g_free (text->encoding);
  text->encoding = g_strdup (encoding);
}

static gboolean
is_utf8 (const char *bytes,
         gsize       length)
{
  /* A NUL is no reason to take it for something else. */
  while (length > 0)
    {
      const char *end;

      if (g_utf8_validate_len (bytes, length, &end))
        return TRUE;
      if (*end != '\0')
        return FALSE;
      length -= (gsize) (end + 1 - bytes);
      bytes = end + 1;
    }

  return TRUE;
}

static gboolean
convert (AccordCsvText *text,
         const char    *bytes,
         gsize          length,
         const char    *encoding)
{
  gsize written = 0;
  char *converted = g_convert (bytes, (gssize) length, "UTF-8", encoding, NULL, &written, NULL);

  if (converted == NULL)
    return FALSE;

  g_free (text->owned);
  text->owned = converted;
  take_utf8 (text, converted, written, encoding);

  return is_utf8 (text->text, text->length);
}

static gboolean
decode_as (const char    *bytes,
           gsize          length,
           const char    *encoding,
           AccordCsvText *text,
           GError       **error)
{
  const Mark *mark = find_mark (bytes, length);
  g_autoptr (GError) unknown = NULL;
  g_autofree char *probe = g_convert ("", 0, "UTF-8", encoding, NULL, NULL, &unknown);

  if (probe == NULL)
    {
      g_set_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_ENCODING,
                   /* Translators: %s is an encoding's name that somebody typed. */
                   _("There is no encoding “%s”. Write it as in UTF-8, WINDOWS-1252 or CP437."), encoding);
      return FALSE;
    }
  /* A mark is no letter, whatever the name. */
  if (mark != NULL
      && (g_ascii_strcasecmp (mark->encoding, encoding) == 0 || g_ascii_strncasecmp (mark->encoding, encoding, 6) == 0))
    return convert (text, bytes + mark->length, length - mark->length, mark->encoding);
  if (!convert (text, bytes, length, encoding))
    {
      g_set_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_ENCODING,
                   _("The file is not in the encoding %s. Leave it to be found out, or name another."), encoding);
      return FALSE;
    }

  return TRUE;
}

static void
decode_by_guess (const char    *bytes,
                 gsize          length,
                 AccordCsvText *text)
{
  g_autofree char *name = guess (bytes, length);

  text->guessed = TRUE;
  if (name != NULL && convert (text, bytes, length, name))
    return;
  /* Latin-1 has a letter for every byte. */
  if (!convert (text, bytes, length, COMMONEST))
    convert (text, bytes, length, "ISO-8859-1");
}

gboolean
accord_csv_decode (GBytes        *bytes,
                   const char    *encoding,
                   AccordCsvText *text,
                   GError       **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const Mark *mark;
  const char *utf16;

  *text = (AccordCsvText) { .text = "", .encoding = g_strdup ("UTF-8") };
  if (length == 0)
    return TRUE;
  if (encoding != NULL && *encoding != '\0' && g_ascii_strcasecmp (encoding, "auto") != 0)
    return decode_as (data, length, encoding, text, error);

  mark = find_mark (data, length);
  if (mark != NULL && g_str_equal (mark->encoding, "UTF-8") && is_utf8 (data + mark->length, length - mark->length))
    {
      take_utf8 (text, data + mark->length, length - mark->length, "UTF-8");
      return TRUE;
    }
  if (mark != NULL && convert (text, data + mark->length, length - mark->length, mark->encoding))
    return TRUE;

  utf16 = find_utf16 (data, length);
  if (utf16 != NULL && convert (text, data, length, utf16))
    text->guessed = TRUE;
  else if (is_utf8 (data, length))
    take_utf8 (text, data, length, "UTF-8");
  else
    decode_by_guess (data, length, text);

  return TRUE;
}
