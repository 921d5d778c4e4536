/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-matrix-private.h"

#include <glib/gi18n.h>

#include "accord-board-query.h"

G_DEFINE_FINAL_TYPE (AccordSwotMatrix, accord_swot_matrix, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MITIGATE,
  N_PROPS
};

enum
{
  CHOSEN,
  RATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
on_dot_activated (AccordSwotMatrix *self,
                  AccordSwotDot    *dot)
{
  g_signal_emit (self, signals[CHOSEN], 0, accord_swot_dot_get_card (dot));
}

static AccordSwotDot *
matrix_find_dot (AccordSwotMatrix *self,
                 AccordCard       *card)
{
  for (guint i = 0; i < self->dots->len; i++)
    {
      if (accord_swot_dot_get_card (self->dots->pdata[i]) == card)
        return self->dots->pdata[i];
    }

  return NULL;
}

/* Without the strip that may have stood open for it, the picture is as high as before. */
static void
matrix_end_drag (AccordSwotMatrix *self)
{
  if (self->dragged == NULL)
    return;

  gtk_widget_remove_css_class (GTK_WIDGET (self->dragged), "dragged");
  self->dragged = NULL;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_drag_begin (AccordSwotMatrix *self,
               double            x,
               double            y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *dot = picked != NULL ? gtk_widget_get_ancestor (picked, ACCORD_TYPE_SWOT_DOT) : NULL;

  if (dot == NULL)
    {
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->cancelled = FALSE;
  gtk_widget_grab_focus (dot);
}

static gboolean
matrix_has_focus (GtkWidget *dot)
{
  GtkRoot *root = gtk_widget_get_root (dot);

  return root != NULL && gtk_root_get_focus (root) == dot;
}

static AccordSwotDot *
matrix_focused_dot (AccordSwotMatrix *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  /* The child stays noted when the focus has gone elsewhere. */
  return child != NULL && ACCORD_IS_SWOT_DOT (child) && matrix_has_focus (child) ? ACCORD_SWOT_DOT (child) : NULL;
}

static void
on_drag_update (AccordSwotMatrix *self,
                double            dx,
                double            dy)
{
  double x, y;

  if (self->cancelled)
    return;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag), &x, &y);
  if (self->dragged == NULL)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), (int) x, (int) y, (int) (x + dx), (int) (y + dy))
          || matrix_focused_dot (self) == NULL)
        return;
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
      self->dragged = matrix_focused_dot (self);
      gtk_widget_add_css_class (GTK_WIDGET (self->dragged), "dragged");
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  self->drag_x = x + dx;
  self->drag_y = y + dy;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end (AccordSwotMatrix *self,
             double            dx,
             double            dy)
{
  AccordSwotDot *dot = self->dragged;
  g_autoptr (AccordCard) card = NULL;
  AccordSwotMatrixPlan plan;
  gint64 impact, likelihood;

  if (self->cancelled)
    return;
  if (dot == NULL)
    {
      dot = matrix_focused_dot (self);
      if (dot != NULL)
        on_dot_activated (self, dot);
      return;
    }

  card = g_object_ref (accord_swot_dot_get_card (dot));
  accord_swot_matrix_plan (self, gtk_widget_get_width (GTK_WIDGET (self)), &plan);
  if (!accord_swot_matrix_levels_at (&plan, self->drag_x, self->drag_y, &impact, &likelihood)
      || (impact == accord_card_get_impact (card) && likelihood == accord_card_get_likelihood (card)))
    {
      matrix_end_drag (self);
      return;
    }
  matrix_end_drag (self);
  g_signal_emit (self, signals[RATED], 0, card, (int) impact, (int) likelihood);
}

static void
on_drag_cancelled (AccordSwotMatrix *self)
{
  matrix_end_drag (self);
}

static gboolean
on_key_pressed (AccordSwotMatrix *self,
                guint             keyval)
{
  if (keyval != GDK_KEY_Escape || self->dragged == NULL)
    return GDK_EVENT_PROPAGATE;

  self->cancelled = TRUE;
  matrix_end_drag (self);

  return GDK_EVENT_STOP;
}

/* Tab goes through the matrix as one; arrows go among the dots. */
static gboolean
accord_swot_matrix_focus (GtkWidget       *widget,
                          GtkDirectionType direction)
{
  AccordSwotMatrix *self = ACCORD_SWOT_MATRIX (widget);
  AccordSwotDot *dot = matrix_focused_dot (self);

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    {
      if (dot != NULL || self->dots->len == 0)
        return FALSE;
      return gtk_widget_grab_focus (self->dots->pdata[0]);
    }

  return GTK_WIDGET_CLASS (accord_swot_matrix_parent_class)->focus (widget, direction);
}

static GtkSizeRequestMode
accord_swot_matrix_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_swot_matrix_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  AccordSwotMatrixPlan plan;
  int width;

  accord_swot_matrix_plan (ACCORD_SWOT_MATRIX (widget), 0, &plan);
  width = (int) (plan.gutter + plan.dot * 1.3f * ACCORD_PRIORITY_LEVELS);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = width;
      *natural = MAX (width, 360);
      return;
    }

  accord_swot_matrix_plan (ACCORD_SWOT_MATRIX (widget), for_size > 0 ? for_size : MAX (width, 360), &plan);
  *minimum = *natural = (int) plan.height + 1;
}

static gboolean
same_cell (AccordCard *one,
           AccordCard *other)
{
  const guint priority = accord_card_get_priority (one);

  if (priority == 0)
    return accord_card_get_priority (other) == 0;

  return accord_card_get_impact (one) == accord_card_get_impact (other)
         && accord_card_get_likelihood (one) == accord_card_get_likelihood (other);
}

static void
matrix_allocate_dot (AccordSwotMatrix           *self,
                     const AccordSwotMatrixPlan *plan,
                     guint                       index)
{
  AccordSwotDot *dot = self->dots->pdata[index];
  AccordCard *card = accord_swot_dot_get_card (dot);
  graphene_rect_t cell = plan->strip;
  guint place = 0, n = 0;
  double x, y;

  for (guint i = 0; i < self->dots->len; i++)
    {
      if (!same_cell (card, accord_swot_dot_get_card (self->dots->pdata[i])))
        continue;
      place += i < index;
      n++;
    }
  if (accord_card_get_priority (card) > 0)
    accord_swot_matrix_cell (plan, accord_card_get_impact (card), accord_card_get_likelihood (card), &cell);

  accord_priority_place_dot (place, n, cell.size.width, cell.size.height, plan->dot, &x, &y);
  x = plan->mirrored ? cell.origin.x + cell.size.width - x - plan->dot : cell.origin.x + x;
  y += cell.origin.y;
  if (dot == self->dragged)
    {
      x = self->drag_x - plan->dot / 2;
      y = self->drag_y - plan->dot / 2;
    }
  gtk_widget_size_allocate (GTK_WIDGET (dot), &(GtkAllocation) { (int) x, (int) y, (int) plan->dot, (int) plan->dot }, -1);
}

static void
accord_swot_matrix_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  AccordSwotMatrix *self = ACCORD_SWOT_MATRIX (widget);
  AccordSwotMatrixPlan plan;
  int label_height, label_width;

  accord_swot_matrix_plan (self, width, &plan);
  gtk_widget_measure (self->strip_label, GTK_ORIENTATION_HORIZONTAL, -1, &label_width, NULL, NULL, NULL);
  gtk_widget_measure (self->strip_label, GTK_ORIENTATION_VERTICAL, -1, &label_height, NULL, NULL, NULL);
  gtk_widget_set_child_visible (self->strip_label, plan.strip.size.height > 0);
  gtk_widget_size_allocate (self->strip_label,
                            &(GtkAllocation) { 0, (int) plan.strip.origin.y - label_height - 3, MAX (width, label_width),
                                               label_height },
                            -1);
  for (guint i = 0; i < self->dots->len; i++)
    {
      /* A dot asks for no more than its text, which has to be asked. */
      gtk_widget_measure (self->dots->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      matrix_allocate_dot (self, &plan, i);
    }
}

static void
accord_swot_matrix_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  AccordSwotMatrix *self = ACCORD_SWOT_MATRIX (widget);

  accord_swot_matrix_draw (self, snapshot);
  gtk_widget_snapshot_child (widget, self->strip_label, snapshot);
  for (guint i = 0; i < self->dots->len; i++)
    {
      if (self->dots->pdata[i] != self->dragged)
        gtk_widget_snapshot_child (widget, self->dots->pdata[i], snapshot);
    }
  /* What is in the air is over all others. */
  if (self->dragged != NULL)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->dragged), snapshot);
}

static void
accord_swot_matrix_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_MITIGATE:
      g_value_set_boolean (value, ACCORD_SWOT_MATRIX (object)->mitigate);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_swot_matrix_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_MITIGATE:
      ACCORD_SWOT_MATRIX (object)->mitigate = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
matrix_drop_dots (AccordSwotMatrix *self)
{
  matrix_end_drag (self);
  for (guint i = 0; i < self->dots->len; i++)
    gtk_widget_unparent (self->dots->pdata[i]);
  g_ptr_array_set_size (self->dots, 0);
}

static void
accord_swot_matrix_dispose (GObject *object)
{
  AccordSwotMatrix *self = ACCORD_SWOT_MATRIX (object);

  if (self->dots != NULL)
    matrix_drop_dots (self);
  g_clear_pointer (&self->dots, g_ptr_array_unref);
  g_clear_pointer (&self->strip_label, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_swot_matrix_parent_class)->dispose (object);
}

static void
accord_swot_matrix_class_init (AccordSwotMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = accord_swot_matrix_get_property;
  object_class->set_property = accord_swot_matrix_set_property;
  object_class->dispose = accord_swot_matrix_dispose;
  widget_class->focus = accord_swot_matrix_focus;
  widget_class->get_request_mode = accord_swot_matrix_get_request_mode;
  widget_class->measure = accord_swot_matrix_measure;
  widget_class->size_allocate = accord_swot_matrix_size_allocate;
  widget_class->snapshot = accord_swot_matrix_snapshot;

  properties[PROP_MITIGATE] = g_param_spec_boolean ("mitigate", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ACCORD_TYPE_CARD);
  signals[RATED] = g_signal_new ("rated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 3, ACCORD_TYPE_CARD, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "swotmatrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_swot_matrix_init (AccordSwotMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->dots = g_ptr_array_new ();
  self->strip_label = gtk_label_new (_("Not rated"));
  gtk_label_set_xalign (GTK_LABEL (self->strip_label), 0);
  gtk_widget_add_css_class (self->strip_label, "swot-caption");
  gtk_widget_set_parent (self->strip_label, GTK_WIDGET (self));

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (self->drag, "cancel", G_CALLBACK (on_drag_cancelled), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static gboolean
matrix_has_dots_for (AccordSwotMatrix *self,
                     GPtrArray        *cards)
{
  if (self->dots->len != cards->len)
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    {
      if (matrix_find_dot (self, cards->pdata[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

void
accord_swot_matrix_set_cards (AccordSwotMatrix *self,
                              GPtrArray        *cards)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  g_autoptr (GString) description = g_string_new (NULL);

  g_return_if_fail (ACCORD_IS_SWOT_MATRIX (self));

  if (!matrix_has_dots_for (self, cards))
    {
      matrix_drop_dots (self);
      for (guint i = 0; i < cards->len; i++)
        {
          GtkWidget *dot = accord_swot_dot_new (cards->pdata[i]);

          g_signal_connect_object (dot, "activated", G_CALLBACK (on_dot_activated), self, G_CONNECT_SWAPPED);
          gtk_widget_set_parent (dot, GTK_WIDGET (self));
          g_ptr_array_add (self->dots, dot);
        }
    }

  for (guint i = 0; i < cards->len; i++)
    {
      AccordSwotDot *dot = matrix_find_dot (self, cards->pdata[i]);
      g_autofree char *words = accord_swot_dot_describe (cards->pdata[i], i + 1);

      g_ptr_array_add (ordered, dot);
      accord_swot_dot_style (GTK_WIDGET (dot), accord_card_get_quadrant (cards->pdata[i]));
      accord_swot_dot_set_rank (dot, i + 1);
      g_string_append_printf (description, "%s%s", i > 0 ? "; " : "", words);
    }
  g_ptr_array_set_size (self->dots, 0);
  g_ptr_array_extend (self->dots, ordered, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description->str, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
accord_swot_matrix_set_current (AccordSwotMatrix *self,
                                AccordCard       *card)
{
  g_return_if_fail (ACCORD_IS_SWOT_MATRIX (self));

  for (guint i = 0; i < self->dots->len; i++)
    {
      if (accord_swot_dot_get_card (self->dots->pdata[i]) == card)
        gtk_widget_add_css_class (self->dots->pdata[i], "current");
      else
        gtk_widget_remove_css_class (self->dots->pdata[i], "current");
    }
}
