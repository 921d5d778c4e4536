/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-words.h"

#include <string.h>

/* Longer texts are compared no further. */
#define SLIP_MAX 64

char *
accord_import_tidy (const char *text)
{
  GString *tidy = g_string_sized_new (strlen (text));
  gboolean blank = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      /* A zero-width space or a byte-order mark in the middle shows as nothing. */
      if (letter == 0x200b || letter == 0xfeff)
        continue;
      if (g_unichar_isspace (letter) || g_unichar_iscntrl (letter))
        {
          blank = tidy->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (tidy, ' ');
      blank = FALSE;
      g_string_append_unichar (tidy, letter);
    }

  return g_string_free (tidy, FALSE);
}

gboolean
accord_import_is_tidy (const char *text)
{
  const char *c = text;

  if (*text == ' ')
    return FALSE;
  for (; *c != '\0'; c++)
    {
      if ((guchar) *c < ' ' || (guchar) *c > '~' || (c[0] == ' ' && (c[1] == ' ' || c[1] == '\0')))
        return FALSE;
    }

  return TRUE;
}

char *
accord_import_fold (const char *text)
{
  g_autofree char *cased = NULL;
  g_autofree char *apart = NULL;
  GString *folded;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  cased = g_utf8_casefold (text, -1);
  apart = g_utf8_normalize (cased, -1, G_NORMALIZE_NFKD);
  folded = g_string_new (NULL);

  for (const char *c = apart != NULL ? apart : cased; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (!g_unichar_ismark (g_utf8_get_char (c)))
        g_string_append_unichar (folded, g_utf8_get_char (c));
    }

  return g_string_free (folded, FALSE);
}

char *
accord_import_header_key (const char *text)
{
  g_autofree char *folded = accord_import_fold (text);
  GString *key = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_isalnum (g_utf8_get_char (c)))
        g_string_append_unichar (key, g_utf8_get_char (c));
    }

  return g_string_free (key, FALSE);
}

static int
compare_words (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
accord_import_words_key (const char *text)
{
  g_autofree char *folded = accord_import_fold (text);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *c = folded;

  while (*c != '\0')
    {
      const char *end = c;

      while (g_unichar_isalnum (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end > c)
        g_ptr_array_add (words, g_strndup (c, (gsize) (end - c)));
      c = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  g_ptr_array_add (words, NULL);
  qsort (words->pdata, words->len - 1, sizeof (gpointer), compare_words);

  return g_strjoinv (" ", (char **) words->pdata);
}

char *
accord_import_swap_comma (const char *text)
{
  const char *comma = strchr (text, ',');
  g_autofree char *last = NULL;
  g_autofree char *first = NULL;

  if (comma == NULL || strchr (comma + 1, ',') != NULL)
    return NULL;

  last = g_strstrip (g_strndup (text, (gsize) (comma - text)));
  first = g_strstrip (g_strdup (comma + 1));

  return *last != '\0' && *first != '\0' ? g_strdup_printf ("%s %s", first, last) : NULL;
}

static gboolean
has_figures (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* Letters more, less, other, or two changed over. */
static int
measure_distance (const gunichar *a,
                  glong           n,
                  const gunichar *b,
                  glong           m)
{
  int rows[3][SLIP_MAX + 1];
  int *before = rows[0], *last = rows[1], *row = rows[2];

  for (glong j = 0; j <= m; j++)
    last[j] = (int) j;
  for (glong i = 1; i <= n; i++)
    {
      int *oldest = before;

      row[0] = (int) i;
      for (glong j = 1; j <= m; j++)
        {
          row[j] = MIN (MIN (last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      before = last;
      last = row;
      row = oldest;
    }

  return last[m];
}

gboolean
accord_import_is_slip (const char *a,
                       const char *b)
{
  glong n, m;
  g_autofree gunichar *left = g_utf8_to_ucs4_fast (a, -1, &n);
  g_autofree gunichar *right = g_utf8_to_ucs4_fast (b, -1, &m);
  glong shorter = MIN (n, m);
  int allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;

  if (MAX (n, m) > SLIP_MAX || ABS (n - m) > allowed || allowed == 0 || has_figures (a) || has_figures (b))
    return FALSE;

  return measure_distance (left, n, right, m) <= allowed;
}

gboolean
accord_import_is_nothing (const char *text,
                          gboolean    na_is_nothing)
{
  static const char *const words[] = { "",       "-",   "--",   "---", "–",    "—",    "null",
                                       "(null)", "n/a", "#n/a", "nil", "none", "k.a.", "n.v.t." };
  g_autofree char *tidy = NULL;
  g_autofree char *folded = NULL;

  /* Most cells say something: figures, or letters that none of the words begins with. */
  if (g_ascii_isdigit (*text) || (g_ascii_isalpha (*text) && strchr ("nNkK", *text) == NULL))
    return FALSE;

  tidy = accord_import_tidy (text);
  folded = g_utf8_strdown (tidy, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (folded, words[i]))
        return TRUE;
    }

  return na_is_nothing && (g_str_equal (folded, "na") || g_str_equal (folded, "nan"));
}

gboolean
accord_import_is_total (const char *text)
{
  static const char *const words[] = { "total",  "totals",   "grandtotal", "grandtotals", "subtotal",    "sum",
                                       "summe",  "gesamt",   "gesamtsumme", "insgesamt",  "zwischensumme", "somme",
                                       "totaux", "totaal",   "totalgeneral", "suma",      "eindtotaal",  "teamtotal" };
  g_autofree char *key = NULL;

  /* None of them has a figure, which most numbers of other programs have. */
  if (has_figures (text))
    return FALSE;

  key = accord_import_header_key (text);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (key, words[i]))
        return TRUE;
    }

  return FALSE;
}
