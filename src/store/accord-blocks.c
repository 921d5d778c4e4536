/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-blocks.h"

#include <string.h>

/* What an actual has in a digest: three numbers, grain and source. */
#define ACTUAL_SIZE (3 * 8 + 2)
/* So many wait to be added in one piece: the checksum minds the number of pieces more than that of bytes. */
#define WAITING 64

typedef struct
{
  gint64 block;
  GChecksum *checksum;
  guint n_waiting;
  guint8 waiting[WAITING * ACTUAL_SIZE];
} BlockSum;

struct _AccordBlockSums
{
  gint64 member;
  GArray *sums;
  guint last; /* where the row before went: the next one mostly goes there too, or one further */
};

static guint8 *
put_integer (guint8 *bytes,
             gint64  value)
{
  gint64 big_endian = GINT64_TO_BE (value);

  memcpy (bytes, &big_endian, sizeof big_endian);

  return bytes + sizeof big_endian;
}

static void
block_sum_flush (BlockSum *sum)
{
  if (sum->n_waiting > 0)
    g_checksum_update (sum->checksum, sum->waiting, sum->n_waiting * ACTUAL_SIZE);
  sum->n_waiting = 0;
}

static void
block_sum_clear (gpointer data)
{
  BlockSum *sum = data;

  g_clear_pointer (&sum->checksum, g_checksum_free);
}

gint64
accord_block_of_day (gint64 starts)
{
  return starts / ACCORD_ACTUAL_BLOCK_DAYS;
}

gint64
accord_block_of_id (gint64 id)
{
  return id / ACCORD_OPPORTUNITY_BLOCK_IDS;
}

GChecksum *
accord_block_begin_actuals (gint64 member,
                            gint64 block)
{
  static const char version[] = "accord-actual-block-v1";
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) version, sizeof version);
  accord_block_add_integer (checksum, member);
  accord_block_add_integer (checksum, block);

  return checksum;
}

static void
write_actual (const AccordActual *actual,
              guint8              bytes[ACTUAL_SIZE])
{
  bytes = put_integer (bytes, actual->metric);
  bytes = put_integer (bytes, actual->starts);
  bytes = put_integer (bytes, actual->value);
  *bytes++ = (guint8) actual->grain;
  *bytes++ = (guint8) actual->source;
}

void
accord_block_add_actual (GChecksum          *checksum,
                         const AccordActual *actual)
{
  guint8 bytes[ACTUAL_SIZE];

  write_actual (actual, bytes);
  g_checksum_update (checksum, bytes, sizeof bytes);
}

GChecksum *
accord_block_begin_opportunities (gint64 block)
{
  static const char version[] = "accord-opportunity-block-v1";
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) version, sizeof version);
  accord_block_add_integer (checksum, block);

  return checksum;
}

void
accord_block_add_byte (GChecksum *checksum,
                       char       byte)
{
  g_checksum_update (checksum, (const guchar *) &byte, 1);
}

void
accord_block_add_integer (GChecksum *checksum,
                          gint64     value)
{
  guint8 bytes[8];

  put_integer (bytes, value);
  g_checksum_update (checksum, bytes, sizeof bytes);
}

void
accord_block_add_text (GChecksum  *checksum,
                       const void *text,
                       gssize      length)
{
  accord_block_add_integer (checksum, text != NULL ? length : -1);
  if (text != NULL && length > 0)
    g_checksum_update (checksum, text, length);
}

void
accord_block_end (GChecksum *checksum,
                  guint8     digest[ACCORD_DIGEST_SIZE])
{
  gsize length = ACCORD_DIGEST_SIZE;

  g_checksum_get_digest (checksum, digest, &length);
}

AccordBlockSums *
accord_block_sums_new (void)
{
  AccordBlockSums *self = g_new0 (AccordBlockSums, 1);

  self->sums = g_array_new (FALSE, FALSE, sizeof (BlockSum));
  g_array_set_clear_func (self->sums, block_sum_clear);

  return self;
}

void
accord_block_sums_free (AccordBlockSums *self)
{
  g_array_unref (self->sums);
  g_free (self);
}

void
accord_block_sums_start (AccordBlockSums *self,
                         gint64           member)
{
  self->member = member;
  self->last = 0;
  g_array_set_size (self->sums, 0);
}

/* The place of a block in the sorted array: where it is, or where it belongs. */
static guint
block_sums_search (AccordBlockSums *self,
                   gint64           block)
{
  guint low = 0;
  guint high = self->sums->len;

  for (guint guess = self->last; guess < high && guess <= self->last + 1; guess++)
    {
      if (g_array_index (self->sums, BlockSum, guess).block == block)
        return guess;
    }

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->sums, BlockSum, middle).block < block)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

void
accord_block_sums_add (AccordBlockSums    *self,
                       const AccordActual *actual)
{
  gint64 block = accord_block_of_day (actual->starts);
  guint place = block_sums_search (self, block);
  BlockSum *found;

  if (place == self->sums->len || g_array_index (self->sums, BlockSum, place).block != block)
    {
      BlockSum sum;

      sum.block = block;
      sum.checksum = accord_block_begin_actuals (self->member, block);
      sum.n_waiting = 0;
      g_array_insert_val (self->sums, place, sum);
    }

  self->last = place;
  found = &g_array_index (self->sums, BlockSum, place);
  write_actual (actual, found->waiting + found->n_waiting * ACTUAL_SIZE);
  if (++found->n_waiting == WAITING)
    block_sum_flush (found);
}

guint
accord_block_sums_get_n_blocks (AccordBlockSums *self)
{
  return self->sums->len;
}

gint64
accord_block_sums_get_block (AccordBlockSums *self,
                             guint            i)
{
  return g_array_index (self->sums, BlockSum, i).block;
}

void
accord_block_sums_get_digest (AccordBlockSums *self,
                              guint            i,
                              guint8           digest[ACCORD_DIGEST_SIZE])
{
  BlockSum *sum = &g_array_index (self->sums, BlockSum, i);

  block_sum_flush (sum);
  accord_block_end (sum->checksum, digest);
}
