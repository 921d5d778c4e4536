/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-picture-private.h"

#include <math.h>

#define N_BARS 5

/* The little pictures beside the words on a card, as the board itself has them; within a square of one by one. */

static void
draw_circle (cairo_t        *cr,
             AccordBoardMark mark)
{
  const double radius = 0.42;

  cairo_arc (cr, 0.5, 0.5, radius, 0, 2 * G_PI);
  if (mark == ACCORD_BOARD_MARK_OURS)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  if (mark == ACCORD_BOARD_MARK_INFLUENCE)
    {
      cairo_arc (cr, 0.5, 0.5, radius, G_PI / 2, 3 * G_PI / 2);
      cairo_fill (cr);
    }
}

static void
draw_bars (cairo_t                 *cr,
           gint64                   impact,
           const AccordBoardColors *colors)
{
  const double step = 1.5 / N_BARS;

  for (int i = 0; i < N_BARS; i++)
    {
      const double height = (double) (i + 2) / (N_BARS + 1);

      accord_board_ink_set (cr, i < impact ? &colors->quiet : &colors->faint);
      cairo_rectangle (cr, i * step, 1 - height, step * 0.7, height);
      cairo_fill (cr);
    }
}

static void
draw_tick (cairo_t *cr)
{
  cairo_move_to (cr, 0.27, 0.52);
  cairo_line_to (cr, 0.44, 0.7);
  cairo_line_to (cr, 0.75, 0.32);
  cairo_stroke (cr);
}

static void
draw_star (cairo_t *cr)
{
  for (int i = 0; i < 10; i++)
    {
      const double radius = i % 2 == 0 ? 0.5 : 0.2;
      const double angle = -G_PI / 2 + i * G_PI / 5;

      cairo_line_to (cr, 0.5 + radius * cos (angle), 0.54 + radius * sin (angle));
    }
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* An arrow that goes out of a tray. */
static void
draw_ask (cairo_t *cr)
{
  cairo_move_to (cr, 0.08, 0.6);
  cairo_line_to (cr, 0.08, 0.92);
  cairo_line_to (cr, 0.92, 0.92);
  cairo_line_to (cr, 0.92, 0.6);
  cairo_move_to (cr, 0.5, 0.66);
  cairo_line_to (cr, 0.5, 0.1);
  cairo_move_to (cr, 0.24, 0.36);
  cairo_line_to (cr, 0.5, 0.1);
  cairo_line_to (cr, 0.76, 0.36);
  cairo_stroke (cr);
}

/* One sheet on another. */
static void
draw_stack (cairo_t *cr)
{
  cairo_rectangle (cr, 0.08, 0.34, 0.58, 0.58);
  cairo_stroke (cr);
  cairo_move_to (cr, 0.34, 0.18);
  cairo_line_to (cr, 0.34, 0.08);
  cairo_line_to (cr, 0.92, 0.08);
  cairo_line_to (cr, 0.92, 0.66);
  cairo_line_to (cr, 0.82, 0.66);
  cairo_stroke (cr);
}

/* A padlock. */
static void
draw_lock (cairo_t *cr)
{
  cairo_rectangle (cr, 0.14, 0.46, 0.72, 0.48);
  cairo_fill (cr);
  cairo_arc (cr, 0.5, 0.42, 0.24, G_PI, 2 * G_PI);
  cairo_stroke (cr);
}

void
accord_board_mark_draw (cairo_t                 *cr,
                        AccordBoardMark          mark,
                        gint64                   impact,
                        double                   size,
                        const AccordBoardColors *colors)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_scale (cr, size, size);
  cairo_set_line_width (cr, 0.13);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  accord_board_ink_set (cr, &colors->quiet);
  switch (mark)
    {
    case ACCORD_BOARD_MARK_OURS:
    case ACCORD_BOARD_MARK_INFLUENCE:
    case ACCORD_BOARD_MARK_OUTSIDE:
      draw_circle (cr, mark);
      break;
    case ACCORD_BOARD_MARK_IMPACT:
      draw_bars (cr, impact, colors);
      break;
    case ACCORD_BOARD_MARK_VOTES:
      draw_star (cr);
      break;
    case ACCORD_BOARD_MARK_ASK:
      draw_ask (cr);
      break;
    case ACCORD_BOARD_MARK_ACTIONS:
      cairo_rectangle (cr, 0.08, 0.08, 0.84, 0.84);
      cairo_stroke (cr);
      draw_tick (cr);
      break;
    case ACCORD_BOARD_MARK_MERGED:
      draw_stack (cr);
      break;
    case ACCORD_BOARD_MARK_RESOLVED:
      cairo_arc (cr, 0.5, 0.5, 0.44, 0, 2 * G_PI);
      cairo_stroke (cr);
      draw_tick (cr);
      break;
    case ACCORD_BOARD_MARK_AUDIENCE:
      draw_lock (cr);
      break;
    default:
      g_assert_not_reached ();
    }
  cairo_restore (cr);
}
