/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-split.h"

#include "accord-allocation.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (accord-split-error-quark, accord_split_error)

/* What the quarters set by hand come to. */
static gint64
fixed_sum (const AccordSplit *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < 4; i++)
    if (self->fixed[i] != 0)
      sum += self->quarters[i];

  return sum;
}

static guint
count_free (const AccordSplit *self)
{
  guint n = 0;

  for (guint i = 0; i < 4; i++)
    if (self->fixed[i] == 0)
      n++;

  return n;
}

/* The quarter set by hand longest ago, not counting except; 4 where there is none. */
static guint
find_oldest (const AccordSplit *self,
             guint              except)
{
  guint oldest = 4;

  for (guint i = 0; i < 4; i++)
    if (i != except && self->fixed[i] != 0 && (oldest == 4 || self->fixed[i] < self->fixed[oldest]))
      oldest = i;

  return oldest;
}

/* Shares what the fixed quarters leave among the others. */
static void
fill_free (AccordSplit *self)
{
  gint64 left = self->amount - fixed_sum (self), unit = left % self->unit == 0 ? self->unit : 1;
  gint64 weights[4], parts[4];
  guint places[4];
  gsize n = 0;

  for (guint i = 0; i < 4; i++)
    if (self->fixed[i] == 0)
      {
        weights[n] = self->weights[i];
        places[n++] = i;
      }
  if (n == 0)
    return;

  accord_allocate (left / unit, weights, n, parts);
  for (gsize i = 0; i < n; i++)
    self->quarters[places[i]] = parts[i] * unit;
}

void
accord_split_init (AccordSplit  *self,
                   gint64        amount,
                   int           decimals,
                   const gint64 *weights)
{
  self->unit = 1;
  for (int i = 0; i < decimals; i++)
    self->unit *= 10;
  for (guint i = 0; i < 4; i++)
    self->weights[i] = weights != NULL ? weights[i] : 1;
  self->amount = amount;
  accord_split_reset (self);
}

void
accord_split_restore (AccordSplit  *self,
                      const gint64  quarters[4])
{
  gint64 sum = 0;

  accord_split_reset (self);
  if (self->amount == ACCORD_UNKNOWN)
    return;
  for (guint i = 0; i < 4; i++)
    {
      /* Each part is checked before it is added, so that the sum cannot overflow. */
      if (quarters[i] == ACCORD_UNKNOWN || quarters[i] < 0 || quarters[i] > self->amount)
        return;
      sum += quarters[i];
    }
  if (sum != self->amount)
    return;

  for (guint i = 0; i < 4; i++)
    if (quarters[i] != self->quarters[i])
      {
        self->quarters[i] = quarters[i];
        self->fixed[i] = ++self->edits;
      }
}

void
accord_split_set_amount (AccordSplit *self,
                         gint64       amount)
{
  self->amount = amount;
  if (amount == ACCORD_UNKNOWN || !accord_split_is_edited (self) || fixed_sum (self) > amount)
    {
      accord_split_reset (self);
      return;
    }

  if (count_free (self) == 0)
    self->fixed[find_oldest (self, 4)] = 0;
  fill_free (self);
}

gboolean
accord_split_set_quarter (AccordSplit *self,
                          guint        quarter,
                          gint64       value,
                          GError     **error)
{
  g_return_val_if_fail (quarter < 4, FALSE);

  if (self->amount == ACCORD_UNKNOWN)
    {
      g_set_error_literal (error, ACCORD_SPLIT_ERROR, ACCORD_SPLIT_ERROR_UNKNOWN,
                           _("Say first how much is committed for the year"));
      return FALSE;
    }
  if (value == ACCORD_UNKNOWN || value < 0)
    {
      g_set_error_literal (error, ACCORD_SPLIT_ERROR, ACCORD_SPLIT_ERROR_RANGE,
                           _("A quarter’s part is zero or more"));
      return FALSE;
    }
  if (value > self->amount)
    {
      g_set_error_literal (error, ACCORD_SPLIT_ERROR, ACCORD_SPLIT_ERROR_TOO_LARGE,
                           _("This is more than the whole year’s commitment"));
      return FALSE;
    }

  self->quarters[quarter] = value;
  self->fixed[quarter] = ++self->edits;
  /* Somebody has to take up the difference: those set by hand longest ago give way, one by one. */
  while (fixed_sum (self) > self->amount || count_free (self) == 0)
    self->fixed[find_oldest (self, quarter)] = 0;
  fill_free (self);

  return TRUE;
}

void
accord_split_reset (AccordSplit *self)
{
  self->edits = 0;
  for (guint i = 0; i < 4; i++)
    {
      self->fixed[i] = 0;
      self->quarters[i] = ACCORD_UNKNOWN;
    }
  if (self->amount != ACCORD_UNKNOWN)
    fill_free (self);
}

gboolean
accord_split_is_edited (const AccordSplit *self)
{
  return count_free (self) < 4;
}
