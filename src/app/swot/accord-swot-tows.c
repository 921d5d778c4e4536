/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-tows.h"

#include <glib/gi18n.h>

#include "accord-enums.h"
#include "accord-feedback.h"
#include "accord-swot-covered.h"
#include "accord-swot-pair-popover.h"
#include "accord-swot-strategy.h"
#include "accord-swot-tows-card.h"
#include "accord-swot-tows-grid.h"
#include "accord-tows-query.h"

/* The fields, and the band for what is no pair any more. */
#define N_BOXES (ACCORD_TOWS_N + 1)
#define UNPAIRED ACCORD_TOWS_N

struct _AccordSwotTows
{
  AccordSwotView parent_instance;

  AccordCard *dragged;
  AccordCard *first; /* chosen to be paired with the next choice */
  GtkWidget *popover;
  GtkWidget *chosen_at; /* where the focus goes back to */

  GtkStack *stack;
  GtkWidget *new_button;
  GtkWidget *unpaired_band;
  GtkBox *unpaired_box;
  AccordSwotTowsGrid *grid;
  GtkBox *sides[ACCORD_BOARD_N_QUADRANTS];
  GtkBox *boxes[N_BOXES];
  GtkWidget *hints[ACCORD_TOWS_N];
};

G_DEFINE_FINAL_TYPE (AccordSwotTows, accord_swot_tows, ACCORD_TYPE_SWOT_VIEW)

static GListModel *
tows_get_cards (AccordSwotTows *self)
{
  return accord_swot_view_get_list (ACCORD_SWOT_VIEW (self), ACCORD_TYPE_CARD);
}

static void
box_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Whether the side shows just these cards already. */
static gboolean
side_shows (GtkBox    *side,
            GPtrArray *cards)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (side));

  for (guint i = 0; i < cards->len; i++)
    {
      if (child == NULL || accord_swot_tows_card_get_card (ACCORD_SWOT_TOWS_CARD (child)) != cards->pdata[i])
        return FALSE;
      child = gtk_widget_get_next_sibling (child);
    }

  return child == NULL;
}

static void
tows_fill_side (AccordSwotTows *self,
                AccordQuadrant  quadrant)
{
  const AccordBoardScope *scope = accord_swot_view_get_scope (ACCORD_SWOT_VIEW (self));
  g_autoptr (GPtrArray) cards = accord_board_list (tows_get_cards (self), scope->year, scope->territory, quadrant);
  GtkBox *side = self->sides[quadrant];

  if (side_shows (side, cards))
    return;

  box_clear (side);
  for (guint i = 0; i < cards->len; i++)
    gtk_box_append (side, accord_swot_tows_card_new (cards->pdata[i]));
}

static AccordSwotStrategy *
box_find (GtkBox         *box,
          AccordStrategy *strategy)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (accord_swot_strategy_get_strategy (ACCORD_SWOT_STRATEGY (child)) == strategy)
        return ACCORD_SWOT_STRATEGY (child);
    }

  return NULL;
}

/* Those that stay are left alone: somebody may be typing in one. */
static void
tows_fill_box (AccordSwotTows *self,
               GtkBox         *box,
               GPtrArray      *strategies)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));
  GtkWidget *previous = NULL;

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!g_ptr_array_find (strategies, accord_swot_strategy_get_strategy (ACCORD_SWOT_STRATEGY (child)), NULL))
        gtk_box_remove (box, child);
      child = next;
    }

  for (guint i = 0; i < strategies->len; i++)
    {
      GtkWidget *widget = GTK_WIDGET (box_find (box, strategies->pdata[i]));

      if (widget == NULL)
        {
          widget = accord_swot_strategy_new (ACCORD_SWOT_VIEW (self), strategies->pdata[i]);
          gtk_box_append (box, widget);
        }
      if (gtk_widget_get_prev_sibling (widget) != previous)
        gtk_box_reorder_child_after (box, widget, previous);
      accord_swot_strategy_refresh (ACCORD_SWOT_STRATEGY (widget), i, strategies->len);
      previous = widget;
    }
}

/* (transfer full) */
static GPtrArray *
tows_list (AccordSwotTows *self,
           guint           box)
{
  const AccordBoardScope *scope = accord_swot_view_get_scope (ACCORD_SWOT_VIEW (self));
  GListModel *strategies = accord_swot_view_get_list (ACCORD_SWOT_VIEW (self), ACCORD_TYPE_STRATEGY);

  if (box == UNPAIRED)
    return accord_tows_list_unpaired (strategies, tows_get_cards (self), scope->year, scope->territory);

  return accord_tows_list (strategies, tows_get_cards (self), scope->year, scope->territory, (AccordTows) box);
}

/* Whether both sides have cards, so that there is something to pair. */
static gboolean
tows_has_sides (AccordSwotTows *self)
{
  gboolean internal = FALSE, external = FALSE;

  for (int i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      if (gtk_widget_get_first_child (GTK_WIDGET (self->sides[i])) == NULL)
        continue;
      if (accord_quadrant_is_internal ((AccordQuadrant) i))
        internal = TRUE;
      else
        external = TRUE;
    }

  return internal && external;
}

static void
tows_clear (AccordSwotTows *self)
{
  g_clear_object (&self->dragged);
  g_clear_object (&self->first);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    box_clear (self->sides[i]);
  for (guint i = 0; i < N_BOXES; i++)
    box_clear (self->boxes[i]);
}

static void
accord_swot_tows_refresh (AccordSwotView *view)
{
  AccordSwotTows *self = ACCORD_SWOT_TOWS (view);
  const gboolean read_only = accord_workspace_is_read_only (accord_swot_view_get_workspace (view));
  guint n = 0;

  /* Strategies name the cards that they pair. */
  if (accord_swot_covered_is_needed (view))
    {
      tows_clear (self);
      g_clear_pointer (&self->popover, gtk_widget_unparent);
      gtk_stack_set_visible_child_name (self->stack, "covered");
      return;
    }

  for (int i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    tows_fill_side (self, (AccordQuadrant) i);
  for (guint i = 0; i < N_BOXES; i++)
    {
      g_autoptr (GPtrArray) strategies = tows_list (self, i);

      tows_fill_box (self, self->boxes[i], strategies);
      n += strategies->len;
      if (i == UNPAIRED)
        gtk_widget_set_visible (self->unpaired_band, strategies->len > 0);
      else
        gtk_widget_set_visible (self->hints[i], strategies->len == 0);
    }
  gtk_widget_set_sensitive (self->new_button, tows_has_sides (self) && !read_only);
  gtk_stack_set_visible_child_name (self->stack, n > 0 || tows_has_sides (self) ? "fields" : "empty");
}

static void
accord_swot_tows_board_changed (AccordSwotView *view)
{
  tows_clear (ACCORD_SWOT_TOWS (view));
}

static gboolean
accord_swot_tows_settle (AccordSwotView *view)
{
  AccordSwotTows *self = ACCORD_SWOT_TOWS (view);
  gboolean settled = TRUE;

  for (guint i = 0; i < N_BOXES; i++)
    {
      GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->boxes[i]));

      while (child != NULL)
        {
          /* Storing refreshes, which may take the widget away. */
          GtkWidget *next = gtk_widget_get_next_sibling (child);

          settled = accord_swot_strategy_settle (ACCORD_SWOT_STRATEGY (child)) && settled;
          child = next;
        }
    }

  return settled;
}

static AccordSwotStrategy *
tows_find (AccordSwotTows *self,
           AccordStrategy *strategy)
{
  AccordSwotStrategy *found = NULL;

  for (guint i = 0; found == NULL && i < N_BOXES; i++)
    found = box_find (self->boxes[i], strategy);

  return found;
}

gboolean
accord_swot_tows_pair (AccordSwotTows *self,
                       AccordCard     *one,
                       AccordCard     *other)
{
  AccordWorkspace *workspace = accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self));
  g_autoptr (AccordChange) change = accord_change_new (_("Add Strategy"));
  g_autoptr (AccordStrategy) draft = NULL;
  AccordSwotStrategy *widget;

  g_return_val_if_fail (ACCORD_IS_SWOT_TOWS (self), FALSE);

  /* A card from the window of another workspace has no partner here. */
  if (accord_workspace_find (workspace, ACCORD_TYPE_CARD, accord_record_get_id (ACCORD_RECORD (one))) != one)
    return FALSE;
  draft = accord_board_change_pair (change, workspace, one, other, "");
  if (draft == NULL || !accord_swot_view_apply (ACCORD_SWOT_VIEW (self), change))
    return FALSE;

  widget = tows_find (self, accord_workspace_find (workspace, ACCORD_TYPE_STRATEGY,
                                                   accord_record_get_id (ACCORD_RECORD (draft))));
  if (widget != NULL)
    accord_swot_strategy_edit (widget);

  return TRUE;
}

static void
tows_offer (AccordSwotTows *self)
{
  g_autoptr (GPtrArray) cards = accord_swot_view_list_cards (ACCORD_SWOT_VIEW (self));
  g_autofree char *heading = NULL;
  AccordTows tows;

  if (self->first != NULL)
    /* Translators: %s is the title of a card. */
    heading = g_strdup_printf (_("Pair “%s” with…"), accord_card_get_title (self->first));
  for (guint i = cards->len; self->first != NULL && i > 0; i--)
    {
      if (!accord_tows_of (accord_card_get_quadrant (self->first), accord_card_get_quadrant (cards->pdata[i - 1]), &tows))
        g_ptr_array_remove_index (cards, i - 1);
    }
  accord_swot_pair_popover_offer (ACCORD_SWOT_PAIR_POPOVER (self->popover),
                                  heading != NULL ? heading : _("Choose the First Card"), cards);
}

static void
on_chosen (AccordSwotTows *self,
           AccordCard     *card)
{
  g_autoptr (AccordCard) first = NULL;

  if (self->first == NULL)
    {
      self->first = g_object_ref (card);
      tows_offer (self);
      return;
    }

  first = g_steal_pointer (&self->first);
  g_clear_weak_pointer (&self->chosen_at);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  accord_swot_tows_pair (self, first, card);
}

/* Nothing was chosen: back to where one was. */
static void
on_popover_closed (AccordSwotTows *self)
{
  g_clear_object (&self->first);
  if (self->chosen_at != NULL)
    gtk_widget_grab_focus (self->chosen_at);
  g_clear_weak_pointer (&self->chosen_at);
}

void
accord_swot_tows_choose (AccordSwotTows *self,
                         AccordCard     *card,
                         GtkWidget      *at)
{
  graphene_rect_t bounds;

  g_return_if_fail (ACCORD_IS_SWOT_TOWS (self));

  if (accord_workspace_is_read_only (accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)))
      || !gtk_widget_compute_bounds (at, GTK_WIDGET (self), &bounds))
    return;

  if (self->popover == NULL)
    {
      self->popover = accord_swot_pair_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_object (self->popover, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_popover_closed), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->first, card);
  g_set_weak_pointer (&self->chosen_at, at);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                 (int) bounds.size.height });
  /* Before it is measured. */
  tows_offer (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_new_clicked (AccordSwotTows *self)
{
  accord_swot_tows_choose (self, NULL, self->new_button);
}

void
accord_swot_tows_set_dragged (AccordSwotTows *self,
                              AccordCard     *card)
{
  g_return_if_fail (ACCORD_IS_SWOT_TOWS (self));

  g_set_object (&self->dragged, card);
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      AccordTows tows;

      /* Those of its own side step back. */
      if (card != NULL && !accord_tows_of (accord_card_get_quadrant (card), (AccordQuadrant) i, &tows))
        gtk_widget_add_css_class (GTK_WIDGET (self->sides[i]), "own-side");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->sides[i]), "own-side");
    }
}

gboolean
accord_swot_tows_can_land (AccordSwotTows *self,
                           AccordCard     *card)
{
  AccordTows tows;

  g_return_val_if_fail (ACCORD_IS_SWOT_TOWS (self), FALSE);

  return self->dragged != NULL
         && !accord_workspace_is_read_only (accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)))
         && accord_tows_of (accord_card_get_quadrant (self->dragged), accord_card_get_quadrant (card), &tows);
}

/* The field that the strategy stands in, with all that stand there; NULL: none. (transfer full) */
static GPtrArray *
tows_list_siblings (AccordSwotTows *self,
                    AccordStrategy *strategy,
                    guint          *index)
{
  for (guint i = 0; i < N_BOXES; i++)
    {
      g_autoptr (GPtrArray) siblings = tows_list (self, i);

      if (g_ptr_array_find (siblings, strategy, index))
        return g_steal_pointer (&siblings);
    }

  return NULL;
}

gboolean
accord_swot_tows_move (AccordSwotTows *self,
                       AccordStrategy *strategy,
                       int             places)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Move Strategy"));
  g_autoptr (GPtrArray) siblings = NULL;
  GtkWidget *focus;
  guint index;

  g_return_val_if_fail (ACCORD_IS_SWOT_TOWS (self), FALSE);

  siblings = tows_list_siblings (self, strategy, &index);
  if (siblings == NULL || (int) index + places < 0 || index + places >= siblings->len)
    return FALSE;

  accord_board_change_move_strategy (change, siblings, strategy, (guint) ((int) index + places));
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (!accord_swot_view_apply (ACCORD_SWOT_VIEW (self), change))
    return FALSE;
  if (focus != NULL)
    gtk_widget_grab_focus (focus);

  return TRUE;
}

void
accord_swot_tows_remove (AccordSwotTows *self,
                         AccordStrategy *strategy)
{
  AccordWorkspace *workspace = accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self));
  g_autoptr (AccordChange) change = accord_change_new (_("Remove Strategy"));
  g_autoptr (GPtrArray) siblings = NULL;
  AccordSwotStrategy *next = NULL;
  guint index;

  g_return_if_fail (ACCORD_IS_SWOT_TOWS (self));

  if (accord_workspace_is_read_only (workspace))
    return;
  siblings = tows_list_siblings (self, strategy, &index);
  accord_board_change_unpair (change, workspace, strategy);
  if (!accord_swot_view_apply (ACCORD_SWOT_VIEW (self), change))
    return;

  if (siblings != NULL && siblings->len > 1)
    next = tows_find (self, siblings->pdata[index + 1 < siblings->len ? index + 1 : index - 1]);
  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : self->new_button);
  accord_feedback_undo_toast (GTK_WIDGET (self), _("Strategy removed"));
}

void
accord_swot_tows_focus_strategy (AccordSwotTows *self,
                                 gint64          strategy)
{
  AccordSwotStrategy *widget;

  g_return_if_fail (ACCORD_IS_SWOT_TOWS (self));

  accord_swot_view_refresh (ACCORD_SWOT_VIEW (self));
  widget = tows_find (self, accord_workspace_find (accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)),
                                                   ACCORD_TYPE_STRATEGY, strategy));
  if (widget != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (widget));
}

static void
accord_swot_tows_dispose (GObject *object)
{
  AccordSwotTows *self = ACCORD_SWOT_TOWS (object);

  g_clear_object (&self->dragged);
  g_clear_object (&self->first);
  g_clear_weak_pointer (&self->chosen_at);
  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_swot_tows_parent_class)->dispose (object);
}

static void
accord_swot_tows_class_init (AccordSwotTowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordSwotViewClass *view_class = ACCORD_SWOT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_swot_tows_dispose;
  view_class->board_changed = accord_swot_tows_board_changed;
  view_class->refresh = accord_swot_tows_refresh;
  view_class->settle = accord_swot_tows_settle;

  g_type_ensure (ACCORD_TYPE_SWOT_COVERED);
  g_type_ensure (ACCORD_TYPE_SWOT_TOWS_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-tows.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotTows, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotTows, new_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotTows, unpaired_band);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotTows, unpaired_box);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotTows, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_new_clicked);
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static GtkBox *
make_list (GtkWidget  *cell,
           const char *name)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (cell), list);

  return GTK_BOX (list);
}

static void
tows_add_side (AccordSwotTows *self,
               AccordQuadrant  quadrant)
{
  const char *name = accord_quadrant_get_label (quadrant);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (cell, "tows-side");
  gtk_widget_add_css_class (cell, accord_enum_to_nick (ACCORD_TYPE_QUADRANT, quadrant));
  gtk_box_append (GTK_BOX (cell), make_heading (name));
  self->sides[quadrant] = make_list (cell, name);
  accord_swot_tows_grid_set_side (self->grid, quadrant, cell);
}

static void
tows_add_field (AccordSwotTows *self,
                AccordTows      tows)
{
  const char *name = accord_tows_get_label (tows);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *letters = gtk_label_new (accord_tows_get_letters (tows));
  GtkWidget *heading = make_heading (name);

  gtk_widget_add_css_class (letters, "tows-letters");
  gtk_widget_set_valign (letters, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), letters);
  gtk_box_append (GTK_BOX (head), heading);
  gtk_widget_add_css_class (cell, "tows-field");
  gtk_box_append (GTK_BOX (cell), head);
  self->boxes[tows] = make_list (cell, name);
  self->hints[tows] = gtk_label_new (_("No strategy yet"));
  gtk_label_set_xalign (GTK_LABEL (self->hints[tows]), 0);
  gtk_widget_add_css_class (self->hints[tows], "swot-caption");
  gtk_box_append (GTK_BOX (cell), self->hints[tows]);
  accord_swot_tows_grid_set_field (self->grid, tows, cell);
}

static void
accord_swot_tows_init (AccordSwotTows *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    tows_add_side (self, (AccordQuadrant) i);
  for (int i = 0; i < ACCORD_TOWS_N; i++)
    tows_add_field (self, (AccordTows) i);
  self->boxes[UNPAIRED] = self->unpaired_box;
}
