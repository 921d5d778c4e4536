/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-planning-cell.h"

#include <glib/gi18n.h>

/* The dot before an amount that is not committed yet. */
#define DOT 6.0f

struct _AccordPlanningCell
{
  AccordSheetCell parent_instance;

  int decimals;
  AccordPlanningRow *row;
  gulong row_handler;
  PangoLayout *layout;
  gboolean selected;
  gboolean marked;
  GtkWidget *editor;
};

G_DEFINE_FINAL_TYPE (AccordPlanningCell, accord_planning_cell, ACCORD_TYPE_SHEET_CELL)

static AccordPlanningColumn
get_column (AccordPlanningCell *self)
{
  return (AccordPlanningColumn) accord_sheet_cell_get_column (ACCORD_SHEET_CELL (self));
}

static gboolean
is_total (AccordPlanningCell *self)
{
  return self->row != NULL && accord_planning_row_get_kind (self->row) != ACCORD_PLANNING_ROW_MEMBER;
}

/* Whether the member has yet to commit to what stands there. */
static gboolean
is_open (AccordPlanningCell *self)
{
  AccordPlanningState state = accord_planning_row_get_state (self->row);

  return state == ACCORD_PLANNING_CHANGED || state == ACCORD_PLANNING_BELOW;
}

/* What was typed stands out; what follows from it steps back. */
static float
get_opacity (AccordPlanningCell *self)
{
  if (is_total (self))
    return 1;
  if (get_column (self) == ACCORD_PLANNING_COLUMN_TERRITORY || get_column (self) == ACCORD_PLANNING_COLUMN_STRETCH)
    return 0.7f;
  if (get_column (self) == ACCORD_PLANNING_COLUMN_STATE && !is_open (self))
    return 0.7f;

  return 1;
}

static void
set_weight (AccordPlanningCell *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (is_total (self))
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
}

static void
show_row (AccordPlanningCell *self)
{
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  if (self->row == NULL)
    return;

  text = accord_planning_row_dup_text (self->row, get_column (self), self->decimals, TRUE);
  self->marked = get_column (self) == ACCORD_PLANNING_COLUMN_COMMITMENT && !is_total (self)
                 && is_open (self);
  if (g_strcmp0 (pango_layout_get_text (self->layout), text) != 0)
    pango_layout_set_text (self->layout, text, -1);
  label = accord_planning_row_dup_label (self->row, get_column (self), self->decimals);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
accord_planning_cell_query_tooltip (GtkWidget  *widget,
                                    int         x,
                                    int         y,
                                    gboolean    keyboard,
                                    GtkTooltip *tooltip)
{
  AccordPlanningCell *self = ACCORD_PLANNING_CELL (widget);

  if (self->row == NULL)
    return FALSE;

  if (self->marked)
    {
      gtk_tooltip_set_text (tooltip, _("Not committed yet"));
      return TRUE;
    }
  if (pango_layout_is_ellipsized (self->layout))
    {
      gtk_tooltip_set_text (tooltip, pango_layout_get_text (self->layout));
      return TRUE;
    }

  return FALSE;
}

static void
accord_planning_cell_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  AccordPlanningCell *self = ACCORD_PLANNING_CELL (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    pango_layout_get_pixel_size (self->layout, NULL, natural);
  *minimum = *natural;
}

static void
accord_planning_cell_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  AccordPlanningCell *self = ACCORD_PLANNING_CELL (widget);

  pango_layout_set_width (self->layout, MAX (0, width) * PANGO_SCALE);
  if (self->editor != NULL)
    {
      int minimum;

      gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_allocate (self->editor, MAX (width, minimum), height, -1, NULL);
    }
}

static void
snapshot_selected (AccordPlanningCell *self,
                   GtkSnapshot        *snapshot)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GtkBorder padding;
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &color))
    return;

  gtk_style_context_get_padding (style, &padding);
  color.alpha = 0.18f;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) -padding.left, (float) -padding.top,
                                                  (float) (gtk_widget_get_width (GTK_WIDGET (self)) + padding.left
                                                           + padding.right),
                                                  (float) (gtk_widget_get_height (GTK_WIDGET (self)) + padding.top
                                                           + padding.bottom)));
}

static void
snapshot_dot (AccordPlanningCell *self,
              GtkSnapshot        *snapshot,
              const GdkRGBA      *color)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float x = mirrored ? (float) gtk_widget_get_width (GTK_WIDGET (self)) - DOT : 0;
  float y = ((float) gtk_widget_get_height (GTK_WIDGET (self)) - DOT) / 2;
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle, &GRAPHENE_RECT_INIT (x, y, DOT, DOT), DOT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, color, &circle.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
accord_planning_cell_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  AccordPlanningCell *self = ACCORD_PLANNING_CELL (widget);
  GdkRGBA color;
  int height;

  if (self->selected)
    snapshot_selected (self, snapshot);
  if (self->editor != NULL)
    {
      gtk_widget_snapshot_child (widget, self->editor, snapshot);
      return;
    }
  if (self->row == NULL || *pango_layout_get_text (self->layout) == '\0')
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (self->marked)
    snapshot_dot (self, snapshot, &color);
  color.alpha *= get_opacity (self);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (0, (float) ((gtk_widget_get_height (widget) - height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
accord_planning_cell_direction_changed (GtkWidget        *widget,
                                        GtkTextDirection  before)
{
  AccordPlanningCell *self = ACCORD_PLANNING_CELL (widget);

  pango_layout_context_changed (self->layout);
  GTK_WIDGET_CLASS (accord_planning_cell_parent_class)->direction_changed (widget, before);
}

static void
accord_planning_cell_set_selected (AccordSheetCell *cell,
                                   gboolean         selected)
{
  AccordPlanningCell *self = ACCORD_PLANNING_CELL (cell);

  if (self->selected == selected)
    return;

  self->selected = selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
accord_planning_cell_set_editor (AccordSheetCell *cell,
                                 GtkWidget       *editor)
{
  AccordPlanningCell *self = ACCORD_PLANNING_CELL (cell);

  if (self->editor == editor)
    return;

  g_clear_pointer (&self->editor, gtk_widget_unparent);
  if (editor != NULL)
    {
      self->editor = editor;
      gtk_widget_set_parent (editor, GTK_WIDGET (self));
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
accord_planning_cell_dispose (GObject *object)
{
  AccordPlanningCell *self = ACCORD_PLANNING_CELL (object);

  accord_planning_cell_set_editor (ACCORD_SHEET_CELL (self), NULL);
  accord_planning_cell_set_row (self, NULL);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (accord_planning_cell_parent_class)->dispose (object);
}

static void
accord_planning_cell_class_init (AccordPlanningCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_planning_cell_dispose;
  ACCORD_SHEET_CELL_CLASS (klass)->set_selected = accord_planning_cell_set_selected;
  ACCORD_SHEET_CELL_CLASS (klass)->set_editor = accord_planning_cell_set_editor;
  widget_class->measure = accord_planning_cell_measure;
  widget_class->size_allocate = accord_planning_cell_size_allocate;
  widget_class->snapshot = accord_planning_cell_snapshot;
  widget_class->query_tooltip = accord_planning_cell_query_tooltip;
  widget_class->direction_changed = accord_planning_cell_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "planningcell");
}

static void
accord_planning_cell_init (AccordPlanningCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
}

GtkWidget *
accord_planning_cell_new (AccordPlanningColumn column,
                          int                  decimals)
{
  AccordPlanningCell *self = g_object_new (ACCORD_TYPE_PLANNING_CELL, "focusable", TRUE, NULL);

  accord_sheet_cell_set_column (ACCORD_SHEET_CELL (self), column);
  self->decimals = decimals;
  pango_layout_set_alignment (self->layout,
                              accord_planning_column_is_money (column) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  /* Figures stand at the end whatever their script says. */
  if (accord_planning_column_is_money (column))
    pango_layout_set_auto_dir (self->layout, FALSE);

  return GTK_WIDGET (self);
}

void
accord_planning_cell_set_row (AccordPlanningCell *self,
                              AccordPlanningRow  *row)
{
  gboolean was_total = is_total (self);

  if (self->row == row)
    return;

  if (self->row != NULL)
    g_signal_handler_disconnect (self->row, self->row_handler);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;

  self->row_handler = g_signal_connect_swapped (row, "changed", G_CALLBACK (show_row), self);
  if (pango_layout_get_attributes (self->layout) == NULL || was_total != is_total (self))
    {
      set_weight (self);
      if (is_total (self))
        gtk_widget_add_css_class (GTK_WIDGET (self), "total");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "total");
    }
  show_row (self);
}
