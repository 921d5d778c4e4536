/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-holiday-lines.h"

#include "accord-holiday.h"

static GListStore *
known_holidays (void)
{
  GListStore *list = g_list_store_new (ACCORD_TYPE_HOLIDAY);
  g_autoptr (AccordHoliday) christmas = accord_holiday_new ();

  accord_record_set_id (ACCORD_RECORD (christmas), 7);
  accord_holiday_set_day (christmas, accord_date_new (2026, 12, 25));
  accord_holiday_set_name (christmas, "Christmas");
  g_list_store_append (list, christmas);

  return list;
}

static void
test_lines (void)
{
  g_autoptr (GListStore) known = known_holidays ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts
    = accord_holiday_parse_lines ("2026-12-25 Christmas Day\r\n\n  2027-01-01\tNew Year; a Friday\n2027-05-31,Memorial Day\n"
                                  "2027-07-05;  Independence Day (observed)\n2027-05-31 \n2027-09-06",
                                  G_LIST_MODEL (known), &error);
  const struct
  {
    gint64 id;
    AccordDate day;
    const char *name;
  } wanted[] = {
    { 7, accord_date_new (2026, 12, 25), "Christmas Day" },
    { 0, accord_date_new (2027, 1, 1), "New Year; a Friday" },
    { 0, accord_date_new (2027, 5, 31), "Memorial Day" },
    { 0, accord_date_new (2027, 7, 5), "Independence Day (observed)" },
    { 0, accord_date_new (2027, 9, 6), "" },
  };

  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < drafts->len; i++)
    {
      g_assert_cmpint (accord_record_get_id (drafts->pdata[i]), ==, wanted[i].id);
      g_assert_cmpint (accord_holiday_get_day (drafts->pdata[i]), ==, wanted[i].day);
      g_assert_cmpstr (accord_holiday_get_name (drafts->pdata[i]), ==, wanted[i].name);
    }
}

static void
test_refused (void)
{
  const char *const texts[] = { "2026-02-30 No such day", "Christmas 2026-12-25", "2026-12-2512", "2026-1-1 New Year" };
  g_autoptr (GListStore) known = known_holidays ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strdup_printf ("2026-01-01 First\n%s", texts[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_holiday_parse_lines (text, G_LIST_MODEL (known), &error));
      g_assert_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE);
      g_assert_nonnull (strstr (error->message, "Line 2"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holiday-lines/lines", test_lines);
  g_test_add_func ("/holiday-lines/refused", test_refused);

  return g_test_run ();
}
