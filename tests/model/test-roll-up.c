/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-attainment.h"
#include "accord-member.h"
#include "accord-membership.h"
#include "accord-quota.h"
#include "accord-roll-up.h"

#define N_MEMBERS 40
#define N_TERRITORIES 4
#define N_EDITS 5000

static void
assert_figures (const AccordMemberFigures *one,
                const AccordMemberFigures *other)
{
  g_assert_true (accord_member_figures_equal (one, other));
}

static void
assert_totals (const AccordRollUpTotals *one,
               const AccordRollUpTotals *other)
{
  assert_figures (&one->figures, &other->figures);
  g_assert_cmpint (one->stretch, ==, other->stretch);
  g_assert_cmpuint (one->n_members, ==, other->n_members);
  g_assert_cmpuint (one->n_quotas, ==, other->n_quotas);
  g_assert_cmpuint (one->n_planned, ==, other->n_planned);
  g_assert_cmpuint (one->n_committed, ==, other->n_committed);
}

static gint64
add_known (gint64 sum,
           gint64 value)
{
  if (value == ACCORD_UNKNOWN)
    return sum;

  return (sum == ACCORD_UNKNOWN ? 0 : sum) + value;
}

/* The totals worked out afresh, in other words than the roll-up's own. */
static void
add_up (const AccordMemberFigures *figures,
        const gint64              *territories,
        gint64                     territory,
        AccordRollUpTotals        *totals)
{
  *totals = (AccordRollUpTotals) { .figures = ACCORD_MEMBER_FIGURES_INIT, .stretch = ACCORD_UNKNOWN };
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      const AccordMemberFigures *own = &figures[i];

      if (territories[i] < 0 || (territory >= 0 && territories[i] != territory))
        continue;
      totals->n_members++;
      totals->n_quotas += own->quota != ACCORD_UNKNOWN;
      totals->n_planned += own->commitment != ACCORD_UNKNOWN;
      totals->n_committed += own->committed != ACCORD_UNKNOWN;
      totals->figures.quota = add_known (totals->figures.quota, own->quota);
      totals->figures.commitment = add_known (totals->figures.commitment, own->commitment);
      totals->figures.committed = add_known (totals->figures.committed, own->committed);
      for (int q = 0; q < 4; q++)
        totals->figures.quarters[q] = add_known (totals->figures.quarters[q], own->quarters[q]);
      if (own->quota != ACCORD_UNKNOWN && own->commitment != ACCORD_UNKNOWN)
        totals->stretch = add_known (totals->stretch, own->commitment > own->quota ? own->commitment - own->quota : 0);
    }
}

static gint64
random_amount (void)
{
  return g_test_rand_int_range (0, 4) == 0 ? ACCORD_UNKNOWN : (gint64) g_test_rand_int_range (0, G_MAXINT32) * 40000;
}

/* Whatever is edited, moved and removed, in whatever order: the totals are what adding up afresh gives. */
static void
test_incremental (void)
{
  g_autoptr (AccordTeamRollUp) roll_up = accord_team_roll_up_new ();
  AccordMemberFigures figures[N_MEMBERS];
  gint64 territories[N_MEMBERS]; /* -1: not there */

  for (guint i = 0; i < N_MEMBERS; i++)
    territories[i] = -1;
  for (guint edit = 0; edit < N_EDITS; edit++)
    {
      guint i = (guint) g_test_rand_int_range (0, N_MEMBERS);
      int what = g_test_rand_int_range (0, 10);
      AccordRollUpTotals expected, totals;

      if (what == 0)
        {
          territories[i] = -1;
          accord_team_roll_up_remove (roll_up, i + 1);
        }
      else
        {
          figures[i] = (AccordMemberFigures) { random_amount (), random_amount (), random_amount (),
                                               { random_amount (), random_amount (), random_amount (),
                                                 random_amount () } };
          if (what < 3 || territories[i] < 0)
            {
              territories[i] = g_test_rand_int_range (0, N_TERRITORIES);
              accord_team_roll_up_set (roll_up, i + 1, territories[i], &figures[i]);
            }
          else
            accord_team_roll_up_set_figures (roll_up, i + 1, &figures[i]);
        }

      for (gint64 t = 0; t < N_TERRITORIES; t++)
        {
          add_up (figures, territories, t, &expected);
          accord_team_roll_up_get_territory (roll_up, t, &totals);
          assert_totals (&totals, &expected);
        }
      add_up (figures, territories, -1, &expected);
      accord_team_roll_up_get_team (roll_up, &totals);
      assert_totals (&totals, &expected);
    }
}

static void
test_empty (void)
{
  const AccordMemberFigures unknown = ACCORD_MEMBER_FIGURES_INIT;
  g_autoptr (AccordTeamRollUp) roll_up = accord_team_roll_up_new ();
  AccordRollUpTotals totals;
  AccordMemberFigures figures;
  gint64 territory = 7;

  accord_team_roll_up_get_team (roll_up, &totals);
  assert_figures (&totals.figures, &unknown);
  g_assert_cmpint (totals.stretch, ==, ACCORD_UNKNOWN);
  g_assert_cmpuint (totals.n_members, ==, 0);
  g_assert_false (accord_team_roll_up_get (roll_up, 1, &territory, &figures));
  g_assert_cmpint (territory, ==, 0);
  assert_figures (&figures, &unknown);
}

/* 100 over-assigned by a tenth, and one who promises less than the quota next to one who promises more. */
static void
test_stretch (void)
{
  g_autoptr (AccordTeamRollUp) roll_up = accord_team_roll_up_new ();
  AccordMemberFigures low = ACCORD_MEMBER_FIGURES_INIT, high = ACCORD_MEMBER_FIGURES_INIT;
  AccordRollUpTotals totals;

  low.quota = 60;
  low.commitment = 50;
  high.quota = 50;
  high.commitment = 70;
  accord_team_roll_up_set (roll_up, 1, 0, &low);
  accord_team_roll_up_set (roll_up, 2, 0, &high);
  accord_team_roll_up_get_team (roll_up, &totals);
  g_assert_cmpint (totals.figures.quota, ==, 110);
  g_assert_cmpint (totals.figures.commitment, ==, 120);
  g_assert_cmpint (totals.stretch, ==, 20);
  g_assert_cmpint (accord_over_assignment (totals.figures.quota, 100), ==, ACCORD_RATE_ONE / 10);
  g_assert_cmpint (accord_over_assignment (totals.figures.quota, ACCORD_UNKNOWN), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_over_assignment (totals.figures.quota, 0), ==, ACCORD_UNKNOWN);
}

static void
store_add (GListStore *list,
           gpointer    record)
{
  accord_record_set_id (ACCORD_RECORD (record), g_list_model_get_n_items (G_LIST_MODEL (list)) + 1);
  g_list_store_append (list, record);
  g_object_unref (record);
}

static void
add_quota (GListStore *list,
           gint64      member,
           AccordDate  starts,
           gint64      amount)
{
  AccordQuota *quota = accord_quota_new ();

  accord_quota_set_member (quota, member);
  accord_quota_set_starts (quota, starts);
  accord_quota_set_amount (quota, amount);
  store_add (list, quota);
}

static void
add_commitment (GListStore *list,
                gint64      member,
                int         year,
                int         version,
                gint64      amount)
{
  AccordCommitment *commitment = accord_commitment_new ();

  accord_commitment_set_member (commitment, member);
  accord_commitment_set_year (commitment, year);
  accord_commitment_set_version (commitment, version);
  accord_commitment_set_amount (commitment, amount);
  accord_commitment_set_q1 (commitment, amount);
  store_add (list, commitment);
}

static void
add_membership (GListStore *list,
                gint64      member,
                gint64      territory,
                AccordDate  starts,
                AccordDate  ends)
{
  AccordMembership *membership = accord_membership_new ();

  accord_membership_set_member (membership, member);
  accord_membership_set_territory (membership, territory);
  accord_membership_set_starts (membership, starts);
  accord_membership_set_ends (membership, ends);
  store_add (list, membership);
}

/* Fiscal 2027 from July 2026. Member 1 has moved in October and changed the plan after the second commitment; member 2
 * left before the year. */
static void
test_read (void)
{
  g_autoptr (GListStore) members = g_list_store_new (ACCORD_TYPE_MEMBER);
  g_autoptr (GListStore) memberships = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);
  g_autoptr (GListStore) plans = g_list_store_new (ACCORD_TYPE_PLAN);
  g_autoptr (GListStore) commitments = g_list_store_new (ACCORD_TYPE_COMMITMENT);
  g_autoptr (GListStore) quotas = g_list_store_new (ACCORD_TYPE_QUOTA);
  AccordMember *gone = accord_member_new ();
  AccordPlan *plan = accord_plan_new ();
  AccordMemberFigures figures;
  gint64 territory;

  store_add (members, accord_member_new ());
  accord_member_set_left (gone, accord_date_new (2026, 6, 30));
  store_add (members, gone);
  add_membership (memberships, 1, 5, ACCORD_DATE_NONE, accord_date_new (2026, 9, 30));
  add_membership (memberships, 1, 6, accord_date_new (2026, 10, 1), ACCORD_DATE_NONE);
  add_quota (quotas, 1, accord_date_new (2026, 4, 1), 1000);
  add_quota (quotas, 1, accord_date_new (2026, 7, 1), 100);
  add_quota (quotas, 1, accord_date_new (2027, 6, 1), 20);
  add_quota (quotas, 1, accord_date_new (2027, 7, 1), 1000);
  add_commitment (commitments, 1, 2027, 2, 130);
  add_commitment (commitments, 1, 2027, 1, 125);
  add_commitment (commitments, 1, 2026, 3, 90);
  accord_plan_set_member (plan, 1);
  accord_plan_set_year (plan, 2027);
  store_add (plans, plan);

  for (int changed = 0; changed < 2; changed++)
    {
      g_autoptr (AccordTeamRollUp) roll_up = NULL;
      AccordRollUpTotals totals;

      if (changed)
        accord_plan_set_amount (plan, 140);
      roll_up = accord_team_roll_up_read (G_LIST_MODEL (members), G_LIST_MODEL (memberships), G_LIST_MODEL (plans),
                                          G_LIST_MODEL (commitments), G_LIST_MODEL (quotas), 2027, 7,
                                          accord_date_new (2026, changed ? 11 : 8, 18));
      g_assert_true (accord_team_roll_up_get (roll_up, 1, &territory, &figures));
      g_assert_cmpint (territory, ==, changed ? 6 : 5);
      g_assert_cmpint (figures.quota, ==, 120);
      g_assert_cmpint (figures.commitment, ==, changed ? 140 : 130);
      g_assert_cmpint (figures.committed, ==, 130);
      g_assert_cmpint (figures.quarters[0], ==, changed ? ACCORD_UNKNOWN : 130);
      g_assert_false (accord_team_roll_up_get (roll_up, 2, NULL, NULL));
      accord_team_roll_up_get_team (roll_up, &totals);
      g_assert_cmpuint (totals.n_members, ==, 1);
      g_assert_cmpint (totals.stretch, ==, changed ? 20 : 10);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll-up/incremental", test_incremental);
  g_test_add_func ("/roll-up/empty", test_empty);
  g_test_add_func ("/roll-up/stretch", test_stretch);
  g_test_add_func ("/roll-up/read", test_read);

  return g_test_run ();
}
