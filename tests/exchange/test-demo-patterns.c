/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "accord-demo.h"
#include "accord-forecast-table.h"
#include "accord-member.h"
#include "accord-pattern-table.h"

/* The demo team is there to show things: each of four people one of the four patterns in this quarter, the others none. */

#define TODAY accord_date_new (2026, 11, 23)

typedef struct
{
  char *folder;
  AccordWorkspace *workspace;
  GPtrArray *members;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *list;

  fixture->folder = g_dir_make_tmp ("accord-demo-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "demo.accord", NULL);
  accord_demo_write (path, NULL, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->workspace = accord_workspace_open (path, ACCORD_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  fixture->members = g_ptr_array_new_with_free_func (g_object_unref);
  list = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_MEMBER);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (fixture->members, g_list_model_get_item (list, i));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "demo.accord", NULL);

  g_ptr_array_unref (fixture->members);
  g_clear_object (&fixture->workspace);
  g_unlink (path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static AccordMember *
find (Fixture    *fixture,
      const char *first_name)
{
  for (guint i = 0; i < fixture->members->len; i++)
    {
      if (g_str_has_prefix (accord_member_get_name (fixture->members->pdata[i]), first_name))
        return fixture->members->pdata[i];
    }

  g_assert_not_reached ();
}

static void
test_patterns (Fixture      *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *name;
    int shows; /* -1: none */
  } expected[] = {
    { "Joe", ACCORD_PATTERN_OUTREACH }, { "Craig", ACCORD_PATTERN_EARLY_LOSSES }, { "Melissa", ACCORD_PATTERN_ACCOUNTS },
    { "Daniel", ACCORD_PATTERN_FOLLOW_UP }, { "Carolyn", -1 }, { "Priya", -1 },
  };
  g_autoptr (AccordPatternTable) table = NULL;
  g_autoptr (GError) error = NULL;

  table = accord_pattern_table_new (fixture->workspace, (AccordQuarter) { 2026, 4 }, TODAY, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const AccordPatternRow *row
        = accord_pattern_table_find (table, accord_record_get_id (ACCORD_RECORD (find (fixture, expected[i].name))));

      for (guint j = 0; j < ACCORD_N_PATTERNS; j++)
        {
          g_test_message ("%s: %s", expected[i].name, accord_pattern_kind_get_label (row->patterns[j].kind));
          g_assert_true ((row->patterns[j].state == ACCORD_PATTERN_SHOWS) == ((int) j == expected[i].shows));
        }
      g_assert_cmpint (row->patterns[ACCORD_PATTERN_EARLY_LOSSES].state, !=, ACCORD_PATTERN_UNKNOWN);
      g_assert_true (row->figures.ideal_known);
    }
}

static void
test_forecasts (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (AccordForecastTable) table = NULL;
  g_autoptr (GError) error = NULL;

  table = accord_forecast_table_new (fixture->workspace, fixture->members, (AccordQuarter) { 2026, 4 }, TODAY, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const AccordForecastRow *row = &g_array_index (table->rows, AccordForecastRow, i);
      GPtrArray *said = accord_forecast_book_list (table->book, row->member, accord_date_new (2026, 10, 1));

      if (accord_member_get_leader (fixture->members->pdata[i]))
        {
          g_assert_null (said);
          continue;
        }
      g_assert_cmpuint (said->len, ==, 2);
      g_assert_cmpint (row->made_on, ==, accord_date_new (2026, 11, 20));
      for (guint j = 0; j < ACCORD_FORECAST_PAST_QUARTERS; j++)
        g_assert_cmpint (row->past[j].accuracy, !=, ACCORD_UNKNOWN);
    }
  /* Joe hopes for too much. */
  g_assert_cmpint (g_array_index (table->rows, AccordForecastRow,
                                  accord_record_get_id (ACCORD_RECORD (find (fixture, "Joe"))) - 1).bias,
                   >, 5 * (ACCORD_RATE_ONE / 100));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);

  g_test_add ("/demo/this-quarter", Fixture, NULL, set_up, test_patterns, tear_down);
  g_test_add ("/demo/forecasts", Fixture, NULL, set_up, test_forecasts, tear_down);

  return g_test_run ();
}
