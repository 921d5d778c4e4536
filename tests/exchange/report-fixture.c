/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "accord-action.h"
#include "accord-ask.h"
#include "accord-card.h"
#include "accord-strategy.h"
#include "accord-vote.h"
#include "accord-commitment.h"
#include "accord-goal.h"
#include "accord-member.h"
#include "accord-membership.h"
#include "accord-opportunities.h"
#include "accord-plan-year.h"
#include "accord-quota.h"
#include "accord-territory.h"

#include <string.h>

#define YEAR 2026
#define MONEY(major) (G_GINT64_CONSTANT (100) * (major))

static AccordDate
day (const char *iso)
{
  AccordDate date = ACCORD_DATE_NONE;

  g_assert_true (accord_date_parse (iso, &date));
  return date;
}

static gint64
put (AccordWorkspace *workspace,
     gpointer         draft)
{
  g_autoptr (AccordChange) change = accord_change_new ("Test");
  g_autoptr (GError) error = NULL;
  gint64 id;

  accord_change_put (change, draft);
  accord_workspace_apply (workspace, change, &error);
  g_assert_no_error (error);
  id = accord_record_get_id (ACCORD_RECORD (draft));
  g_object_unref (draft);
  return id;
}

static gint64
add_territory (AccordWorkspace *workspace,
               const char      *name,
               gint64           position)
{
  AccordTerritory *territory = accord_territory_new ();

  accord_territory_set_name (territory, name);
  accord_territory_set_position (territory, position);
  return put (workspace, territory);
}

static void
add_membership (AccordWorkspace *workspace,
                gint64           member,
                gint64           territory,
                const char      *starts,
                const char      *ends)
{
  AccordMembership *membership = accord_membership_new ();

  accord_membership_set_member (membership, member);
  accord_membership_set_territory (membership, territory);
  accord_membership_set_starts (membership, starts == NULL ? ACCORD_DATE_NONE : day (starts));
  accord_membership_set_ends (membership, ends == NULL ? ACCORD_DATE_NONE : day (ends));
  put (workspace, membership);
}

static gint64
add_member (AccordWorkspace *workspace,
            const char      *name,
            gint64           territory)
{
  AccordMember *member = accord_member_new ();
  gint64 id;

  accord_member_set_name (member, name);
  id = put (workspace, member);
  if (territory != 0)
    add_membership (workspace, id, territory, NULL, NULL);
  return id;
}

/* Quota, then the four quarters, in thousands. */
static void
add_commitment (AccordWorkspace *workspace,
                gint64           member,
                gint64           version,
                const char      *on,
                const gint64     thousands[5],
                gint64           partner)
{
  AccordCommitment *commitment = accord_commitment_new ();

  accord_commitment_set_member (commitment, member);
  accord_commitment_set_year (commitment, YEAR);
  accord_commitment_set_version (commitment, version);
  accord_commitment_set_quota (commitment, MONEY (1000) * thousands[0]);
  accord_commitment_set_q1 (commitment, MONEY (1000) * thousands[1]);
  accord_commitment_set_q2 (commitment, MONEY (1000) * thousands[2]);
  accord_commitment_set_q3 (commitment, MONEY (1000) * thousands[3]);
  accord_commitment_set_q4 (commitment, MONEY (1000) * thousands[4]);
  accord_commitment_set_amount (commitment, MONEY (1000) * (thousands[1] + thousands[2] + thousands[3] + thousands[4]));
  accord_commitment_set_partner (commitment, partner);
  accord_commitment_set_committed_on (commitment, day (on));
  accord_commitment_set_because (commitment, "because");
  accord_commitment_set_reason (commitment, version > 1 ? "more is possible" : "");
  put (workspace, commitment);
}

static void
add_deal (AccordWorkspace       *workspace,
          gint64                 member,
          AccordOpportunityState state,
          const char            *closed,
          gint64                 amount)
{
  static int number;
  g_autofree char *external = g_strdup_printf ("deal-%d", ++number);
  const AccordOpportunity deal = {
    .external = external,
    .member = member,
    .account = (char *) "Account",
    .product = (char *) "Product",
    .stage = (char *) "Stage",
    .state = state,
    .created = day ("2026-01-02"),
    .closed = day (closed),
    .amount = amount,
  };
  g_autoptr (GError) error = NULL;

  accord_opportunities_put (workspace, &deal, 1, day (closed), &error);
  g_assert_no_error (error);
}

static void
add_goal (AccordWorkspace *workspace,
          gint64           member,
          AccordVisibility visibility,
          const char      *title,
          const char      *why)
{
  AccordGoal *goal = accord_goal_new ();

  accord_goal_set_member (goal, member);
  accord_goal_set_year (goal, YEAR);
  accord_goal_set_kind (goal, ACCORD_GOAL_KIND_HOME);
  accord_goal_set_title (goal, title);
  accord_goal_set_why (goal, why);
  accord_goal_set_amount (goal, MONEY (60000));
  accord_goal_set_due (goal, day ("2026-12-31"));
  accord_goal_set_progress (goal, 350000000);
  accord_goal_set_visibility (goal, visibility);
  put (workspace, goal);
}

static gint64
add_card (AccordWorkspace *workspace,
          AccordQuadrant   quadrant,
          AccordAudience   audience,
          gint64           position,
          const char      *title,
          const char      *detail)
{
  AccordCard *card = accord_card_new ();

  accord_card_set_year (card, YEAR);
  accord_card_set_quadrant (card, quadrant);
  accord_card_set_audience (card, audience);
  accord_card_set_position (card, position);
  accord_card_set_title (card, title);
  accord_card_set_detail (card, detail);
  accord_card_set_evidence (card, "58 % of the deals");
  accord_card_set_evidence_source (card, "CRM, October");
  accord_card_set_control (card, position % 3);
  accord_card_set_impact (card, position % 6);
  accord_card_set_likelihood (card, 3);
  return put (workspace, card);
}

static gint64
add_conversation (AccordWorkspace        *workspace,
                  gint64                  member,
                  AccordConversationKind  kind,
                  AccordConversationStage stage,
                  const char             *date,
                  const char             *words)
{
  AccordConversation *conversation = accord_conversation_new ();
  g_autofree char *purpose = g_strdup_printf ("%s purpose", words);
  g_autofree char *facts = g_strdup_printf ("%s facts: 12 calls a week were agreed,\nseven were made.", words);

  accord_conversation_set_member (conversation, member);
  accord_conversation_set_kind (conversation, kind);
  accord_conversation_set_stage (conversation, stage);
  accord_conversation_set_planned (conversation, day (date));
  if (stage != ACCORD_CONVERSATION_STAGE_PLANNED)
    accord_conversation_set_occurred (conversation, day (date));
  accord_conversation_set_entered (conversation, day (date));
  accord_conversation_set_purpose (conversation, purpose);
  accord_conversation_set_facts (conversation, facts);
  accord_conversation_set_agreement (conversation, "Twelve calls a week until the end of the quarter.");
  return put (workspace, conversation);
}

static void
add_action (AccordWorkspace *workspace,
            gint64           owner,
            gint64           card,
            gint64           conversation,
            const char      *due,
            const char      *what)
{
  AccordAction *action = accord_action_new ();

  accord_action_set_owner (action, owner);
  accord_action_set_card (action, card);
  accord_action_set_conversation (action, conversation);
  accord_action_set_due (action, day (due));
  accord_action_set_what (action, what);
  put (workspace, action);
}

static void
merge_card (AccordWorkspace *workspace,
            gint64           host,
            gint64           card)
{
  AccordCard *draft = accord_record_copy (accord_workspace_find (workspace, ACCORD_TYPE_CARD, card));

  accord_card_set_merged_into (draft, host);
  put (workspace, draft);
}

static void
add_vote (AccordWorkspace *workspace,
          gint64           card,
          gint64           member,
          gint64           count)
{
  AccordVote *vote = accord_vote_new ();

  accord_vote_set_card (vote, card);
  accord_vote_set_member (vote, member);
  accord_vote_set_count (vote, count);
  put (workspace, vote);
}

static gint64
add_strategy (AccordWorkspace *workspace,
              gint64           internal,
              gint64           external,
              const char      *text)
{
  AccordStrategy *strategy = accord_strategy_new ();

  accord_strategy_set_year (strategy, YEAR);
  accord_strategy_set_internal (strategy, internal);
  accord_strategy_set_external (strategy, external);
  accord_strategy_set_text (strategy, text);
  return put (workspace, strategy);
}

static void
add_ask (AccordWorkspace *workspace,
         gint64           card,
         const char      *department,
         const char      *what)
{
  AccordAsk *ask = accord_ask_new ();

  accord_ask_set_card (ask, card);
  accord_ask_set_department (ask, department);
  accord_ask_set_what (ask, what);
  accord_ask_set_status (ask, ACCORD_ASK_STATUS_AGREED);
  accord_ask_set_asked (ask, day ("2026-10-01"));
  accord_ask_set_reply (ask, "In the spring.");
  accord_ask_set_replied (ask, day ("2026-10-08"));
  put (workspace, ask);
}

static void
add_pair_action (AccordWorkspace *workspace,
                 gint64           owner,
                 gint64           strategy,
                 const char      *done,
                 const char      *what)
{
  AccordAction *action = accord_action_new ();

  accord_action_set_owner (action, owner);
  accord_action_set_strategy (action, strategy);
  accord_action_set_due (action, day ("2026-12-20"));
  if (done != NULL)
    accord_action_set_done (action, day (done));
  accord_action_set_outcome (action, "Two came.");
  accord_action_set_what (action, what);
  put (workspace, action);
}

/* What came of the cards: some of it before everybody's eyes, and the same of a card that is for the manager. */
static void
fill_small_boards (AccordWorkspace *workspace,
                   gint64           open_card,
                   gint64           hidden_card,
                   gint64           threat,
                   gint64           member)
{
  const gint64 seen = add_card (workspace, ACCORD_QUADRANT_STRENGTH, ACCORD_AUDIENCE_TEAM, 7, "They call us back", "");
  const gint64 unseen = add_card (workspace, ACCORD_QUADRANT_STRENGTH, ACCORD_AUDIENCE_MANAGER, 8, "zqunder card", "");
  AccordCard *draft = accord_record_copy (accord_workspace_find (workspace, ACCORD_TYPE_CARD, threat));

  accord_card_set_resolved (draft, day ("2026-10-30"));
  accord_card_set_outcome (draft, "They raised their price");
  put (workspace, draft);
  merge_card (workspace, open_card, seen);
  merge_card (workspace, open_card, unseen);
  add_vote (workspace, open_card, member, 2);
  add_vote (workspace, seen, member, 1);
  add_vote (workspace, unseen, member, 4);
  add_pair_action (workspace, member, add_strategy (workspace, open_card, threat, "Name the buyers who stay"),
                   "2026-11-04", "A list of ten buyers");
  add_pair_action (workspace, member, add_strategy (workspace, hidden_card, threat, "zqpair strategy"), "2026-11-04",
                   "zqaction from a pair");
  add_pair_action (workspace, member, add_strategy (workspace, unseen, threat, "zqpair below"), NULL,
                   "zqaction from a pair below");
  add_ask (workspace, open_card, "Product", "A page of references");
  add_ask (workspace, hidden_card, "Finance", "zqask of a card");
  add_ask (workspace, unseen, "zqdepartment", "zqask of a card below");
}

static void
add_year (AccordWorkspace *workspace)
{
  AccordPlanYear *year = accord_plan_year_new ();

  accord_plan_year_set_label (year, YEAR);
  accord_plan_year_set_starts (year, day ("2026-01-01"));
  accord_plan_year_set_ends (year, day ("2026-12-31"));
  put (workspace, year);
}

/* Somebody who leads and does not sell, somebody who left in the second quarter, and somebody who will have joined by
 * the end of the fourth. */
static void
add_leader_former_and_newcomer (AccordWorkspace *workspace,
                       gint64           territory)
{
  AccordMember *leader = accord_member_new ();
  AccordMember *former = accord_member_new ();
  AccordMember *newcomer = accord_member_new ();
  gint64 id;

  accord_member_set_name (leader, "Dana");
  accord_member_set_leader (leader, TRUE);
  put (workspace, leader);

  accord_member_set_name (former, "Pat");
  accord_member_set_left (former, day ("2026-06-30"));
  id = put (workspace, former);
  add_membership (workspace, id, territory, NULL, "2026-06-30");
  add_deal (workspace, id, ACCORD_OPPORTUNITY_WON, "2026-05-05", MONEY (40000));

  accord_member_set_name (newcomer, "Robin");
  accord_member_set_started (newcomer, day ("2026-12-10"));
  put (workspace, newcomer);
}

static void
add_quotas (AccordWorkspace *workspace,
            gint64           member)
{
  static const char *const starts[] = { "2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      AccordQuota *quota = accord_quota_new ();

      accord_quota_set_member (quota, member);
      accord_quota_set_starts (quota, day (starts[i]));
      accord_quota_set_grain (quota, ACCORD_GRAIN_QUARTER);
      accord_quota_set_amount (quota, MONEY (50000));
      put (workspace, quota);
    }
}

static void
fill_small_figures (AccordWorkspace *workspace,
                    gint64           carolyn,
                    gint64           joe,
                    gint64           craig)
{
  const gint64 first[] = { 400, 100, 110, 120, 150 };
  const gint64 second[] = { 400, 100, 110, 120, 170 };
  const gint64 later[] = { 400, 150, 150, 150, 150 };
  const gint64 even[] = { 300, 60, 70, 80, 90 };

  add_commitment (workspace, carolyn, 1, "2026-01-10", first, joe);
  add_commitment (workspace, carolyn, 2, "2026-10-05", second, joe);
  add_commitment (workspace, carolyn, 3, "2026-12-01", later, joe);
  add_commitment (workspace, joe, 1, "2026-01-12", even, carolyn);
  add_quotas (workspace, craig);
  add_deal (workspace, carolyn, ACCORD_OPPORTUNITY_WON, "2026-02-14", MONEY (90000));
  add_deal (workspace, carolyn, ACCORD_OPPORTUNITY_WON, "2026-10-20", MONEY (85000));
  add_deal (workspace, carolyn, ACCORD_OPPORTUNITY_WON, "2026-11-23", MONEY (51000));
  add_deal (workspace, carolyn, ACCORD_OPPORTUNITY_WON, "2026-12-02", MONEY (30000));
  add_deal (workspace, carolyn, ACCORD_OPPORTUNITY_LOST, "2026-11-01", MONEY (99999));
  add_deal (workspace, joe, ACCORD_OPPORTUNITY_WON, "2026-10-31", MONEY (45000) + 50);
  add_deal (workspace, craig, ACCORD_OPPORTUNITY_WON, "2026-11-11", MONEY (20000));
}

static void
fill_small (AccordWorkspace *workspace)
{
  /* Not in the order of their positions. */
  const gint64 south = add_territory (workspace, "South", 2);
  const gint64 north = add_territory (workspace, "North", 1);
  const gint64 craig = add_member (workspace, "Craig", 0);
  const gint64 carolyn = add_member (workspace, "Carolyn", north);
  const gint64 joe = add_member (workspace, "Joe", south);
  gint64 open_card, hidden_card, threat, conversation;

  add_year (workspace);
  add_leader_former_and_newcomer (workspace, south);
  add_membership (workspace, craig, north, NULL, "2026-10-31");
  add_membership (workspace, craig, south, "2026-11-01", NULL);
  fill_small_figures (workspace, carolyn, joe, craig);

  add_goal (workspace, carolyn, ACCORD_VISIBILITY_PRIVATE, "zqprivate house", "zqprivate reason");
  add_goal (workspace, carolyn, ACCORD_VISIBILITY_TEAM, "Best of the North", "So that the North is seen");
  add_goal (workspace, joe, ACCORD_VISIBILITY_GROUP, "zqgroup college", "zqgroup reason");

  open_card = add_card (workspace, ACCORD_QUADRANT_STRENGTH, ACCORD_AUDIENCE_TEAM, 2, "Known by every buyer",
                        "Since 1998");
  add_card (workspace, ACCORD_QUADRANT_STRENGTH, ACCORD_AUDIENCE_TEAM, 1, "Fast answers", "Within the hour");
  threat = add_card (workspace, ACCORD_QUADRANT_THREAT, ACCORD_AUDIENCE_TEAM, 5, "A cheaper rival", "");
  hidden_card = add_card (workspace, ACCORD_QUADRANT_WEAKNESS, ACCORD_AUDIENCE_MANAGER, 1, "zqmanager card",
                          "zqmanager detail");
  add_card (workspace, ACCORD_QUADRANT_WEAKNESS, ACCORD_AUDIENCE_HR, 2, "zqhr card", "zqhr detail");
  fill_small_boards (workspace, open_card, hidden_card, threat, carolyn);

  add_conversation (workspace, carolyn, ACCORD_CONVERSATION_KIND_PRAISE, ACCORD_CONVERSATION_STAGE_HELD,
                    "2026-10-15", "zqpraise");
  conversation = add_conversation (workspace, joe, ACCORD_CONVERSATION_KIND_COACHING, ACCORD_CONVERSATION_STAGE_HELD,
                                   "2026-11-09", "zqcoaching");
  add_conversation (workspace, joe, ACCORD_CONVERSATION_KIND_WARNING, ACCORD_CONVERSATION_STAGE_PLANNED,
                    "2026-12-05", "zqwarning");
  add_conversation (workspace, craig, ACCORD_CONVERSATION_KIND_COACHING, ACCORD_CONVERSATION_STAGE_HELD,
                    "2026-07-01", "zqearlier");
  add_action (workspace, joe, 0, conversation, "2026-11-20", "zqaction from a conversation");
  add_action (workspace, carolyn, open_card, 0, "2026-12-10", "Ask three buyers for a quote");
  add_action (workspace, carolyn, hidden_card, 0, "2026-12-10", "zqaction from a card");
}

static const char *const odd_texts[] = {
  "=SUM(A1:A9)",
  "+1+1",
  "-2+3",
  "@cmd",
  "=HYPERLINK(\"http://example.invalid\",\"click\")",
  "Zoë O’Connor-Æsir <zoe&co> \"Z\"",
  "山田 太郎（東京支店・特別大口法人営業第二部担当）",
  "محمد بن عبد الله",
  "🧑🏽‍🚀🧑🏽‍🚀🧑🏽‍🚀 👩‍👩‍👧‍👦",
  "A name that goes on and on, as names do when somebody types a whole sentence where a name was asked for",
  "tab\there, \x01 control, \xef\xbf\xbe noncharacter, _x0041_ escape",
  "1234.5",
  "  blanks around  ",
  "it's [a]: strange*?/\\ name & more",
};

static void
fill_odd (AccordWorkspace *workspace)
{
  const gint64 thousands[] = { 100, 30, 30, 30, 30 };
  g_autofree char *long_text = g_strnfill (40000, 'x');
  g_autoptr (GString) faces = g_string_new (NULL);

  for (guint i = 0; i < 17000; i++)
    g_string_append (faces, "😀");

  add_year (workspace);
  for (guint i = 0; i < G_N_ELEMENTS (odd_texts); i++)
    {
      const gint64 territory = add_territory (workspace, odd_texts[G_N_ELEMENTS (odd_texts) - 1 - i], i);
      const gint64 member = add_member (workspace, odd_texts[i], territory);
      const gint64 card = add_card (workspace, i % 4, ACCORD_AUDIENCE_TEAM, i, odd_texts[i], odd_texts[i]);
      gint64 conversation;

      if (i % 3 != 0)
        add_commitment (workspace, member, 1, "2026-01-10", thousands, 0);
      add_deal (workspace, member, ACCORD_OPPORTUNITY_WON, "2026-10-20", MONEY (1000) * i + 33);
      add_goal (workspace, member, ACCORD_VISIBILITY_TEAM, odd_texts[i], odd_texts[i]);
      conversation = add_conversation (workspace, member, i % 5, ACCORD_CONVERSATION_STAGE_HELD, "2026-11-02",
                                       odd_texts[i]);
      add_action (workspace, member, card, 0, "2026-11-20", odd_texts[i]);
      add_action (workspace, member, 0, conversation, "2026-12-20", odd_texts[i]);
    }
  add_card (workspace, ACCORD_QUADRANT_THREAT, ACCORD_AUDIENCE_TEAM, 90, long_text, faces->str);
}

static void
fill_large (AccordWorkspace *workspace)
{
  static const char *const names[] = { "Alba", "Bruno", "Carolyn", "Dmitri", "Esther", "Farid" };
  gint64 territories[5];

  add_year (workspace);
  for (guint i = 0; i < G_N_ELEMENTS (territories); i++)
    {
      g_autofree char *name = g_strdup_printf ("Region %u", i + 1);

      territories[i] = add_territory (workspace, name, i);
    }
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", names[i % 6], i);
      const gint64 thousands[] = { 40000 + 37 * i, 9000 + 11 * i, 10000, 11000, 12000 + 7 * i };
      const gint64 member = add_member (workspace, name, territories[i % 5]);

      add_commitment (workspace, member, 1, "2026-01-10", thousands, 0);
      add_deal (workspace, member, ACCORD_OPPORTUNITY_WON, "2026-10-20", MONEY (100000) * (i % 40 + 80) + i);
      add_conversation (workspace, member, i % 5, ACCORD_CONVERSATION_STAGE_HELD, "2026-11-02", name);
    }
}

void
report_fixture_create (const char *path,
                       const char *kind)
{
  const gboolean odd = strcmp (kind, "odd") == 0;
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  accord_settings_set_name (settings, odd ? "=Team & \"Co\" [9]: Größe/Ω 😀" : "Field sales");
  accord_settings_set_currency (settings, odd ? "KWD" : "USD");
  accord_settings_set_fiscal_start (settings, 1);
  workspace = accord_workspace_create (path, settings, &error);
  g_assert_no_error (error);

  if (strcmp (kind, "one") == 0)
    add_member (workspace, "Joe", 0);
  else if (strcmp (kind, "small") == 0)
    fill_small (workspace);
  else if (odd)
    fill_odd (workspace);
  else if (strcmp (kind, "large") == 0)
    fill_large (workspace);
  else
    g_assert_cmpstr (kind, ==, "empty");
}
