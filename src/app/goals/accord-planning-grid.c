/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-planning-grid-private.h"

#include "accord-money.h"

#include <glib/gi18n.h>

/* What a cell has at its sides, as goals.css has it, and the column's header beside its words. */
#define CELL_PADDING 22

G_DEFINE_FINAL_TYPE (AccordPlanningGrid, accord_planning_grid, ADW_TYPE_BIN)

enum
{
  PLAN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          AccordPlanningGrid       *self)
{
  AccordPlanningColumn column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *cell = accord_planning_cell_new (column, accord_planning_year_get_decimals (self->year));

  accord_planning_cell_set_item (ACCORD_PLANNING_CELL (cell), item);
  gtk_list_item_set_child (item, cell);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         AccordPlanningGrid       *self)
{
  AccordPlanningCell *cell = ACCORD_PLANNING_CELL (gtk_list_item_get_child (item));
  AccordPlanningColumn column = accord_planning_cell_get_column (cell);
  guint position = gtk_list_item_get_position (item);
  AccordPlanningRange range;

  accord_planning_grid_get_range (self, &range);
  accord_planning_cell_set_row (cell, gtk_list_item_get_item (item));
  accord_planning_cell_set_selected (cell, (range.first_row != range.last_row || range.first_column != range.last_column)
                                             && position >= range.first_row && position <= range.last_row
                                             && column >= range.first_column && column <= range.last_column);
  g_ptr_array_add (self->cells, cell);
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           AccordPlanningGrid       *self)
{
  AccordPlanningCell *cell = ACCORD_PLANNING_CELL (gtk_list_item_get_child (item));

  if (self->edited == cell)
    accord_planning_grid_cancel_edit (self);
  g_ptr_array_remove_fast (self->cells, cell);
  accord_planning_cell_set_row (cell, NULL);
}

static void
on_teardown (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             AccordPlanningGrid       *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (cell != NULL)
    accord_planning_cell_set_item (ACCORD_PLANNING_CELL (cell), NULL);
}

static void
add_columns (AccordPlanningGrid *self)
{
  for (guint i = 0; i < ACCORD_PLANNING_N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
      g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
      g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
      g_signal_connect_object (factory, "teardown", G_CALLBACK (on_teardown), self, 0);
      column = gtk_column_view_column_new (accord_planning_column_get_title ((AccordPlanningColumn) i), factory);
      gtk_column_view_column_set_expand (column, i == ACCORD_PLANNING_COLUMN_MEMBER);
      gtk_column_view_append_column (self->view, column);
    }
}

/* The titles of figures stand over their figures: there is no other way to say so in GTK 4.8. */
static void
align_titles (AccordPlanningGrid *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  guint i = 0;

  for (GtkWidget *title = gtk_widget_get_first_child (header); title != NULL;
       title = gtk_widget_get_next_sibling (title), i++)
    if (accord_planning_column_is_money ((AccordPlanningColumn) i) && gtk_widget_get_first_child (title) != NULL)
      gtk_widget_set_halign (gtk_widget_get_first_child (title), GTK_ALIGN_END);
}

static int
measure_text (AccordPlanningGrid *self,
              const char         *text,
              gboolean            bold)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), text);
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

/* Figures are as wide as they have digits, so that most edits leave the widths as they are. */
static gboolean
shape_is_new (AccordPlanningGrid *self)
{
  g_autoptr (GString) shape = g_string_new (self->grouped ? "grouped" : "flat");

  for (guint i = ACCORD_PLANNING_COLUMN_QUOTA; i < ACCORD_PLANNING_N_COLUMNS; i++)
    {
      g_autofree char *text = accord_planning_row_dup_text (accord_planning_year_get_team (self->year),
                                                            (AccordPlanningColumn) i,
                                                            accord_planning_year_get_decimals (self->year), TRUE);

      g_string_append_printf (shape, " %u", (guint) strlen (text));
    }
  if (g_strcmp0 (self->shape, shape->str) == 0)
    return FALSE;

  g_free (self->shape);
  self->shape = g_string_free (g_steal_pointer (&shape), FALSE);

  return TRUE;
}

/* Columns are as wide as the team's figures and their titles, whatever is scrolled into sight: nothing jumps, and the
 * team's row knows where they are. */
static void
update_widths (AccordPlanningGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  int widths[ACCORD_PLANNING_N_COLUMNS];

  if (self->year == NULL || !shape_is_new (self))
    return;

  for (guint i = 0; i < ACCORD_PLANNING_N_COLUMNS; i++)
    {
      AccordPlanningColumn c = (AccordPlanningColumn) i;
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *text = accord_planning_row_dup_text (accord_planning_year_get_team (self->year), c,
                                                            accord_planning_year_get_decimals (self->year), TRUE);

      widths[i] = MAX (measure_text (self, text, TRUE), measure_text (self, accord_planning_column_get_title (c), TRUE));
      /* Room for what is going to be typed, and for names. */
      if (accord_planning_column_is_money (c))
        widths[i] = MAX (widths[i], measure_text (self, "0,000,00", TRUE));
      else if (c == ACCORD_PLANNING_COLUMN_STATE)
        widths[i] = MAX (widths[i], measure_text (self, C_("plan", "Not committed yet"), FALSE));
      else
        widths[i] = MAX (widths[i], measure_text (self, c == ACCORD_PLANNING_COLUMN_MEMBER ? "Bartholomew Feather"
                                                                                           : "North America",
                                                  FALSE));
      widths[i] += CELL_PADDING;
      gtk_column_view_column_set_visible (column, accord_planning_grid_shows (self, c));
      if (!accord_planning_grid_shows (self, c))
        widths[i] = 0;
      else
      if (gtk_column_view_column_get_fixed_width (column) != widths[i])
        gtk_column_view_column_set_fixed_width (column, widths[i]);
    }
  accord_planning_footer_set_widths (self->footer, widths);
}

static AccordPlanningCell *
find_cell_at (AccordPlanningGrid *self,
              double              x,
              double              y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && !ACCORD_IS_PLANNING_CELL (widget) && widget != GTK_WIDGET (self->view))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (child != NULL && ACCORD_IS_PLANNING_CELL (child))
        widget = child;
      else
        widget = gtk_widget_get_parent (widget);
    }

  return widget != NULL && ACCORD_IS_PLANNING_CELL (widget) ? ACCORD_PLANNING_CELL (widget) : NULL;
}

static void
on_pressed (GtkGestureClick    *gesture,
            int                 n_press,
            double              x,
            double              y,
            AccordPlanningGrid *self)
{
  AccordPlanningCell *cell = find_cell_at (self, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (cell == NULL || (self->editor != NULL && cell == self->edited))
    return;

  accord_planning_grid_move_to (self, accord_planning_cell_get_position (cell), accord_planning_cell_get_column (cell),
                                (state & GDK_SHIFT_MASK) != 0);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press != 2)
    return;
  if (self->column == ACCORD_PLANNING_COLUMN_STATE)
    accord_planning_grid_ask_plan (self);
  else
    accord_planning_grid_begin_edit (self, NULL);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                AccordPlanningGrid    *self)
{
  return accord_planning_grid_on_key (self, keyval, state);
}

/* Wherever the focus came from, the cell that has it is the one that keys are about. */
static void
on_focus_widget (AccordPlanningGrid *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->root));
  AccordPlanningCell *cell;

  if (focus == NULL || !ACCORD_IS_PLANNING_CELL (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return;

  cell = ACCORD_PLANNING_CELL (focus);
  if (accord_planning_cell_get_position (cell) == self->row && accord_planning_cell_get_column (cell) == self->column)
    return;
  self->row = self->anchor_row = accord_planning_cell_get_position (cell);
  self->column = self->anchor_column = accord_planning_cell_get_column (cell);
  accord_planning_grid_show_cursor (self);
}

static void
on_plan_clicked (AccordPlanningGrid *self)
{
  accord_planning_grid_ask_plan (self);
}

static void
on_changed (AccordPlanningGrid *self)
{
  update_widths (self);
  if (self->editor == NULL)
    accord_planning_grid_say (self, "");
}

static void
accord_planning_grid_root (GtkWidget *widget)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (widget);

  GTK_WIDGET_CLASS (accord_planning_grid_parent_class)->root (widget);
  self->root = GTK_WIDGET (gtk_widget_get_root (widget));
  g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (on_focus_widget), self, G_CONNECT_SWAPPED);
}

static void
accord_planning_grid_unroot (GtkWidget *widget)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (widget);

  g_signal_handlers_disconnect_by_func (self->root, on_focus_widget, self);
  self->root = NULL;
  GTK_WIDGET_CLASS (accord_planning_grid_parent_class)->unroot (widget);
}

/* The text may have become larger. */
static void
accord_planning_grid_system_setting_changed (GtkWidget        *widget,
                                             GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (accord_planning_grid_parent_class)->system_setting_changed (widget, setting);
  g_clear_pointer (&ACCORD_PLANNING_GRID (widget)->shape, g_free);
  update_widths (ACCORD_PLANNING_GRID (widget));
}

static void
accord_planning_grid_map (GtkWidget *widget)
{
  g_clear_pointer (&ACCORD_PLANNING_GRID (widget)->shape, g_free);
  update_widths (ACCORD_PLANNING_GRID (widget));
  GTK_WIDGET_CLASS (accord_planning_grid_parent_class)->map (widget);
}

static gboolean
accord_planning_grid_grab_focus (GtkWidget *widget)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (widget);

  if (self->rows == NULL || g_list_model_get_n_items (self->rows) == 0)
    return FALSE;

  accord_planning_grid_move_to (self, self->row, self->column, FALSE);

  return TRUE;
}

static void
accord_planning_grid_dispose (GObject *object)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (object);

  if (self->editor != NULL)
    accord_planning_grid_cancel_edit (self);
  g_clear_object (&self->rows);
  g_clear_object (&self->year);

  G_OBJECT_CLASS (accord_planning_grid_parent_class)->dispose (object);
}

static void
accord_planning_grid_finalize (GObject *object)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (object);

  g_ptr_array_unref (self->cells);
  g_free (self->shape);

  G_OBJECT_CLASS (accord_planning_grid_parent_class)->finalize (object);
}

static void
accord_planning_grid_class_init (AccordPlanningGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_planning_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_planning_grid_finalize;
  widget_class->root = accord_planning_grid_root;
  widget_class->unroot = accord_planning_grid_unroot;
  widget_class->map = accord_planning_grid_map;
  widget_class->system_setting_changed = accord_planning_grid_system_setting_changed;
  widget_class->grab_focus = accord_planning_grid_grab_focus;

  signals[PLAN] = g_signal_new ("plan", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                ACCORD_TYPE_MEMBER);
  g_type_ensure (ACCORD_TYPE_PLANNING_FOOTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-planning-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordPlanningGrid, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AccordPlanningGrid, view);
  gtk_widget_class_bind_template_child (widget_class, AccordPlanningGrid, footer);
  gtk_widget_class_bind_template_child (widget_class, AccordPlanningGrid, status);
  gtk_widget_class_bind_template_child (widget_class, AccordPlanningGrid, plan_button);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_clicked);
}

static void
accord_planning_grid_init (AccordPlanningGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->cells = g_ptr_array_new ();
  self->column = self->anchor_column = ACCORD_PLANNING_COLUMN_QUOTA;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);
  align_titles (self);
  accord_planning_footer_set_adjustment (self->footer, gtk_scrolled_window_get_hadjustment (self->scrolled));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}

void
accord_planning_grid_show (AccordPlanningGrid *self,
                           AccordPlanningYear *year,
                           GListModel         *rows)
{
  g_autoptr (GtkNoSelection) model = NULL;

  if (self->editor != NULL)
    accord_planning_grid_cancel_edit (self);
  if (self->year != NULL)
    g_signal_handlers_disconnect_by_func (self->year, on_changed, self);
  gtk_column_view_set_model (self->view, NULL);
  self->row = self->anchor_row = 0;
  g_set_object (&self->year, year);
  g_set_object (&self->rows, rows);
  accord_planning_footer_set_row (self->footer, year != NULL ? accord_planning_year_get_team (year) : NULL,
                                  year != NULL ? accord_planning_year_get_decimals (year) : 0);
  if (year == NULL || rows == NULL)
    return;

  g_signal_connect_object (year, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  update_widths (self);
  model = gtk_no_selection_new (g_object_ref (rows));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  accord_planning_grid_say (self, "");
}

void
accord_planning_grid_set_grouped (AccordPlanningGrid *self,
                                  gboolean            grouped)
{
  self->grouped = grouped;
  if (self->column == ACCORD_PLANNING_COLUMN_TERRITORY || self->anchor_column == ACCORD_PLANNING_COLUMN_TERRITORY)
    self->column = self->anchor_column = ACCORD_PLANNING_COLUMN_MEMBER;
  update_widths (self);
}

gboolean
accord_planning_grid_settle (AccordPlanningGrid *self)
{
  return accord_planning_grid_end_edit (self);
}

void
accord_planning_grid_ask_plan (AccordPlanningGrid *self)
{
  g_autoptr (AccordPlanningRow) row = accord_planning_grid_dup_row (self, self->row);

  if (row != NULL && accord_planning_row_get_member (row) != NULL)
    g_signal_emit (self, signals[PLAN], 0, accord_planning_row_get_member (row));
}

/* What to know about the focused row. */
static char *
dup_note (AccordPlanningGrid *self,
          AccordPlanningRow  *row)
{
  AccordMember *member = accord_planning_row_get_member (row);
  int decimals = accord_planning_year_get_decimals (self->year);
  const char *currency = accord_settings_get_currency (
    accord_workspace_get_settings (accord_planning_year_get_workspace (self->year)));
  g_autofree char *committed = NULL;

  if (member == NULL)
    return g_strdup ("");
  if (accord_planning_row_get_state (row) != ACCORD_PLANNING_CHANGED)
    return g_strdup (accord_member_get_name (member));

  committed = accord_money_format (accord_planning_row_get_figures (row)->committed, currency, decimals);

  /* Translators: %1 is a member's name, %2 an amount of money. */
  return g_strdup_printf (_("%1$s: this is not committed yet; the promise is %2$s"), accord_member_get_name (member),
                          committed);
}

void
accord_planning_grid_say (AccordPlanningGrid *self,
                          const char         *message)
{
  g_autoptr (AccordPlanningRow) row = accord_planning_grid_dup_row (self, self->row);
  gboolean member = row != NULL && accord_planning_row_get_member (row) != NULL;
  g_autofree char *note = row != NULL && *message == '\0' ? dup_note (self, row) : g_strdup (message);

  if (*message != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
  gtk_label_set_label (self->status, note);
  gtk_widget_set_sensitive (GTK_WIDGET (self->plan_button), member);
  gtk_button_set_label (self->plan_button,
                        member && accord_planning_row_get_state (row) == ACCORD_PLANNING_CHANGED ? _("_Commit…")
                                                                                                 : _("_Open plan…"));
}
