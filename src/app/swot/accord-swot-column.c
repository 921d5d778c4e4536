/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-column.h"

#include <adwaita.h>
#include <math.h>

#define SPACING 8
#define GLIDE_MSEC 160
/* As far as a card's shadow reaches. */
#define SHADOW 24

/* Where a child stands: it glides from one place to the other. */
typedef struct
{
  double from;
  double to;
  int height;
  gboolean placed; /* it has a place to come from */
  gboolean lifted;
} Slot;

struct _AccordSwotColumn
{
  GtkWidget parent_instance;

  GtkWidget *gap;
  GPtrArray *children; /* borrowed from the tree of widgets, where they stand behind the gap in this order */
  guint n_lifted;
  GtkAdjustment *scrolled; /* what of the column is in sight; NULL: all of it */
  gboolean gap_open;
  guint gap_index;
  int gap_height;
  AdwAnimation *glide;
  double progress;
};

G_DEFINE_FINAL_TYPE (AccordSwotColumn, accord_swot_column, GTK_TYPE_WIDGET)

static G_DEFINE_QUARK (accord-swot-slot, slot)

static Slot *
column_slot (GtkWidget *child)
{
  Slot *result = g_object_get_qdata (G_OBJECT (child), slot_quark ());

  if (result == NULL)
    {
      result = g_new0 (Slot, 1);
      g_object_set_qdata_full (G_OBJECT (child), slot_quark (), result, g_free);
    }

  return result;
}

static double
column_slot_y (AccordSwotColumn *self,
               const Slot       *slot)
{
  return slot->from + (slot->to - slot->from) * self->progress;
}

/* From where everything is now to where the next allocation puts it. */
static void
column_glide (AccordSwotColumn *self)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      Slot *slot = column_slot (self->children->pdata[i]);

      slot->from = column_slot_y (self, slot);
    }

  self->progress = 0;
  adw_animation_reset (self->glide);
  adw_animation_play (self->glide);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Gives every child its place for the width; returns the height that takes. */
static int
column_place (AccordSwotColumn *self,
              int               width,
              int              *gap_y)
{
  int y = 0;
  guint index = 0;

  for (guint i = 0; i < self->children->len; i++)
    {
      GtkWidget *child = self->children->pdata[i];
      Slot *slot = column_slot (child);
      int height;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      slot->height = height;
      if (slot->lifted)
        {
          slot->to = y;
          continue;
        }
      if (self->gap_open && index == self->gap_index)
        {
          *gap_y = y;
          y += self->gap_height + SPACING;
        }
      slot->to = y;
      y += height + SPACING;
      index++;
    }
  if (self->gap_open && self->gap_index >= index)
    {
      *gap_y = y;
      y += self->gap_height + SPACING;
    }

  return MAX (y - SPACING, 0);
}

static void
on_glide (double   value,
          gpointer user_data)
{
  AccordSwotColumn *self = user_data;

  self->progress = value;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static GtkSizeRequestMode
accord_swot_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_swot_column_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  AccordSwotColumn *self = ACCORD_SWOT_COLUMN (widget);
  int total = 0;
  guint shown = 0;

  *minimum = *natural = 0;
  for (guint i = 0; i < self->children->len; i++)
    {
      GtkWidget *child = self->children->pdata[i];
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, for_size, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
      if (!column_slot (child)->lifted)
        {
          total += child_natural;
          shown++;
        }
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  if (self->gap_open)
    {
      total += self->gap_height;
      shown++;
    }
  *minimum = *natural = total + SPACING * (int) MAX (shown, 1) - SPACING;
}

static void
accord_swot_column_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  AccordSwotColumn *self = ACCORD_SWOT_COLUMN (widget);
  int gap_y = 0;

  column_place (self, width, &gap_y);
  gtk_widget_set_child_visible (self->gap, self->gap_open);
  if (self->gap_open)
    gtk_widget_size_allocate (self->gap, &(GtkAllocation) { 0, gap_y, width, self->gap_height }, -1);

  for (guint i = 0; i < self->children->len; i++)
    {
      GtkWidget *child = self->children->pdata[i];
      Slot *slot = column_slot (child);

      if (!slot->placed)
        {
          slot->from = slot->to;
          slot->placed = TRUE;
        }
      gtk_widget_size_allocate (child, &(GtkAllocation) { 0, (int) column_slot_y (self, slot), width, slot->height }, -1);
    }
}

/* Of a long column most is out of sight: drawing it anyway is what would cost most. */
static void
accord_swot_column_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  AccordSwotColumn *self = ACCORD_SWOT_COLUMN (widget);
  double top = -G_MAXDOUBLE, bottom = G_MAXDOUBLE;

  if (self->scrolled != NULL)
    {
      top = gtk_adjustment_get_value (self->scrolled) - SHADOW;
      bottom = top + gtk_adjustment_get_page_size (self->scrolled) + 2 * SHADOW;
    }

  if (self->gap_open)
    gtk_widget_snapshot_child (widget, self->gap, snapshot);
  for (guint i = 0; i < self->children->len; i++)
    {
      GtkWidget *child = self->children->pdata[i];
      const Slot *slot = column_slot (child);
      const double y = column_slot_y (self, slot);

      if (!slot->lifted && y + slot->height >= top && y <= bottom)
        gtk_widget_snapshot_child (widget, child, snapshot);
    }
}

static void
accord_swot_column_dispose (GObject *object)
{
  AccordSwotColumn *self = ACCORD_SWOT_COLUMN (object);
  GtkWidget *child;

  g_clear_object (&self->glide);
  accord_swot_column_set_scrolled (self, NULL);
  g_ptr_array_set_size (self->children, 0);
  while ((child = gtk_widget_get_last_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->gap = NULL;

  G_OBJECT_CLASS (accord_swot_column_parent_class)->dispose (object);
}

static void
accord_swot_column_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_SWOT_COLUMN (object)->children);

  G_OBJECT_CLASS (accord_swot_column_parent_class)->finalize (object);
}

static void
accord_swot_column_class_init (AccordSwotColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = accord_swot_column_dispose;
  object_class->finalize = accord_swot_column_finalize;
  widget_class->get_request_mode = accord_swot_column_get_request_mode;
  widget_class->measure = accord_swot_column_measure;
  widget_class->size_allocate = accord_swot_column_size_allocate;
  widget_class->snapshot = accord_swot_column_snapshot;

  gtk_widget_class_set_css_name (widget_class, "swotcolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
accord_swot_column_init (AccordSwotColumn *self)
{
  self->progress = 1;
  self->children = g_ptr_array_new ();
  self->gap = g_object_new (ADW_TYPE_BIN, "css-name", "swotgap", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->gap, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->gap, FALSE);
  self->glide = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GLIDE_MSEC,
                                         adw_callback_animation_target_new (on_glide, self, NULL));
}

void
accord_swot_column_insert (AccordSwotColumn *self,
                           GtkWidget        *child,
                           guint             index)
{
  g_return_if_fail (ACCORD_IS_SWOT_COLUMN (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  if (accord_swot_column_get_child (self, index) == child)
    return;

  g_ptr_array_remove (self->children, child);
  index = MIN (index, self->children->len);
  gtk_widget_insert_after (child, GTK_WIDGET (self), index > 0 ? self->children->pdata[index - 1] : self->gap);
  g_ptr_array_insert (self->children, (int) index, child);
  column_glide (self);
}

void
accord_swot_column_remove (AccordSwotColumn *self,
                           GtkWidget        *child)
{
  g_return_if_fail (ACCORD_IS_SWOT_COLUMN (self));
  g_return_if_fail (gtk_widget_get_parent (child) == GTK_WIDGET (self));

  if (column_slot (child)->lifted)
    self->n_lifted--;
  g_ptr_array_remove (self->children, child);
  gtk_widget_unparent (child);
  column_glide (self);
}

guint
accord_swot_column_get_n_children (AccordSwotColumn *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_COLUMN (self), 0);

  return self->children->len;
}

GtkWidget *
accord_swot_column_get_child (AccordSwotColumn *self,
                              guint             index)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_COLUMN (self), NULL);

  return index < self->children->len ? self->children->pdata[index] : NULL;
}

GtkWidget *
accord_swot_column_get_child_at (AccordSwotColumn *self,
                                 double            x,
                                 double            y)
{
  GtkWidget *picked;

  g_return_val_if_fail (ACCORD_IS_SWOT_COLUMN (self), NULL);

  picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  while (picked != NULL && gtk_widget_get_parent (picked) != GTK_WIDGET (self))
    picked = gtk_widget_get_parent (picked);

  return picked != self->gap ? picked : NULL;
}

void
accord_swot_column_lift (AccordSwotColumn *self,
                         GtkWidget        *child)
{
  Slot *slot;

  g_return_if_fail (ACCORD_IS_SWOT_COLUMN (self));
  g_return_if_fail (gtk_widget_get_parent (child) == GTK_WIDGET (self));

  slot = column_slot (child);
  if (slot->lifted)
    return;

  /* It stays where it is in the tree, unseen: it keeps the focus, and its drag goes on. */
  slot->lifted = TRUE;
  self->n_lifted++;
  gtk_widget_set_opacity (child, 0);
  gtk_widget_set_can_target (child, FALSE);
  column_glide (self);
}

void
accord_swot_column_put_down (AccordSwotColumn *self)
{
  g_return_if_fail (ACCORD_IS_SWOT_COLUMN (self));

  if (self->n_lifted == 0)
    return;

  for (guint i = 0; i < self->children->len; i++)
    {
      GtkWidget *child = self->children->pdata[i];
      Slot *slot = column_slot (child);

      if (!slot->lifted)
        continue;
      slot->lifted = FALSE;
      slot->placed = FALSE;
      gtk_widget_set_opacity (child, 1);
      gtk_widget_set_can_target (child, TRUE);
    }
  self->n_lifted = 0;
  column_glide (self);
}

gboolean
accord_swot_column_has_lifted (AccordSwotColumn *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_COLUMN (self), FALSE);

  return self->n_lifted > 0;
}

guint
accord_swot_column_count_before (AccordSwotColumn *self,
                                 GtkWidget        *child)
{
  guint n = 0;

  g_return_val_if_fail (ACCORD_IS_SWOT_COLUMN (self), 0);

  for (guint i = 0; i < self->children->len && self->children->pdata[i] != child; i++)
    {
      if (!column_slot (self->children->pdata[i])->lifted)
        n++;
    }

  return n;
}

void
accord_swot_column_open_gap (AccordSwotColumn *self,
                             guint             index,
                             int               height)
{
  g_return_if_fail (ACCORD_IS_SWOT_COLUMN (self));

  if (self->gap_open && self->gap_index == index && self->gap_height == height)
    return;

  self->gap_open = TRUE;
  self->gap_index = index;
  self->gap_height = height;
  column_glide (self);
}

void
accord_swot_column_close_gap (AccordSwotColumn *self)
{
  g_return_if_fail (ACCORD_IS_SWOT_COLUMN (self));

  if (!self->gap_open)
    return;

  self->gap_open = FALSE;
  column_glide (self);
}

guint
accord_swot_column_get_index_at (AccordSwotColumn *self,
                                 double            y,
                                 int               height)
{
  guint index = 0, nearest = 0;
  double middle = height / 2.0;
  double distance = fabs (y - middle);

  g_return_val_if_fail (ACCORD_IS_SWOT_COLUMN (self), 0);

  for (guint i = 0; i < self->children->len; i++)
    {
      Slot *slot = column_slot (self->children->pdata[i]);

      if (slot->lifted)
        continue;

      index++;
      middle += slot->height + SPACING;
      if (fabs (y - middle) < distance)
        {
          distance = fabs (y - middle);
          nearest = index;
        }
    }

  return nearest;
}

gboolean
accord_swot_column_get_gap (AccordSwotColumn *self,
                            guint            *index)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_COLUMN (self), FALSE);

  if (self->gap_open)
    *index = self->gap_index;

  return self->gap_open;
}

GtkWidget *
accord_swot_column_get_child_across (AccordSwotColumn *self,
                                     double            y,
                                     double           *part)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_COLUMN (self), NULL);

  for (guint i = 0; i < self->children->len; i++)
    {
      const Slot *slot = column_slot (self->children->pdata[i]);

      if (slot->lifted || !slot->placed || y < slot->to - SPACING || y >= slot->to + slot->height + SPACING)
        continue;
      *part = (y - slot->to) / slot->height;
      return self->children->pdata[i];
    }

  return NULL;
}

gboolean
accord_swot_column_get_target (AccordSwotColumn *self,
                               GtkWidget        *child,
                               int              *y,
                               int              *height)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_COLUMN (self), FALSE);

  if (gtk_widget_get_parent (child) != GTK_WIDGET (self) || !column_slot (child)->placed)
    return FALSE;

  *y = (int) column_slot (child)->to;
  *height = column_slot (child)->height;

  return TRUE;
}

void
accord_swot_column_set_scrolled (AccordSwotColumn *self,
                                 GtkAdjustment    *adjustment)
{
  g_return_if_fail (ACCORD_IS_SWOT_COLUMN (self));

  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_func (self->scrolled, gtk_widget_queue_draw, self);
  g_set_object (&self->scrolled, adjustment);
  if (adjustment == NULL)
    return;

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

void
accord_swot_column_settle (AccordSwotColumn *self)
{
  g_return_if_fail (ACCORD_IS_SWOT_COLUMN (self));

  adw_animation_skip (self->glide);
}
