/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-import-dates.h"
#include "accord-import-words.h"
#include "accord-money.h"

/* So many times more cells that say one thing than the other, and the other ones are slips. */
#define MUCH_MORE 10

/* Which of two ways a column is written, and a cell that says so. */
typedef struct
{
  guint n[2];
  char *example[2];
  guint line[2];
  guint n_open;
  char *open_example;
  guint open_line;
} Votes;

static void
votes_clear (Votes *votes)
{
  g_free (votes->example[0]);
  g_free (votes->example[1]);
  g_free (votes->open_example);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Votes, votes_clear)

static void
vote (Votes      *votes,
      int         way,
      const char *text,
      guint       line)
{
  if (way < 0)
    {
      if (votes->n_open++ == 0)
        {
          votes->open_example = g_strdup (text);
          votes->open_line = line;
        }
    }
  else if (votes->n[way]++ == 0)
    {
      votes->example[way] = g_strdup (text);
      votes->line[way] = line;
    }
}

/* 0 or 1, -1 for neither, -2 for both. */
static int
count_votes (const Votes *votes)
{
  if (votes->n[0] == 0 && votes->n[1] == 0)
    return -1;
  if (votes->n[0] >= MUCH_MORE * votes->n[1])
    return 0;

  return votes->n[1] >= MUCH_MORE * votes->n[0] ? 1 : -2;
}

static void
each_value (AccordImportWork *work,
            const char       *field,
            void (*tell) (AccordImportWork *, const char *, guint, gpointer),
            gpointer          data)
{
  g_autoptr (GArray) columns = accord_import_work_list_columns (work, field);

  for (guint i = 0; i < accord_import_options_get_n_sets (work->options); i++)
    {
      const char *set, *value;

      accord_import_options_get_set (work->options, i, &set, &value);
      if (g_str_equal (set, field))
        tell (work, value, accord_csv_get_line (work->csv, work->plan->header_row), data);
    }
  for (guint row = work->plan->header_row + 1; row < work->last_row; row++)
    {
      if (accord_csv_get_fault (work->csv, row) != NULL)
        continue;
      for (guint i = 0; i < columns->len; i++)
        {
          const char *cell = accord_csv_get_cell (work->csv, row, g_array_index (columns, guint, i));
          g_autofree char *tidy = accord_import_is_tidy (cell) ? NULL : accord_import_tidy (cell);

          if (!accord_import_is_nothing (tidy != NULL ? tidy : cell, TRUE))
            tell (work, tidy != NULL ? tidy : cell, accord_csv_get_line (work->csv, row), data);
        }
    }
}

static void
tell_date (AccordImportWork *work,
           const char       *text,
           guint             line,
           gpointer          data)
{
  AccordImportDay day;

  if (!accord_import_day_parse (text, work->snapshot->this_year, &day))
    return;

  if (!day.open)
    {
      if (work->plan->date_order == ACCORD_DATE_ORDER_AUTO)
        work->plan->date_order = ACCORD_DATE_ORDER_YMD;
      return;
    }
  if (day.first == day.second || (day.first > 12 && day.second > 12))
    return;
  switch (accord_import_day_tell (&day))
    {
    case ACCORD_DATE_ORDER_DMY:
      vote (data, 0, text, line);
      break;

    case ACCORD_DATE_ORDER_MDY:
      vote (data, 1, text, line);
      break;

    case ACCORD_DATE_ORDER_AUTO:
    case ACCORD_DATE_ORDER_YMD:
    default:
      vote (data, -1, text, line);
      break;
    }
}

/* Where dates stand, and where amounts do. */
static const char *const date_fields[][2] = {
  [ACCORD_IMPORT_KIND_MEMBERS] = { "started", "left" },
  [ACCORD_IMPORT_KIND_QUOTAS] = { "period", NULL },
  [ACCORD_IMPORT_KIND_ACTUALS] = { "period", NULL },
  [ACCORD_IMPORT_KIND_OPPORTUNITIES] = { "created", "closed" },
};
static const char *const amount_fields[] = {
  [ACCORD_IMPORT_KIND_MEMBERS] = NULL,
  [ACCORD_IMPORT_KIND_QUOTAS] = "amount",
  [ACCORD_IMPORT_KIND_ACTUALS] = "value",
  [ACCORD_IMPORT_KIND_OPPORTUNITIES] = "amount",
};

static gboolean
tell_dates (AccordImportWork *work,
            GError          **error)
{
  g_auto (Votes) votes = { 0 };
  int way;

  if (work->options->date_order != ACCORD_DATE_ORDER_AUTO)
    {
      work->plan->date_order = work->options->date_order;
      return TRUE;
    }

  for (guint i = 0; i < 2; i++)
    {
      if (date_fields[work->snapshot->kind][i] != NULL)
        each_value (work, date_fields[work->snapshot->kind][i], tell_date, &votes);
    }

  way = count_votes (&votes);
  if (way == -2)
    {
      g_set_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_AMBIGUOUS_DATES,
                   _("The dates are not written one way: “%s” in line %u has the day first, “%s” in line %u the "
                      "month. Say which "
                      "it is."),
                   votes.example[0], votes.line[0], votes.example[1], votes.line[1]);
      return FALSE;
    }
  if (way == -1 && votes.n_open > 0)
    {
      g_set_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_AMBIGUOUS_DATES,
                   _("Nothing tells whether the day or the month comes first in “%s” (line %u) and the other dates. "
                      "Say which it "
                      "is."),
                   votes.open_example, votes.open_line);
      return FALSE;
    }
  if (way >= 0)
    work->plan->date_order = way == 0 ? ACCORD_DATE_ORDER_DMY : ACCORD_DATE_ORDER_MDY;

  return TRUE;
}

typedef struct
{
  Votes certain; /* 0: the comma is the decimal sign, 1: the point */
  Votes groups;  /* of three figures behind one sign: 0 the comma, 1 the point */
} Signs;

/* The sign of figures with one sign that groups no thousands, as most amounts are; '\0' for others. */
static char
tell_plain_point (const char *text)
{
  const char *sign = NULL;
  gsize behind = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '.' || *c == ',')
        {
          if (sign != NULL)
            return '\0';
          sign = c;
        }
      else if (!g_ascii_isdigit (*c))
        return '\0';
      else
        behind += sign != NULL;
    }

  return sign != NULL && behind != 3 ? *sign : '\0';
}

static void
tell_sign (AccordImportWork *work,
           const char       *text,
           guint             line,
           gpointer          data)
{
  Signs *signs = data;
  char point;

  /* Figures alone say nothing. */
  if (strpbrk (text, ",.") == NULL)
    return;

  point = tell_plain_point (text);
  if (point == '\0')
    point = accord_money_tell_point (text);
  if (point != '\0')
    vote (&signs->certain, point == ',' ? 0 : 1, text, line);
  else
    vote (&signs->groups, strchr (text, ',') != NULL ? 0 : 1, text, line);
}

static gboolean
tell_decimal (AccordImportWork *work,
              GError          **error)
{
  g_auto (Votes) certain = { 0 };
  g_auto (Votes) groups = { 0 };
  Signs signs = { 0 };
  int way, grouped;

  if (work->options->decimal != '\0' || amount_fields[work->snapshot->kind] == NULL)
    {
      work->plan->decimal = work->options->decimal;
      return TRUE;
    }

  each_value (work, amount_fields[work->snapshot->kind], tell_sign, &signs);
  certain = signs.certain;
  groups = signs.groups;
  way = count_votes (&certain);
  grouped = count_votes (&groups);
  if (way == -2)
    {
      g_set_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_AMBIGUOUS_DECIMAL,
                   _("The amounts are not written one way: “%s” in line %u has a decimal comma, “%s” in line %u a "
                      "decimal point. "
                      "Say which it is."),
                   certain.example[0], certain.line[0], certain.example[1], certain.line[1]);
      return FALSE;
    }
  /* Three figures behind the only sign are thousands, for no amount has so many decimals; where the currency has, where it
   * need not be an amount, or where both signs stand like this, nobody knows. */
  if (way == -1
      && (grouped == -2
          || (grouped >= 0 && (work->snapshot->decimals >= 3 || work->snapshot->kind == ACCORD_IMPORT_KIND_ACTUALS))))
    {
      g_set_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_AMBIGUOUS_DECIMAL,
                   _("Nothing tells whether “%s” (line %u) is in thousands or has decimals. Say which the decimal "
                      "sign is."),
                   groups.example[grouped == 1 ? 1 : 0], groups.line[grouped == 1 ? 1 : 0]);
      return FALSE;
    }
  if (way >= 0)
    work->plan->decimal = way == 0 ? ',' : '.';
  else if (grouped >= 0)
    work->plan->decimal = grouped == 0 ? '.' : ',';

  return TRUE;
}

gboolean
accord_import_work_tell (AccordImportWork *work,
                         GError          **error)
{
  return tell_dates (work, error) && tell_decimal (work, error);
}

static const char *
name_delimiter (char delimiter)
{
  switch (delimiter)
    {
    case ',':
      return _("comma");

    case ';':
      return _("semicolon");

    case '\t':
      return _("tab");

    case '|':
      return _("bar");

    default:
      return NULL;
    }
}

static void
describe_columns (AccordImportWork *work)
{
  GString *used = g_string_new (NULL);
  GString *unused = g_string_new (NULL);

  for (guint i = 0; i < work->plan->columns->len; i++)
    {
      const AccordImportColumn *column = &g_array_index (work->plan->columns, AccordImportColumn, i);

      if (*column->field != '\0')
        g_string_append_printf (used, "%s%s = “%s”", used->len > 0 ? ", " : "", column->field, column->header);
      else if (*column->header != '\0' && unused->len < 200)
        g_string_append_printf (unused, "%s%s", unused->len > 0 ? ", " : "", column->header);
      if (*column->doubt != '\0')
        accord_import_work_find (work, g_strdup_printf ("“%s”: %s", column->header, column->doubt));
    }
  /* Translators: what each column was taken for: member = “Owner”, … */
  accord_import_work_find (work, g_strdup_printf (_("Columns: %s"), used->str));
  if (unused->len > 0)
    accord_import_work_find (work, g_strdup_printf (_("Columns that are not used: %s"), unused->str));
  g_string_free (used, TRUE);
  g_string_free (unused, TRUE);
}

void
accord_import_work_describe (AccordImportWork *work)
{
  AccordImportPlan *plan = work->plan;
  const char *delimiter = name_delimiter (accord_csv_get_delimiter (work->csv));
  guint below = accord_csv_get_n_rows (work->csv) - work->last_row;
  const char letters[] = { accord_csv_get_delimiter (work->csv), '\0' };

  accord_import_work_find (work, g_strdup_printf (accord_csv_is_encoding_guessed (work->csv)
                                                      ? _("Encoding: %s (a guess), delimiter: %s")
                                                      : _("Encoding: %s, delimiter: %s"),
                                                  accord_csv_get_encoding (work->csv),
                                                  delimiter != NULL ? delimiter : letters));
  if (plan->header_row > 0)
    accord_import_work_find (work, g_strdup_printf (_("The header is in line %u; what stands above it is left out"),
                                                    accord_csv_get_line (work->csv, plan->header_row)));
  describe_columns (work);
  if (plan->decimal != '\0')
    accord_import_work_find (work,
                             g_strdup (plan->decimal == ',' ? _("Decimal sign: comma") : _("Decimal sign: point")));
  if (plan->date_order == ACCORD_DATE_ORDER_DMY)
    accord_import_work_find (work, g_strdup (_("Dates: the day first")));
  else if (plan->date_order == ACCORD_DATE_ORDER_MDY)
    accord_import_work_find (work, g_strdup (_("Dates: the month first")));
  else if (plan->date_order == ACCORD_DATE_ORDER_YMD)
    accord_import_work_find (work, g_strdup (_("Dates: without a doubt about day and month")));
  for (guint row = work->last_row; row < accord_csv_get_n_rows (work->csv) && below > 0; row++)
    {
      if (accord_csv_is_blank (work->csv, row))
        continue;
      accord_import_work_find (work, g_strdup_printf (_("What stands below the table, from line %u on, is left out"),
                                                      accord_csv_get_line (work->csv, row)));
      break;
    }
}
