/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-paper-flow.h"

/* A line of text, or a rule, where it stands. */
typedef struct
{
  guint page;
  double x;
  double y; /* of the baseline, or of the rule */
  PangoLayout *layout;
  PangoLayoutLine *line; /* NULL: a rule of that width */
  double width;
  double grey;
} Item;

void
accord_paper_get_size (AccordPaper paper,
                       double     *width,
                       double     *height)
{
  *width = paper == ACCORD_PAPER_LETTER ? 612.0 : 595.276;
  *height = paper == ACCORD_PAPER_LETTER ? 792.0 : 841.89;
}

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_clear_object (&item->layout);
  g_clear_pointer (&item->line, pango_layout_line_unref);
}

double
accord_paper_get_bottom (AccordPaperFlow *self)
{
  return self->height - ACCORD_PAPER_MARGIN - ACCORD_PAPER_FOOT;
}

void
accord_paper_begin_page (AccordPaperFlow *self)
{
  self->n_pages++;
  self->y = ACCORD_PAPER_MARGIN;
}

void
accord_paper_keep_together (AccordPaperFlow *self,
                            double           height)
{
  if (self->y + height > accord_paper_get_bottom (self) && self->y > ACCORD_PAPER_MARGIN)
    accord_paper_begin_page (self);
}

PangoLayout *
accord_paper_make_layout (AccordPaperFlow *self,
                          const char      *text,
                          double           size,
                          PangoWeight      weight,
                          double           width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (ACCORD_PAPER_FAMILY);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, (int) (size * 0.25 * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);

  return layout;
}

double
accord_paper_layout_get_height (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);

  return (double) extents.height / PANGO_SCALE;
}

void
accord_paper_put_layout (AccordPaperFlow *self,
                         PangoLayout     *layout,
                         double           x,
                         double           grey,
                         gboolean         flows)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double top = self->y; /* of the layout on this page */

  do
    {
      PangoRectangle extents;
      Item item = { .layout = g_object_ref (layout), .grey = grey };
      double height;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      height = (double) extents.height / PANGO_SCALE;
      if (flows && top + (double) extents.y / PANGO_SCALE + height > accord_paper_get_bottom (self))
        {
          accord_paper_begin_page (self);
          top = self->y - (double) extents.y / PANGO_SCALE;
        }
      item.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      item.page = self->n_pages - 1;
      item.x = x + (double) extents.x / PANGO_SCALE;
      item.y = top + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      g_array_append_val (self->items, item);
      if (flows)
        self->y = top + (double) (extents.y + extents.height) / PANGO_SCALE;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
accord_paper_put_text (AccordPaperFlow *self,
                       const char      *text,
                       double           size,
                       PangoWeight      weight,
                       double           before,
                       double           grey)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (*text == '\0')
    return;

  layout = accord_paper_make_layout (self, text, size, weight, self->width - 2 * ACCORD_PAPER_MARGIN);
  if (self->y > ACCORD_PAPER_MARGIN)
    self->y += before;
  accord_paper_put_layout (self, layout, ACCORD_PAPER_MARGIN, grey, TRUE);
}

void
accord_paper_put_rule (AccordPaperFlow *self,
                       double           x,
                       double           y,
                       double           width,
                       double           grey)
{
  Item item = { .page = self->n_pages - 1, .x = x, .y = y, .width = width, .grey = grey };

  g_array_append_val (self->items, item);
}

void
accord_paper_put_cells (AccordPaperFlow   *self,
                        const char *const *texts,
                        guint              n,
                        double             size,
                        PangoWeight        weight,
                        double             grey)
{
  double width = (self->width - 2 * ACCORD_PAPER_MARGIN - (n - 1) * ACCORD_PAPER_GAP) / n, height = 0;
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      PangoLayout *layout = accord_paper_make_layout (self, texts[i], size, weight, width);

      height = MAX (height, accord_paper_layout_get_height (layout));
      g_ptr_array_add (layouts, layout);
    }
  accord_paper_keep_together (self, height);
  for (guint i = 0; i < n; i++)
    accord_paper_put_layout (self, g_ptr_array_index (layouts, i),
                             ACCORD_PAPER_MARGIN + i * (width + ACCORD_PAPER_GAP), grey, FALSE);
  self->y += height;
}

PangoContext *
accord_paper_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Points, whatever the screen has. */
  pango_cairo_context_set_resolution (context, 72);
  /* Letters stand where they belong, not where a screen has its pixels. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);

  return context;
}

void
accord_paper_flow_init (AccordPaperFlow *self,
                        double           width,
                        double           height)
{
  self->context = accord_paper_context_new ();
  self->width = width;
  self->height = height;
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);
  accord_paper_begin_page (self);
}

void
accord_paper_flow_clear (AccordPaperFlow *self)
{
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_object (&self->context);
}

void
accord_paper_flow_draw (AccordPaperFlow *self,
                        cairo_t         *cr,
                        guint            page)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->page != page)
        continue;
      cairo_set_source_rgb (cr, item->grey, item->grey, item->grey);
      if (item->line != NULL)
        {
          cairo_move_to (cr, item->x, item->y);
          pango_cairo_show_layout_line (cr, item->line);
        }
      else
        {
          cairo_set_line_width (cr, 0.7);
          cairo_move_to (cr, item->x, item->y);
          cairo_rel_line_to (cr, item->width, 0);
          cairo_stroke (cr);
        }
    }
}
