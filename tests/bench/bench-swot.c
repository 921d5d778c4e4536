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

#include <stdlib.h>
#include <time.h>

/* What own work a frame of a drag may take. */
#define GOAL_MS 33.0
#define STEP_PX 9
#define DROPS 20

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare (const void *a,
         const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
print_times (const char *what,
             GArray     *times)
{
  qsort (times->data, times->len, sizeof (double), compare);
  g_print ("  %-36s p50 %6.2f ms  p95 %6.2f ms  max %6.2f ms  (%u; goal %.0f)\n", what,
           g_array_index (times, double, times->len / 2), g_array_index (times, double, times->len * 95 / 100),
           g_array_index (times, double, times->len - 1), times->len, GOAL_MS);
}

static void
on_after_paint (GdkFrameClock *clock,
                guint         *frames)
{
  (*frames)++;
}

static void
wait_for_frame (guint *frames)
{
  guint before = *frames;

  while (*frames == before)
    g_main_context_iteration (NULL, TRUE);
}

/* Until nothing glides any more. */
static void
settle (GtkWidget *window,
        guint     *frames)
{
  for (guint i = 0; i < 20; i++)
    {
      gtk_widget_queue_draw (window);
      wait_for_frame (frames);
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
      const double begin = cpu_ms ();
      double taken;

      accord_swot_quadrant_carry_to (quadrant, 120, y);
      gtk_widget_queue_draw (GTK_WIDGET (quadrant));
      wait_for_frame (frames);
      taken = cpu_ms () - begin;
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
      const double begin = cpu_ms ();
      double taken;

      gtk_widget_queue_draw (window);
      wait_for_frame (frames);
      taken = cpu_ms () - begin;
      g_array_append_val (times, taken);
    }
  print_times ("floor: the window drawn again", times);
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
  begin = cpu_ms ();
  accord_swot_quadrant_pick_up (from, accord_swot_quadrant_get_nth (from, 0));
  wait_for_frame (frames);
  g_print ("  %-36s %.2f ms\n", "picking up", cpu_ms () - begin);
  to->gap_height = from->gap_height;
  sweep (from, frames, times);
  accord_swot_page_close_gaps (page, to);
  sweep (to, frames, times);
  accord_swot_page_end_drag (page);
  print_times (what, times);
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
      begin = cpu_ms ();
      accord_swot_page_move_cards (page, cards, (AccordBoardPlace) { to, i });
      wait_for_frame (frames);
      taken = cpu_ms () - begin;
      g_array_append_val (times, taken);
    }
  print_times ("letting go in another quadrant", times);
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

  begin = cpu_ms ();
  page = g_object_new (ACCORD_TYPE_SWOT_PAGE, "period", period, "workspace", workspace, NULL);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 780);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint), &frames);
  wait_for_frame (&frames);
  g_print ("%s cards\n  %-36s %.0f ms\n", argc > 2 ? argv[2] : "400", "to the first frame", cpu_ms () - begin);
  settle (window, &frames);

  measure_floor (window, &frames);
  measure_drag (ACCORD_SWOT_PAGE (page), &frames, 1);
  settle (window, &frames);
  measure_drag (ACCORD_SWOT_PAGE (page), &frames, 5);
  measure_drops (ACCORD_SWOT_PAGE (page), window, &frames);
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
