/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-dates.h"

#include "accord-import-words.h"

#include <stdlib.h>
#include <string.h>

#define MAX_TOKENS 8
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* A run of figures, or of letters: folded, without accents. */
typedef struct
{
  char word[24];
  int number; /* -1 for a word */
  int length; /* of the figures */
} Token;

typedef struct
{
  Token tokens[MAX_TOKENS];
  int n;
  gboolean dots;
} Tokens;

/* English, German, French, Spanish, Dutch; three letters or more of one of them are the month. */
static const char *const months[12][8] = {
  { "january", "januar", "janvier", "enero", "januari", "jaenner" },
  { "february", "februar", "fevrier", "febrero", "februari" },
  { "march", "marz", "maerz", "mars", "marzo", "maart", "mrt" },
  { "april", "avril", "abril" },
  { "may", "mai", "mayo", "mei" },
  { "june", "juni", "juin", "junio" },
  { "july", "juli", "juillet", "julio" },
  { "august", "aout", "agosto", "augustus" },
  { "september", "septembre", "septiembre", "setiembre" },
  { "october", "oktober", "octobre", "octubre" },
  { "november", "novembre", "noviembre" },
  { "december", "dezember", "decembre", "diciembre" },
};

static const char *const quarter_words[] = { "q", "qtr", "quarter", "quartal", "kwartaal", "t", "trim", "trimestre" };
static const char *const year_words[] = { "fy", "gj", "year", "jahr", "annee", "ano", "jaar" };
static const char *const week_words[] = { "w", "wk", "week", "cw", "kw", "kalenderwoche", "woche", "semaine", "sem", "semana" };
static const char *const filler[] = { "st", "nd", "rd", "th", "of", "de", "del", "den", "le", "er" };

static gboolean
is_one_of (const char        *word,
           const char *const *words,
           gsize              n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (g_str_equal (word, words[i]))
        return TRUE;
    }

  return FALSE;
}

static int
month_of_word (const char *word)
{
  gsize length = strlen (word);
  int found = 0;

  for (int month = 0; month < 12 && length >= 3; month++)
    {
      for (gsize i = 0; i < 8 && months[month][i] != NULL; i++)
        {
          if (strncmp (months[month][i], word, length) != 0)
            continue;
          if (found != 0 && found != month + 1)
            return 0;
          found = month + 1;
          break;
        }
    }

  return found;
}

/* What stands before a time of day: "2/24/2003 0:00", "2013-07-01T00:00:00Z". */
static char *
cut_time (const char *text)
{
  const char *colon = strchr (text, ':');
  const char *end = colon;

  if (colon == NULL)
    return g_strdup (text);
  while (end > text && g_ascii_isdigit (end[-1]))
    end--;
  if (end == colon || end == text || (end[-1] != ' ' && end[-1] != 'T' && end[-1] != 't'))
    return g_strdup ("");

  return g_strndup (text, (gsize) (end - text - 1));
}

/* FALSE where there is more than any date or period has. */
static gboolean
tokenise (const char *text,
          Tokens     *tokens)
{
  g_autofree char *folded = accord_import_fold (text);
  const char *cursor = folded;

  *tokens = (Tokens) { .dots = TRUE };
  while (*cursor != '\0')
    {
      const char *end = cursor;
      gboolean figures = g_ascii_isdigit (*cursor);
      Token *token;

      if (!figures && !g_unichar_isalpha (g_utf8_get_char (cursor)))
        {
          tokens->dots = tokens->dots && *cursor == '.';
          cursor = g_utf8_next_char (cursor);
          continue;
        }
      while (*end != '\0' && (figures ? g_ascii_isdigit (*end) : g_unichar_isalpha (g_utf8_get_char (end))))
        end = g_utf8_next_char (end);
      if (tokens->n == MAX_TOKENS || end - cursor >= (gssize) sizeof token->word)
        return FALSE;

      token = &tokens->tokens[tokens->n];
      memcpy (token->word, cursor, (gsize) (end - cursor));
      token->word[end - cursor] = '\0';
      token->length = figures ? (int) (end - cursor) : 0;
      if (figures && token->length > 8)
        return FALSE;
      token->number = figures ? atoi (token->word) : -1;
      if (figures || !is_one_of (token->word, filler, G_N_ELEMENTS (filler)))
        tokens->n++;
      cursor = end;
    }

  return tokens->n > 0;
}

static gboolean
is_year (const Token *token)
{
  return token->length == 4 && token->number >= FIRST_YEAR && token->number <= LAST_YEAR;
}

static int
complete_year (const Token *token,
               int          this_year)
{
  int year;

  if (is_year (token))
    return token->number;
  if (token->length != 2)
    return 0;

  year = this_year / 100 * 100 + token->number;

  return year > this_year + 10 ? year - 100 : year;
}

static gboolean
take_named_month (const Tokens    *tokens,
                  int              this_year,
                  AccordImportDay *day)
{
  int at = -1;
  const Token *numbers[2];

  for (int i = 0; i < 3; i++)
    {
      if (tokens->tokens[i].number < 0)
        {
          if (at >= 0)
            return FALSE;
          at = i;
        }
    }
  numbers[0] = &tokens->tokens[at == 0 ? 1 : 0];
  numbers[1] = &tokens->tokens[at == 2 ? 1 : 2];
  day->first = month_of_word (tokens->tokens[at].word);
  if (is_year (numbers[0]))
    {
      day->year = numbers[0]->number;
      day->second = numbers[1]->number;
    }
  else
    {
      day->year = complete_year (numbers[1], this_year);
      day->second = numbers[0]->number;
    }

  return day->first != 0 && day->year != 0;
}

/* 2013-07-01 or 2013/07/01 and nothing else, as most files of many rows have it. */
static gboolean
take_iso (const char      *text,
          AccordImportDay *day)
{
  int numbers[3] = { 0 };

  for (int i = 0, part = 0; i < 10; i++)
    {
      if (i == 4 || i == 7)
        {
          if (text[i] != '-' && text[i] != '/')
            return FALSE;
          part++;
          continue;
        }
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      numbers[part] = numbers[part] * 10 + text[i] - '0';
    }
  if (text[10] != '\0' || numbers[0] < FIRST_YEAR || numbers[0] > LAST_YEAR)
    return FALSE;
  *day = (AccordImportDay) { .first = numbers[1], .second = numbers[2], .year = numbers[0] };

  return TRUE;
}

gboolean
accord_import_day_parse (const char      *text,
                         int              this_year,
                         AccordImportDay *day)
{
  g_autofree char *date = NULL;
  Tokens tokens;
  const Token *token = tokens.tokens;

  if (take_iso (text, day))
    return TRUE;

  date = cut_time (text);
  *day = (AccordImportDay) { 0 };
  if (!tokenise (date, &tokens))
    return FALSE;

  if (tokens.n == 1 && token->length == 8)
    {
      day->year = token->number / 10000;
      day->first = token->number / 100 % 100;
      day->second = token->number % 100;
      return day->year >= FIRST_YEAR && day->year <= LAST_YEAR;
    }
  if (tokens.n != 3)
    return FALSE;
  if (token[0].number < 0 || token[1].number < 0 || token[2].number < 0)
    return take_named_month (&tokens, this_year, day);
  if (is_year (&token[0]))
    {
      day->year = token[0].number;
      day->first = token[1].number;
      day->second = token[2].number;
      return token[1].length <= 2 && token[2].length <= 2;
    }

  day->year = complete_year (&token[2], this_year);
  day->first = token[0].number;
  day->second = token[1].number;
  day->open = TRUE;
  day->short_year = token[2].length == 2;
  if (token[0].length > 2 || token[1].length > 2 || day->year == 0)
    return FALSE;
  if (tokens.dots)
    /* Points are written where the day comes first. */
    *day = (AccordImportDay) { token[1].number, token[0].number, day->year, FALSE, FALSE };

  return TRUE;
}

AccordDate
accord_import_day_to_date (const AccordImportDay *day,
                           AccordDateOrder        order)
{
  if (!day->open || order == ACCORD_DATE_ORDER_MDY || day->first == day->second)
    return accord_date_new (day->year, day->first, day->second);
  if (order == ACCORD_DATE_ORDER_DMY)
    return accord_date_new (day->year, day->second, day->first);
  /* Figures of two: the year first, by order of the user. */
  if (order == ACCORD_DATE_ORDER_YMD && day->short_year)
    return accord_date_new (2000 + day->first, day->second, day->year % 100);

  return ACCORD_DATE_NONE;
}

AccordDateOrder
accord_import_day_tell (const AccordImportDay *day)
{
  if (!day->open)
    return ACCORD_DATE_ORDER_YMD;
  if (day->first > 12 && day->second <= 12)
    return ACCORD_DATE_ORDER_DMY;

  return day->second > 12 && day->first <= 12 ? ACCORD_DATE_ORDER_MDY : ACCORD_DATE_ORDER_AUTO;
}

AccordDate
accord_import_read_date (const char     *text,
                         AccordDateOrder order,
                         int             this_year)
{
  AccordImportDay day;

  if (!accord_import_day_parse (text, this_year, &day))
    return ACCORD_DATE_NONE;

  return accord_import_day_to_date (&day, order);
}

int
accord_import_read_year (const char *text)
{
  Tokens tokens;

  if (!tokenise (text, &tokens) || tokens.n > 2)
    return 0;
  if (tokens.n == 2)
    {
      if (!is_one_of (tokens.tokens[0].word, year_words, G_N_ELEMENTS (year_words)))
        return 0;
      if (tokens.tokens[1].length == 2)
        return 2000 + tokens.tokens[1].number;
    }

  return is_year (&tokens.tokens[tokens.n - 1]) ? tokens.tokens[tokens.n - 1].number : 0;
}

/* What the tokens name: each at most once. */
typedef struct
{
  int year;
  int quarter;
  int month;
  int loose; /* a number that is none of them yet */
} Named;

static gboolean
name_number (const Token *token,
             const char  *before,
             const char  *behind,
             Named       *named)
{
  gboolean is_quarter = (before != NULL && is_one_of (before, quarter_words, G_N_ELEMENTS (quarter_words)))
                        || (behind != NULL && named->quarter == 0
                            && is_one_of (behind, quarter_words, G_N_ELEMENTS (quarter_words)));

  if (is_quarter && token->length == 1)
    named->quarter = token->number;
  else if (before != NULL && token->length <= 2 && g_str_equal (before, "m"))
    named->month = token->number;
  else if (named->year == 0 && is_year (token))
    named->year = token->number;
  else if (named->year == 0 && before != NULL && token->length == 2 && g_str_equal (before, "fy"))
    named->year = 2000 + token->number;
  else if (named->loose < 0 && token->length <= 2)
    named->loose = token->number;
  else
    return FALSE;

  return TRUE;
}

static gboolean
name_tokens (const Tokens *tokens,
             Named        *named)
{
  *named = (Named) { .loose = -1 };
  for (int i = 0; i < tokens->n; i++)
    {
      const Token *token = &tokens->tokens[i];
      const char *before = i > 0 && token[-1].number < 0 ? token[-1].word : NULL;
      const char *behind = i + 1 < tokens->n && token[1].number < 0 ? token[1].word : NULL;
      int month;

      if (token->number >= 0)
        {
          if (!name_number (token, before, behind, named))
            return FALSE;
          continue;
        }
      month = month_of_word (token->word);
      if (month != 0 && named->month == 0)
        named->month = month;
      else if (!is_one_of (token->word, quarter_words, G_N_ELEMENTS (quarter_words))
               && !is_one_of (token->word, year_words, G_N_ELEMENTS (year_words)) && !g_str_equal (token->word, "m"))
        return FALSE;
    }

  return TRUE;
}

/* 07/2013 and 2013/07 have a month, Q2 13 and Jul 13 a year, where another column has the year 7 is a month. */
static gboolean
place_loose (Named *named,
             int    year,
             int    this_year)
{
  Token token = { .number = named->loose, .length = 2 };

  if (named->loose >= 0 && named->year == 0 && (named->quarter != 0 || named->month != 0))
    named->year = complete_year (&token, this_year);
  else if (named->loose >= 0 && named->month == 0 && named->quarter == 0 && (named->year != 0 || year != 0))
    named->month = named->loose;
  else if (named->loose >= 0)
    return FALSE;

  if (named->year == 0)
    named->year = year;

  return named->year != 0 && (named->month == 0 || named->quarter == 0) && named->month >= 0 && named->month <= 12
         && named->quarter >= 0 && named->quarter <= 4;
}

gboolean
accord_import_read_period (const char     *text,
                           int             year,
                           AccordDateOrder order,
                           int             this_year,
                           int             fiscal_start,
                           AccordDate     *starts,
                           AccordGrain    *grain)
{
  AccordImportDay day;
  Tokens tokens;
  Named named;

  if (accord_import_day_parse (text, this_year, &day))
    {
      AccordDate date = accord_import_day_to_date (&day, order);

      *starts = date != ACCORD_DATE_NONE ? accord_grain_get_start (date, ACCORD_GRAIN_MONTH, fiscal_start) : date;
      *grain = ACCORD_GRAIN_MONTH;
      return date != ACCORD_DATE_NONE;
    }

  if (!tokenise (text, &tokens))
    return FALSE;
  if (tokens.n == 1 && tokens.tokens[0].length == 6)
    named = (Named) { tokens.tokens[0].number / 100, 0, tokens.tokens[0].number % 100, -1 };
  else if (!name_tokens (&tokens, &named))
    return FALSE;
  if (!place_loose (&named, year, this_year) || named.year < FIRST_YEAR || named.year > LAST_YEAR)
    return FALSE;

  if (named.month != 0)
    {
      *starts = accord_date_new (named.year, named.month, 1);
      *grain = ACCORD_GRAIN_MONTH;
      return TRUE;
    }
  /* A year alone, and no word beside it that is not one of a year. */
  if (named.quarter == 0 && accord_import_read_year (text) == 0 && !(year != 0 && *text == '\0'))
    return FALSE;
  *grain = named.quarter != 0 ? ACCORD_GRAIN_QUARTER : ACCORD_GRAIN_YEAR;
  *starts = accord_quarter_get_start ((AccordQuarter) { named.year, named.quarter }, fiscal_start);

  return *starts != ACCORD_DATE_NONE;
}

/* A week by its number: the word before it says what it is. year 0: the text has it. */
static gboolean
read_week (const char *text,
           int         year,
           AccordDate *starts)
{
  Tokens tokens;
  int week = -1;

  if (!tokenise (text, &tokens))
    return FALSE;

  for (int i = 0; i < tokens.n; i++)
    {
      const Token *token = &tokens.tokens[i];
      gboolean named = i > 0 && is_one_of (token[-1].word, week_words, G_N_ELEMENTS (week_words));

      if (token->number < 0)
        {
          if (!is_one_of (token->word, week_words, G_N_ELEMENTS (week_words)))
            return FALSE;
        }
      else if (named && week < 0 && token->length <= 2)
        week = token->number;
      else if (is_year (token))
        year = token->number;
      else
        return FALSE;
    }
  *starts = week > 0 && year != 0 ? accord_date_from_iso_week (year, week) : ACCORD_DATE_NONE;

  return *starts != ACCORD_DATE_NONE;
}

gboolean
accord_import_read_actual_period (const char     *text,
                                  int             year,
                                  AccordDateOrder order,
                                  int             this_year,
                                  int             fiscal_start,
                                  AccordDate     *starts,
                                  AccordGrain    *grain)
{
  AccordImportDay day;

  if (accord_import_day_parse (text, this_year, &day))
    {
      *starts = accord_import_day_to_date (&day, order);
      *grain = ACCORD_GRAIN_DAY;
      return *starts != ACCORD_DATE_NONE;
    }
  if (read_week (text, year, starts))
    {
      *grain = ACCORD_GRAIN_WEEK;
      return TRUE;
    }

  return accord_import_read_period (text, year, order, this_year, fiscal_start, starts, grain)
         && *grain != ACCORD_GRAIN_YEAR;
}

gboolean
accord_import_is_period_header (const char *text,
                                gboolean   *has_year)
{
  Tokens tokens;
  Named named;
  AccordDate starts;
  AccordGrain grain;

  if (!tokenise (text, &tokens) || !name_tokens (&tokens, &named) || (tokens.n == 1 && tokens.tokens[0].number >= 0))
    return FALSE;
  *has_year = named.year != 0 || (named.loose >= 0 && (named.month != 0 || named.quarter != 0));

  return accord_import_read_period (text, *has_year ? 0 : 2000, ACCORD_DATE_ORDER_AUTO, 2000, 1, &starts, &grain)
         && grain != ACCORD_GRAIN_YEAR;
}
