/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-split.h"

#include "accord-allocation.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (accord-split-error-quark, accord_split_error)

static gboolean
stands (const AccordSplit *self,
        guint              quarter)
{
  return self->locked[quarter] || self->fixed[quarter] != 0;
}

/* What the quarters that stand come to. */
static gint64
standing_sum (const AccordSplit *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < 4; i++)
    if (stands (self, i))
      sum += self->quarters[i];

  return sum;
}

/* What the locked ones come to, not counting except. */
static gint64
locked_sum (const AccordSplit *self,
            guint              except)
{
  gint64 sum = 0;

  for (guint i = 0; i < 4; i++)
    if (i != except && self->locked[i])
      sum += self->quarters[i];

  return sum;
}

static guint
count_locked (const AccordSplit *self,
              guint              except)
{
  guint n = 0;

  for (guint i = 0; i < 4; i++)
    if (i != except && self->locked[i])
      n++;

  return n;
}

static guint
count_free (const AccordSplit *self)
{
  guint n = 0;

  for (guint i = 0; i < 4; i++)
    if (!stands (self, i))
      n++;

  return n;
}

/* The quarter set by hand longest ago, not counting except and locked ones; 4 where there is none. */
static guint
find_oldest (const AccordSplit *self,
             guint              except)
{
  guint oldest = 4;

  for (guint i = 0; i < 4; i++)
    if (i != except && !self->locked[i] && self->fixed[i] != 0
        && (oldest == 4 || self->fixed[i] < self->fixed[oldest]))
      oldest = i;

  return oldest;
}

/* Somebody has to take up the difference: those set by hand longest ago give way, one by one. */
static void
make_room (AccordSplit *self,
           guint        except)
{
  while (standing_sum (self) > self->amount || count_free (self) == 0)
    {
      guint oldest = find_oldest (self, except);

      if (oldest == 4)
        return;
      self->fixed[oldest] = 0;
    }
}

/* Shares what the quarters that stand leave among the others. */
static void
fill_free (AccordSplit *self)
{
  gint64 left = self->amount - standing_sum (self), unit = left % self->unit == 0 ? self->unit : 1;
  gint64 weights[4], parts[4];
  guint places[4];
  gsize n = 0;

  for (guint i = 0; i < 4; i++)
    if (!stands (self, i))
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
    {
      self->weights[i] = weights != NULL ? weights[i] : 1;
      self->locked[i] = FALSE;
    }
  self->amount = amount;
  accord_split_reset (self);
}

void
accord_split_restore (AccordSplit  *self,
                      const gint64  quarters[4],
                      guint         locks)
{
  gint64 sum = 0;

  for (guint i = 0; i < 4; i++)
    self->locked[i] = FALSE;
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
    if ((locks & (1u << i)) != 0)
      accord_split_lock (self, i, quarters[i]);
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
  if (amount == ACCORD_UNKNOWN || locked_sum (self, 4) > amount)
    for (guint i = 0; i < 4; i++)
      self->locked[i] = FALSE;
  if (amount == ACCORD_UNKNOWN || standing_sum (self) > amount)
    {
      accord_split_reset (self);
      return;
    }

  make_room (self, 4);
  fill_free (self);
}

gboolean
accord_split_set_quarter (AccordSplit *self,
                          guint        quarter,
                          gint64       value,
                          GError     **error)
{
  gint64 left;

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

  left = self->amount - locked_sum (self, quarter);
  if (count_locked (self, quarter) == 3 && value != left)
    {
      g_set_error_literal (error, ACCORD_SPLIT_ERROR, ACCORD_SPLIT_ERROR_LOCKED,
                           _("The other quarters are locked: unlock one that takes up the difference"));
      return FALSE;
    }
  if (value > left)
    {
      g_set_error_literal (error, ACCORD_SPLIT_ERROR, ACCORD_SPLIT_ERROR_TOO_LARGE,
                           _("This is more than the locked quarters leave of the year"));
      return FALSE;
    }

  self->quarters[quarter] = value;
  self->fixed[quarter] = ++self->edits;
  make_room (self, quarter);
  fill_free (self);

  return TRUE;
}

gboolean
accord_split_lock (AccordSplit *self,
                   guint        quarter,
                   gint64       value)
{
  g_return_val_if_fail (quarter < 4, FALSE);

  if (self->amount == ACCORD_UNKNOWN || value == ACCORD_UNKNOWN || value < 0 || count_locked (self, quarter) == 3
      || value > self->amount - locked_sum (self, quarter))
    return FALSE;

  self->quarters[quarter] = value;
  self->locked[quarter] = TRUE;
  make_room (self, quarter);
  fill_free (self);

  return TRUE;
}

void
accord_split_unlock (AccordSplit *self,
                     guint        quarter)
{
  g_return_if_fail (quarter < 4);

  if (!self->locked[quarter])
    return;

  self->locked[quarter] = FALSE;
  self->fixed[quarter] = ++self->edits;
  make_room (self, quarter);
  fill_free (self);
}

guint
accord_split_get_locks (const AccordSplit *self)
{
  guint locks = 0;

  for (guint i = 0; i < 4; i++)
    if (self->locked[i])
      locks |= 1u << i;

  return locks;
}

void
accord_split_reset (AccordSplit *self)
{
  self->edits = 0;
  for (guint i = 0; i < 4; i++)
    {
      self->fixed[i] = 0;
      if (!self->locked[i])
        self->quarters[i] = ACCORD_UNKNOWN;
    }
  if (self->amount != ACCORD_UNKNOWN)
    fill_free (self);
}

gboolean
accord_split_is_edited (const AccordSplit *self)
{
  for (guint i = 0; i < 4; i++)
    if (!self->locked[i] && self->fixed[i] != 0)
      return TRUE;

  return FALSE;
}
