/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-covered.h"

#include <glib/gi18n.h>

struct _AccordSwotCovered
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (AccordSwotCovered, accord_swot_covered, ADW_TYPE_BIN)

static void
on_reveal_clicked (AccordSwotCovered *self)
{
  AccordSwotView *view = ACCORD_SWOT_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), ACCORD_TYPE_SWOT_VIEW));
  g_autoptr (AccordChange) change = accord_change_new (_("Reveal Cards"));
  g_autoptr (AccordBoardRules) rules
    = accord_board_change_draft_rules (accord_swot_view_get_workspace (view), accord_swot_view_get_scope (view));

  accord_board_rules_set_covered (rules, FALSE);
  accord_change_put (change, rules);
  accord_swot_view_apply (view, change);
}

static void
accord_swot_covered_class_init (AccordSwotCoveredClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-covered.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_clicked);
}

static void
accord_swot_covered_init (AccordSwotCovered *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
accord_swot_covered_is_needed (AccordSwotView *view)
{
  const AccordBoardScope *scope = accord_swot_view_get_scope (view);
  AccordBoardRules *rules = accord_board_find_rules (accord_swot_view_get_list (view, ACCORD_TYPE_BOARD_RULES),
                                                     scope->year, scope->territory);
  g_autoptr (GPtrArray) cards = NULL;

  if (rules == NULL || !accord_board_rules_get_covered (rules))
    return FALSE;
  cards = accord_swot_view_list_cards (view);

  return cards->len > 0;
}
