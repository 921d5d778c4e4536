/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-sheet-private.h"

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordSheet, accord_sheet, ADW_TYPE_BIN)

AccordSheetPrivate *
accord_sheet_get_private (AccordSheet *self)
{
  return accord_sheet_get_instance_private (self);
}

guint
accord_sheet_get_n_rows (AccordSheet *self)
{
  return ACCORD_SHEET_GET_CLASS (self)->get_n_rows (self);
}

guint
accord_sheet_get_n_columns (AccordSheet *self)
{
  return ACCORD_SHEET_GET_CLASS (self)->get_n_columns (self);
}

gboolean
accord_sheet_shows_column (AccordSheet *self,
                           guint        column)
{
  return ACCORD_SHEET_GET_CLASS (self)->shows_column == NULL || ACCORD_SHEET_GET_CLASS (self)->shows_column (self, column);
}

gboolean
accord_sheet_types_in_row (AccordSheet *self,
                           guint        row)
{
  return ACCORD_SHEET_GET_CLASS (self)->types_in_row == NULL || ACCORD_SHEET_GET_CLASS (self)->types_in_row (self, row);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          AccordSheet              *self)
{
  const guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  AccordSheetCell *cell = ACCORD_SHEET_GET_CLASS (self)->create_cell (self, column);

  accord_sheet_cell_set_item (cell, item);
  gtk_list_item_set_child (item, GTK_WIDGET (cell));
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         AccordSheet              *self)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  AccordSheetCell *cell = ACCORD_SHEET_CELL (gtk_list_item_get_child (item));

  g_ptr_array_add (priv->cells, cell);
  ACCORD_SHEET_GET_CLASS (self)->bind_cell (self, cell);
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           AccordSheet              *self)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  AccordSheetCell *cell = ACCORD_SHEET_CELL (gtk_list_item_get_child (item));

  if (priv->edited == cell)
    accord_sheet_cancel_edit (self);
  g_ptr_array_remove_fast (priv->cells, cell);
  ACCORD_SHEET_GET_CLASS (self)->unbind_cell (self, cell);
}

static void
on_teardown (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             AccordSheet              *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (cell != NULL)
    accord_sheet_cell_set_item (ACCORD_SHEET_CELL (cell), NULL);
}

void
accord_sheet_append_column (AccordSheet *self,
                            guint        column,
                            const char  *title,
                            gboolean     expand)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) appended = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (on_teardown), self, 0);
  appended = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (appended, expand);
  gtk_column_view_append_column (priv->view, appended);
}

/* There is no other way to say so in GTK 4.8. */
void
accord_sheet_align_title (AccordSheet *self,
                          guint        position)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (priv->view)));

  while (title != NULL && position-- > 0)
    title = gtk_widget_get_next_sibling (title);
  title = title != NULL ? gtk_widget_get_first_child (title) : NULL;
  if (title == NULL)
    return;

  gtk_widget_set_halign (title, GTK_ALIGN_END);
  /* Of two lines the shorter one, too. */
  if (gtk_widget_get_first_child (title) != NULL && GTK_IS_LABEL (gtk_widget_get_first_child (title)))
    gtk_label_set_justify (GTK_LABEL (gtk_widget_get_first_child (title)), GTK_JUSTIFY_RIGHT);
}

int
accord_sheet_measure_text (AccordSheet *self,
                           const char  *text,
                           gboolean     bold)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (priv->view), text);
  int width;

  if (bold)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

GPtrArray *
accord_sheet_get_cells (AccordSheet *self)
{
  return accord_sheet_get_private (self)->cells;
}

AccordSheetCell *
accord_sheet_find_cell (AccordSheet *self,
                        guint        row,
                        guint        column)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);

  for (guint i = 0; i < priv->cells->len; i++)
    if (accord_sheet_cell_get_column (priv->cells->pdata[i]) == column
        && accord_sheet_cell_get_row (priv->cells->pdata[i]) == row)
      return priv->cells->pdata[i];

  return NULL;
}

void
accord_sheet_say (AccordSheet *self,
                  const char  *message)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  g_autofree char *note = *message == '\0' ? ACCORD_SHEET_GET_CLASS (self)->dup_note (self) : g_strdup (message);

  if (*message != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (priv->status), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (priv->status), "error");
  gtk_label_set_label (priv->status, note);
  ACCORD_SHEET_GET_CLASS (self)->update_foot (self);
}

void
accord_sheet_open_or_edit (AccordSheet *self)
{
  if (ACCORD_SHEET_GET_CLASS (self)->open_cell == NULL || !ACCORD_SHEET_GET_CLASS (self)->open_cell (self))
    accord_sheet_begin_edit (self, NULL);
}

static AccordSheetCell *
find_cell_at (AccordSheet *self,
              double       x,
              double       y)
{
  GtkWidget *view = GTK_WIDGET (accord_sheet_get_private (self)->view);
  GtkWidget *widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && !ACCORD_IS_SHEET_CELL (widget) && widget != view)
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      widget = child != NULL && ACCORD_IS_SHEET_CELL (child) ? child : gtk_widget_get_parent (widget);
    }

  return widget != NULL && ACCORD_IS_SHEET_CELL (widget) ? ACCORD_SHEET_CELL (widget) : NULL;
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            AccordSheet     *self)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  AccordSheetCell *cell = find_cell_at (self, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (cell == NULL || (priv->editor != NULL && cell == priv->edited))
    return;

  accord_sheet_move_to (self, accord_sheet_cell_get_row (cell), accord_sheet_cell_get_column (cell),
                        (state & GDK_SHIFT_MASK) != 0);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press == 2)
    accord_sheet_open_or_edit (self);
}

static gboolean
on_key_pressed (AccordSheet     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  return accord_sheet_on_key (self, keyval, state);
}

void
accord_sheet_set_view (AccordSheet       *self,
                       GtkColumnView     *view,
                       GtkScrolledWindow *scrolled,
                       GtkLabel          *status)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  priv->view = view;
  priv->scrolled = scrolled;
  priv->status = status;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
}

/* Wherever the focus came from, the cell that has it is the one that keys are about. */
static void
on_focus_widget (AccordSheet *self)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (priv->root));
  AccordSheetCell *cell;

  if (focus == NULL || !ACCORD_IS_SHEET_CELL (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (priv->view)))
    return;

  cell = ACCORD_SHEET_CELL (focus);
  if (accord_sheet_cell_get_row (cell) == priv->row && accord_sheet_cell_get_column (cell) == priv->column)
    return;
  accord_sheet_reset_row (self, accord_sheet_cell_get_row (cell));
  accord_sheet_reset_column (self, accord_sheet_cell_get_column (cell));
  accord_sheet_show_cursor (self);
}

static void
accord_sheet_root (GtkWidget *widget)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (ACCORD_SHEET (widget));

  GTK_WIDGET_CLASS (accord_sheet_parent_class)->root (widget);
  priv->root = GTK_WIDGET (gtk_widget_get_root (widget));
  g_signal_connect_object (priv->root, "notify::focus-widget", G_CALLBACK (on_focus_widget), widget, G_CONNECT_SWAPPED);
}

static void
accord_sheet_unroot (GtkWidget *widget)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (ACCORD_SHEET (widget));

  g_signal_handlers_disconnect_by_func (priv->root, on_focus_widget, widget);
  priv->root = NULL;
  GTK_WIDGET_CLASS (accord_sheet_parent_class)->unroot (widget);
}

static gboolean
accord_sheet_grab_focus (GtkWidget *widget)
{
  AccordSheet *self = ACCORD_SHEET (widget);

  if (accord_sheet_get_n_rows (self) == 0 || accord_sheet_get_n_columns (self) == 0)
    return FALSE;

  accord_sheet_return (self);

  return TRUE;
}

static void
accord_sheet_dispose (GObject *object)
{
  accord_sheet_get_private (ACCORD_SHEET (object))->view = NULL;

  G_OBJECT_CLASS (accord_sheet_parent_class)->dispose (object);
}

static void
accord_sheet_finalize (GObject *object)
{
  g_ptr_array_unref (accord_sheet_get_private (ACCORD_SHEET (object))->cells);

  G_OBJECT_CLASS (accord_sheet_parent_class)->finalize (object);
}

/* Whoever comes in by keys comes to the cell that had the focus last, for cells are not in the order of the focus. */
static gboolean
accord_sheet_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0 && gtk_widget_grab_focus (widget))
    return TRUE;

  return GTK_WIDGET_CLASS (accord_sheet_parent_class)->focus (widget, direction);
}

static void
accord_sheet_class_init (AccordSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_sheet_finalize;
  widget_class->root = accord_sheet_root;
  widget_class->unroot = accord_sheet_unroot;
  widget_class->focus = accord_sheet_focus;
  widget_class->grab_focus = accord_sheet_grab_focus;
}

static void
accord_sheet_init (AccordSheet *self)
{
  accord_sheet_get_private (self)->cells = g_ptr_array_new ();
  accord_sheet_get_private (self)->tabbed_from = G_MAXUINT;
}
