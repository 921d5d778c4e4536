/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-text.h"

#include "accord-report.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define LINE_BREAKS_MAX 250 /* Excel takes 253 in a cell */
#define SHEET_NAME_MAX 31
#define SHEET_NAME_BYTES_MAX 60 /* libxlsxwriter keeps 'name'!$A$1:$XFD$1048576 in 128 bytes */
#define MARGIN_MAX 80

static gsize
utf16_units (gunichar c)
{
  return c > 0xffff ? 2 : 1;
}

static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

/* What stands for a character in a cell; 0 leaves it out. */
static gunichar
clean_character (gunichar    c,
                 const char *next)
{
  if (c == '\r')
    return *next == '\n' ? 0 : '\n';
  if (c == 0x2028 || c == 0x2029)
    return '\n';
  if (c == '\n')
    return c;
  if (c < 0x20 || (c >= 0x7f && c < 0xa0))
    return ' ';
  /* Nothing draws a noncharacter; what stands for broken text is drawn differently everywhere. */
  if (is_noncharacter (c) || c == 0xfffd)
    return 0x25a1;
  return c;
}

/* _xHHHH_ in a cell is read as that character: a word joiner, which is not seen, keeps it apart. */
static gboolean
starts_escape (const char *text)
{
  if (text[0] != '_' || (text[1] != 'x' && text[1] != 'X'))
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
    }
  return text[6] == '_';
}

char *
accord_report_text_clean (const char *text,
                          gsize       max)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid) + 1);
  gsize units = 0, cut = 0;
  guint breaks = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = clean_character (g_utf8_get_char (p), g_utf8_next_char (p));

      if (c == '\n' && ++breaks > LINE_BREAKS_MAX)
        c = ' ';
      if (c == 0)
        continue;
      units += utf16_units (c);
      g_string_append_unichar (clean, c);
      if (starts_escape (p))
        {
          g_string_append_unichar (clean, 0x2060);
          units++;
        }
      if (units < max)
        cut = clean->len;
      if (units > max)
        {
          g_string_truncate (clean, cut);
          g_string_append (clean, "…");
          break;
        }
    }
  return g_string_free (clean, FALSE);
}

char *
accord_report_text_clean_line (const char *text,
                               gsize       max)
{
  char *clean = accord_report_text_clean (text, max);

  return g_strstrip (g_strdelimit (clean, "\n", ' '));
}

/* The first so many UTF-16 units and bytes of a text. */
static char *
cut_text (const char *text,
          gsize       units_max,
          gsize       bytes_max)
{
  const char *end = text;
  gsize units = 0;

  for (; *end != '\0'; end = g_utf8_next_char (end))
    {
      units += utf16_units (g_utf8_get_char (end));
      if (units > units_max || (gsize) (g_utf8_next_char (end) - text) > bytes_max)
        break;
    }
  return g_strstrip (g_strndup (text, end - text));
}

static gboolean
sheet_name_is_taken (GPtrArray  *used,
                     const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (g_ascii_strcasecmp (name, "History") == 0)
    return TRUE;
  for (guint i = 0; i < used->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (g_ptr_array_index (used, i), -1);

      if (strcmp (folded, other) == 0)
        return TRUE;
    }
  return FALSE;
}

const char *
accord_report_sheet_name (GPtrArray  *used,
                          const char *wanted)
{
  g_autofree char *clean = accord_report_text_clean_line (wanted, ACCORD_REPORT_CELL_MAX);
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_strstrip (g_strdelimit (clean, "[]:*?/\\'", ' '));
  base = g_strdup (*clean == '\0' ? "-" : clean);
  name = cut_text (base, SHEET_NAME_MAX, SHEET_NAME_BYTES_MAX);
  for (guint n = 2; sheet_name_is_taken (used, name); n++)
    {
      g_autofree char *number = g_strdup_printf (" %u", n);
      const gsize length = strlen (number);
      g_autofree char *start = cut_text (base, SHEET_NAME_MAX - length, SHEET_NAME_BYTES_MAX - length);

      g_free (name);
      name = g_strconcat (start, number, NULL);
    }
  g_ptr_array_add (used, name);
  return g_steal_pointer (&name);
}

char *
accord_report_text_for_margin (const char *text)
{
  g_autofree char *clean = accord_report_text_clean_line (text, MARGIN_MAX);
  g_auto (GStrv) parts = g_strsplit (clean, "&", -1);

  return g_strjoinv ("&&", parts);
}

static int
character_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) || c >= 0x1f000 ? 2 : 1;
}

int
accord_report_text_width (const char *text)
{
  int width = 0, longest = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      width = *p == '\n' ? 0 : width + character_width (g_utf8_get_char (p));
      longest = MAX (longest, width);
    }
  return longest;
}

int
accord_report_text_lines (const char *text,
                          double      columns)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  /* Columns are counted in digits; the letters of a longer line are narrower on the whole. */
  const double room = columns < 40 ? columns : columns * 1.1;
  int n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += MAX (1, (int) ceil (accord_report_text_width (lines[i]) / room));
  return MAX (n, 1);
}

static const char *
audience_word (AccordAudience audience)
{
  switch (audience)
    {
    case ACCORD_AUDIENCE_TEAM:
      /* Translators: part of a file name: the copy for the team */
      return C_("file name", "team");
    case ACCORD_AUDIENCE_MANAGER:
      return C_("file name", "manager");
    case ACCORD_AUDIENCE_HR:
      return C_("file name", "hr");
    default:
      g_assert_not_reached ();
    }
}

char *
accord_report_suggest_name (const char    *workspace_name,
                            AccordQuarter  quarter,
                            AccordAudience audience)
{
  g_autofree char *clean = accord_report_text_clean_line (workspace_name, 80);
  g_autofree char *quarter_text = accord_quarter_to_text (quarter);
  g_autofree char *cut = NULL;
  g_autofree char *joined = NULL;
  char *start;

  g_strdelimit (clean, "/\\:*?\"<>|", '-');
  cut = cut_text (clean, 80, 120);
  /* A name that starts with a dot is hidden, one that starts with a dash is an option. */
  for (start = cut; *start == '.' || *start == '-' || *start == ' '; start++)
    ;
  joined = g_strdup_printf ("%s %s %s.xlsx", start, quarter_text, audience_word (audience));
  return g_strdup (g_strchug (joined));
}
