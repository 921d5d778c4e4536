/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-bullet-bar.h"

#include "accord-axis.h"
#include "accord-inks.h"
#include "accord-rate.h"

#include <glib/gi18n.h>

#define RADIUS 3.0
#define MARK 2.0

struct _AccordBulletBar
{
  GtkWidget parent_instance;

  gint64 actual;
  gint64 expected;
  gint64 target;
  AccordStatus status;
};

G_DEFINE_FINAL_TYPE (AccordBulletBar, accord_bullet_bar, GTK_TYPE_WIDGET)

static double
place (gint64 value,
       gint64 reach,
       double width)
{
  return CLAMP ((double) value / (double) reach, 0, 1) * width;
}

static void
draw_mark (cairo_t *cr,
           double   x,
           double   top,
           double   width,
           double   height)
{
  cairo_rectangle (cr, CLAMP ((int) (x - MARK / 2), 0, width - MARK), top, MARK, height);
  cairo_fill (cr);
}

/* Two cuts near the end say that it goes on. */
static void
draw_notch (cairo_t *cr,
            double   end,
            double   top,
            double   height)
{
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 2);
  for (int i = 0; i < 2; i++)
    {
      cairo_move_to (cr, end - 10 + 5 * i, top + height + 1);
      cairo_line_to (cr, end - 6 + 5 * i, top - 1);
    }
  cairo_stroke (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
}

static void
draw (AccordBulletBar  *self,
      cairo_t          *cr,
      double            width,
      double            height,
      const AccordInks *inks)
{
  const gint64 reach = accord_axis_reach (self->actual, self->expected, self->target);
  const double track = self->target > 0 ? place (self->target, reach, width) : width;
  const double thick = (int) (height * 0.5), top = (int) ((height - thick) / 2);

  accord_ink_use (cr, &inks->text, inks->soft);
  accord_ink_rounded (cr, 0, top, track, thick, RADIUS);
  cairo_fill (cr);
  if (self->actual > 0)
    {
      accord_ink_use (cr, accord_inks_get_status (inks, self->status), self->status == ACCORD_STATUS_NONE ? inks->quiet : 1);
      accord_ink_rounded (cr, 0, top, MAX (place (self->actual, reach, width), MARK), thick, RADIUS);
      cairo_fill (cr);
      if (self->actual > reach)
        draw_notch (cr, width, top, thick);
    }
  accord_ink_use (cr, &inks->text, 1);
  if (self->actual > self->target && self->target > 0)
    draw_mark (cr, track, top - 2, width, thick + 4);
  if (self->expected > 0)
    draw_mark (cr, place (self->expected, reach, width), 0, width, height);
}

static void
accord_bullet_bar_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  const int width = gtk_widget_get_width (widget), height = accord_inks_measure_line (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, (float) ((gtk_widget_get_height (widget) - height) / 2), (float) width,
                                                     (float) height);
  AccordInks inks;
  cairo_t *cr;

  accord_inks_read (&inks, widget);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, 0, bounds.origin.y);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_push_group (cr);
  draw (ACCORD_BULLET_BAR (widget), cr, width, height, &inks);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
accord_bullet_bar_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  const int line = accord_inks_measure_line (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 3 * line : line;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 6 * line : line;
}

static void
accord_bullet_bar_class_init (AccordBulletBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = accord_bullet_bar_measure;
  widget_class->snapshot = accord_bullet_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
accord_bullet_bar_init (AccordBulletBar *self)
{
  self->actual = self->expected = self->target = ACCORD_UNKNOWN;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reached against target"), -1);
}

GtkWidget *
accord_bullet_bar_new (void)
{
  return g_object_new (ACCORD_TYPE_BULLET_BAR, NULL);
}

void
accord_bullet_bar_set (AccordBulletBar *self,
                       gint64           actual,
                       gint64           expected,
                       gint64           target,
                       AccordStatus     status)
{
  g_autofree char *reached = NULL, *awaited = NULL, *description = NULL;

  g_return_if_fail (ACCORD_IS_BULLET_BAR (self));

  self->actual = actual;
  self->expected = expected;
  self->target = target;
  self->status = status;
  reached = accord_rate_format_percent (accord_rate_from_ratio (actual, target));
  awaited = accord_rate_format_percent (accord_rate_from_ratio (expected, target));
  /* Translators: what a screen reader says for a bar; %1 and %2 are percentages of a target or "n/a", %3 is the status. */
  description = g_strdup_printf (_("%1$s of target, %2$s expected by now: %3$s"), reached, awaited,
                                 accord_status_get_label (status));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
