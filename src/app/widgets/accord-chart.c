/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-chart.h"

#include "accord-feedback.h"

#include <glib/gi18n.h>

#define PICTURE_SCALE 2
#define PICTURE_EDGE 18
#define PICTURE_GAP 12

typedef struct
{
  char *label;
  char *description;
  GPtrArray *layouts;
  GtkWidget *menu;
  int point;
  gboolean walked; /* to the point, with the keys: the pointer's going leaves it */
} AccordChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordChart, accord_chart, GTK_TYPE_WIDGET)

static AccordChartPrivate *
get_private (AccordChart *self)
{
  return accord_chart_get_instance_private (self);
}

/* The point that is read comes first: it is what has changed. */
static void
update_description (AccordChart *self)
{
  AccordChartPrivate *priv = get_private (self);
  g_autofree char *reading = priv->point >= 0 ? ACCORD_CHART_GET_CLASS (self)->dup_reading (self, (guint) priv->point) : NULL;
  g_autofree char *text = reading != NULL ? g_strdup_printf ("%s. %s", reading, priv->description) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : priv->description, -1);
}

static guint
get_n_points (AccordChart *self)
{
  AccordChartClass *klass = ACCORD_CHART_GET_CLASS (self);

  return klass->get_n_points != NULL ? klass->get_n_points (self) : 0;
}

static void
append_picture (AccordChart *self,
                GtkSnapshot *snapshot,
                PangoLayout *title,
                int          width,
                int          height)
{
  AccordInks inks;
  int title_height;

  accord_inks_read (&inks, GTK_WIDGET (self));
  pango_layout_get_pixel_size (title, NULL, &title_height);
  gtk_snapshot_append_color (snapshot, &inks.ground, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  accord_inks_append_layout (snapshot, title, &inks.text, PICTURE_EDGE, PICTURE_EDGE);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PICTURE_EDGE, (float) (PICTURE_EDGE + title_height + PICTURE_GAP)));
  ACCORD_CHART_GET_CLASS (self)->draw (self, snapshot, &inks, TRUE);
}

static PangoLayout *
create_title (AccordChart *self)
{
  PangoLayout *title = accord_chart_create_layout (self, get_private (self)->label, 1.1);
  PangoAttrList *attributes = pango_layout_get_attributes (title);

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (title, attributes);
  pango_layout_set_width (title, gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);

  return title;
}

GdkTexture *
accord_chart_render (AccordChart *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (PangoLayout) title = NULL;
  g_autoptr (GskTransform) larger = gsk_transform_scale (NULL, PICTURE_SCALE, PICTURE_SCALE);
  g_autoptr (GskRenderNode) node = NULL, picture = NULL;
  int title_height, width, height;

  g_return_val_if_fail (ACCORD_IS_CHART (self), NULL);

  if (native == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return NULL;

  title = create_title (self);
  pango_layout_get_pixel_size (title, NULL, &title_height);
  width = gtk_widget_get_width (GTK_WIDGET (self)) + 2 * PICTURE_EDGE;
  height = gtk_widget_get_height (GTK_WIDGET (self)) + 2 * PICTURE_EDGE + title_height + PICTURE_GAP;
  append_picture (self, snapshot, title, width, height);
  /* Scaled as a whole: what is drawn with Cairo into a snapshot that is scaled itself lands beside its place. */
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  picture = gsk_transform_node_new (node, larger);

  return gsk_renderer_render_texture (gtk_native_get_renderer (native), picture,
                                      &GRAPHENE_RECT_INIT (0, 0, (float) (width * PICTURE_SCALE), (float) (height * PICTURE_SCALE)));
}

static void
chart_copy (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  AccordChartPrivate *priv = get_private (ACCORD_CHART (widget));
  g_autoptr (GdkTexture) texture = accord_chart_render (ACCORD_CHART (widget));
  g_autofree char *text = g_strdup_printf ("%s\n%s", priv->label, priv->description);
  g_autoptr (GdkContentProvider) both = NULL;
  GdkContentProvider *kinds[2];

  if (texture == NULL)
    return;

  kinds[0] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  kinds[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  both = gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));
  if (gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both))
    accord_feedback_toast (widget, _("Picture copied"));
}

static void
open_menu (AccordChart *self,
           double       x,
           double       y)
{
  AccordChartPrivate *priv = get_private (self);

  if (priv->menu == NULL)
    {
      g_autoptr (GMenu) model = g_menu_new ();

      g_menu_append (model, _("_Copy as Picture"), "chart.copy");
      priv->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
      gtk_popover_set_has_arrow (GTK_POPOVER (priv->menu), FALSE);
      gtk_widget_set_halign (priv->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (priv->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (priv->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (priv->menu));
}

static void
on_pressed (GtkGesture  *gesture,
            int          n_press,
            double       x,
            double       y,
            AccordChart *self)
{
  GdkEventSequence *sequence = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));
  GdkEvent *event = gtk_gesture_get_last_event (gesture, sequence);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (event != NULL && gdk_event_triggers_context_menu (event))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      open_menu (self, x, y);
    }
}

static void
on_long_pressed (GtkGesture  *gesture,
                 double       x,
                 double       y,
                 AccordChart *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static void
on_motion (AccordChart *self,
           double       x,
           double       y)
{
  AccordChartClass *klass = ACCORD_CHART_GET_CLASS (self);

  if (klass->find_point == NULL)
    return;

  get_private (self)->walked = FALSE;
  accord_chart_set_point (self, klass->find_point (self, x, y));
}

static void
on_leave (AccordChart *self)
{
  if (!get_private (self)->walked)
    accord_chart_set_point (self, -1);
}

static gboolean
on_menu_key (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  open_menu (ACCORD_CHART (widget), gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);

  return GDK_EVENT_STOP;
}

/* Arrows walk as one sees: to the right is later, or earlier where one reads from right to left. */
static gboolean
on_walk (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  AccordChart *self = ACCORD_CHART (widget);
  AccordChartPrivate *priv = get_private (self);
  const int n = (int) get_n_points (self);
  int by = g_variant_get_int32 (arguments);

  if (n == 0)
    return GDK_EVENT_PROPAGATE;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  priv->walked = TRUE;
  if (priv->point < 0)
    accord_chart_set_point (self, by > 0 ? 0 : n - 1);
  else
    accord_chart_set_point (self, CLAMP (priv->point + by, 0, n - 1));

  return GDK_EVENT_STOP;
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  if (get_private (ACCORD_CHART (widget))->point < 0)
    return GDK_EVENT_PROPAGATE;

  accord_chart_set_point (ACCORD_CHART (widget), -1);

  return GDK_EVENT_STOP;
}

static void
accord_chart_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  AccordInks inks;

  accord_inks_read (&inks, widget);
  ACCORD_CHART_GET_CLASS (widget)->draw (ACCORD_CHART (widget), snapshot, &inks, FALSE);
}

static void
accord_chart_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  AccordChartPrivate *priv = get_private (ACCORD_CHART (widget));

  if (priv->menu != NULL)
    gtk_popover_present (GTK_POPOVER (priv->menu));
}

static void
accord_chart_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  AccordChartPrivate *priv = get_private (ACCORD_CHART (widget));

  GTK_WIDGET_CLASS (accord_chart_parent_class)->css_changed (widget, change);

  for (guint i = 0; i < priv->layouts->len; i++)
    pango_layout_context_changed (g_ptr_array_index (priv->layouts, i));
  gtk_widget_queue_resize (widget);
}

static void
accord_chart_dispose (GObject *object)
{
  g_clear_pointer (&get_private (ACCORD_CHART (object))->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_chart_parent_class)->dispose (object);
}

static void
accord_chart_finalize (GObject *object)
{
  AccordChartPrivate *priv = get_private (ACCORD_CHART (object));

  g_free (priv->label);
  g_free (priv->description);
  g_ptr_array_unref (priv->layouts);

  G_OBJECT_CLASS (accord_chart_parent_class)->finalize (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "chart.copy", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_walk, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_walk, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, on_walk, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, on_walk, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
accord_chart_class_init (AccordChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = accord_chart_dispose;
  object_class->finalize = accord_chart_finalize;
  widget_class->snapshot = accord_chart_snapshot;
  widget_class->size_allocate = accord_chart_size_allocate;
  widget_class->css_changed = accord_chart_css_changed;
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, chart_copy);
  add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "accordchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
accord_chart_init (AccordChart *self)
{
  AccordChartPrivate *priv = get_private (self);
  GtkGesture *click = gtk_gesture_click_new (), *hold = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  priv->label = g_strdup ("");
  priv->description = g_strdup ("");
  priv->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  priv->point = -1;

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (on_long_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

void
accord_chart_set_words (AccordChart *self,
                        const char  *label,
                        const char  *description)
{
  AccordChartPrivate *priv = get_private (self);
  char *own_label, *own_description;

  g_return_if_fail (ACCORD_IS_CHART (self));
  g_return_if_fail (label != NULL && description != NULL);

  own_label = g_strdup (label);
  own_description = g_strdup (description);
  g_free (priv->label);
  g_free (priv->description);
  priv->label = own_label;
  priv->description = own_description;
  priv->point = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  update_description (self);
}

const char *
accord_chart_get_label (AccordChart *self)
{
  g_return_val_if_fail (ACCORD_IS_CHART (self), NULL);

  return get_private (self)->label;
}

const char *
accord_chart_get_description (AccordChart *self)
{
  g_return_val_if_fail (ACCORD_IS_CHART (self), NULL);

  return get_private (self)->description;
}

int
accord_chart_get_point (AccordChart *self)
{
  g_return_val_if_fail (ACCORD_IS_CHART (self), -1);

  return get_private (self)->point;
}

void
accord_chart_set_point (AccordChart *self,
                        int          point)
{
  AccordChartPrivate *priv = get_private (self);

  g_return_if_fail (ACCORD_IS_CHART (self));
  g_return_if_fail (point >= -1 && point < (int) get_n_points (self));

  if (priv->point == point)
    return;

  priv->point = point;
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

PangoLayout *
accord_chart_create_layout (AccordChart *self,
                            const char  *text,
                            double       scale)
{
  PangoLayout *layout;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_val_if_fail (ACCORD_IS_CHART (self), NULL);

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

PangoLayout *
accord_chart_add_layout (AccordChart *self,
                         const char  *text,
                         double       scale)
{
  PangoLayout *layout = accord_chart_create_layout (self, text, scale);

  g_ptr_array_add (get_private (self)->layouts, layout);

  return layout;
}

void
accord_chart_clear_layouts (AccordChart *self)
{
  g_return_if_fail (ACCORD_IS_CHART (self));

  g_ptr_array_set_size (get_private (self)->layouts, 0);
}
