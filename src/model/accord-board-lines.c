/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-lines.h"

#include <string.h>

/* A longer number in front is a year or an amount, not the place in a list. */
#define DIGITS_MAX 3

#define NO_BREAK_SPACE 0xa0
#define BYTE_ORDER_MARK 0xfeff

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == NO_BREAK_SPACE || c == BYTE_ORDER_MARK;
}

static const char *
skip_blanks (const char *text)
{
  while (*text != '\0' && is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* Behind a bullet, or text. */
static const char *
skip_bullet (const char *text)
{
  static const char *const bullets[]
    = { "-", "*", "+", "•", "‣", "◦", "▪", "●", "○", "·", "–", "—", "\uf0b7", "☐", "☑", "☒" };

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      if (g_str_has_prefix (text, bullets[i]))
        return text + strlen (bullets[i]);
    }

  return text;
}

/* Behind "1.", "1)" or "(1)", or text. */
static const char *
skip_number (const char *text)
{
  const char *end = *text == '(' ? text + 1 : text;
  guint digits = 0;

  for (; g_ascii_isdigit (*end); end++)
    digits++;
  if (digits == 0 || digits > DIGITS_MAX || (*end != ')' && (*end != '.' || *text == '(')))
    return text;

  return end + 1;
}

/* Behind "[ ]" or "[x]", or text. */
static const char *
skip_box (const char *text)
{
  if (text[0] == '[' && text[1] != '\0' && strchr (" xX", text[1]) != NULL && text[2] == ']')
    return text + 3;

  return text;
}

/* Behind the mark that skip knows and the blanks after it, or text: a mark without a blank belongs to the words. */
static const char *
skip_mark (const char *text,
           const char *(*skip) (const char *text))
{
  const char *end = skip (text);

  if (end == text || (*end != '\0' && !is_blank (g_utf8_get_char (end))))
    return text;

  return skip_blanks (end);
}

/* (transfer full) */
static char *
read_line (const char *line)
{
  const char *start = skip_blanks (line);
  g_autoptr (GString) title = g_string_new (NULL);
  const char *marked = skip_mark (start, skip_bullet);

  if (marked == start)
    marked = skip_mark (start, skip_number);
  marked = skip_mark (marked, skip_box);

  for (; *marked != '\0'; marked = g_utf8_next_char (marked))
    {
      const gunichar c = g_utf8_get_char (marked);

      if (g_unichar_iscntrl (c))
        g_string_append_c (title, ' ');
      else
        g_string_append_unichar (title, c);
    }

  return g_strchomp (g_string_free (g_steal_pointer (&title), FALSE));
}

char **
accord_board_read_lines (const char *text)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  lines = g_regex_split_simple ("\\R", valid, 0, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *title = read_line (lines[i]);

      if (*title != '\0')
        g_ptr_array_add (titles, g_steal_pointer (&title));
    }
  g_ptr_array_add (titles, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&titles), FALSE);
}
