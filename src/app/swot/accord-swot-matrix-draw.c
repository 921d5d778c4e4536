/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-matrix-private.h"

#include <glib/gi18n.h>

#include "accord-board-query.h"

#define CELL_GAP 2
#define CELL_RADIUS 6
#define PART_GAP 6
/* Cells are a little wider than high: there is more room to the side, and titles of axes stand below. */
#define CELL_RATIO 0.72f

/* Where everything lies, and the ground that the dots lie on. */

static int
text_height (AccordSwotMatrix *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int height = PANGO_PIXELS (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);

  return height;
}

static guint
count_unrated (AccordSwotMatrix *self)
{
  guint n = 0;

  for (guint i = 0; i < self->dots->len; i++)
    n += accord_card_get_priority (accord_swot_dot_get_card (self->dots->pdata[i])) == 0;

  return n;
}

void
accord_swot_matrix_plan (AccordSwotMatrix     *self,
                         int                   width,
                         AccordSwotMatrixPlan *plan)
{
  const float line = (float) text_height (self);
  const guint n_unrated = count_unrated (self);
  const float gutter = line * 2 + PART_GAP;
  float cell_width, cell_height;

  plan->mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  plan->dot = line + 3;
  plan->gutter = gutter;
  cell_width = MAX (((float) width - gutter) / ACCORD_PRIORITY_LEVELS, plan->dot);
  cell_height = MAX (cell_width * CELL_RATIO, plan->dot + 6);
  graphene_rect_init (&plan->cells, plan->mirrored ? 0 : gutter, 0, (float) width - gutter,
                      cell_height * ACCORD_PRIORITY_LEVELS);
  plan->height = plan->cells.size.height + gutter;
  graphene_rect_init (&plan->strip, 0, plan->height, 0, 0);

  if (n_unrated > 0 || self->dragged != NULL)
    {
      const guint columns = (guint) MAX (((float) width - 12) / (plan->dot * 1.1f), 1);
      const guint rows = MAX ((n_unrated + columns - 1) / columns, 1);

      graphene_rect_init (&plan->strip, 0, plan->height + PART_GAP + line + PART_GAP, (float) width,
                          (float) rows * plan->dot * 1.1f + 9);
      plan->height = plan->strip.origin.y + plan->strip.size.height;
    }
}

void
accord_swot_matrix_cell (const AccordSwotMatrixPlan *plan,
                         gint64                      impact,
                         gint64                      likelihood,
                         graphene_rect_t            *cell)
{
  const float width = plan->cells.size.width / ACCORD_PRIORITY_LEVELS;
  const float height = plan->cells.size.height / ACCORD_PRIORITY_LEVELS;
  const float column = (float) (plan->mirrored ? ACCORD_PRIORITY_LEVELS - likelihood : likelihood - 1);

  graphene_rect_init (cell, plan->cells.origin.x + column * width + CELL_GAP / 2.0f,
                      plan->cells.origin.y + (float) (ACCORD_PRIORITY_LEVELS - impact) * height + CELL_GAP / 2.0f,
                      width - CELL_GAP, height - CELL_GAP);
}

gboolean
accord_swot_matrix_levels_at (const AccordSwotMatrixPlan *plan,
                              double                      x,
                              double                      y,
                              gint64                     *impact,
                              gint64                     *likelihood)
{
  const double along = x - plan->cells.origin.x;
  const double up = plan->cells.origin.y + plan->cells.size.height - y;

  *impact = *likelihood = 0;
  if (plan->strip.size.height > 0 && y >= plan->strip.origin.y && y < plan->height && x >= 0
      && x < plan->strip.size.width)
    return TRUE;

  *likelihood = accord_priority_level_at (plan->mirrored ? plan->cells.size.width - along : along, plan->cells.size.width);
  *impact = accord_priority_level_at (up, plan->cells.size.height);

  return *impact > 0 && *likelihood > 0;
}

static void
draw_rounded (GtkSnapshot           *snapshot,
              const graphene_rect_t *bounds,
              const GdkRGBA         *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, CELL_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_outline (GtkSnapshot           *snapshot,
              const graphene_rect_t *bounds,
              const GdkRGBA         *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, CELL_RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

static void
draw_text (AccordSwotMatrix *self,
           GtkSnapshot      *snapshot,
           const char       *text,
           float             x,
           float             y,
           gboolean          upwards)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) small = pango_attr_list_new ();
  GdkRGBA color;
  int width, height;

  pango_attr_list_insert (small, pango_attr_scale_new (0.88));
  pango_layout_set_attributes (layout, small);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= 0.8f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  if (upwards)
    gtk_snapshot_rotate (snapshot, -90);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-(float) width / 2, -(float) height / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_axes (AccordSwotMatrix           *self,
           GtkSnapshot                *snapshot,
           const AccordSwotMatrixPlan *plan)
{
  const float side = plan->mirrored ? plan->cells.size.width : 0;
  const float near = plan->gutter * (plan->mirrored ? 0.25f : 0.75f), far = plan->gutter - near;
  const float bottom = plan->cells.size.height;

  for (gint64 level = 1; level <= ACCORD_PRIORITY_LEVELS; level++)
    {
      g_autofree char *number = g_strdup_printf ("%d", (int) level);
      graphene_rect_t cell;

      accord_swot_matrix_cell (plan, level, level, &cell);
      draw_text (self, snapshot, number, side + near, cell.origin.y + cell.size.height / 2, FALSE);
      draw_text (self, snapshot, number, cell.origin.x + cell.size.width / 2, bottom + plan->gutter * 0.25f, FALSE);
    }
  draw_text (self, snapshot, _("Impact"), side + far, bottom / 2, TRUE);
  draw_text (self, snapshot, _("Likelihood"), plan->cells.origin.x + plan->cells.size.width / 2,
             bottom + plan->gutter * 0.75f, FALSE);
}

void
accord_swot_matrix_draw (AccordSwotMatrix *self,
                         GtkSnapshot      *snapshot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  AccordSwotMatrixPlan plan;
  gint64 to_impact = 0, to_likelihood = 0;
  graphene_rect_t bounds;
  GdkRGBA tint, accent, text;
  gboolean lands;

  accord_swot_matrix_plan (self, gtk_widget_get_width (GTK_WIDGET (self)), &plan);
  gtk_style_context_get_color (context, &text);
  if (!gtk_style_context_lookup_color (context, self->mitigate ? "red_2" : "green_3", &tint))
    tint = text;
  if (!gtk_style_context_lookup_color (context, "accent_color", &accent))
    accent = text;

  for (gint64 impact = 1; impact <= ACCORD_PRIORITY_LEVELS; impact++)
    {
      for (gint64 likelihood = 1; likelihood <= ACCORD_PRIORITY_LEVELS; likelihood++)
        {
          GdkRGBA color = tint;

          color.alpha = 0.08f + 0.52f * (float) (impact * likelihood)
                                  / (ACCORD_PRIORITY_LEVELS * ACCORD_PRIORITY_LEVELS);
          accord_swot_matrix_cell (&plan, impact, likelihood, &bounds);
          draw_rounded (snapshot, &bounds, &color);
        }
    }
  if (plan.strip.size.height > 0)
    {
      text.alpha *= 0.06f;
      draw_rounded (snapshot, &plan.strip, &text);
    }
  draw_axes (self, snapshot, &plan);

  lands = self->dragged != NULL
          && accord_swot_matrix_levels_at (&plan, self->drag_x, self->drag_y, &to_impact, &to_likelihood);
  if (lands && to_impact > 0)
    {
      accord_swot_matrix_cell (&plan, to_impact, to_likelihood, &bounds);
      draw_outline (snapshot, &bounds, &accent);
    }
  else if (lands)
    {
      draw_outline (snapshot, &plan.strip, &accent);
    }
}
