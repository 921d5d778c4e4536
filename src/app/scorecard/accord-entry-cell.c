/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-entry-cell.h"

/* The mark in the corner of what was imported, in pixels, and how strong it is. */
#define MARK_SIZE 5
#define MARK_ALPHA 0.5f

struct _AccordEntryCell
{
  AccordSheetCell parent_instance;

  GtkWidget *text;
  gboolean imported;
};

G_DEFINE_FINAL_TYPE (AccordEntryCell, accord_entry_cell, ACCORD_TYPE_SHEET_CELL)

/* One rectangle: cheaper by far than what CSS could draw. */
static void
accord_entry_cell_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  AccordEntryCell *self = ACCORD_ENTRY_CELL (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  graphene_rect_t bounds;
  GdkRGBA color;

  GTK_WIDGET_CLASS (accord_entry_cell_parent_class)->snapshot (widget, snapshot);
  if (!self->imported || !gtk_widget_compute_bounds (widget, widget, &bounds))
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= MARK_ALPHA;
  gtk_snapshot_append_color (
    snapshot, &color,
    &GRAPHENE_RECT_INIT (mirrored ? bounds.origin.x : bounds.origin.x + bounds.size.width - MARK_SIZE, bounds.origin.y,
                         MARK_SIZE, MARK_SIZE));
}

static void
accord_entry_cell_class_init (AccordEntryCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = accord_entry_cell_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entrycell");
}

static void
accord_entry_cell_init (AccordEntryCell *self)
{
  /* An inscription is as wide as its column, whatever it says: another text costs no new layout of the row. */
  self->text = gtk_inscription_new (NULL);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->text, "numeric");
  accord_sheet_cell_set_content (ACCORD_SHEET_CELL (self), self->text);
}

AccordSheetCell *
accord_entry_cell_new (guint column)
{
  AccordSheetCell *self = g_object_new (ACCORD_TYPE_ENTRY_CELL, "focusable", TRUE, NULL);

  accord_sheet_cell_set_column (self, column);

  return self;
}

void
accord_entry_cell_show (AccordEntryCell *self,
                        const char      *text,
                        const char      *label,
                        gboolean         imported)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  if (imported != self->imported)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->imported = imported;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
