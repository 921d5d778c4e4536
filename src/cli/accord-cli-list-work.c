/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-list.h"

#include <glib/gi18n.h>

#include "accord-action.h"
#include "accord-board-query.h"
#include "accord-card.h"
#include "accord-conversation.h"
#include "accord-enums.h"
#include "accord-member.h"
#include "accord-metric.h"
#include "accord-multivote.h"
#include "accord-strategy.h"
#include "accord-territory.h"
#include "accord-vote.h"

/* "team", or a territory's name. */
static const char *
scope_name (const AccordCliListing *listing,
            gint64                  id)
{
  AccordTerritory *territory = id != 0 ? accord_workspace_find (listing->workspace, ACCORD_TYPE_TERRITORY, id) : NULL;

  return territory != NULL ? accord_territory_get_name (territory) : "team";
}

static const AccordCliColumn swot_columns[] = {
  { "year", N_ ("Year") },         { "scope", N_ ("Scope") },   { "quadrant", N_ ("Quadrant") },
  { "position", N_ ("Position") }, { "title", N_ ("Card") },    { "detail", N_ ("Detail") },
  { "control", N_ ("Control") },   { "impact", N_ ("Impact") }, { "likelihood", N_ ("Likelihood") },
  { "votes", N_ ("Votes") },
};

static int
compare_boards (AccordCard *a,
                AccordCard *b)
{
  int by_year = accord_cli_compare_integers (accord_card_get_year (a), accord_card_get_year (b));
  int by_territory = accord_cli_compare_integers (accord_card_get_territory (a), accord_card_get_territory (b));
  int by_quadrant = accord_cli_compare_integers (accord_card_get_quadrant (a), accord_card_get_quadrant (b));

  return by_year != 0 ? by_year : by_territory != 0 ? by_territory : by_quadrant;
}

static int
compare_cards (gconstpointer a,
               gconstpointer b)
{
  AccordCard *card_a = *(AccordCard *const *) a;
  AccordCard *card_b = *(AccordCard *const *) b;
  int by_board = compare_boards (card_a, card_b);
  int by_position = accord_cli_compare_integers (accord_card_get_position (card_a), accord_card_get_position (card_b));

  if (by_board != 0 || by_position != 0)
    return by_board != 0 ? by_board : by_position;

  return accord_cli_compare_integers (accord_record_get_id (ACCORD_RECORD (card_a)),
                                      accord_record_get_id (ACCORD_RECORD (card_b)));
}

/* What lies under another card is part of that one. */
static void
keep_those_on_board (GPtrArray *cards)
{
  for (guint i = cards->len; i > 0; i--)
    if (accord_card_get_merged_into (cards->pdata[i - 1]) != 0)
      g_ptr_array_remove_index (cards, i - 1);
}

/* Whether anybody voted on the board that the card lies on. */
static gboolean
has_votes (GPtrArray  *cards,
           GHashTable *tally,
           AccordCard *of)
{
  for (guint i = 0; i < cards->len; i++)
    {
      AccordCard *card = cards->pdata[i];

      if (accord_card_get_year (card) == accord_card_get_year (of)
          && accord_card_get_territory (card) == accord_card_get_territory (of)
          && accord_multivote_count (tally, accord_record_get_id (ACCORD_RECORD (card))) > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
print_swot (const AccordCliListing *listing,
            GError                **error)
{
  g_autoptr (GPtrArray) cards = accord_cli_listing_load (listing, ACCORD_TYPE_CARD, compare_cards, error);
  g_autoptr (GHashTable) tally = NULL;
  GListModel *votes;
  gint64 position = 0;

  if (cards == NULL || accord_workspace_load_list (listing->workspace, ACCORD_TYPE_TERRITORY, error) == NULL
      || (votes = accord_workspace_load_list (listing->workspace, ACCORD_TYPE_VOTE, error)) == NULL)
    return FALSE;

  tally = accord_board_tally (accord_workspace_get_list (listing->workspace, ACCORD_TYPE_CARD), votes);
  keep_those_on_board (cards);
  for (guint i = 0; i < cards->len; i++)
    {
      AccordCard *card = cards->pdata[i];
      gint64 impact = accord_card_get_impact (card);
      gint64 likelihood = accord_card_get_likelihood (card);

      /* What is stored has gaps that mean nothing: the place in the quadrant is what counts. */
      position = i > 0 && compare_boards (cards->pdata[i - 1], card) == 0 ? position + 1 : 1;
      if (!accord_cli_listing_has_year (listing, accord_card_get_year (card)))
        continue;
      accord_cli_output_integer (listing->output, accord_card_get_year (card));
      accord_cli_output_text (listing->output, scope_name (listing, accord_card_get_territory (card)));
      accord_cli_output_text (listing->output,
                              accord_enum_to_nick (accord_quadrant_get_type (), accord_card_get_quadrant (card)));
      accord_cli_output_integer (listing->output, position);
      accord_cli_output_text (listing->output, accord_card_get_title (card));
      accord_cli_output_text (listing->output, accord_card_get_detail (card));
      accord_cli_output_text (listing->output,
                              accord_enum_to_nick (accord_control_get_type (), accord_card_get_control (card)));
      accord_cli_output_integer (listing->output, impact != 0 ? impact : ACCORD_UNKNOWN);
      accord_cli_output_integer (listing->output, likelihood != 0 ? likelihood : ACCORD_UNKNOWN);
      /* Where nobody has voted at all is not the same as no votes. */
      accord_cli_output_integer (listing->output,
                                 has_votes (cards, tally, card)
                                   ? accord_multivote_count (tally, accord_record_get_id (ACCORD_RECORD (card)))
                                   : ACCORD_UNKNOWN);
    }

  return TRUE;
}

const AccordCliKind accord_cli_kind_swot = {
  "swot", swot_columns, G_N_ELEMENTS (swot_columns), FALSE, TRUE, print_swot,
};

static const AccordCliColumn metric_columns[] = {
  { "name", N_ ("Metric") },     { "unit", N_ ("Unit") },      { "direction", N_ ("Direction") },
  { "cadence", N_ ("Cadence") }, { "rollup", N_ ("Roll-up") }, { "scope", N_ ("Scope") },
  { "key", N_ ("Key metric") },
};

static int
compare_metrics (gconstpointer a,
                 gconstpointer b)
{
  AccordMetric *metric_a = *(AccordMetric *const *) a;
  AccordMetric *metric_b = *(AccordMetric *const *) b;

  return accord_cli_compare_integers (accord_metric_get_position (metric_a), accord_metric_get_position (metric_b));
}

static gboolean
print_metrics (const AccordCliListing *listing,
               GError                **error)
{
  g_autoptr (GPtrArray) metrics = accord_cli_listing_load (listing, ACCORD_TYPE_METRIC, compare_metrics, error);

  if (metrics == NULL || accord_workspace_load_list (listing->workspace, ACCORD_TYPE_TERRITORY, error) == NULL)
    return FALSE;

  for (guint i = 0; i < metrics->len; i++)
    {
      AccordMetric *metric = metrics->pdata[i];

      accord_cli_output_text (listing->output, accord_metric_get_name (metric));
      accord_cli_output_text (listing->output,
                              accord_enum_to_nick (accord_unit_get_type (), accord_metric_get_unit (metric)));
      accord_cli_output_text (listing->output,
                              accord_enum_to_nick (accord_direction_get_type (), accord_metric_get_direction (metric)));
      accord_cli_output_text (listing->output,
                              accord_enum_to_nick (accord_grain_get_type (), accord_metric_get_cadence (metric)));
      accord_cli_output_text (listing->output,
                              accord_enum_to_nick (accord_roll_up_get_type (), accord_metric_get_rollup (metric)));
      accord_cli_output_text (listing->output, scope_name (listing, accord_metric_get_territory (metric)));
      accord_cli_output_boolean (listing->output, accord_metric_get_key (metric));
    }

  return TRUE;
}

const AccordCliKind accord_cli_kind_metrics = {
  "metrics", metric_columns, G_N_ELEMENTS (metric_columns), FALSE, FALSE, print_metrics,
};

static const AccordCliColumn conversation_columns[] = {
  { "number", N_ ("Number") },     { "member", N_ ("Member") },   { "kind", N_ ("Kind") },
  { "stage", N_ ("Stage") },       { "planned", N_ ("Planned") }, { "occurred", N_ ("Held") },
  { "sealed", N_ ("Sealed") },     { "purpose", N_ ("Purpose") },
};

static int
compare_conversations (gconstpointer a,
                       gconstpointer b)
{
  return accord_cli_compare_integers (accord_conversation_get_number (*(AccordConversation *const *) a),
                                      accord_conversation_get_number (*(AccordConversation *const *) b));
}

static gboolean
print_conversations (const AccordCliListing *listing,
                     GError                **error)
{
  g_autoptr (GPtrArray) conversations =
      accord_cli_listing_load (listing, ACCORD_TYPE_CONVERSATION, compare_conversations, error);

  if (conversations == NULL || accord_workspace_load_list (listing->workspace, ACCORD_TYPE_MEMBER, error) == NULL)
    return FALSE;

  for (guint i = 0; i < conversations->len; i++)
    {
      AccordConversation *conversation = conversations->pdata[i];
      gint64 member = accord_conversation_get_member (conversation);
      AccordDate planned = accord_conversation_get_planned (conversation);
      AccordDate occurred = accord_conversation_get_occurred (conversation);
      const char *sealed = accord_conversation_get_sealed (conversation);

      if (!accord_cli_listing_has_member (listing, member)
          || !accord_cli_listing_has_date (listing, occurred != ACCORD_DATE_NONE ? occurred : planned))
        continue;
      accord_cli_output_integer (listing->output, accord_conversation_get_number (conversation));
      accord_cli_output_text (listing->output, accord_cli_listing_get_member_name (listing, member));
      accord_cli_output_text (listing->output, accord_enum_to_nick (accord_conversation_kind_get_type (),
                                                                    accord_conversation_get_kind (conversation)));
      accord_cli_output_text (listing->output, accord_enum_to_nick (accord_conversation_stage_get_type (),
                                                                    accord_conversation_get_stage (conversation)));
      accord_cli_output_date (listing->output, planned);
      accord_cli_output_date (listing->output, occurred);
      accord_cli_output_text (listing->output, *sealed != '\0' ? sealed : NULL);
      accord_cli_output_text (listing->output, accord_conversation_get_purpose (conversation));
    }

  return TRUE;
}

const AccordCliKind accord_cli_kind_conversations = {
  "conversations", conversation_columns, G_N_ELEMENTS (conversation_columns), TRUE, TRUE, print_conversations,
};

static const AccordCliColumn follow_up_columns[] = {
  { "source", N_ ("From") }, { "what", N_ ("What") }, { "owner", N_ ("Who") },
  { "due", N_ ("Due") },     { "done", N_ ("Done") }, { "metric", N_ ("Metric") },
};

static int
compare_actions (gconstpointer a,
                 gconstpointer b)
{
  AccordAction *action_a = *(AccordAction *const *) a;
  AccordAction *action_b = *(AccordAction *const *) b;
  int by_due = accord_cli_compare_integers (accord_action_get_due (action_a), accord_action_get_due (action_b));

  if (by_due != 0)
    return by_due;

  return accord_cli_compare_integers (accord_record_get_id (ACCORD_RECORD (action_a)),
                                      accord_record_get_id (ACCORD_RECORD (action_b)));
}

/* "swot: ", and the card from inside and the one from outside. */
static char *
dup_strategy_source (const AccordCliListing *listing,
                     AccordStrategy         *strategy)
{
  AccordCard *internal = accord_workspace_find (listing->workspace, ACCORD_TYPE_CARD, accord_strategy_get_internal (strategy));
  AccordCard *external = accord_workspace_find (listing->workspace, ACCORD_TYPE_CARD, accord_strategy_get_external (strategy));

  if (internal == NULL || external == NULL)
    return NULL;

  return g_strconcat ("swot: ", accord_card_get_title (internal), " × ", accord_card_get_title (external), NULL);
}

/* Where an action comes from, in the words of the contract: "conversation 7", or "swot: " and the card, or both cards of a pair. */
static char *
dup_source (const AccordCliListing *listing,
            AccordAction           *action)
{
  AccordConversation *conversation = NULL;
  AccordCard *card = NULL;
  AccordStrategy *strategy = NULL;

  if (accord_action_get_conversation (action) != 0)
    conversation = accord_workspace_find (listing->workspace, ACCORD_TYPE_CONVERSATION,
                                          accord_action_get_conversation (action));
  if (accord_action_get_card (action) != 0)
    card = accord_workspace_find (listing->workspace, ACCORD_TYPE_CARD, accord_action_get_card (action));
  if (accord_action_get_strategy (action) != 0)
    strategy = accord_workspace_find (listing->workspace, ACCORD_TYPE_STRATEGY, accord_action_get_strategy (action));
  if (conversation != NULL)
    return g_strdup_printf ("conversation %" G_GINT64_FORMAT, accord_conversation_get_number (conversation));
  if (card != NULL)
    return g_strconcat ("swot: ", accord_card_get_title (card), NULL);

  return strategy != NULL ? dup_strategy_source (listing, strategy) : NULL;
}

static gboolean
print_follow_ups (const AccordCliListing *listing,
                  GError                **error)
{
  g_autoptr (GPtrArray) actions = accord_cli_listing_load (listing, ACCORD_TYPE_ACTION, compare_actions, error);

  if (actions == NULL || accord_workspace_load_list (listing->workspace, ACCORD_TYPE_MEMBER, error) == NULL
      || accord_workspace_load_list (listing->workspace, ACCORD_TYPE_METRIC, error) == NULL
      || accord_workspace_load_list (listing->workspace, ACCORD_TYPE_CARD, error) == NULL
      || accord_workspace_load_list (listing->workspace, ACCORD_TYPE_STRATEGY, error) == NULL
      || accord_workspace_load_list (listing->workspace, ACCORD_TYPE_CONVERSATION, error) == NULL)
    return FALSE;

  for (guint i = 0; i < actions->len; i++)
    {
      AccordAction *action = actions->pdata[i];
      g_autofree char *source = dup_source (listing, action);
      AccordMetric *metric = NULL;

      if (!accord_cli_listing_has_member (listing, accord_action_get_owner (action))
          || !accord_cli_listing_has_date (listing, accord_action_get_due (action)))
        continue;
      if (accord_action_get_metric (action) != 0)
        metric = accord_workspace_find (listing->workspace, ACCORD_TYPE_METRIC, accord_action_get_metric (action));
      accord_cli_output_text (listing->output, source);
      accord_cli_output_text (listing->output, accord_action_get_what (action));
      accord_cli_output_text (listing->output,
                              accord_cli_listing_get_member_name (listing, accord_action_get_owner (action)));
      accord_cli_output_date (listing->output, accord_action_get_due (action));
      accord_cli_output_date (listing->output, accord_action_get_done (action));
      accord_cli_output_text (listing->output, metric != NULL ? accord_metric_get_name (metric) : NULL);
    }

  return TRUE;
}

const AccordCliKind accord_cli_kind_follow_ups = {
  "follow-ups", follow_up_columns, G_N_ELEMENTS (follow_up_columns), TRUE, TRUE, print_follow_ups,
};

static const AccordCliColumn meeting_columns[] = {
  { "date", N_ ("Date") }, { "kind", N_ ("Kind") },     { "leader", N_ ("Leader") }, { "attendees", N_ ("Attendees") },
  { "kept", N_ ("Kept") }, { "missed", N_ ("Missed") }, { "moved", N_ ("Moved") },
};

/* Meetings come with later work: until then a workspace has none. */
static gboolean
print_meetings (const AccordCliListing *listing,
                GError                **error)
{
  return TRUE;
}

const AccordCliKind accord_cli_kind_meetings = {
  "meetings", meeting_columns, G_N_ELEMENTS (meeting_columns), TRUE, TRUE, print_meetings,
};
