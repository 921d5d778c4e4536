/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-list.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-commitment.h"
#include "accord-enums.h"
#include "accord-goal.h"
#include "accord-member.h"
#include "accord-membership-query.h"
#include "accord-plan-figures.h"
#include "accord-territory.h"

static const AccordCliColumn member_columns[] = {
  { "id", N_ ("ID") },           { "name", N_ ("Name") },
  { "email", N_ ("E-mail") },    { "role", N_ ("Role") },
  { "territory", N_ ("Territory") }, { "started", N_ ("Started") },
  { "left", N_ ("Left") },
};

/* The last day of the period asked for that counts: today while it is running, as in the report. */
static AccordDate
last_day (const AccordCliListing *listing)
{
  return accord_membership_get_last_day (listing->first, listing->last, accord_clock_today ());
}

/* The territory held last in the period asked for, or without one today's; for who has left, that of their last day. */
static const char *
territory_name (const AccordCliListing *listing,
                AccordMember           *member)
{
  GListModel *memberships = accord_workspace_get_list (listing->workspace, ACCORD_TYPE_MEMBERSHIP);
  gint64 id = accord_record_get_id (ACCORD_RECORD (member));
  AccordDate left = accord_member_get_left (member);
  AccordMembership *membership;
  AccordTerritory *territory;

  if (listing->first != ACCORD_DATE_NONE)
    membership = accord_membership_find_in (memberships, id, listing->first, last_day (listing));
  else
    membership = accord_membership_find (memberships, id,
                                         left != ACCORD_DATE_NONE ? MIN (left, accord_clock_today ())
                                                                  : accord_clock_today ());
  if (membership == NULL)
    return NULL;
  territory = accord_workspace_find (listing->workspace, ACCORD_TYPE_TERRITORY,
                                     accord_membership_get_territory (membership));

  return territory != NULL ? accord_territory_get_name (territory) : NULL;
}

static gboolean
print_members (const AccordCliListing *listing,
               GError                **error)
{
  g_autoptr (GPtrArray) members = accord_cli_listing_load (listing, ACCORD_TYPE_MEMBER, NULL, error);

  if (members == NULL)
    return FALSE;
  if (accord_workspace_load_list (listing->workspace, ACCORD_TYPE_MEMBERSHIP, error) == NULL
      || accord_workspace_load_list (listing->workspace, ACCORD_TYPE_TERRITORY, error) == NULL)
    return FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      AccordMember *member = members->pdata[i];
      gint64 id = accord_record_get_id (ACCORD_RECORD (member));

      if (!accord_cli_listing_has_member (listing, id))
        continue;
      if (listing->first != ACCORD_DATE_NONE && !accord_member_is_present (member, listing->first, last_day (listing)))
        continue;
      accord_cli_output_integer (listing->output, id);
      accord_cli_output_text (listing->output, accord_member_get_name (member));
      accord_cli_output_text (listing->output, accord_member_get_email (member));
      accord_cli_output_text (listing->output, accord_member_get_role (member));
      accord_cli_output_text (listing->output, territory_name (listing, member));
      accord_cli_output_date (listing->output, accord_member_get_started (member));
      accord_cli_output_date (listing->output, accord_member_get_left (member));
    }

  return TRUE;
}

const AccordCliKind accord_cli_kind_members = {
  "members", member_columns, G_N_ELEMENTS (member_columns), TRUE, TRUE, print_members,
};

static const AccordCliColumn goal_columns[] = {
  { "member", N_ ("Member") },         { "year", N_ ("Year") },
  { "title", N_ ("Goal") },            { "kind", N_ ("Kind") },
  { "amount", N_ ("Amount") },         { "due", N_ ("Due") },
  { "visibility", N_ ("Visibility") }, { "progress", N_ ("Progress") },
};

static int
compare_goals (gconstpointer a,
               gconstpointer b)
{
  AccordGoal *goal_a = *(AccordGoal *const *) a;
  AccordGoal *goal_b = *(AccordGoal *const *) b;
  int by_year = accord_cli_compare_integers (accord_goal_get_year (goal_a), accord_goal_get_year (goal_b));
  int by_member = accord_cli_compare_integers (accord_goal_get_member (goal_a), accord_goal_get_member (goal_b));
  int by_position = accord_cli_compare_integers (accord_goal_get_position (goal_a), accord_goal_get_position (goal_b));

  return by_year != 0 ? by_year : by_member != 0 ? by_member : by_position;
}

static gboolean
print_goals (const AccordCliListing *listing,
             GError                **error)
{
  g_autoptr (GPtrArray) goals = accord_cli_listing_load (listing, ACCORD_TYPE_GOAL, compare_goals, error);

  if (goals == NULL || accord_workspace_load_list (listing->workspace, ACCORD_TYPE_MEMBER, error) == NULL)
    return FALSE;

  for (guint i = 0; i < goals->len; i++)
    {
      AccordGoal *goal = goals->pdata[i];

      if (!accord_cli_listing_has_year (listing, accord_goal_get_year (goal))
          || !accord_cli_listing_has_member (listing, accord_goal_get_member (goal)))
        continue;
      accord_cli_output_text (listing->output,
                              accord_cli_listing_get_member_name (listing, accord_goal_get_member (goal)));
      accord_cli_output_integer (listing->output, accord_goal_get_year (goal));
      accord_cli_output_text (listing->output, accord_goal_get_title (goal));
      accord_cli_output_text (listing->output,
                              accord_enum_to_nick (accord_goal_kind_get_type (), accord_goal_get_kind (goal)));
      accord_cli_output_money (listing->output, accord_goal_get_amount (goal), listing->decimals);
      accord_cli_output_date (listing->output, accord_goal_get_due (goal));
      accord_cli_output_text (listing->output,
                              accord_enum_to_nick (accord_visibility_get_type (), accord_goal_get_visibility (goal)));
      accord_cli_output_share (listing->output, accord_goal_get_progress (goal));
    }

  return TRUE;
}

const AccordCliKind accord_cli_kind_goals = {
  "goals", goal_columns, G_N_ELEMENTS (goal_columns), TRUE, TRUE, print_goals,
};

static const AccordCliColumn commitment_columns[] = {
  { "member", N_ ("Member") },         { "year", N_ ("Year") },
  { "version", N_ ("Version") },       { "quota", N_ ("Quota") },
  { "commitment", N_ ("Commitment") }, { "stretch", N_ ("Stretch") },
  { "q1", N_ ("Q1") },                 { "q2", N_ ("Q2") },
  { "q3", N_ ("Q3") },                 { "q4", N_ ("Q4") },
  { "partner", N_ ("Partner") },       { "committed_on", N_ ("Committed on") },
};

static int
compare_commitments (gconstpointer a,
                     gconstpointer b)
{
  AccordCommitment *one = *(AccordCommitment *const *) a;
  AccordCommitment *two = *(AccordCommitment *const *) b;
  int by_year = accord_cli_compare_integers (accord_commitment_get_year (one), accord_commitment_get_year (two));
  int by_member = accord_cli_compare_integers (accord_commitment_get_member (one), accord_commitment_get_member (two));
  int by_version =
      accord_cli_compare_integers (accord_commitment_get_version (one), accord_commitment_get_version (two));

  return by_year != 0 ? by_year : by_member != 0 ? by_member : by_version;
}

static gboolean
print_commitments (const AccordCliListing *listing,
                   GError                **error)
{
  g_autoptr (GPtrArray) commitments =
      accord_cli_listing_load (listing, ACCORD_TYPE_COMMITMENT, compare_commitments, error);

  if (commitments == NULL || accord_workspace_load_list (listing->workspace, ACCORD_TYPE_MEMBER, error) == NULL)
    return FALSE;

  for (guint i = 0; i < commitments->len; i++)
    {
      AccordCommitment *commitment = commitments->pdata[i];
      gint64 member = accord_commitment_get_member (commitment);
      gint64 quota = accord_commitment_get_quota (commitment);
      gint64 amount = accord_commitment_get_amount (commitment);
      const gint64 amounts[] = {
        quota,
        amount,
        accord_stretch (amount, quota),
        accord_commitment_get_q1 (commitment),
        accord_commitment_get_q2 (commitment),
        accord_commitment_get_q3 (commitment),
        accord_commitment_get_q4 (commitment),
      };

      if (!accord_cli_listing_has_year (listing, accord_commitment_get_year (commitment))
          || !accord_cli_listing_has_member (listing, member))
        continue;
      accord_cli_output_text (listing->output, accord_cli_listing_get_member_name (listing, member));
      accord_cli_output_integer (listing->output, accord_commitment_get_year (commitment));
      accord_cli_output_integer (listing->output, accord_commitment_get_version (commitment));
      for (gsize j = 0; j < G_N_ELEMENTS (amounts); j++)
        accord_cli_output_money (listing->output, amounts[j], listing->decimals);
      accord_cli_output_text (listing->output,
                              accord_cli_listing_get_member_name (listing, accord_commitment_get_partner (commitment)));
      accord_cli_output_date (listing->output, accord_commitment_get_committed_on (commitment));
    }

  return TRUE;
}

const AccordCliKind accord_cli_kind_commitments = {
  "commitments", commitment_columns, G_N_ELEMENTS (commitment_columns), TRUE, TRUE, print_commitments,
};
