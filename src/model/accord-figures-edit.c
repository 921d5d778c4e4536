/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-figures-edit.h"

#include "accord-split.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (accord-figures-error-quark, accord_figures_error)

/* The quarters as they stand, with those let go that only took up what the others left: the largest set of them that the
 * season explains. What is left over was typed, and stands. */
static void
read_split (AccordSplit               *split,
            const AccordMemberFigures *figures,
            int                        decimals,
            const gint64              *season,
            guint                      locks)
{
  AccordSplit best;
  guint most = 1;

  accord_split_init (split, figures->commitment, decimals, season);
  accord_split_restore (split, figures->quarters, locks);
  if (!accord_split_is_edited (split))
    return;

  best = *split;
  for (guint set = 1; set < 15; set++)
    {
      AccordSplit guess = *split;
      guint n = 0;
      gboolean same = TRUE;

      for (guint i = 0; i < 4; i++)
        {
          gboolean loose = (set & (1u << i)) != 0;

          guess.fixed[i] = loose ? 0 : i + 1;
          n += loose ? 1 : 0;
        }
      if (n <= most || (set & locks) != 0)
        continue;
      guess.edits = 4;
      accord_split_set_amount (&guess, figures->commitment);
      for (guint i = 0; i < 4; i++)
        same = same && guess.quarters[i] == split->quarters[i];
      if (same)
        {
          best = guess;
          most = n;
        }
    }
  *split = best;
}

/* A quarter is locked in the wizard, and the lock is seen there: what is typed or pasted elsewhere does not undo it. */
static gboolean
check_locked (const AccordMemberFigures *figures,
              const AccordFiguresEdit   *edit,
              guint                      locks,
              GError                   **error)
{
  gint64 sum = 0;

  for (guint i = 0; i < 4; i++)
    {
      gint64 value = edit->values[ACCORD_FIGURE_Q1 + i];

      if ((locks & (1u << i)) == 0 || figures->quarters[i] == ACCORD_UNKNOWN)
        continue;
      sum += figures->quarters[i];
      if (edit->given[ACCORD_FIGURE_Q1 + i] && value != ACCORD_UNKNOWN && value != figures->quarters[i])
        {
          g_set_error_literal (error, ACCORD_SPLIT_ERROR, ACCORD_SPLIT_ERROR_LOCKED,
                               _("This quarter is locked in the plan: unlock it there first"));
          return FALSE;
        }
    }
  if (edit->given[ACCORD_FIGURE_COMMITMENT] && edit->values[ACCORD_FIGURE_COMMITMENT] != ACCORD_UNKNOWN
      && edit->values[ACCORD_FIGURE_COMMITMENT] < sum)
    {
      g_set_error_literal (error, ACCORD_SPLIT_ERROR, ACCORD_SPLIT_ERROR_LOCKED,
                           _("The quarters that are locked in the plan come to more: unlock one there first"));
      return FALSE;
    }

  return TRUE;
}

static void
write_split (AccordMemberFigures *figures,
             const AccordSplit   *split)
{
  figures->commitment = split->amount;
  for (guint i = 0; i < 4; i++)
    figures->quarters[i] = split->quarters[i];
}

/* All four quarters at once: they are the year. */
static gboolean
set_all_quarters (AccordMemberFigures     *figures,
                  const AccordFiguresEdit *edit,
                  gboolean                *done,
                  GError                 **error)
{
  gint64 sum = 0;

  *done = FALSE;
  for (guint i = 0; i < 4; i++)
    {
      if (!edit->given[ACCORD_FIGURE_Q1 + i] || edit->values[ACCORD_FIGURE_Q1 + i] == ACCORD_UNKNOWN)
        return TRUE;
      sum += edit->values[ACCORD_FIGURE_Q1 + i];
    }
  if (edit->given[ACCORD_FIGURE_COMMITMENT] && edit->values[ACCORD_FIGURE_COMMITMENT] != sum)
    {
      g_set_error_literal (error, ACCORD_FIGURES_ERROR, ACCORD_FIGURES_ERROR_SUM,
                           _("The four quarters do not add up to the commitment"));
      return FALSE;
    }

  figures->commitment = sum;
  for (guint i = 0; i < 4; i++)
    figures->quarters[i] = edit->values[ACCORD_FIGURE_Q1 + i];
  *done = TRUE;

  return TRUE;
}

static gboolean
set_quarters (AccordSplit             *split,
              const AccordFiguresEdit *edit,
              GError                 **error)
{
  for (guint i = 0; i < 4; i++)
    if (edit->given[ACCORD_FIGURE_Q1 + i] && edit->values[ACCORD_FIGURE_Q1 + i] == ACCORD_UNKNOWN)
      accord_split_reset (split);
  for (guint i = 0; i < 4; i++)
    if (edit->given[ACCORD_FIGURE_Q1 + i] && edit->values[ACCORD_FIGURE_Q1 + i] != ACCORD_UNKNOWN
        && !accord_split_set_quarter (split, i, edit->values[ACCORD_FIGURE_Q1 + i], error))
      return FALSE;
  /* One that gave way to another of the same paste would be another figure than was pasted. */
  for (guint i = 0; i < 4; i++)
    if (edit->given[ACCORD_FIGURE_Q1 + i] && edit->values[ACCORD_FIGURE_Q1 + i] != ACCORD_UNKNOWN
        && split->quarters[i] != edit->values[ACCORD_FIGURE_Q1 + i])
      {
        g_set_error_literal (error, ACCORD_FIGURES_ERROR, ACCORD_FIGURES_ERROR_SUM,
                             _("The quarters come to more than the commitment"));
        return FALSE;
      }

  return TRUE;
}

void
accord_figures_edit_set (AccordFiguresEdit *self,
                         AccordFigure       figure,
                         gint64             value)
{
  self->given[figure] = TRUE;
  self->values[figure] = value;
}

gint64
accord_member_figures_get (const AccordMemberFigures *self,
                           AccordFigure               figure)
{
  if (figure == ACCORD_FIGURE_QUOTA)
    return self->quota;
  if (figure == ACCORD_FIGURE_COMMITMENT)
    return self->commitment;

  return self->quarters[figure - ACCORD_FIGURE_Q1];
}

gboolean
accord_member_figures_edit (AccordMemberFigures     *self,
                            const AccordFiguresEdit *edit,
                            int                      decimals,
                            const gint64            *season,
                            guint                    locks,
                            const gint64            *committed_quarters,
                            GError                 **error)
{
  AccordMemberFigures figures = *self;
  gint64 amount = edit->values[ACCORD_FIGURE_COMMITMENT];
  gboolean quarters = FALSE, done;
  AccordSplit split;

  for (guint i = ACCORD_FIGURE_Q1; i < ACCORD_N_FIGURES; i++)
    quarters = quarters || edit->given[i];
  if (edit->given[ACCORD_FIGURE_QUOTA])
    figures.quota = edit->values[ACCORD_FIGURE_QUOTA];
  if (!check_locked (self, edit, locks, error) || !set_all_quarters (&figures, edit, &done, error))
    return FALSE;

  if (!done && edit->given[ACCORD_FIGURE_COMMITMENT] && amount == ACCORD_UNKNOWN)
    {
      figures.commitment = figures.committed;
      for (guint i = 0; i < 4; i++)
        figures.quarters[i] = committed_quarters != NULL ? committed_quarters[i] : ACCORD_UNKNOWN;
    }
  else if (!done && (edit->given[ACCORD_FIGURE_COMMITMENT] || quarters))
    {
      read_split (&split, &figures, decimals, season, locks);
      if (edit->given[ACCORD_FIGURE_COMMITMENT])
        accord_split_set_amount (&split, amount);
      if (quarters && !set_quarters (&split, edit, error))
        return FALSE;
      write_split (&figures, &split);
    }
  *self = figures;

  return TRUE;
}
