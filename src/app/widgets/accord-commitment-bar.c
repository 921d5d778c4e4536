/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-commitment-bar.h"

#include "accord-inks.h"
#include "accord-money.h"
#include "accord-plan-figures.h"

#include <glib/gi18n.h>

#define HEIGHT 22.0
#define BOOKED_HEIGHT 8.0
#define RADIUS 6.0f

struct _AccordCommitmentBar
{
  GtkWidget parent_instance;

  gint64 quota;
  gint64 amount;
  gint64 booked;
};

G_DEFINE_FINAL_TYPE (AccordCommitmentBar, accord_commitment_bar, GTK_TYPE_WIDGET)

static void
accord_commitment_bar_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 80;
      *natural = 240;
    }
  else
    *minimum = *natural = (int) HEIGHT;
}

static double
place (AccordCommitmentBar *self,
       gint64               value,
       double               width)
{
  gint64 most = MAX (MAX (self->quota, self->amount), MAX (self->booked, 1));

  return value <= 0 ? 0 : width * ((double) value / (double) most);
}

static void
draw (AccordCommitmentBar *self,
      cairo_t             *cr,
      double               width,
      const AccordInks    *inks)
{
  double quota = place (self, self->quota, width), amount = place (self, self->amount, width);

  accord_ink_use (cr, &inks->text, 0.10);
  cairo_paint (cr);
  if (amount > 0)
    {
      double plain = self->quota == ACCORD_UNKNOWN ? amount : MIN (quota, amount);

      accord_ink_use (cr, &inks->accent, 0.40);
      cairo_rectangle (cr, 0, 0, plain, HEIGHT);
      cairo_fill (cr);
      if (amount > plain)
        {
          accord_ink_use (cr, &inks->accent, 0.18);
          cairo_rectangle (cr, plain, 0, amount - plain, HEIGHT);
          cairo_fill (cr);
          accord_ink_use (cr, &inks->accent, 0.75);
          accord_ink_hatch (cr, plain, 0, amount - plain, HEIGHT);
        }
    }
  if (self->booked > 0)
    {
      accord_ink_use (cr, &inks->accent, 1.0);
      cairo_rectangle (cr, 0, (HEIGHT - BOOKED_HEIGHT) / 2, place (self, self->booked, width), BOOKED_HEIGHT);
      cairo_fill (cr);
    }
  if (quota > 0)
    {
      accord_ink_use (cr, &inks->text, 0.85);
      cairo_rectangle (cr, MIN (quota, width - 2) - 1, 0, 2, HEIGHT);
      cairo_fill (cr);
    }
}

static void
accord_commitment_bar_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  AccordCommitmentBar *self = ACCORD_COMMITMENT_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, (float) (gtk_widget_get_height (widget) - HEIGHT) / 2, width,
                                               (float) HEIGHT);
  AccordInks inks;
  GskRoundedRect outline;
  cairo_t *cr;

  accord_inks_read (&inks, widget);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, 0, bounds.origin.y);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  draw (self, cr, width, &inks);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
accord_commitment_bar_class_init (AccordCommitmentBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = accord_commitment_bar_measure;
  widget_class->snapshot = accord_commitment_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
accord_commitment_bar_init (AccordCommitmentBar *self)
{
  self->quota = self->amount = self->booked = ACCORD_UNKNOWN;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Commitment against quota"),
                                  -1);
}

void
accord_commitment_bar_set_figures (AccordCommitmentBar *self,
                                   gint64               quota,
                                   gint64               amount,
                                   gint64               booked,
                                   const char          *currency,
                                   int                  decimals)
{
  g_autofree char *quota_text = NULL, *amount_text = NULL, *booked_text = NULL, *stretch_text = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (ACCORD_IS_COMMITMENT_BAR (self));

  self->quota = quota;
  self->amount = amount;
  self->booked = booked;
  quota_text = accord_money_format (quota, currency, decimals);
  amount_text = accord_money_format (amount, currency, decimals);
  booked_text = accord_money_format (booked, currency, decimals);
  stretch_text = accord_money_format (accord_stretch (amount, quota), currency, decimals);
  /* Translators: what a screen reader says for the bar; all four are amounts of money. */
  description = g_strdup_printf (_("Quota %1$s, commitment %2$s, stretch %3$s, booked so far %4$s"), quota_text,
                                 amount_text, stretch_text, booked_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
