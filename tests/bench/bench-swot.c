/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A SWOT board of many cards: how long it takes to its first frame, and what a frame of a drag costs, with the pointer on
 * its way through a full quadrant and into the next; what letting go costs, and a change elsewhere. Figures are CPU time of
 * the main thread until the frame is drawn, which is all the work there is, beside the floor of the same run: the same
 * window redrawn without anything that moves. It prints; it judges nothing.
 *
 *   bench-swot WORKSPACE [CARDS]     fills the workspace with so many cards (400), a quarter in each quadrant
 */
#include "accord-clock.h"
#include "accord-swot-page-private.h"
#include "accord-swot-quadrant-private.h"
#include "frames.h"
#include "timing.h"

#include <stdlib.h>

/* What own work a frame of a drag may take. */
#define GOAL "goal 33"
#define STEP_PX 9
#define DROPS 20

/* Until nothing glides any more. */
static void
settle (GtkWidget *window,
        guint     *frames)
{
  for (guint i = 0; i < 20; i++)
    {
      gtk_widget_queue_draw (window);
      frames_wait (frames);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
fill (AccordWorkspace *workspace,
      int              year,
      guint            n)
{
  const AccordBoardScope scope = { year, 0 };
  g_autoptr (AccordChange) change = accord_change_new ("Fill");
  g_autoptr (GError) error = NULL;

  for (guint quadrant = 0; quadrant < ACCORD_BOARD_N_QUADRANTS; quadrant++)
    {
      g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < n / ACCORD_BOARD_N_QUADRANTS; i++)
        g_ptr_array_add (titles, g_strdup_printf ("Card %u: what customers told us about the new price list", i + 1));
      g_ptr_array_add (titles, NULL);
      accord_board_change_add (change, workspace, &scope, (AccordQuadrant) quadrant, (const char *const *) titles->pdata, 0);
    }
  if (accord_workspace_apply (workspace, change, &error))
    return TRUE;

  g_printerr ("bench-swot: %s\n", error->message);

  return FALSE;
}

/* The pointer on its way down the quadrant and up again, a step a frame. */
static void
sweep (AccordSwotQuadrant *quadrant,
       guint              *frames,
       GArray             *times)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (quadrant));
  const int way = 2 * (height - 80);

  for (int at = 0; at < way; at += STEP_PX)
    {
      const int y = 80 + MIN (at, way - at);
      const double begin = timing_cpu_ms ();
      double taken;

      accord_swot_quadrant_carry_to (quadrant, 120, y);
      gtk_widget_queue_draw (GTK_WIDGET (quadrant));
      frames_wait (frames);
      taken = timing_cpu_ms () - begin;
      g_array_append_val (times, taken);
    }
}

static void
measure_floor (GtkWidget *window,
               guint     *frames)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < 200; i++)
    {
      const double begin = timing_cpu_ms ();
      double taken;

      gtk_widget_queue_draw (window);
      frames_wait (frames);
      taken = timing_cpu_ms () - begin;
      g_array_append_val (times, taken);
    }
  timing_print ("floor: the window drawn again", times, GOAL);
}

static void
measure_drag (AccordSwotPage *page,
              guint          *frames,
              guint           n)
{
  AccordSwotQuadrant *from = accord_swot_board_get_quadrant (page->board, ACCORD_QUADRANT_STRENGTH);
  AccordSwotQuadrant *to = accord_swot_board_get_quadrant (page->board, ACCORD_QUADRANT_WEAKNESS);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autofree char *what = g_strdup_printf ("a frame of a drag of %u", n);
  double begin;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cards, accord_swot_card_get_card (accord_swot_quadrant_get_nth (from, i)));
  accord_swot_page_select_cards (page, cards);
  begin = timing_cpu_ms ();
  accord_swot_quadrant_pick_up (from, accord_swot_quadrant_get_nth (from, 0));
  frames_wait (frames);
  g_print ("  %-36s %.2f ms\n", "picking up", timing_cpu_ms () - begin);
  to->gap_height = from->gap_height;
  sweep (from, frames, times);
  accord_swot_page_close_gaps (page, to);
  sweep (to, frames, times);
  accord_swot_page_end_drag (page);
  timing_print (what, times, GOAL);
}

/* Letting go: stored, the board brought up to date, its frame drawn. */
static void
measure_drops (AccordSwotPage *page,
               GtkWidget      *window,
               guint          *frames)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < DROPS; i++)
    {
      AccordSwotQuadrant *from
        = accord_swot_board_get_quadrant (page->board, (AccordQuadrant) (i % ACCORD_BOARD_N_QUADRANTS));
      const AccordQuadrant to = (AccordQuadrant) ((i + 1) % ACCORD_BOARD_N_QUADRANTS);
      g_autoptr (GPtrArray) cards = g_ptr_array_new ();
      double begin, taken;

      g_ptr_array_add (cards, accord_swot_card_get_card (accord_swot_quadrant_get_nth (from, 0)));
      settle (window, frames);
      begin = timing_cpu_ms ();
      accord_swot_page_move_cards (page, cards, (AccordBoardPlace) { to, i });
      frames_wait (frames);
      taken = timing_cpu_ms () - begin;
      g_array_append_val (times, taken);
    }
  timing_print ("letting go in another quadrant", times, GOAL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (AccordPeriod) period = NULL;
  GtkWidget *window, *page;
  guint frames = 0;
  double begin;

  gtk_init ();
  adw_init ();
  if (argc < 2)
    return 2;
  workspace = accord_workspace_open (argv[1], ACCORD_OPEN_DEFAULT, &error);
  if (workspace == NULL)
    {
      g_printerr ("bench-swot: %s: %s\n", argv[1], error->message);
      return 1;
    }
  period = accord_period_new_for_date (accord_clock_today (), (int) accord_settings_get_fiscal_start (
                                                                 accord_workspace_get_settings (workspace)));
  if (!fill (workspace, accord_period_get_year (period), argc > 2 ? (guint) atoi (argv[2]) : 400))
    return 1;

  begin = timing_cpu_ms ();
  page = g_object_new (ACCORD_TYPE_SWOT_PAGE, "period", period, "workspace", workspace, NULL);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 780);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  frames_count (window, &frames);
  frames_wait (&frames);
  g_print ("%s cards\n  %-36s %.0f ms\n", argc > 2 ? argv[2] : "400", "to the first frame", timing_cpu_ms () - begin);
  settle (window, &frames);

  measure_floor (window, &frames);
  measure_drag (ACCORD_SWOT_PAGE (page), &frames, 1);
  settle (window, &frames);
  measure_drag (ACCORD_SWOT_PAGE (page), &frames, 5);
  measure_drops (ACCORD_SWOT_PAGE (page), window, &frames);
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
