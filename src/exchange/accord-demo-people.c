/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-demo-private.h"

#include "accord-allocation.h"
#include "accord-commitment.h"
#include "accord-goal-entry.h"
#include "accord-goal-viewer.h"
#include "accord-goal.h"
#include "accord-holiday.h"
#include "accord-leave.h"
#include "accord-member.h"
#include "accord-membership.h"
#include "accord-pay-terms.h"
#include "accord-plan-year.h"
#include "accord-plan.h"
#include "accord-quota.h"
#include "accord-territory.h"

/* Call back for each object of an array of the source. */
typedef void (*ObjectFunc) (AccordDemo   *self,
                            AccordChange *change,
                            JsonObject   *object);

static void
for_each (AccordDemo   *self,
          AccordChange *change,
          JsonObject   *object,
          const char   *name,
          ObjectFunc    function)
{
  JsonArray *array = json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    function (self, change, json_array_get_object_element (array, i));
}

static gint64
read_year_value (JsonObject *object,
                 const char *name,
                 int         index)
{
  return json_array_get_int_element (json_object_get_array_member (object, name), index);
}

static void
put_territory (AccordDemo   *self,
               AccordChange *change,
               JsonObject   *object)
{
  accord_demo_put (self, change, ACCORD_TYPE_TERRITORY, object, self->today);
}

static void
put_member (AccordDemo   *self,
            AccordChange *change,
            JsonObject   *object)
{
  AccordMember *member = accord_demo_put (self, change, ACCORD_TYPE_MEMBER, object, self->today);

  if (json_object_has_member (object, "selling"))
    accord_demo_read_seller (self, json_object_get_object_member (object, "selling"),
                             accord_record_get_id (ACCORD_RECORD (member)), accord_member_get_started (member));
}

static void
put_memberships (AccordDemo   *self,
                 AccordChange *change,
                 JsonObject   *object)
{
  JsonArray *array = json_object_get_array_member (object, "memberships");
  gint64 id = accord_demo_find (self, json_object_get_string_member (object, "ref"));

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      AccordMembership *membership = accord_demo_put (self, change, ACCORD_TYPE_MEMBERSHIP,
                                                      json_array_get_object_element (array, i), self->today);

      accord_membership_set_member (membership, id);
    }
}

static void
put_leaves (AccordDemo   *self,
            AccordChange *change,
            JsonObject   *object)
{
  JsonArray *array =
    json_object_has_member (object, "leaves") ? json_object_get_array_member (object, "leaves") : NULL;
  gint64 id = accord_demo_find (self, json_object_get_string_member (object, "ref"));

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      AccordLeave *leave = accord_demo_put (self, change, ACCORD_TYPE_LEAVE, json_array_get_object_element (array, i),
                                            self->today);

      accord_leave_set_member (leave, id);
    }
}

static void
put_pay_terms (AccordDemo   *self,
               AccordChange *change,
               JsonObject   *object)
{
  accord_demo_put (self, change, ACCORD_TYPE_PAY_TERMS, object, self->today);
}

/* A day of every year, or the nth weekday of a month, from the end where nth is -1. */
static AccordDate
holiday_in (JsonObject *object,
            int         year)
{
  int month = (int) json_object_get_int_member (object, "month");
  int weekday, nth;
  AccordDate day;

  if (json_object_has_member (object, "day"))
    return accord_date_new (year, month, (int) json_object_get_int_member (object, "day"));

  weekday = (int) json_object_get_int_member (object, "weekday");
  nth = (int) json_object_get_int_member (object, "nth");
  if (nth < 0)
    {
      day = (month < 12 ? accord_date_new (year, month + 1, 1) : accord_date_new (year + 1, 1, 1)) - 1;
      while (accord_date_get_weekday (day) != weekday)
        day--;
      return day;
    }
  day = accord_date_new (year, month, 1);
  while (accord_date_get_weekday (day) != weekday)
    day++;

  return day + 7 * (nth - 1);
}

/* Next year's as well: that is the one that is planned next. */
static void
put_holidays (AccordDemo   *self,
              AccordChange *change,
              JsonObject   *object)
{
  for (int year = self->year - ACCORD_DEMO_YEARS + 1; year <= self->year + 1; year++)
    {
      g_autoptr (AccordHoliday) holiday = accord_holiday_new ();

      accord_holiday_set_day (holiday, holiday_in (object, year));
      accord_holiday_set_name (holiday, json_object_get_string_member (object, "name"));
      accord_change_put (change, holiday);
    }
}

/* The season's weights, 0 for quarters that begin before somebody is there. */
static void
read_season (AccordDemo *self,
             int         year,
             AccordDate  started,
             gint64      weights[4])
{
  for (int i = 0; i < 4; i++)
    {
      AccordDate starts = accord_quarter_get_start ((AccordQuarter) { year, i + 1 }, ACCORD_DEMO_FISCAL_START);

      weights[i] = started <= starts ? read_year_value (self->source, "season", i) : 0;
    }
}

/* By the season, in steps of five hundred: what people agree on are round numbers. */
static void
split_by_season (gint64       amount,
              const gint64 weights[4],
              gint64       parts[4])
{
  const gint64 step = 500 * ACCORD_DEMO_CENTS;

  g_assert (amount % step == 0);
  accord_allocate (amount / step, weights, 4, parts);
  for (int i = 0; i < 4; i++)
    parts[i] *= step;
}

static void
put_quotas (AccordChange *change,
            gint64        member,
            int           year,
            gint64        quota,
            const gint64  weights[4])
{
  gint64 parts[4];

  split_by_season (quota, weights, parts);
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (AccordQuota) record = accord_quota_new ();

      if (weights[i] == 0)
        continue;
      accord_quota_set_member (record, member);
      accord_quota_set_starts (record,
                               accord_quarter_get_start ((AccordQuarter) { year, i + 1 }, ACCORD_DEMO_FISCAL_START));
      accord_quota_set_grain (record, ACCORD_GRAIN_QUARTER);
      accord_quota_set_amount (record, parts[i]);
      accord_quota_set_source (record, ACCORD_SOURCE_TYPED);
      accord_change_put (change, record);
    }
}

static void
put_commitment (AccordChange *change,
                gint64        member,
                int           year,
                int           version,
                gint64        quota,
                const gint64  parts[4],
                gint64        partner,
                AccordDate    committed_on,
                const char   *because,
                const char   *reason)
{
  g_autoptr (AccordCommitment) record = accord_commitment_new ();

  accord_commitment_set_member (record, member);
  accord_commitment_set_year (record, year);
  accord_commitment_set_version (record, version);
  accord_commitment_set_quota (record, quota);
  accord_commitment_set_amount (record, parts[0] + parts[1] + parts[2] + parts[3]);
  accord_commitment_set_q1 (record, parts[0]);
  accord_commitment_set_q2 (record, parts[1]);
  accord_commitment_set_q3 (record, parts[2]);
  accord_commitment_set_q4 (record, parts[3]);
  accord_commitment_set_partner (record, partner);
  accord_commitment_set_committed_on (record, committed_on);
  accord_commitment_set_because (record, because);
  accord_commitment_set_reason (record, reason);
  accord_change_put (change, record);
}

/* The commitment of a year, and its later versions up to today: what they change is the quarters that had not begun. */
static void
put_commitments (AccordDemo   *self,
                 AccordChange *change,
                 JsonObject   *object,
                 int           index,
                 gint64        quota,
                 const gint64  weights[4],
                 gint64        parts[4])
{
  int year = self->year - ACCORD_DEMO_YEARS + 1 + index;
  gint64 member = accord_demo_find (self, json_object_get_string_member (object, "ref"));
  gint64 partner = accord_demo_find (self, json_object_get_string_member (object, "partner"));
  const char *because = json_array_get_string_element (json_object_get_array_member (object, "because"), index);
  AccordDate day = accord_plan_year_get_start (year, ACCORD_DEMO_FISCAL_START) - 14 + (AccordDate) (member % 5);
  int version = 1;

  split_by_season (read_year_value (object, "commitment", index) * ACCORD_DEMO_CENTS, weights, parts);
  /* Whoever joins in the middle of a year commits in their third week. */
  for (int i = 0; i < 4; i++)
    {
      if (parts[i] == 0)
        day = accord_quarter_get_end ((AccordQuarter) { year, i + 1 }, ACCORD_DEMO_FISCAL_START) + 16;
    }
  put_commitment (change, member, year, version, quota, parts, partner,
                  MIN (accord_demo_working_day (day), self->today), because, "");

  for (guint i = 0; json_object_has_member (object, "changes")
                    && i < json_array_get_length (json_object_get_array_member (object, "changes"));
       i++)
    {
      JsonObject *later = json_array_get_object_element (json_object_get_array_member (object, "changes"), i);
      AccordDate changed = accord_demo_read_date (self, json_object_get_member (later, "committed-on"));
      AccordQuarter quarter = accord_quarter_for_date (changed, ACCORD_DEMO_FISCAL_START);
      gint64 rest[4] = { 0, 0, 0, 0 };
      gint64 split[4];
      gint64 kept = 0;

      if (quarter.year != year || changed > self->today)
        continue;
      for (int j = 0; j < 4; j++)
        {
          if (j < quarter.quarter)
            kept += parts[j];
          else
            rest[j] = weights[j];
        }
      split_by_season (json_object_get_int_member (later, "amount") * ACCORD_DEMO_CENTS - kept, rest, split);
      for (int j = quarter.quarter; j < 4; j++)
        parts[j] = split[j];
      put_commitment (change, member, year, ++version, quota, parts, partner, accord_demo_working_day (changed),
                      because, json_object_get_string_member (later, "reason"));
    }
}

static void
put_plan (AccordDemo   *self,
          AccordChange *change,
          JsonObject   *object,
          gint64        quota,
          const gint64  parts[4])
{
  AccordPlan *plan;
  JsonArray *because = json_object_get_array_member (object, "because");

  if (!json_object_has_member (object, "plan"))
    return;
  plan = accord_demo_put (self, change, ACCORD_TYPE_PLAN, json_object_get_object_member (object, "plan"), self->today);
  accord_plan_set_member (plan, accord_demo_find (self, json_object_get_string_member (object, "ref")));
  accord_plan_set_year (plan, self->year);
  accord_plan_set_quota (plan, quota);
  accord_plan_set_amount (plan, parts[0] + parts[1] + parts[2] + parts[3]);
  accord_plan_set_q1 (plan, parts[0]);
  accord_plan_set_q2 (plan, parts[1]);
  accord_plan_set_q3 (plan, parts[2]);
  accord_plan_set_q4 (plan, parts[3]);
  accord_plan_set_partner (plan, accord_demo_find (self, json_object_get_string_member (object, "partner")));
  accord_plan_set_because (plan, json_array_get_string_element (because, ACCORD_DEMO_YEARS - 1));
}

static void
put_years (AccordDemo   *self,
           AccordChange *change,
           JsonObject   *object)
{
  gint64 member = accord_demo_find (self, json_object_get_string_member (object, "ref"));
  AccordDemoSeller *seller = NULL;

  for (guint i = 0; i < self->sellers->len; i++)
    {
      AccordDemoSeller *each = &g_array_index (self->sellers, AccordDemoSeller, i);

      if (each->id == member)
        seller = each;
    }
  for (int index = 0; seller != NULL && index < ACCORD_DEMO_YEARS; index++)
    {
      int year = self->year - ACCORD_DEMO_YEARS + 1 + index;
      gint64 quota = read_year_value (object, "quota", index) * ACCORD_DEMO_CENTS;
      gint64 weights[4];

      if (quota == 0)
        continue;
      read_season (self, year, seller->started, weights);
      put_quotas (change, member, year, quota, weights);
      put_commitments (self, change, object, index, quota, weights, seller->quarters[index]);
      if (index == ACCORD_DEMO_YEARS - 1)
        put_plan (self, change, object, quota, seller->quarters[index]);
    }
}

/* The log of a goal, as far as it goes up to today, and who of a small group may see it. */
static void
put_goal_details (AccordDemo   *self,
                  AccordChange *change,
                  JsonObject   *object,
                  AccordGoal   *goal)
{
  gint64 id = accord_record_get_id (ACCORD_RECORD (goal));
  JsonArray *entries =
    json_object_has_member (object, "entries") ? json_object_get_array_member (object, "entries") : NULL;
  JsonArray *viewers =
    json_object_has_member (object, "viewers") ? json_object_get_array_member (object, "viewers") : NULL;

  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);
      AccordGoalEntry *draft;

      if (accord_demo_read_date (self, json_object_get_member (entry, "day")) > self->today)
        continue;
      draft = accord_demo_put (self, change, ACCORD_TYPE_GOAL_ENTRY, entry, self->today);
      accord_goal_entry_set_goal (draft, id);
    }
  for (guint i = 0; viewers != NULL && i < json_array_get_length (viewers); i++)
    {
      g_autoptr (AccordGoalViewer) viewer = accord_goal_viewer_new ();

      accord_goal_viewer_set_goal (viewer, id);
      accord_goal_viewer_set_member (viewer, accord_demo_find (self, json_array_get_string_element (viewers, i)));
      accord_change_put (change, viewer);
    }
}

static void
put_goals (AccordDemo   *self,
           AccordChange *change,
           JsonObject   *object)
{
  gint64 member = accord_demo_find (self, json_object_get_string_member (object, "ref"));
  JsonArray *array = json_object_get_array_member (object, "goals");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      AccordGoal *goal = accord_demo_put (self, change, ACCORD_TYPE_GOAL, json_array_get_object_element (array, i),
                                          self->today);

      accord_goal_set_member (goal, member);
      accord_goal_set_position (goal, i + 1);
      /* Early in the year a goal may be achieved later than today: then it is not, yet. */
      if (accord_goal_get_achieved (goal) > self->today)
        {
          accord_goal_set_achieved (goal, ACCORD_DATE_NONE);
          accord_goal_set_progress (goal, ACCORD_UNKNOWN);
        }
      put_goal_details (self, change, json_array_get_object_element (array, i), goal);
    }
}

static void
put_plan_years (AccordDemo   *self,
                AccordChange *change)
{
  for (int index = 0; index < ACCORD_DEMO_YEARS; index++)
    {
      g_autoptr (AccordPlanYear) record = accord_plan_year_new ();
      int year = self->year - ACCORD_DEMO_YEARS + 1 + index;

      accord_plan_year_set_label (record, year);
      accord_plan_year_set_starts (record, accord_plan_year_get_start (year, ACCORD_DEMO_FISCAL_START));
      accord_plan_year_set_ends (record, accord_plan_year_get_end (year, ACCORD_DEMO_FISCAL_START));
      accord_plan_year_set_team_target (record,
                                        read_year_value (self->source, "team-target", index) * ACCORD_DEMO_CENTS);
      accord_change_put (change, record);
    }
}

void
accord_demo_put_people (AccordDemo   *self,
                        AccordChange *change)
{
  put_plan_years (self, change);
  for_each (self, change, self->source, "holidays", put_holidays);
  for_each (self, change, self->source, "pay-terms", put_pay_terms);
  for_each (self, change, self->source, "territories", put_territory);
  for_each (self, change, self->source, "members", put_member);
  for_each (self, change, self->source, "members", put_memberships);
  for_each (self, change, self->source, "members", put_leaves);
  for_each (self, change, self->source, "members", put_years);
  for_each (self, change, self->source, "members", put_goals);
}

static void
read_years (JsonObject *object,
            const char *name,
            gint64      values[ACCORD_DEMO_YEARS])
{
  for (int i = 0; i < ACCORD_DEMO_YEARS; i++)
    values[i] = read_year_value (object, name, i);
}

void
accord_demo_read_seller (AccordDemo *self,
                         JsonObject *object,
                         gint64      id,
                         AccordDate  started)
{
  AccordDemoSeller seller = { .id = id, .started = started };

  seller.deal = json_object_get_int_member (object, "deal") * ACCORD_DEMO_CENTS;
  seller.cycle = json_object_get_int_member (object, "cycle");
  seller.weekly_outreach = json_object_get_int_member (object, "weekly-outreach");
  seller.open = json_object_get_int_member (object, "open");
  seller.aged = json_object_get_int_member (object, "aged");
  read_years (object, "win", seller.win);
  read_years (object, "early", seller.early);
  read_years (object, "outreach", seller.outreach);
  read_years (object, "meetings", seller.meetings);
  read_years (object, "ideal", seller.ideal);
  read_years (object, "on-time", seller.on_time);
  read_years (object, "attainment", seller.attainment);
  for (guint i = 0; i < ACCORD_DEMO_FORECASTS; i++)
    seller.forecast[i] = json_array_get_int_element (json_object_get_array_member (object, "forecast"), i);
  g_array_append_val (self->sellers, seller);
}
