/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-tows-grid.h"

#define GAP 12
#define N_CELLS (ACCORD_BOARD_N_QUADRANTS + ACCORD_TOWS_N)
#define MAX_COLUMNS 3
/* The characters that a column shows at least. */
#define COLUMN_CHARS 22

struct _AccordSwotTowsGrid
{
  GtkWidget parent_instance;

  /* By quadrant, then by kind of strategy; in the tree as they are read. */
  GtkWidget *cells[N_CELLS];
};

G_DEFINE_FINAL_TYPE (AccordSwotTowsGrid, accord_swot_tows_grid, GTK_TYPE_WIDGET)

/* Row and column of each cell, by the number of columns. */
static const struct
{
  int row, column;
} places[MAX_COLUMNS][N_CELLS] = {
  { { 0, 0 }, { 1, 0 }, { 2, 0 }, { 3, 0 }, { 4, 0 }, { 6, 0 }, { 5, 0 }, { 7, 0 } },
  { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 }, { 2, 0 }, { 3, 0 }, { 2, 1 }, { 3, 1 } },
  { { 0, 1 }, { 0, 2 }, { 1, 0 }, { 2, 0 }, { 1, 1 }, { 2, 1 }, { 1, 2 }, { 2, 2 } },
};

static int
grid_column_width (AccordSwotTowsGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int width = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics)) * COLUMN_CHARS;

  pango_font_metrics_unref (metrics);

  return width;
}

static int
grid_n_columns (AccordSwotTowsGrid *self,
                int                 width)
{
  if (width < 0)
    return MAX_COLUMNS;

  return CLAMP ((width + GAP) / (grid_column_width (self) + GAP), 1, MAX_COLUMNS);
}

/* Where a column begins, and how wide it is: what stands at the side takes less than the strategies. */
static void
grid_get_column (int  n_columns,
                 int  width,
                 int  column,
                 int *x,
                 int *column_width)
{
  const int room = width - (n_columns - 1) * GAP;
  const int side = n_columns == MAX_COLUMNS ? room * 7 / 25 : room / n_columns;
  const int other = n_columns > 1 ? (room - side) / (n_columns - 1) : 0;

  *column_width = column == 0 ? side : other;
  *x = column == 0 ? 0 : side + GAP + (column - 1) * (other + GAP);
}

/* Heights of the rows for the width; gives how many there are. */
static int
grid_measure_rows (AccordSwotTowsGrid *self,
                   int                 n_columns,
                   int                 width,
                   int                 heights[N_CELLS])
{
  int n_rows = 0;

  for (guint i = 0; i < N_CELLS; i++)
    heights[i] = 0;
  for (guint i = 0; i < N_CELLS; i++)
    {
      const int row = places[n_columns - 1][i].row;
      int x, column_width, height;

      if (self->cells[i] == NULL)
        continue;
      grid_get_column (n_columns, width, places[n_columns - 1][i].column, &x, &column_width);
      gtk_widget_measure (self->cells[i], GTK_ORIENTATION_VERTICAL, width < 0 ? -1 : column_width, NULL, &height, NULL,
                          NULL);
      heights[row] = MAX (heights[row], height);
      n_rows = MAX (n_rows, row + 1);
    }

  return n_rows;
}

static GtkSizeRequestMode
accord_swot_tows_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_swot_tows_grid_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  AccordSwotTowsGrid *self = ACCORD_SWOT_TOWS_GRID (widget);
  int heights[N_CELLS];
  int n_rows;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (guint i = 0; i < N_CELLS; i++)
        {
          int cell = 0;

          if (self->cells[i] != NULL)
            gtk_widget_measure (self->cells[i], orientation, -1, &cell, NULL, NULL, NULL);
          *minimum = MAX (*minimum, cell);
        }
      *natural = MAX (*minimum, MAX_COLUMNS * (grid_column_width (self) + GAP) - GAP);
      return;
    }

  n_rows = grid_measure_rows (self, grid_n_columns (self, for_size), for_size, heights);
  for (int i = 0; i < n_rows; i++)
    *minimum += heights[i] + (i > 0 ? GAP : 0);
  *natural = *minimum;
}

static void
accord_swot_tows_grid_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  AccordSwotTowsGrid *self = ACCORD_SWOT_TOWS_GRID (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int n_columns = grid_n_columns (self, width);
  int heights[N_CELLS], ys[N_CELLS];
  const int n_rows = grid_measure_rows (self, n_columns, width, heights);
  int spare = height, y = 0;

  for (int i = 0; i < n_rows; i++)
    spare -= heights[i] + (i > 0 ? GAP : 0);
  for (int i = 0; i < n_rows; i++)
    {
      /* The strategies take what is left. */
      if (n_columns == MAX_COLUMNS && i > 0)
        heights[i] += MAX (spare, 0) / (n_rows - 1);
      ys[i] = y;
      y += heights[i] + GAP;
    }
  for (guint i = 0; i < N_CELLS; i++)
    {
      const int row = places[n_columns - 1][i].row;
      int x, column_width;

      if (self->cells[i] == NULL)
        continue;
      grid_get_column (n_columns, width, places[n_columns - 1][i].column, &x, &column_width);
      if (mirrored)
        x = width - x - column_width;
      gtk_widget_size_allocate (self->cells[i], &(GtkAllocation) { x, ys[row], column_width, heights[row] }, -1);
    }
}

static void
accord_swot_tows_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  memset (ACCORD_SWOT_TOWS_GRID (object)->cells, 0, sizeof (ACCORD_SWOT_TOWS_GRID (object)->cells));

  G_OBJECT_CLASS (accord_swot_tows_grid_parent_class)->dispose (object);
}

static void
accord_swot_tows_grid_class_init (AccordSwotTowsGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_swot_tows_grid_dispose;
  widget_class->get_request_mode = accord_swot_tows_grid_get_request_mode;
  widget_class->measure = accord_swot_tows_grid_measure;
  widget_class->size_allocate = accord_swot_tows_grid_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_swot_tows_grid_init (AccordSwotTowsGrid *self)
{
}

static void
grid_set (AccordSwotTowsGrid *self,
          guint               cell,
          GtkWidget          *widget)
{
  g_return_if_fail (self->cells[cell] == NULL);

  self->cells[cell] = widget;
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
}

void
accord_swot_tows_grid_set_side (AccordSwotTowsGrid *self,
                                AccordQuadrant      quadrant,
                                GtkWidget          *side)
{
  g_return_if_fail (ACCORD_IS_SWOT_TOWS_GRID (self));

  grid_set (self, (guint) quadrant, side);
}

void
accord_swot_tows_grid_set_field (AccordSwotTowsGrid *self,
                                 AccordTows          tows,
                                 GtkWidget          *field)
{
  g_return_if_fail (ACCORD_IS_SWOT_TOWS_GRID (self));

  grid_set (self, ACCORD_BOARD_N_QUADRANTS + (guint) tows, field);
}
