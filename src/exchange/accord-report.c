/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report.h"

#include "accord-member.h"
#include "accord-membership.h"
#include "accord-conversation.h"
#include "accord-report-private.h"
#include "accord-territory.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (accord-report-error-quark, accord_report_error)

static void
report_member_free (gpointer data)
{
  AccordReportMember *member = data;

  g_free (member->name);
  g_free (member->territory);
  g_free (member->partner);
  g_free (member);
}

static void
report_goal_free (gpointer data)
{
  AccordReportGoal *goal = data;

  g_free (goal->member);
  g_free (goal->title);
  g_free (goal->why);
  g_free (goal);
}

static void
report_card_free (gpointer data)
{
  AccordReportCard *card = data;

  g_free (card->title);
  g_free (card->detail);
  g_free (card->evidence);
  g_free (card->scope);
  g_free (card->also);
  g_free (card->outcome);
  g_free (card);
}

static void
report_strategy_free (gpointer data)
{
  AccordReportStrategy *strategy = data;

  g_free (strategy->internal);
  g_free (strategy->external);
  g_free (strategy->text);
  g_free (strategy->scope);
  g_free (strategy);
}

static void
report_board_action_free (gpointer data)
{
  AccordReportBoardAction *action = data;

  g_free (action->what);
  g_free (action->owner);
  g_free (action->origin);
  g_free (action->outcome);
  g_free (action);
}

static void
report_ask_free (gpointer data)
{
  AccordReportAsk *ask = data;

  g_free (ask->department);
  g_free (ask->what);
  g_free (ask->card);
  g_free (ask->reply);
  g_free (ask);
}

static void
report_talks_free (gpointer data)
{
  AccordReportTalks *talks = data;

  g_free (talks->name);
  g_free (talks);
}

static void
report_conversation_free (gpointer data)
{
  AccordReportConversation *conversation = data;

  g_free (conversation->member);
  g_free (conversation->purpose);
  g_clear_pointer (&conversation->passages, g_ptr_array_unref);
  g_free (conversation);
}

static void
report_action_free (gpointer data)
{
  AccordReportAction *action = data;

  g_free (action->what);
  g_free (action->owner);
  g_free (action->origin);
  g_free (action);
}

static char *
report_title (AccordReport *self)
{
  switch (self->audience)
    {
    case ACCORD_AUDIENCE_TEAM:
      /* Translators: the report's title; %s is a quarter such as "Q4 2026" */
      return g_strdup_printf (_("%s: report for the team"), self->quarter_name);
    case ACCORD_AUDIENCE_MANAGER:
      return g_strdup_printf (_("%s: report for the manager"), self->quarter_name);
    case ACCORD_AUDIENCE_HR:
      return g_strdup_printf (_("%s: report for HR"), self->quarter_name);
    default:
      g_assert_not_reached ();
    }
}

static AccordReport *
report_new_for (AccordWorkspace *workspace,
                AccordQuarter    quarter,
                AccordAudience   audience,
                AccordDate       as_of)
{
  AccordSettings *settings = accord_workspace_get_settings (workspace);
  AccordReport *self = g_new0 (AccordReport, 1);

  self->quarter = quarter;
  self->audience = audience;
  self->as_of = as_of;
  self->fiscal_start = (int) accord_settings_get_fiscal_start (settings);
  self->starts = accord_quarter_get_start (quarter, self->fiscal_start);
  self->ends = accord_quarter_get_end (quarter, self->fiscal_start);
  self->year_starts = accord_plan_year_get_start (quarter.year, self->fiscal_start);
  self->team = g_strdup (accord_settings_get_name (settings));
  self->quarter_name = accord_quarter_format (quarter, self->fiscal_start);
  self->year_name = accord_plan_year_format (quarter.year, self->fiscal_start);
  self->title = report_title (self);
  self->currency = g_strdup (accord_settings_get_currency (settings));
  self->decimals = (int) accord_settings_get_decimals (settings);
  self->members = g_ptr_array_new_with_free_func (report_member_free);
  self->goals = g_ptr_array_new_with_free_func (report_goal_free);
  self->cards = g_ptr_array_new_with_free_func (report_card_free);
  self->strategies = g_ptr_array_new_with_free_func (report_strategy_free);
  self->board_actions = g_ptr_array_new_with_free_func (report_board_action_free);
  self->asks = g_ptr_array_new_with_free_func (report_ask_free);
  self->talks = g_ptr_array_new_with_free_func (report_talks_free);
  self->conversations = g_ptr_array_new_with_free_func (report_conversation_free);
  self->actions = g_ptr_array_new_with_free_func (report_action_free);
  return self;
}

static gboolean
report_check_quarter (AccordReportGather *gather,
                      GError            **error)
{
  const AccordReport *report = gather->report;
  gboolean on_file = FALSE;

  if (report->starts != ACCORD_DATE_NONE && !accord_report_year_is_on_file (gather, &on_file, error))
    return FALSE;

  if (!on_file)
    {
      g_autofree char *text = accord_quarter_to_text (report->quarter);

      g_set_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_QUARTER,
                   /* Translators: %s is a quarter as it was asked for, such as 2026-Q4 */
                   _("There is no quarter %s in this workspace. Choose a quarter of a year that it holds."), text);
    }
  return on_file;
}

static gint64
report_sum (const AccordReport *self,
            gint64 (*value) (const AccordReport       *self,
                             const AccordReportMember *member))
{
  gint64 sum = ACCORD_UNKNOWN;

  for (guint i = 0; i < self->members->len; i++)
    {
      const gint64 part = value (self, g_ptr_array_index (self->members, i));

      if (part != ACCORD_UNKNOWN)
        sum = (sum == ACCORD_UNKNOWN ? 0 : sum) + part;
    }
  return sum;
}

static gint64
report_commitment_of (const AccordReport       *self,
                      const AccordReportMember *member)
{
  return member->quarters[self->quarter.quarter - 1];
}

static gint64
report_bookings_of (const AccordReport       *self,
                    const AccordReportMember *member)
{
  return member->bookings[self->quarter.quarter - 1];
}

static gint64
report_year_to_date_of (const AccordReport       *self,
                        const AccordReportMember *member)
{
  return member->year_to_date;
}

AccordReport *
accord_report_new (AccordWorkspace *workspace,
                   AccordQuarter    quarter,
                   AccordAudience   audience,
                   AccordDate       as_of,
                   GError         **error)
{
  g_autoptr (AccordReport) self = NULL;
  AccordReportGather gather = { .workspace = workspace };

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (quarter.quarter >= 1 && quarter.quarter <= 4, NULL);
  g_return_val_if_fail (as_of != ACCORD_DATE_NONE, NULL);

  self = report_new_for (workspace, quarter, audience, as_of);
  gather.report = self;
  if (!(gather.members = accord_workspace_load_list (workspace, ACCORD_TYPE_MEMBER, error))
      || !(gather.memberships = accord_workspace_load_list (workspace, ACCORD_TYPE_MEMBERSHIP, error))
      || !(gather.territories = accord_workspace_load_list (workspace, ACCORD_TYPE_TERRITORY, error)))
    return NULL;

  if (!report_check_quarter (&gather, error)
      || !accord_report_gather_members (&gather, error)
      || !accord_report_gather_goals (&gather, error)
      || !accord_report_gather_boards (&gather, error)
      || !accord_report_gather_conversations (&gather, error)
      || !accord_report_gather_actions (&gather, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
accord_report_free (AccordReport *self)
{
  g_free (self->title);
  g_free (self->team);
  g_free (self->quarter_name);
  g_free (self->year_name);
  g_free (self->currency);
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->strategies);
  g_ptr_array_unref (self->board_actions);
  g_ptr_array_unref (self->asks);
  g_ptr_array_unref (self->talks);
  g_ptr_array_unref (self->conversations);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

gint64
accord_report_get_commitment (const AccordReport *self)
{
  return report_sum (self, report_commitment_of);
}

gint64
accord_report_get_bookings (const AccordReport *self)
{
  return report_sum (self, report_bookings_of);
}

gint64
accord_report_get_year_to_date (const AccordReport *self)
{
  return report_sum (self, report_year_to_date_of);
}

guint
accord_report_get_n_kinds (const AccordReport *self)
{
  return self->audience == ACCORD_AUDIENCE_TEAM ? ACCORD_CONVERSATION_KIND_PRAISE + 1 : ACCORD_REPORT_KINDS;
}

gboolean
accord_report_has_conversations (const AccordReport *self)
{
  return self->talks->len > 0 || self->conversations->len > 0 || self->actions->len > 0;
}
