/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pattern-words.h"

#define U ACCORD_UNKNOWN
#define PERCENT(n) ((AccordRate) (n) * (ACCORD_RATE_ONE / 100))

/* A member's figures and the team's, in few numbers; a pace of U is unknown, 0 activities none at all. */
typedef struct
{
  int n_activities;
  AccordRate pace[2];
  gint64 losses, early;
  gint64 won, lost;
  gint64 opened, ideal;
  gboolean ideal_known;
  gint64 due, met;
  AccordRate kept;
  const char *states; /* one letter a pattern: n not known, c clear, S shows */
} Case;

/* Team: 30 of 100 won, 50 of 100 at ideal accounts. */
static const Case cases[] = {
  /* Nothing is known: nothing shows. */
  { 0, { U, U }, 0, 0, 0, 0, 0, 0, FALSE, 0, 0, U, "nnnn" },
  { 2, { U, U }, 0, 0, 0, 0, 0, 0, TRUE, 0, 0, U, "nnnn" },
  /* Outreach: from 90 % on it is as committed to. */
  { 1, { PERCENT (90) - 1, U }, 0, 0, 0, 0, 0, 0, TRUE, 0, 0, U, "Snnn" },
  { 1, { PERCENT (90), U }, 0, 0, 0, 0, 0, 0, TRUE, 0, 0, U, "cnnn" },
  { 2, { PERCENT (110), PERCENT (50) }, 0, 0, 0, 0, 0, 0, TRUE, 0, 0, U, "Snnn" },
  { 2, { PERCENT (110), U }, 0, 0, 0, 0, 0, 0, TRUE, 0, 0, U, "cnnn" },
  { 1, { 0, U }, 0, 0, 0, 0, 0, 0, TRUE, 0, 0, U, "Snnn" },
  /* Early losses: half of three or more. */
  { 0, { U, U }, 2, 2, 0, 2, 0, 0, TRUE, 0, 0, U, "nnnn" },
  { 0, { U, U }, 3, 1, 0, 3, 0, 0, TRUE, 0, 0, U, "ncnn" },
  { 0, { U, U }, 3, 2, 0, 3, 0, 0, TRUE, 0, 0, U, "nSnn" },
  { 0, { U, U }, 4, 2, 0, 4, 0, 0, TRUE, 0, 0, U, "nSnn" },
  /* Wrong accounts: 24 % is four fifths of the team's 30 %; five closed ones at least. */
  { 1, { PERCENT (100), U }, 0, 0, 23, 77, 0, 0, FALSE, 0, 0, U, "cnSn" },
  { 1, { PERCENT (100), U }, 0, 0, 24, 76, 0, 0, FALSE, 0, 0, U, "cncn" },
  { 1, { PERCENT (100), U }, 0, 0, 0, 4, 0, 0, FALSE, 0, 0, U, "cnnn" },
  { 1, { PERCENT (100), U }, 0, 0, 0, 5, 0, 0, FALSE, 0, 0, U, "cnSn" },
  /* With too little activity it is another pattern; without any that is known nothing tells. */
  { 1, { PERCENT (80), U }, 0, 0, 0, 5, 0, 0, FALSE, 0, 0, U, "Sncn" },
  { 1, { U, U }, 0, 0, 0, 5, 0, 0, FALSE, 0, 0, U, "nnnn" },
  /* The share of ideal accounts, 40 % is four fifths of 50 %; no accounts marked: unknown. */
  { 1, { PERCENT (100), U }, 0, 0, 0, 0, 100, 39, TRUE, 0, 0, U, "cnSn" },
  { 1, { PERCENT (100), U }, 0, 0, 0, 0, 100, 40, TRUE, 0, 0, U, "cncn" },
  { 1, { PERCENT (100), U }, 0, 0, 0, 0, 100, 0, FALSE, 0, 0, U, "cnnn" },
  { 1, { PERCENT (100), U }, 0, 0, 0, 0, 4, 0, TRUE, 0, 0, U, "cnnn" },
  /* Few are won, though the accounts are as ideal as the team's: not the accounts. A little less ideal it may be them. */
  { 1, { PERCENT (100), U }, 0, 0, 2, 8, 100, 50, TRUE, 0, 0, U, "cncn" },
  { 1, { PERCENT (100), U }, 0, 0, 2, 8, 100, 49, TRUE, 0, 0, U, "cnSn" },
  /* Follow-up: four of five, of three or more, and two that were not; or of what was promised in meetings. */
  { 0, { U, U }, 0, 0, 0, 0, 0, 0, TRUE, 2, 0, U, "nnnn" },
  { 0, { U, U }, 0, 0, 0, 0, 0, 0, TRUE, 3, 2, U, "nnnc" }, /* one */
  { 0, { U, U }, 0, 0, 0, 0, 0, 0, TRUE, 3, 1, U, "nnnS" },
  { 0, { U, U }, 0, 0, 0, 0, 0, 0, TRUE, 5, 4, U, "nnnc" },
  { 0, { U, U }, 0, 0, 0, 0, 0, 0, TRUE, 5, 5, PERCENT (79), "nnnS" },
  { 0, { U, U }, 0, 0, 0, 0, 0, 0, TRUE, 0, 0, PERCENT (80), "nnnc" },
  /* All at once, but the third, which the first rules out. */
  { 1, { PERCENT (10), U }, 10, 9, 1, 9, 10, 0, TRUE, 10, 1, U, "SScS" },
};

static AccordMetric *
new_metric (const char *name)
{
  AccordMetric *metric = accord_metric_new ();

  accord_metric_set_name (metric, name);

  return metric;
}

static void
fill (AccordPatternFigures *figures,
      const Case           *of)
{
  accord_pattern_figures_init (figures, 1);
  for (int i = 0; i < of->n_activities; i++)
    {
      const AccordPatternActivity activity = { new_metric (i == 0 ? "Outreach" : "Meetings"), 34 * ACCORD_RATE_ONE,
                                               60 * ACCORD_RATE_ONE, 780 * ACCORD_RATE_ONE, of->pace[i] };

      g_array_append_val (figures->activities, activity);
    }
  figures->losses = of->losses;
  figures->early_losses = of->early;
  figures->won = of->won;
  figures->lost = of->lost;
  figures->ideal.opened = of->opened;
  figures->ideal.ideal = of->ideal;
  figures->ideal_known = of->ideal_known;
  figures->deadlines.due = of->due;
  figures->deadlines.met = of->met;
  figures->deadlines.late = of->due - of->met;
  figures->kept_rate = of->kept;
}

static void
fill_team (AccordPatternFigures *team)
{
  accord_pattern_figures_init (team, 0);
  team->won = 30;
  team->lost = 70;
  team->losses = 50;
  team->early_losses = 20;
  team->ideal.opened = 100;
  team->ideal.ideal = 50;
  team->ideal_known = TRUE;
}

static void
test_table (void)
{
  AccordPatternFigures team;

  fill_team (&team);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordPatternFigures figures;
      AccordPattern patterns[ACCORD_N_PATTERNS];
      char states[ACCORD_N_PATTERNS + 1] = "";
      guint n = 0;

      fill (&figures, &cases[i]);
      accord_patterns_find (&figures, &team, patterns);
      for (guint j = 0; j < ACCORD_N_PATTERNS; j++)
        {
          g_assert_cmpint (patterns[j].kind, ==, (int) j);
          states[j] = "ncS"[patterns[j].state];
          n += states[j] == 'S';
        }
      g_test_message ("case %u", (guint) i);
      g_assert_cmpstr (states, ==, cases[i].states);
      g_assert_cmpuint (accord_patterns_count (patterns), ==, n);
      accord_pattern_figures_clear (&figures);
    }
  accord_pattern_figures_clear (&team);
}

/* Without a team to be compared with, no conversion is low. */
static void
test_no_team (void)
{
  AccordPatternFigures figures, team;
  AccordPattern patterns[ACCORD_N_PATTERNS];
  const Case alone = { 1, { PERCENT (100), U }, 0, 0, 0, 9, 9, 0, TRUE, 0, 0, U, NULL };

  fill (&figures, &alone);
  accord_pattern_figures_init (&team, 0);
  accord_patterns_find (&figures, &team, patterns);
  g_assert_cmpint (patterns[ACCORD_PATTERN_ACCOUNTS].state, ==, ACCORD_PATTERN_UNKNOWN);
  accord_pattern_figures_clear (&figures);
  accord_pattern_figures_clear (&team);
}

static char *
say (const AccordPattern        *pattern,
     const AccordPatternFigures *figures,
     const AccordPatternFigures *team)
{
  g_autoptr (GPtrArray) sentences = accord_pattern_list_sentences (pattern, figures, team, "USD", 2);

  g_ptr_array_add (sentences, NULL);

  return g_strjoinv ("\n", (char **) sentences->pdata);
}

static void
test_words (void)
{
  static const char *const expected[ACCORD_N_PATTERNS] = {
    "Outreach: 34 of 60 by now, 57\u00a0%; committed to 780 in the quarter",
    "5 of 7 losses in the first two stages, 71.4\u00a0%; the team 40\u00a0%",
    "Meetings: 34 of 60 by now, 103\u00a0%; committed to 780 in the quarter\n"
    "4 of 22 closed opportunities won, 18.2\u00a0%; the team 30\u00a0%\n"
    "4 of 14 opened opportunities at ideal accounts, 28.6\u00a0%; the team 50\u00a0%",
    "4 of 9 follow-ups done by their day, 44.4\u00a0%; 5 done late",
  };
  const Case busy = { 2, { PERCENT (57), PERCENT (103) }, 7, 5, 4, 18, 14, 4, TRUE, 9, 4, U, NULL };
  AccordPatternFigures figures, team;
  AccordPattern patterns[ACCORD_N_PATTERNS];

  fill_team (&team);
  fill (&figures, &busy);
  accord_patterns_find (&figures, &team, patterns);
  for (guint i = 0; i < ACCORD_N_PATTERNS; i++)
    {
      g_autofree char *words = say (&patterns[i], &figures, &team);

      g_assert_cmpstr (words, ==, expected[i]);
      g_assert_cmpstr (accord_pattern_kind_get_label ((AccordPatternKind) i), !=, "");
      patterns[i].state = ACCORD_PATTERN_UNKNOWN;
      g_free (words);
      words = say (&patterns[i], &figures, &team);
      g_assert_cmpstr (words, ==, "");
    }
  g_assert_cmpint (accord_pattern_kind_get_conversation (ACCORD_PATTERN_OUTREACH), ==, ACCORD_CONVERSATION_KIND_SHORTFALL);
  g_assert_cmpint (accord_pattern_kind_get_conversation (ACCORD_PATTERN_ACCOUNTS), ==, ACCORD_CONVERSATION_KIND_COACHING);
  accord_pattern_figures_clear (&figures);
  accord_pattern_figures_clear (&team);
}

/* Better figures never make a pattern show that did not. */
static void
test_monotonous (void)
{
  AccordPatternFigures team;

  fill_team (&team);
  for (int i = 0; i < 2000; i++)
    {
      const Case worse = {
        1, { PERCENT (g_test_rand_int_range (0, 130)), U }, g_test_rand_int_range (4, 9), g_test_rand_int_range (1, 4),
        g_test_rand_int_range (0, 9), g_test_rand_int_range (5, 20), 20, g_test_rand_int_range (0, 20), TRUE, 10,
        g_test_rand_int_range (0, 10), U, NULL,
      };
      Case better = worse;
      AccordPatternFigures one, other;
      AccordPattern before[ACCORD_N_PATTERNS], after[ACCORD_N_PATTERNS];

      better.early--;
      better.won++;
      better.ideal++;
      better.met++;
      fill (&one, &worse);
      fill (&other, &better);
      accord_patterns_find (&one, &team, before);
      accord_patterns_find (&other, &team, after);
      for (guint j = 0; j < ACCORD_N_PATTERNS; j++)
        g_assert_true (after[j].state != ACCORD_PATTERN_SHOWS || before[j].state == ACCORD_PATTERN_SHOWS);
      accord_pattern_figures_clear (&one);
      accord_pattern_figures_clear (&other);
    }
  accord_pattern_figures_clear (&team);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pattern/table", test_table);
  g_test_add_func ("/pattern/no-team", test_no_team);
  g_test_add_func ("/pattern/words", test_words);
  g_test_add_func ("/pattern/monotonous", test_monotonous);

  return g_test_run ();
}
