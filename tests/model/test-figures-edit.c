/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-figures-edit.h"
#include "accord-split.h"

static gboolean
edit (AccordMemberFigures *figures,
      AccordFigure         figure,
      gint64               value)
{
  AccordFiguresEdit change = { 0 };

  accord_figures_edit_set (&change, figure, value);

  return accord_member_figures_edit (figures, &change, 0, NULL, 0, NULL, NULL);
}

static void
assert_quarters (const AccordMemberFigures *figures,
                 gint64                     q1,
                 gint64                     q2,
                 gint64                     q3,
                 gint64                     q4)
{
  g_assert_cmpint (figures->quarters[0], ==, q1);
  g_assert_cmpint (figures->quarters[1], ==, q2);
  g_assert_cmpint (figures->quarters[2], ==, q3);
  g_assert_cmpint (figures->quarters[3], ==, q4);
}

/* What was typed in one cell after another stands, though nothing but the figures is kept between them. */
static void
test_typed_stands (void)
{
  AccordMemberFigures figures = ACCORD_MEMBER_FIGURES_INIT;

  g_assert_false (edit (&figures, ACCORD_FIGURE_Q1, 10));
  g_assert_true (edit (&figures, ACCORD_FIGURE_COMMITMENT, 100));
  assert_quarters (&figures, 25, 25, 25, 25);
  g_assert_true (edit (&figures, ACCORD_FIGURE_Q1, 10));
  assert_quarters (&figures, 10, 30, 30, 30);
  g_assert_true (edit (&figures, ACCORD_FIGURE_Q3, 50));
  assert_quarters (&figures, 10, 20, 50, 20);
  g_assert_true (edit (&figures, ACCORD_FIGURE_COMMITMENT, 120));
  assert_quarters (&figures, 10, 30, 50, 30);
  g_assert_true (edit (&figures, ACCORD_FIGURE_Q2, ACCORD_UNKNOWN));
  assert_quarters (&figures, 30, 30, 30, 30);
  g_assert_false (edit (&figures, ACCORD_FIGURE_Q2, 121));
  assert_quarters (&figures, 30, 30, 30, 30);
  g_assert_cmpint (figures.quota, ==, ACCORD_UNKNOWN);
  g_assert_true (edit (&figures, ACCORD_FIGURE_QUOTA, 70));
  g_assert_cmpint (figures.quota, ==, 70);
  g_assert_cmpint (figures.commitment, ==, 120);
}

/* domain.md: 1,000,000 by 17/23/30/30 %. */
static void
test_season (void)
{
  const gint64 season[4] = { 17, 23, 30, 30 };
  AccordMemberFigures figures = ACCORD_MEMBER_FIGURES_INIT;
  AccordFiguresEdit change = { 0 };

  accord_figures_edit_set (&change, ACCORD_FIGURE_COMMITMENT, 100000000);
  g_assert_true (accord_member_figures_edit (&figures, &change, 2, season, 0, NULL, NULL));
  assert_quarters (&figures, 17000000, 23000000, 30000000, 30000000);
}

static void
test_paste (void)
{
  AccordMemberFigures figures = ACCORD_MEMBER_FIGURES_INIT;
  AccordFiguresEdit change = { 0 };
  g_autoptr (GError) error = NULL;

  /* Four quarters are a year. */
  for (int i = 0; i < 4; i++)
    accord_figures_edit_set (&change, ACCORD_FIGURE_Q1 + i, 10 + i);
  g_assert_true (accord_member_figures_edit (&figures, &change, 0, NULL, 0, NULL, NULL));
  g_assert_cmpint (figures.commitment, ==, 46);
  assert_quarters (&figures, 10, 11, 12, 13);

  /* With a year that says otherwise they are refused, whole. */
  accord_figures_edit_set (&change, ACCORD_FIGURE_QUOTA, 40);
  accord_figures_edit_set (&change, ACCORD_FIGURE_COMMITMENT, 50);
  g_assert_false (accord_member_figures_edit (&figures, &change, 0, NULL, 0, NULL, &error));
  g_assert_error (error, ACCORD_FIGURES_ERROR, ACCORD_FIGURES_ERROR_SUM);
  g_assert_cmpint (figures.commitment, ==, 46);
  g_assert_cmpint (figures.quota, ==, ACCORD_UNKNOWN);
  g_clear_error (&error);

  /* So are three that leave less than nothing for the fourth. */
  change.given[ACCORD_FIGURE_Q4] = FALSE;
  accord_figures_edit_set (&change, ACCORD_FIGURE_Q1, 30);
  accord_figures_edit_set (&change, ACCORD_FIGURE_Q3, 30);
  g_assert_false (accord_member_figures_edit (&figures, &change, 0, NULL, 0, NULL, &error));
  g_assert_error (error, ACCORD_FIGURES_ERROR, ACCORD_FIGURES_ERROR_SUM);
}

/* A locked quarter stands whatever else is typed. */
static void
test_locked (void)
{
  AccordMemberFigures figures = ACCORD_MEMBER_FIGURES_INIT;
  AccordFiguresEdit change = { 0 };

  g_assert_true (edit (&figures, ACCORD_FIGURE_COMMITMENT, 100));
  for (int i = 1; i < 4; i++)
    {
      change = (AccordFiguresEdit) { 0 };
      accord_figures_edit_set (&change, ACCORD_FIGURE_Q1 + i, 10 * i);
      g_assert_true (accord_member_figures_edit (&figures, &change, 0, NULL, 1, NULL, NULL));
      g_assert_cmpint (figures.quarters[0], ==, 25);
      g_assert_cmpint (figures.quarters[i], ==, 10 * i);
    }
}

/* Neither four quarters that are pasted nor a smaller year undo a lock. */
static void
test_lock_is_not_undone (void)
{
  AccordMemberFigures figures = ACCORD_MEMBER_FIGURES_INIT;
  AccordFiguresEdit change = { 0 }, year = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (edit (&figures, ACCORD_FIGURE_COMMITMENT, 100));
  for (int i = 0; i < 4; i++)
    accord_figures_edit_set (&change, ACCORD_FIGURE_Q1 + i, 10 + i);
  g_assert_false (accord_member_figures_edit (&figures, &change, 0, NULL, 2, NULL, &error));
  g_assert_error (error, ACCORD_SPLIT_ERROR, ACCORD_SPLIT_ERROR_LOCKED);
  assert_quarters (&figures, 25, 25, 25, 25);
  g_clear_error (&error);
  accord_figures_edit_set (&change, ACCORD_FIGURE_Q2, 25);
  g_assert_true (accord_member_figures_edit (&figures, &change, 0, NULL, 2, NULL, NULL));
  assert_quarters (&figures, 10, 25, 12, 13);

  accord_figures_edit_set (&year, ACCORD_FIGURE_COMMITMENT, 24);
  g_assert_false (accord_member_figures_edit (&figures, &year, 0, NULL, 2, NULL, &error));
  g_assert_error (error, ACCORD_SPLIT_ERROR, ACCORD_SPLIT_ERROR_LOCKED);
  g_assert_cmpint (figures.commitment, ==, 60);
  accord_figures_edit_set (&year, ACCORD_FIGURE_COMMITMENT, 25);
  g_assert_true (accord_member_figures_edit (&figures, &year, 0, NULL, 2, NULL, NULL));
  assert_quarters (&figures, 0, 25, 0, 0);
}

static void
test_cleared (void)
{
  const gint64 committed[4] = { 1, 2, 3, 4 };
  AccordMemberFigures figures = ACCORD_MEMBER_FIGURES_INIT;
  AccordFiguresEdit change = { 0 };

  g_assert_true (edit (&figures, ACCORD_FIGURE_COMMITMENT, 100));
  figures.committed = 10;
  accord_figures_edit_set (&change, ACCORD_FIGURE_COMMITMENT, ACCORD_UNKNOWN);
  g_assert_true (accord_member_figures_edit (&figures, &change, 0, NULL, 0, committed, NULL));
  g_assert_cmpint (figures.commitment, ==, 10);
  assert_quarters (&figures, 1, 2, 3, 4);
  figures.committed = ACCORD_UNKNOWN;
  g_assert_true (accord_member_figures_edit (&figures, &change, 0, NULL, 0, NULL, NULL));
  g_assert_cmpint (figures.commitment, ==, ACCORD_UNKNOWN);
  assert_quarters (&figures, ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN);
}

/* Whatever is typed, in whatever order: the quarters add up, and the one typed last is what was typed. */
static void
test_adds_up (void)
{
  const gint64 season[4] = { 17, 23, 30, 30 };

  for (guint run = 0; run < 200; run++)
    {
      AccordMemberFigures figures = ACCORD_MEMBER_FIGURES_INIT;

      for (guint i = 0; i < 50; i++)
        {
          AccordFigure figure = (AccordFigure) g_test_rand_int_range (0, ACCORD_N_FIGURES);
          gint64 value = (gint64) g_test_rand_int_range (0, 100000) * 12345;
          AccordFiguresEdit change = { 0 };
          gint64 sum = 0;

          accord_figures_edit_set (&change, figure, value);
          if (accord_member_figures_edit (&figures, &change, 2, season, 0, NULL, NULL))
            g_assert_cmpint (accord_member_figures_get (&figures, figure), ==, value);
          if (figures.commitment == ACCORD_UNKNOWN)
            continue;
          for (guint q = 0; q < 4; q++)
            {
              g_assert_cmpint (figures.quarters[q], >=, 0);
              sum += figures.quarters[q];
            }
          g_assert_cmpint (sum, ==, figures.commitment);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures-edit/typed-stands", test_typed_stands);
  g_test_add_func ("/figures-edit/season", test_season);
  g_test_add_func ("/figures-edit/paste", test_paste);
  g_test_add_func ("/figures-edit/locked", test_locked);
  g_test_add_func ("/figures-edit/lock-is-not-undone", test_lock_is_not_undone);
  g_test_add_func ("/figures-edit/cleared", test_cleared);
  g_test_add_func ("/figures-edit/adds-up", test_adds_up);

  return g_test_run ();
}
