/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "accord-decimal.h"
#include "accord-money.h"

/* What a person types, taken apart: digits and separators in body, each separator one of ',' '.' '\'' (all spaces and
 * apostrophes, which can only group). */
typedef struct
{
  GString *body;
  int scale;
  gboolean negative;
} Typed;

static const char *const scale_words[][4] = {
  { "k", "tsd", NULL },
  { "m", "mn", "mio", NULL },
  { "b", "bn", "mrd", NULL },
};

/* The power of ten that a word behind a number stands for, 0 for none. */
static int
scale_of_word (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scale_words); i++)
    {
      for (gsize j = 0; scale_words[i][j] != NULL; j++)
        {
          if (g_ascii_strcasecmp (scale_words[i][j], word) == 0)
            return 3 * ((int) i + 1);
        }
    }

  return 0;
}

static gboolean
is_minus (gunichar c)
{
  return c == '-' || c == 0x2212 || c == 0x2013 || c == '(';
}

static gboolean
is_currency_char (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* A currency: a sign, alone or behind letters ("$", "CA$"), what is written for one ("zł"), or a code, "usd" too. */
static gboolean
is_currency (const char *word,
             gsize       letters)
{
  g_autofree char *code = g_ascii_strup (word, -1);
  const char *sign = word;

  while (g_unichar_isalpha (g_utf8_get_char (sign)))
    sign = g_utf8_next_char (sign);
  if (*sign != '\0')
    return letters <= 3 && *g_utf8_next_char (sign) == '\0';

  return accord_currency_is_valid (word) || strcmp (accord_currency_get_symbol (code), code) != 0
         || accord_currency_is_symbol (word);
}

/* The letters and currency signs at the cursor, as one word; a scale ends before a sign ("48k€"). */
static char *
take_word (const char **cursor,
           gboolean     behind,
           gsize       *letters)
{
  GString *word = g_string_new (NULL);
  gunichar c = g_utf8_get_char (*cursor);

  for (*letters = 0; g_unichar_isalpha (c) || is_currency_char (c); (*letters)++)
    {
      if (behind && is_currency_char (c) && scale_of_word (word->str) != 0)
        break;
      g_string_append_unichar (word, c);
      *cursor = g_utf8_next_char (*cursor);
      c = g_utf8_get_char (*cursor);
    }

  return g_string_free (word, FALSE);
}

/* What is neither a word nor the number: blanks, and signs at their places. */
static gboolean
take_sign (gunichar c,
           gboolean behind,
           Typed   *typed)
{
  if (!behind && is_minus (c))
    typed->negative = TRUE;

  return g_unichar_isspace (c) || (behind ? c == ')' && typed->negative : c == '+' || is_minus (c));
}

/* Words stand in front of the number or behind it: at most one currency on each side, and behind it one scale. */
static gboolean
take_words (const char *text,
            gboolean    behind,
            Typed      *typed)
{
  const char *cursor = text;
  gboolean currency = FALSE;

  while (*cursor != '\0')
    {
      gsize letters;
      g_autofree char *word = take_word (&cursor, behind, &letters);
      int scale;

      if (letters == 0)
        {
          if (!take_sign (g_utf8_get_char (cursor), behind, typed))
            return FALSE;
          cursor = g_utf8_next_char (cursor);
          continue;
        }

      scale = behind && typed->scale == 0 && !currency ? scale_of_word (word) : 0;
      if (scale != 0)
        typed->scale = scale;
      else if (!currency && is_currency (word, letters))
        currency = TRUE;
      else
        return FALSE;
    }

  return TRUE;
}

/* The separators of the number, the many spaces and apostrophes folded into one kind. */
static gboolean
take_body (const char *start,
           const char *end,
           Typed      *typed)
{
  for (const char *cursor = start; cursor < end; cursor = g_utf8_next_char (cursor))
    {
      gunichar c = g_utf8_get_char (cursor);

      if (g_unichar_isspace (c) || c == '\'' || c == 0x2019)
        g_string_append_c (typed->body, '\'');
      else if (c < 128 && (g_ascii_isdigit ((char) c) || c == ',' || c == '.'))
        g_string_append_c (typed->body, (char) c);
      else if (c == 0x66b)
        g_string_append_c (typed->body, '.');
      else
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_apart (const char *text,
            Typed      *typed)
{
  const char *first = text + strcspn (text, "0123456789");
  const char *last = text + strlen (text);
  g_autofree char *before = NULL;

  if (*first == '\0')
    return FALSE;
  while (!g_ascii_isdigit (last[-1]))
    last--;
  /* ".5" and "5." are numbers, and "1.2 m" is no number that ends with a point. */
  if (first > text && (first[-1] == '.' || first[-1] == ','))
    first--;
  if (*last == '.' || *last == ',')
    last++;

  before = g_strndup (text, (gsize) (first - text));

  return take_words (before, FALSE, typed) && take_body (first, last, typed) && take_words (last, TRUE, typed);
}

/* Groups have three digits, from the right; Indian ones two but for the last. */
static gboolean
groups_are_sound (const char *digits,
                  char        separator)
{
  g_auto (GStrv) groups = g_strsplit (digits, (char[]) { separator, '\0' }, -1);
  guint n = g_strv_length (groups);

  for (guint i = 0; i < n; i++)
    {
      gsize length = strlen (groups[i]);

      if (strspn (groups[i], "0123456789") != length)
        return FALSE;
      if (n > 1 && (i == 0 ? length < 1 || length > 3 : i == n - 1 ? length != 3 : length != 3 && length != 2))
        return FALSE;
    }

  return TRUE;
}

static guint
count_of (const char *text,
          char        wanted)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == wanted;

  return n;
}

/* Where one "," or "." stands with three digits behind it and one to three in front that do not start with 0, it looks
 * like a group. */
static gboolean
looks_like_group (const char *body,
                  const char *separator)
{
  gsize before = (gsize) (separator - body);

  return before >= 1 && before <= 3 && body[0] != '0' && strlen (separator + 1) == 3;
}

/* Finds the decimal point of the body, NULL for none; FALSE where it can be read in two ways. known is the sign that it
 * is written with, '\0' where nobody knows. */
static gboolean
find_point (const Typed *typed,
            char         known,
            int          decimals,
            const char **point)
{
  const char *body = typed->body->str;
  const char *comma = strrchr (body, ',');
  const char *dot = strrchr (body, '.');
  const char *last = comma == NULL || (dot != NULL && dot > comma) ? dot : comma;
  gboolean three_decimals = decimals >= 3 || typed->scale != 0;

  *point = known == '\0' || last == NULL ? NULL : strrchr (body, known);
  if (last == NULL || known != '\0')
    return TRUE;

  if ((comma != NULL && dot != NULL) || strchr (body, '\'') != NULL)
    {
      /* Something else groups. Three digits behind the point are still odd: the hand may have slipped. */
      *point = last;
      return three_decimals || strlen (last + 1) != 3;
    }

  if (count_of (body, *last) > 1)
    return TRUE;
  if (!looks_like_group (body, last))
    {
      *point = last;
      return TRUE;
    }
  if (*last == *accord_decimal_get_point ())
    *point = last;

  return *point == NULL || three_decimals;
}

/* The body as a plain decimal; NULL where the separators make no sense. */
static char *
to_plain (const char *body,
          const char *point)
{
  g_autofree char *whole = point != NULL ? g_strndup (body, (gsize) (point - body)) : g_strdup (body);
  const char *fraction = point != NULL ? point + 1 : "";
  char separator = '\0';
  GString *plain;

  if (strspn (fraction, "0123456789") != strlen (fraction))
    return NULL;
  for (const char *c = whole; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c))
        continue;
      if (separator != '\0' && separator != *c)
        return NULL;
      separator = *c;
    }
  if (separator != '\0' && (!groups_are_sound (whole, separator) || (point != NULL && separator == *point)))
    return NULL;

  plain = g_string_new (NULL);
  for (const char *c = whole; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c))
        g_string_append_c (plain, *c);
    }
  g_string_append_printf (plain, ".%s", fraction);

  return g_string_free (plain, FALSE);
}

/* Moves the decimal point of a plain decimal to the right, and drops the zeros at its end. Tells how many decimals
 * stay. */
static char *
shift_point (const char *plain,
             int         places,
             gsize      *decimals)
{
  const char *point = strchr (plain, '.');
  GString *shifted = g_string_new_len (plain, point - plain);
  gsize length = strlen (point + 1);

  while (length > 0 && point[length] == '0')
    length--;
  for (gsize i = 0; i < MAX (length, (gsize) places); i++)
    {
      if (i == (gsize) places)
        g_string_append_c (shifted, '.');
      g_string_append_c (shifted, i < length ? point[1 + i] : '0');
    }
  *decimals = length > (gsize) places ? length - (gsize) places : 0;

  return g_string_free (shifted, FALSE);
}

/* What was typed as a plain decimal in major units; an AccordNumberError where it is none. */
static int
read_typed (const char *text,
            char        known,
            int         decimals,
            char      **plain)
{
  g_autoptr (GString) body = g_string_new (NULL);
  Typed typed = { body, 0, FALSE };
  g_autofree char *unscaled = NULL;
  const char *point;
  gsize n_decimals;

  if (*text == '\0')
    return ACCORD_NUMBER_ERROR_EMPTY;
  if (!take_apart (text, &typed))
    return ACCORD_NUMBER_ERROR_NOT_A_NUMBER;
  if (!find_point (&typed, known, decimals, &point))
    return ACCORD_NUMBER_ERROR_AMBIGUOUS;
  unscaled = to_plain (body->str, point);
  if (unscaled == NULL)
    return ACCORD_NUMBER_ERROR_NOT_A_NUMBER;
  if (typed.negative)
    return ACCORD_NUMBER_ERROR_NEGATIVE;

  *plain = shift_point (unscaled, typed.scale, &n_decimals);

  return n_decimals > (gsize) decimals ? (int) ACCORD_NUMBER_ERROR_TOO_MANY_DECIMALS : ACCORD_DECIMAL_OK;
}

static gboolean
parse_typed (const char *text,
             char        known,
             int         decimals,
             gint64     *amount,
             GError    **error)
{
  g_autofree char *valid = g_strstrip (g_utf8_make_valid (text, -1));
  g_autofree char *plain = NULL;
  gboolean negative;
  int fault = read_typed (valid, known, decimals, &plain);

  if (fault == ACCORD_DECIMAL_OK)
    fault = accord_decimal_parse (plain, decimals, ACCORD_MONEY_MAX, amount, &negative);
  if (fault != ACCORD_DECIMAL_OK)
    accord_decimal_set_error (error, fault, valid);

  return fault == ACCORD_DECIMAL_OK;
}

gboolean
accord_money_parse (const char *text,
                    int         decimals,
                    gint64     *amount,
                    GError    **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (decimals >= 0 && decimals <= 4, FALSE);
  g_return_val_if_fail (amount != NULL, FALSE);

  return parse_typed (text, '\0', decimals, amount, error);
}

gboolean
accord_money_parse_with_point (const char *text,
                               char        point,
                               int         decimals,
                               gint64     *amount,
                               GError    **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (point == ',' || point == '.', FALSE);
  g_return_val_if_fail (decimals >= 0 && decimals <= 4, FALSE);
  g_return_val_if_fail (amount != NULL, FALSE);

  return parse_typed (text, point, decimals, amount, error);
}

static char
other_point (char sign)
{
  return sign == ',' ? '.' : ',';
}

char
accord_money_tell_point (const char *text)
{
  g_autoptr (GString) body = g_string_new (NULL);
  Typed typed = { body, 0, FALSE };
  g_autofree char *valid = NULL;
  const char *comma, *dot, *last;

  g_return_val_if_fail (text != NULL, '\0');

  valid = g_strstrip (g_utf8_make_valid (text, -1));
  if (!take_apart (valid, &typed))
    return '\0';

  comma = strrchr (body->str, ',');
  dot = strrchr (body->str, '.');
  last = comma == NULL || (dot != NULL && dot > comma) ? dot : comma;
  if (last == NULL)
    return '\0';
  if (comma != NULL && dot != NULL)
    return *last;
  if (count_of (body->str, *last) > 1)
    return other_point (*last);

  return looks_like_group (body->str, last) ? '\0' : *last;
}

gboolean
accord_money_parse_signed (const char *text,
                           int         decimals,
                           gint64     *amount,
                           GError    **error)
{
  int fault;
  gboolean negative;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (amount != NULL, FALSE);

  fault = accord_decimal_parse (text, decimals, ACCORD_MONEY_MAX, amount, &negative);
  if (fault != ACCORD_DECIMAL_OK)
    accord_decimal_set_error (error, fault, text);

  return fault == ACCORD_DECIMAL_OK;
}

gboolean
accord_money_parse_plain (const char *text,
                          int         decimals,
                          gint64     *amount,
                          GError    **error)
{
  int fault;
  gboolean negative = FALSE;
  gint64 value = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (amount != NULL, FALSE);

  fault = accord_decimal_parse (text, decimals, ACCORD_MONEY_MAX, &value, &negative);
  if (fault == ACCORD_DECIMAL_OK && !negative)
    {
      *amount = value;
      return TRUE;
    }

  accord_decimal_set_error (error, negative && (fault == ACCORD_DECIMAL_OK || fault == ACCORD_NUMBER_ERROR_TOO_LARGE)
                                     ? (int) ACCORD_NUMBER_ERROR_NEGATIVE : fault, text);

  return FALSE;
}
