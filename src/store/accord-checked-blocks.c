/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-checked-blocks.h"

/* So many blocks of a member are remembered: of actuals, sixteen years. */
#define N_REMEMBERED 64
/* How many of them lie before the last of those that were compared first: people look back. */
#define N_BEFORE 48

typedef struct
{
  gint64 member; /* first: it is the key */
  gint64 start;
  guint64 checked; /* a bit for each block from start on */
} Checked;

struct _AccordCheckedBlocks
{
  GHashTable *members; /* set of Checked, by member */
  gint64 data_version;
};

AccordCheckedBlocks *
accord_checked_blocks_new (void)
{
  AccordCheckedBlocks *self = g_new0 (AccordCheckedBlocks, 1);

  self->members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

void
accord_checked_blocks_free (AccordCheckedBlocks *self)
{
  g_hash_table_unref (self->members);
  g_free (self);
}

void
accord_checked_blocks_update (AccordCheckedBlocks *self,
                              gint64               data_version)
{
  if (data_version != self->data_version)
    g_hash_table_remove_all (self->members);
  self->data_version = data_version;
}

/* The bits of first … last; FALSE where they are not all remembered. */
static gboolean
get_bits (const Checked *checked,
          gint64         first,
          gint64         last,
          guint64       *bits)
{
  if (first > last || first < checked->start || last >= checked->start + N_REMEMBERED)
    return FALSE;

  *bits = (G_MAXUINT64 >> (N_REMEMBERED - 1 - (last - first))) << (first - checked->start);

  return TRUE;
}

gboolean
accord_checked_blocks_has (AccordCheckedBlocks *self,
                           gint64               member,
                           gint64               first,
                           gint64               last)
{
  const Checked *checked = g_hash_table_lookup (self->members, &member);
  guint64 bits;

  return checked != NULL && get_bits (checked, first, last, &bits) && (checked->checked & bits) == bits;
}

void
accord_checked_blocks_add (AccordCheckedBlocks *self,
                           gint64               member,
                           gint64               first,
                           gint64               last)
{
  Checked *checked = g_hash_table_lookup (self->members, &member);
  guint64 bits;

  if (checked == NULL)
    {
      checked = g_new0 (Checked, 1);
      checked->member = member;
      checked->start = last - N_BEFORE;
      g_hash_table_add (self->members, checked);
    }
  first = MAX (first, checked->start);
  last = MIN (last, checked->start + N_REMEMBERED - 1);
  if (get_bits (checked, first, last, &bits))
    checked->checked |= bits;
}
