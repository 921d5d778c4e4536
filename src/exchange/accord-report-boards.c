/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-action.h"
#include "accord-board-copy.h"
#include "accord-report-private.h"
#include "accord-strategy.h"
#include "accord-territory.h"
#include "accord-tows-query.h"

#include <glib/gi18n.h>

/* The SWOT boards of the plan year with all that came of them, as far as the audience may see it: what hangs on a
 * card that is not in the report is not in it either. */

typedef struct
{
  AccordReportGather *gather;
  GPtrArray *copies;   /* AccordBoardCopy, the team's first, then by territory */
  GHashTable *cards;   /* gint64: the cards that the report holds, on the board and under it */
  GHashTable *origins; /* gint64 of a strategy in the report, to what it is called; borrowed */
} Boards;

static void
boards_clear (Boards *self)
{
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_clear_pointer (&self->origins, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Boards, boards_clear)

static int
compare_territories (gconstpointer a,
                     gconstpointer b)
{
  AccordTerritory *left = *(AccordTerritory *const *) a;
  AccordTerritory *right = *(AccordTerritory *const *) b;
  const gint64 keys[][2] = {
    { accord_territory_get_position (left), accord_territory_get_position (right) },
    { accord_record_get_id (ACCORD_RECORD (left)), accord_record_get_id (ACCORD_RECORD (right)) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i][0] != keys[i][1])
        return keys[i][0] < keys[i][1] ? -1 : 1;
    }
  return 0;
}

static gboolean
copy_board (Boards  *self,
            gint64   territory,
            GError **error)
{
  const AccordReport *report = self->gather->report;
  const AccordBoardScope scope = { report->quarter.year, territory };
  AccordBoardCopy *copy
    = accord_board_copy_new (self->gather->workspace, &scope, report->audience, report->as_of, error);

  if (copy != NULL)
    g_ptr_array_add (self->copies, copy);
  return copy != NULL;
}

static gboolean
copy_boards (Boards  *self,
             GError **error)
{
  g_autoptr (GPtrArray) territories = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (self->gather->territories); i++)
    g_ptr_array_add (territories, g_list_model_get_item (self->gather->territories, i));
  g_ptr_array_sort (territories, compare_territories);

  if (!copy_board (self, 0, error))
    return FALSE;
  for (guint i = 0; i < territories->len; i++)
    {
      if (!copy_board (self, accord_record_get_id (g_ptr_array_index (territories, i)), error))
        return FALSE;
    }
  return TRUE;
}

static void
remember_card (Boards     *self,
               AccordCard *card)
{
  const gint64 id = accord_record_get_id (ACCORD_RECORD (card));

  g_hash_table_add (self->cards, g_memdup2 (&id, sizeof id));
}

static gboolean
holds_card (Boards *self,
            gint64  card)
{
  return g_hash_table_contains (self->cards, &card);
}

static char *
dup_also (const AccordBoardCopyCard *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entry->merged->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            accord_card_get_title (g_ptr_array_index (entry->merged, i)));
  return g_strdup (text->str);
}

static void
add_card (Boards                    *self,
          const AccordBoardCopy     *copy,
          const AccordBoardCopyCard *entry)
{
  AccordCard *card = entry->card;
  AccordReportCard *row = g_new0 (AccordReportCard, 1);
  const char *evidence = accord_card_get_evidence (card);
  const char *source = accord_card_get_evidence_source (card);

  row->quadrant = accord_card_get_quadrant (card);
  row->title = g_strdup (accord_card_get_title (card));
  row->detail = g_strdup (accord_card_get_detail (card));
  /* Translators: a piece of evidence, and in brackets where it comes from */
  row->evidence = *evidence != '\0' && *source != '\0' ? g_strdup_printf (_("%s (%s)"), evidence, source)
                                                       : g_strconcat (evidence, source, NULL);
  row->scope = g_strdup (accord_report_territory_name (self->gather, accord_card_get_territory (card)));
  row->control = accord_control_get_label (accord_card_get_control (card));
  row->impact = accord_card_get_impact (card);
  row->likelihood = accord_card_get_likelihood (card);
  row->also = dup_also (entry);
  row->votes = copy->has_votes ? (gint64) entry->votes : ACCORD_UNKNOWN;
  row->resolved = entry->resolved;
  row->outcome = g_strdup (entry->resolved ? accord_card_get_outcome (card) : "");
  g_ptr_array_add (self->gather->report->cards, row);

  remember_card (self, card);
  for (guint i = 0; i < entry->merged->len; i++)
    remember_card (self, g_ptr_array_index (entry->merged, i));
}

static int
compare_asks (gconstpointer a,
              gconstpointer b)
{
  const AccordReportAsk *left = *(AccordReportAsk *const *) a;
  const AccordReportAsk *right = *(AccordReportAsk *const *) b;
  const int order = g_utf8_collate (left->department, right->department);

  return order != 0 ? order : g_strcmp0 (left->what, right->what);
}

/* As far as it had come on the report's date: drafts, and what has no day, were not asked. */
static void
add_asks (Boards                    *self,
          const AccordBoardCopyCard *entry)
{
  const AccordReport *report = self->gather->report;

  for (guint i = 0; i < entry->asks->len; i++)
    {
      AccordAsk *ask = g_ptr_array_index (entry->asks, i);
      const AccordDate asked = accord_ask_get_asked (ask);
      const gboolean answered = accord_ask_get_replied (ask) <= report->as_of;
      AccordReportAsk *row;

      if (accord_ask_get_status (ask) == ACCORD_ASK_STATUS_DRAFT || asked == ACCORD_DATE_NONE || asked > report->as_of)
        continue;
      row = g_new0 (AccordReportAsk, 1);
      row->department = g_strdup (accord_ask_get_department (ask));
      row->what = g_strdup (accord_ask_get_what (ask));
      row->card = g_strdup (accord_card_get_title (entry->card));
      row->status = accord_ask_status_get_label (answered ? accord_ask_get_status (ask) : ACCORD_ASK_STATUS_ASKED);
      row->needed = accord_ask_get_needed (ask);
      row->reply = g_strdup (answered ? accord_ask_get_reply (ask) : "");
      g_ptr_array_add (report->asks, row);
    }
}

static void
add_cards (Boards *self)
{
  for (guint quadrant = 0; quadrant < ACCORD_BOARD_N_QUADRANTS; quadrant++)
    {
      for (guint i = 0; i < self->copies->len; i++)
        {
          const AccordBoardCopy *copy = g_ptr_array_index (self->copies, i);

          for (guint j = 0; j < copy->quadrants[quadrant]->len; j++)
            {
              add_card (self, copy, g_ptr_array_index (copy->quadrants[quadrant], j));
              add_asks (self, g_ptr_array_index (copy->quadrants[quadrant], j));
            }
        }
    }
  g_ptr_array_sort (self->gather->report->asks, compare_asks);
}

static int
compare_strategies (gconstpointer a,
                    gconstpointer b)
{
  AccordStrategy *left = *(AccordStrategy *const *) a;
  AccordStrategy *right = *(AccordStrategy *const *) b;
  const gint64 keys[][2] = {
    { accord_strategy_get_territory (left), accord_strategy_get_territory (right) },
    { accord_strategy_get_position (left), accord_strategy_get_position (right) },
    { accord_record_get_id (ACCORD_RECORD (left)), accord_record_get_id (ACCORD_RECORD (right)) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i][0] != keys[i][1])
        return keys[i][0] < keys[i][1] ? -1 : 1;
    }
  return 0;
}

static void
add_strategy (Boards         *self,
              AccordStrategy *strategy)
{
  AccordWorkspace *workspace = self->gather->workspace;
  AccordCard *internal = accord_workspace_find (workspace, ACCORD_TYPE_CARD, accord_strategy_get_internal (strategy));
  AccordCard *external = accord_workspace_find (workspace, ACCORD_TYPE_CARD, accord_strategy_get_external (strategy));
  const gint64 id = accord_record_get_id (ACCORD_RECORD (strategy));
  AccordReportStrategy *row = g_new0 (AccordReportStrategy, 1);
  AccordTows tows;

  row->kind = accord_strategy_get_tows (strategy, accord_workspace_get_list (workspace, ACCORD_TYPE_CARD), &tows)
                ? accord_tows_get_label (tows)
                /* Translators: two cards that were paired, one from inside and one from outside, until one of them
                 * moved */
                : _("No pair any more");
  row->internal = g_strdup (accord_card_get_title (internal));
  row->external = g_strdup (accord_card_get_title (external));
  row->text = g_strdup (accord_strategy_get_text (strategy));
  row->scope = g_strdup (accord_report_territory_name (self->gather, accord_strategy_get_territory (strategy)));
  g_ptr_array_add (self->gather->report->strategies, row);
  g_hash_table_insert (self->origins, g_memdup2 (&id, sizeof id), row);
}

static gboolean
add_strategies (Boards  *self,
                GError **error)
{
  GListModel *list = accord_workspace_load_list (self->gather->workspace, ACCORD_TYPE_STRATEGY, error);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_object_unref);

  if (list == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AccordStrategy) strategy = g_list_model_get_item (list, i);

      if (holds_card (self, accord_strategy_get_internal (strategy))
          && holds_card (self, accord_strategy_get_external (strategy)))
        g_ptr_array_add (seen, g_steal_pointer (&strategy));
    }
  g_ptr_array_sort (seen, compare_strategies);
  for (guint i = 0; i < seen->len; i++)
    add_strategy (self, g_ptr_array_index (seen, i));
  return TRUE;
}

/* What an action came from, or NULL where that is not in the report. (transfer full) */
static char *
dup_origin (Boards       *self,
            AccordAction *action)
{
  const gint64 card = accord_action_get_card (action), strategy = accord_action_get_strategy (action);
  const AccordReportStrategy *row;

  if (card != 0 && holds_card (self, card))
    return g_strdup (accord_card_get_title (accord_workspace_find (self->gather->workspace, ACCORD_TYPE_CARD, card)));

  row = strategy != 0 ? g_hash_table_lookup (self->origins, &strategy) : NULL;
  if (row == NULL)
    return NULL;
  /* Translators: two cards that were paired */
  return g_strdup_printf (C_("pair", "%1$s + %2$s"), row->internal, row->external);
}

static int
compare_actions (gconstpointer a,
                 gconstpointer b)
{
  const AccordReportBoardAction *left = *(AccordReportBoardAction *const *) a;
  const AccordReportBoardAction *right = *(AccordReportBoardAction *const *) b;
  const AccordDate left_due = left->due == ACCORD_DATE_NONE ? G_MAXINT32 : left->due;
  const AccordDate right_due = right->due == ACCORD_DATE_NONE ? G_MAXINT32 : right->due;

  if (left_due != right_due)
    return left_due < right_due ? -1 : 1;
  return g_strcmp0 (left->what, right->what);
}

static gboolean
add_actions (Boards  *self,
             GError **error)
{
  const AccordReport *report = self->gather->report;
  GListModel *list = accord_workspace_load_list (self->gather->workspace, ACCORD_TYPE_ACTION, error);

  if (list == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (list, i);
      g_autofree char *origin = dup_origin (self, action);
      AccordReportBoardAction *row;

      if (origin == NULL || accord_action_get_audience (action) > report->audience)
        continue;
      row = g_new0 (AccordReportBoardAction, 1);
      row->what = g_strdup (accord_action_get_what (action));
      row->owner = g_strdup (accord_report_member_name (self->gather, accord_action_get_owner (action)));
      row->origin = g_steal_pointer (&origin);
      row->due = accord_action_get_due (action);
      row->done = accord_action_get_done (action) <= report->as_of ? accord_action_get_done (action) : ACCORD_DATE_NONE;
      row->outcome = g_strdup (row->done != ACCORD_DATE_NONE ? accord_action_get_outcome (action) : "");
      g_ptr_array_add (report->board_actions, row);
    }
  g_ptr_array_sort (report->board_actions, compare_actions);
  return TRUE;
}

gboolean
accord_report_gather_boards (AccordReportGather *gather,
                             GError            **error)
{
  g_auto (Boards) self = { .gather = gather };

  self.copies = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_board_copy_free);
  self.cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.origins = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!copy_boards (&self, error))
    return FALSE;

  add_cards (&self);
  return add_strategies (&self, error) && add_actions (&self, error);
}
