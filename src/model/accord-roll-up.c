/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-roll-up.h"

#include "accord-plan-figures.h"

#define N_FIGURES 7

/* The figures in one row, so that all of them are added by the same few lines. */
typedef struct
{
  gint64 sums[N_FIGURES];
  guint known[N_FIGURES];
  gint64 stretch;
  guint stretches;
  guint members;
} Sums;

typedef struct
{
  gint64 id;
  gint64 territory;
  AccordMemberFigures figures;
} Member;

typedef struct
{
  gint64 id;
  Sums sums;
} Territory;

struct _AccordTeamRollUp
{
  GHashTable *members;     /* id: Member */
  GHashTable *territories; /* id: Territory */
  Sums team;
};

static void
list_figures (const AccordMemberFigures *figures,
              gint64                     values[N_FIGURES])
{
  values[0] = figures->quota;
  values[1] = figures->commitment;
  values[2] = figures->committed;
  for (int i = 0; i < 4; i++)
    values[3 + i] = figures->quarters[i];
}

/* Adds the figures of a member (sign 1), or takes them out again (-1). */
static void
sums_add (Sums                      *self,
          const AccordMemberFigures *figures,
          int                        sign)
{
  gint64 values[N_FIGURES], stretch = accord_stretch (figures->commitment, figures->quota);

  list_figures (figures, values);
  for (int i = 0; i < N_FIGURES; i++)
    if (values[i] != ACCORD_UNKNOWN)
      {
        self->sums[i] += sign * values[i];
        self->known[i] += sign;
      }
  if (stretch != ACCORD_UNKNOWN)
    {
      self->stretch += sign * stretch;
      self->stretches += sign;
    }
  self->members += sign;
}

static void
sums_read (const Sums         *self,
           AccordRollUpTotals *totals)
{
  gint64 values[N_FIGURES];

  for (int i = 0; i < N_FIGURES; i++)
    values[i] = self->known[i] > 0 ? self->sums[i] : ACCORD_UNKNOWN;
  totals->figures.quota = values[0];
  totals->figures.commitment = values[1];
  totals->figures.committed = values[2];
  for (int i = 0; i < 4; i++)
    totals->figures.quarters[i] = values[3 + i];
  totals->stretch = self->stretches > 0 ? self->stretch : ACCORD_UNKNOWN;
  totals->n_members = self->members;
  totals->n_quotas = self->known[0];
  totals->n_planned = self->known[1];
  totals->n_committed = self->known[2];
}

static Territory *
get_territory (AccordTeamRollUp *self,
               gint64            id)
{
  Territory *territory = g_hash_table_lookup (self->territories, &id);

  if (territory == NULL)
    {
      territory = g_new0 (Territory, 1);
      territory->id = id;
      g_hash_table_insert (self->territories, &territory->id, territory);
    }

  return territory;
}

static void
put_member (AccordTeamRollUp          *self,
            Member                    *member,
            gint64                     territory,
            const AccordMemberFigures *figures)
{
  member->territory = territory;
  member->figures = *figures;
  sums_add (&get_territory (self, territory)->sums, figures, 1);
  sums_add (&self->team, figures, 1);
}

static void
take_member (AccordTeamRollUp *self,
             Member           *member)
{
  sums_add (&get_territory (self, member->territory)->sums, &member->figures, -1);
  sums_add (&self->team, &member->figures, -1);
}

gboolean
accord_member_figures_equal (const AccordMemberFigures *self,
                             const AccordMemberFigures *other)
{
  gint64 own[N_FIGURES], others[N_FIGURES];

  list_figures (self, own);
  list_figures (other, others);
  for (int i = 0; i < N_FIGURES; i++)
    if (own[i] != others[i])
      return FALSE;

  return TRUE;
}

AccordTeamRollUp *
accord_team_roll_up_new (void)
{
  AccordTeamRollUp *self = g_new0 (AccordTeamRollUp, 1);

  self->members = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->territories = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  return self;
}

void
accord_team_roll_up_free (AccordTeamRollUp *self)
{
  g_hash_table_unref (self->members);
  g_hash_table_unref (self->territories);
  g_free (self);
}

void
accord_team_roll_up_set (AccordTeamRollUp          *self,
                         gint64                     member,
                         gint64                     territory,
                         const AccordMemberFigures *figures)
{
  Member *entry;

  g_return_if_fail (self != NULL && figures != NULL);

  entry = g_hash_table_lookup (self->members, &member);
  if (entry != NULL)
    {
      take_member (self, entry);
    }
  else
    {
      entry = g_new0 (Member, 1);
      entry->id = member;
      g_hash_table_insert (self->members, &entry->id, entry);
    }
  put_member (self, entry, territory, figures);
}

void
accord_team_roll_up_set_figures (AccordTeamRollUp          *self,
                                 gint64                     member,
                                 const AccordMemberFigures *figures)
{
  Member *entry = g_hash_table_lookup (self->members, &member);

  g_return_if_fail (entry != NULL);

  accord_team_roll_up_set (self, member, entry->territory, figures);
}

void
accord_team_roll_up_remove (AccordTeamRollUp *self,
                            gint64            member)
{
  Member *entry = g_hash_table_lookup (self->members, &member);

  if (entry == NULL)
    return;

  take_member (self, entry);
  g_hash_table_remove (self->members, &member);
}

gboolean
accord_team_roll_up_get (AccordTeamRollUp    *self,
                         gint64               member,
                         gint64              *territory,
                         AccordMemberFigures *figures)
{
  Member *entry = g_hash_table_lookup (self->members, &member);

  if (territory != NULL)
    *territory = entry != NULL ? entry->territory : 0;
  if (figures != NULL)
    *figures = entry != NULL ? entry->figures : (AccordMemberFigures) ACCORD_MEMBER_FIGURES_INIT;

  return entry != NULL;
}

void
accord_team_roll_up_get_territory (AccordTeamRollUp   *self,
                                   gint64              territory,
                                   AccordRollUpTotals *totals)
{
  static const Sums nothing;
  Territory *entry = g_hash_table_lookup (self->territories, &territory);

  sums_read (entry != NULL ? &entry->sums : &nothing, totals);
}

void
accord_team_roll_up_get_team (AccordTeamRollUp   *self,
                              AccordRollUpTotals *totals)
{
  sums_read (&self->team, totals);
}
