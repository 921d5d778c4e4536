/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-metric-list-box.h"

#include <glib/gi18n.h>

#include "accord-metric-query.h"
#include "accord-shown-records.h"

struct _AccordMetricListBox
{
  AdwBin parent_instance;

  GtkListBox *list;
  GPtrArray *metrics; /* AccordMetric, in order */
  AccordMetricRowStyle style;
  GtkWidget *marked; /* the row at whose edge a drop would land */
};

G_DEFINE_FINAL_TYPE (AccordMetricListBox, accord_metric_list_box, ADW_TYPE_BIN)

enum
{
  OPENED,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
unmark (AccordMetricListBox *self)
{
  if (self->marked == NULL)
    return;

  gtk_widget_remove_css_class (self->marked, "drop-above");
  gtk_widget_remove_css_class (self->marked, "drop-below");
  self->marked = NULL;
}

/* Between which rows y lies: the index of the row below, up to how many there are. */
static guint
index_at (AccordMetricListBox *self,
          double            y)
{
  for (guint i = 0; i < self->metrics->len; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i));
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds)
          && y < bounds.origin.y + bounds.size.height / 2)
        return i;
    }

  return self->metrics->len;
}

static GdkDragAction
on_motion (AccordMetricListBox *self,
           double            x,
           double            y)
{
  const guint index = index_at (self, y);

  unmark (self);
  if (self->metrics->len == 0)
    return GDK_ACTION_MOVE;
  self->marked = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) MIN (index, self->metrics->len - 1)));
  gtk_widget_add_css_class (self->marked, index < self->metrics->len ? "drop-above" : "drop-below");

  return GDK_ACTION_MOVE;
}

static gboolean
on_drop (AccordMetricListBox *self,
         const GValue     *value,
         double            x,
         double            y)
{
  AccordMetric *metric = g_value_get_object (value);
  guint index = index_at (self, y);
  guint from;

  unmark (self);
  if (metric == NULL)
    return FALSE;
  if (g_ptr_array_find (self->metrics, metric, &from) && from < index)
    index--;
  g_signal_emit (self, signals[DROPPED], 0, metric, index);

  return TRUE;
}

static void
on_row_activated (AccordMetricListBox *self,
                  GtkListBoxRow    *row)
{
  g_signal_emit (self, signals[OPENED], 0, accord_metric_row_get_metric (ACCORD_METRIC_ROW (row)));
}

static void
accord_metric_list_box_dispose (GObject *object)
{
  AccordMetricListBox *self = ACCORD_METRIC_LIST_BOX (object);

  self->marked = NULL;
  g_clear_pointer (&self->metrics, g_ptr_array_unref);

  G_OBJECT_CLASS (accord_metric_list_box_parent_class)->dispose (object);
}

static void
accord_metric_list_box_class_init (AccordMetricListBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_metric_list_box_dispose;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ACCORD_TYPE_METRIC);
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, ACCORD_TYPE_METRIC, G_TYPE_UINT);
}

static void
accord_metric_list_box_init (AccordMetricListBox *self)
{
  GtkDropTarget *target = gtk_drop_target_new (ACCORD_TYPE_METRIC, GDK_ACTION_MOVE);

  self->metrics = g_ptr_array_new_with_free_func (g_object_unref);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Building blocks"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (unmark), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

void
accord_metric_list_box_set_row_style (AccordMetricListBox    *self,
                                  AccordMetricRowStyle style)
{
  g_return_if_fail (ACCORD_IS_METRIC_LIST_BOX (self));

  self->style = style;
}

/* The metric whose row has the focus, and whether it is on the row's switch; 0 where none has. */
static gint64
find_focus (AccordMetricListBox *self,
            gboolean         *within)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return 0;

  row = ACCORD_IS_METRIC_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, ACCORD_TYPE_METRIC_ROW);
  *within = row != focus;

  return row != NULL ? accord_record_get_id (ACCORD_RECORD (accord_metric_row_get_metric (ACCORD_METRIC_ROW (row)))) : 0;
}

static void
fill (AccordMetricListBox *self,
      GPtrArray        *metrics)
{
  gboolean within = FALSE;
  const gint64 focused = find_focus (self, &within);
  AccordMetricRow *row;
  GtkWidget *child;
  guint from = 0;

  unmark (self);
  for (guint i = 0; i < self->metrics->len; i++)
    if (accord_record_get_id (self->metrics->pdata[i]) == focused)
      from = i;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_ptr_array_set_size (self->metrics, 0);
  for (guint i = 0; i < metrics->len; i++)
    {
      g_ptr_array_add (self->metrics, g_object_ref (metrics->pdata[i]));
      gtk_list_box_append (self->list, accord_metric_row_new (metrics->pdata[i], self->style));
    }
  if (focused == 0 || metrics->len == 0)
    return;

  row = accord_metric_list_box_find_row (self, focused);
  if (row == NULL)
    row = ACCORD_METRIC_ROW (gtk_list_box_get_row_at_index (self->list, (int) MIN (from, metrics->len - 1)));
  if (within)
    accord_metric_row_focus_key (row);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
accord_metric_list_box_show (AccordMetricListBox *self,
                         GPtrArray        *metrics,
                         GListModel       *votes)
{
  g_autoptr (GHashTable) tally = NULL;

  g_return_if_fail (ACCORD_IS_METRIC_LIST_BOX (self));
  g_return_if_fail (metrics != NULL);

  tally = accord_multivote_tally (votes, ACCORD_TYPE_METRIC);
  if (!accord_shown_records_are (self->metrics, metrics))
    fill (self, metrics);
  for (guint i = 0; i < metrics->len; i++)
    accord_metric_row_refresh (ACCORD_METRIC_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)),
                               accord_multivote_count (tally, accord_record_get_id (metrics->pdata[i])), i + 1,
                               metrics->len);
}

AccordMetricRow *
accord_metric_list_box_find_row (AccordMetricListBox *self,
                             gint64            metric)
{
  g_return_val_if_fail (ACCORD_IS_METRIC_LIST_BOX (self), NULL);

  for (guint i = 0; i < self->metrics->len; i++)
    if (accord_record_get_id (self->metrics->pdata[i]) == metric)
      return ACCORD_METRIC_ROW (gtk_list_box_get_row_at_index (self->list, (int) i));

  return NULL;
}
