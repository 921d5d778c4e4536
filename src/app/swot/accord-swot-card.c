/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-card-private.h"

#include <glib/gi18n.h>

#include "accord-swot-page.h"

G_DEFINE_FINAL_TYPE (AccordSwotCard, accord_swot_card, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
card_describe_marks (AccordSwotCard *self)
{
  const AccordControl control = accord_card_get_control (self->card);
  const int impact = (int) accord_card_get_impact (self->card);
  const AccordAudience audience = accord_card_get_audience (self->card);
  g_autofree char *impact_text = g_strdup_printf ("%d", impact);
  /* Translators: how much something matters, from 1 to 5. */
  g_autofree char *impact_tip = g_strdup_printf (_("Impact %d of 5"), impact);

  accord_swot_mark_show_control (self->control_mark, control);
  gtk_label_set_label (self->control_label, accord_control_get_label (control));

  accord_swot_mark_show_impact (self->impact_mark, impact);
  gtk_label_set_label (self->impact_label, impact_text);
  gtk_widget_set_tooltip_text (self->impact_box, impact_tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->impact_label), GTK_ACCESSIBLE_PROPERTY_LABEL, impact_tip, -1);
  gtk_widget_set_visible (self->impact_box, impact > 0);

  gtk_label_set_label (self->audience_label, accord_audience_get_label (audience));
  gtk_widget_set_visible (self->audience_box, audience != ACCORD_AUDIENCE_TEAM);
}

static void
card_describe_place (AccordSwotCard *self)
{
  const char *quadrant;
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  if (self->card == NULL || self->n == 0)
    return;

  quadrant = accord_quadrant_get_label (accord_card_get_quadrant (self->card));
  description = accord_swot_card_dup_description (self);
  if (self->covered)
    /* Translators: what a screen reader says of a card that lies face down: its place from 1, how many, the quadrant. */
    label = g_strdup_printf (_("Covered card, card %u of %u in %s"), self->index + 1, self->n, quadrant);
  else
    /* Translators: what a screen reader says of a card: its title, its place from 1, how many there are, the quadrant. */
    label = g_strdup_printf (_("%s, card %u of %u in %s"), accord_card_get_title (self->card), self->index + 1, self->n,
                             quadrant);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
card_follow (AccordSwotCard *self)
{
  /* What lies face down holds no text that anything could find. */
  const char *detail = self->covered ? "" : accord_card_get_detail (self->card);

  gtk_label_set_label (self->title_label, self->covered ? "" : accord_card_get_title (self->card));
  gtk_label_set_label (self->detail_label, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), *detail != '\0');
  card_describe_marks (self);
  accord_swot_card_show_figures (self);
  card_describe_place (self);
}

static char *
card_dup_typed_title (AccordSwotCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->title_view);
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  /* A title is one line, whatever was pasted. */
  return g_strstrip (g_strdelimit (text, "\r\n\t", ' '));
}

static void
card_stop_editing (AccordSwotCard *self,
                   gboolean        keep)
{
  g_autofree char *title = NULL;

  if (!self->editing)
    return;

  title = card_dup_typed_title (self);
  if (keep && *title != '\0' && g_strcmp0 (title, accord_card_get_title (self->card)) != 0)
    {
      AccordSwotPage *page = ACCORD_SWOT_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), ACCORD_TYPE_SWOT_PAGE));
      g_autoptr (AccordCard) draft = accord_record_copy (self->card);

      accord_card_set_title (draft, title);
      /* What could not be stored stays where it was typed. */
      if (page != NULL && !accord_swot_page_change_card (page, draft))
        return;
    }

  self->editing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->title_view), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
}

static gboolean
on_title_key_pressed (AccordSwotCard *self,
                      guint           keyval,
                      guint           keycode,
                      GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_Tab:
      card_stop_editing (self, TRUE);
      break;

    case GDK_KEY_Escape:
      card_stop_editing (self, FALSE);
      break;

    default:
      return GDK_EVENT_PROPAGATE;
    }

  if (!self->editing)
    gtk_widget_grab_focus (GTK_WIDGET (self));

  return GDK_EVENT_STOP;
}

static void
on_title_left (AccordSwotCard *self)
{
  card_stop_editing (self, TRUE);
}

static void
card_select (AccordSwotCard *self,
             const char     *how)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "swot.select", "(xs)",
                              accord_record_get_id (ACCORD_RECORD (self->card)), how);
}

static void
on_pressed (AccordSwotCard  *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->editing)
    return;

  self->collapse = FALSE;
  if (n_press == 2 && !(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_activate_action (GTK_WIDGET (self), "swot.edit", NULL);
    }
  else if (state & GDK_CONTROL_MASK)
    card_select (self, "toggle");
  else if (state & GDK_SHIFT_MASK)
    card_select (self, "extend");
  else if (self->selected)
    {
      /* All that is selected may be about to be dragged. */
      card_select (self, "keep");
      self->collapse = TRUE;
    }
  else
    card_select (self, "only");
}

static void
on_released (AccordSwotCard *self)
{
  AccordSwotPage *page = ACCORD_SWOT_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), ACCORD_TYPE_SWOT_PAGE));

  if (self->collapse && !self->editing && !accord_swot_page_is_dragging (page))
    card_select (self, "only");
  self->collapse = FALSE;
}

static void
on_menu_pressed (AccordSwotCard  *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  if (self->editing)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  card_select (self, self->selected ? "keep" : "only");
  gtk_widget_activate_action (GTK_WIDGET (self), "swot.menu", "(dd)", x, y);
}

static void
on_details_clicked (AccordSwotCard *self)
{
  card_select (self, "only");
  gtk_widget_activate_action (GTK_WIDGET (self), "swot.details", NULL);
}

static void
accord_swot_card_set_card (AccordSwotCard *self,
                           AccordCard     *card)
{
  g_assert (self->card == NULL);

  self->card = g_object_ref (card);
  g_signal_connect_object (card, "notify", G_CALLBACK (card_follow), self, G_CONNECT_SWAPPED);
  card_follow (self);
}

static void
accord_swot_card_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AccordSwotCard *self = ACCORD_SWOT_CARD (object);

  switch (prop_id)
    {
    case PROP_CARD:
      g_value_set_object (value, self->card);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_swot_card_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AccordSwotCard *self = ACCORD_SWOT_CARD (object);

  switch (prop_id)
    {
    case PROP_CARD:
      accord_swot_card_set_card (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The card itself takes the focus, which AdwBin would hand to what is in it. */
static gboolean
accord_swot_card_focus (GtkWidget       *widget,
                        GtkDirectionType direction)
{
  AccordSwotCard *self = ACCORD_SWOT_CARD (widget);

  if (self->editing)
    return GTK_WIDGET_CLASS (accord_swot_card_parent_class)->focus (widget, direction);
  if (gtk_widget_is_focus (widget))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static void
accord_swot_card_dispose (GObject *object)
{
  AccordSwotCard *self = ACCORD_SWOT_CARD (object);

  self->editing = FALSE;
  if (self->card != NULL)
    g_signal_handlers_disconnect_by_func (self->card, card_follow, self);
  g_clear_object (&self->card);

  G_OBJECT_CLASS (accord_swot_card_parent_class)->dispose (object);
}

static void
card_bind_moves (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad;
    const char *direction;
  } keys[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, "up" },
    { GDK_KEY_Down, GDK_KEY_KP_Down, "down" },
    { GDK_KEY_Left, GDK_KEY_KP_Left, "left" },
    { GDK_KEY_Right, GDK_KEY_KP_Right, "right" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "swot.focus", "s", keys[i].direction);
      gtk_widget_class_add_binding_action (widget_class, keys[i].keypad, 0, "swot.focus", "s", keys[i].direction);
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_ALT_MASK | GDK_SHIFT_MASK, "swot.move", "s",
                                           keys[i].direction);
      gtk_widget_class_add_binding_action (widget_class, keys[i].keypad, GDK_ALT_MASK | GDK_SHIFT_MASK, "swot.move",
                                           "s", keys[i].direction);
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK, "swot.wander", "s",
                                           keys[i].direction);
      gtk_widget_class_add_binding_action (widget_class, keys[i].keypad, GDK_CONTROL_MASK, "swot.wander", "s",
                                           keys[i].direction);
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_SHIFT_MASK, "swot.extend", "s",
                                           keys[i].direction);
      gtk_widget_class_add_binding_action (widget_class, keys[i].keypad, GDK_SHIFT_MASK, "swot.extend", "s",
                                           keys[i].direction);
    }
}

static void
accord_swot_card_class_init (AccordSwotCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  object_class->get_property = accord_swot_card_get_property;
  object_class->set_property = accord_swot_card_set_property;
  object_class->dispose = accord_swot_card_dispose;
  widget_class->focus = accord_swot_card_focus;

  properties[PROP_CARD] = g_param_spec_object ("card", NULL, NULL, ACCORD_TYPE_CARD,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ACCORD_TYPE_SWOT_MARK);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, front);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, back);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, title_view);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, details_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, tick);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, detail_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, control_mark);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, control_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, impact_box);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, impact_mark);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, impact_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, audience_box);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, audience_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCard, figures_box);
  gtk_widget_class_bind_template_callback (widget_class, on_title_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_title_left);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_released);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_details_clicked);

  card_bind_moves (widget_class);
  for (gsize i = 0; i < G_N_ELEMENTS (enters); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, enters[i], 0, "swot.edit", NULL);
      gtk_widget_class_add_binding_action (widget_class, enters[i], GDK_ALT_MASK, "swot.details", NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "swot.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "swot.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "swot.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "swot.focus", "s", "first");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0, "swot.focus", "s", "last");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_SHIFT_MASK, "swot.extend", "s", "first");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, GDK_SHIFT_MASK, "swot.extend", "s", "last");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, "swot.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Space, GDK_CONTROL_MASK, "swot.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "swot.select-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "swot.select-none", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "swot.merge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "swot.menu", "(dd)", -1.0, -1.0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "swot.menu", "(dd)", -1.0, -1.0);
}

static void
accord_swot_card_init (AccordSwotCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
accord_swot_card_new (AccordCard *card)
{
  return g_object_new (ACCORD_TYPE_SWOT_CARD, "card", card, NULL);
}

AccordCard *
accord_swot_card_get_card (AccordSwotCard *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_CARD (self), NULL);

  return self->card;
}

void
accord_swot_card_set_place (AccordSwotCard *self,
                            guint           index,
                            guint           n)
{
  g_return_if_fail (ACCORD_IS_SWOT_CARD (self));

  if (self->index == index && self->n == n)
    return;

  self->index = index;
  self->n = n;
  card_describe_place (self);
}

guint
accord_swot_card_get_index (AccordSwotCard *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_CARD (self), 0);

  return self->index;
}

void
accord_swot_card_set_figures (AccordSwotCard              *self,
                              const AccordSwotCardFigures *figures)
{
  g_return_if_fail (ACCORD_IS_SWOT_CARD (self));
  g_return_if_fail (figures != NULL);

  if (memcmp (&self->figures, figures, sizeof *figures) == 0)
    return;

  self->figures = *figures;
  accord_swot_card_show_figures (self);
  card_describe_place (self);
}

void
accord_swot_card_set_covered (AccordSwotCard *self,
                              gboolean        covered)
{
  g_return_if_fail (ACCORD_IS_SWOT_CARD (self));

  if (self->covered == covered)
    return;

  if (covered)
    card_stop_editing (self, TRUE);
  self->covered = covered;
  gtk_widget_set_visible (self->front, !covered);
  gtk_widget_set_visible (self->back, covered);
  if (covered)
    gtk_widget_add_css_class (GTK_WIDGET (self), "covered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "covered");
  card_follow (self);
}

gboolean
accord_swot_card_is_covered (AccordSwotCard *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_CARD (self), FALSE);

  return self->covered;
}

void
accord_swot_card_set_selected (AccordSwotCard *self,
                               gboolean        selected,
                               gboolean        ticked)
{
  g_return_if_fail (ACCORD_IS_SWOT_CARD (self));

  gtk_widget_set_visible (self->tick, selected && ticked);
  gtk_widget_set_visible (self->details_button, !(selected && ticked));
  if (selected && ticked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  if (self->selected == selected)
    return;

  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

void
accord_swot_card_start_editing (AccordSwotCard *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (ACCORD_IS_SWOT_CARD (self));

  if (self->editing || self->covered)
    return;

  self->editing = TRUE;
  buffer = gtk_text_view_get_buffer (self->title_view);
  gtk_text_buffer_set_text (buffer, accord_card_get_title (self->card), -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &end, &start);
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->title_view), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_view));
}

void
accord_swot_card_cancel_editing (AccordSwotCard *self)
{
  g_return_if_fail (ACCORD_IS_SWOT_CARD (self));

  card_stop_editing (self, FALSE);
}

gboolean
accord_swot_card_is_editing (AccordSwotCard *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_CARD (self), FALSE);

  return self->editing;
}

int
accord_swot_card_get_outer_height (AccordSwotCard *self)
{
  graphene_rect_t bounds;

  g_return_val_if_fail (ACCORD_IS_SWOT_CARD (self), 0);

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self), GTK_WIDGET (self), &bounds))
    return 0;

  return (int) bounds.size.height;
}
