/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-picture-private.h"

#include <glib/gi18n.h>

#define MARGIN 2.2
#define FIELD_RADIUS 1.1

typedef enum
{
  AT_START,
  AT_MIDDLE,
  AT_END,
} Place;

/* One line of text that stands at the start, in the middle or at the end of the room that it has; gives its width. */
static double
put_line (AccordBoardPicture   *self,
          cairo_t              *cr,
          const char           *text,
          double                size,
          PangoWeight           weight,
          const AccordBoardRect *room,
          Place                 place,
          const AccordBoardInk *ink)
{
  g_autoptr (PangoLayout) layout = accord_board_picture_layout (self, text, size, weight, room->width, 1);
  const gboolean end = place != AT_MIDDLE && (place == AT_END) != self->options.mirrored;
  double width, height, x;

  accord_board_layout_get_size (layout, &width, &height);
  pango_layout_set_width (layout, (int) ((width + 1) * PANGO_SCALE));
  x = room->x + (place == AT_MIDDLE ? (room->width - width) / 2 : end ? room->width - width : 0);
  accord_board_ink_set (cr, ink);
  cairo_move_to (cr, x, room->y + (room->height - height) / 2);
  pango_cairo_show_layout (cr, layout);

  return width;
}

static void
draw_title (AccordBoardPicture *self,
            cairo_t            *cr,
            guint               page)
{
  const double type = self->type, margin = MARGIN * type;
  AccordBoardRect room = { margin, margin - 0.5 * type, self->width - 2 * margin, 2.3 * type };
  g_autofree char *day = accord_date_format (self->copy->as_of);
  g_autofree char *heading = accord_board_picture_dup_title (self);
  g_autofree char *below = NULL;

  put_line (self, cr, heading, 1.75 * type, PANGO_WEIGHT_BOLD, &room, AT_START, &self->colors.text);
  if (self->copy->scope.territory != 0)
    below = g_strdup_printf ("%s · %s", self->copy->team, day);
  else
    below = g_strdup_printf ("%s · %s", self->copy->scope_name, day);
  room.y += room.height;
  room.height = 1.5 * type;
  put_line (self, cr, below, type * ACCORD_BOARD_DETAIL, PANGO_WEIGHT_NORMAL, &room, AT_START, &self->colors.quiet);
  if (self->n_pages > 1)
    {
      /* Translators: which sheet of how many. */
      g_autofree char *pages = g_strdup_printf (_("Page %1$u of %2$u"), page + 1, self->n_pages);

      put_line (self, cr, pages, type * ACCORD_BOARD_DETAIL, PANGO_WEIGHT_NORMAL, &room, AT_END, &self->colors.quiet);
    }
}

/* Above the two columns, and beside the two rows: only where all four quadrants are in their places. */
static void
draw_axes (AccordBoardPicture *self,
           cairo_t            *cr)
{
  const char *const names[2][2] = { { _("Helpful"), _("Harmful") }, { _("Internal"), _("External") } };
  const double size = self->type * ACCORD_BOARD_DETAIL, axis = ACCORD_BOARD_AXIS * self->type;

  for (guint i = 0; i < 2; i++)
    {
      const AccordBoardRect *above = &g_array_index (self->fields, AccordBoardField, i).rect;
      const AccordBoardRect *beside = &g_array_index (self->fields, AccordBoardField, 2 * i).rect;
      const AccordBoardRect room = { above->x, above->y - axis, above->width, axis };
      const AccordBoardRect turned = { -beside->height / 2, -axis / 2, beside->height, axis };

      put_line (self, cr, names[0][i], size, PANGO_WEIGHT_SEMIBOLD, &room, AT_MIDDLE, &self->colors.quiet);
      cairo_save (cr);
      cairo_translate (cr,
                       self->options.mirrored ? beside->x + beside->width + axis / 2 : beside->x - axis / 2,
                       beside->y + beside->height / 2);
      cairo_rotate (cr, self->options.mirrored ? G_PI / 2 : -G_PI / 2);
      put_line (self, cr, names[1][i], size, PANGO_WEIGHT_SEMIBOLD, &turned, AT_MIDDLE, &self->colors.quiet);
      cairo_restore (cr);
    }
}

static void
draw_field (AccordBoardPicture     *self,
            cairo_t                *cr,
            const AccordBoardField *field)
{
  const double type = self->type;
  AccordBoardRect head = { field->rect.x + 1.3 * type, field->rect.y + 0.35 * type, field->rect.width - 2.6 * type,
                           (ACCORD_BOARD_HEAD - 0.5) * type };
  g_autofree char *count = g_strdup_printf ("%u", self->copy->quadrants[field->quadrant]->len);
  const char *label = accord_quadrant_get_label (field->quadrant);
  /* Translators: a quadrant that goes on from the page before; %s is its name. */
  g_autofree char *name = field->goes_on ? g_strdup_printf (_("%s, continued"), label) : g_strdup (label);
  double width;

  accord_board_rounded (cr, &field->rect, FIELD_RADIUS * type);
  accord_board_ink_set (cr, &self->colors.quadrants[field->quadrant]);
  cairo_fill (cr);
  width = put_line (self, cr, name, 1.3 * type, PANGO_WEIGHT_BOLD, &head, AT_START, &self->colors.text) + 0.9 * type;
  if (!self->options.mirrored)
    head.x += width;
  head.width -= width;
  put_line (self, cr, count, type * ACCORD_BOARD_DETAIL, PANGO_WEIGHT_SEMIBOLD, &head, AT_START, &self->colors.quiet);
}

void
accord_board_picture_draw (AccordBoardPicture *self,
                           cairo_t            *cr,
                           guint               page)
{
  /* Paper is white already, and toner is dear. */
  if (!self->on_paper || self->options.dark)
    {
      accord_board_ink_set (cr, &self->colors.ground);
      cairo_rectangle (cr, 0, 0, self->width, self->height);
      cairo_fill (cr);
    }
  draw_title (self, cr, page);
  if (page == 0)
    draw_axes (self, cr);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const AccordBoardField *field = &g_array_index (self->fields, AccordBoardField, i);

      if (field->page == page)
        draw_field (self, cr, field);
    }
  for (guint i = 0; i < self->spots->len; i++)
    {
      const AccordBoardSpot *spot = &g_array_index (self->spots, AccordBoardSpot, i);

      if (spot->page == page)
        accord_board_card_draw (self, cr, spot);
    }
}
