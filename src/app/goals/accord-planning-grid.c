/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-planning-grid-private.h"

#include "accord-money.h"

#include <glib/gi18n.h>

/* What a cell has at its sides, as goals.css has it, and the column's header beside its words. */
#define CELL_PADDING 22

G_DEFINE_FINAL_TYPE (AccordPlanningGrid, accord_planning_grid, ACCORD_TYPE_SHEET)

enum
{
  PLAN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

AccordPlanningRow *
accord_planning_grid_dup_row (AccordPlanningGrid *self,
                              guint               position)
{
  return self->rows != NULL ? g_list_model_get_item (self->rows, position) : NULL;
}

gboolean
accord_planning_grid_shows (AccordPlanningGrid  *self,
                            AccordPlanningColumn column)
{
  return !self->grouped || column != ACCORD_PLANNING_COLUMN_TERRITORY;
}

static guint
accord_planning_grid_get_n_rows (AccordSheet *sheet)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (sheet);

  return self->rows != NULL ? g_list_model_get_n_items (self->rows) : 0;
}

static guint
accord_planning_grid_get_n_columns (AccordSheet *sheet)
{
  return ACCORD_PLANNING_N_COLUMNS;
}

static gboolean
accord_planning_grid_shows_column (AccordSheet *sheet,
                                   guint        column)
{
  return accord_planning_grid_shows (ACCORD_PLANNING_GRID (sheet), (AccordPlanningColumn) column);
}

static gboolean
accord_planning_grid_types_in_row (AccordSheet *sheet,
                                   guint        row)
{
  g_autoptr (AccordPlanningRow) found = accord_planning_grid_dup_row (ACCORD_PLANNING_GRID (sheet), row);

  return found != NULL && accord_planning_row_get_kind (found) == ACCORD_PLANNING_ROW_MEMBER;
}

static AccordSheetCell *
accord_planning_grid_create_cell (AccordSheet *sheet,
                                  guint        column)
{
  return ACCORD_SHEET_CELL (accord_planning_cell_new (
    (AccordPlanningColumn) column, accord_planning_year_get_decimals (ACCORD_PLANNING_GRID (sheet)->year)));
}

static void
accord_planning_grid_bind_cell (AccordSheet     *sheet,
                                AccordSheetCell *cell)
{
  accord_planning_cell_set_row (ACCORD_PLANNING_CELL (cell), accord_sheet_cell_get_object (cell));
  accord_sheet_cell_set_selected (cell, accord_sheet_selects (sheet, accord_sheet_cell_get_row (cell),
                                                              accord_sheet_cell_get_column (cell)));
}

static void
accord_planning_grid_unbind_cell (AccordSheet     *sheet,
                                  AccordSheetCell *cell)
{
  accord_planning_cell_set_row (ACCORD_PLANNING_CELL (cell), NULL);
}

static gboolean
accord_planning_grid_advance (AccordSheet *sheet,
                              int          step)
{
  AccordFigure figure;
  int column = (int) accord_sheet_get_column (sheet) + step;

  while (column >= 0 && column < ACCORD_PLANNING_N_COLUMNS
         && !accord_planning_column_get_figure ((AccordPlanningColumn) column, &figure))
    column += step;
  if (column >= 0 && column < ACCORD_PLANNING_N_COLUMNS)
    {
      accord_sheet_move_to (sheet, accord_sheet_get_row (sheet), (guint) column, FALSE);
      return TRUE;
    }

  accord_sheet_reset_column (sheet, step > 0 ? ACCORD_PLANNING_COLUMN_QUOTA : ACCORD_PLANNING_COLUMN_Q4);

  return accord_sheet_step_row (sheet, step);
}

static gboolean
accord_planning_grid_leave (AccordSheet *sheet,
                            gboolean     backwards)
{
  GtkWidget *button = GTK_WIDGET (ACCORD_PLANNING_GRID (sheet)->plan_button);

  if (!backwards && gtk_widget_get_mapped (button) && gtk_widget_grab_focus (button))
    return TRUE;

  for (GtkWidget *sibling = gtk_widget_get_prev_sibling (GTK_WIDGET (sheet)); sibling != NULL;
       sibling = gtk_widget_get_prev_sibling (sibling))
    if (gtk_widget_child_focus (sibling, GTK_DIR_TAB_BACKWARD))
      return TRUE;

  return FALSE;
}

static void
add_columns (AccordPlanningGrid *self)
{
  for (guint i = 0; i < ACCORD_PLANNING_N_COLUMNS; i++)
    accord_sheet_append_column (ACCORD_SHEET (self), i, accord_planning_column_get_title ((AccordPlanningColumn) i),
                                i == ACCORD_PLANNING_COLUMN_MEMBER);
  for (guint i = 0; i < ACCORD_PLANNING_N_COLUMNS; i++)
    if (accord_planning_column_is_money ((AccordPlanningColumn) i))
      accord_sheet_align_title (ACCORD_SHEET (self), i);
}

static int
measure_text (AccordPlanningGrid *self,
              const char         *text,
              gboolean            bold)
{
  return accord_sheet_measure_text (ACCORD_SHEET (self), text, bold);
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

static void
ask_plan (AccordPlanningGrid *self)
{
  g_autoptr (AccordPlanningRow) row = accord_planning_grid_dup_row (self, accord_sheet_get_row (ACCORD_SHEET (self)));

  if (row != NULL && accord_planning_row_get_member (row) != NULL)
    g_signal_emit (self, signals[PLAN], 0, accord_planning_row_get_member (row));
}

static gboolean
accord_planning_grid_open_cell (AccordSheet *sheet)
{
  if (accord_sheet_get_column (sheet) != ACCORD_PLANNING_COLUMN_STATE)
    return FALSE;

  ask_plan (ACCORD_PLANNING_GRID (sheet));

  return TRUE;
}

/* What to know about the row. */
static char *
dup_row_note (AccordPlanningGrid *self,
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

static char *
accord_planning_grid_dup_note (AccordSheet *sheet)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (sheet);
  g_autoptr (AccordPlanningRow) row = accord_planning_grid_dup_row (self, accord_sheet_get_row (sheet));

  return row != NULL ? dup_row_note (self, row) : g_strdup ("");
}

static void
accord_planning_grid_update_foot (AccordSheet *sheet)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (sheet);
  g_autoptr (AccordPlanningRow) row = accord_planning_grid_dup_row (self, accord_sheet_get_row (sheet));
  gboolean member = row != NULL && accord_planning_row_get_member (row) != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->plan_button), member);
  gtk_button_set_label (self->plan_button,
                        member && accord_planning_row_get_state (row) == ACCORD_PLANNING_CHANGED ? _("_Commit…")
                                                                                                 : _("_Open plan…"));
}

static void
on_plan_clicked (AccordPlanningGrid *self)
{
  ask_plan (self);
}

static void
on_changed (AccordPlanningGrid *self)
{
  update_widths (self);
  if (accord_sheet_get_editor (ACCORD_SHEET (self)) == NULL)
    accord_sheet_say (ACCORD_SHEET (self), "");
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

static void
accord_planning_grid_dispose (GObject *object)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (object);

  accord_sheet_cancel_edit (ACCORD_SHEET (self));
  g_clear_object (&self->rows);
  g_clear_object (&self->year);

  G_OBJECT_CLASS (accord_planning_grid_parent_class)->dispose (object);
}

static void
accord_planning_grid_finalize (GObject *object)
{
  g_free (ACCORD_PLANNING_GRID (object)->shape);

  G_OBJECT_CLASS (accord_planning_grid_parent_class)->finalize (object);
}

static void
accord_planning_grid_class_init (AccordPlanningGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordSheetClass *sheet_class = ACCORD_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_planning_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_planning_grid_finalize;
  widget_class->map = accord_planning_grid_map;
  widget_class->system_setting_changed = accord_planning_grid_system_setting_changed;
  sheet_class->get_n_rows = accord_planning_grid_get_n_rows;
  sheet_class->get_n_columns = accord_planning_grid_get_n_columns;
  sheet_class->shows_column = accord_planning_grid_shows_column;
  sheet_class->types_in_row = accord_planning_grid_types_in_row;
  sheet_class->create_cell = accord_planning_grid_create_cell;
  sheet_class->bind_cell = accord_planning_grid_bind_cell;
  sheet_class->unbind_cell = accord_planning_grid_unbind_cell;
  sheet_class->dup_note = accord_planning_grid_dup_note;
  sheet_class->update_foot = accord_planning_grid_update_foot;
  sheet_class->open_cell = accord_planning_grid_open_cell;
  sheet_class->advance = accord_planning_grid_advance;
  sheet_class->leave = accord_planning_grid_leave;
  accord_planning_grid_install_editing (sheet_class);
  accord_planning_grid_install_clipboard (sheet_class);

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
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_sheet_set_view (ACCORD_SHEET (self), self->view, self->scrolled, self->status);
  accord_sheet_reset_column (ACCORD_SHEET (self), ACCORD_PLANNING_COLUMN_QUOTA);
  add_columns (self);
  accord_planning_footer_set_adjustment (self->footer, gtk_scrolled_window_get_hadjustment (self->scrolled));
}

void
accord_planning_grid_show (AccordPlanningGrid *self,
                           AccordPlanningYear *year,
                           GListModel         *rows)
{
  g_autoptr (GtkNoSelection) model = NULL;

  accord_sheet_cancel_edit (ACCORD_SHEET (self));
  if (self->year != NULL)
    g_signal_handlers_disconnect_by_func (self->year, on_changed, self);
  gtk_column_view_set_model (self->view, NULL);
  accord_sheet_reset_row (ACCORD_SHEET (self), 0);
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
  accord_sheet_say (ACCORD_SHEET (self), "");
}

void
accord_planning_grid_set_grouped (AccordPlanningGrid *self,
                                  gboolean            grouped)
{
  AccordSheetRange range;

  self->grouped = grouped;
  accord_sheet_get_range (ACCORD_SHEET (self), &range);
  if (range.first_column == ACCORD_PLANNING_COLUMN_TERRITORY || range.last_column == ACCORD_PLANNING_COLUMN_TERRITORY)
    accord_sheet_reset_column (ACCORD_SHEET (self), ACCORD_PLANNING_COLUMN_MEMBER);
  update_widths (self);
}

gboolean
accord_planning_grid_settle (AccordPlanningGrid *self)
{
  return accord_sheet_end_edit (ACCORD_SHEET (self));
}
