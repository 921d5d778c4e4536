/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-planning-grid-private.h"

#include <glib/gi18n.h>

/* How far Page Up and Page Down go. */
#define PAGE 20

static guint
count_rows (AccordPlanningGrid *self)
{
  return self->rows != NULL ? g_list_model_get_n_items (self->rows) : 0;
}

void
accord_planning_grid_get_range (AccordPlanningGrid  *self,
                                AccordPlanningRange *range)
{
  range->first_row = MIN (self->row, self->anchor_row);
  range->last_row = MIN (MAX (self->row, self->anchor_row), MAX (count_rows (self), 1) - 1);
  range->first_column = MIN (self->column, self->anchor_column);
  range->last_column = MAX (self->column, self->anchor_column);
}

AccordPlanningRow *
accord_planning_grid_dup_row (AccordPlanningGrid *self,
                              guint               position)
{
  return self->rows != NULL ? g_list_model_get_item (self->rows, position) : NULL;
}

AccordPlanningCell *
accord_planning_grid_find_cell (AccordPlanningGrid  *self,
                                guint                position,
                                AccordPlanningColumn column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      AccordPlanningCell *cell = g_ptr_array_index (self->cells, i);

      if (accord_planning_cell_get_column (cell) == column && accord_planning_cell_get_position (cell) == position)
        return cell;
    }

  return NULL;
}

gboolean
accord_planning_grid_shows (AccordPlanningGrid  *self,
                            AccordPlanningColumn column)
{
  return !self->grouped || column != ACCORD_PLANNING_COLUMN_TERRITORY;
}

void
accord_planning_grid_show_cursor (AccordPlanningGrid *self)
{
  AccordPlanningRange range;
  gboolean single = self->row == self->anchor_row && self->column == self->anchor_column;

  accord_planning_grid_get_range (self, &range);
  for (guint i = 0; i < self->cells->len; i++)
    {
      AccordPlanningCell *cell = g_ptr_array_index (self->cells, i);
      AccordPlanningColumn column = accord_planning_cell_get_column (cell);
      guint position = accord_planning_cell_get_position (cell);

      accord_planning_cell_set_selected (cell, !single && column >= range.first_column && column <= range.last_column
                                                 && position >= range.first_row && position <= range.last_row);
    }
  accord_planning_grid_say (self, "");
}

/* Columns are as wide as they are, and the window may not be: what has the focus is in sight. */
static void
scroll_across (AccordPlanningGrid *self,
               AccordPlanningCell *cell)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);
  graphene_rect_t bounds;
  double value = gtk_adjustment_get_value (adjustment);

  if (!gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self->view), &bounds)
      || gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return;
  gtk_adjustment_clamp_page (adjustment, value + bounds.origin.x, value + bounds.origin.x + bounds.size.width);
}

static void
scroll_to_row (AccordPlanningGrid *self,
               guint               position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BASE (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

void
accord_planning_grid_move_to (AccordPlanningGrid  *self,
                              guint                position,
                              AccordPlanningColumn column,
                              gboolean             extend)
{
  AccordPlanningCell *cell;
  guint n = count_rows (self);

  if (n == 0)
    return;

  if (!accord_planning_grid_shows (self, column))
    column = column > self->column ? column + 1 : column - 1;
  self->row = MIN (position, n - 1);
  self->column = MIN (column, ACCORD_PLANNING_N_COLUMNS - 1);
  if (!extend)
    {
      self->anchor_row = self->row;
      self->anchor_column = self->column;
    }
  scroll_to_row (self, self->row);
  cell = accord_planning_grid_find_cell (self, self->row, self->column);
  if (cell != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (cell));
      scroll_across (self, cell);
    }
  accord_planning_grid_show_cursor (self);
}

gboolean
accord_planning_grid_step_row (AccordPlanningGrid *self,
                               int                 step)
{
  guint n = count_rows (self);

  /* Totals are passed over: nothing is typed there. */
  for (guint row = self->row + (guint) step; row < n; row += (guint) step)
    {
      g_autoptr (AccordPlanningRow) found = accord_planning_grid_dup_row (self, row);

      if (accord_planning_row_get_kind (found) == ACCORD_PLANNING_ROW_MEMBER)
        {
          accord_planning_grid_move_to (self, row, self->column, FALSE);
          return TRUE;
        }
    }
  accord_planning_grid_move_to (self, self->row, self->column, FALSE);

  return FALSE;
}

gboolean
accord_planning_grid_advance (AccordPlanningGrid *self,
                              int                 step)
{
  AccordFigure figure;
  int column = (int) self->column + step;

  while (column >= 0 && column < ACCORD_PLANNING_N_COLUMNS
         && !accord_planning_column_get_figure ((AccordPlanningColumn) column, &figure))
    column += step;
  if (column >= 0 && column < ACCORD_PLANNING_N_COLUMNS)
    {
      accord_planning_grid_move_to (self, self->row, (AccordPlanningColumn) column, FALSE);
      return TRUE;
    }

  self->column = step > 0 ? ACCORD_PLANNING_COLUMN_QUOTA : ACCORD_PLANNING_COLUMN_Q4;

  return accord_planning_grid_step_row (self, step);
}

/* Out of the grid, to what stands before or after it: Tab belongs to the cells. */
static void
leave (AccordPlanningGrid *self,
       gboolean            backwards)
{
  if (!backwards && gtk_widget_get_mapped (GTK_WIDGET (self->plan_button)) && gtk_widget_grab_focus (GTK_WIDGET (self->plan_button)))
    return;

  for (GtkWidget *sibling = gtk_widget_get_prev_sibling (GTK_WIDGET (self)); sibling != NULL;
       sibling = gtk_widget_get_prev_sibling (sibling))
    if (gtk_widget_child_focus (sibling, GTK_DIR_TAB_BACKWARD))
      return;
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          backwards ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

static gboolean
move_by_key (AccordPlanningGrid *self,
             guint               keyval,
             GdkModifierType     modifiers)
{
  gboolean extend = (modifiers & GDK_SHIFT_MASK) != 0, far = (modifiers & GDK_CONTROL_MASK) != 0;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int row = (int) self->row, column = (int) self->column, last = (int) count_rows (self) - 1;
  int across = 0;

  switch (keyval)
    {
    case GDK_KEY_Up:
      row = far ? 0 : row - 1;
      break;
    case GDK_KEY_Down:
      row = far ? last : row + 1;
      break;
    case GDK_KEY_Page_Up:
      row -= PAGE;
      break;
    case GDK_KEY_Page_Down:
      row += PAGE;
      break;
    case GDK_KEY_Left:
      across = mirrored ? 1 : -1;
      break;
    case GDK_KEY_Right:
      across = mirrored ? -1 : 1;
      break;
    case GDK_KEY_Home:
      column = 0;
      row = far ? 0 : row;
      break;
    case GDK_KEY_End:
      column = ACCORD_PLANNING_N_COLUMNS - 1;
      row = far ? last : row;
      break;
    default:
      return FALSE;
    }
  if (across != 0)
    column = far ? (across > 0 ? ACCORD_PLANNING_N_COLUMNS - 1 : 0) : column + across;
  accord_planning_grid_move_to (self, (guint) CLAMP (row, 0, last),
                                (AccordPlanningColumn) CLAMP (column, 0, ACCORD_PLANNING_N_COLUMNS - 1), extend);

  return TRUE;
}

static gboolean
on_key_editing (AccordPlanningGrid *self,
                guint               keyval,
                GdkModifierType     modifiers)
{
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;
  int step = shift ? -1 : 1;

  if (keyval == GDK_KEY_Escape)
    {
      accord_planning_grid_cancel_edit (self);
      return TRUE;
    }
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    {
      if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
        step = keyval == GDK_KEY_Up ? -1 : 1;
      if (accord_planning_grid_end_edit (self))
        accord_planning_grid_step_row (self, step);
      return TRUE;
    }
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    {
      if (accord_planning_grid_end_edit (self))
        accord_planning_grid_advance (self, step);
      return TRUE;
    }

  return FALSE;
}

static gboolean
on_key_control (AccordPlanningGrid *self,
                guint               keyval,
                GdkModifierType     modifiers)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_c:
      accord_planning_grid_copy (self);
      return TRUE;

    case GDK_KEY_v:
      accord_planning_grid_paste (self);
      return TRUE;

    case GDK_KEY_a:
      accord_planning_grid_move_to (self, 0, ACCORD_PLANNING_COLUMN_MEMBER, FALSE);
      self->anchor_row = MAX (count_rows (self), 1) - 1;
      self->anchor_column = ACCORD_PLANNING_COLUMN_STATE;
      accord_planning_grid_show_cursor (self);
      return TRUE;

    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      leave (self, (modifiers & GDK_SHIFT_MASK) != 0);
      return TRUE;

    default:
      return move_by_key (self, keyval, modifiers);
    }
}

static gboolean
on_key_plain (AccordPlanningGrid *self,
              guint               keyval,
              GdkModifierType     modifiers)
{
  int step = (modifiers & GDK_SHIFT_MASK) != 0 ? -1 : 1;
  gunichar character = gdk_keyval_to_unicode (keyval);

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->column == ACCORD_PLANNING_COLUMN_STATE)
        accord_planning_grid_ask_plan (self);
      else
        accord_planning_grid_step_row (self, step);
      return TRUE;

    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (!accord_planning_grid_advance (self, step))
        leave (self, step < 0);
      return TRUE;

    case GDK_KEY_F2:
      if (self->column == ACCORD_PLANNING_COLUMN_STATE)
        accord_planning_grid_ask_plan (self);
      else
        accord_planning_grid_begin_edit (self, NULL);
      return TRUE;

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      accord_planning_grid_clear_range (self);
      return TRUE;

    case GDK_KEY_Escape:
      if (self->row == self->anchor_row && self->column == self->anchor_column)
        return FALSE;
      accord_planning_grid_move_to (self, self->row, self->column, FALSE);
      return TRUE;

    default:
      break;
    }

  if (character > ' ' && g_unichar_isprint (character))
    {
      char text[7] = { 0 };

      g_unichar_to_utf8 (character, text);
      return accord_planning_grid_begin_edit (self, text);
    }

  return move_by_key (self, keyval, modifiers);
}

gboolean
accord_planning_grid_on_key (AccordPlanningGrid *self,
                             guint               keyval,
                             GdkModifierType     modifiers)
{
  modifiers &= GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  if ((modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || count_rows (self) == 0)
    return FALSE;
  if (self->editor != NULL)
    return on_key_editing (self, keyval, modifiers);
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    return on_key_control (self, keyval, modifiers);

  return on_key_plain (self, keyval, modifiers);
}
