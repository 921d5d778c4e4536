/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-demo-private.h"

#include "accord-actuals.h"
#include "accord-allocation.h"
#include "accord-card.h"
#include "accord-commitment.h"
#include "accord-goal.h"
#include "accord-member.h"
#include "accord-membership.h"
#include "accord-metric.h"
#include "accord-opportunities.h"
#include "accord-plan-year.h"
#include "accord-quota.h"
#include "accord-rate.h"
#include "accord-territory.h"
#include "accord-vote.h"

/* How many records or rows go into one transaction: enough to be quick, few enough for Ctrl-C and for the memory. */
#define RECORDS_AT_ONCE 2000
#define ROWS_AT_ONCE 100000
#define MEMBERS_A_TERRITORY 10
#define N_METRICS 5

static const char *const first_names[] = { "Ada",    "Ben",   "Chloe", "David", "Elena", "Farid", "Grace",
                                           "Henrik", "Imani", "Jonas", "Kira",  "Liam",  "Mona",  "Nadia",
                                           "Oscar",  "Paula", "Quinn", "Rosa",  "Samir", "Tessa" };
static const char *const last_names[] = { "Almeida", "Becker", "Castro",  "Dubois", "Eriksen",  "Fischer",
                                          "Garcia",  "Hughes", "Ivanova", "Jensen", "Kowalski", "Larsen",
                                          "Moreau",  "Novak",  "Okoye",   "Petrov", "Quist",    "Rossi",
                                          "Schmidt", "Tanaka", "Ueda",    "Vogel",  "Walsh",    "Young" };
static const char *const words[] = {
  "account", "agreed",  "answer",   "before", "budget",   "calls",    "change", "close",    "customer",
  "date",    "decides", "early",    "first",  "follow",   "forecast", "given",  "help",     "known",
  "late",    "meeting", "number",   "offer",  "open",     "plan",     "price",  "promise",  "quarter",
  "reason",  "review",  "schedule", "second", "strength", "support",  "target", "together", "week",
};
static const char *const stages[] = { "Qualification", "Discovery", "Proposal", "Negotiation" };

typedef struct
{
  AccordWorkspace *workspace;
  AccordDemoRandom random;
  AccordChange *change;
  guint n_changes; /* in it */
  AccordDate today;
  AccordDate first_day;
  int first_year;
  int n_years;
  gint64 n_members;
  gint64 *members; /* ids */
  gint64 metrics[N_METRICS];
  AccordProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} Synthetic;

static void
synthetic_clear (Synthetic *self)
{
  g_clear_pointer (&self->change, accord_change_unref);
  g_clear_pointer (&self->members, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Synthetic, synthetic_clear)

static gboolean
store_change (Synthetic *self,
              GError   **error)
{
  g_autoptr (AccordChange) change = g_steal_pointer (&self->change);

  self->change = accord_change_new ("");
  self->n_changes = 0;

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error)
         && accord_workspace_apply (self->workspace, change, error);
}

/* Takes the draft; stores what has come together once it is enough. */
static gboolean
put (Synthetic *self,
     gpointer   draft,
     GError   **error)
{
  accord_change_put (self->change, draft);
  g_object_unref (draft);

  return ++self->n_changes < RECORDS_AT_ONCE || store_change (self, error);
}

static void
report_progress (Synthetic *self,
                 double     from,
                 double     to,
                 double     share)
{
  if (self->progress != NULL)
    self->progress (from + (to - from) * share, self->user_data);
}

static gint64
draw (Synthetic *self,
      gint64     lowest,
      gint64     highest)
{
  return accord_demo_random_range (&self->random, lowest, highest);
}

static char *
draw_text (Synthetic *self,
           gint64     n_words)
{
  GString *text = g_string_new (NULL);

  for (gint64 i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[draw (self, 0, G_N_ELEMENTS (words) - 1)]);

  return g_string_free (text, FALSE);
}

static gboolean
put_years_and_metrics (Synthetic *self,
                       GError   **error)
{
  static const char *const names[N_METRICS] = { "Outreach", "First meetings", "Demos", "Proposals", "Reference calls" };

  for (int i = 0; i < self->n_years; i++)
    {
      AccordPlanYear *year = accord_plan_year_new ();

      accord_plan_year_set_label (year, self->first_year + i);
      accord_plan_year_set_starts (year, accord_plan_year_get_start (self->first_year + i, ACCORD_DEMO_FISCAL_START));
      accord_plan_year_set_ends (year, accord_plan_year_get_end (self->first_year + i, ACCORD_DEMO_FISCAL_START));
      accord_plan_year_set_team_target (year, self->n_members * 80000000);
      if (!put (self, year, error))
        return FALSE;
    }
  for (int i = 0; i < N_METRICS; i++)
    {
      AccordMetric *metric = accord_metric_new ();

      self->metrics[i] = accord_workspace_reserve_id (self->workspace, ACCORD_TYPE_METRIC);
      accord_record_set_id (ACCORD_RECORD (metric), self->metrics[i]);
      accord_metric_set_name (metric, names[i]);
      accord_metric_set_cadence (metric, ACCORD_GRAIN_WEEK);
      accord_metric_set_key (metric, TRUE);
      accord_metric_set_position (metric, i + 1);
      if (!put (self, metric, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_member (Synthetic *self,
            gint64     index,
            gint64    *territory,
            GError   **error)
{
  AccordMember *member = accord_member_new ();
  AccordMembership *membership = accord_membership_new ();
  g_autofree char *name = NULL;
  g_autofree char *email = g_strdup_printf ("member%" G_GINT64_FORMAT "@example.com", index + 1);
  const char *first = first_names[index % G_N_ELEMENTS (first_names)];
  const char *last = last_names[(index / G_N_ELEMENTS (first_names)) % G_N_ELEMENTS (last_names)];

  if (index % MEMBERS_A_TERRITORY == 0)
    {
      AccordTerritory *record = accord_territory_new ();
      g_autofree char *label = g_strdup_printf ("Territory %" G_GINT64_FORMAT, index / MEMBERS_A_TERRITORY + 1);

      *territory = accord_workspace_reserve_id (self->workspace, ACCORD_TYPE_TERRITORY);
      accord_record_set_id (ACCORD_RECORD (record), *territory);
      accord_territory_set_name (record, label);
      accord_territory_set_position (record, *territory);
      if (!put (self, record, error))
        return FALSE;
    }

  /* Names are unique, or nothing could be found by them. */
  name = index < (gint64) (G_N_ELEMENTS (first_names) * G_N_ELEMENTS (last_names))
           ? g_strdup_printf ("%s %s", first, last)
           : g_strdup_printf ("%s %s %" G_GINT64_FORMAT, first, last, index + 1);
  self->members[index] = accord_workspace_reserve_id (self->workspace, ACCORD_TYPE_MEMBER);
  accord_record_set_id (ACCORD_RECORD (member), self->members[index]);
  accord_member_set_name (member, name);
  accord_member_set_email (member, email);
  accord_member_set_role (member, index == 0 ? "Sales Director" : "Account Executive");
  accord_member_set_leader (member, index == 0);
  accord_member_set_started (member, self->first_day);
  accord_membership_set_member (membership, self->members[index]);
  accord_membership_set_territory (membership, *territory);
  accord_membership_set_starts (membership, self->first_day);

  return put (self, member, error) && put (self, membership, error);
}

static gboolean
put_goal (Synthetic *self,
          gint64     member,
          int        year,
          GError   **error)
{
  AccordGoal *goal = accord_goal_new ();
  g_autofree char *title = draw_text (self, 5);
  g_autofree char *why = draw_text (self, 25);

  accord_goal_set_member (goal, member);
  accord_goal_set_year (goal, year);
  accord_goal_set_position (goal, 1);
  accord_goal_set_title (goal, title);
  accord_goal_set_amount (goal, draw (self, 10, 600) * 10000);
  accord_goal_set_why (goal, why);

  return put (self, goal, error);
}

/* A member's year: a goal, four quotas and the commitment above them. */
static gboolean
put_year (Synthetic *self,
          gint64     index,
          int        year,
          GError   **error)
{
  gint64 member = self->members[index];
  gint64 quota = draw (self, 600, 1100) * 100000;
  gint64 parts[4];
  AccordCommitment *commitment = accord_commitment_new ();

  accord_allocate (quota, NULL, 4, parts);
  for (int i = 0; i < 4; i++)
    {
      AccordQuota *record = accord_quota_new ();

      accord_quota_set_member (record, member);
      accord_quota_set_starts (record,
                               accord_quarter_get_start ((AccordQuarter){ year, i + 1 }, ACCORD_DEMO_FISCAL_START));
      accord_quota_set_grain (record, ACCORD_GRAIN_QUARTER);
      accord_quota_set_amount (record, parts[i]);
      if (!put (self, record, error))
        return FALSE;
    }
  accord_allocate (quota + draw (self, 0, 800) * 10000, NULL, 4, parts);
  accord_commitment_set_member (commitment, member);
  accord_commitment_set_year (commitment, year);
  accord_commitment_set_version (commitment, 1);
  accord_commitment_set_quota (commitment, quota);
  accord_commitment_set_amount (commitment, parts[0] + parts[1] + parts[2] + parts[3]);
  accord_commitment_set_q1 (commitment, parts[0]);
  accord_commitment_set_q2 (commitment, parts[1]);
  accord_commitment_set_q3 (commitment, parts[2]);
  accord_commitment_set_q4 (commitment, parts[3]);
  accord_commitment_set_partner (commitment, self->n_members > 1 ? self->members[(index + 1) % self->n_members] : 0);
  accord_commitment_set_committed_on (commitment, accord_plan_year_get_start (year, ACCORD_DEMO_FISCAL_START));

  return put (self, commitment, error) && put_goal (self, member, year, error);
}

static gboolean
put_people (Synthetic *self,
            GError   **error)
{
  gint64 territory = 0;

  for (gint64 i = 0; i < self->n_members; i++)
    {
      if (!put_member (self, i, &territory, error))
        return FALSE;
    }
  for (gint64 i = 0; i < self->n_members; i++)
    {
      for (int year = self->first_year; year < self->first_year + self->n_years; year++)
        {
          if (!put_year (self, i, year, error))
            return FALSE;
        }
      report_progress (self, 0, 0.1, (double) i / (double) self->n_members);
    }

  return store_change (self, error);
}

/* Of some members, one in four at most. */
static gboolean
put_votes (Synthetic *self,
           gint64     card,
           GError   **error)
{
  for (gint64 i = draw (self, 0, 3); i < self->n_members; i += 4)
    {
      AccordVote *vote = accord_vote_new ();

      accord_vote_set_card (vote, card);
      accord_vote_set_member (vote, self->members[i]);
      accord_vote_set_count (vote, draw (self, 1, 3));
      if (!put (self, vote, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_cards (Synthetic *self,
           GError   **error)
{
  for (int i = 0; i < self->n_years * 20; i++)
    {
      const gint64 id = accord_workspace_reserve_id (self->workspace, ACCORD_TYPE_CARD);
      AccordCard *card = accord_card_new ();
      g_autofree char *title = draw_text (self, 4);
      g_autofree char *detail = draw_text (self, 12);

      accord_card_set_year (card, self->first_year + i / 20);
      accord_card_set_quadrant (card, i % 4);
      accord_card_set_position (card, 1024 * (gint64) (i + 1));
      accord_card_set_title (card, title);
      accord_card_set_detail (card, detail);
      accord_card_set_impact (card, draw (self, 1, 5));
      accord_card_set_likelihood (card, draw (self, 1, 5));
      accord_record_set_id (ACCORD_RECORD (card), id);
      if (!put (self, card, error) || !put_votes (self, id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_conversations (Synthetic *self,
                   gint64     n,
                   GError   **error)
{
  for (gint64 i = 0; i < n; i++)
    {
      AccordConversation *conversation = accord_conversation_new ();
      g_autofree char *purpose = draw_text (self, 8);
      g_autofree char *facts = draw_text (self, 40);
      g_autofree char *agreement = draw_text (self, 30);
      AccordDate day = self->first_day + (AccordDate) ((self->today - self->first_day) * i / MAX (n, 1));

      accord_conversation_set_member (conversation, self->members[draw (self, 0, self->n_members - 1)]);
      accord_conversation_set_kind (conversation, draw (self, 0, ACCORD_CONVERSATION_KIND_IMPROVEMENT));
      accord_conversation_set_stage (conversation, ACCORD_CONVERSATION_STAGE_HELD);
      accord_conversation_set_planned (conversation, day);
      accord_conversation_set_occurred (conversation, day);
      accord_conversation_set_entered (conversation, day);
      accord_conversation_set_purpose (conversation, purpose);
      accord_conversation_set_facts (conversation, facts);
      accord_conversation_set_agreement (conversation, agreement);
      if (!put (self, conversation, error))
        return FALSE;
      report_progress (self, 0.1, 0.4, (double) i / (double) n);
    }

  return store_change (self, error);
}

static void
draw_opportunity (Synthetic         *self,
                  gint64             index,
                  AccordOpportunity *opportunity,
                  char               names[2][32])
{
  AccordDate created = self->first_day + (AccordDate) draw (self, 0, self->today - self->first_day);
  AccordDate closed = created + (AccordDate) draw (self, 10, 120);
  gboolean open = closed > self->today;

  g_snprintf (names[0], 32, "S-%07" G_GINT64_FORMAT, index + 1);
  g_snprintf (names[1], 32, "Account %" G_GINT64_FORMAT, draw (self, 1, 5000));
  opportunity->external = names[0];
  opportunity->account = names[1];
  opportunity->product = (char *) "Plan";
  opportunity->member = self->members[draw (self, 0, self->n_members - 1)];
  opportunity->state = open                      ? ACCORD_OPPORTUNITY_OPEN
                       : draw (self, 0, 99) < 30 ? ACCORD_OPPORTUNITY_WON
                                                 : ACCORD_OPPORTUNITY_LOST;
  opportunity->stage = (char *) (opportunity->state == ACCORD_OPPORTUNITY_WON ? "Won" : stages[draw (self, 0, 3)]);
  opportunity->created = created;
  opportunity->closed = closed;
  opportunity->amount = draw (self, 10, 120) * 50000;
}

/* All of them as one import of today sees them. */
static gboolean
put_opportunities (Synthetic *self,
                   gint64     n,
                   GError   **error)
{
  gsize at_once = (gsize) CLAMP (n, 1, ROWS_AT_ONCE / 5);
  g_autofree AccordOpportunity *opportunities = g_new0 (AccordOpportunity, at_once);
  g_autofree char (*names)[2][32] = g_malloc (at_once * sizeof *names);
  gsize filled = 0;

  for (gint64 i = 0; i < n; i++)
    {
      draw_opportunity (self, i, &opportunities[filled], names[filled]);
      filled++;
      if (filled < at_once && i + 1 < n)
        continue;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !accord_opportunities_put (self->workspace, opportunities, filled, self->today, error))
        return FALSE;
      filled = 0;
      report_progress (self, 0.4, 0.6, (double) i / (double) n);
    }

  return TRUE;
}

static gboolean
put_actuals (Synthetic *self,
             GError   **error)
{
  g_autoptr (GArray) actuals = g_array_sized_new (FALSE, FALSE, sizeof (AccordActual), ROWS_AT_ONCE);
  AccordDate first = self->first_day - accord_date_get_weekday (self->first_day) + 8;

  for (gint64 i = 0; i < self->n_members; i++)
    {
      for (int j = 0; j < N_METRICS; j++)
        {
          for (AccordDate monday = first; monday + 6 < self->today; monday += 7)
            {
              AccordActual actual = { self->members[i], self->metrics[j], monday, ACCORD_GRAIN_WEEK,
                                      draw (self, 0, 40) * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED };

              g_array_append_val (actuals, actual);
            }
        }
      if (actuals->len < ROWS_AT_ONCE && i + 1 < self->n_members)
        continue;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !accord_actuals_put (self->workspace, (AccordActual *) actuals->data, actuals->len, error))
        return FALSE;
      g_array_set_size (actuals, 0);
      report_progress (self, 0.6, 0.98, (double) i / (double) self->n_members);
    }

  return TRUE;
}

gboolean
accord_demo_write_synthetic (AccordWorkspace         *workspace,
                             const AccordDemoOptions *options,
                             AccordDate               today,
                             AccordProgress           progress,
                             gpointer                 user_data,
                             GCancellable            *cancellable,
                             GError                 **error)
{
  g_auto (Synthetic) self = { .workspace = workspace, .today = today };

  accord_demo_random_init (&self.random, options->seed, 1);
  self.change = accord_change_new ("");
  self.n_members = options->members >= 0 ? options->members : 8;
  self.n_years = (int) (options->years >= 0 ? options->years : ACCORD_DEMO_YEARS);
  self.first_year = accord_plan_year_for_date (today, ACCORD_DEMO_FISCAL_START) - self.n_years + 1;
  self.first_day = accord_plan_year_get_start (self.first_year, ACCORD_DEMO_FISCAL_START);
  self.members = g_new0 (gint64, self.n_members);
  self.progress = progress;
  self.user_data = user_data;
  self.cancellable = cancellable;

  return put_years_and_metrics (&self, error) && put_people (&self, error) && put_cards (&self, error)
         && put_conversations (&self, options->conversations >= 0 ? options->conversations : 12 * self.n_members, error)
         && put_opportunities (&self,
                               options->opportunities >= 0 ? options->opportunities
                                                           : 40 * self.n_members * self.n_years,
                               error)
         && put_actuals (&self, error);
}
