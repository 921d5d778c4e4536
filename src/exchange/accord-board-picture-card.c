/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-picture-private.h"

#include <glib/gi18n.h>

#define TITLE_LINES 4
#define DETAIL_LINES 2
#define PAD_X 0.8
#define PAD_Y 0.62
#define COVERED 4.2 /* how high a covered card is, whatever is on it */
#define RADIUS 0.8

typedef struct
{
  AccordBoardMark mark;
  char *text;
} Mark;

static void
mark_clear (gpointer data)
{
  g_free (((Mark *) data)->text);
}

static void
add_mark (GArray         *marks,
          AccordBoardMark mark,
          char           *text)
{
  const Mark row = { mark, text };

  g_array_append_val (marks, row);
}

/* "Product: agreed" for each; a department that is asked twice is named twice. */
static void
add_asks (GArray                    *marks,
          const AccordBoardCopyCard *entry)
{
  for (guint i = 0; i < entry->asks->len; i++)
    {
      AccordAsk *ask = g_ptr_array_index (entry->asks, i);

      /* Translators: what a department was asked, on a card: the department, and how far it has come. */
      add_mark (marks, ACCORD_BOARD_MARK_ASK,
                g_strdup_printf (_("%1$s: %2$s"), accord_ask_get_department (ask),
                                 accord_ask_status_get_label (accord_ask_get_status (ask))));
    }
}

static GArray *
list_marks (AccordBoardPicture        *self,
            const AccordBoardCopyCard *entry)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  const AccordControl control = accord_card_get_control (entry->card);
  const gint64 impact = accord_card_get_impact (entry->card);
  const AccordAudience audience = accord_card_get_audience (entry->card);

  g_array_set_clear_func (marks, mark_clear);
  if (entry->resolved)
    add_mark (marks, ACCORD_BOARD_MARK_RESOLVED, g_strdup (_("Resolved")));
  add_mark (marks, ACCORD_BOARD_MARK_OURS + control, g_strdup (accord_control_get_label (control)));
  if (impact > 0)
    add_mark (marks, ACCORD_BOARD_MARK_IMPACT, g_strdup_printf ("%" G_GINT64_FORMAT, impact));
  if (self->options.votes && self->copy->has_votes && entry->votes > 0)
    add_mark (marks, ACCORD_BOARD_MARK_VOTES,
              g_strdup_printf (ngettext ("%u vote", "%u votes", entry->votes), entry->votes));
  if (entry->merged->len > 0)
    /* Translators: on a card, how many others lie under it. */
    add_mark (marks, ACCORD_BOARD_MARK_MERGED, g_strdup_printf (C_("cards", "+%u"), entry->merged->len));
  if (entry->n_actions > 0)
    /* Translators: on a card, how many of its actions are done: "1 of 3 done". */
    add_mark (marks, ACCORD_BOARD_MARK_ACTIONS,
              g_strdup_printf (C_("actions", "%1$u of %2$u done"), entry->n_done, entry->n_actions));
  add_asks (marks, entry);
  if (audience != ACCORD_AUDIENCE_TEAM)
    add_mark (marks, ACCORD_BOARD_MARK_AUDIENCE, g_strdup (accord_audience_get_label (audience)));

  return marks;
}

char *
accord_board_card_dup_marks (AccordBoardPicture        *self,
                             const AccordBoardCopyCard *entry)
{
  g_autoptr (GArray) marks = list_marks (self, entry);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      g_autofree char *words = mark->mark == ACCORD_BOARD_MARK_IMPACT
                                 ? g_strdup_printf (_("Impact %d of 5"), (int) accord_card_get_impact (entry->card))
                                 : g_strdup (mark->text);

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", words);
    }

  return g_strdup (text->str);
}

/* A mark's picture and its word where it goes: to the next line where there is no room beside the one before. */
static void
draw_mark (AccordBoardPicture *self,
           cairo_t            *cr,
           const Mark         *mark,
           gint64              impact,
           double              x,
           double              y,
           double              icon,
           PangoLayout        *layout)
{
  const double baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  const double width = mark->mark == ACCORD_BOARD_MARK_IMPACT ? icon * 1.5 : icon;

  cairo_save (cr);
  cairo_translate (cr, x, y + baseline - icon * 0.92);
  accord_board_mark_draw (cr, mark->mark, impact, icon, &self->colors);
  cairo_restore (cr);
  accord_board_ink_set (cr, &self->colors.quiet);
  cairo_move_to (cr, x + width + icon * 0.4, y);
  pango_cairo_show_layout (cr, layout);
}

/* Draws the marks, or only measures them where cr is NULL; gives their height. */
static double
put_marks (AccordBoardPicture        *self,
           cairo_t                   *cr,
           const AccordBoardCopyCard *entry,
           const AccordBoardRect     *rect)
{
  g_autoptr (GArray) marks = list_marks (self, entry);
  const double size = self->type * ACCORD_BOARD_MARK, icon = size * 0.86, between = size * 0.95;
  double x = 0, y = 0, line = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      const double before = (mark->mark == ACCORD_BOARD_MARK_IMPACT ? icon * 1.5 : icon) + icon * 0.4;
      g_autoptr (PangoLayout) layout = accord_board_picture_layout (self, mark->text, size, PANGO_WEIGHT_NORMAL,
                                                                    rect->width - before, 1);
      double width, height;

      accord_board_layout_get_size (layout, &width, &height);
      if (x > 0 && x + before + width > rect->width)
        {
          x = 0;
          y += line;
        }
      /* The layout stands at the left of the room that it has: what it says begins after its picture. */
      pango_layout_set_width (layout, (int) ((width + 1) * PANGO_SCALE));
      if (cr != NULL)
        draw_mark (self, cr, mark, accord_card_get_impact (entry->card),
                   rect->x + (self->options.mirrored ? rect->width - x - before - width : x), rect->y + y, icon,
                   layout);
      line = height * 1.08;
      x += before + width + between;
    }

  return y + line;
}

/* Draws what is on a card, or only measures it where cr is NULL; gives its height. */
static double
put_card (AccordBoardPicture        *self,
          cairo_t                   *cr,
          const AccordBoardCopyCard *entry,
          const AccordBoardRect     *card)
{
  const double type = self->type;
  AccordBoardRect rect = { card->x + PAD_X * type, card->y + PAD_Y * type, card->width - 2 * PAD_X * type, 0 };
  const char *detail = accord_card_get_detail (entry->card);
  g_autoptr (PangoLayout) title = accord_board_picture_layout (self, accord_card_get_title (entry->card), type,
                                                               PANGO_WEIGHT_SEMIBOLD, rect.width, TITLE_LINES);
  double height;

  accord_board_layout_get_size (title, NULL, &height);
  if (cr != NULL)
    {
      accord_board_ink_set (cr, entry->resolved ? &self->colors.quiet : &self->colors.text);
      cairo_move_to (cr, rect.x, rect.y);
      pango_cairo_show_layout (cr, title);
    }
  rect.y += height;
  if (*detail != '\0')
    {
      g_autoptr (PangoLayout) layout = accord_board_picture_layout (self, detail, type * ACCORD_BOARD_DETAIL,
                                                                    PANGO_WEIGHT_NORMAL, rect.width, DETAIL_LINES);

      rect.y += type * 0.12;
      accord_board_layout_get_size (layout, NULL, &height);
      if (cr != NULL)
        {
          accord_board_ink_set (cr, &self->colors.quiet);
          cairo_move_to (cr, rect.x, rect.y);
          pango_cairo_show_layout (cr, layout);
        }
      rect.y += height;
    }
  rect.y += type * 0.3;
  rect.y += put_marks (self, cr, entry, &rect);

  return rect.y + PAD_Y * type - card->y;
}

double
accord_board_card_measure (AccordBoardPicture        *self,
                           const AccordBoardCopyCard *entry,
                           double                     width)
{
  const AccordBoardRect rect = { 0, 0, width, 0 };

  return self->copy->covered ? COVERED * self->type : put_card (self, NULL, entry, &rect);
}

void
accord_board_card_draw (AccordBoardPicture    *self,
                        cairo_t               *cr,
                        const AccordBoardSpot *spot)
{
  accord_board_rounded (cr, &spot->rect, RADIUS * self->type);
  accord_board_ink_set (cr, &self->colors.card);
  cairo_fill_preserve (cr);
  accord_board_ink_set (cr, &self->colors.edge);
  cairo_set_line_width (cr, self->type * 0.07);
  cairo_stroke (cr);

  cairo_save (cr);
  cairo_rectangle (cr, spot->rect.x, spot->rect.y, spot->rect.width, spot->rect.height);
  cairo_clip (cr);
  if (!self->copy->covered)
    put_card (self, cr, spot->entry, &spot->rect);
  cairo_restore (cr);
}
