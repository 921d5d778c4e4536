/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memmem */
#endif
#include "accord-ask-export.h"

#include "accord-action.h"
#include "accord-ask.h"
#include "accord-card.h"
#include "accord-member.h"
#include "accord-report.h"
#include "accord-vote.h"
#include "desk.h"

#include <string.h>

#define TODAY accord_date_new (2026, 11, 18)
#define CANARY "Kingfisher"

typedef struct
{
  char *folder;
  AccordWorkspace *workspace;
  gint64 card;
} Fixture;

static gint64
put_card (Fixture       *fixture,
          gint64         year,
          AccordAudience audience)
{
  AccordCard *card = accord_card_new ();

  accord_card_set_year (card, year);
  accord_card_set_title (card, CANARY " title");
  accord_card_set_detail (card, CANARY " detail");
  accord_card_set_evidence (card, CANARY " evidence");
  accord_card_set_audience (card, audience);

  return desk_put (fixture->workspace, card);
}

static void
put_ask (Fixture        *fixture,
         gint64          card,
         const char     *department,
         const char     *what,
         AccordDate      needed,
         AccordAskStatus status)
{
  AccordAsk *ask = accord_ask_new ();

  accord_ask_set_card (ask, card);
  accord_ask_set_department (ask, department);
  accord_ask_set_what (ask, what);
  accord_ask_set_because (ask, "Deals wait for it.");
  accord_ask_set_needed (ask, needed);
  accord_ask_set_status (ask, status);
  if (status != ACCORD_ASK_STATUS_DRAFT)
    accord_ask_set_asked (ask, accord_date_new (2026, 10, 5));
  if (status == ACCORD_ASK_STATUS_AGREED)
    {
      accord_ask_set_reply (ask, "In the spring release.");
      accord_ask_set_replied (ask, accord_date_new (2026, 10, 9));
    }
  desk_put (fixture->workspace, ask);
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  AccordMember *member = accord_member_new ();
  AccordAction *action = accord_action_new ();
  AccordVote *vote = accord_vote_new ();
  gint64 author, hidden;

  fixture->folder = desk_set_up ("EUR", &fixture->workspace);

  accord_member_set_name (member, CANARY " Marchetti");
  author = desk_put (fixture->workspace, member);
  fixture->card = put_card (fixture, 2026, ACCORD_AUDIENCE_MANAGER);
  accord_vote_set_card (vote, fixture->card);
  accord_vote_set_member (vote, author);
  accord_vote_set_count (vote, 3);
  desk_put (fixture->workspace, vote);
  accord_action_set_what (action, CANARY " action");
  accord_action_set_card (action, fixture->card);
  accord_action_set_owner (action, author);
  desk_put (fixture->workspace, action);

  put_ask (fixture, fixture->card, "Product", "A field for the decider", accord_date_new (2026, 12, 1),
           ACCORD_ASK_STATUS_AGREED);
  put_ask (fixture, fixture->card, " product", "An export of the stages", accord_date_new (2026, 11, 20),
           ACCORD_ASK_STATUS_ASKED);
  put_ask (fixture, fixture->card, "Product", CANARY " draft", ACCORD_DATE_NONE, ACCORD_ASK_STATUS_DRAFT);
  put_ask (fixture, fixture->card, "Finance", CANARY " terms", ACCORD_DATE_NONE, ACCORD_ASK_STATUS_DECLINED);
  put_ask (fixture, fixture->card, "Legal", CANARY " clause", ACCORD_DATE_NONE, ACCORD_ASK_STATUS_DRAFT);
  put_ask (fixture, put_card (fixture, 2025, ACCORD_AUDIENCE_TEAM), "Product", CANARY " last year", ACCORD_DATE_NONE,
           ACCORD_ASK_STATUS_DONE);
  hidden = put_card (fixture, 2026, ACCORD_AUDIENCE_HR);
  put_ask (fixture, hidden, "Product", CANARY " for HR", ACCORD_DATE_NONE, ACCORD_ASK_STATUS_AGREED);
  put_ask (fixture, hidden, "Training", CANARY " course", ACCORD_DATE_NONE, ACCORD_ASK_STATUS_ASKED);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  desk_tear_down (fixture->folder, fixture->workspace);
}

/* Everything that is in the parts of a workbook, its properties too. */
static char *
read_workbook (const char *path)
{
  const char *const command[] = { "python3", "-c",
                                  "import sys, zipfile\n"
                                  "book = zipfile.ZipFile(sys.argv[1])\n"
                                  "print(''.join(book.read(name).decode() for name in book.namelist()))",
                                  path, NULL };

  return desk_read_with (command);
}

static void
test_pdf (Fixture      *fixture,
          gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "product.pdf", NULL);
  g_autofree char *text = NULL;
  g_autofree char *raw = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const words[] = {
    "Sales East", "Product", "2 asks · 2026", "A field for the decider", "An export of the stages", "Deals wait for it.",
    "Needed by", "1 Dec 2026", "Agreed", "5 Oct 2026", "Reply, 9 Oct 2026", "In the spring release.",
  };
  gsize size;

  g_assert_true (accord_ask_export_pdf (fixture->workspace, "Product", 2026, TODAY, path, &error));
  g_assert_no_error (error);
  desk_assert_private (path);
  /* The properties are not compressed. */
  g_assert_true (g_file_get_contents (path, &raw, &size, NULL));
  g_assert_null (memmem (raw, size, CANARY, strlen (CANARY)));

  text = desk_read_pdf (path, TRUE);
  if (text == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("“%s” is not on the paper:\n%s", words[i], text);
  g_assert_null (strstr (text, CANARY));
  /* What is needed first comes first. */
  g_assert_true (strstr (text, "An export") < strstr (text, "A field"));
}

static void
test_sheet (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "product.xlsx", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (accord_ask_export_sheet (fixture->workspace, "PRODUCT", 2026, TODAY, path, &error));
  g_assert_no_error (error);
  desk_assert_private (path);
  /* It may be made again. */
  g_assert_true (accord_ask_export_sheet (fixture->workspace, "Product", 2026, TODAY, path, &error));

  text = read_workbook (path);
  if (text == NULL)
    {
      g_test_skip ("there is no python3 here to read the file with");
      return;
    }
  g_assert_nonnull (strstr (text, "A field for the decider"));
  g_assert_nonnull (strstr (text, "An export of the stages"));
  g_assert_nonnull (strstr (text, "In the spring release."));
  g_assert_nonnull (strstr (text, "What Sales East asks of Product, 2026"));
  g_assert_null (strstr (text, CANARY));
  g_assert_null (strstr (text, "Finance"));
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.pdf", NULL);
  g_autoptr (GError) drafts = NULL;
  g_autoptr (GError) nothing = NULL;
  g_autoptr (GError) hidden = NULL;

  g_assert_false (accord_ask_export_pdf (fixture->workspace, "Legal", 2026, TODAY, path, &drafts));
  g_assert_error (drafts, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_NOTHING);
  g_assert_nonnull (strstr (drafts->message, "draft"));
  g_assert_false (accord_ask_export_sheet (fixture->workspace, "Marketing", 2026, TODAY, path, &nothing));
  g_assert_error (nothing, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_NOTHING);
  g_assert_null (strstr (nothing->message, "draft"));
  g_assert_false (accord_ask_export_pdf (fixture->workspace, "Training", 2026, TODAY, path, &hidden));
  g_assert_error (hidden, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_NOTHING);
  g_assert_nonnull (strstr (hidden->message, "1 ask comes from a card that is for HR alone"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* An answer as long as a letter goes on over the page. */
static void
test_long_texts (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "ops.pdf", NULL);
  g_autofree char *text = NULL;

  for (int i = 0; i < 30; i++)
    put_ask (fixture, fixture->card, "Sales Ops", "A heron", accord_date_new (2026, 12, 1), ACCORD_ASK_STATUS_AGREED);
  g_assert_true (accord_ask_export_pdf (fixture->workspace, "Sales Ops", 2026, TODAY, path, NULL));
  text = desk_read_pdf (path, TRUE);
  if (text == NULL)
    return;
  g_assert_cmpuint (desk_count (text, "A heron"), ==, 30);
  g_assert_cmpuint (desk_count (text, "\f"), >, 1);
  g_assert_nonnull (strstr (text, "page 1 of"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ask-export/pdf", Fixture, NULL, set_up, test_pdf, tear_down);
  g_test_add ("/ask-export/sheet", Fixture, NULL, set_up, test_sheet, tear_down);
  g_test_add ("/ask-export/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/ask-export/long-texts", Fixture, NULL, set_up, test_long_texts, tear_down);

  return g_test_run ();
}
