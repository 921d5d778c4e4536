/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-promise-layout.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#define MARGIN 64.0
#define FOOT 30.0       /* room for the foot of the page above the margin's edge */
#define SIGNATURE 96.0  /* a line to sign on, with the room above it */
#define GAP 24.0        /* between the two signatures, and the quarters */
#define FAMILY "Cantarell, Sans"

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

struct _AccordPromiseLayout
{
  PangoContext *context;
  double width;
  double height;
  double y; /* where the next line goes on the last page */
  guint n_pages;
  GArray *items;
};

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_clear_object (&item->layout);
  g_clear_pointer (&item->line, pango_layout_line_unref);
}

static double
get_bottom (AccordPromiseLayout *self)
{
  return self->height - MARGIN - FOOT;
}

static void
begin_page (AccordPromiseLayout *self)
{
  self->n_pages++;
  self->y = MARGIN;
}

/* A page of its own where what comes next does not fit any more: unless it would not fit on an empty one either. */
static void
keep_together (AccordPromiseLayout *self,
               double               height)
{
  if (self->y + height > get_bottom (self) && self->y > MARGIN)
    begin_page (self);
}

static PangoLayout *
layout_new (AccordPromiseLayout *self,
            const char          *text,
            double               size,
            PangoWeight          weight,
            double               width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);

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

static double
get_layout_height (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);

  return (double) extents.height / PANGO_SCALE;
}

/* Puts the lines of a layout from x on. flows: lines that do not fit go to the next page, and what comes next goes below;
 * else it stands where it is. */
static void
put_layout (AccordPromiseLayout *self,
            PangoLayout         *layout,
            double               x,
            double               grey,
            gboolean             flows)
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
      if (flows && top + (double) extents.y / PANGO_SCALE + height > get_bottom (self))
        {
          begin_page (self);
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

static void
put_text (AccordPromiseLayout *self,
          const char          *text,
          double               size,
          PangoWeight          weight,
          double               before,
          double               grey)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (*text == '\0')
    return;

  layout = layout_new (self, text, size, weight, self->width - 2 * MARGIN);
  if (self->y > MARGIN)
    self->y += before;
  put_layout (self, layout, MARGIN, grey, TRUE);
}

static void
put_rule (AccordPromiseLayout *self,
          double               x,
          double               y,
          double               width,
          double               grey)
{
  Item item = { .page = self->n_pages - 1, .x = x, .y = y, .width = width, .grey = grey };

  g_array_append_val (self->items, item);
}

/* Cells side by side, none of them cut; they stay together. */
static void
put_cells (AccordPromiseLayout *self,
           const char *const   *texts,
           guint                n,
           double               size,
           PangoWeight          weight,
           double               grey)
{
  double width = (self->width - 2 * MARGIN - (n - 1) * GAP) / n, height = 0;
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      PangoLayout *layout = layout_new (self, texts[i], size, weight, width);

      height = MAX (height, get_layout_height (layout));
      g_ptr_array_add (layouts, layout);
    }
  keep_together (self, height);
  for (guint i = 0; i < n; i++)
    put_layout (self, g_ptr_array_index (layouts, i), MARGIN + i * (width + GAP), grey, FALSE);
  self->y += height;
}

static void
put_quarters (AccordPromiseLayout *self,
              AccordPromise       *promise)
{
  g_auto (GStrv) heads = g_new0 (char *, 4 + 1);
  const char *amounts[4];

  for (int i = 0; i < 4; i++)
    {
      heads[i] = g_strdup_printf (C_("quarter", "Q%d"), i + 1);
      amounts[i] = accord_promise_get_quarter (promise, (guint) i);
    }
  self->y += 18;
  keep_together (self, 60);
  put_rule (self, MARGIN, self->y, self->width - 2 * MARGIN, 0.75);
  self->y += 8;
  put_cells (self, (const char *const *) heads, 4, 9.5, PANGO_WEIGHT_NORMAL, 0.4);
  self->y += 2;
  put_cells (self, amounts, 4, 12.5, PANGO_WEIGHT_SEMIBOLD, 0);
  self->y += 8;
  put_rule (self, MARGIN, self->y, self->width - 2 * MARGIN, 0.75);
}

static void
put_goals (AccordPromiseLayout *self,
           AccordPromise       *promise)
{
  for (guint i = 0; i < accord_promise_get_n_goals (promise); i++)
    {
      const char *const *lines = accord_promise_get_goal_lines (promise, i);

      if (i == 0)
        {
          self->y += 20;
          keep_together (self, 70);
          put_text (self, _("What the year is to make possible"), 9.5, PANGO_WEIGHT_NORMAL, 0, 0.4);
        }
      /* A title is not left alone at the foot of a page. */
      keep_together (self, 40);
      put_text (self, accord_promise_get_goal_title (promise, i), 11.5, PANGO_WEIGHT_SEMIBOLD, i == 0 ? 5 : 12, 0);
      for (guint j = 0; lines[j] != NULL; j++)
        put_text (self, lines[j], 10.5, PANGO_WEIGHT_NORMAL, 3, 0.2);
    }
}

static void
put_signatures (AccordPromiseLayout *self,
                AccordPromise       *promise)
{
  const char *partner = accord_promise_get_partner (promise);
  const char *names[2] = { accord_promise_get_member (promise), partner };
  const char *parts[2] = { _("who commits · date and signature"), _("who holds them to it · date and signature") };
  guint n = *partner != '\0' ? 2 : 1;
  double width = (self->width - 2 * MARGIN - GAP) / 2, names_height = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PangoLayout) layout = layout_new (self, names[i], 11, PANGO_WEIGHT_SEMIBOLD, width);

      names_height = MAX (names_height, get_layout_height (layout));
    }
  keep_together (self, SIGNATURE + names_height + 24);
  /* At the foot of the sheet, where people look for it. */
  self->y = MAX (self->y + SIGNATURE, get_bottom (self) - names_height - 24);
  for (guint i = 0; i < n; i++)
    {
      double x = MARGIN + i * (width + GAP), y = self->y;
      g_autoptr (PangoLayout) name = layout_new (self, names[i], 11, PANGO_WEIGHT_SEMIBOLD, width);
      g_autoptr (PangoLayout) part = layout_new (self, parts[i], 8.5, PANGO_WEIGHT_NORMAL, width);

      put_rule (self, x, y, width, 0);
      self->y = y + 6;
      put_layout (self, name, x, 0, FALSE);
      self->y += get_layout_height (name) + 1;
      put_layout (self, part, x, 0.4, FALSE);
      self->y = y;
    }
}

/* Who and what it is, and which page of how many, at the foot of each; known when all the rest is laid out. */
static void
put_feet (AccordPromiseLayout *self,
          AccordPromise       *promise)
{
  guint n = self->n_pages;

  for (guint page = 1; page <= n; page++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      g_autofree char *foot = NULL;

      if (n == 1)
        foot = g_strdup_printf ("%s · %s", accord_promise_get_workspace (promise), accord_promise_get_year (promise));
      else
        /* Translators: the foot of a page: the workspace's name, a member's, a plan year; then a page and how many. */
        foot = g_strdup_printf (_("%1$s · %2$s · %3$s · page %4$u of %5$u"), accord_promise_get_workspace (promise),
                                accord_promise_get_member (promise), accord_promise_get_year (promise), page, n);
      layout = layout_new (self, foot, 8, PANGO_WEIGHT_NORMAL, self->width - 2 * MARGIN);
      pango_layout_set_height (layout, -2);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      self->n_pages = page;
      self->y = self->height - MARGIN - 4;
      put_layout (self, layout, MARGIN, 0.45, FALSE);
    }
}

void
accord_paper_get_size (AccordPaper  paper,
                       double      *width,
                       double      *height)
{
  *width = paper == ACCORD_PAPER_LETTER ? 612.0 : 595.276;
  *height = paper == ACCORD_PAPER_LETTER ? 792.0 : 841.89;
}

AccordPromiseLayout *
accord_promise_layout_new (AccordPromise *promise,
                           double         width,
                           double         height)
{
  AccordPromiseLayout *self = g_new0 (AccordPromiseLayout, 1);
  cairo_font_options_t *options = cairo_font_options_create ();
  /* Translators: the heading of the paper; %s is a plan year such as "2027" or "FY27". */
  g_autofree char *heading = g_strdup_printf (_("A promise for %s"), accord_promise_get_year (promise));

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* Points, whatever the screen has. */
  pango_cairo_context_set_resolution (self->context, 72);
  /* Letters stand where they belong, not where a screen has its pixels. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->width = width;
  self->height = height;
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);

  begin_page (self);
  put_text (self, heading, 11, PANGO_WEIGHT_NORMAL, 0, 0.4);
  put_text (self, accord_promise_get_sentence (promise), 21, PANGO_WEIGHT_BOLD, 10, 0);
  put_text (self, accord_promise_get_stretch (promise), 12, PANGO_WEIGHT_NORMAL, 12, 0);
  put_quarters (self, promise);
  put_text (self, accord_promise_get_week (promise), 12, PANGO_WEIGHT_NORMAL, 16, 0);
  put_text (self, accord_promise_get_holds (promise), 12, PANGO_WEIGHT_SEMIBOLD, 6, 0);
  put_text (self, accord_promise_get_dated (promise), 12, PANGO_WEIGHT_NORMAL, 6, 0);
  put_goals (self, promise);
  put_signatures (self, promise);
  put_feet (self, promise);

  return self;
}

void
accord_promise_layout_free (AccordPromiseLayout *self)
{
  g_array_unref (self->items);
  g_object_unref (self->context);
  g_free (self);
}

guint
accord_promise_layout_get_n_pages (AccordPromiseLayout *self)
{
  return self->n_pages;
}

void
accord_promise_layout_draw (AccordPromiseLayout *self,
                            cairo_t             *cr,
                            guint                page)
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
