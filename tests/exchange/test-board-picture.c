/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-picture-private.h"

#include "accord-action.h"
#include "accord-csv.h"
#include "accord-report.h"
#include "desk.h"

#include <math.h>
#include <string.h>

#define TODAY accord_date_new (2026, 11, 18)
#define CANARY "Kingfisher"

typedef struct
{
  char *folder;
  AccordWorkspace *workspace;
} Fixture;

static const AccordBoardScope scope = { 2026, 0 };

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->folder = desk_set_up ("USD", &fixture->workspace);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  desk_tear_down (fixture->folder, fixture->workspace);
}

static void
apply (Fixture      *fixture,
       AccordChange *change)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_no_error (error);
}

static AccordCard *
add_card (Fixture       *fixture,
          AccordQuadrant quadrant,
          const char    *title,
          const char    *detail,
          AccordAudience audience)
{
  g_autoptr (AccordChange) change = accord_change_new ("");
  g_autoptr (AccordCard) card = accord_card_new ();

  accord_card_set_year (card, scope.year);
  accord_card_set_quadrant (card, quadrant);
  accord_card_set_position (card, (gint64) g_list_model_get_n_items (
                                    accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_CARD)) + 1);
  accord_card_set_title (card, title);
  accord_card_set_detail (card, detail);
  accord_card_set_impact (card, 4);
  accord_card_set_likelihood (card, 3);
  accord_card_set_audience (card, audience);
  accord_change_put (change, card);
  apply (fixture, change);

  return accord_workspace_find (fixture->workspace, ACCORD_TYPE_CARD, accord_record_get_id (ACCORD_RECORD (card)));
}

static void
vote (Fixture    *fixture,
      AccordCard *card,
      guint       count)
{
  g_autoptr (AccordChange) change = accord_change_new ("");
  const AccordVoter voter = { 0, 1 };

  accord_vote_change_give (change, fixture->workspace, card, &voter, count);
  apply (fixture, change);
}

static void
merge (Fixture    *fixture,
       AccordCard *host,
       AccordCard *other)
{
  g_autoptr (AccordChange) change = accord_change_new ("");
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  g_ptr_array_add (others, other);
  accord_board_change_merge (change, fixture->workspace, host, others);
  apply (fixture, change);
}

static void
ask (Fixture        *fixture,
     AccordCard     *card,
     const char     *department,
     AccordAskStatus status)
{
  g_autoptr (AccordChange) change = accord_change_new ("");
  g_autoptr (AccordAsk) record = accord_ask_new ();

  accord_ask_set_card (record, accord_record_get_id (ACCORD_RECORD (card)));
  accord_ask_set_department (record, department);
  accord_ask_set_what (record, "A clean list");
  accord_ask_set_status (record, status);
  accord_change_put (change, record);
  apply (fixture, change);
}

static AccordBoardPicture *
make_picture (Fixture       *fixture,
              AccordAudience audience)
{
  const AccordBoardPictureOptions options = { .votes = TRUE, .audience = audience };
  g_autoptr (GError) error = NULL;
  AccordBoardPicture *picture = accord_board_picture_new (fixture->workspace, &scope, TODAY, &options, &error);

  g_assert_no_error (error);

  return picture;
}

/* Makes a file in the fixture's folder and gives its path. (transfer full) */
static char *
write_file (Fixture            *fixture,
            AccordBoardPicture *picture,
            const char         *name,
            gboolean (*write) (AccordBoardPicture *picture,
                               const char         *path,
                               gboolean            overwrite,
                               GError            **error))
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (write (picture, path, FALSE, &error));
  g_assert_no_error (error);
  desk_assert_private (path);

  /* What is there is left alone unless it may be replaced. */
  g_assert_false (write (picture, path, FALSE, &error));
  g_assert_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_EXISTS);
  g_assert_true (write (picture, path, TRUE, NULL));

  return path;
}

static char *
read_file (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

static void
fill_board (Fixture *fixture)
{
  AccordCard *host = add_card (fixture, ACCORD_QUADRANT_STRENGTH, "Customers stay", "Nobody left.", ACCORD_AUDIENCE_TEAM);
  AccordCard *under = add_card (fixture, ACCORD_QUADRANT_STRENGTH, "They renew", "", ACCORD_AUDIENCE_TEAM);
  AccordCard *settled = add_card (fixture, ACCORD_QUADRANT_THREAT, "A free rival", "", ACCORD_AUDIENCE_TEAM);
  g_autoptr (AccordChange) change = accord_change_new ("");
  g_autoptr (AccordCard) draft = NULL;
  g_autoptr (AccordAction) action = accord_action_new ();

  merge (fixture, host, under);
  vote (fixture, host, 2);
  vote (fixture, under, 1);
  ask (fixture, host, "Product", ACCORD_ASK_STATUS_AGREED);
  accord_action_set_what (action, "Call them");
  accord_action_set_card (action, accord_record_get_id (ACCORD_RECORD (host)));
  accord_change_put (change, action);
  draft = accord_record_copy (settled);
  accord_card_set_resolved (draft, TODAY - 10);
  accord_card_set_outcome (draft, "They gave up.");
  accord_change_put (change, draft);
  apply (fixture, change);
}

static void
test_pdf (Fixture      *fixture,
          gconstpointer user_data)
{
  g_autoptr (AccordBoardPicture) picture = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  static const char *const words[] = {
    "SWOT 2026", "Sales East", "Strengths", "Weaknesses", "Opportunities", "Threats", "Helpful", "Harmful", "Internal",
    "External", "Customers stay", "Nobody left.", "3 votes", "+1", "Product: Agreed", "0 of 1 done", "Ours", "Resolved",
  };

  fill_board (fixture);
  picture = make_picture (fixture, ACCORD_AUDIENCE_TEAM);
  path = write_file (fixture, picture, "board.pdf", accord_board_picture_write_pdf);
  text = desk_read_pdf (path, FALSE);
  if (text == NULL)
    return;
  g_assert_cmpuint (desk_count (text, "\f"), ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("“%s” is not in the picture:\n%s", words[i], text);
  /* What lies under another card is counted, not drawn. */
  g_assert_null (strstr (text, "They renew"));
}

static void
ignore_element (GMarkupParseContext *context,
                const char          *name,
                const char         **names,
                const char         **values,
                gpointer             data,
                GError             **error)
{
  guint *n = data;

  *n += g_str_equal (name, "title") || g_str_equal (name, "desc");
}

static void
test_svg (Fixture      *fixture,
          gconstpointer user_data)
{
  const GMarkupParser parser = { .start_element = ignore_element };
  g_autoptr (AccordBoardPicture) picture = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  fill_board (fixture);
  add_card (fixture, ACCORD_QUADRANT_WEAKNESS, "Price <&> \"terms\"", "", ACCORD_AUDIENCE_TEAM);
  picture = make_picture (fixture, ACCORD_AUDIENCE_TEAM);
  path = write_file (fixture, picture, "board.svg", accord_board_picture_write_svg);
  text = read_file (path);
  context = g_markup_parse_context_new (&parser, 0, &n, NULL);
  g_assert_true (g_markup_parse_context_parse (context, text, -1, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  g_assert_nonnull (strstr (text, "1. Customers stay – Nobody left. (Ours · Impact 4 of 5 · 3 votes"));
}

static void
test_png (Fixture      *fixture,
          gconstpointer user_data)
{
  g_autoptr (AccordBoardPicture) picture = NULL;
  g_autofree char *path = NULL;
  cairo_surface_t *surface;

  fill_board (fixture);
  picture = make_picture (fixture, ACCORD_AUDIENCE_TEAM);
  path = write_file (fixture, picture, "board.png", accord_board_picture_write_png);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, (int) ceil (2 * picture->width));
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, (int) ceil (2 * picture->height));
  cairo_surface_destroy (surface);
}

static void
test_same (Fixture      *fixture,
           gconstpointer user_data)
{
  static const struct
  {
    const char *names[2];
    gboolean (*write) (AccordBoardPicture *picture,
                       const char         *path,
                       gboolean            overwrite,
                       GError            **error);
  } kinds[] = { { { "a.pdf", "b.pdf" }, accord_board_picture_write_pdf },
                { { "a.svg", "b.svg" }, accord_board_picture_write_svg },
                { { "a.png", "b.png" }, accord_board_picture_write_png } };

  fill_board (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GBytes *bytes[2];

      for (guint j = 0; j < 2; j++)
        {
          g_autoptr (AccordBoardPicture) picture = make_picture (fixture, ACCORD_AUDIENCE_TEAM);
          g_autofree char *path = write_file (fixture, picture, kinds[i].names[j], kinds[i].write);
          char *data = NULL;
          gsize size = 0;

          g_assert_true (g_file_get_contents (path, &data, &size, NULL));
          bytes[j] = g_bytes_new_take (data, size);
        }
      g_assert_true (g_bytes_equal (bytes[0], bytes[1]));
      g_bytes_unref (bytes[0]);
      g_bytes_unref (bytes[1]);
    }
}

/* Forty cards a quadrant: every one of them is there, once, and in print that can be read. */
static void
test_many (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autoptr (AccordBoardPicture) picture = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < ACCORD_BOARD_N_QUADRANTS * 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Card-%03d", i);

      add_card (fixture, (AccordQuadrant) (i % 4), title, "What it is about, in a line or two of text.",
                ACCORD_AUDIENCE_TEAM);
    }
  picture = make_picture (fixture, ACCORD_AUDIENCE_TEAM);
  g_assert_cmpuint (accord_board_picture_get_n_pages (picture), ==, 1);
  path = write_file (fixture, picture, "board.pdf", accord_board_picture_write_pdf);
  g_assert_cmpuint (accord_board_picture_get_n_pages (picture), >, 2);
  text = desk_read_pdf (path, FALSE);
  if (text == NULL)
    return;
  g_assert_cmpuint (desk_count (text, "\f"), ==, accord_board_picture_get_n_pages (picture));
  for (int i = 0; i < ACCORD_BOARD_N_QUADRANTS * 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Card-%03d", i);

      g_assert_cmpuint (desk_count (text, title), ==, 1);
    }
  g_assert_nonnull (strstr (text, "Strengths, continued"));
}

/* Nothing to draw, sheets too small for anything, and texts without end: there is a picture all the same. */
static void
test_odd_boards (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autofree char *endless = g_strnfill (5000, 'x');
  g_autoptr (AccordBoardPicture) empty = make_picture (fixture, ACCORD_AUDIENCE_TEAM);
  g_autoptr (AccordBoardPicture) full = NULL;

  accord_board_picture_set_paper (empty, 842, 595);
  g_assert_cmpuint (accord_board_picture_get_n_pages (empty), ==, 1);

  for (int i = 0; i < 8; i++)
    add_card (fixture, ACCORD_QUADRANT_OPPORTUNITY, endless, endless, ACCORD_AUDIENCE_TEAM);
  full = make_picture (fixture, ACCORD_AUDIENCE_TEAM);
  g_assert_cmpfloat (full->height, <, 3000);
  accord_board_picture_set_paper (full, 842, 595);
  g_assert_cmpuint (accord_board_picture_get_n_pages (full), ==, 1);
  accord_board_picture_set_paper (full, 120, 90);
  g_assert_cmpuint (accord_board_picture_get_n_pages (full), >, 1);
  g_assert_cmpuint (accord_board_picture_get_n_pages (full), <=, 8);
}

static void
test_covered (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (AccordBoardPicture) picture = NULL;
  g_autoptr (AccordChange) change = accord_change_new ("");
  g_autoptr (AccordBoardRules) rules = accord_board_change_draft_rules (fixture->workspace, &scope);
  g_autofree char *svg = NULL;
  g_autofree char *drawn = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *text = NULL;

  fill_board (fixture);
  accord_board_rules_set_covered (rules, TRUE);
  accord_change_put (change, rules);
  apply (fixture, change);
  picture = make_picture (fixture, ACCORD_AUDIENCE_TEAM);
  svg = write_file (fixture, picture, "board.svg", accord_board_picture_write_svg);
  pdf = write_file (fixture, picture, "board.pdf", accord_board_picture_write_pdf);
  drawn = read_file (svg);
  g_assert_null (strstr (drawn, "Customers"));
  text = desk_read_pdf (pdf, FALSE);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Strengths"));
  g_assert_null (strstr (text, "Customers"));
  g_assert_null (strstr (text, "Product"));
}

/* A card for the manager, one that lies under a card for everybody, what was asked because of it, and the votes for it. */
static void
fill_with_canaries (Fixture *fixture)
{
  AccordCard *host = add_card (fixture, ACCORD_QUADRANT_STRENGTH, "Customers stay", "", ACCORD_AUDIENCE_TEAM);
  AccordCard *hidden = add_card (fixture, ACCORD_QUADRANT_THREAT, CANARY " alone", CANARY, ACCORD_AUDIENCE_MANAGER);
  AccordCard *under = add_card (fixture, ACCORD_QUADRANT_STRENGTH, CANARY " under", CANARY, ACCORD_AUDIENCE_MANAGER);
  AccordCard *deep = add_card (fixture, ACCORD_QUADRANT_THREAT, CANARY " deep", CANARY, ACCORD_AUDIENCE_MANAGER);
  g_autoptr (AccordChange) change = accord_change_new ("");
  g_autoptr (AccordAction) action = accord_action_new ();

  ask (fixture, hidden, CANARY, ACCORD_ASK_STATUS_ASKED);
  ask (fixture, under, CANARY, ACCORD_ASK_STATUS_ASKED);
  vote (fixture, under, 5);
  merge (fixture, host, under);
  merge (fixture, hidden, deep);
  accord_action_set_what (action, CANARY);
  accord_action_set_card (action, accord_record_get_id (ACCORD_RECORD (host)));
  accord_action_set_audience (action, ACCORD_AUDIENCE_MANAGER);
  accord_change_put (change, action);
  apply (fixture, change);
}

static void
test_audience (Fixture      *fixture,
               gconstpointer user_data)
{
  fill_with_canaries (fixture);
  for (int audience = ACCORD_AUDIENCE_TEAM; audience <= ACCORD_AUDIENCE_HR; audience++)
    {
      g_autoptr (AccordBoardPicture) picture = make_picture (fixture, audience);
      const AccordBoardCopy *copy = accord_board_picture_get_copy (picture);
      const AccordBoardCopyCard *host = g_ptr_array_index (copy->quadrants[ACCORD_QUADRANT_STRENGTH], 0);
      const gboolean sees = audience > ACCORD_AUDIENCE_TEAM;
      char *names[] = { g_strdup_printf ("%d.svg", audience), g_strdup_printf ("%d.pdf", audience),
                                   g_strdup_printf ("%d.csv", audience) };
      g_autofree char *svg = write_file (fixture, picture, names[0], accord_board_picture_write_svg);
      g_autofree char *pdf = write_file (fixture, picture, names[1], accord_board_picture_write_pdf);
      g_autofree char *csv = g_build_filename (fixture->folder, names[2], NULL);
      g_autofree char *drawn = read_file (svg);
      g_autofree char *text = desk_read_pdf (pdf, FALSE);
      g_autofree char *table = NULL;

      g_assert_true (accord_board_copy_write_csv (copy, csv, FALSE, NULL));
      table = read_file (csv);
      g_assert_true ((strstr (drawn, CANARY) != NULL) == sees);
      g_assert_true ((strstr (table, CANARY) != NULL) == sees);
      g_assert_true (text == NULL || (strstr (text, CANARY) != NULL) == sees);
      g_assert_cmpuint (copy->quadrants[ACCORD_QUADRANT_STRENGTH]->len, ==, 1);
      g_assert_cmpuint (copy->quadrants[ACCORD_QUADRANT_THREAT]->len, ==, sees ? 1 : 0);
      /* The one on the board, the one under it, and the one under a card that is seen. */
      g_assert_cmpuint (copy->n_left_out, ==, sees ? 0 : 3);
      /* Numbers would tell as well. */
      g_assert_cmpuint (host->votes, ==, sees ? 5 : 0);
      g_assert_cmpuint (host->merged->len, ==, sees ? 1 : 0);
      g_assert_cmpuint (host->asks->len, ==, sees ? 1 : 0);
      g_assert_cmpuint (host->n_actions, ==, sees ? 1 : 0);
      g_assert_true (copy->has_votes == sees);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        g_clear_pointer (&names[i], g_free);
    }
}

static const char *
cell (AccordCsv  *csv,
      guint       row,
      const char *column)
{
  for (guint i = 0; i < accord_csv_get_n_cells (csv, 0); i++)
    if (g_str_equal (accord_csv_get_cell (csv, 0, i), column))
      return accord_csv_get_cell (csv, row, i);

  g_error ("there is no column “%s”", column);
}

static void
test_csv (Fixture      *fixture,
          gconstpointer user_data)
{
  g_autoptr (AccordBoardPicture) picture = NULL;
  g_autoptr (AccordCsv) csv = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "board.csv", NULL);

  fill_board (fixture);
  add_card (fixture, ACCORD_QUADRANT_THREAT, "=1+1", "", ACCORD_AUDIENCE_TEAM);
  picture = make_picture (fixture, ACCORD_AUDIENCE_TEAM);
  g_assert_true (accord_board_copy_write_csv (accord_board_picture_get_copy (picture), path, FALSE, &error));
  g_assert_no_error (error);
  csv = accord_csv_load (path, NULL, ",", &error);
  g_assert_no_error (error);

  g_assert_cmpuint (accord_csv_get_n_rows (csv), ==, 1 + 4);
  g_assert_cmpstr (cell (csv, 1, "year"), ==, "2026");
  g_assert_cmpstr (cell (csv, 1, "scope"), ==, "team");
  g_assert_cmpstr (cell (csv, 1, "quadrant"), ==, "strength");
  g_assert_cmpstr (cell (csv, 1, "position"), ==, "1");
  g_assert_cmpstr (cell (csv, 1, "title"), ==, "Customers stay");
  g_assert_cmpstr (cell (csv, 1, "priority"), ==, "12");
  g_assert_cmpstr (cell (csv, 1, "votes"), ==, "3");
  g_assert_cmpstr (cell (csv, 1, "asks"), ==, "Product: agreed");
  g_assert_cmpstr (cell (csv, 1, "actions"), ==, "1");
  g_assert_cmpstr (cell (csv, 1, "actions_done"), ==, "0");
  g_assert_cmpstr (cell (csv, 2, "title"), ==, "They renew");
  g_assert_cmpstr (cell (csv, 2, "merged_under"), ==, "Customers stay");
  g_assert_cmpstr (cell (csv, 2, "position"), ==, "");
  g_assert_cmpstr (cell (csv, 2, "votes"), ==, "");
  g_assert_cmpstr (cell (csv, 3, "status"), ==, "resolved");
  g_assert_cmpstr (cell (csv, 3, "outcome"), ==, "They gave up.");
  g_assert_cmpstr (cell (csv, 3, "votes"), ==, "0");
  g_assert_cmpstr (cell (csv, 4, "title"), ==, "'=1+1");
  g_assert_cmpstr (cell (csv, 4, "position"), ==, "2");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/board-picture/pdf", Fixture, NULL, set_up, test_pdf, tear_down);
  g_test_add ("/board-picture/svg", Fixture, NULL, set_up, test_svg, tear_down);
  g_test_add ("/board-picture/png", Fixture, NULL, set_up, test_png, tear_down);
  g_test_add ("/board-picture/same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/board-picture/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/board-picture/odd-boards", Fixture, NULL, set_up, test_odd_boards, tear_down);
  g_test_add ("/board-picture/covered", Fixture, NULL, set_up, test_covered, tear_down);
  g_test_add ("/board-picture/audience", Fixture, NULL, set_up, test_audience, tear_down);
  g_test_add ("/board-picture/csv", Fixture, NULL, set_up, test_csv, tear_down);

  return g_test_run ();
}
