/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-picture-private.h"

#include "accord-paper-flow.h"
#include "accord-report-text.h"

#include <glib/gi18n.h>

#define TEXT_MAX 1000

/* What is mixed into the ground for each quadrant, and how much, as ui/swot/swot.css does. */
static const struct
{
  guint color;
  double share;
} quadrant_inks[ACCORD_BOARD_N_QUADRANTS] = {
  [ACCORD_QUADRANT_STRENGTH] = { 0x33d17a, 0.17 },
  [ACCORD_QUADRANT_WEAKNESS] = { 0xf5c211, 0.19 },
  [ACCORD_QUADRANT_OPPORTUNITY] = { 0x62a0ea, 0.16 },
  [ACCORD_QUADRANT_THREAT] = { 0xed333b, 0.15 },
};

static AccordBoardInk
ink_of (guint color)
{
  return (AccordBoardInk) { (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0, 1 };
}

static AccordBoardInk
ink_mix (AccordBoardInk one,
         AccordBoardInk other,
         double         share)
{
  return (AccordBoardInk) { one.red + (other.red - one.red) * share, one.green + (other.green - one.green) * share,
                            one.blue + (other.blue - one.blue) * share, 1 };
}

/* The window's own colours in its light and its dark style. */
static void
set_colors (AccordBoardColors *colors,
            gboolean           dark)
{
  const AccordBoardInk ink = dark ? ink_of (0xffffff) : ink_of (0x000000);

  colors->ground = ink_of (dark ? 0x242424 : 0xfafafa);
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    colors->quadrants[i] = ink_mix (colors->ground, ink_of (quadrant_inks[i].color), quadrant_inks[i].share);
  colors->card = ink_of (0xffffff);
  colors->edge = ink;
  colors->text = ink;
  if (dark)
    colors->card.alpha = 0.08;
  else
    colors->text.alpha = 0.8;
  colors->edge.alpha = dark ? 0.1 : 0.09;
  colors->quiet = colors->faint = colors->text;
  colors->quiet.alpha = dark ? 0.75 : 0.62;
  colors->faint.alpha = 0.22;
}

AccordBoardPicture *
accord_board_picture_new (AccordWorkspace                 *workspace,
                          const AccordBoardScope          *scope,
                          AccordDate                       as_of,
                          const AccordBoardPictureOptions *options,
                          GError                         **error)
{
  g_autoptr (AccordBoardCopy) copy = accord_board_copy_new (workspace, scope, options->audience, as_of, error);
  AccordBoardPicture *self;

  if (copy == NULL)
    return NULL;

  self = g_new0 (AccordBoardPicture, 1);
  self->copy = g_steal_pointer (&copy);
  self->options = *options;
  set_colors (&self->colors, options->dark);
  self->context = accord_paper_context_new ();
  if (options->mirrored)
    pango_context_set_base_dir (self->context, PANGO_DIRECTION_RTL);
  self->fields = g_array_new (FALSE, FALSE, sizeof (AccordBoardField));
  self->spots = g_array_new (FALSE, FALSE, sizeof (AccordBoardSpot));
  accord_board_picture_unset_paper (self);

  return self;
}

void
accord_board_picture_free (AccordBoardPicture *self)
{
  g_array_unref (self->fields);
  g_array_unref (self->spots);
  g_object_unref (self->context);
  accord_board_copy_free (self->copy);
  g_free (self);
}

const AccordBoardCopy *
accord_board_picture_get_copy (AccordBoardPicture *self)
{
  return self->copy;
}

guint
accord_board_picture_get_n_pages (AccordBoardPicture *self)
{
  return self->n_pages;
}

PangoLayout *
accord_board_picture_layout (AccordBoardPicture *self,
                             const char         *text,
                             double              size,
                             PangoWeight         weight,
                             double              width,
                             int                 lines)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (ACCORD_PAPER_FAMILY);
  g_autofree char *clean = accord_report_text_clean_line (text, TEXT_MAX);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (MAX (width, size) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (lines > 0)
    {
      pango_layout_set_height (layout, -lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_text (layout, clean, -1);
  /* Pango turns round what a text from right to left asks for. */
  if (self->options.mirrored && pango_layout_get_direction (layout, 0) != PANGO_DIRECTION_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);

  return layout;
}

void
accord_board_layout_get_size (PangoLayout *layout,
                              double      *width,
                              double      *height)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  if (width != NULL)
    *width = (double) extents.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) extents.height / PANGO_SCALE;
}

void
accord_board_ink_set (cairo_t              *cr,
                      const AccordBoardInk *ink)
{
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha);
}

void
accord_board_rounded (cairo_t               *cr,
                      const AccordBoardRect *rect,
                      double                 radius)
{
  const double right = rect->x + rect->width, bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

char *
accord_board_picture_dup_title (AccordBoardPicture *self)
{
  /* Translators: the title of a picture of the board; a plan year, and the team's or a territory's name. */
  return g_strdup_printf (_("SWOT %1$s · %2$s"), self->copy->year_name,
                          self->copy->scope.territory != 0 ? self->copy->scope_name : self->copy->team);
}

char *
accord_board_picture_dup_description (AccordBoardPicture *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      GPtrArray *cards = self->copy->quadrants[i];

      g_string_append_printf (text, "%s (%u)\n", accord_quadrant_get_label ((AccordQuadrant) i), cards->len);
      for (guint j = 0; j < cards->len && !self->copy->covered; j++)
        {
          const AccordBoardCopyCard *entry = g_ptr_array_index (cards, j);
          const char *detail = accord_card_get_detail (entry->card);
          g_autofree char *marks = accord_board_card_dup_marks (self, entry);

          g_string_append_printf (text, "%u. %s", entry->place, accord_card_get_title (entry->card));
          if (*detail != '\0')
            g_string_append_printf (text, " – %s", detail);
          g_string_append_printf (text, " (%s)\n", marks);
        }
    }

  return g_strdup (text->str);
}
