/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The planning view with many members: how long it takes to its first frame, and what one keystroke costs until its frame
 * is drawn, typing a quota and typing a commitment. Figures are CPU time of the main thread, which is all the work there
 * is, beside floors of the same run: a list of as many empty rows, and one text entry. It prints; it judges nothing.
 *
 *   bench-planning WORKSPACE...     one line each; give a small workspace too, for comparison
 */
#include "accord-clock.h"
#include "accord-goal.h"
#include "accord-goals-page.h"
#include "accord-membership.h"
#include "accord-planning-grid.h"
#include "accord-quota.h"
#include "accord-season-history.h"
#include "frames.h"
#include "timing.h"

#define KEYS 200
#define ROLLS 100000
/* Of 60 frames a second. */
#define FRAME "frame 16.7"

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
open_window (GtkWidget *child,
             guint     *frames)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 780);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  frames_count (window, frames);
  frames_wait (frames);

  return window;
}

/* One key after another into text, each until its frame is drawn. */
static GArray *
type (GtkWidget *window,
      guint     *frames,
      GtkWidget *text)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < KEYS; i++)
    {
      char key[2] = { (char) ('1' + i % 9), '\0' };
      int position = -1;
      double begin, taken;

      if (i % 7 == 0)
        gtk_editable_set_text (GTK_EDITABLE (text), "");
      settle ();
      begin = timing_cpu_ms ();
      position = (int) strlen (gtk_editable_get_text (GTK_EDITABLE (text)));
      gtk_editable_insert_text (GTK_EDITABLE (text), key, 1, &position);
      frames_wait (frames);
      taken = timing_cpu_ms () - begin;
      g_array_append_val (times, taken);
    }

  return times;
}

static AccordPlanningGrid *
find_grid (GtkWidget *widget)
{
  if (ACCORD_IS_PLANNING_GRID (widget))
    return ACCORD_PLANNING_GRID (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AccordPlanningGrid *found = find_grid (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type_column (AccordPlanningGrid  *grid,
             GtkWidget           *window,
             guint               *frames,
             AccordPlanningColumn column,
             const char          *what)
{
  g_autoptr (GArray) times = NULL;

  accord_sheet_move_to (ACCORD_SHEET (grid), 1, column, FALSE);
  settle ();
  if (!accord_sheet_begin_edit (ACCORD_SHEET (grid), NULL))
    return;
  times = type (window, frames, GTK_WIDGET (accord_sheet_get_editor (ACCORD_SHEET (grid))));
  timing_print (what, times, FRAME);
  accord_sheet_cancel_edit (ACCORD_SHEET (grid));
}

/* What storing costs, which happens once a cell and not a key. */
static void
store_cells (AccordPlanningGrid *grid,
             GtkWidget          *window,
             guint              *frames)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  accord_sheet_move_to (ACCORD_SHEET (grid), 1, ACCORD_PLANNING_COLUMN_QUOTA, FALSE);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *amount = g_strdup_printf ("%u", 900000 + i);
      double begin, taken;

      if (!accord_sheet_begin_edit (ACCORD_SHEET (grid), amount))
        return;
      settle ();
      begin = timing_cpu_ms ();
      if (!accord_sheet_end_edit (ACCORD_SHEET (grid)))
        return;
      accord_sheet_step_row (ACCORD_SHEET (grid), 1);
      frames_wait (frames);
      settle ();
      taken = timing_cpu_ms () - begin;
      g_array_append_val (times, taken);
    }
  timing_print ("storing a quota, and the next cell", times, FRAME);
}

static void
measure_model (AccordWorkspace *workspace,
               int              year)
{
  int fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace));
  GListModel *members = accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBER);
  guint n = g_list_model_get_n_items (members);
  g_autoptr (AccordTeamRollUp) roll_up = NULL;
  AccordMemberFigures figures = ACCORD_MEMBER_FIGURES_INIT;
  double begin = timing_cpu_ms (), read, rolled, season;
  gint64 weights[4];

  roll_up = accord_team_roll_up_read (members, accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBERSHIP),
                                      accord_workspace_get_list (workspace, ACCORD_TYPE_PLAN),
                                      accord_workspace_get_list (workspace, ACCORD_TYPE_COMMITMENT),
                                      accord_workspace_get_list (workspace, ACCORD_TYPE_QUOTA), year, fiscal_start,
                                      accord_clock_today ());
  read = timing_cpu_ms () - begin;
  begin = timing_cpu_ms ();
  for (guint i = 0; i < ROLLS; i++)
    {
      AccordRollUpTotals totals;

      figures.quota = figures.commitment = i;
      accord_team_roll_up_set (roll_up, 1 + i % n, 1, &figures);
      accord_team_roll_up_get_territory (roll_up, 1, &totals);
      accord_team_roll_up_get_team (roll_up, &totals);
    }
  rolled = (timing_cpu_ms () - begin) / ROLLS;
  begin = timing_cpu_ms ();
  accord_season_read (workspace, year, accord_clock_today (), weights);
  season = timing_cpu_ms () - begin;
  g_print ("  %-36s %.2f ms read, %.5f ms an edit; the season %.0f ms, once\n", "the roll-up alone", read, rolled, season);
}

static gboolean
measure (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordWorkspace) workspace = accord_workspace_open (path, ACCORD_OPEN_DEFAULT, &error);
  g_autoptr (AccordPeriod) period = NULL;
  GtkWidget *window, *page;
  AccordPlanningGrid *grid;
  guint frames = 0;
  double begin;

  if (workspace == NULL)
    {
      g_printerr ("bench-planning: %s: %s\n", path, error->message);
      return FALSE;
    }
  period = accord_period_new_for_date (accord_clock_today (), (int) accord_settings_get_fiscal_start (
                                                                 accord_workspace_get_settings (workspace)));
  begin = timing_cpu_ms ();
  g_print ("%s: %u members", path,
           g_list_model_get_n_items (accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBER)));
  accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBERSHIP);
  accord_workspace_get_list (workspace, ACCORD_TYPE_PLAN);
  accord_workspace_get_list (workspace, ACCORD_TYPE_COMMITMENT);
  accord_workspace_get_list (workspace, ACCORD_TYPE_QUOTA);
  accord_workspace_get_list (workspace, ACCORD_TYPE_GOAL);
  g_print (", lists read in %.0f ms\n", timing_cpu_ms () - begin);
  measure_model (workspace, accord_period_get_year (period));

  for (int plan = 0; plan < 2; plan++)
    {
      g_autoptr (GSettings) settings = g_settings_new (ACCORD_APPLICATION_ID);

      g_settings_set_string (settings, "goals-view", plan ? "plan" : "cards");
      frames = 0;
      begin = timing_cpu_ms ();
      page = g_object_new (ACCORD_TYPE_GOALS_PAGE, "period", period, "workspace", workspace, NULL);
      window = open_window (page, &frames);
      g_print ("  %-36s %.0f ms\n", plan ? "plan, to the first frame" : "cards, to the first frame", timing_cpu_ms () - begin);
      settle ();
      if (plan)
        break;
      gtk_window_destroy (GTK_WINDOW (window));
    }
  grid = find_grid (page);
  type_column (grid, window, &frames, ACCORD_PLANNING_COLUMN_QUOTA, "a key of a quota");
  type_column (grid, window, &frames, ACCORD_PLANNING_COLUMN_COMMITMENT, "a key of a commitment");
  store_cells (grid, window, &frames);
  gtk_window_destroy (GTK_WINDOW (window));

  return TRUE;
}

static void
on_floor_setup (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_inscription_new ("1,000,000"));
}

/* What GTK takes for as many rows and columns of nothing, and for a key in an entry. */
static void
measure_floor (guint n)
{
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *view, *window, *entry = gtk_entry_new ();
  g_autoptr (GArray) times = NULL;
  guint frames = 0;
  double begin;

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (rows, "");
  begin = timing_cpu_ms ();
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (rows)))));
  for (guint i = 0; i < ACCORD_PLANNING_N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Column", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (on_floor_setup), NULL);
      gtk_column_view_column_set_fixed_width (column, 110);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  window = open_window (scrolled, &frames);
  g_print ("floor\n  %-36s %.0f ms\n", "empty rows, to the first frame", timing_cpu_ms () - begin);
  gtk_window_destroy (GTK_WINDOW (window));

  frames = 0;
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  window = open_window (entry, &frames);
  gtk_widget_grab_focus (entry);
  times = type (window, &frames, entry);
  timing_print ("a key in an entry", times, FRAME);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  int status = 0;

  gtk_init ();
  adw_init ();
  measure_floor (2000);
  for (int i = 1; i < argc; i++)
    if (!measure (argv[i]))
      status = 1;

  return status;
}
