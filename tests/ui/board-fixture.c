/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * board-fixture WORKSPACE WORD TITLE...: gives the cards with these titles what the board alone cannot give them, or
 * makes them.
 *
 *   strength, weakness, opportunity, threat
 *            new cards at the end of that quadrant of the team's board of 2026
 *   vote     three votes by the first anonymous voter
 *   ask      an ask to Marketing
 *   action   an action that is open
 *   done     an action that is done
 *   resolve  a day on which it was settled, 2026-11-02
 *   carry    a card of the year before that it goes on with
 *   cover    its board is covered
 *   reveal   its board is not covered
 *   unvote   no vote for any card, and no board with rules of its own, whatever the title
 *   carry-all
 *            every card of the team's board of the year that stands in a title's place, on the board of the year after it
 */
#include "accord-action.h"
#include "accord-ask.h"
#include "accord-board-change.h"
#include "accord-enums.h"

static AccordCard *
find_card (AccordWorkspace *workspace,
           const char      *title)
{
  GListModel *cards = accord_workspace_get_list (workspace, ACCORD_TYPE_CARD);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);

      if (g_str_equal (accord_card_get_title (card), title))
        return card;
    }
  g_printerr ("board-fixture: no card “%s”\n", title);
  exit (1);
}

static void
give_vote (AccordChange    *change,
           AccordWorkspace *workspace,
           AccordCard      *card)
{
  const AccordVoter voter = { 0, 1 };

  accord_vote_change_give (change, workspace, card, &voter, 3);
}

static void
give_ask (AccordChange    *change,
          AccordWorkspace *workspace,
          AccordCard      *card)
{
  g_autoptr (AccordAsk) ask = accord_ask_new ();

  accord_ask_set_card (ask, accord_record_get_id (ACCORD_RECORD (card)));
  accord_ask_set_department (ask, "Marketing");
  accord_ask_set_what (ask, "More leads");
  accord_change_put (change, ask);
}

static void
give_action (AccordChange *change,
             AccordCard   *card,
             AccordDate    done)
{
  g_autoptr (AccordAction) action = accord_action_new ();

  accord_action_set_card (action, accord_record_get_id (ACCORD_RECORD (card)));
  accord_action_set_what (action, "Call them");
  accord_action_set_done (action, done);
  accord_change_put (change, action);
}

static void
give_past (AccordChange    *change,
           AccordWorkspace *workspace,
           AccordCard      *card)
{
  g_autoptr (AccordCard) before = accord_record_copy (card);
  g_autoptr (AccordCard) draft = accord_record_copy (card);

  accord_record_set_id (ACCORD_RECORD (before), accord_workspace_reserve_id (workspace, ACCORD_TYPE_CARD));
  accord_card_set_year (before, accord_card_get_year (card) - 1);
  accord_card_set_carried_from (draft, accord_record_get_id (ACCORD_RECORD (before)));
  accord_change_put (change, before);
  accord_change_put (change, draft);
}

static void
cover (AccordChange    *change,
       AccordWorkspace *workspace,
       AccordCard      *card,
       gboolean         covered)
{
  const AccordBoardScope scope = { accord_card_get_year (card), accord_card_get_territory (card) };
  g_autoptr (AccordBoardRules) rules = accord_board_change_draft_rules (workspace, &scope);

  accord_board_rules_set_covered (rules, covered);
  accord_change_put (change, rules);
}

static void
remove_all (AccordChange    *change,
            AccordWorkspace *workspace,
            GType            type)
{
  GListModel *list = accord_workspace_get_list (workspace, type);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AccordRecord) record = g_list_model_get_item (list, i);

      accord_change_remove (change, record);
    }
}

static void
give (AccordChange    *change,
      AccordWorkspace *workspace,
      const char      *word,
      AccordCard      *card)
{
  const AccordDate day = accord_date_new (2026, 11, 2);

  if (g_str_equal (word, "vote"))
    give_vote (change, workspace, card);
  else if (g_str_equal (word, "ask"))
    give_ask (change, workspace, card);
  else if (g_str_equal (word, "action"))
    give_action (change, card, ACCORD_DATE_NONE);
  else if (g_str_equal (word, "done"))
    give_action (change, card, day);
  else if (g_str_equal (word, "carry"))
    give_past (change, workspace, card);
  else if (g_str_equal (word, "cover") || g_str_equal (word, "reveal"))
    cover (change, workspace, card, g_str_equal (word, "cover"));
  else if (g_str_equal (word, "unvote"))
    {
      remove_all (change, workspace, ACCORD_TYPE_VOTE);
      remove_all (change, workspace, ACCORD_TYPE_BOARD_RULES);
    }
  else if (g_str_equal (word, "resolve"))
    {
      g_autoptr (AccordCard) draft = accord_record_copy (card);

      accord_card_set_resolved (draft, day);
      accord_change_put (change, draft);
    }
}

static void
add_cards (AccordWorkspace   *workspace,
           AccordQuadrant     quadrant,
           const char *const *titles,
           GError           **error)
{
  const AccordBoardScope scope = { 2026, 0 };
  g_autoptr (AccordChange) change = accord_change_new ("Fixture");

  accord_board_change_add (change, workspace, &scope, quadrant, titles, 0);
  accord_workspace_apply (workspace, change, error);
}

static void
carry_all (AccordWorkspace *workspace,
           gint64           year,
           GError         **error)
{
  g_autoptr (AccordChange) change = accord_change_new ("Fixture");
  g_autoptr (GPtrArray) cards =
    accord_board_list_all (accord_workspace_get_list (workspace, ACCORD_TYPE_CARD), year, 0);

  accord_board_change_carry (change, workspace, cards, year + 1);
  accord_workspace_apply (workspace, change, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordWorkspace) workspace = NULL;
  int quadrant;

  if (argc < 4)
    return 2;

  workspace = accord_workspace_open (argv[1], ACCORD_OPEN_DEFAULT, &error);
  if (workspace != NULL && accord_enum_from_nick (ACCORD_TYPE_QUADRANT, argv[2], &quadrant))
    {
      add_cards (workspace, (AccordQuadrant) quadrant, (const char *const *) argv + 3, &error);
      argc = 0;
    }
  else if (workspace != NULL && g_str_equal (argv[2], "carry-all"))
    {
      carry_all (workspace, g_ascii_strtoll (argv[3], NULL, 10), &error);
      argc = 0;
    }
  for (int i = 3; workspace != NULL && error == NULL && i < argc; i++)
    {
      g_autoptr (AccordChange) change = accord_change_new ("Fixture");

      give (change, workspace, argv[2], find_card (workspace, argv[i]));
      accord_workspace_apply (workspace, change, &error);
    }
  if (error != NULL)
    g_printerr ("board-fixture: %s\n", error->message);

  return error == NULL ? 0 : 1;
}
