/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "accord-board-change.h"

/* carry-board WORKSPACE YEAR: every card of the team's board of that year goes over to the next. */
int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (AccordChange) change = accord_change_new ("Carry");
  g_autoptr (GPtrArray) cards = NULL;
  gint64 year;

  if (argc != 3)
    return EXIT_FAILURE;

  year = g_ascii_strtoll (argv[2], NULL, 10);
  workspace = accord_workspace_open (argv[1], ACCORD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  cards = accord_board_list_all (accord_workspace_get_list (workspace, ACCORD_TYPE_CARD), year, 0);
  accord_board_change_carry (change, workspace, cards, year + 1);
  accord_workspace_apply (workspace, change, &error);
  g_assert_no_error (error);

  return EXIT_SUCCESS;
}
