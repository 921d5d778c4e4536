/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "accord-csv.h"
#include "accord-import-dates.h"
#include "accord-import-headers.h"
#include "accord-import-people.h"
#include "accord-import-words.h"
#include "accord-money.h"

#define FUZZ_ROUNDS 4000

static AccordCsv *
parse (const char *text,
       gssize      length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  AccordCsv *csv = accord_csv_parse (bytes, NULL, NULL, &error);

  g_assert_no_error (error);

  return csv;
}

/* The table as text: cells in brackets, rows on lines. */
static char *
show (AccordCsv *csv)
{
  GString *shown = g_string_new (NULL);

  for (guint row = 0; row < accord_csv_get_n_rows (csv); row++)
    {
      for (guint i = 0; i < accord_csv_get_n_cells (csv, row); i++)
        g_string_append_printf (shown, "[%s]", accord_csv_get_cell (csv, row, i));
      g_string_append_printf (shown, "%u%s\n", accord_csv_get_line (csv, row),
                              accord_csv_get_fault (csv, row) != NULL ? "!" : "");
    }

  return g_string_free (shown, FALSE);
}

static void
test_tables (void)
{
  static const struct
  {
    const char *text;
    gssize length;
    const char *table;
    const char *encoding;
    char delimiter;
  } cases[] = {
    { "a,b\n1,2\n", -1, "[a][b]1\n[1][2]2\n", "UTF-8", ',' },
    { "a;b\r\n1,5;2\r\n", -1, "[a][b]1\n[1,5][2]2\n", "UTF-8", ';' },
    { "a\tb\r1\t2\r", -1, "[a][b]1\n[1][2]2\n", "UTF-8", '\t' },
    { "a|b, c\n1|2, 3", -1, "[a][b, c]1\n[1][2, 3]2\n", "UTF-8", '|' },
    { "sep=;\na,b;c\n", -1, "[a,b][c]2\n", "UTF-8", ';' },
    { "\xef\xbb\xbf" "a,\"b\nc\"\nd,e\n", -1, "[a][b\nc]1\n[d][e]3\n", "UTF-8", ',' },
    { "\xff\xfe" "a\0,\0\xe4\0\n\0", 10, "[a][ä]1\n", "UTF-16LE", ',' },
    { "\xfe\xff\0a\0,\0\xe4\0\n", 10, "[a][ä]1\n", "UTF-16BE", ',' },
    { "a,\xe4\n", -1, "[a][ä]1\n", "WINDOWS-1252", ',' },
    { "a,\0b\n\n,2", 8, "[a][b]1\n[]2\n[][2]3\n", "UTF-8", ',' },
    /* A quotation mark that is never closed spoils its own row alone. */
    { "\"x\ny\",\"open\nb,c\nd,e\n", -1, "[]1!\n[]2!\n[b][c]3\n[d][e]4\n", "UTF-8", ',' },
    { "\"p\",\"q\"\n\"r\"\"\",\"s\nt\"\n\"u\nv\",w,\"open\nx,y", -1, "[p][q]1\n[r\"][s\nt]2\n[]4!\n[]5!\n[x][y]6\n", "UTF-8", ',' },
    { "a,b\n1,\"2\n3,4\n", -1, "[a][b]1\n[]2!\n[3][4]3\n", "UTF-8", ',' },
    { "a,b\n1,x \"y\" z\n", -1, "[a][b]1\n[1][x \"y\" z]2\n", "UTF-8", ',' },
    { "a,b\n1,\"say \"\"hm\"\"\"\n", -1, "[a][b]1\n[1][say \"hm\"]2\n", "UTF-8", ',' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordCsv) csv = parse (cases[i].text, cases[i].length);
      g_autofree char *table = show (csv);

      g_assert_cmpstr (table, ==, cases[i].table);
      g_assert_cmpstr (accord_csv_get_encoding (csv), ==, cases[i].encoding);
      g_assert_cmpint (accord_csv_get_delimiter (csv), ==, cases[i].delimiter);
    }
}

static void
test_refusals (void)
{
  g_autoptr (GBytes) empty = g_bytes_new_static (" \r\n\n", 4);
  g_autoptr (GBytes) text = g_bytes_new_static ("a,\xff\n", 4);
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_csv_parse (empty, NULL, NULL, &error));
  g_assert_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (accord_csv_parse (text, "UTF-8", NULL, &error));
  g_assert_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_ENCODING);
  g_clear_error (&error);
  g_assert_null (accord_csv_parse (text, "NO-SUCH-THING", NULL, &error));
  g_assert_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_ENCODING);
  g_clear_error (&error);
  g_assert_null (accord_csv_parse (text, NULL, "::", &error));
  g_assert_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_DELIMITER);
}

static void
test_huge_cell (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n1,");
  g_autoptr (AccordCsv) csv = NULL;

  for (gsize i = 0; i < ACCORD_CSV_CELL_MAX + 1; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "\n2,3\n");
  csv = parse (text->str, (gssize) text->len);

  g_assert_nonnull (accord_csv_get_fault (csv, 1));
  g_assert_null (accord_csv_get_fault (csv, 2));
  g_assert_cmpstr (accord_csv_get_cell (csv, 2, 1), ==, "3");
}

static char *
find_shared (const char *name)
{
  static const char *const places[] = { "..", "../.." };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", places[i], "shared", "data", name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  return NULL;
}

/* An answer: an array of rows, or of objects by header. */
static void
compare_answer (AccordCsv  *csv,
                JsonArray  *answer,
                const char *name)
{
  g_test_message ("%s", name);
  for (guint i = 0; i < json_array_get_length (answer); i++)
    {
      JsonNode *node = json_array_get_element (answer, i);

      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *row = json_node_get_array (node);

          g_assert_cmpuint (accord_csv_get_n_cells (csv, i), ==, json_array_get_length (row));
          for (guint j = 0; j < json_array_get_length (row); j++)
            g_assert_cmpstr (accord_csv_get_cell (csv, i, j), ==, json_array_get_string_element (row, j));
          continue;
        }
      for (guint j = 0; j < accord_csv_get_n_cells (csv, 0); j++)
        g_assert_cmpstr (accord_csv_get_cell (csv, i + 1, j), ==,
                         json_object_get_string_member (json_node_get_object (node), accord_csv_get_cell (csv, 0, j)));
    }
}

static guint
compare_folder (const char *files,
                const char *answers)
{
  g_autofree char *folder = find_shared (answers);
  g_autofree char *tables = find_shared (files);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint compared = 0;

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".json"));
      g_autofree char *csv_name = g_strconcat (stem, ".csv", NULL);
      g_autofree char *path = g_build_filename (tables, csv_name, NULL);
      g_autofree char *json = g_build_filename (folder, name, NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (AccordCsv) csv = NULL;
      JsonNode *root;

      /* Nothing but blank lines is no file to import, and one answer is about another number than its file. */
      if (g_str_equal (stem, "all-empty") || g_str_equal (stem, "location_coordinates"))
        continue;
      g_assert_true (json_parser_load_from_file (parser, json, NULL));
      root = json_parser_get_root (parser);
      csv = accord_csv_load (path, NULL, NULL, NULL);
      g_assert_nonnull (csv);
      compare_answer (csv, json_node_get_array (root), name);
      compared++;
    }

  return compared;
}

static void
test_answers (void)
{
  g_autofree char *shared = find_shared ("csv-nasty");

  if (shared == NULL)
    {
      g_test_skip ("no ../shared/data/csv-nasty");
      return;
    }

  g_assert_cmpuint (compare_folder ("csv-nasty/csv-spectrum/csvs", "csv-nasty/csv-spectrum/json"), ==, 11);
  g_assert_cmpuint (compare_folder ("csv-nasty/sineemore/csv", "csv-nasty/sineemore/json"), >=, 16);
}

static void
read_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordCsv) csv = NULL;

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        {
          read_folder (file);
          continue;
        }
      csv = accord_csv_load (file, NULL, NULL, &error);
      if (csv == NULL)
        g_assert_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_EMPTY);
      else
        g_assert_cmpuint (accord_csv_get_n_rows (csv), >, 0);
    }
}

/* Whatever is odd about them is read, or refused in words. */
static void
test_odd_files (void)
{
  g_autofree char *shared = find_shared ("csv-nasty");

  if (shared == NULL)
    g_test_skip ("no ../shared/data/csv-nasty");
  else
    read_folder (shared);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    AccordDateOrder order;
    const char *iso;
    AccordDateOrder tells;
  } cases[] = {
    { "2013-07-01", ACCORD_DATE_ORDER_AUTO, "2013-07-01", ACCORD_DATE_ORDER_YMD },
    { "2013/7/1 0:00", ACCORD_DATE_ORDER_MDY, "2013-07-01", ACCORD_DATE_ORDER_YMD },
    { "2013-07-01T09:30:00Z", ACCORD_DATE_ORDER_AUTO, "2013-07-01", ACCORD_DATE_ORDER_YMD },
    { "20130701", ACCORD_DATE_ORDER_AUTO, "2013-07-01", ACCORD_DATE_ORDER_YMD },
    { "01.07.2013", ACCORD_DATE_ORDER_AUTO, "2013-07-01", ACCORD_DATE_ORDER_YMD },
    { "1 July 2013", ACCORD_DATE_ORDER_AUTO, "2013-07-01", ACCORD_DATE_ORDER_YMD },
    { "Jul 1st, 2013", ACCORD_DATE_ORDER_AUTO, "2013-07-01", ACCORD_DATE_ORDER_YMD },
    { "1. März 2013", ACCORD_DATE_ORDER_AUTO, "2013-03-01", ACCORD_DATE_ORDER_YMD },
    { "1 de agosto de 2013", ACCORD_DATE_ORDER_AUTO, "2013-08-01", ACCORD_DATE_ORDER_YMD },
    { "15 août 2013", ACCORD_DATE_ORDER_AUTO, "2013-08-15", ACCORD_DATE_ORDER_YMD },
    { "3/4/2013", ACCORD_DATE_ORDER_DMY, "2013-04-03", ACCORD_DATE_ORDER_AUTO },
    { "3/4/2013", ACCORD_DATE_ORDER_MDY, "2013-03-04", ACCORD_DATE_ORDER_AUTO },
    { "3/4/2013", ACCORD_DATE_ORDER_AUTO, NULL, ACCORD_DATE_ORDER_AUTO },
    { "03/04/2013", ACCORD_DATE_ORDER_YMD, NULL, ACCORD_DATE_ORDER_AUTO },
    { "03/04/13", ACCORD_DATE_ORDER_YMD, "2003-04-13", ACCORD_DATE_ORDER_AUTO },
    { "13/4/13", ACCORD_DATE_ORDER_DMY, "2013-04-13", ACCORD_DATE_ORDER_DMY },
    { "4/13/98", ACCORD_DATE_ORDER_MDY, "1998-04-13", ACCORD_DATE_ORDER_MDY },
    { "13/7/1", ACCORD_DATE_ORDER_DMY, NULL, ACCORD_DATE_ORDER_AUTO },
    { "29/2/2013", ACCORD_DATE_ORDER_DMY, NULL, ACCORD_DATE_ORDER_DMY },
    { "soon", ACCORD_DATE_ORDER_DMY, NULL, ACCORD_DATE_ORDER_AUTO },
    { "", ACCORD_DATE_ORDER_DMY, NULL, ACCORD_DATE_ORDER_AUTO },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordDate date = accord_import_read_date (cases[i].text, cases[i].order, 2026);
      g_autofree char *iso = accord_date_to_iso (date);
      AccordImportDay day;

      g_assert_cmpstr (iso, ==, cases[i].iso);
      if (accord_import_day_parse (cases[i].text, 2026, &day))
        g_assert_cmpint (accord_import_day_tell (&day), ==, cases[i].tells);
    }
}

static void
test_periods (void)
{
  static const struct
  {
    const char *text;
    int year;
    const char *period; /* NULL: none */
  } cases[] = {
    { "2013-Q2", 0, "2013-Q2" },  { "Q2 2013", 0, "2013-Q2" },   { "2q13", 0, "2013-Q2" },    { "2013Q2", 0, "2013-Q2" },
    { "FY13 Q2", 0, "2013-Q2" },  { "2013-07", 0, "2013-07" },   { "07/2013", 0, "2013-07" }, { "2013M07", 0, "2013-07" },
    { "201307", 0, "2013-07" },   { "July 2013", 0, "2013-07" }, { "Jul-13", 0, "2013-07" },  { "août 2013", 0, "2013-08" },
    { "2019/09/01", 0, "2019-09" }, { "2013", 0, "2013" },       { "FY13", 0, "2013" },       { "M07", 2013, "2013-07" },
    { "Q3", 2013, "2013-Q3" },    { "7", 2013, "2013-07" },      { "Dez", 2013, "2013-12" },  { "M07", 0, NULL },
    { "2013-13", 0, NULL },       { "2013-Q5", 0, NULL },        { "whenever", 2013, NULL },  { "", 0, NULL },
    { "2013-W12", 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordDate starts = ACCORD_DATE_NONE;
      AccordGrain grain = ACCORD_GRAIN_DAY;
      gboolean read = accord_import_read_period (cases[i].text, cases[i].year, ACCORD_DATE_ORDER_AUTO, 2026, 1, &starts,
                                                 &grain);
      g_autofree char *period = read ? accord_grain_period_to_text (starts, grain, 1) : NULL;

      g_assert_cmpstr (period, ==, cases[i].period);
    }
}

static void
test_headers (void)
{
  static const struct
  {
    AccordImportKind kind;
    const char *header;
    const char *field;
  } cases[] = {
    { ACCORD_IMPORT_KIND_MEMBERS, "Employee_Name", "name" },  { ACCORD_IMPORT_KIND_MEMBERS, "E-Mail", "email" },
    { ACCORD_IMPORT_KIND_MEMBERS, "UPN", "email" },           { ACCORD_IMPORT_KIND_MEMBERS, "DateofHire", "started" },
    { ACCORD_IMPORT_KIND_MEMBERS, "Fecha de baja", "left" },  { ACCORD_IMPORT_KIND_MEMBERS, "ManagerName", "manager" },
    { ACCORD_IMPORT_KIND_MEMBERS, "regional_office", "territory" }, { ACCORD_IMPORT_KIND_MEMBERS, "EmpID", "id" },
    { ACCORD_IMPORT_KIND_MEMBERS, "Position", "role" },       { ACCORD_IMPORT_KIND_MEMBERS, "PositionID", NULL },
    { ACCORD_IMPORT_KIND_QUOTAS, "Verkäufer", "member" },     { ACCORD_IMPORT_KIND_QUOTAS, "TargetAmount", "amount" },
    { ACCORD_IMPORT_KIND_QUOTAS, "Target Month", "period" },  { ACCORD_IMPORT_KIND_QUOTAS, "Año", "year" },
    { ACCORD_IMPORT_KIND_QUOTAS, "", NULL },                  { ACCORD_IMPORT_KIND_QUOTAS, "a b", NULL },
  };
  gboolean has_year;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int rank;

      g_assert_cmpstr (accord_import_header_find (cases[i].kind, cases[i].header, &rank), ==, cases[i].field);
    }
  g_assert_true (accord_import_is_period_header ("M07", &has_year) && !has_year);
  g_assert_true (accord_import_is_period_header ("Jan 2013", &has_year) && has_year);
  g_assert_false (accord_import_is_period_header ("Maria", &has_year));
  g_assert_false (accord_import_is_period_header ("2013", &has_year));
}

static void
test_words (void)
{
  g_autofree char *tidy = accord_import_tidy ("  Ann\xc2\xa0\t Lee\n");
  g_autofree char *words = accord_import_words_key ("Saraiva, José");
  g_autofree char *other = accord_import_words_key ("jose SARAIVA");

  g_assert_cmpstr (tidy, ==, "Ann Lee");
  g_assert_cmpstr (words, ==, other);
  g_assert_true (accord_import_is_slip ("carolyn", "carolin"));
  g_assert_true (accord_import_is_slip ("anna snelling", "nana snelling"));
  g_assert_false (accord_import_is_slip ("joe", "zoe"));
  g_assert_false (accord_import_is_slip ("emp0001", "emp0002"));
  g_assert_true (accord_import_is_nothing (" N/A ", FALSE));
  g_assert_false (accord_import_is_nothing ("NA", FALSE));
  g_assert_true (accord_import_is_total ("Grand Total"));
  g_assert_false (accord_import_is_total ("Tom Total"));
}

static void
test_amounts (void)
{
  static const struct
  {
    const char *text;
    char tells;
    char point;
    gint64 amount; /* -1: refused */
  } cases[] = {
    { "USD 1,054.00", '.', '.', 105400 }, { "1.054,00 €", ',', ',', 105400 }, { "1,054", '\0', '.', 105400 },
    { "1.054", '\0', ',', 105400 },       { "1.054", '\0', '.', -1 },         { "1,5", ',', ',', 150 },
    { "1.234.567", ',', ',', 123456700 }, { "(1,000)", '\0', '.', -1 },       { "1'000.5", '.', '.', 100050 },
    { "1,054.00", '.', ',', -1 },         { "12", '\0', '.', 1200 },          { "x", '\0', '.', -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 amount = -1;

      g_assert_cmpint (accord_money_tell_point (cases[i].text), ==, cases[i].tells);
      accord_money_parse_with_point (cases[i].text, cases[i].point, 2, &amount, NULL);
      g_assert_cmpint (amount, ==, cases[i].amount);
    }
}

/* The same mutations every time: nothing crashes, everything ends, what comes out is UTF-8. */
static void
test_fuzz (void)
{
  static const char *const seeds[] = {
    "name,email\nAnn,\"a@x, b\"\r\nBob,\"say \"\"x\"\"\"\n",
    "Verk\xe4ufer;Monat;Betrag\r\nJos\xe9;01.03.2013;1.054,00\r\n",
    ("\xef\xbb\xbf" "a|b\n\n1|2\n\""),
    "sep=;\na;b\n1;2\n",
  };
  static const char odd[] = { '"', ',', ';', '\n', '\r', '\0', '\xff', '\xfe', '\xc3', 'a', ' ', '\t' };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);

  for (guint round = 0; round < FUZZ_ROUNDS; round++)
    {
      const char *seed = seeds[round % G_N_ELEMENTS (seeds)];
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GBytes) all = NULL;
      g_autoptr (AccordCsv) csv = NULL;
      g_autoptr (GError) error = NULL;

      g_byte_array_append (bytes, (const guint8 *) seed, (guint) strlen (seed));
      for (gint32 i = g_rand_int_range (rand, 1, 12); i > 0; i--)
        {
          guint at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len);
          guint8 byte = (guint8) odd[g_rand_int_range (rand, 0, sizeof odd)];

          if (g_rand_boolean (rand) || bytes->len < 4)
            g_byte_array_append (bytes, &byte, 1);
          else if (g_rand_boolean (rand))
            bytes->data[at] = byte;
          else
            g_byte_array_remove_range (bytes, at, (guint) g_rand_int_range (rand, 1, 4) % (bytes->len - at + 1));
        }
      all = g_bytes_new (bytes->data, bytes->len);
      csv = accord_csv_parse (all, NULL, NULL, &error);
      g_assert_true ((csv == NULL) == (error != NULL));
      for (guint row = 0; csv != NULL && row < accord_csv_get_n_rows (csv); row++)
        {
          for (guint i = 0; i < accord_csv_get_n_cells (csv, row); i++)
            g_assert_true (g_utf8_validate (accord_csv_get_cell (csv, row, i), -1, NULL));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/tables", test_tables);
  g_test_add_func ("/csv/refusals", test_refusals);
  g_test_add_func ("/csv/huge-cell", test_huge_cell);
  g_test_add_func ("/csv/answers", test_answers);
  g_test_add_func ("/csv/odd-files", test_odd_files);
  g_test_add_func ("/csv/fuzz", test_fuzz);
  g_test_add_func ("/import/dates", test_dates);
  g_test_add_func ("/import/periods", test_periods);
  g_test_add_func ("/import/headers", test_headers);
  g_test_add_func ("/import/words", test_words);
  g_test_add_func ("/import/amounts", test_amounts);

  return g_test_run ();
}
