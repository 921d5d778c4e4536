/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-availability.h"

#include "accord-exact.h"
#include "accord-holiday.h"
#include "accord-leave.h"
#include "accord-membership.h"
#include "accord-ramp.h"

#define MEMBER 7
#define ONE ACCORD_RATE_ONE
#define ALWAYS "" /* or for ever: the open end of a span */

typedef struct
{
  const char *starts;
  const char *ends;
  gint64 share;
} Record;

typedef struct
{
  const char *what;
  const char *started;
  const char *left;
  const char *ramp;
  Record memberships[3];
  Record leaves[4];
  const char *holidays[4];
  const char *first;
  const char *last;
  gint64 days; /* in thousandths of a day */
  gint64 weeks; /* in thousandths of a week */
} Case;

/* June 2026 begins on a Monday and has 22 working days, 5 of them in each of the weeks from the 1st, 8th, 15th and 22nd. */
static const Case cases[] = {
  { "nothing on record", .first = "2026-06-01", .last = "2026-06-30", .days = 22000, .weeks = 4400 },
  { "a weekend", .first = "2026-06-06", .last = "2026-06-07" },
  { "joins on a Wednesday", .started = "2026-06-10", .first = "2026-06-01", .last = "2026-06-30",
    .days = 15000, .weeks = 3000 },
  { "joins on the last day", .started = "2026-06-30", .first = "2026-06-01", .last = "2026-06-30",
    .days = 1000, .weeks = 200 },
  { "joins after it", .started = "2026-07-01", .first = "2026-06-01", .last = "2026-06-30" },
  { "leaves on a Friday", .left = "2026-06-05", .first = "2026-06-01", .last = "2026-06-30", .days = 5000, .weeks = 1000 },
  { "left before", .left = "2026-05-31", .first = "2026-06-01", .last = "2026-06-30" },
  { "holidays, one on a Sunday and one twice", .holidays = { "2026-06-24", "2026-06-04", "2026-06-07", "2026-06-04" },
    .first = "2026-06-01", .last = "2026-06-30", .days = 20000, .weeks = 4000 },
  { "half time", .memberships = { { ALWAYS, ALWAYS, ONE / 2 } },
    .first = "2026-06-01", .last = "2026-06-30", .days = 11000, .weeks = 2200 },
  { "half time from the second week on",
    .memberships = { { ALWAYS, "2026-06-07", ACCORD_UNKNOWN }, { "2026-06-08", ALWAYS, ONE / 2 } },
    .first = "2026-06-01", .last = "2026-06-30", .days = 13500, .weeks = 2700 },
  { "overlapping memberships: the one that begins last", .memberships = { { "2026-06-08", "2026-06-12", 0 }, { ALWAYS, ALWAYS, ONE } },
    .first = "2026-06-01", .last = "2026-06-30", .days = 17000, .weeks = 3400 },
  { "no membership holds", .memberships = { { "2027-01-01", ALWAYS, ONE / 2 } },
    .first = "2026-06-01", .last = "2026-06-30", .days = 22000, .weeks = 4400 },
  { "leave within", .leaves = { { "2026-06-03", "2026-06-09" } },
    .first = "2026-06-01", .last = "2026-06-30", .days = 17000, .weeks = 3400 },
  { "leaves that overlap and touch count once",
    .leaves = { { "2026-06-03", "2026-06-09" }, { "2026-06-08", "2026-06-10" }, { "2026-06-11", "2026-06-11" }, { "2026-06-04", "2026-06-04" } },
    .first = "2026-06-01", .last = "2026-06-30", .days = 15000, .weeks = 3000 },
  { "leave that began before and has no end", .leaves = { { "2025-01-01", ALWAYS } }, .first = "2026-06-01", .last = "2026-06-30" },
  { "a holiday on leave counts once", .leaves = { { "2026-06-01", "2026-06-05" } }, .holidays = { "2026-06-04" },
    .first = "2026-06-01", .last = "2026-06-30", .days = 17000, .weeks = 3400 },
  { "ramp: June at a quarter", .started = "2026-06-01", .ramp = "25%,50%",
    .first = "2026-06-01", .last = "2026-06-30", .days = 5500, .weeks = 4400 },
  { "ramp: its month ends within", .started = "2026-05-15", .ramp = "20%", /* 10 days at 20 %, then 12 */
    .first = "2026-06-01", .last = "2026-06-30", .days = 14000, .weeks = 4400 },
  { "ramp is over", .started = "2026-01-01", .ramp = "25%,50%,75%",
    .first = "2026-06-01", .last = "2026-06-30", .days = 22000, .weeks = 4400 },
  { "ramp from the 31st: its second month begins on 30 June", .started = "2026-05-31", .ramp = "0%,100%",
    .first = "2026-06-01", .last = "2026-06-30", .days = 1000, .weeks = 4400 },
  { "ramp without a first day", .ramp = "25%", .first = "2026-06-01", .last = "2026-06-30", .days = 22000, .weeks = 4400 },
  { "all together", .started = "2026-06-01", .left = "2026-06-26", .ramp = "50%",
    .memberships = { { "2026-06-01", ALWAYS, ONE * 4 / 5 } }, .leaves = { { "2026-06-08", "2026-06-12" } },
    .holidays = { "2026-06-04" }, .first = "2026-06-01", .last = "2026-06-30", /* 14 days at 80 % of 50 % */
    .days = 5600, .weeks = 2240 },
  { "thirds are rounded once", .started = "2026-06-01", .ramp = "33.3333333%", .memberships = { { ALWAYS, ALWAYS, 333333333 } },
    .first = "2026-06-01", .last = "2026-06-30", .days = -1, .weeks = -1 },
};

static AccordDate
date_of (const char *text)
{
  AccordDate date = ACCORD_DATE_NONE;

  if (text != NULL && *text != '\0')
    g_assert_true (accord_date_parse (text, &date));

  return date;
}

static AccordMember *
member_of (const Case *c)
{
  AccordMember *member = accord_member_new ();

  accord_record_set_id (ACCORD_RECORD (member), MEMBER);
  accord_member_set_started (member, date_of (c->started));
  accord_member_set_left (member, date_of (c->left));
  accord_member_set_ramp (member, c->ramp != NULL ? c->ramp : "");

  return member;
}

static GListStore *
memberships_of (const Case *c)
{
  GListStore *list = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);
  g_autoptr (AccordMembership) other = accord_membership_new ();

  accord_membership_set_member (other, MEMBER + 1);
  accord_membership_set_share (other, 0);
  g_list_store_append (list, other);
  for (gsize i = 0; i < G_N_ELEMENTS (c->memberships) && c->memberships[i].starts != NULL; i++)
    {
      g_autoptr (AccordMembership) membership = accord_membership_new ();

      accord_membership_set_member (membership, MEMBER);
      accord_membership_set_starts (membership, date_of (c->memberships[i].starts));
      accord_membership_set_ends (membership, date_of (c->memberships[i].ends));
      accord_membership_set_share (membership, c->memberships[i].share);
      g_list_store_append (list, membership);
    }

  return list;
}

static GListStore *
leaves_of (const Case *c)
{
  GListStore *list = g_list_store_new (ACCORD_TYPE_LEAVE);
  g_autoptr (AccordLeave) other = accord_leave_new ();

  accord_leave_set_member (other, MEMBER + 1);
  accord_leave_set_starts (other, date_of ("2000-01-01"));
  g_list_store_append (list, other);
  for (gsize i = 0; i < G_N_ELEMENTS (c->leaves) && c->leaves[i].starts != NULL; i++)
    {
      g_autoptr (AccordLeave) leave = accord_leave_new ();

      accord_leave_set_member (leave, MEMBER);
      accord_leave_set_starts (leave, date_of (c->leaves[i].starts));
      accord_leave_set_ends (leave, date_of (c->leaves[i].ends));
      g_list_store_append (list, leave);
    }

  return list;
}

static GListStore *
holidays_of (const Case *c)
{
  GListStore *list = g_list_store_new (ACCORD_TYPE_HOLIDAY);

  for (gsize i = 0; i < G_N_ELEMENTS (c->holidays) && c->holidays[i] != NULL; i++)
    {
      g_autoptr (AccordHoliday) holiday = accord_holiday_new ();

      accord_holiday_set_day (holiday, date_of (c->holidays[i]));
      g_list_store_append (list, holiday);
    }

  return list;
}

static void
check_case (const Case *c)
{
  g_autoptr (AccordMember) member = member_of (c);
  g_autoptr (GListStore) memberships = memberships_of (c);
  g_autoptr (GListStore) leaves = leaves_of (c);
  g_autoptr (GListStore) holidays = holidays_of (c);
  g_autoptr (AccordAvailability) availability
    = accord_availability_new (G_LIST_MODEL (memberships), G_LIST_MODEL (leaves), G_LIST_MODEL (holidays));
  gint64 days = accord_availability_get_days (availability, member, date_of (c->first), date_of (c->last));
  gint64 weeks = accord_availability_get_weeks (availability, member, date_of (c->first), date_of (c->last));

  g_test_message ("%s", c->what);
  /* 22 × 0.333333333 × 0.333333333 = 2.444444439555555558 days; 22 × 0.333333333 ÷ 5 weeks. */
  g_assert_cmpint (days, ==, c->days >= 0 ? c->days * (ONE / 1000) : 2444444440);
  g_assert_cmpint (weeks, ==, c->weeks >= 0 ? c->weeks * (ONE / 1000) : 1466666665);

  g_assert_cmpint (accord_member_get_days (member, G_LIST_MODEL (memberships), G_LIST_MODEL (leaves),
                                           G_LIST_MODEL (holidays), date_of (c->first), date_of (c->last)), ==, days);
  g_assert_cmpint (accord_member_get_weeks (member, G_LIST_MODEL (memberships), G_LIST_MODEL (leaves),
                                            G_LIST_MODEL (holidays), date_of (c->first), date_of (c->last)), ==, weeks);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

static void
test_factor (void)
{
  const Case half = { .memberships = { { ALWAYS, ALWAYS, ONE / 2 } } };
  const Case joins = { .started = "2026-06-10" };
  g_autoptr (AccordMember) member = member_of (&half);
  g_autoptr (AccordMember) newcomer = member_of (&joins);
  g_autoptr (GListStore) memberships = memberships_of (&half);

  g_assert_cmpint (accord_member_get_factor (member, G_LIST_MODEL (memberships), NULL, NULL,
                                             date_of ("2026-06-01"), date_of ("2026-06-30")), ==, ONE / 2);
  g_assert_cmpint (accord_member_get_factor (newcomer, NULL, NULL, NULL, date_of ("2026-06-01"),
                                             date_of ("2026-06-30")), ==, 681818182); /* 15 of 22 */
  /* A weekend has no working days, and so nothing to have a share of. */
  g_assert_cmpint (accord_member_get_factor (member, NULL, NULL, NULL, date_of ("2026-06-06"),
                                             date_of ("2026-06-07")), ==, ACCORD_UNKNOWN);
}

/* Each day asked about alone comes to the same as all of them at once, whatever is on record. */
static void
test_days_add_up (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (AccordMember) member = member_of (c);
      g_autoptr (GListStore) memberships = memberships_of (c);
      g_autoptr (GListStore) leaves = leaves_of (c);
      g_autoptr (GListStore) holidays = holidays_of (c);
      g_autoptr (AccordAvailability) availability
        = accord_availability_new (G_LIST_MODEL (memberships), G_LIST_MODEL (leaves), G_LIST_MODEL (holidays));
      gint64 sum = 0;

      for (AccordDate day = date_of ("2026-05-01"); day <= date_of ("2026-08-31"); day++)
        sum += accord_availability_get_days (availability, member, day, day);
      g_assert_cmpint (ABS (sum - accord_availability_get_days (availability, member, date_of ("2026-05-01"),
                                                                date_of ("2026-08-31"))), <, 100);
    }
}

static void
test_ramp (void)
{
  const struct
  {
    const char *typed;
    const char *stored; /* NULL: refused */
  } typed[] = {
    { "", "" }, { "25, 50, 75", "25%,50%,75%" }, { "25 %; 50 %;75%", "25%,50%,75%" }, { "12.5 100", "12.5%,100%" },
    { "25\u00a0%,50\u00a0%", "25%,50%" }, { " , ", "" }, { "101", NULL }, { "a half", NULL }, { "-5", NULL }, { "%", NULL },
  };
  const char *const refused[] = { "25", "25%,", "25%,,50%", "101%", "x", "25%;50%", " ", "-1%" };
  g_autoptr (GString) many = g_string_new ("1%");
  g_autoptr (GArray) longest = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ramp = accord_ramp_parse_percent (typed[i].typed, &error);
      g_autoptr (GArray) again = NULL;
      g_autofree char *text = NULL;

      if (typed[i].stored == NULL)
        {
          g_assert_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE);
          g_assert_null (ramp);
          continue;
        }
      g_assert_no_error (error);
      text = accord_ramp_to_text (ramp);
      g_assert_cmpstr (text, ==, typed[i].stored);
      again = accord_ramp_parse (text, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (again->data, again->len * sizeof (AccordRate), ramp->data, ramp->len * sizeof (AccordRate));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_ramp_parse (refused[i], &error));
      g_assert_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE);
    }

  for (int i = 1; i < ACCORD_RAMP_MAX; i++)
    g_string_append (many, ",1%");
  longest = accord_ramp_parse (many->str, NULL);
  g_assert_cmpuint (longest->len, ==, ACCORD_RAMP_MAX);
  g_string_append (many, ",1%");
  g_assert_null (accord_ramp_parse (many->str, NULL));
}

static void
test_member_validates (void)
{
  g_autoptr (AccordMember) member = accord_member_new ();
  g_autoptr (GError) error = NULL;

  accord_member_set_name (member, "Joe");
  accord_member_set_ramp (member, "25%,50%");
  g_assert_true (accord_record_validate (member, &error));
  accord_member_set_ramp (member, "25%,150%");
  g_assert_false (accord_record_validate (member, &error));
  g_assert_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "2"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/availability/table", test_table);
  g_test_add_func ("/availability/factor", test_factor);
  g_test_add_func ("/availability/days-add-up", test_days_add_up);
  g_test_add_func ("/availability/ramp", test_ramp);
  g_test_add_func ("/availability/member-validates", test_member_validates);

  return g_test_run ();
}
