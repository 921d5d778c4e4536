/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-demo-private.h"

#include "accord-action.h"
#include "accord-ask.h"
#include "accord-board-rules.h"
#include "accord-card.h"
#include "accord-conversation.h"
#include "accord-enums.h"
#include "accord-metric.h"
#include "accord-rate.h"
#include "accord-strategy.h"
#include "accord-target.h"
#include "accord-vote.h"

static JsonArray *
source_array (AccordDemo *self,
              const char *name)
{
  return json_object_get_array_member (self->source, name);
}

static void
put_cards (AccordDemo   *self,
           AccordChange *change)
{
  JsonArray *cards = source_array (self, "swot");

  for (guint i = 0; i < json_array_get_length (cards); i++)
    {
      AccordCard *card = accord_demo_put (self, change, ACCORD_TYPE_CARD, json_array_get_object_element (cards, i),
                                          self->today);

      /* Gaps, so that a card can be moved between two others without touching them. */
      accord_card_set_position (card, 1024 * (gint64) (i + 1));
    }
}

/* Who gave which card how many votes, by name or by the number of a ballot. */
static void
put_votes (AccordDemo   *self,
           AccordChange *change)
{
  JsonArray *votes = source_array (self, "votes");

  for (guint i = 0; i < json_array_get_length (votes); i++)
    {
      JsonObject *object = json_array_get_object_element (votes, i);
      const char *member = json_object_get_string_member_with_default (object, "member", NULL);
      JsonObject *cards = json_object_get_object_member (object, "cards");
      g_autoptr (GList) names = json_object_get_members (cards);

      for (GList *link = names; link != NULL; link = link->next)
        {
          g_autoptr (AccordVote) vote = accord_vote_new ();

          accord_vote_set_card (vote, accord_demo_find (self, link->data));
          accord_vote_set_member (vote, member != NULL ? accord_demo_find (self, member) : 0);
          accord_vote_set_ballot (vote, json_object_get_int_member_with_default (object, "ballot", 0));
          accord_vote_set_count (vote, json_object_get_int_member (cards, link->data));
          accord_change_put (change, vote);
        }
    }
}

/* What was worked out on the boards. */
static void
put_boards (AccordDemo   *self,
            AccordChange *change)
{
  JsonArray *rules = source_array (self, "board-rules");
  JsonArray *strategies = source_array (self, "strategies");
  JsonArray *asks = source_array (self, "asks");

  put_cards (self, change);
  for (guint i = 0; i < json_array_get_length (rules); i++)
    accord_demo_put (self, change, ACCORD_TYPE_BOARD_RULES, json_array_get_object_element (rules, i), self->today);
  put_votes (self, change);
  for (guint i = 0; i < json_array_get_length (strategies); i++)
    {
      AccordStrategy *strategy = accord_demo_put (self, change, ACCORD_TYPE_STRATEGY,
                                                  json_array_get_object_element (strategies, i), self->today);

      accord_strategy_set_position (strategy, 1024 * (gint64) (i + 1));
    }
  for (guint i = 0; i < json_array_get_length (asks); i++)
    accord_demo_put (self, change, ACCORD_TYPE_ASK, json_array_get_object_element (asks, i), self->today);
}

static void
put_metrics (AccordDemo   *self,
             AccordChange *change)
{
  JsonArray *metrics = source_array (self, "metrics");

  for (guint i = 0; i < json_array_get_length (metrics); i++)
    {
      AccordMetric *metric = accord_demo_put (self, change, ACCORD_TYPE_METRIC,
                                              json_array_get_object_element (metrics, i), self->today);

      accord_metric_set_position (metric, i + 1);
    }
}

/* What the team gave the building blocks when it chose its key metrics. */
static void
put_metric_votes (AccordDemo   *self,
                  AccordChange *change)
{
  JsonArray *votes = source_array (self, "metric-votes");

  for (guint i = 0; i < json_array_get_length (votes); i++)
    accord_demo_put (self, change, ACCORD_TYPE_VOTE, json_array_get_object_element (votes, i), self->today);
}

static void
put_target (AccordDemo    *self,
            AccordChange  *change,
            gint64         member,
            const char    *metric,
            AccordQuarter  quarter,
            gint64         value)
{
  g_autoptr (AccordTarget) target = accord_target_new ();
  AccordDate starts = accord_quarter_get_start (quarter, ACCORD_DEMO_FISCAL_START);

  accord_target_set_member (target, member);
  accord_target_set_metric (target, accord_demo_find (self, metric));
  accord_target_set_starts (target, starts);
  accord_target_set_grain (target, ACCORD_GRAIN_QUARTER);
  accord_target_set_value (target, value);
  accord_target_set_version (target, 1);
  accord_target_set_set_on (target, MIN (accord_demo_working_day (starts - 10), self->today));
  accord_change_put (change, target);
}

/* What a seller commits to in a quarter: outreach by the week, meetings and opportunities by the team's rates. */
static void
put_targets_of (AccordDemo             *self,
                AccordChange           *change,
                const AccordDemoSeller *seller,
                AccordQuarter           quarter)
{
  JsonObject *standard = json_object_get_object_member (self->source, "standard");
  g_autoptr (GArray) weeks = accord_quarter_list_weeks (quarter, ACCORD_DEMO_FISCAL_START);
  gint64 commitment = seller->quarters[accord_demo_year_index (self, quarter.year)][quarter.quarter - 1];
  gint64 outreach = seller->weekly_outreach * weeks->len;
  gint64 meetings = (outreach * json_object_get_int_member (standard, "meetings") + 99) / 100;
  gint64 deals = (commitment + seller->deal - 1) / seller->deal;
  gint64 win = json_object_get_int_member (standard, "win");

  if (commitment == 0)
    return;
  put_target (self, change, seller->id, "outreach", quarter, outreach * ACCORD_RATE_ONE);
  put_target (self, change, seller->id, "meetings", quarter, meetings * ACCORD_RATE_ONE);
  put_target (self, change, seller->id, "opened", quarter, (deals * 100 + win - 1) / win * ACCORD_RATE_ONE);
  put_target (self, change, seller->id, "bookings", quarter, commitment);
  put_target (self, change, seller->id, "ideal", quarter,
              json_object_get_int_member (standard, "ideal") * (ACCORD_RATE_ONE / 100));
  put_target (self, change, seller->id, "on-time", quarter,
              json_object_get_int_member (standard, "on-time") * (ACCORD_RATE_ONE / 100));
}

static void
put_targets (AccordDemo   *self,
             AccordChange *change)
{
  for (guint i = 0; i < self->sellers->len; i++)
    {
      for (int year = self->year - ACCORD_DEMO_YEARS + 1; year <= self->year; year++)
        {
          for (int quarter = 1; quarter <= 4; quarter++)
            put_targets_of (self, change, &g_array_index (self->sellers, AccordDemoSeller, i),
                            (AccordQuarter) { year, quarter });
        }
    }
}

static void
put_conversations (AccordDemo   *self,
                   AccordChange *change)
{
  JsonArray *conversations = source_array (self, "conversations");

  for (guint i = 0; i < json_array_get_length (conversations); i++)
    {
      JsonObject *object = json_array_get_object_element (conversations, i);
      JsonNode *day =
          json_object_get_member (object, json_object_has_member (object, "occurred") ? "occurred" : "planned");
      AccordDate when = accord_demo_read_date (self, day);
      AccordConversation *conversation = accord_demo_put (self, change, ACCORD_TYPE_CONVERSATION, object, when);

      if (accord_conversation_get_planned (conversation) == ACCORD_DATE_NONE)
        accord_conversation_set_planned (conversation, accord_demo_working_day (when - 2));
      if (accord_conversation_get_entered (conversation) == ACCORD_DATE_NONE)
        accord_conversation_set_entered (conversation, MIN (accord_demo_working_day (when), self->today));
      /* A seal says how far it came afterwards; until then it is only held. */
      if (json_object_has_member (object, "sealed-then"))
        accord_conversation_set_stage (conversation, ACCORD_CONVERSATION_STAGE_HELD);
    }
}

static void
put_actions (AccordDemo   *self,
             AccordChange *change)
{
  JsonArray *actions = source_array (self, "actions");

  for (guint i = 0; i < json_array_get_length (actions); i++)
    accord_demo_put (self, change, ACCORD_TYPE_ACTION, json_array_get_object_element (actions, i), self->today);
}

void
accord_demo_put_work (AccordDemo   *self,
                      AccordChange *change)
{
  put_metrics (self, change);
  put_metric_votes (self, change);
  put_targets (self, change);
  put_boards (self, change);
  put_conversations (self, change);
  put_actions (self, change);
}

gboolean
accord_demo_seal (AccordDemo *self,
                  GError    **error)
{
  g_autoptr (AccordChange) change = accord_change_new ("");
  JsonArray *conversations = source_array (self, "conversations");

  for (guint i = 0; i < json_array_get_length (conversations); i++)
    {
      JsonObject *object = json_array_get_object_element (conversations, i);
      const char *then = json_object_get_string_member_with_default (object, "sealed-then", NULL);
      AccordConversation *live;
      int stage = 0;

      if (then == NULL)
        continue;
      live = accord_workspace_find (self->workspace, ACCORD_TYPE_CONVERSATION,
                                    accord_demo_find (self, json_object_get_string_member (object, "ref")));
      if (!accord_workspace_seal (self->workspace, live, error))
        return FALSE;
      if (!accord_enum_from_nick (accord_conversation_stage_get_type (), then, &stage))
        g_error ("data/demo/demo.json: “%s” is no stage", then);
      if (stage != ACCORD_CONVERSATION_STAGE_SEALED)
        {
          g_autoptr (AccordConversation) draft = accord_record_copy (live);

          accord_conversation_set_stage (draft, stage);
          accord_change_put (change, draft);
        }
    }

  return accord_workspace_apply (self->workspace, change, error);
}
