/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-tows-card.h"

#include <glib/gi18n.h>

#include "accord-drag-escape.h"
#include "accord-swot-tows.h"

struct _AccordSwotTowsCard
{
  AdwBin parent_instance;

  AccordCard *card;

  GtkWidget *label;
  GtkWidget *button;
  AccordDragEscape *escape;
};

G_DEFINE_FINAL_TYPE (AccordSwotTowsCard, accord_swot_tows_card, ADW_TYPE_BIN)

/* NULL while the window is going. */
static AccordSwotTows *
card_get_view (AccordSwotTowsCard *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ACCORD_TYPE_SWOT_TOWS);

  return view != NULL ? ACCORD_SWOT_TOWS (view) : NULL;
}

static void
card_show (AccordSwotTowsCard *self)
{
  const char *title = accord_card_get_title (self->card);
  /* Translators: what a screen reader says of a card: its title, and the quadrant, such as Strengths. */
  g_autofree char *name = g_strdup_printf (_("%s, in %s"), title,
                                           accord_quadrant_get_label (accord_card_get_quadrant (self->card)));
  /* Translators: %s is the title of a card. */
  g_autofree char *pair = g_strdup_printf (_("Pair “%s” with…"), title);

  gtk_label_set_label (GTK_LABEL (self->label), title);
  gtk_widget_set_tooltip_text (self->button, pair);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, pair, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
card_pair (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  AccordSwotTowsCard *self = ACCORD_SWOT_TOWS_CARD (widget);

  accord_swot_tows_choose (card_get_view (self), self->card, widget);
}

static void
on_pressed (AccordSwotTowsCard *self,
            int                 n_press)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    card_pair (GTK_WIDGET (self), NULL, NULL);
}

static GdkContentProvider *
on_prepare (AccordSwotTowsCard *self,
            double              x,
            double              y)
{
  return gdk_content_provider_new_typed (ACCORD_TYPE_CARD, self->card);
}

static void
put_down (AccordSwotTowsCard *self)
{
  if (card_get_view (self) != NULL)
    accord_swot_tows_set_dragged (card_get_view (self), NULL);
}

static void
on_drag_begin (AccordSwotTowsCard *self,
               GdkDrag            *drag,
               GtkDragSource      *source)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (live);

  gtk_drag_source_set_icon (source, still, 24, gdk_paintable_get_intrinsic_height (still) / 2);
  accord_swot_tows_set_dragged (card_get_view (self), self->card);
}

static GdkDragAction
on_drop_motion (AccordSwotTowsCard *self)
{
  AccordSwotTows *view = card_get_view (self);

  if (view == NULL || !accord_swot_tows_can_land (view, self->card))
    return 0;
  gtk_widget_add_css_class (GTK_WIDGET (self), "landing");

  return GDK_ACTION_LINK;
}

static GdkDragAction
on_drop_enter (AccordSwotTowsCard *self)
{
  return on_drop_motion (self);
}

static void
on_drop_leave (AccordSwotTowsCard *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "landing");
}

static gboolean
on_drop (AccordSwotTowsCard *self,
         const GValue       *value)
{
  AccordSwotTows *view = card_get_view (self);

  gtk_widget_remove_css_class (GTK_WIDGET (self), "landing");
  if (view == NULL || !accord_swot_tows_can_land (view, self->card))
    return FALSE;

  return accord_swot_tows_pair (view, g_value_get_object (value), self->card);
}

/* The card takes the focus before its button. */
static gboolean
accord_swot_tows_card_focus (GtkWidget       *widget,
                             GtkDirectionType direction)
{
  AccordSwotTowsCard *self = ACCORD_SWOT_TOWS_CARD (widget);

  if (gtk_widget_is_focus (widget))
    return direction == GTK_DIR_TAB_FORWARD && gtk_widget_grab_focus (self->button);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return direction == GTK_DIR_TAB_BACKWARD && gtk_widget_grab_focus (widget);

  return gtk_widget_grab_focus (widget);
}

static void
accord_swot_tows_card_dispose (GObject *object)
{
  AccordSwotTowsCard *self = ACCORD_SWOT_TOWS_CARD (object);

  g_clear_object (&self->escape);
  if (self->card != NULL)
    g_signal_handlers_disconnect_by_func (self->card, card_show, self);
  g_clear_object (&self->card);

  G_OBJECT_CLASS (accord_swot_tows_card_parent_class)->dispose (object);
}

static void
accord_swot_tows_card_class_init (AccordSwotTowsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  G_OBJECT_CLASS (klass)->dispose = accord_swot_tows_card_dispose;
  widget_class->focus = accord_swot_tows_card_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "tows-card.pair", NULL, card_pair);
  for (gsize i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_widget_class_add_binding_action (widget_class, enters[i], 0, "tows-card.pair", NULL);
}

static void
card_init_dnd (AccordSwotTowsCard *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (ACCORD_TYPE_CARD, GDK_ACTION_LINK);

  gtk_drag_source_set_actions (source, GDK_ACTION_LINK);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (put_down), self);
  self->escape = accord_drag_escape_new (source);
  g_signal_connect_object (self->escape, "cancelled", G_CALLBACK (put_down), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (on_drop_enter), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_drop_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_drop_leave), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
accord_swot_tows_card_init (AccordSwotTowsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->button = gtk_button_new_from_icon_name ("accord-tows-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "circular");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "tows-card.pair");
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->button);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "tows-card");

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  card_init_dnd (self);
}

GtkWidget *
accord_swot_tows_card_new (AccordCard *card)
{
  AccordSwotTowsCard *self = g_object_new (ACCORD_TYPE_SWOT_TOWS_CARD, NULL);

  self->card = g_object_ref (card);
  g_signal_connect_object (card, "notify", G_CALLBACK (card_show), self, G_CONNECT_SWAPPED);
  card_show (self);

  return GTK_WIDGET (self);
}

AccordCard *
accord_swot_tows_card_get_card (AccordSwotTowsCard *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_TOWS_CARD (self), NULL);

  return self->card;
}
