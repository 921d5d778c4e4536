/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-commitment-query.h"

static void
add_version (GListStore *list,
             gint64      member,
             int         year,
             gint64      version,
             AccordDate  committed_on)
{
  g_autoptr (AccordCommitment) commitment = accord_commitment_new ();

  accord_commitment_set_member (commitment, member);
  accord_commitment_set_year (commitment, year);
  accord_commitment_set_version (commitment, version);
  accord_commitment_set_committed_on (commitment, committed_on);
  g_list_store_append (list, commitment);
}

static void
test_find (void)
{
  const AccordDate january = accord_date_new (2026, 1, 10);
  const AccordDate october = accord_date_new (2026, 10, 5);
  const struct
  {
    gint64 member;
    int year;
    AccordDate as_of;
    gint64 version; /* 0: none */
  } cases[] = {
    { 1, 2026, ACCORD_DATE_NONE, 3 },
    { 1, 2026, january - 1, 0 },
    { 1, 2026, january, 1 },
    { 1, 2026, october - 1, 1 },
    { 1, 2026, october, 3 }, /* two versions on one day */
    { 1, 2026, october + 100, 3 },
    { 1, 2025, ACCORD_DATE_NONE, 5 },
    { 2, 2026, ACCORD_DATE_NONE, 4 },
    { 2, 2025, ACCORD_DATE_NONE, 0 },
    { 3, 2026, october, 0 },
  };
  g_autoptr (GListStore) list = g_list_store_new (ACCORD_TYPE_COMMITMENT);

  /* Not in the order of their versions. */
  add_version (list, 1, 2026, 3, october);
  add_version (list, 1, 2026, 1, january);
  add_version (list, 2, 2026, 4, january);
  add_version (list, 1, 2025, 5, january);
  add_version (list, 1, 2026, 2, october);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordCommitment *found
        = accord_commitment_find (G_LIST_MODEL (list), cases[i].member, cases[i].year, cases[i].as_of);

      g_assert_cmpint (found != NULL ? accord_commitment_get_version (found) : 0, ==, cases[i].version);
    }
}

static void
test_versions (void)
{
  g_autoptr (GListStore) list = g_list_store_new (ACCORD_TYPE_COMMITMENT);
  g_autoptr (GPtrArray) versions = NULL;

  add_version (list, 1, 2026, 2, 5);
  add_version (list, 1, 2026, 3, 5);
  add_version (list, 2, 2026, 4, 5);
  add_version (list, 1, 2025, 5, 5);
  add_version (list, 1, 2026, 1, 5);
  versions = accord_commitment_list_versions (G_LIST_MODEL (list), 1, 2026);
  g_assert_cmpuint (versions->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (accord_commitment_get_version (g_ptr_array_index (versions, i)), ==, 3 - (gint64) i);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commitment/find", test_find);
  g_test_add_func ("/commitment/versions", test_versions);

  return g_test_run ();
}
