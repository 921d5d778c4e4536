/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pattern.h"

#include <glib/gi18n.h>

#include "accord-exact.h"
#include "accord-opportunity-figures.h"

const char *
accord_pattern_kind_get_label (AccordPatternKind kind)
{
  switch (kind)
    {
    case ACCORD_PATTERN_OUTREACH:
      /* Translators: a pattern in a member's figures, to talk about. */
      return _("Too little outreach");

    case ACCORD_PATTERN_EARLY_LOSSES:
      /* Translators: a pattern: opportunities are lost in the first two stages. */
      return _("Early losses");

    case ACCORD_PATTERN_ACCOUNTS:
      /* Translators: a pattern: much activity, and little comes of it. */
      return _("Effort on the wrong accounts");

    case ACCORD_PATTERN_FOLLOW_UP:
      /* Translators: a pattern: what was promised for a day is often late. */
      return _("Uneven follow-up");

    default:
      g_return_val_if_reached ("");
    }
}

AccordConversationKind
accord_pattern_kind_get_conversation (AccordPatternKind kind)
{
  return kind == ACCORD_PATTERN_OUTREACH ? ACCORD_CONVERSATION_KIND_SHORTFALL : ACCORD_CONVERSATION_KIND_COACHING;
}

static void
activity_clear (gpointer data)
{
  g_clear_object (&((AccordPatternActivity *) data)->metric);
}

void
accord_pattern_figures_init (AccordPatternFigures *self,
                             gint64                member)
{
  *self = (AccordPatternFigures) { .member = member, .deadlines.member = member, .kept_rate = ACCORD_UNKNOWN };
  self->activities = g_array_new (FALSE, TRUE, sizeof (AccordPatternActivity));
  g_array_set_clear_func (self->activities, activity_clear);
}

void
accord_pattern_figures_clear (AccordPatternFigures *self)
{
  g_clear_pointer (&self->activities, g_array_unref);
}

AccordRate
accord_pattern_figures_get_early (const AccordPatternFigures *self)
{
  return accord_rate_from_ratio (self->early_losses, self->losses);
}

AccordRate
accord_pattern_figures_get_win_rate (const AccordPatternFigures *self)
{
  return accord_win_rate (self->won, self->lost);
}

AccordRate
accord_pattern_figures_get_ideal (const AccordPatternFigures *self)
{
  return self->ideal_known ? accord_ideal_share_by_count (&self->ideal) : ACCORD_UNKNOWN;
}

/* Whether anything is known of the member's activity, and whether some of it is below. */
static gboolean
judge_activity (const AccordPatternFigures *figures,
                gboolean                   *below)
{
  gboolean known = FALSE;

  *below = FALSE;
  for (guint i = 0; i < figures->activities->len; i++)
    {
      const AccordRate pace = g_array_index (figures->activities, AccordPatternActivity, i).pace;

      known = known || pace != ACCORD_UNKNOWN;
      *below = *below || (pace != ACCORD_UNKNOWN && pace < ACCORD_PATTERN_ACTIVITY_BELOW);
    }

  return known;
}

/* Below four fifths of the team's, without rounding. */
static gboolean
is_low (AccordRate own,
        AccordRate teams)
{
  return (AccordWide) own * ACCORD_RATE_ONE < (AccordWide) teams * ACCORD_PATTERN_CONVERSION_BELOW;
}

static AccordPattern
find_outreach (const AccordPatternFigures *member)
{
  AccordPattern pattern = { .kind = ACCORD_PATTERN_OUTREACH };

  if (judge_activity (member, &pattern.activity))
    pattern.state = pattern.activity ? ACCORD_PATTERN_SHOWS : ACCORD_PATTERN_CLEAR;

  return pattern;
}

static AccordPattern
find_early_losses (const AccordPatternFigures *member)
{
  AccordPattern pattern = { .kind = ACCORD_PATTERN_EARLY_LOSSES };

  if (member->losses >= ACCORD_PATTERN_LOSSES_MIN)
    pattern.state = accord_pattern_figures_get_early (member) >= ACCORD_PATTERN_EARLY_FROM ? ACCORD_PATTERN_SHOWS
                                                                                           : ACCORD_PATTERN_CLEAR;

  return pattern;
}

static AccordPattern
find_accounts (const AccordPatternFigures *member,
               const AccordPatternFigures *team)
{
  AccordPattern pattern = { .kind = ACCORD_PATTERN_ACCOUNTS };
  const AccordRate win_rate = accord_pattern_figures_get_win_rate (member);
  const AccordRate teams_rate = accord_pattern_figures_get_win_rate (team);
  const AccordRate ideal = accord_pattern_figures_get_ideal (member);
  const AccordRate teams_ideal = accord_pattern_figures_get_ideal (team);
  const gboolean knows_conversion = member->won + member->lost >= ACCORD_PATTERN_DEALS_MIN && teams_rate != ACCORD_UNKNOWN;
  const gboolean knows_ideal = ideal != ACCORD_UNKNOWN && teams_ideal != ACCORD_UNKNOWN
                               && member->ideal.opened >= ACCORD_PATTERN_DEALS_MIN;
  gboolean below;

  if (!judge_activity (member, &below) || (!knows_conversion && !knows_ideal))
    return pattern;

  pattern.activity = !below;
  pattern.conversion = knows_conversion && is_low (win_rate, teams_rate);
  pattern.ideal = knows_ideal && is_low (ideal, teams_ideal);
  /* Somebody who works on as many ideal accounts as the team does, and wins less, has another reason for it. */
  if (pattern.conversion && knows_ideal && ideal >= teams_ideal)
    pattern.conversion = FALSE;
  pattern.state = pattern.activity && (pattern.conversion || pattern.ideal) ? ACCORD_PATTERN_SHOWS : ACCORD_PATTERN_CLEAR;

  return pattern;
}

static AccordPattern
find_follow_up (const AccordPatternFigures *member)
{
  AccordPattern pattern = { .kind = ACCORD_PATTERN_FOLLOW_UP };
  const gboolean knows_deadlines = member->deadlines.due >= ACCORD_PATTERN_DUE_MIN;
  const gboolean late = knows_deadlines && member->deadlines.due - member->deadlines.met >= ACCORD_PATTERN_MISSED_MIN
                        && accord_deadlines_get_rate (&member->deadlines) < ACCORD_PATTERN_KEPT_BELOW;
  const gboolean missed = member->kept_rate != ACCORD_UNKNOWN && member->kept_rate < ACCORD_PATTERN_KEPT_BELOW;

  if (knows_deadlines || member->kept_rate != ACCORD_UNKNOWN)
    pattern.state = late || missed ? ACCORD_PATTERN_SHOWS : ACCORD_PATTERN_CLEAR;

  return pattern;
}

void
accord_patterns_find (const AccordPatternFigures *member,
                      const AccordPatternFigures *team,
                      AccordPattern               patterns[ACCORD_N_PATTERNS])
{
  patterns[0] = find_outreach (member);
  patterns[1] = find_early_losses (member);
  patterns[2] = find_accounts (member, team);
  patterns[3] = find_follow_up (member);
}

guint
accord_patterns_count (const AccordPattern patterns[ACCORD_N_PATTERNS])
{
  guint n = 0;

  for (guint i = 0; i < ACCORD_N_PATTERNS; i++)
    n += patterns[i].state == ACCORD_PATTERN_SHOWS;

  return n;
}
