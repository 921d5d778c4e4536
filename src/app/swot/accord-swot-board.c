/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-board.h"

#include <glib/gi18n.h>

#define GAP 12
#define AXIS_GAP 6

enum
{
  AXIS_HELPFUL,
  AXIS_HARMFUL,
  AXIS_INTERNAL,
  AXIS_EXTERNAL,
  N_AXES
};

struct _AccordSwotBoard
{
  GtkWidget parent_instance;

  GtkWidget *quadrants[ACCORD_BOARD_N_QUADRANTS];
  GtkWidget *axes[N_AXES];
};

G_DEFINE_FINAL_TYPE (AccordSwotBoard, accord_swot_board, GTK_TYPE_WIDGET)

/* The width of the narrowest quadrant that reads well: it grows with the text. */
static int
board_column_width (AccordSwotBoard *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int width = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics)) * 26;

  pango_font_metrics_unref (metrics);

  return width;
}

/* How thick a row of axis names is. */
static int
board_axis_size (AccordSwotBoard *self)
{
  int size = 0;

  for (guint i = 0; i < N_AXES; i++)
    {
      int height;

      gtk_widget_measure (self->axes[i], GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
      size = MAX (size, height);
    }

  return size + AXIS_GAP;
}

static gboolean
board_is_narrow (AccordSwotBoard *self,
                 int              width)
{
  return width >= 0 && width < 2 * board_column_width (self) + GAP + board_axis_size (self);
}

static GtkSizeRequestMode
accord_swot_board_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
board_measure_width (AccordSwotBoard *self,
                     int             *minimum,
                     int             *natural)
{
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      int quadrant_minimum;

      gtk_widget_measure (self->quadrants[i], GTK_ORIENTATION_HORIZONTAL, -1, &quadrant_minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, quadrant_minimum);
    }
  *natural = MAX (*minimum, 2 * board_column_width (self) + GAP + board_axis_size (self));
}

static void
board_measure_height (AccordSwotBoard *self,
                      int              width,
                      int             *minimum,
                      int             *natural)
{
  const gboolean narrow = board_is_narrow (self, width);
  int rows[2] = { 0, 0 };

  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      int quadrant_minimum;

      if (narrow)
        {
          *minimum += (i > 0 ? GAP : 0)
                      + accord_swot_quadrant_measure_full_height (ACCORD_SWOT_QUADRANT (self->quadrants[i]), width);
          continue;
        }
      gtk_widget_measure (self->quadrants[i], GTK_ORIENTATION_VERTICAL,
                          width < 0 ? -1 : (width - GAP - board_axis_size (self)) / 2, &quadrant_minimum, NULL, NULL, NULL);
      rows[i / 2] = MAX (rows[i / 2], quadrant_minimum);
    }

  /* Both rows get the same, and scroll for themselves; one below the other, the board scrolls as a whole. */
  if (!narrow)
    *minimum = 2 * MAX (rows[0], rows[1]) + GAP + board_axis_size (self);
  *natural = *minimum;
}

static void
accord_swot_board_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  AccordSwotBoard *self = ACCORD_SWOT_BOARD (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    board_measure_width (self, minimum, natural);
  else
    board_measure_height (self, for_size, minimum, natural);
}

static void
board_allocate_narrow (AccordSwotBoard *self,
                       int              width,
                       int              height)
{
  int heights[ACCORD_BOARD_N_QUADRANTS];
  int y = 0, spare = height - (ACCORD_BOARD_N_QUADRANTS - 1) * GAP;

  for (guint i = 0; i < N_AXES; i++)
    gtk_widget_set_child_visible (self->axes[i], FALSE);

  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      heights[i] = accord_swot_quadrant_measure_full_height (ACCORD_SWOT_QUADRANT (self->quadrants[i]), width);
      spare -= heights[i];
    }
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      heights[i] += MAX (spare, 0) / ACCORD_BOARD_N_QUADRANTS;
      gtk_widget_size_allocate (self->quadrants[i], &(GtkAllocation) { 0, y, width, heights[i] }, -1);
      y += heights[i] + GAP;
    }
}

static void
board_allocate_axes (AccordSwotBoard *self,
                     int              axis,
                     int              column,
                     int              row,
                     gboolean         mirrored)
{
  for (guint i = 0; i < 2; i++)
    {
      const int text = axis - AXIS_GAP;
      const int x = (mirrored ? 1 - (int) i : (int) i) * (column + GAP) + (mirrored ? 0 : axis);
      const int y = axis + (int) i * (row + GAP);
      GskTransform *turned;

      gtk_widget_set_child_visible (self->axes[AXIS_HELPFUL + i], TRUE);
      gtk_widget_size_allocate (self->axes[AXIS_HELPFUL + i], &(GtkAllocation) { x, 0, column, text }, -1);

      /* Read from below at the left, from above at the right. */
      if (mirrored)
        turned = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (2 * column + GAP + axis, y));
      else
        turned = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, y + row));
      turned = gsk_transform_rotate (turned, mirrored ? 90 : -90);
      gtk_widget_set_child_visible (self->axes[AXIS_INTERNAL + i], TRUE);
      gtk_widget_allocate (self->axes[AXIS_INTERNAL + i], row, text, -1, turned);
    }
}

static void
accord_swot_board_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  AccordSwotBoard *self = ACCORD_SWOT_BOARD (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int axis = board_axis_size (self);
  const int column = (width - axis - GAP) / 2;
  const int row = (height - axis - GAP) / 2;

  if (board_is_narrow (self, width))
    {
      board_allocate_narrow (self, width, height);
      return;
    }

  board_allocate_axes (self, axis, column, row, mirrored);
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      const int x = (int) (mirrored ? 1 - i % 2 : i % 2) * (column + GAP) + (mirrored ? 0 : axis);
      const int y = axis + (int) (i / 2) * (row + GAP);

      gtk_widget_size_allocate (self->quadrants[i], &(GtkAllocation) { x, y, column, row }, -1);
    }
}

static void
accord_swot_board_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (accord_swot_board_parent_class)->dispose (object);
}

static void
accord_swot_board_class_init (AccordSwotBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = accord_swot_board_dispose;
  widget_class->get_request_mode = accord_swot_board_get_request_mode;
  widget_class->measure = accord_swot_board_measure;
  widget_class->size_allocate = accord_swot_board_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "swotboard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_swot_board_init (AccordSwotBoard *self)
{
  /* Translators: the names of the board's axes: columns, then rows. */
  const char *names[N_AXES] = { _("Helpful"), _("Harmful"), _("Internal"), _("External") };

  for (guint i = 0; i < N_AXES; i++)
    {
      self->axes[i] = gtk_label_new (names[i]);
      gtk_label_set_ellipsize (GTK_LABEL (self->axes[i]), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (self->axes[i], "swot-axis");
      gtk_widget_set_parent (self->axes[i], GTK_WIDGET (self));
    }
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      self->quadrants[i] = accord_swot_quadrant_new ((AccordQuadrant) i);
      gtk_widget_set_parent (self->quadrants[i], GTK_WIDGET (self));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("SWOT Board"), -1);
}

AccordSwotQuadrant *
accord_swot_board_get_quadrant (AccordSwotBoard *self,
                                AccordQuadrant   quadrant)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_BOARD (self), NULL);
  g_return_val_if_fail ((guint) quadrant < ACCORD_BOARD_N_QUADRANTS, NULL);

  return ACCORD_SWOT_QUADRANT (self->quadrants[quadrant]);
}

AccordSwotCard *
accord_swot_board_find (AccordSwotBoard  *self,
                        AccordCard       *card,
                        AccordBoardPlace *place)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_BOARD (self), NULL);

  for (guint i = 0; card != NULL && i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      guint index;
      AccordSwotCard *widget = accord_swot_quadrant_find (ACCORD_SWOT_QUADRANT (self->quadrants[i]), card, &index);

      if (widget == NULL)
        continue;
      if (place != NULL)
        *place = (AccordBoardPlace) { (AccordQuadrant) i, index };
      return widget;
    }

  return NULL;
}
