/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-metric-row.h"

#include <glib/gi18n.h>

#include "accord-metric-words.h"

struct _AccordMetricRow
{
  AdwActionRow parent_instance;

  AccordMetric *metric;
  AccordMetricRowStyle style;
  gboolean refreshing;

  GtkWidget *star;
  GtkWidget *votes_label;
  GtkWidget *key_switch;
};

G_DEFINE_FINAL_TYPE (AccordMetricRow, accord_metric_row, ADW_TYPE_ACTION_ROW)

static void
row_do (AccordMetricRow *self,
        const char      *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "x", accord_record_get_id (ACCORD_RECORD (self->metric)));
}

/* The action's name stands in the binding. */
static gboolean
on_key (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  row_do (ACCORD_METRIC_ROW (widget), g_variant_get_string (arguments, NULL));

  return GDK_EVENT_STOP;
}

static void
on_switched (AccordMetricRow *self)
{
  if (self->refreshing)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "metric.set-key", "(xb)",
                              accord_record_get_id (ACCORD_RECORD (self->metric)),
                              gtk_switch_get_active (GTK_SWITCH (self->key_switch)));
}

static GdkContentProvider *
on_prepare (AccordMetricRow *self,
            double           x,
            double           y)
{
  return gdk_content_provider_new_typed (ACCORD_TYPE_METRIC, self->metric);
}

static void
on_drag_begin (AccordMetricRow *self,
               GdkDrag         *drag,
               GtkDragSource   *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 24, 24);
}

static void
accord_metric_row_dispose (GObject *object)
{
  g_clear_object (&ACCORD_METRIC_ROW (object)->metric);

  G_OBJECT_CLASS (accord_metric_row_parent_class)->dispose (object);
}

static void
accord_metric_row_class_init (AccordMetricRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GdkModifierType move = GDK_ALT_MASK | GDK_SHIFT_MASK;

  G_OBJECT_CLASS (klass)->dispose = accord_metric_row_dispose;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, on_key, "s", "metric.edit");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_key, "s", "metric.remove");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, on_key, "s", "metric.remove");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, move, on_key, "s", "metric.move-up");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, move, on_key, "s", "metric.move-down");
}

static void
accord_metric_row_init (AccordMetricRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  /* It has a label that says more than its title. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_state (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (handle, "accord-handle");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), handle);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

static GMenuModel *
build_menu (gint64 id)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[][2] = {
    { { N_("_Edit"), "metric.edit" }, { N_("_Remove"), "metric.remove" } },
    { { N_("Move _Up"), "metric.move-up" }, { N_("Move _Down"), "metric.move-down" } },
  };
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (gsize j = 0; j < G_N_ELEMENTS (items[i]); j++)
        {
          g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i][j].label), NULL);

          g_menu_item_set_action_and_target (item, items[i][j].action, "x", id);
          g_menu_append_item (section, item);
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }

  return G_MENU_MODEL (menu);
}

static void
add_menu (AccordMetricRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = build_menu (accord_record_get_id (ACCORD_RECORD (self->metric)));
  /* Translators: %s is the name of a metric. */
  g_autofree char *label = g_strdup_printf (_("More about %s"), accord_metric_get_name (self->metric));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

static void
add_choice (AccordMetricRow *self)
{
  g_autofree char *label = NULL;

  self->votes_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->votes_label, "numeric");
  gtk_widget_add_css_class (self->votes_label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->votes_label);

  /* Translators: a switch; %s is the name of a metric. */
  label = g_strdup_printf (_("%s is a key metric"), accord_metric_get_name (self->metric));
  self->key_switch = gtk_switch_new ();
  gtk_widget_set_valign (self->key_switch, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->key_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (self->key_switch, "notify::active", G_CALLBACK (on_switched), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->key_switch);
}

GtkWidget *
accord_metric_row_new (AccordMetric        *metric,
                       AccordMetricRowStyle style)
{
  AccordMetricRow *self = g_object_new (ACCORD_TYPE_METRIC_ROW, "activatable", style == ACCORD_METRIC_ROW_BLOCK, NULL);

  self->metric = g_object_ref (metric);
  self->style = style;
  if (style == ACCORD_METRIC_ROW_CHOICE)
    {
      add_choice (self);
      return GTK_WIDGET (self);
    }

  self->star = gtk_image_new_from_icon_name ("starred-symbolic");
  gtk_widget_add_css_class (self->star, "accent");
  gtk_widget_set_tooltip_text (self->star, _("Key metric"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Key metric"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->star);
  add_menu (self);

  return GTK_WIDGET (self);
}

AccordMetric *
accord_metric_row_get_metric (AccordMetricRow *self)
{
  g_return_val_if_fail (ACCORD_IS_METRIC_ROW (self), NULL);

  return self->metric;
}

static void
show_votes (AccordMetricRow *self,
            guint            n_votes)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u vote", "%u votes", n_votes), n_votes);

  gtk_label_set_label (GTK_LABEL (self->votes_label), n_votes > 0 ? text : "");
}

void
accord_metric_row_refresh (AccordMetricRow *self,
                           guint            n_votes,
                           guint            place,
                           guint            n_places)
{
  const char *name = accord_metric_get_name (self->metric);
  const char *definition = accord_metric_get_definition (self->metric);
  g_autofree char *summary = accord_metric_dup_summary (self->metric);
  g_autofree char *subtitle = NULL;
  /* Translators: a row of a list: %1 is the name of a metric, %2 its place, of %3. */
  g_autofree char *label = g_strdup_printf (_("%1$s, %2$u of %3$u"), name, place, n_places);

  g_return_if_fail (ACCORD_IS_METRIC_ROW (self));

  self->refreshing = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  if (self->style == ACCORD_METRIC_ROW_BLOCK && *definition != '\0')
    subtitle = g_strdup_printf ("%s\n%s", definition, summary);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle != NULL ? subtitle : summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->star != NULL)
    gtk_widget_set_visible (self->star, accord_metric_get_key (self->metric));
  if (self->votes_label != NULL)
    show_votes (self, n_votes);
  if (self->key_switch != NULL)
    gtk_switch_set_active (GTK_SWITCH (self->key_switch), accord_metric_get_key (self->metric));
  self->refreshing = FALSE;
}

void
accord_metric_row_focus_key (AccordMetricRow *self)
{
  g_return_if_fail (ACCORD_IS_METRIC_ROW (self));

  gtk_widget_grab_focus (self->key_switch != NULL ? self->key_switch : GTK_WIDGET (self));
}
