/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-picture-private.h"

#define PICTURE_TYPE 13.0
#define PICTURE_COLUMN 21.0 /* how wide a column of cards is, in terms of the type */
#define PICTURE_ALONE 34.0  /* where there is but one in a quadrant */
#define PICTURE_COLUMNS_MAX 5
#define PAPER_COLUMN 13.0 /* at least */
#define PAPER_COLUMNS_MAX 5
#define FLATTEST 3.4 /* no card is lower than that */
#define ROW_MIN 8.0
#define MARGIN 2.2

/* Type in which the marks, the smallest there is, are 9 down to 7 points. */
static const double types[] = { 10.75, 10, 9.25, 8.75, 8.25 };

/* Cards of a quadrant that have no place yet, measured for a width. */
typedef struct
{
  GPtrArray *cards;
  guint first;
  guint n_columns;
  double width; /* of a card */
  double space;
  double *heights;
} Pile;

static void
pile_clear (Pile *pile)
{
  g_clear_pointer (&pile->heights, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pile, pile_clear)

static double
body_width (AccordBoardPicture *self,
            double              field_width)
{
  return field_width - 2 * ACCORD_BOARD_PAD * self->type;
}

static void
pile_init (Pile               *pile,
           AccordBoardPicture *self,
           GPtrArray          *cards,
           guint               first,
           double              field_width,
           guint               n_columns)
{
  pile->cards = cards;
  pile->first = first;
  pile->n_columns = n_columns;
  pile->space = ACCORD_BOARD_SPACE * self->type;
  pile->width = (body_width (self, field_width) - (n_columns - 1) * pile->space) / n_columns;
  pile->heights = g_new0 (double, cards->len + 1);
  for (guint i = first; i < cards->len; i++)
    pile->heights[i] = accord_board_card_measure (self, g_ptr_array_index (cards, i), pile->width);
}

/* The first card that has no place when the columns are as high as that; one that is higher than a page has one all the
 * same. */
static guint
pile_fill (const Pile *pile,
           double      height)
{
  guint next = pile->first;

  for (guint column = 0; column < pile->n_columns; column++)
    {
      double y = 0;

      while (next < pile->cards->len && (y == 0 || y + pile->heights[next] <= height))
        y += pile->heights[next++] + pile->space;
    }

  return next;
}

/* The lowest that the columns can be to take all of it. */
static double
pile_need (const Pile *pile)
{
  double sum = 0, height = 0;

  for (guint i = pile->first; i < pile->cards->len; i++)
    {
      sum += pile->heights[i] + pile->space;
      height = MAX (height, pile->heights[i]);
    }
  height = MAX (height, sum / pile->n_columns - pile->space);
  while (pile_fill (pile, height) < pile->cards->len)
    height += pile->space;

  return height;
}

/* Gives each card its place, column by column, as many as there is room for, and evenly where that is all of them;
 * gives the first one without. */
static guint
put_cards (AccordBoardPicture     *self,
           const Pile             *pile,
           const AccordBoardField *field)
{
  const double x = field->rect.x + ACCORD_BOARD_PAD * self->type, top = field->rect.y + ACCORD_BOARD_HEAD * self->type;
  const double room = field->rect.height - (ACCORD_BOARD_HEAD + ACCORD_BOARD_PAD) * self->type;
  const double height = MIN (room + 0.01, pile_need (pile) + 0.01);
  guint next = pile->first;

  for (guint column = 0; column < pile->n_columns; column++)
    {
      const guint place = self->options.mirrored ? pile->n_columns - 1 - column : column;
      double y = 0;

      for (; next < pile->cards->len && (y == 0 || y + pile->heights[next] <= height); next++)
        {
          AccordBoardSpot spot = { g_ptr_array_index (pile->cards, next), field->page,
                                   { x + place * (pile->width + pile->space), top + y, pile->width,
                                     pile->heights[next] } };

          g_array_append_val (self->spots, spot);
          y += pile->heights[next] + pile->space;
        }
    }

  return next;
}

/* Where the quadrants are, between the margins, the title and the names of the axes. */
static AccordBoardRect
inner_rect (AccordBoardPicture *self,
            gboolean            with_axes)
{
  const double margin = MARGIN * self->type, axis = with_axes ? ACCORD_BOARD_AXIS * self->type : 0;
  const double top = margin + ACCORD_BOARD_TITLE * self->type + axis;

  return (AccordBoardRect) { margin + (self->options.mirrored ? 0 : axis), top, self->width - 2 * margin - axis,
                             self->height - top - margin };
}

static double
half_width (AccordBoardPicture    *self,
            const AccordBoardRect *inner)
{
  return (inner->width - ACCORD_BOARD_SPACE * self->type) / 2;
}

/* The two quadrants of a row, or the only one that goes on there, which then has all of it. */
static guint
row_fields (AccordBoardPicture    *self,
            const AccordBoardRect *inner,
            guint                  row,
            guint                  page,
            const guint            firsts[ACCORD_BOARD_N_QUADRANTS],
            AccordBoardField       fields[2])
{
  const double half = half_width (self, inner);
  guint n = 0;

  for (guint side = 0; side < 2; side++)
    {
      const guint quadrant = 2 * row + side;
      const gboolean end = (side == 1) != self->options.mirrored;

      if (page > 0 && firsts[quadrant] == self->copy->quadrants[quadrant]->len)
        continue;
      fields[n++] = (AccordBoardField) { (AccordQuadrant) quadrant, page, page > 0 && firsts[quadrant] > 0,
                                         { inner->x + (end ? inner->width - half : 0), 0, half, 0 } };
    }
  if (n == 1)
    {
      fields[0].rect.x = inner->x;
      fields[0].rect.width = inner->width;
    }

  return n;
}

static guint
columns_for (AccordBoardPicture *self,
             double              field_width)
{
  const double space = ACCORD_BOARD_SPACE * self->type;
  const double n = (body_width (self, field_width) + space) / (PAPER_COLUMN * self->type + space);

  return (guint) CLAMP (n, 1, 2 * PAPER_COLUMNS_MAX);
}

/* How high the row has to be for all of its cards. */
static double
row_need (AccordBoardPicture     *self,
          const AccordBoardField *fields,
          guint                   n_fields,
          const guint             firsts[ACCORD_BOARD_N_QUADRANTS],
          guint                   n_columns)
{
  double need = ROW_MIN * self->type;

  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (Pile) pile = { 0 };

      pile_init (&pile, self, self->copy->quadrants[fields[i].quadrant], firsts[fields[i].quadrant],
                 fields[i].rect.width, n_columns > 0 ? n_columns : columns_for (self, fields[i].rect.width));
      need = MAX (need, pile_need (&pile) + (ACCORD_BOARD_HEAD + ACCORD_BOARD_PAD) * self->type);
    }

  return need;
}

static void
put_row (AccordBoardPicture *self,
         AccordBoardField   *fields,
         guint               n_fields,
         double              y,
         double              height,
         guint               firsts[ACCORD_BOARD_N_QUADRANTS],
         guint               n_columns)
{
  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (Pile) pile = { 0 };
      const AccordQuadrant quadrant = fields[i].quadrant;

      fields[i].rect.y = y;
      fields[i].rect.height = height;
      pile_init (&pile, self, self->copy->quadrants[quadrant], firsts[quadrant], fields[i].rect.width,
                 n_columns > 0 ? n_columns : columns_for (self, fields[i].rect.width));
      firsts[quadrant] = put_cards (self, &pile, &fields[i]);
      g_array_append_val (self->fields, fields[i]);
    }
}

static guint
most_cards (AccordBoardPicture *self)
{
  guint most = 0;

  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    most = MAX (most, self->copy->quadrants[i]->len);

  return most;
}

/* As many columns as make it about as wide as a screen; the height is what comes of it. */
static void
lay_out_picture (AccordBoardPicture *self)
{
  const guint most = most_cards (self);
  guint firsts[ACCORD_BOARD_N_QUADRANTS] = { 0 }, n_columns = 1;
  double heights[2], quadrant, space;
  AccordBoardField fields[2];
  AccordBoardRect inner;

  self->type = PICTURE_TYPE;
  space = ACCORD_BOARD_SPACE * self->type;
  /* The pile of n columns is about as high as half of it is wide. */
  while (n_columns < PICTURE_COLUMNS_MAX && most > 3 * n_columns * n_columns)
    n_columns++;
  quadrant = (n_columns > 1 ? n_columns * PICTURE_COLUMN : PICTURE_ALONE) * self->type;
  self->width = 2 * quadrant + space + (2 * MARGIN + ACCORD_BOARD_AXIS) * self->type;
  self->n_pages = 1;

  inner = inner_rect (self, TRUE);
  for (guint row = 0; row < 2; row++)
    heights[row] = row_need (self, fields, row_fields (self, &inner, row, 0, firsts, fields), firsts, n_columns);
  for (guint row = 0; row < 2; row++)
    put_row (self, fields, row_fields (self, &inner, row, 0, firsts, fields),
             inner.y + (row == 0 ? 0 : heights[0] + space), heights[row], firsts, n_columns);
  self->height = inner.y + heights[0] + space + heights[1] + MARGIN * self->type;
}

/* Everything on one sheet in this type, if it fits. */
static gboolean
lay_out_sheet (AccordBoardPicture *self,
               double              type,
               guint               n_columns)
{
  const guint most = most_cards (self);
  guint firsts[ACCORD_BOARD_N_QUADRANTS] = { 0 };
  double heights[2], space, room, left;
  AccordBoardField fields[2];
  AccordBoardRect inner;

  self->type = type;
  space = ACCORD_BOARD_SPACE * type;
  inner = inner_rect (self, TRUE);
  room = inner.height - space;
  /* No need to measure what cannot be. */
  if ((n_columns > 1 && n_columns > columns_for (self, half_width (self, &inner)))
      || (most + n_columns - 1) / n_columns * FLATTEST * type > room)
    return FALSE;

  for (guint row = 0; row < 2; row++)
    heights[row] = row_need (self, fields, row_fields (self, &inner, row, 0, firsts, fields), firsts, n_columns);
  left = room - heights[0] - heights[1];
  if (left < 0)
    return FALSE;
  for (guint row = 0; row < 2; row++)
    put_row (self, fields, row_fields (self, &inner, row, 0, firsts, fields),
             inner.y + (row == 0 ? 0 : heights[0] + left / 2 + space), heights[row] + left / 2, firsts, n_columns);
  self->n_pages = 1;

  return TRUE;
}

/* A sheet with as much as there is room for of what has no place yet. */
static void
lay_out_part (AccordBoardPicture *self,
              guint               firsts[ACCORD_BOARD_N_QUADRANTS])
{
  const guint page = self->n_pages++;
  const AccordBoardRect inner = inner_rect (self, page == 0);
  AccordBoardField fields[2][2];
  guint n_fields[2];
  double needs[2], heights[2], space = ACCORD_BOARD_SPACE * self->type, room;

  for (guint row = 0; row < 2; row++)
    {
      n_fields[row] = row_fields (self, &inner, row, page, firsts, fields[row]);
      needs[row] = n_fields[row] > 0 ? row_need (self, fields[row], n_fields[row], firsts, 0) : 0;
    }
  if (n_fields[0] == 0 || n_fields[1] == 0)
    space = 0;
  room = inner.height - space;
  /* Half each, but for what one of them does not need. */
  heights[0] = needs[0] + needs[1] <= room ? needs[0] : CLAMP (needs[0], 0, MAX (room / 2, room - needs[1]));
  heights[1] = MIN (needs[1], room - heights[0]);
  if (page == 0)
    heights[1] = room - heights[0];
  put_row (self, fields[0], n_fields[0], inner.y, heights[0], firsts, 0);
  put_row (self, fields[1], n_fields[1], inner.y + heights[0] + space, heights[1], firsts, 0);
}

static gboolean
has_left (AccordBoardPicture *self,
          const guint         firsts[ACCORD_BOARD_N_QUADRANTS])
{
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    if (firsts[i] < self->copy->quadrants[i]->len)
      return TRUE;

  return FALSE;
}

static void
lay_out_paper (AccordBoardPicture *self)
{
  guint firsts[ACCORD_BOARD_N_QUADRANTS] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    for (guint n_columns = 1; n_columns <= PAPER_COLUMNS_MAX; n_columns++)
      if (lay_out_sheet (self, types[i], n_columns))
        return;

  self->type = types[G_N_ELEMENTS (types) - 1];
  self->n_pages = 0;
  do
    lay_out_part (self, firsts);
  while (has_left (self, firsts));
}

static void
forget_places (AccordBoardPicture *self)
{
  g_array_set_size (self->fields, 0);
  g_array_set_size (self->spots, 0);
}

void
accord_board_picture_set_paper (AccordBoardPicture *self,
                                double              width,
                                double              height)
{
  g_return_if_fail (width > 0 && height > 0);

  self->on_paper = TRUE;
  self->width = width;
  self->height = height;
  forget_places (self);
  lay_out_paper (self);
}

void
accord_board_picture_unset_paper (AccordBoardPicture *self)
{
  self->on_paper = FALSE;
  forget_places (self);
  lay_out_picture (self);
}
