/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-priority-group.h"

#include <glib/gi18n.h>

#include "accord-beside.h"
#include "accord-board.h"
#include "accord-multivote.h"
#include "accord-swot-matrix.h"
#include "accord-swot-priority-row.h"
#include "accord-swot-view.h"

/* What is scrolled to keeps this from the edge. */
#define SCROLL_MARGIN 24

struct _AccordSwotPriorityGroup
{
  AdwBin parent_instance;

  gboolean mitigate;
  AccordCard *held; /* the card that is being rated: the list keeps its order */
  gboolean held_by_pointer;
  AccordCard *wanted; /* to be scrolled to */
  guint wanted_id;
  guint wanted_ticks;

  GtkLabel *title_label;
  GtkLabel *hint_label;
  GtkWidget *warning;
  GtkLabel *warning_label;
  GtkListBox *list;
  GtkLabel *placeholder;
  AccordSwotMatrix *matrix;
};

G_DEFINE_FINAL_TYPE (AccordSwotPriorityGroup, accord_swot_priority_group, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_MITIGATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static AccordSwotPriorityRow *
group_nth_row (AccordSwotPriorityGroup *self,
               guint                    index)
{
  return (AccordSwotPriorityRow *) gtk_list_box_get_row_at_index (self->list, (int) index);
}

static AccordSwotPriorityRow *
group_find_row (AccordSwotPriorityGroup *self,
                AccordCard              *card)
{
  AccordSwotPriorityRow *row;

  for (guint i = 0; (row = group_nth_row (self, i)) != NULL; i++)
    {
      if (accord_swot_priority_row_get_card (row) == card)
        return row;
    }

  return NULL;
}

static void
group_forget_wanted (AccordSwotPriorityGroup *self)
{
  if (self->wanted_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->wanted_id);
  self->wanted_id = 0;
  g_clear_object (&self->wanted);
}

/* The first frame after a change lays it out; what has a place then can be scrolled to in the second. */
static gboolean
on_wanted_tick (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  AccordSwotPriorityGroup *self = ACCORD_SWOT_PRIORITY_GROUP (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *row;
  graphene_rect_t bounds;

  if (++self->wanted_ticks < 2)
    return G_SOURCE_CONTINUE;

  row = (GtkWidget *) group_find_row (self, self->wanted);
  if (row != NULL && scroller != NULL && gtk_widget_compute_bounds (row, scroller, &bounds))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
      const double y = gtk_adjustment_get_value (adjustment) + bounds.origin.y;

      gtk_adjustment_clamp_page (adjustment, y - SCROLL_MARGIN, y + bounds.size.height + SCROLL_MARGIN);
    }
  self->wanted_id = 0;
  g_clear_object (&self->wanted);

  return G_SOURCE_REMOVE;
}

static void
group_scroll_to (AccordSwotPriorityGroup *self,
                 AccordCard              *card)
{
  g_set_object (&self->wanted, card);
  self->wanted_ticks = 0;
  if (self->wanted_id == 0)
    self->wanted_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_wanted_tick, NULL, NULL);
}

static AccordCard *
group_focused_card (AccordSwotPriorityGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *row = root != NULL ? gtk_root_get_focus (root) : NULL;

  return row != NULL && ACCORD_IS_SWOT_PRIORITY_ROW (row) && gtk_widget_is_ancestor (row, GTK_WIDGET (self->list))
           ? accord_swot_priority_row_get_card (ACCORD_SWOT_PRIORITY_ROW (row))
           : NULL;
}

/* The rows keep their widgets, and so the focus. */
static void
group_sort (AccordSwotPriorityGroup *self)
{
  AccordCard *focused = group_focused_card (self);

  gtk_list_box_invalidate_sort (self->list);
  if (focused != NULL)
    group_scroll_to (self, focused);
}

static void
group_rate (AccordSwotPriorityGroup *self,
            AccordCard              *card,
            int                      impact,
            int                      likelihood)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Rate Card"));
  g_autoptr (AccordCard) draft = accord_record_copy (card);
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ACCORD_TYPE_SWOT_VIEW);

  accord_card_set_impact (draft, impact);
  accord_card_set_likelihood (draft, likelihood);
  accord_change_put (change, draft);
  accord_swot_view_apply (ACCORD_SWOT_VIEW (view), change);
}

static void
on_row_rated (AccordSwotPriorityGroup *self,
              int                      impact,
              int                      likelihood,
              gboolean                 by_pointer,
              AccordSwotPriorityRow   *row)
{
  AccordCard *card = accord_swot_priority_row_get_card (row);

  g_set_object (&self->held, card);
  self->held_by_pointer = by_pointer;
  if (by_pointer)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  group_rate (self, card, impact, likelihood);
}

static void
on_matrix_rated (AccordSwotPriorityGroup *self,
                 AccordCard              *card,
                 int                      impact,
                 int                      likelihood)
{
  g_clear_object (&self->held);
  group_rate (self, card, impact, likelihood);
  group_scroll_to (self, card);
  accord_swot_matrix_set_current (self->matrix, card);
}

static void
on_matrix_chosen (AccordSwotPriorityGroup *self,
                  AccordCard              *card)
{
  AccordSwotPriorityRow *row = group_find_row (self, card);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_row_entered (AccordSwotPriorityRow *row)
{
  AccordSwotPriorityGroup *self
    = ACCORD_SWOT_PRIORITY_GROUP (gtk_widget_get_ancestor (GTK_WIDGET (row), ACCORD_TYPE_SWOT_PRIORITY_GROUP));
  AccordCard *card = accord_swot_priority_row_get_card (row);

  accord_swot_matrix_set_current (self->matrix, card);
  group_scroll_to (self, card);
  if (self->held != NULL && self->held != card)
    accord_swot_priority_group_settle (self);
}

static void
on_focus_left (AccordSwotPriorityGroup *self)
{
  accord_swot_matrix_set_current (self->matrix, NULL);
  if (!self->held_by_pointer)
    accord_swot_priority_group_settle (self);
}

static void
on_pointer_left (AccordSwotPriorityGroup *self)
{
  if (self->held_by_pointer)
    accord_swot_priority_group_settle (self);
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  const guint one = accord_swot_priority_row_get_rank (ACCORD_SWOT_PRIORITY_ROW (a));
  const guint other = accord_swot_priority_row_get_rank (ACCORD_SWOT_PRIORITY_ROW (b));

  return (one > other) - (one < other);
}

/* In reading order: by where their middles are the picture, which is lower, would come before the list. */
static gboolean
accord_swot_priority_group_focus (GtkWidget       *widget,
                                  GtkDirectionType direction)
{
  AccordSwotPriorityGroup *self = ACCORD_SWOT_PRIORITY_GROUP (widget);
  GtkWidget *parts[] = { self->warning, GTK_WIDGET (self->list), GTK_WIDGET (self->matrix) };
  const int n = G_N_ELEMENTS (parts), step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int from = step > 0 ? 0 : n - 1;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (accord_swot_priority_group_parent_class)->focus (widget, direction);

  for (int i = 0; i < n && focus != NULL; i++)
    {
      if (focus == parts[i] || gtk_widget_is_ancestor (focus, parts[i]))
        from = i;
    }
  for (int i = from; i >= 0 && i < n; i += step)
    {
      if (gtk_widget_child_focus (parts[i], direction))
        return TRUE;
    }

  return FALSE;
}

static void
accord_swot_priority_group_constructed (GObject *object)
{
  AccordSwotPriorityGroup *self = ACCORD_SWOT_PRIORITY_GROUP (object);
  const char *title = self->mitigate ? _("To Mitigate") : _("To Use");

  G_OBJECT_CLASS (accord_swot_priority_group_parent_class)->constructed (object);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->hint_label, self->mitigate ? _("Weaknesses and threats") : _("Strengths and opportunities"));
  gtk_label_set_label (self->placeholder, self->mitigate ? _("No weaknesses or threats are on the board.")
                                                         : _("No strengths or opportunities are on the board."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->matrix), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->mitigate ? _("Impact and likelihood of what to mitigate")
                                                 : _("Impact and likelihood of what to use"),
                                  -1);
}

static void
accord_swot_priority_group_get_property (GObject    *object,
                                         guint       prop_id,
                                         GValue     *value,
                                         GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_MITIGATE:
      g_value_set_boolean (value, ACCORD_SWOT_PRIORITY_GROUP (object)->mitigate);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_swot_priority_group_set_property (GObject      *object,
                                         guint         prop_id,
                                         const GValue *value,
                                         GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_MITIGATE:
      ACCORD_SWOT_PRIORITY_GROUP (object)->mitigate = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_swot_priority_group_dispose (GObject *object)
{
  AccordSwotPriorityGroup *self = ACCORD_SWOT_PRIORITY_GROUP (object);

  group_forget_wanted (self);
  g_clear_object (&self->held);

  G_OBJECT_CLASS (accord_swot_priority_group_parent_class)->dispose (object);
}

static void
accord_swot_priority_group_class_init (AccordSwotPriorityGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = accord_swot_priority_group_constructed;
  object_class->get_property = accord_swot_priority_group_get_property;
  object_class->set_property = accord_swot_priority_group_set_property;
  object_class->dispose = accord_swot_priority_group_dispose;
  widget_class->focus = accord_swot_priority_group_focus;

  properties[PROP_MITIGATE] = g_param_spec_boolean ("mitigate", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ACCORD_TYPE_BESIDE);
  g_type_ensure (ACCORD_TYPE_SWOT_MATRIX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/swot/accord-swot-priority-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityGroup, title_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityGroup, hint_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityGroup, warning);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityGroup, warning_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityGroup, list);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityGroup, placeholder);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityGroup, matrix);
  gtk_widget_class_bind_template_callback (widget_class, on_matrix_rated);
  gtk_widget_class_bind_template_callback (widget_class, on_matrix_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
  gtk_widget_class_bind_template_callback (widget_class, on_pointer_left);
}

static void
accord_swot_priority_group_init (AccordSwotPriorityGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
}

/* Names the quadrants that hold more than one can talk about. */
static void
group_warn (AccordSwotPriorityGroup *self,
            GPtrArray               *cards)
{
  guint counts[ACCORD_BOARD_N_QUADRANTS] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    counts[accord_card_get_quadrant (cards->pdata[i])]++;
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      if (counts[i] <= ACCORD_BOARD_CARDS_MAX)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: %1$s is a quadrant, as "Strengths"; the number is above ten. */
      g_string_append_printf (text, ngettext ("%1$s: %2$u card. Which ones matter most?",
                                              "%1$s: %2$u cards. Which ones matter most?", counts[i]),
                              accord_quadrant_get_label ((AccordQuadrant) i), counts[i]);
    }
  gtk_label_set_label (self->warning_label, text->str);
  gtk_widget_set_visible (self->warning, text->len > 0);
}

static gboolean
group_has_rows_for (AccordSwotPriorityGroup *self,
                    GPtrArray               *cards)
{
  for (guint i = 0; i < cards->len; i++)
    {
      if (group_find_row (self, cards->pdata[i]) == NULL)
        return FALSE;
    }

  return group_nth_row (self, cards->len) == NULL;
}

static void
group_fill (AccordSwotPriorityGroup *self,
            GPtrArray               *cards)
{
  AccordSwotPriorityRow *row;

  g_clear_object (&self->held);
  while ((row = group_nth_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < cards->len; i++)
    {
      GtkWidget *added = accord_swot_priority_row_new (cards->pdata[i]);
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_object (added, "rated", G_CALLBACK (on_row_rated), self, G_CONNECT_SWAPPED);
      g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_row_entered), added);
      gtk_widget_add_controller (added, focus);
      gtk_list_box_append (self->list, added);
    }
}

void
accord_swot_priority_group_show (AccordSwotPriorityGroup *self,
                                 GPtrArray               *cards,
                                 GHashTable              *tally)
{
  g_autoptr (AccordCard) focused = NULL;

  g_return_if_fail (ACCORD_IS_SWOT_PRIORITY_GROUP (self));

  g_set_object (&focused, group_focused_card (self));
  if (!group_has_rows_for (self, cards))
    group_fill (self, cards);
  for (guint i = 0; i < cards->len; i++)
    accord_swot_priority_row_show (group_find_row (self, cards->pdata[i]), i + 1,
                                   accord_multivote_count (tally, accord_record_get_id (cards->pdata[i])));
  accord_swot_matrix_set_cards (self->matrix, cards);
  gtk_widget_set_visible (GTK_WIDGET (self->matrix), cards->len > 0);
  group_warn (self, cards);
  if (focused != NULL && group_focused_card (self) != focused)
    on_matrix_chosen (self, focused);
  if (self->held == NULL)
    group_sort (self);
}

void
accord_swot_priority_group_settle (AccordSwotPriorityGroup *self)
{
  g_return_if_fail (ACCORD_IS_SWOT_PRIORITY_GROUP (self));

  if (self->held == NULL)
    return;

  g_clear_object (&self->held);
  self->held_by_pointer = FALSE;
  group_sort (self);
}

AccordPriorityGroup
accord_swot_priority_group_get_group (AccordSwotPriorityGroup *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_PRIORITY_GROUP (self), ACCORD_PRIORITY_USE);

  return self->mitigate ? ACCORD_PRIORITY_MITIGATE : ACCORD_PRIORITY_USE;
}
