/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-promise-layout.h"

#include <glib/gi18n.h>

#define SIGNATURE 96.0 /* a line to sign on, with the room above it */

struct _AccordPromiseLayout
{
  AccordPaperFlow flow;
};

static void
put_quarters (AccordPaperFlow *self,
              AccordPromise   *promise)
{
  g_auto (GStrv) heads = g_new0 (char *, 4 + 1);
  const char *amounts[4];

  for (int i = 0; i < 4; i++)
    {
      heads[i] = g_strdup_printf (C_("quarter", "Q%d"), i + 1);
      amounts[i] = accord_promise_get_quarter (promise, (guint) i);
    }
  self->y += 18;
  accord_paper_keep_together (self, 60);
  accord_paper_put_rule (self, ACCORD_PAPER_MARGIN, self->y, self->width - 2 * ACCORD_PAPER_MARGIN, 0.75);
  self->y += 8;
  accord_paper_put_cells (self, (const char *const *) heads, 4, 9.5, PANGO_WEIGHT_NORMAL, 0.4);
  self->y += 2;
  accord_paper_put_cells (self, amounts, 4, 12.5, PANGO_WEIGHT_SEMIBOLD, 0);
  self->y += 8;
  accord_paper_put_rule (self, ACCORD_PAPER_MARGIN, self->y, self->width - 2 * ACCORD_PAPER_MARGIN, 0.75);
}

static void
put_goals (AccordPaperFlow *self,
           AccordPromise   *promise)
{
  for (guint i = 0; i < accord_promise_get_n_goals (promise); i++)
    {
      const char *const *lines = accord_promise_get_goal_lines (promise, i);

      if (i == 0)
        {
          self->y += 20;
          accord_paper_keep_together (self, 70);
          accord_paper_put_text (self, _("What the year is to make possible"), 9.5, PANGO_WEIGHT_NORMAL, 0, 0.4);
        }
      /* A title is not left alone at the foot of a page. */
      accord_paper_keep_together (self, 40);
      accord_paper_put_text (self, accord_promise_get_goal_title (promise, i), 11.5, PANGO_WEIGHT_SEMIBOLD,
                             i == 0 ? 5 : 12, 0);
      for (guint j = 0; lines[j] != NULL; j++)
        accord_paper_put_text (self, lines[j], 10.5, PANGO_WEIGHT_NORMAL, 3, 0.2);
    }
}

static void
put_signatures (AccordPaperFlow *self,
                AccordPromise   *promise)
{
  const char *partner = accord_promise_get_partner (promise);
  const char *names[2] = { accord_promise_get_member (promise), partner };
  const char *parts[2] = { _("who commits · date and signature"), _("who holds them to it · date and signature") };
  guint n = *partner != '\0' ? 2 : 1;
  double width = (self->width - 2 * ACCORD_PAPER_MARGIN - ACCORD_PAPER_GAP) / 2, names_height = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PangoLayout) layout = accord_paper_make_layout (self, names[i], 11, PANGO_WEIGHT_SEMIBOLD, width);

      names_height = MAX (names_height, accord_paper_layout_get_height (layout));
    }
  accord_paper_keep_together (self, SIGNATURE + names_height + 24);
  /* At the foot of the sheet, where people look for it. */
  self->y = MAX (self->y + SIGNATURE, accord_paper_get_bottom (self) - names_height - 24);
  for (guint i = 0; i < n; i++)
    {
      double x = ACCORD_PAPER_MARGIN + i * (width + ACCORD_PAPER_GAP), y = self->y;
      g_autoptr (PangoLayout) name = accord_paper_make_layout (self, names[i], 11, PANGO_WEIGHT_SEMIBOLD, width);
      g_autoptr (PangoLayout) part = accord_paper_make_layout (self, parts[i], 8.5, PANGO_WEIGHT_NORMAL, width);

      accord_paper_put_rule (self, x, y, width, 0);
      self->y = y + 6;
      accord_paper_put_layout (self, name, x, 0, FALSE);
      self->y += accord_paper_layout_get_height (name) + 1;
      accord_paper_put_layout (self, part, x, 0.4, FALSE);
      self->y = y;
    }
}

/* Who and what it is, and which page of how many, at the foot of each; known when all the rest is laid out. */
static void
put_feet (AccordPaperFlow *self,
          AccordPromise   *promise)
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
      layout = accord_paper_make_layout (self, foot, 8, PANGO_WEIGHT_NORMAL, self->width - 2 * ACCORD_PAPER_MARGIN);
      pango_layout_set_height (layout, -2);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      self->n_pages = page;
      self->y = self->height - ACCORD_PAPER_MARGIN - 4;
      accord_paper_put_layout (self, layout, ACCORD_PAPER_MARGIN, 0.45, FALSE);
    }
}

AccordPromiseLayout *
accord_promise_layout_new (AccordPromise *promise,
                           double         width,
                           double         height)
{
  AccordPromiseLayout *self = g_new0 (AccordPromiseLayout, 1);
  AccordPaperFlow *flow = &self->flow;
  /* Translators: the heading of the paper; %s is a plan year such as "2027" or "FY27". */
  g_autofree char *heading = g_strdup_printf (_("A promise for %s"), accord_promise_get_year (promise));

  accord_paper_flow_init (flow, width, height);
  accord_paper_put_text (flow, heading, 11, PANGO_WEIGHT_NORMAL, 0, 0.4);
  accord_paper_put_text (flow, accord_promise_get_sentence (promise), 21, PANGO_WEIGHT_BOLD, 10, 0);
  accord_paper_put_text (flow, accord_promise_get_stretch (promise), 12, PANGO_WEIGHT_NORMAL, 12, 0);
  put_quarters (flow, promise);
  accord_paper_put_text (flow, accord_promise_get_week (promise), 12, PANGO_WEIGHT_NORMAL, 16, 0);
  accord_paper_put_text (flow, accord_promise_get_holds (promise), 12, PANGO_WEIGHT_SEMIBOLD, 6, 0);
  accord_paper_put_text (flow, accord_promise_get_dated (promise), 12, PANGO_WEIGHT_NORMAL, 6, 0);
  put_goals (flow, promise);
  put_signatures (flow, promise);
  put_feet (flow, promise);

  return self;
}

void
accord_promise_layout_free (AccordPromiseLayout *self)
{
  accord_paper_flow_clear (&self->flow);
  g_free (self);
}

guint
accord_promise_layout_get_n_pages (AccordPromiseLayout *self)
{
  return self->flow.n_pages;
}

void
accord_promise_layout_draw (AccordPromiseLayout *self,
                            cairo_t             *cr,
                            guint                page)
{
  accord_paper_flow_draw (&self->flow, cr, page);
}
