/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-quadrant-private.h"

#include <glib/gi18n.h>

#include "accord-board-lines.h"
#include "accord-board.h"
#include "accord-enums.h"

/* What is scrolled to keeps this from the edge. */
#define SCROLL_MARGIN 15

G_DEFINE_FINAL_TYPE (AccordSwotQuadrant, accord_swot_quadrant, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_QUADRANT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What stands in each quadrant beside its name. */
static const struct
{
  const char *hint;
  const char *prompt;
  const char *add;
} words[ACCORD_BOARD_N_QUADRANTS] = {
  { N_("What we do well, and can build on"), N_("What do customers praise? What comes easily to us?"), N_("Add Strength") },
  { N_("What holds us back, and is ours to mend"), N_("Where do we lose deals we should win?"), N_("Add Weakness") },
  { N_("What is opening up around us"), N_("What has changed that we could use?"), N_("Add Opportunity") },
  { N_("What could hurt us from outside"), N_("What would we rather not see in the news?"), N_("Add Threat") },
};

static void
quadrant_describe_count (AccordSwotQuadrant *self,
                         guint               n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *spoken = g_strdup_printf (ngettext ("%u card", "%u cards", n), n);

  gtk_label_set_label (self->count_label, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count_label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (self->warning, n > ACCORD_BOARD_CARDS_MAX);
  gtk_widget_set_visible (GTK_WIDGET (self->prompt_label), n == 0);
}

static AccordSwotCard *
quadrant_last (AccordSwotQuadrant *self)
{
  return accord_swot_quadrant_get_nth (self, MAX (accord_swot_quadrant_get_n_cards (self), 1) - 1);
}

static void
quadrant_forget_wanted (AccordSwotQuadrant *self)
{
  if (self->wanted_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->wanted_id);
  self->wanted_id = 0;
  g_clear_object (&self->wanted);
}

static void
quadrant_stop_adding (AccordSwotQuadrant *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (GTK_WIDGET (self->entry), FALSE);
  /* Where nothing came of it, everything is as it was. */
  if (!self->added)
    {
      quadrant_forget_wanted (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->value);
    }
}

static void
quadrant_scroll_to (AccordSwotQuadrant *self,
                    GtkWidget          *card)
{
  GtkWidget *board = gtk_widget_get_ancestor (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;
  int y, height;

  if (!accord_swot_column_get_target (self->column, card, &y, &height))
    return;

  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroller), y, y + height + SCROLL_MARGIN);

  /* Where the quadrants stand one below the other it is the board that scrolls. */
  if (board != NULL && gtk_widget_compute_bounds (card, gtk_widget_get_parent (GTK_WIDGET (self)), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (board)),
                               bounds.origin.y - SCROLL_MARGIN,
                               bounds.origin.y + bounds.size.height + 2 * SCROLL_MARGIN);
  /* … and the line that is typed on stands below the last card. */
  if (board != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->entry))
      && gtk_widget_compute_bounds (GTK_WIDGET (self->entry), gtk_widget_get_parent (GTK_WIDGET (self)), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (board)), bounds.origin.y,
                               bounds.origin.y + bounds.size.height + SCROLL_MARGIN);
}

/* The first frame after a change lays it out; what has a place then can be scrolled to in the second. */
static gboolean
on_wanted_tick (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  AccordSwotQuadrant *self = ACCORD_SWOT_QUADRANT (widget);

  if (++self->wanted_ticks < 2)
    return G_SOURCE_CONTINUE;

  quadrant_scroll_to (self, GTK_WIDGET (self->wanted));
  self->wanted_id = 0;
  g_clear_object (&self->wanted);

  return G_SOURCE_REMOVE;
}

static gboolean
quadrant_add_typed (AccordSwotQuadrant *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  const char *const titles[] = { title, NULL };
  gboolean added;

  if (*title == '\0')
    return TRUE;

  self->storing = TRUE;
  added = accord_swot_page_add_cards (accord_swot_quadrant_get_page (self), self->quadrant, titles);
  self->storing = FALSE;
  /* What could not be stored stays typed. */
  if (added)
    {
      self->added = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      accord_swot_quadrant_show (self, quadrant_last (self));
    }

  return added;
}

static void
on_entry_activate (AccordSwotQuadrant *self)
{
  quadrant_add_typed (self);
}

static gboolean
on_pasted (gpointer user_data)
{
  AccordSwotQuadrant *self = user_data;
  g_autofree char *text = g_steal_pointer (&self->pasted);

  self->pasted_id = 0;
  self->storing = TRUE;
  accord_swot_page_paste_text (accord_swot_quadrant_get_page (self), self->quadrant, text);
  self->storing = FALSE;
  accord_swot_quadrant_show (self, quadrant_last (self));

  return G_SOURCE_REMOVE;
}

/* However several lines come in, by key, menu or middle button: they are so many cards. What is typed stays. A single
 * line that was copied with its end is only text. */
static void
on_entry_insert_text (AccordSwotQuadrant *self,
                      const char         *text,
                      int                 length,
                      int                *position,
                      GtkEditable        *delegate)
{
  g_autofree char *added = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  g_auto (GStrv) titles = NULL;

  if (strpbrk (added, "\r\n") == NULL)
    return;

  g_signal_stop_emission_by_name (delegate, "insert-text");
  titles = accord_board_read_lines (added);
  if (g_strv_length (titles) == 1)
    {
      gtk_editable_insert_text (delegate, titles[0], -1, position);
      return;
    }

  g_free (self->pasted);
  self->pasted = g_steal_pointer (&added);
  if (self->pasted_id == 0)
    self->pasted_id = g_idle_add (on_pasted, self);
}

static gboolean
on_entry_key_pressed (AccordSwotQuadrant *self,
                      guint               keyval,
                      guint               keycode,
                      GdkModifierType     state)
{
  AccordSwotCard *last;

  if (accord_swot_page_takes_key (accord_swot_quadrant_get_page (self), keyval, state))
    {
      if (quadrant_add_typed (self))
        accord_swot_page_use_key (accord_swot_quadrant_get_page (self), self->quadrant, keyval, state);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  last = quadrant_last (self);
  if (last != NULL && self->added)
    gtk_widget_grab_focus (GTK_WIDGET (last));
  else if (!accord_swot_page_focus_current (accord_swot_quadrant_get_page (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
  quadrant_stop_adding (self);

  return GDK_EVENT_STOP;
}

static void
on_entry_left (AccordSwotQuadrant *self)
{
  /* A window that is left for another keeps its line open. */
  if (self->storing || !gtk_widget_get_mapped (GTK_WIDGET (self->entry)))
    return;

  if (quadrant_add_typed (self) && gtk_window_is_active (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))))
    quadrant_stop_adding (self);
}

static void
on_add_clicked (AccordSwotQuadrant *self)
{
  accord_swot_quadrant_start_adding (self);
}

static void
accord_swot_quadrant_constructed (GObject *object)
{
  AccordSwotQuadrant *self = ACCORD_SWOT_QUADRANT (object);
  const char *name = accord_quadrant_get_label (self->quadrant);
  const char *add = _(words[self->quadrant].add);

  G_OBJECT_CLASS (accord_swot_quadrant_parent_class)->constructed (object);

  gtk_widget_add_css_class (GTK_WIDGET (self), accord_enum_to_nick (ACCORD_TYPE_QUADRANT, (int) self->quadrant));
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->hint_label, _(words[self->quadrant].hint));
  gtk_label_set_label (self->prompt_label, _(words[self->quadrant].prompt));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->column), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  quadrant_describe_count (self, 0);
  accord_swot_quadrant_init_dnd (self);
  accord_swot_quadrant_init_touch (self);
}

static void
accord_swot_quadrant_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  AccordSwotQuadrant *self = ACCORD_SWOT_QUADRANT (object);

  switch (prop_id)
    {
    case PROP_QUADRANT:
      g_value_set_enum (value, (int) self->quadrant);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_swot_quadrant_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  AccordSwotQuadrant *self = ACCORD_SWOT_QUADRANT (object);

  switch (prop_id)
    {
    case PROP_QUADRANT:
      self->quadrant = (AccordQuadrant) g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_swot_quadrant_dispose (GObject *object)
{
  AccordSwotQuadrant *self = ACCORD_SWOT_QUADRANT (object);

  accord_swot_quadrant_stop_dnd (self);
  quadrant_forget_wanted (self);
  g_clear_handle_id (&self->pasted_id, g_source_remove);
  g_clear_pointer (&self->pasted, g_free);

  G_OBJECT_CLASS (accord_swot_quadrant_parent_class)->dispose (object);
}

static void
accord_swot_quadrant_finalize (GObject *object)
{
  g_hash_table_unref (ACCORD_SWOT_QUADRANT (object)->widgets);

  G_OBJECT_CLASS (accord_swot_quadrant_parent_class)->finalize (object);
}

static void
accord_swot_quadrant_class_init (AccordSwotQuadrantClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = accord_swot_quadrant_constructed;
  object_class->get_property = accord_swot_quadrant_get_property;
  object_class->set_property = accord_swot_quadrant_set_property;
  object_class->dispose = accord_swot_quadrant_dispose;
  object_class->finalize = accord_swot_quadrant_finalize;

  properties[PROP_QUADRANT] = g_param_spec_enum ("quadrant", NULL, NULL, ACCORD_TYPE_QUADRANT, ACCORD_QUADRANT_STRENGTH,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ACCORD_TYPE_SWOT_COLUMN);
  gtk_widget_class_set_css_name (widget_class, "swotquadrant");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-quadrant.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotQuadrant, box);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotQuadrant, name_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotQuadrant, hint_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotQuadrant, count_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotQuadrant, warning);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotQuadrant, add_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotQuadrant, scroller);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotQuadrant, column);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotQuadrant, prompt_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotQuadrant, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_left);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "swot.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "swot.paste", NULL);
}

static void
accord_swot_quadrant_init (AccordSwotQuadrant *self)
{
  self->widgets = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_swot_column_set_scrolled (self->column, gtk_scrolled_window_get_vadjustment (self->scroller));
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), "insert-text",
                           G_CALLBACK (on_entry_insert_text), self, G_CONNECT_SWAPPED);
}

GtkWidget *
accord_swot_quadrant_new (AccordQuadrant quadrant)
{
  return g_object_new (ACCORD_TYPE_SWOT_QUADRANT, "quadrant", quadrant, NULL);
}

AccordSwotPage *
accord_swot_quadrant_get_page (AccordSwotQuadrant *self)
{
  return ACCORD_SWOT_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), ACCORD_TYPE_SWOT_PAGE));
}

AccordQuadrant
accord_swot_quadrant_get_quadrant (AccordSwotQuadrant *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_QUADRANT (self), ACCORD_QUADRANT_STRENGTH);

  return self->quadrant;
}

/* What is shown of other cards goes. */
static void
quadrant_drop_others (AccordSwotQuadrant *self,
                      GPtrArray          *cards)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < cards->len; i++)
    g_hash_table_add (kept, cards->pdata[i]);

  for (guint i = accord_swot_quadrant_get_n_cards (self); i-- > 0;)
    {
      AccordSwotCard *widget = accord_swot_quadrant_get_nth (self, i);

      if (g_hash_table_contains (kept, accord_swot_card_get_card (widget)))
        continue;
      /* A card that is gone must not come back because its title was being typed. */
      accord_swot_card_cancel_editing (widget);
      g_hash_table_remove (self->widgets, accord_swot_card_get_card (widget));
      accord_swot_column_remove (self->column, GTK_WIDGET (widget));
    }
}

void
accord_swot_quadrant_set_cards (AccordSwotQuadrant *self,
                                GPtrArray          *cards)
{
  g_return_if_fail (ACCORD_IS_SWOT_QUADRANT (self));

  quadrant_drop_others (self, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      AccordSwotCard *widget = accord_swot_quadrant_find (self, cards->pdata[i], NULL);

      if (widget == NULL)
        {
          widget = ACCORD_SWOT_CARD (accord_swot_card_new (cards->pdata[i]));
          g_hash_table_insert (self->widgets, cards->pdata[i], widget);
        }
      accord_swot_column_insert (self->column, GTK_WIDGET (widget), i);
      accord_swot_card_set_place (widget, i, cards->len);
    }

  quadrant_describe_count (self, cards->len);
}

guint
accord_swot_quadrant_get_n_cards (AccordSwotQuadrant *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_QUADRANT (self), 0);

  return accord_swot_column_get_n_children (self->column);
}

AccordSwotCard *
accord_swot_quadrant_get_nth (AccordSwotQuadrant *self,
                              guint               index)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_QUADRANT (self), NULL);

  return (AccordSwotCard *) accord_swot_column_get_child (self->column, index);
}

AccordSwotCard *
accord_swot_quadrant_find (AccordSwotQuadrant *self,
                           AccordCard         *card,
                           guint              *index)
{
  AccordSwotCard *widget;

  g_return_val_if_fail (ACCORD_IS_SWOT_QUADRANT (self), NULL);

  widget = g_hash_table_lookup (self->widgets, card);
  if (widget != NULL && index != NULL)
    *index = accord_swot_card_get_index (widget);

  return widget;
}

void
accord_swot_quadrant_start_adding (AccordSwotQuadrant *self)
{
  g_return_if_fail (ACCORD_IS_SWOT_QUADRANT (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->entry)))
    {
      self->added = FALSE;
      self->value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->entry), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  accord_swot_quadrant_show (self, quadrant_last (self));
}

int
accord_swot_quadrant_measure_full_height (AccordSwotQuadrant *self,
                                          int                 width)
{
  int minimum, cards;

  g_return_val_if_fail (ACCORD_IS_SWOT_QUADRANT (self), 0);

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->column), GTK_ORIENTATION_VERTICAL, width, NULL, &cards, NULL, NULL);

  return minimum + MAX (cards - gtk_scrolled_window_get_min_content_height (self->scroller), 0);
}

void
accord_swot_quadrant_show (AccordSwotQuadrant *self,
                           AccordSwotCard     *card)
{
  g_return_if_fail (ACCORD_IS_SWOT_QUADRANT (self));

  g_set_object (&self->wanted, card);
  self->wanted_ticks = 0;
  if (card == NULL)
    quadrant_forget_wanted (self);
  else if (self->wanted_id == 0)
    self->wanted_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_wanted_tick, NULL, NULL);
}
