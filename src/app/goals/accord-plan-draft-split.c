/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-draft-private.h"

#include "accord-clock.h"

#define TYPING_AMOUNT 5

static void
plan_from_split (AccordPlanDraft *self)
{
  guint locks = accord_split_get_locks (&self->split);

  /* Those that are over are locked by the calendar. */
  for (guint i = 0; i < 4; i++)
    if (self->past[i] != ACCORD_UNKNOWN)
      locks &= ~(1u << i);
  accord_plan_set_amount (self->plan, self->split.amount);
  accord_plan_set_q1 (self->plan, self->split.quarters[0]);
  accord_plan_set_q2 (self->plan, self->split.quarters[1]);
  accord_plan_set_q3 (self->plan, self->split.quarters[2]);
  accord_plan_set_q4 (self->plan, self->split.quarters[3]);
  accord_plan_set_locks (self->plan, locks);
}

/* Whether the quarter of the running year is over. */
static gboolean
is_over (AccordPlanDraft *self,
         guint            quarter)
{
  int fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (self->workspace));
  AccordQuarter which = { self->year, (int) quarter + 1 };

  return accord_plan_draft_is_running (self) && accord_quarter_get_end (which, fiscal_start) < accord_clock_today ();
}

/* Where they fit into the amount. */
static void
lock_past (AccordPlanDraft *self)
{
  for (guint i = 0; i < 4; i++)
    if (self->past[i] != ACCORD_UNKNOWN && !self->split.locked[i])
      accord_split_lock (&self->split, i, self->past[i]);
}

/* What the quarters that are over stand at. */
static void
read_past (AccordPlanDraft *self)
{
  AccordCommitment *commitment = accord_plan_draft_get_commitment (self);
  gint64 committed[4] = { ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN };

  if (commitment != NULL)
    {
      committed[0] = accord_commitment_get_q1 (commitment);
      committed[1] = accord_commitment_get_q2 (commitment);
      committed[2] = accord_commitment_get_q3 (commitment);
      committed[3] = accord_commitment_get_q4 (commitment);
    }
  for (guint i = 0; i < 4; i++)
    {
      self->past[i] = ACCORD_UNKNOWN;
      if (is_over (self, i))
        self->past[i] = commitment != NULL ? committed[i] : self->history.booked[i];
    }
}

void
accord_plan_draft_load_split (AccordPlanDraft *self)
{
  const gint64 quarters[4] = { accord_plan_get_q1 (self->plan), accord_plan_get_q2 (self->plan),
                               accord_plan_get_q3 (self->plan), accord_plan_get_q4 (self->plan) };

  accord_split_init (&self->split, accord_plan_get_amount (self->plan), accord_plan_draft_get_decimals (self),
                     self->history.season);
  accord_split_restore (&self->split, quarters, (guint) (accord_plan_get_locks (self->plan) & 0xf));
  read_past (self);
  lock_past (self);
  plan_from_split (self);
}

const AccordSplit *
accord_plan_draft_get_split (AccordPlanDraft *self)
{
  return &self->split;
}

gboolean
accord_plan_draft_is_past (AccordPlanDraft *self,
                           guint            quarter)
{
  return self->past[quarter] != ACCORD_UNKNOWN && self->split.locked[quarter];
}

gint64
accord_plan_draft_needed_per_quarter (AccordPlanDraft *self,
                                      gint64           bookings)
{
  gint64 left = bookings;
  guint n = 0;

  for (guint i = 0; i < 4; i++)
    if (!is_over (self, i))
      n++;
    else if (self->history.booked[i] != ACCORD_UNKNOWN)
      left -= self->history.booked[i];

  return bookings == ACCORD_UNKNOWN || n == 0 ? ACCORD_UNKNOWN : MAX (0, left) / n;
}

/* While a number is typed its beginnings come by as well, and one of them may push others aside that the whole number
 * leaves alone: each is tried on what was there before the first. */
static void
begin_typing (AccordPlanDraft *self,
              guint            number)
{
  if (self->typing == number)
    self->split = self->split_before;
  else
    self->split_before = self->split;
  self->typing = number;
}

void
accord_plan_draft_set_amount (AccordPlanDraft *self,
                              gint64           amount)
{
  if (self->split.amount == amount)
    return;

  begin_typing (self, TYPING_AMOUNT);
  accord_split_set_amount (&self->split, amount);
  lock_past (self);
  plan_from_split (self);
  accord_plan_draft_edited (self);
}

gboolean
accord_plan_draft_set_quarter (AccordPlanDraft *self,
                               guint            quarter,
                               gint64           value,
                               GError         **error)
{
  gboolean set;

  begin_typing (self, quarter + 1);
  set = accord_split_set_quarter (&self->split, quarter, value, error);
  plan_from_split (self);
  accord_plan_draft_edited (self);

  return set;
}

gboolean
accord_plan_draft_set_locked (AccordPlanDraft *self,
                              guint            quarter,
                              gboolean         locked)
{
  self->typing = 0;
  if (locked && !accord_split_lock (&self->split, quarter, self->split.quarters[quarter]))
    return FALSE;
  if (!locked)
    accord_split_unlock (&self->split, quarter);
  plan_from_split (self);
  accord_plan_draft_edited (self);

  return TRUE;
}

void
accord_plan_draft_finish_number (AccordPlanDraft *self)
{
  self->typing = 0;
}

void
accord_plan_draft_reset_quarters (AccordPlanDraft *self)
{
  self->typing = 0;
  accord_split_reset (&self->split);
  plan_from_split (self);
  accord_plan_draft_edited (self);
}
