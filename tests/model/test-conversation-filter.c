/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-conversation-filter.h"

#define ANY ACCORD_CONVERSATION_ANY
#define COACHING ACCORD_CONVERSATION_KIND_COACHING
#define PRAISE ACCORD_CONVERSATION_KIND_PRAISE
#define PLANNED ACCORD_CONVERSATION_STAGE_PLANNED
#define HELD ACCORD_CONVERSATION_STAGE_HELD

/* With member 3, called Zoë Groß: coaching, held on day 500, planned for 450. */
static AccordConversation *
conversation_new (void)
{
  AccordConversation *conversation = accord_conversation_new ();

  accord_conversation_set_number (conversation, 12);
  accord_conversation_set_member (conversation, 3);
  accord_conversation_set_kind (conversation, COACHING);
  accord_conversation_set_stage (conversation, HELD);
  accord_conversation_set_planned (conversation, 450);
  accord_conversation_set_occurred (conversation, 500);
  accord_conversation_set_purpose (conversation, "Fewer discounts");
  accord_conversation_set_facts (conversation, "Seven offers\nin ÖSTERREICH, e\314\201te\314\201");
  accord_conversation_set_review_outcome (conversation, "Better");
  accord_conversation_set_sealed (conversation, "2026-11-18T12:00:00Z");

  return conversation;
}

static void
test_match (void)
{
  static const struct
  {
    gint64 member;
    int kind, stage;
    AccordDate first, last;
    const char *text;
    gboolean matches;
  } cases[] = {
    { 0, ANY, ANY, 0, 0, NULL, TRUE },
    { 0, ANY, ANY, 0, 0, " \t", TRUE },
    /* One condition each. */
    { 3, ANY, ANY, 0, 0, NULL, TRUE },
    { 4, ANY, ANY, 0, 0, NULL, FALSE },
    { 0, COACHING, ANY, 0, 0, NULL, TRUE },
    { 0, PRAISE, ANY, 0, 0, NULL, FALSE },
    { 0, ANY, HELD, 0, 0, NULL, TRUE },
    { 0, ANY, PLANNED, 0, 0, NULL, FALSE },
    /* Days count inclusively, and held counts, not planned. */
    { 0, ANY, ANY, 500, 500, NULL, TRUE },
    { 0, ANY, ANY, 501, 0, NULL, FALSE },
    { 0, ANY, ANY, 0, 499, NULL, FALSE },
    { 0, ANY, ANY, 440, 460, NULL, FALSE },
    /* Any text, any case, any way to write the letters; the name; not what only looks like text. */
    { 0, ANY, ANY, 0, 0, "DISCOUNT", TRUE },
    { 0, ANY, ANY, 0, 0, "  fewer d ", TRUE },
    { 0, ANY, ANY, 0, 0, "discounts fewer", FALSE },
    { 0, ANY, ANY, 0, 0, "österreich", TRUE },
    { 0, ANY, ANY, 0, 0, "\303\251t\303\251", TRUE },
    { 0, ANY, ANY, 0, 0, "better", TRUE },
    { 0, ANY, ANY, 0, 0, "zoë", TRUE },
    { 0, ANY, ANY, 0, 0, "GROSS", TRUE },
    { 0, ANY, ANY, 0, 0, "2026-11", FALSE },
    { 0, ANY, ANY, 0, 0, "%", FALSE },
    /* All have to hold. */
    { 3, COACHING, HELD, 1, 900, "offers", TRUE },
    { 4, COACHING, HELD, 1, 900, "offers", FALSE },
    { 3, PRAISE, HELD, 1, 900, "offers", FALSE },
    { 3, COACHING, PLANNED, 1, 900, "offers", FALSE },
    { 3, COACHING, HELD, 1, 400, "offers", FALSE },
    { 3, COACHING, HELD, 1, 900, "orders", FALSE },
  };
  g_autoptr (AccordConversation) conversation = conversation_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordConversationFilter) filter = accord_conversation_filter_new ();

      filter->member = cases[i].member;
      filter->kind = cases[i].kind;
      filter->stage = cases[i].stage;
      filter->first = cases[i].first;
      filter->last = cases[i].last;
      accord_conversation_filter_set_text (filter, cases[i].text);
      if (accord_conversation_filter_match (filter, conversation, "Zoë Groß") != cases[i].matches)
        g_error ("case %" G_GSIZE_FORMAT, i);
    }
}

static void
test_is_set (void)
{
  g_autoptr (AccordConversationFilter) filter = accord_conversation_filter_new ();

  g_assert_false (accord_conversation_filter_is_set (filter));
  filter->first = 3;
  g_assert_false (accord_conversation_filter_is_set (filter));
  filter->kind = PRAISE;
  g_assert_true (accord_conversation_filter_is_set (filter));
  filter->kind = ANY;
  accord_conversation_filter_set_text (filter, "x");
  g_assert_true (accord_conversation_filter_is_set (filter));
  accord_conversation_filter_set_text (filter, "");
  g_assert_false (accord_conversation_filter_is_set (filter));
}

/* One that has no day at all is never filtered away by days. */
static void
test_without_a_day (void)
{
  g_autoptr (AccordConversation) conversation = accord_conversation_new ();
  g_autoptr (AccordConversationFilter) filter = accord_conversation_filter_new ();

  filter->first = 100;
  filter->last = 200;
  g_assert_true (accord_conversation_filter_match (filter, conversation, ""));
  accord_conversation_set_planned (conversation, 201);
  g_assert_false (accord_conversation_filter_match (filter, conversation, ""));
}

static void
test_order (void)
{
  /* Each line comes before the next: number, planned, occurred, entered. */
  static const struct
  {
    gint64 number;
    AccordDate planned, occurred, entered;
  } rows[] = {
    { 4, 0, 0, 0 },     { 2, 0, 0, 0 },   { 1, 900, 0, 0 },   { 8, 0, 800, 0 },
    { 7, 990, 800, 0 }, { 3, 0, 0, 700 }, { 9, 0, 600, 950 },
  };
  g_autoptr (GPtrArray) conversations = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AccordConversation *conversation = accord_conversation_new ();

      accord_conversation_set_number (conversation, rows[i].number);
      accord_conversation_set_planned (conversation, rows[i].planned);
      accord_conversation_set_occurred (conversation, rows[i].occurred);
      accord_conversation_set_entered (conversation, rows[i].entered);
      g_ptr_array_add (conversations, conversation);
    }

  for (guint i = 0; i < conversations->len; i++)
    {
      for (guint j = 0; j < conversations->len; j++)
        {
          int order = accord_conversation_compare (conversations->pdata[i], conversations->pdata[j]);

          g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        }
    }
}

static void
test_first_words (void)
{
  g_autoptr (AccordConversation) conversation = accord_conversation_new ();
  g_autofree char *nothing = accord_conversation_dup_first_words (conversation);
  g_autofree char *facts = NULL;
  g_autofree char *purpose = NULL;
  g_autofree char *many = g_strnfill (400, 'x');
  g_autofree char *cut = NULL;

  g_assert_cmpstr (nothing, ==, "");

  accord_conversation_set_purpose (conversation, " \n ");
  accord_conversation_set_facts (conversation, "\n  Seven\n\n calls\t\302\240today \n");
  facts = accord_conversation_dup_first_words (conversation);
  g_assert_cmpstr (facts, ==, "Seven calls today");

  accord_conversation_set_purpose (conversation, "Größe");
  purpose = accord_conversation_dup_first_words (conversation);
  g_assert_cmpstr (purpose, ==, "Größe");

  accord_conversation_set_purpose (conversation, many);
  cut = accord_conversation_dup_first_words (conversation);
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 121);
  g_assert_true (g_str_has_suffix (cut, "x…"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conversation-filter/match", test_match);
  g_test_add_func ("/conversation-filter/is-set", test_is_set);
  g_test_add_func ("/conversation-filter/without-a-day", test_without_a_day);
  g_test_add_func ("/conversation-filter/order", test_order);
  g_test_add_func ("/conversation-filter/first-words", test_first_words);

  return g_test_run ();
}
