/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-card-private.h"

#define MARGIN 20
#define RADIUS 12
/* How far the cards below the uppermost stick out, and how many of them can be seen. */
#define STEP 5
#define SHEETS_MAX 2
#define BADGE_PADDING 7

static GdkRGBA
picture_color (AccordSwotCard *self,
               const char     *name,
               GdkRGBA         otherwise)
{
  GdkRGBA color;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &color))
    return color;

  return otherwise;
}

/* A sheet with its shadow: on the pointer a dark card, which is translucent, needs a ground of its own. */
static void
picture_sheet (GtkSnapshot   *snapshot,
               float          offset,
               float          width,
               float          height,
               const GdkRGBA *ground,
               GdkPaintable  *card)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (offset, offset, width, height), RADIUS);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.2f }, 0, 0, 1, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, card != NULL ? 0.3f : 0.15f }, 0, 5, 0,
                                     14);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, ground, &outline.bounds);
  if (card != NULL)
    gdk_paintable_snapshot (card, snapshot, width, height);
  gtk_snapshot_pop (snapshot);
}

/* The number of cards, at the upper start corner: at the other one a selected card has its tick. */
static void
picture_badge (AccordSwotCard *self,
               GtkSnapshot    *snapshot,
               guint           n,
               float           width)
{
  const GdkRGBA ground = picture_color (self, "accent_bg_color", (GdkRGBA) { 0.21f, 0.52f, 0.89f, 1 });
  const GdkRGBA ink = picture_color (self, "accent_fg_color", (GdkRGBA) { 1, 1, 1, 1 });
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GskRoundedRect outline;
  int text_width, text_height;
  float size, x;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  size = (float) MAX (text_width, text_height) + BADGE_PADDING;
  x = mirrored ? width - size * 2 / 3 : -size / 3;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, -size / 3, size, size), size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + (size - (float) text_width) / 2,
                                                          -size / 3 + (size - (float) text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

GdkPaintable *
accord_swot_card_picture (AccordSwotCard   *self,
                          guint             n,
                          graphene_point_t *hot)
{
  g_autoptr (GdkPaintable) live = NULL;
  g_autoptr (GdkPaintable) still = NULL;
  const guint sheets = MIN (n, SHEETS_MAX + 1);
  GtkSnapshot *snapshot;
  graphene_rect_t bounds;
  GdkRGBA ground;
  float width, height;

  g_return_val_if_fail (ACCORD_IS_SWOT_CARD (self), NULL);
  g_return_val_if_fail (n > 0 && hot != NULL, NULL);

  live = gtk_widget_paintable_new (GTK_WIDGET (self));
  still = gdk_paintable_get_current_image (live);
  width = (float) gdk_paintable_get_intrinsic_width (still);
  height = (float) gdk_paintable_get_intrinsic_height (still);
  ground = picture_color (self, "popover_bg_color", (GdkRGBA) { 1, 1, 1, 1 });

  snapshot = gtk_snapshot_new ();
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, MARGIN));
  for (guint i = sheets; i-- > 0;)
    picture_sheet (snapshot, (float) i * STEP, width, height, &ground, i == 0 ? still : NULL);
  if (n > 1)
    picture_badge (self, snapshot, n, width);

  /* The widget's own coordinates begin within its padding. */
  if (gtk_widget_compute_bounds (GTK_WIDGET (self), GTK_WIDGET (self), &bounds))
    graphene_point_init (hot, hot->x - bounds.origin.x, hot->y - bounds.origin.y);
  hot->x += MARGIN;
  hot->y += MARGIN;

  return gtk_snapshot_free_to_paintable (snapshot, &GRAPHENE_SIZE_INIT (width + 2 * MARGIN, height + 2 * MARGIN));
}
