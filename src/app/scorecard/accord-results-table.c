/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-table-private.h"

#include <glib/gi18n.h>

#include "accord-results-strip.h"

enum
{
  OPENED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AccordResultsTable, accord_results_table, ADW_TYPE_BIN)

/* The row at the upper edge of what is in sight of the list. */
static AccordResultsRow *
find_first_seen (AccordResultsTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_mapped (self->rows->pdata[i])
          && gtk_widget_compute_bounds (self->rows->pdata[i], GTK_WIDGET (self->scrolled), &bounds)
          && bounds.origin.y <= 0 && bounds.origin.y + bounds.size.height > 0)
        return self->rows->pdata[i];
    }

  return NULL;
}

static AccordResultsLine *
find_territory (AccordResultsTable *self,
                gint64              territory)
{
  for (int i = 0; accord_results_table_peek_line (self, i) != NULL; i++)
    {
      AccordResultsLine *line = accord_results_table_peek_line (self, i);

      if (accord_results_line_get_kind (line) == ACCORD_RESULTS_TERRITORY
          && accord_results_line_get_territory (line) == territory)
        return line;
    }

  return NULL;
}

/* The territory of the members at the upper edge stays above them; where members are ranked they are not by territory. */
static void
update_held (AccordResultsTable *self)
{
  AccordResultsRow *first = self->ranking || self->territory != 0 ? NULL : find_first_seen (self);
  AccordResultsLine *line = first != NULL ? accord_results_row_get_line (first) : NULL;
  const gboolean scrolled = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled)) > 0;
  AccordResultsLine *held
    = line != NULL && scrolled ? find_territory (self, accord_results_line_get_territory (line)) : NULL;

  if (held != NULL)
    accord_results_row_set_line (self->held_row, held);
  gtk_widget_set_child_visible (GTK_WIDGET (self->held_row), held != NULL);
}

static void
on_setup (AccordResultsTable *self,
          GtkListItem        *item)
{
  AccordResultsRow *row = accord_results_row_new (self->columns);

  accord_results_row_set_item (row, item);
  gtk_list_item_set_child (item, GTK_WIDGET (row));
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
on_bind (AccordResultsTable *self,
         GtkListItem        *item)
{
  AccordResultsRow *row = ACCORD_RESULTS_ROW (gtk_list_item_get_child (item));
  GtkWidget *holder = gtk_widget_get_parent (GTK_WIDGET (row));

  g_ptr_array_add (self->rows, row);
  accord_results_row_set_line (row, gtk_list_item_get_item (item));
  /* Cells have the focus, never the row as a whole. */
  gtk_widget_set_focusable (holder, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accord_results_line_get_name (accord_results_row_get_line (row)), -1);
}

static void
on_unbind (AccordResultsTable *self,
           GtkListItem        *item)
{
  AccordResultsRow *row = ACCORD_RESULTS_ROW (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (self->rows, row);
  accord_results_row_set_line (row, NULL);
}

static void
on_teardown (AccordResultsTable *self,
             GtkListItem        *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  if (row != NULL)
    accord_results_row_set_item (ACCORD_RESULTS_ROW (row), NULL);
}

static void
on_name_clicked (AccordResultsTable *self)
{
  self->descending = !self->descending;
  accord_results_table_fill_titles (self);
  accord_results_table_fill_lines (self);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           AccordResultsTable       *self)
{
  GtkAdjustment *across = accord_results_columns_get_across (self->columns);
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  const double mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  /* Shift turns a wheel that goes up and down. */
  const double by = dx != 0 ? dx : (state & GDK_SHIFT_MASK) != 0 ? dy : 0;

  if (by == 0 || gtk_adjustment_get_upper (across) <= gtk_adjustment_get_page_size (across))
    return GDK_EVENT_PROPAGATE;
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across)
                                      + mirrored * by * gtk_adjustment_get_step_increment (across));

  return GDK_EVENT_STOP;
}

static gboolean
on_resized (gpointer user_data)
{
  AccordResultsTable *self = user_data;
  GtkAdjustment *across = accord_results_columns_get_across (self->columns);

  self->resized_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->across),
                          gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across));
  if (self->results != NULL && accord_results_table_is_wide (self) != self->wide)
    accord_results_table_update_widths (self);
  accord_results_table_scroll_across (self);

  return G_SOURCE_REMOVE;
}

/* That is found while everything is given its size, when nothing can be given another. */
static void
on_across_changed (AccordResultsTable *self)
{
  if (self->resized_id == 0)
    self->resized_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_resized, self, NULL);
}

static void
on_across_scrolled (AccordResultsTable *self)
{
  if (gtk_adjustment_get_value (accord_results_columns_get_across (self->columns)) > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "across");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "across");
}

/* The text may have become larger. */
static void
accord_results_table_system_setting_changed (GtkWidget        *widget,
                                             GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (accord_results_table_parent_class)->system_setting_changed (widget, setting);
  if (ACCORD_RESULTS_TABLE (widget)->results != NULL)
    accord_results_table_update_widths (ACCORD_RESULTS_TABLE (widget));
}

static void
accord_results_table_dispose (GObject *object)
{
  AccordResultsTable *self = ACCORD_RESULTS_TABLE (object);

  g_clear_handle_id (&self->resized_id, g_source_remove);
  if (self->list != NULL)
    {
      gtk_list_view_set_model (self->list, NULL);
      accord_results_row_set_line (self->top_row, NULL);
      accord_results_row_set_line (self->held_row, NULL);
    }
  self->list = NULL;
  g_clear_object (&self->top);

  G_OBJECT_CLASS (accord_results_table_parent_class)->dispose (object);
}

static void
accord_results_table_finalize (GObject *object)
{
  AccordResultsTable *self = ACCORD_RESULTS_TABLE (object);

  g_clear_pointer (&self->results, accord_results_unref);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->lines);
  g_object_unref (self->columns);
  g_free (self->ranked_title);

  G_OBJECT_CLASS (accord_results_table_parent_class)->finalize (object);
}

static void
accord_results_table_class_init (AccordResultsTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_results_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_results_table_finalize;
  widget_class->system_setting_changed = accord_results_table_system_setting_changed;
  accord_results_table_install_focus (widget_class);
  gtk_widget_class_set_css_name (widget_class, "resultstable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* Names and metrics, above all that is scrolled. */
static GtkWidget *
titles_new (AccordResultsTable *self)
{
  GtkWidget *name = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  self->titles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->titles, "accord-results-titles");
  self->name_button = gtk_button_new ();
  self->name_arrow = gtk_image_new ();
  gtk_box_append (GTK_BOX (name), gtk_label_new (C_("targets", "Member")));
  gtk_box_append (GTK_BOX (name), self->name_arrow);
  gtk_button_set_child (GTK_BUTTON (self->name_button), name);
  gtk_widget_add_css_class (self->name_button, "flat");
  gtk_widget_set_tooltip_text (self->name_button, _("Turn the Order of Names Around"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name_button), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("targets", "Member"),
                                  -1);
  g_signal_connect_swapped (self->name_button, "clicked", G_CALLBACK (on_name_clicked), self);
  self->title_strip = accord_results_strip_new (self->columns, TRUE);
  self->name_title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->name_title), self->name_button);
  gtk_widget_set_hexpand (self->name_title, FALSE);
  gtk_box_append (GTK_BOX (self->titles), self->name_title);
  gtk_box_append (GTK_BOX (self->titles), self->title_strip);

  return self->titles;
}

static GtkWidget *
list_new (AccordResultsTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  GtkNoSelection *model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (on_unbind), self);
  g_signal_connect_swapped (factory, "teardown", G_CALLBACK (on_teardown), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (model), factory));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Results by Member"), -1);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->list));
  self->held_row = accord_results_row_new (self->columns);
  gtk_widget_set_valign (GTK_WIDGET (self->held_row), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->held_row), "held");
  gtk_widget_set_can_focus (GTK_WIDGET (self->held_row), FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->scrolled));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->held_row));
  gtk_widget_set_child_visible (GTK_WIDGET (self->held_row), FALSE);
  gtk_widget_set_vexpand (overlay, TRUE);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "value-changed", G_CALLBACK (update_held), self,
                           G_CONNECT_SWAPPED);

  return overlay;
}

static void
accord_results_table_init (AccordResultsTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkAdjustment *across;

  self->line = ACCORD_RESULTS_TOP;
  self->columns = accord_results_columns_new ();
  self->lines = g_list_store_new (ACCORD_TYPE_RESULTS_LINE);
  self->rows = g_ptr_array_new ();
  across = accord_results_columns_get_across (self->columns);
  self->top_row = accord_results_row_new (self->columns);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->top_row));
  gtk_box_append (GTK_BOX (body), list_new (self));
  self->across = GTK_SCROLLBAR (gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, across));
  gtk_box_append (GTK_BOX (box), titles_new (self));
  gtk_box_append (GTK_BOX (box), body);
  gtk_widget_set_visible (GTK_WIDGET (self->across), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->across));
  adw_bin_set_child (ADW_BIN (self), box);

  accord_results_table_install_keys (self, body);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_object (across, "changed", G_CALLBACK (on_across_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (across, "value-changed", G_CALLBACK (on_across_scrolled), self, G_CONNECT_SWAPPED);
}

/* The same line, where it is still there. */
static int
find_line (AccordResultsTable *self,
           AccordResultsKind   kind,
           gint64              member,
           gint64              territory)
{
  for (int i = ACCORD_RESULTS_TOP; accord_results_table_peek_line (self, i) != NULL; i++)
    {
      AccordResultsLine *line = accord_results_table_peek_line (self, i);

      if (accord_results_line_get_kind (line) == kind && accord_results_line_get_member (line) == member
          && (member != 0 || accord_results_line_get_territory (line) == territory))
        return i;
    }

  return ACCORD_RESULTS_TOP;
}

/* Makes the lines anew, with the focus where it was. */
static void
refill (AccordResultsTable *self)
{
  AccordResultsLine *line = accord_results_table_peek_line (self, self->line);
  const gboolean focused = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0
                           && (gtk_widget_get_state_flags (self->titles) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0;
  const AccordResultsKind kind = line != NULL ? accord_results_line_get_kind (line) : ACCORD_RESULTS_TEAM;
  const gint64 member = line != NULL ? accord_results_line_get_member (line) : 0;
  const gint64 territory = line != NULL ? accord_results_line_get_territory (line) : 0;

  self->moving = TRUE;
  accord_results_table_fill_titles (self);
  accord_results_table_fill_lines (self);
  self->moving = FALSE;
  self->line = find_line (self, kind, member, territory);
  self->column = MIN (self->column, MAX (accord_results_columns_get_n (self->columns), 1) - 1);
  if (focused)
    accord_results_table_move_to (self, self->line, (int) self->column);
  update_held (self);
}

void
accord_results_table_show (AccordResultsTable *self,
                           AccordResults      *results,
                           gint64              territory,
                           GArray             *metrics)
{
  AccordResults *old = self->results;

  g_return_if_fail (ACCORD_IS_RESULTS_TABLE (self));

  self->results = accord_results_ref (results);
  g_clear_pointer (&old, accord_results_unref);
  if (self->territory != territory)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  self->territory = territory;
  accord_results_columns_set_metrics (self->columns, results, metrics);
  accord_results_table_update_widths (self);
  refill (self);
}

void
accord_results_table_set_ranking (AccordResultsTable *self,
                                  gboolean            ranking)
{
  g_return_if_fail (ACCORD_IS_RESULTS_TABLE (self));

  self->ranking = ranking;
}

gboolean
accord_results_table_get_place (AccordResultsTable *self,
                                AccordResultsPlace *place)
{
  AccordResultsLine *line;

  g_return_val_if_fail (ACCORD_IS_RESULTS_TABLE (self), FALSE);

  line = accord_results_table_peek_line (self, self->line);
  if (line == NULL || self->column >= accord_results_columns_get_n (self->columns))
    return FALSE;
  place->member = accord_results_line_get_member (line);
  place->territory = accord_results_line_get_territory (line);
  place->metric = accord_results_columns_get_metric (self->columns, self->column);

  return accord_results_line_find_row (line, place->metric) != ACCORD_RESULTS_NO_ROW;
}

const char *
accord_results_table_get_name (AccordResultsTable *self)
{
  AccordResultsLine *line;

  g_return_val_if_fail (ACCORD_IS_RESULTS_TABLE (self), "");

  line = accord_results_table_peek_line (self, self->line);

  return line != NULL ? accord_results_line_get_name (line) : "";
}
