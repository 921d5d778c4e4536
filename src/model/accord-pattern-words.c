/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pattern-words.h"

#include <glib/gi18n.h>

#include "accord-exact.h"
#include "accord-target-query.h"

/* Takes both. */
static char *
join (char *words,
      char *more)
{
  g_autofree char *before = words, *after = more;

  /* Translators: of follow-ups: %1 is how many were done by their day, %2 how many were done late or are still to be done. */
  return g_strdup_printf (C_("follow-ups", "%1$s; %2$s"), before, after);
}

char *
accord_deadlines_to_words (const AccordDeadlines *deadlines)
{
  g_autofree char *share = accord_rate_format_percent (accord_deadlines_get_rate (deadlines));
  char *words;

  if (deadlines->due == 0)
    return g_strdup (_("n/a"));

  words = g_strdup_printf (/* Translators: %3 is a share, such as "90 %". */
                           ngettext ("%1$d of %2$d follow-up done by its day, %3$s",
                                     "%1$d of %2$d follow-ups done by their day, %3$s", (gulong) deadlines->due),
                           (int) deadlines->met, (int) deadlines->due, share);
  if (deadlines->late > 0)
    /* Translators: of follow-ups. */
    words = join (words, g_strdup_printf (ngettext ("%d done late", "%d done late", (gulong) deadlines->late),
                                          (int) deadlines->late));
  if (deadlines->open > 0)
    /* Translators: of follow-ups whose day is past. */
    words = join (words, g_strdup_printf (ngettext ("%d still to be done", "%d still to be done", (gulong) deadlines->open),
                                          (int) deadlines->open));

  return words;
}

/* Nobody expects a part of a call; of a few, though, "2 of 2" would not be the 82 % that stand beside it. */
static gint64
round_expected (const AccordPatternActivity *activity)
{
  const gint64 step = activity->expected < 10 * ACCORD_RATE_ONE ? ACCORD_RATE_ONE / 10 : ACCORD_RATE_ONE;

  if (activity->expected == ACCORD_UNKNOWN || accord_metric_get_unit (activity->metric) != ACCORD_UNIT_COUNT)
    return activity->expected;

  return accord_wide_divide_round (activity->expected, step) * step;
}

static void
add_activity (GPtrArray                   *sentences,
              const AccordPatternActivity *activity,
              const char                  *currency,
              int                          decimals)
{
  g_autofree char *actual = accord_target_value_format (activity->metric, activity->actual, ACCORD_UNKNOWN, currency, decimals);
  g_autofree char *expected = accord_target_value_format (activity->metric, round_expected (activity), ACCORD_UNKNOWN,
                                                          currency, decimals);
  g_autofree char *target = accord_target_value_format (activity->metric, activity->target, ACCORD_UNKNOWN, currency, decimals);
  g_autofree char *pace = accord_rate_format_percent (activity->pace);
  g_autofree char *day = accord_date_format (activity->as_of);

  g_ptr_array_add (sentences,
                   /* Translators: %1 is a metric, %2 what it has come to by the day %4, %3 what was expected by then, %5 a share,
                    * %6 the target: "Outreach: 34 of 60 by 15 Nov 2026, 57 %; committed to 780 in the quarter". */
                   g_strdup_printf (_("%1$s: %2$s of %3$s by %4$s, %5$s; committed to %6$s in the quarter"),
                                    accord_metric_get_name (activity->metric), actual, expected, day, pace, target));
}

/* Those that are below, or those that are at commitment. */
static void
add_activities (GPtrArray                  *sentences,
                const AccordPatternFigures *figures,
                gboolean                    below,
                const char                 *currency,
                int                         decimals)
{
  for (guint i = 0; i < figures->activities->len; i++)
    {
      const AccordPatternActivity *activity = &g_array_index (figures->activities, AccordPatternActivity, i);

      if (activity->pace != ACCORD_UNKNOWN && (activity->pace < ACCORD_PATTERN_ACTIVITY_BELOW) == below)
        add_activity (sentences, activity, currency, decimals);
    }
}

static void
add_conversion (GPtrArray                  *sentences,
                const AccordPatternFigures *member,
                const AccordPatternFigures *team)
{
  g_autofree char *own = accord_rate_format_percent (accord_pattern_figures_get_win_rate (member));
  g_autofree char *teams = accord_rate_format_percent (accord_pattern_figures_get_win_rate (team));

  if (member->won + member->lost > 0)
    g_ptr_array_add (sentences,
                     /* Translators: %3 and %4 are shares. */
                     g_strdup_printf (ngettext ("%1$d of %2$d closed opportunity won, %3$s; the team %4$s",
                                                "%1$d of %2$d closed opportunities won, %3$s; the team %4$s",
                                                (gulong) (member->won + member->lost)),
                                      (int) member->won, (int) (member->won + member->lost), own, teams));
}

static void
add_ideal (GPtrArray                  *sentences,
           const AccordPatternFigures *member,
           const AccordPatternFigures *team)
{
  g_autofree char *own = accord_rate_format_percent (accord_pattern_figures_get_ideal (member));
  g_autofree char *teams = accord_rate_format_percent (accord_pattern_figures_get_ideal (team));

  if (accord_pattern_figures_get_ideal (member) != ACCORD_UNKNOWN)
    g_ptr_array_add (sentences,
                     /* Translators: %3 and %4 are shares. */
                     g_strdup_printf (ngettext ("%1$d of %2$d opened opportunity at an ideal account, %3$s; the team %4$s",
                                                "%1$d of %2$d opened opportunities at ideal accounts, %3$s; the team %4$s",
                                                (gulong) member->ideal.opened),
                                      (int) member->ideal.ideal, (int) member->ideal.opened, own, teams));
}

static void
add_early (GPtrArray                  *sentences,
           const AccordPatternFigures *member,
           const AccordPatternFigures *team)
{
  g_autofree char *own = accord_rate_format_percent (accord_pattern_figures_get_early (member));
  g_autofree char *teams = accord_rate_format_percent (accord_pattern_figures_get_early (team));

  if (member->losses > 0)
    g_ptr_array_add (sentences,
                     /* Translators: %3 and %4 are shares. */
                     g_strdup_printf (ngettext ("%1$d of %2$d loss in the first two stages, %3$s; the team %4$s",
                                                "%1$d of %2$d losses in the first two stages, %3$s; the team %4$s",
                                                (gulong) member->losses),
                                      (int) member->early_losses, (int) member->losses, own, teams));
}

static void
add_follow_up (GPtrArray                  *sentences,
               const AccordPatternFigures *member)
{
  g_autofree char *kept = accord_rate_format_percent (member->kept_rate);

  if (member->deadlines.due > 0)
    g_ptr_array_add (sentences, accord_deadlines_to_words (&member->deadlines));
  if (member->kept_rate != ACCORD_UNKNOWN)
    /* Translators: %s is a share: of what was promised in meetings. */
    g_ptr_array_add (sentences, g_strdup_printf (_("%s of commitments kept"), kept));
}

GPtrArray *
accord_pattern_list_sentences (const AccordPattern        *pattern,
                               const AccordPatternFigures *member,
                               const AccordPatternFigures *team,
                               const char                 *currency,
                               int                         decimals)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  if (pattern->state == ACCORD_PATTERN_UNKNOWN)
    return sentences;

  switch (pattern->kind)
    {
    case ACCORD_PATTERN_OUTREACH:
      add_activities (sentences, member, pattern->activity, currency, decimals);
      break;

    case ACCORD_PATTERN_EARLY_LOSSES:
      add_early (sentences, member, team);
      break;

    case ACCORD_PATTERN_ACCOUNTS:
      add_activities (sentences, member, FALSE, currency, decimals);
      add_conversion (sentences, member, team);
      add_ideal (sentences, member, team);
      break;

    case ACCORD_PATTERN_FOLLOW_UP:
    default:
      add_follow_up (sentences, member);
      break;
    }

  return sentences;
}
