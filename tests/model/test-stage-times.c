/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-stage-times.h"

#define DAYS(n) ((AccordRate) (n) * ACCORD_RATE_ONE)
#define AS_OF 1000

/* One opportunity as it was seen: "day stage state", space-separated, o w l for the state; created 0 for unknown. */
typedef struct
{
  AccordDate created;
  const char *seen;
} Course;

static AccordStageTimes *
follow (const Course *courses,
        gsize         n)
{
  AccordStageTimes *times = accord_stage_times_new (AS_OF);

  for (gsize i = 0; i < n; i++)
    {
      g_auto (GStrv) words = g_strsplit (courses[i].seen, " ", -1);

      for (guint j = 0; words[j] != NULL && *words[j] != '\0'; j += 3)
        accord_stage_times_add (times, (gint64) i + 1, courses[i].created, (AccordDate) g_ascii_strtoll (words[j], NULL, 10),
                                words[j + 1],
                                *words[j + 2] == 'o' ? ACCORD_OPPORTUNITY_OPEN
                                : *words[j + 2] == 'w' ? ACCORD_OPPORTUNITY_WON
                                                       : ACCORD_OPPORTUNITY_LOST);
    }
  accord_stage_times_end (times);

  return times;
}

/* "A0 B1 C-": names with their places. */
static char *
dup_order (const AccordStageTimes *times)
{
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < accord_stage_times_get_n_stages (times); i++)
    {
      const AccordStage *stage = accord_stage_times_get_stage (times, i);

      g_string_append_printf (order, "%s%s", i > 0 ? " " : "", stage->name);
      if (stage->position >= 0)
        g_string_append_printf (order, "%d", stage->position);
      else
        g_string_append_c (order, '-');
    }

  return g_string_free (order, FALSE);
}

static void
test_order (void)
{
  static const struct
  {
    const char *order;
    Course courses[5];
    gsize n;
  } cases[] = {
    { "", { { 0, "" } }, 0 },
    { "A-", { { 0, "10 A o" } }, 1 },
    /* Nobody was seen in two stages. */
    { "A- B-", { { 0, "10 A o" }, { 0, "10 B o" } }, 2 },
    { "A0 B1 C2", { { 0, "10 A o 20 B o 30 C o" } }, 1 },
    /* Two ends meet: C is seen first of all, and comes last. */
    { "A0 B1 C2", { { 0, "5 C o" }, { 0, "10 A o 20 B o" }, { 0, "10 B o 20 C o" } }, 3 },
    /* The way most of them go. */
    { "A0 B1", { { 0, "10 B o 20 A o" }, { 0, "10 A o 20 B o" }, { 0, "10 A o 20 B o" } }, 3 },
    /* Back and forth counts once. */
    { "A0 B1", { { 0, "10 A o 20 B o 30 A o 40 B o 50 A o" } }, 1 },
    /* What closed ones have is no stage, and one that is in none of the ways has no place. */
    { "A0 B1 X-", { { 0, "10 A o 20 B o 30 Won w" }, { 0, "10 A o 30 Lost l" }, { 0, "10 X o 20 Lost l" } }, 3 },
    /* What is seen later than as of is not seen. */
    { "A-", { { 0, "10 A o 1001 B o" } }, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordStageTimes) times = follow (cases[i].courses, cases[i].n);
      g_autofree char *order = dup_order (times);

      g_test_message ("%s", cases[i].order);
      g_assert_cmpstr (order, ==, cases[i].order);
    }
}

static void
test_median (void)
{
  const Course courses[] = {
    { 90, "100 A o 110 B o 140 Won w" },  /* A: 20 from the day it was created; B: 30 */
    { 100, "100 A o 130 B o 140 Won w" }, /* A: 30; B: 10 */
    { 0, "100 A o 105 B o 116 Lost l" },  /* A: at least 5, left out; B: 11 */
    { 50, "100 B o 900 Lost l" },         /* B: was in it before */
    { 120, "100 A o 101 Lost l" },        /* created after it was seen: not known since when */
    { 500, "500 A o" },                   /* still there */
  };
  g_autoptr (AccordStageTimes) times = follow (courses, G_N_ELEMENTS (courses));
  const AccordStage *a = accord_stage_times_find_stage (times, "A");
  const AccordStage *b = accord_stage_times_find_stage (times, "B");

  g_assert_cmpuint (a->n_stays, ==, 2);
  g_assert_cmpint (a->median, ==, DAYS (25));
  g_assert_cmpuint (b->n_stays, ==, 3);
  g_assert_cmpint (b->median, ==, DAYS (11));
  g_assert_null (accord_stage_times_find_stage (times, "Won"));
}

/* Medians: A 10 days, B 20; C nobody has left yet. */
static void
test_aged (void)
{
  static const struct
  {
    const char *seen;
    const char *stage;
    AccordDate created;
    AccordDate since;
    gint64 days;
    gboolean at_least;
    gboolean aged;
  } cases[] = {
    { "995 A o", "A", 990, 990, 10, FALSE, FALSE },
    { "995 A o", "A", 989, 989, 11, FALSE, TRUE },
    /* Unknown since when: what is known may be enough. */
    { "995 A o", "A", 0, 995, 5, TRUE, FALSE },
    { "989 A o", "A", 0, 989, 11, TRUE, TRUE },
    { "979 B o", "B", 100, 979, 21, TRUE, TRUE },
    { "970 A o 980 B o", "B", 0, 980, 20, FALSE, FALSE },
    { "970 A o 979 B o", "B", 0, 979, 21, FALSE, TRUE },
    /* Nobody has left it: nothing to compare with. */
    { "100 B o 110 C o", "C", 0, 110, 890, FALSE, FALSE },
    /* Back in the stage, it begins anew. */
    { "900 A o 950 B o 995 A o", "A", 0, 995, 5, FALSE, FALSE },
    /* Opened again after it was closed. */
    { "900 Lost l 980 A o", "A", 900, 980, 20, FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Course courses[] = { { 100, "100 A o 110 B o 130 Won w" }, { cases[i].created, cases[i].seen } };
      g_autoptr (AccordStageTimes) times = follow (courses, G_N_ELEMENTS (courses));
      AccordStageStay stay;

      g_test_message ("%s, created %d", cases[i].seen, cases[i].created);
      g_assert_true (accord_stage_times_get_stay (times, 2, &stay));
      g_assert_cmpstr (stay.stage->name, ==, cases[i].stage);
      g_assert_cmpint (stay.since, ==, cases[i].since);
      g_assert_cmpint (stay.days, ==, cases[i].days);
      g_assert_true (stay.at_least == cases[i].at_least);
      g_assert_true (stay.aged == cases[i].aged);
      g_assert_false (accord_stage_times_get_stay (times, 1, &stay));
      g_assert_false (accord_stage_times_get_stay (times, 99, &stay));
    }
}

static void
test_losses (void)
{
  const Course courses[] = {
    { 0, "10 A o 20 B o 30 C o 40 D o 50 Won w" },
    { 0, "10 A o 20 B o 30 Lost l" },  /* the last one that was seen */
    { 0, "10 A o 20 C l" },            /* as it was lost, for open ones are seen in it too */
    { 0, "10 Lost l" },                /* nothing tells */
    { 0, "10 A o 20 Lost l 30 C o 40 Lost l" },
    { 0, "10 A o" },
    { 0, "10 A o 20 Lost l 30 B o" },  /* open again */
    { 0, "10 A l" },
    { 0, "10 X o 20 Lost l" },         /* a stage without a place */
  };
  const char *const lost_in[] = { NULL, "B", "C", NULL, "C", NULL, NULL, "A", "X" };
  const gboolean early[] = { FALSE, TRUE, FALSE, FALSE, FALSE, FALSE, FALSE, TRUE, FALSE };
  g_autoptr (AccordStageTimes) times = follow (courses, G_N_ELEMENTS (courses));

  for (gsize i = 0; i < G_N_ELEMENTS (courses); i++)
    {
      const AccordStage *stage = accord_stage_times_get_loss (times, (gint64) i + 1);

      g_test_message ("%s", courses[i].seen);
      g_assert_cmpstr (stage != NULL ? stage->name : NULL, ==, lost_in[i]);
      g_assert_true ((stage != NULL && accord_stage_is_early (stage)) == early[i]);
    }
}

/* Whoever goes straight through, with steps left out here and there, gives the stages in their order, and stays of one length
 * have it for their median. */
static void
test_straight (void)
{
  static const char *const names[] = { "Q", "D", "P", "N", "R", "S" };

  for (int run = 0; run < 50; run++)
    {
      g_autoptr (AccordStageTimes) times = accord_stage_times_new (AS_OF);
      const int length = g_test_rand_int_range (1, 40);
      guint last = 0;

      for (int i = 1; i <= 60; i++)
        {
          AccordDate day = g_test_rand_int_range (1, 300);
          const AccordDate created = day;

          for (guint j = 0; j < G_N_ELEMENTS (names); j++)
            {
              if (j > 0 && g_test_rand_int_range (0, 4) == 0)
                continue;
              accord_stage_times_add (times, i, created, day, names[j], ACCORD_OPPORTUNITY_OPEN);
              day += length;
            }
          accord_stage_times_add (times, i, created, day, "Won", ACCORD_OPPORTUNITY_WON);
        }
      accord_stage_times_end (times);

      g_assert_cmpuint (accord_stage_times_get_n_stages (times), ==, G_N_ELEMENTS (names));
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          const AccordStage *stage = accord_stage_times_get_stage (times, j);

          g_assert_cmpstr (stage->name, ==, names[j]);
          g_assert_cmpint (stage->position, ==, (int) j);
          g_assert_cmpint (stage->median, ==, DAYS (length));
          last += stage->n_stays;
        }
      g_assert_cmpuint (last, >=, 60);
    }
}

/* A file with another text in every row is no reason to fall over. */
static void
test_many (void)
{
  g_autoptr (AccordStageTimes) times = accord_stage_times_new (AS_OF);
  AccordStageStay stay;

  for (int i = 1; i <= 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Stage %d", i);

      accord_stage_times_add (times, i, 1, 1, "First", ACCORD_OPPORTUNITY_OPEN);
      accord_stage_times_add (times, i, 1, 2, name, ACCORD_OPPORTUNITY_OPEN);
    }
  accord_stage_times_end (times);
  g_assert_cmpuint (accord_stage_times_get_n_stages (times), ==, 1001);
  g_assert_cmpstr (accord_stage_times_get_stage (times, 0)->name, ==, "First");
  g_assert_true (accord_stage_times_get_stay (times, 1000, &stay));
  g_assert_cmpint (stay.stage->position, ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stage-times/order", test_order);
  g_test_add_func ("/stage-times/median", test_median);
  g_test_add_func ("/stage-times/aged", test_aged);
  g_test_add_func ("/stage-times/losses", test_losses);
  g_test_add_func ("/stage-times/straight", test_straight);
  g_test_add_func ("/stage-times/many", test_many);

  return g_test_run ();
}
