/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-grid-private.h"

/* How far Page Up and Page Down go. */
#define PAGE 20

static guint
count_rows (AccordTargetGrid *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

void
accord_target_grid_get_range (AccordTargetGrid  *self,
                              AccordTargetRange *range)
{
  range->first_row = MIN (self->row, self->anchor_row);
  range->last_row = MIN (MAX (self->row, self->anchor_row), MAX (count_rows (self), 1) - 1);
  range->first_column = MIN (self->column, self->anchor_column);
  range->last_column = MAX (self->column, self->anchor_column);
}

AccordTargetCell *
accord_target_grid_find_cell (AccordTargetGrid *self,
                              guint             row,
                              guint             column)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (accord_target_cell_get_position (self->cells->pdata[i]) == row
        && accord_target_cell_get_column (self->cells->pdata[i]) == column)
      return self->cells->pdata[i];

  return NULL;
}

void
accord_target_grid_show_cursor (AccordTargetGrid *self)
{
  const gboolean single = self->row == self->anchor_row && self->column == self->anchor_column;
  AccordTargetRange range;

  accord_target_grid_get_range (self, &range);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const guint row = accord_target_cell_get_position (self->cells->pdata[i]);
      const guint column = accord_target_cell_get_column (self->cells->pdata[i]);

      accord_target_cell_set_selected (self->cells->pdata[i],
                                       !single && row >= range.first_row && row <= range.last_row
                                         && column >= range.first_column && column <= range.last_column);
    }
  accord_target_grid_say (self, "");
}

/* Columns are as wide as they are, and the window may not be: what has the focus is in sight. */
static void
scroll_across (AccordTargetGrid *self,
               AccordTargetCell *cell)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);
  const double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self->view), &bounds)
      || gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return;
  gtk_adjustment_clamp_page (adjustment, value + bounds.origin.x, value + bounds.origin.x + bounds.size.width);
}

static void
scroll_to_row (AccordTargetGrid *self,
               guint             row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BASE (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", row);
}

void
accord_target_grid_move_to (AccordTargetGrid *self,
                            guint             row,
                            guint             column,
                            gboolean          extend)
{
  AccordTargetCell *cell;

  if (count_rows (self) == 0 || self->metrics->len == 0)
    return;

  self->row = MIN (row, count_rows (self) - 1);
  self->column = MIN (column, self->metrics->len - 1);
  if (!extend)
    {
      self->anchor_row = self->row;
      self->anchor_column = self->column;
    }
  scroll_to_row (self, self->row);
  cell = accord_target_grid_find_cell (self, self->row, self->column);
  if (cell != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (cell));
      scroll_across (self, cell);
    }
  accord_target_grid_show_cursor (self);
}

/* The next cell, or the one before, over the ends of rows. FALSE at the last. */
static gboolean
advance (AccordTargetGrid *self,
         int               step)
{
  const int n = (int) self->metrics->len;
  const int index = (int) self->row * n + (int) self->column + step;

  if (index < 0 || index >= n * (int) count_rows (self))
    return FALSE;
  accord_target_grid_move_to (self, (guint) (index / n), (guint) (index % n), FALSE);

  return TRUE;
}

static void
step_row (AccordTargetGrid *self,
          int               step)
{
  const int row = (int) self->row + step;

  accord_target_grid_move_to (self, (guint) CLAMP (row, 0, (int) count_rows (self) - 1), self->column, FALSE);
}

/* Out of the grid, to what stands before or after it: Tab belongs to the cells. */
static void
leave (AccordTargetGrid *self,
       gboolean          backwards)
{
  if (!backwards && gtk_widget_child_focus (GTK_WIDGET (self->history_button), GTK_DIR_TAB_FORWARD))
    return;
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          backwards ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

static gboolean
move_by_key (AccordTargetGrid *self,
             guint             keyval,
             GdkModifierType   modifiers)
{
  const gboolean extend = (modifiers & GDK_SHIFT_MASK) != 0, far = (modifiers & GDK_CONTROL_MASK) != 0;
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int last = (int) count_rows (self) - 1, last_column = (int) self->metrics->len - 1;
  int row = (int) self->row, column = (int) self->column, across = 0;

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
      column = last_column;
      row = far ? last : row;
      break;
    default:
      return FALSE;
    }
  if (across != 0)
    column = far ? (across > 0 ? last_column : 0) : column + across;
  accord_target_grid_move_to (self, (guint) CLAMP (row, 0, last), (guint) CLAMP (column, 0, last_column), extend);

  return TRUE;
}

/* Only where nothing is asked: the question stays with its cell. */
static gboolean
end_edit (AccordTargetGrid *self)
{
  return accord_target_grid_end_edit (self) && self->pending == NULL;
}

static gboolean
on_key_editing (AccordTargetGrid *self,
                guint             keyval,
                GdkModifierType   modifiers)
{
  const int step = (modifiers & GDK_SHIFT_MASK) != 0 ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      accord_target_grid_cancel_edit (self);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (end_edit (self))
        step_row (self, step);
      return TRUE;

    case GDK_KEY_Up:
    case GDK_KEY_Down:
      if (end_edit (self))
        step_row (self, keyval == GDK_KEY_Up ? -1 : 1);
      return TRUE;

    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (end_edit (self))
        advance (self, step);
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
on_key_control (AccordTargetGrid *self,
                guint             keyval,
                GdkModifierType   modifiers)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_c:
      accord_target_grid_copy (self);
      return TRUE;

    case GDK_KEY_v:
      accord_target_grid_paste (self);
      return TRUE;

    case GDK_KEY_a:
      accord_target_grid_move_to (self, 0, 0, FALSE);
      self->anchor_row = count_rows (self) - 1;
      self->anchor_column = self->metrics->len - 1;
      accord_target_grid_show_cursor (self);
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
on_key_plain (AccordTargetGrid *self,
              guint             keyval,
              GdkModifierType   modifiers)
{
  const int step = (modifiers & GDK_SHIFT_MASK) != 0 ? -1 : 1;
  const gunichar character = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      step_row (self, step);
      return TRUE;

    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (!advance (self, step))
        leave (self, step < 0);
      return TRUE;

    case GDK_KEY_F2:
      accord_target_grid_begin_edit (self, NULL);
      return TRUE;

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      accord_target_grid_clear_range (self);
      return TRUE;

    case GDK_KEY_Escape:
      if (self->row == self->anchor_row && self->column == self->anchor_column)
        return FALSE;
      accord_target_grid_move_to (self, self->row, self->column, FALSE);
      return TRUE;

    default:
      break;
    }

  if (character <= ' ' || !g_unichar_isprint (character))
    return move_by_key (self, keyval, modifiers);
  g_unichar_to_utf8 (character, text);

  return accord_target_grid_begin_edit (self, text);
}

gboolean
accord_target_grid_on_key (AccordTargetGrid *self,
                           guint             keyval,
                           GdkModifierType   modifiers)
{
  modifiers &= GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  if ((modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || count_rows (self) == 0 || self->metrics->len == 0)
    return FALSE;
  if (self->editor != NULL)
    return on_key_editing (self, keyval, modifiers);
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    return on_key_control (self, keyval, modifiers);

  return on_key_plain (self, keyval, modifiers);
}
