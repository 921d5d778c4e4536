/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-membership-query.h"

#define MEMBER 7

static AccordMembership *
membership_add (GListStore *list,
                gint64      territory,
                AccordDate  starts,
                AccordDate  ends)
{
  g_autoptr (AccordMembership) membership = accord_membership_new ();

  accord_record_set_id (ACCORD_RECORD (membership), g_list_model_get_n_items (G_LIST_MODEL (list)) + 1);
  accord_membership_set_member (membership, MEMBER);
  accord_membership_set_territory (membership, territory);
  accord_membership_set_starts (membership, starts);
  accord_membership_set_ends (membership, ends);
  g_list_store_append (list, membership);

  return membership;
}

static gint64
territory_on (GListStore *list,
              AccordDate  day)
{
  AccordMembership *found = accord_membership_find (G_LIST_MODEL (list), MEMBER, day);

  return found != NULL ? accord_membership_get_territory (found) : 0;
}

static void
test_find (void)
{
  g_autoptr (GListStore) list = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);

  membership_add (list, 1, ACCORD_DATE_NONE, accord_date_new (2026, 3, 31));
  membership_add (list, 2, accord_date_new (2026, 4, 1), ACCORD_DATE_NONE);

  g_assert_cmpint (territory_on (list, accord_date_new (2001, 1, 1)), ==, 1);
  g_assert_cmpint (territory_on (list, accord_date_new (2026, 3, 31)), ==, 1);
  g_assert_cmpint (territory_on (list, accord_date_new (2026, 4, 1)), ==, 2);
  g_assert_null (accord_membership_find (G_LIST_MODEL (list), MEMBER + 1, accord_date_new (2026, 4, 1)));
}

/* North until the end of March, South from May on with a detour in July, all of it in a list out of order. */
static void
test_find_in (void)
{
  enum { NORTH = 1, SOUTH, DETOUR };
  const struct
  {
    int first_month, first_day, last_month, last_day;
    gint64 territory;
  } cases[] = {
    { 1, 1, 3, 31, NORTH },
    { 3, 31, 4, 30, NORTH },  /* touched on the first day alone */
    { 4, 1, 4, 30, 0 },       /* between the two */
    { 4, 1, 5, 1, SOUTH },    /* touched on the last day alone */
    { 1, 1, 12, 31, DETOUR }, /* of all that touch the one that starts last, not the last in the list */
    { 5, 1, 7, 9, SOUTH },
    { 5, 1, 7, 10, DETOUR },
    { 7, 20, 9, 30, DETOUR },
    { 7, 21, 9, 30, SOUTH },
  };
  g_autoptr (GListStore) list = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);
  AccordMembership *other;

  membership_add (list, DETOUR, accord_date_new (2026, 7, 10), accord_date_new (2026, 7, 20));
  membership_add (list, SOUTH, accord_date_new (2026, 5, 1), ACCORD_DATE_NONE);
  membership_add (list, NORTH, ACCORD_DATE_NONE, accord_date_new (2026, 3, 31));
  other = membership_add (list, 99, accord_date_new (2026, 8, 1), ACCORD_DATE_NONE);
  accord_membership_set_member (other, MEMBER + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordMembership *found
        = accord_membership_find_in (G_LIST_MODEL (list), MEMBER,
                                     accord_date_new (2026, cases[i].first_month, cases[i].first_day),
                                     accord_date_new (2026, cases[i].last_month, cases[i].last_day));

      g_assert_cmpint (found != NULL ? accord_membership_get_territory (found) : 0, ==, cases[i].territory);
    }
}

static void
test_last_day (void)
{
  const AccordDate first = accord_date_new (2026, 10, 1);
  const AccordDate last = accord_date_new (2026, 12, 31);
  const struct
  {
    AccordDate as_of, wanted;
  } cases[] = {
    { first - 1, last }, { first, first }, { first + 40, first + 40 }, { last, last }, { last + 1, last },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (accord_membership_get_last_day (first, last, cases[i].as_of), ==, cases[i].wanted);
}

static void
apply (GListStore *list,
       GPtrArray  *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      AccordRecord *draft = g_ptr_array_index (drafts, i);

      if (accord_record_get_id (draft) == 0)
        {
          accord_record_set_id (draft, g_list_model_get_n_items (G_LIST_MODEL (list)) + 1);
          g_list_store_append (list, draft);
        }
      else
        {
          g_autoptr (AccordRecord) live = g_list_model_get_item (G_LIST_MODEL (list), (guint) accord_record_get_id (draft) - 1);

          accord_record_assign (live, draft);
        }
    }
}

/* After a move every day before it is as it was, and every day from it on is in the new territory. */
static void
test_move (void)
{
  g_autoptr (GListStore) list = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);
  const AccordDate day = accord_date_new (2026, 7, 1);
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) corrected = NULL;

  membership_add (list, 1, ACCORD_DATE_NONE, ACCORD_DATE_NONE);
  moved = accord_membership_move (G_LIST_MODEL (list), MEMBER, 2, 0, day);
  g_assert_cmpuint (moved->len, ==, 2);
  apply (list, moved);
  g_assert_cmpint (territory_on (list, day - 1), ==, 1);
  g_assert_cmpint (territory_on (list, day), ==, 2);

  again = accord_membership_move (G_LIST_MODEL (list), MEMBER, 2, 0, day + 30);
  g_assert_cmpuint (again->len, ==, 0);

  corrected = accord_membership_move (G_LIST_MODEL (list), MEMBER, 3, 0, day);
  g_assert_cmpuint (corrected->len, ==, 1);
  apply (list, corrected);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_cmpint (territory_on (list, day), ==, 3);
  g_assert_cmpint (territory_on (list, day - 1), ==, 1);
}

static void
test_present (void)
{
  g_autoptr (AccordMember) member = accord_member_new ();
  const AccordDate first = accord_date_new (2026, 1, 1);
  const AccordDate last = accord_date_new (2026, 3, 31);

  g_assert_true (accord_member_is_present (member, first, last));
  accord_member_set_started (member, last);
  g_assert_true (accord_member_is_present (member, first, last));
  accord_member_set_started (member, last + 1);
  g_assert_false (accord_member_is_present (member, first, last));
  accord_member_set_started (member, ACCORD_DATE_NONE);
  accord_member_set_left (member, first);
  g_assert_true (accord_member_is_present (member, first, last));
  accord_member_set_left (member, first - 1);
  g_assert_false (accord_member_is_present (member, first, last));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/membership/find", test_find);
  g_test_add_func ("/membership/find-in", test_find_in);
  g_test_add_func ("/membership/last-day", test_last_day);
  g_test_add_func ("/membership/move", test_move);
  g_test_add_func ("/membership/present", test_present);

  return g_test_run ();
}
