/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-sheet-private.h"

/* How far Page Up and Page Down go. */
#define PAGE 20

guint
accord_sheet_get_row (AccordSheet *self)
{
  return accord_sheet_get_private (self)->row;
}

guint
accord_sheet_get_column (AccordSheet *self)
{
  return accord_sheet_get_private (self)->column;
}

static gboolean
is_single (AccordSheetPrivate *priv)
{
  return priv->row == priv->anchor_row && priv->column == priv->anchor_column;
}

void
accord_sheet_get_range (AccordSheet      *self,
                        AccordSheetRange *range)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);

  range->first_row = MIN (priv->row, priv->anchor_row);
  range->last_row = MIN (MAX (priv->row, priv->anchor_row), MAX (accord_sheet_get_n_rows (self), 1) - 1);
  range->first_column = MIN (priv->column, priv->anchor_column);
  range->last_column = MAX (priv->column, priv->anchor_column);
}

static gboolean
range_has (const AccordSheetRange *range,
           guint                   row,
           guint                   column)
{
  return row >= range->first_row && row <= range->last_row && column >= range->first_column
         && column <= range->last_column;
}

gboolean
accord_sheet_selects (AccordSheet *self,
                      guint        row,
                      guint        column)
{
  AccordSheetRange range;

  accord_sheet_get_range (self, &range);

  return (range.first_row != range.last_row || range.first_column != range.last_column) && range_has (&range, row, column);
}

void
accord_sheet_reset_row (AccordSheet *self,
                        guint        row)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);

  priv->row = priv->anchor_row = row;
}

void
accord_sheet_reset_column (AccordSheet *self,
                           guint        column)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);

  priv->column = priv->anchor_column = column;
}

void
accord_sheet_show_cursor (AccordSheet *self)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  const gboolean single = is_single (priv);
  AccordSheetRange range;

  accord_sheet_get_range (self, &range);
  for (guint i = 0; i < priv->cells->len; i++)
    {
      AccordSheetCell *cell = priv->cells->pdata[i];

      accord_sheet_cell_set_selected (cell, !single
                                              && range_has (&range, accord_sheet_cell_get_row (cell),
                                                            accord_sheet_cell_get_column (cell)));
    }
  accord_sheet_say (self, "");
}

/* Columns are as wide as they are, and the window may not be: what has the focus is in sight. */
static void
scroll_across (AccordSheet     *self,
               AccordSheetCell *cell)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (priv->scrolled);
  const double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (priv->view), &bounds)
      || gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return;
  gtk_adjustment_clamp_page (adjustment, value + bounds.origin.x, value + bounds.origin.x + bounds.size.width);
}

static void
scroll_to_row (AccordSheet *self,
               guint        row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (accord_sheet_get_private (self)->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BASE (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", row);
}

void
accord_sheet_move_to (AccordSheet *self,
                      guint        row,
                      guint        column,
                      gboolean     extend)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  const guint n_rows = accord_sheet_get_n_rows (self), n_columns = accord_sheet_get_n_columns (self);
  AccordSheetCell *cell;

  if (n_rows == 0 || n_columns == 0)
    return;

  if (!accord_sheet_shows_column (self, column))
    column = column > priv->column ? column + 1 : column - 1;
  priv->row = MIN (row, n_rows - 1);
  priv->column = MIN (column, n_columns - 1);
  if (!extend)
    {
      priv->anchor_row = priv->row;
      priv->anchor_column = priv->column;
    }
  scroll_to_row (self, priv->row);
  cell = accord_sheet_find_cell (self, priv->row, priv->column);
  if (cell != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (cell));
      scroll_across (self, cell);
    }
  accord_sheet_show_cursor (self);
}

void
accord_sheet_return (AccordSheet *self)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);

  accord_sheet_move_to (self, priv->row, priv->column, FALSE);
}

gboolean
accord_sheet_step_row (AccordSheet *self,
                       int          step)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  const guint n = accord_sheet_get_n_rows (self);

  for (guint row = priv->row + (guint) step; row < n; row += (guint) step)
    if (accord_sheet_types_in_row (self, row))
      {
        accord_sheet_move_to (self, row, priv->column, FALSE);
        return TRUE;
      }
  accord_sheet_return (self);

  return FALSE;
}

/* The first row that is typed in from one end of the column on. */
static void
turn_column (AccordSheet *self,
             int          step)
{
  const guint n_rows = accord_sheet_get_n_rows (self);
  const guint column = accord_sheet_get_private (self)->column + (guint) step;
  guint row = step > 0 ? 0 : n_rows - 1;

  if (column >= accord_sheet_get_n_columns (self))
    return;

  while (row < n_rows && !accord_sheet_types_in_row (self, row))
    row += (guint) step;
  if (row < n_rows)
    accord_sheet_move_to (self, row, column, FALSE);
}

/* Whether Tab led to where the focus is, and nothing has moved it since. */
static gboolean
is_tabbed (AccordSheetPrivate *priv)
{
  return priv->tabbed_from != G_MAXUINT && priv->row == priv->tabbed_row && priv->column == priv->tabbed_column;
}

static void
enter (AccordSheet *self,
       int          step)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  const guint column = is_tabbed (priv) ? priv->tabbed_from : priv->column;

  priv->tabbed_from = G_MAXUINT;
  if (accord_sheet_step_row (self, step))
    {
      if (column != priv->column)
        accord_sheet_move_to (self, priv->row, column, FALSE);
    }
  else if (ACCORD_SHEET_GET_CLASS (self)->enter_wraps)
    turn_column (self, step);
}

static gboolean
advance (AccordSheet *self,
         int          step)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  const guint from = is_tabbed (priv) ? priv->tabbed_from : priv->column;

  if (!ACCORD_SHEET_GET_CLASS (self)->advance (self, step))
    return FALSE;

  priv->tabbed_row = priv->row;
  priv->tabbed_column = priv->column;
  priv->tabbed_from = from;

  return TRUE;
}

/* Out of the grid, to what stands before or after it: Tab belongs to the cells. */
static void
leave (AccordSheet *self,
       gboolean     backwards)
{
  if (!ACCORD_SHEET_GET_CLASS (self)->leave (self, backwards))
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                            backwards ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

static gboolean
move_by_key (AccordSheet    *self,
             guint           keyval,
             GdkModifierType modifiers)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  const gboolean extend = (modifiers & GDK_SHIFT_MASK) != 0, far = (modifiers & GDK_CONTROL_MASK) != 0;
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int last = (int) accord_sheet_get_n_rows (self) - 1, last_column = (int) accord_sheet_get_n_columns (self) - 1;
  int row = (int) priv->row, column = (int) priv->column, across = 0;

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
  accord_sheet_move_to (self, (guint) CLAMP (row, 0, last), (guint) CLAMP (column, 0, last_column), extend);

  return TRUE;
}

static gboolean
on_key_editing (AccordSheet    *self,
                guint           keyval,
                GdkModifierType modifiers)
{
  const int step = (modifiers & GDK_SHIFT_MASK) != 0 ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      accord_sheet_cancel_edit (self);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (accord_sheet_end_edit (self))
        enter (self, step);
      return TRUE;

    case GDK_KEY_Up:
    case GDK_KEY_Down:
      if (accord_sheet_end_edit (self))
        accord_sheet_step_row (self, keyval == GDK_KEY_Up ? -1 : 1);
      return TRUE;

    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (accord_sheet_end_edit (self))
        advance (self, step);
      return TRUE;

    default:
      return FALSE;
    }
}

static void
select_all (AccordSheet *self)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);

  accord_sheet_move_to (self, 0, 0, FALSE);
  priv->anchor_row = accord_sheet_get_n_rows (self) - 1;
  priv->anchor_column = accord_sheet_get_n_columns (self) - 1;
  accord_sheet_show_cursor (self);
}

static gboolean
on_key_control (AccordSheet    *self,
                guint           keyval,
                GdkModifierType modifiers)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_c:
      accord_sheet_copy (self);
      return TRUE;

    case GDK_KEY_v:
      accord_sheet_paste (self);
      return TRUE;

    case GDK_KEY_a:
      select_all (self);
      return TRUE;

    case GDK_KEY_d:
      if (ACCORD_SHEET_GET_CLASS (self)->fill_down == NULL)
        return FALSE;
      ACCORD_SHEET_GET_CLASS (self)->fill_down (self);
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
on_key_plain (AccordSheet    *self,
              guint           keyval,
              GdkModifierType modifiers)
{
  AccordSheetClass *klass = ACCORD_SHEET_GET_CLASS (self);
  const int step = (modifiers & GDK_SHIFT_MASK) != 0 ? -1 : 1;
  const gunichar character = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (klass->open_cell == NULL || !klass->open_cell (self))
        enter (self, step);
      return TRUE;

    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (!advance (self, step))
        leave (self, step < 0);
      return TRUE;

    case GDK_KEY_F2:
      accord_sheet_open_or_edit (self);
      return TRUE;

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      klass->clear_range (self);
      return TRUE;

    case GDK_KEY_Escape:
      if (is_single (accord_sheet_get_private (self)))
        return FALSE;
      accord_sheet_return (self);
      return TRUE;

    default:
      break;
    }

  if (character <= ' ' || !g_unichar_isprint (character))
    return move_by_key (self, keyval, modifiers);
  g_unichar_to_utf8 (character, text);

  return accord_sheet_begin_edit (self, text);
}

gboolean
accord_sheet_on_key (AccordSheet    *self,
                     guint           keyval,
                     GdkModifierType modifiers)
{
  modifiers &= GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  if ((modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || accord_sheet_get_n_rows (self) == 0
      || accord_sheet_get_n_columns (self) == 0)
    return FALSE;
  if (accord_sheet_get_private (self)->editor != NULL)
    return on_key_editing (self, keyval, modifiers);
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    return on_key_control (self, keyval, modifiers);

  return on_key_plain (self, keyval, modifiers);
}
