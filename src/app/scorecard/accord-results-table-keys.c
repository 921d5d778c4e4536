/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-table-private.h"

/* How far Page Up and Page Down go. */
#define PAGE 10

AccordResultsLine *
accord_results_table_peek_line (AccordResultsTable *self,
                                int                 line)
{
  g_autoptr (AccordResultsLine) found = NULL;

  if (line == ACCORD_RESULTS_TOP)
    return self->top;

  /* The list holds it. */
  found = g_list_model_get_item (G_LIST_MODEL (self->lines), (guint) line);

  return found;
}

static AccordResultsRow *
find_row (AccordResultsTable *self,
          int                 line)
{
  if (line == ACCORD_RESULTS_TOP)
    return self->top_row;

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (accord_results_row_get_position (self->rows->pdata[i]) == (guint) line)
        return self->rows->pdata[i];
    }

  return NULL;
}

/* A territory that is held above its members lies over the first of them. */
static void
uncover (AccordResultsTable *self,
         GtkWidget          *row)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scrolled);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->scrolled), &bounds)
      && accord_results_line_get_kind (accord_results_row_get_line (ACCORD_RESULTS_ROW (row))) == ACCORD_RESULTS_MEMBER
      && bounds.origin.y < gtk_widget_get_height (GTK_WIDGET (self->held_row)))
    gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + bounds.origin.y
                                      - gtk_widget_get_height (GTK_WIDGET (self->held_row)));
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Columns are as wide as they are, and the window may not be: what has the focus is in sight. */
void
accord_results_table_scroll_across (AccordResultsTable *self)
{
  GtkAdjustment *across = accord_results_columns_get_across (self->columns);
  int x, width;

  if (self->column >= accord_results_columns_get_n (self->columns) || !has_focus_within (GTK_WIDGET (self))
      || has_focus_within (self->titles))
    return;
  accord_results_columns_get_extent (self->columns, self->column, (int) gtk_adjustment_get_page_size (across), &x, &width);
  gtk_adjustment_clamp_page (across, x, x + width);
}

void
accord_results_table_move_to (AccordResultsTable *self,
                              int                 line,
                              int                 column)
{
  const int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  const int n_columns = (int) accord_results_columns_get_n (self->columns);
  AccordResultsRow *row;
  GtkWidget *cell;

  if (n_columns == 0 || self->top == NULL)
    return;

  self->line = CLAMP (line, ACCORD_RESULTS_TOP, n - 1);
  self->column = (guint) CLAMP (column, 0, n_columns - 1);
  if (self->line != ACCORD_RESULTS_TOP)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", (guint) self->line);
  row = find_row (self, self->line);
  cell = row != NULL ? accord_results_row_get_cell (row, self->column) : NULL;
  if (cell == NULL)
    return;

  self->moving = TRUE;
  gtk_widget_grab_focus (cell);
  self->moving = FALSE;
  if (self->line != ACCORD_RESULTS_TOP)
    uncover (self, GTK_WIDGET (row));
  accord_results_table_scroll_across (self);
  g_signal_emit_by_name (self, "moved");
}

static GtkWidget *
find_ancestor (AccordResultsTable *self,
               GtkWidget          *widget,
               GType               type)
{
  while (widget != NULL && widget != GTK_WIDGET (self) && !g_type_is_a (G_OBJECT_TYPE (widget), type))
    widget = gtk_widget_get_parent (widget);

  return widget != NULL && widget != GTK_WIDGET (self) ? widget : NULL;
}

/* Goes to a cell of the row, wherever it stands; the row that is held stands for the one in the list. */
static gboolean
go_to_row (AccordResultsTable *self,
           GtkWidget          *row,
           guint               column)
{
  AccordResultsLine *line = accord_results_row_get_line (ACCORD_RESULTS_ROW (row));
  guint position;

  if (line != NULL && line == self->top)
    accord_results_table_move_to (self, ACCORD_RESULTS_TOP, (int) column);
  else if (line != NULL && g_list_store_find (self->lines, line, &position))
    accord_results_table_move_to (self, (int) position, (int) column);

  return line != NULL;
}

/* A name stands for the cell of its row in the column at hand. */
static void
on_pressed (GtkGestureClick    *gesture,
            int                 n_press,
            double              x,
            double              y,
            AccordResultsTable *self)
{
  GtkWidget *picked
    = gtk_widget_pick (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = find_ancestor (self, picked, ACCORD_TYPE_RESULTS_ROW);
  GtkWidget *cell = find_ancestor (self, picked, ACCORD_TYPE_RESULTS_CELL);

  if (row == NULL
      || !go_to_row (self, row, cell != NULL ? accord_results_cell_get_column (ACCORD_RESULTS_CELL (cell)) : self->column))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (cell != NULL)
    g_signal_emit_by_name (self, "opened");
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                AccordResultsTable    *self)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const gboolean far = (state & GDK_CONTROL_MASK) != 0;
  const int last = (int) g_list_model_get_n_items (G_LIST_MODEL (self->lines)) - 1;
  const int last_column = (int) accord_results_columns_get_n (self->columns) - 1;
  int line = self->line, column = (int) self->column, across = 0;

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      line = far ? ACCORD_RESULTS_TOP : line - 1;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      line = far ? last : line + 1;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      line -= PAGE;
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      line += PAGE;
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      across = mirrored ? 1 : -1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      across = mirrored ? -1 : 1;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      column = 0;
      line = far ? ACCORD_RESULTS_TOP : line;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      column = last_column;
      line = far ? last : line;
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      g_signal_emit_by_name (self, "opened");
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  if (across != 0)
    column = far ? (across > 0 ? last_column : 0) : column + across;
  accord_results_table_move_to (self, line, column);

  return GDK_EVENT_STOP;
}

void
accord_results_table_install_keys (AccordResultsTable *self,
                                   GtkWidget          *body)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (body, keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (body, GTK_EVENT_CONTROLLER (click));
}

static GtkWidgetClass *
get_parent_class (void)
{
  return GTK_WIDGET_CLASS (g_type_class_peek (ADW_TYPE_BIN));
}

static gboolean
focus_cell (AccordResultsTable *self)
{
  accord_results_table_move_to (self, self->line, (int) self->column);

  return has_focus_within (GTK_WIDGET (self));
}

/* All cells are one stop on the way of Tab, the titles before them have theirs. */
static gboolean
accord_results_table_focus (GtkWidget       *widget,
                            GtkDirectionType direction)
{
  AccordResultsTable *self = ACCORD_RESULTS_TABLE (widget);
  const gboolean backwards = direction == GTK_DIR_TAB_BACKWARD;

  if (direction != GTK_DIR_TAB_FORWARD && !backwards)
    return get_parent_class ()->focus (widget, direction);

  if (has_focus_within (self->titles))
    return gtk_widget_child_focus (self->titles, direction) || (!backwards && focus_cell (self));
  if (has_focus_within (widget))
    return backwards && gtk_widget_child_focus (self->titles, direction);

  return backwards ? focus_cell (self) : gtk_widget_child_focus (self->titles, direction) || focus_cell (self);
}

static gboolean
accord_results_table_grab_focus (GtkWidget *widget)
{
  return focus_cell (ACCORD_RESULTS_TABLE (widget));
}

/* Wherever the focus came from, the cell that has it is the one that keys are about. */
static void
on_focus_widget (AccordResultsTable *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->root));

  if (!self->moving && focus != NULL && ACCORD_IS_RESULTS_CELL (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    go_to_row (self, find_ancestor (self, focus, ACCORD_TYPE_RESULTS_ROW),
               accord_results_cell_get_column (ACCORD_RESULTS_CELL (focus)));
}

static void
accord_results_table_root (GtkWidget *widget)
{
  AccordResultsTable *self = ACCORD_RESULTS_TABLE (widget);

  get_parent_class ()->root (widget);
  self->root = GTK_WIDGET (gtk_widget_get_root (widget));
  g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (on_focus_widget), self, G_CONNECT_SWAPPED);
}

static void
accord_results_table_unroot (GtkWidget *widget)
{
  AccordResultsTable *self = ACCORD_RESULTS_TABLE (widget);

  g_signal_handlers_disconnect_by_func (self->root, on_focus_widget, self);
  self->root = NULL;
  get_parent_class ()->unroot (widget);
}

void
accord_results_table_install_focus (GtkWidgetClass *klass)
{
  klass->focus = accord_results_table_focus;
  klass->grab_focus = accord_results_table_grab_focus;
  klass->root = accord_results_table_root;
  klass->unroot = accord_results_table_unroot;
}
