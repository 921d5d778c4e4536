/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-prioritise.h"

#include "accord-swot-covered.h"
#include "accord-swot-priority-group.h"

struct _AccordSwotPrioritise
{
  AccordSwotView parent_instance;

  GtkStack *stack;
  AccordSwotPriorityGroup *use_group;
  AccordSwotPriorityGroup *mitigate_group;
};

G_DEFINE_FINAL_TYPE (AccordSwotPrioritise, accord_swot_prioritise, ACCORD_TYPE_SWOT_VIEW)

static guint
prioritise_show_group (AccordSwotPrioritise    *self,
                       AccordSwotPriorityGroup *group,
                       GHashTable              *tally)
{
  const AccordBoardScope *scope = accord_swot_view_get_scope (ACCORD_SWOT_VIEW (self));
  g_autoptr (GPtrArray) cards = NULL;

  if (accord_swot_covered_is_needed (ACCORD_SWOT_VIEW (self)))
    cards = g_ptr_array_new ();
  else
    cards = accord_priority_list (accord_swot_view_get_list (ACCORD_SWOT_VIEW (self), ACCORD_TYPE_CARD),
                                  accord_swot_view_get_list (ACCORD_SWOT_VIEW (self), ACCORD_TYPE_VOTE), scope->year,
                                  scope->territory, accord_swot_priority_group_get_group (group));

  accord_swot_priority_group_show (group, cards, tally);

  return cards->len;
}

static void
accord_swot_prioritise_refresh (AccordSwotView *view)
{
  AccordSwotPrioritise *self = ACCORD_SWOT_PRIORITISE (view);
  g_autoptr (GHashTable) tally = accord_board_tally (accord_swot_view_get_list (view, ACCORD_TYPE_CARD),
                                                     accord_swot_view_get_list (view, ACCORD_TYPE_VOTE));
  const guint n_cards = prioritise_show_group (self, self->use_group, tally)
                        + prioritise_show_group (self, self->mitigate_group, tally);
  const char *sight = "priorities";

  if (accord_swot_covered_is_needed (view))
    sight = "covered";
  else if (n_cards == 0)
    sight = "empty";
  gtk_stack_set_visible_child_name (self->stack, sight);
}

static void
accord_swot_prioritise_board_changed (AccordSwotView *view)
{
  AccordSwotPrioritise *self = ACCORD_SWOT_PRIORITISE (view);

  accord_swot_priority_group_settle (self->use_group);
  accord_swot_priority_group_settle (self->mitigate_group);
}

static void
accord_swot_prioritise_class_init (AccordSwotPrioritiseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordSwotViewClass *view_class = ACCORD_SWOT_VIEW_CLASS (klass);

  view_class->board_changed = accord_swot_prioritise_board_changed;
  view_class->refresh = accord_swot_prioritise_refresh;

  g_type_ensure (ACCORD_TYPE_SWOT_COVERED);
  g_type_ensure (ACCORD_TYPE_SWOT_PRIORITY_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-prioritise.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPrioritise, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPrioritise, use_group);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPrioritise, mitigate_group);
}

static void
accord_swot_prioritise_init (AccordSwotPrioritise *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
