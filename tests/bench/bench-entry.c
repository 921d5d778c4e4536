/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The grid that a week is entered in with 2,000 members and five metrics: what a frame costs while it is scrolled, by the
 * wheel and by the page, and what a cell costs to store. Figures are CPU time of the main thread, which is all the work there
 * is, beside a list of the same rows and columns in plain labels, scrolled alike. It prints; it judges nothing.
 *
 *   bench-entry [MEMBERS]
 */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "accord-actuals.h"
#include "accord-entry-grid.h"
#include "accord-member.h"
#include "accord-metric.h"
#include "frames.h"
#include "timing.h"

#define METRICS 5
#define MONDAY accord_date_new (2026, 11, 16)
#define WHEEL 90.0
#define TURNS 400
#define PAGES 60
#define CELLS 40
#define GOAL "goal 8 ms"

static GPtrArray *
put_records (AccordWorkspace *workspace,
             GType            type,
             guint            n)
{
  g_autoptr (AccordChange) change = accord_change_new ("Records");
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *list = accord_workspace_get_list (workspace, type);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordRecord) record = g_object_new (type, NULL);
      g_autofree char *name = g_strdup_printf (type == ACCORD_TYPE_MEMBER ? "Member %04u" : "Metric %u", i);

      g_object_set (record, "name", name, NULL);
      accord_change_put (change, record);
    }
  timing_must (accord_workspace_apply (workspace, change, &error), error);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));

  return records;
}

static gint64
value_of (guint row,
          guint column)
{
  return (gint64) (row * 37 + column * 101) % 1500;
}

static void
put_values (AccordWorkspace *workspace,
            GPtrArray       *members,
            GPtrArray       *metrics)
{
  g_autoptr (GArray) actuals = g_array_new (FALSE, FALSE, sizeof (AccordActual));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < members->len; i++)
    for (guint j = 0; j < metrics->len; j++)
      {
        const AccordActual actual
          = { accord_record_get_id (members->pdata[i]), accord_record_get_id (metrics->pdata[j]), MONDAY, ACCORD_GRAIN_WEEK,
              value_of (i, j) * ACCORD_RATE_ONE, j % 2 == 0 ? ACCORD_SOURCE_TYPED : ACCORD_SOURCE_IMPORTED };

        g_array_append_val (actuals, actual);
      }
  timing_must (accord_actuals_put (workspace, (const AccordActual *) actuals->data, actuals->len, &error), error);
}

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

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 780);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  frames_count (window, frames);
  frames_wait (frames);
  settle ();

  return window;
}

static GtkScrolledWindow *
find_scrolled (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return GTK_SCROLLED_WINDOW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkScrolledWindow *found = find_scrolled (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* So many steps down, each until its frame is drawn. */
static void
scroll (GtkWidget  *child,
        guint      *frames,
        double      step,
        guint       n_steps,
        const char *what)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (find_scrolled (child));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  gtk_adjustment_set_value (adjustment, 0);
  frames_wait (frames);
  settle ();
  for (guint i = 0; i < n_steps; i++)
    {
      double taken = timing_cpu_ms ();

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      frames_wait (frames);
      settle ();
      taken = timing_cpu_ms () - taken;
      g_array_append_val (times, taken);
    }
  timing_print (what, times, GOAL);
}

static void
scroll_both (GtkWidget *child,
             guint     *frames)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (find_scrolled (child));

  scroll (child, frames, WHEEL, TURNS, "a turn of the wheel");
  scroll (child, frames, gtk_adjustment_get_page_size (adjustment), PAGES, "a page");
}

static void
store_cells (AccordEntryGrid *grid,
             guint           *frames)
{
  AccordSheet *sheet = ACCORD_SHEET (grid);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (find_scrolled (GTK_WIDGET (grid))), 0);
  frames_wait (frames);
  accord_sheet_move_to (sheet, 0, 0, FALSE);
  settle ();
  for (guint i = 0; i < CELLS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", 2000 + i);
      double taken = timing_cpu_ms ();

      if (!accord_sheet_begin_edit (sheet, text) || !accord_sheet_end_edit (sheet))
        g_error ("A cell was not stored");
      accord_sheet_step_row (sheet, 1);
      frames_wait (frames);
      settle ();
      taken = timing_cpu_ms () - taken;
      g_array_append_val (times, taken);
    }
  timing_print ("storing a cell, and the next one", times, "frame 16.7");
}

static void
measure_grid (AccordWorkspace *workspace,
              GPtrArray       *members,
              GPtrArray       *metrics)
{
  AccordEntryGrid *grid = g_object_new (ACCORD_TYPE_ENTRY_GRID, NULL);
  guint frames = 0;
  double taken = timing_cpu_ms ();
  GtkWidget *window;

  accord_entry_grid_show (grid, workspace, MONDAY, "Whole Team", members, metrics);
  window = open_window (GTK_WIDGET (grid), &frames);
  g_print ("the grid\n  %-36s %.0f ms\n", "to the first frame", timing_cpu_ms () - taken);
  scroll_both (GTK_WIDGET (grid), &frames);
  store_cells (grid, &frames);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  column)
{
  const guint position = gtk_list_item_get_position (item);
  g_autofree char *text = column == NULL
                            ? g_strdup (gtk_string_object_get_string (gtk_list_item_get_item (item)))
                            : g_strdup_printf ("%d", (int) value_of (position, GPOINTER_TO_UINT (column) - 1));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

/* What GTK takes for as many rows and columns of labels. */
static void
measure_floor (guint n)
{
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *view, *window;
  guint frames = 0;
  double taken = timing_cpu_ms ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Member %04u", i);

      gtk_string_list_append (rows, name);
    }
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (rows)))));
  for (guint i = 0; i <= METRICS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Column", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_fixed_width (column, 130);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  window = open_window (scrolled, &frames);
  g_print ("floor: plain labels\n  %-36s %.0f ms\n", "to the first frame", timing_cpu_ms () - taken);
  scroll_both (scrolled, &frames);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* As the application has it, with the marks of cells and what they cost. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/accord/Accord/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int   argc,
      char *argv[])
{
  const guint n_members = argc > 1 ? (guint) atoi (argv[1]) : 2000;
  g_autofree char *folder = g_dir_make_tmp ("accord-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "team.accord", NULL);
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) metrics = NULL;
  g_autoptr (GError) error = NULL;

  gtk_init ();
  adw_init ();
  load_style ();
  accord_settings_set_name (settings, "Team");
  accord_settings_set_currency (settings, "USD");
  accord_settings_set_fiscal_start (settings, 1);
  workspace = accord_workspace_create (path, settings, &error);
  timing_must (workspace != NULL, error);
  members = put_records (workspace, ACCORD_TYPE_MEMBER, n_members);
  metrics = put_records (workspace, ACCORD_TYPE_METRIC, METRICS);
  put_values (workspace, members, metrics);
  g_print ("%u members, %d metrics\n", n_members, METRICS);
  measure_floor (n_members);
  measure_grid (workspace, members, metrics);
  accord_workspace_close (workspace);
  g_remove (path);
  g_rmdir (folder);

  return 0;
}
