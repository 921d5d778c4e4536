/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-page-private.h"

#include "accord-swot-actions-window.h"
#include "accord-swot-asks-window.h"
#include "accord-swot-tows.h"

/* On whichever board it lies. */
static void
page_show_card (AccordSwotPage *self,
                AccordCard     *card)
{
  accord_scope_choice_set_territory (self->scope_choice, accord_card_get_territory (card));
  accord_swot_page_show_board (self);
  accord_swot_page_focus_card (self, accord_board_top (self->cards, card));
}

static void
on_source_activated (AccordSwotPage *self,
                     gint64          card,
                     gint64          strategy)
{
  GtkWidget *tows = adw_view_stack_get_child_by_name (self->modes, "tows");
  AccordCard *found = self->cards != NULL ? accord_board_find_card (self->cards, card) : NULL;

  if (found != NULL)
    {
      page_show_card (self, found);
    }
  else if (strategy != 0)
    {
      adw_view_stack_set_visible_child (self->modes, tows);
      accord_swot_tows_focus_strategy (ACCORD_SWOT_TOWS (tows), strategy);
    }
}

static void
page_open (AccordSwotPage *self,
           GtkWindow *(*make) (GtkWindow              *parent,
                               AccordWorkspace        *workspace,
                               const AccordBoardScope *scope))
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (self));
  const AccordBoardScope scope = accord_swot_page_get_scope (self);
  GtkWindow *window;

  if (workspace == NULL || !accord_page_settle (ACCORD_PAGE (self)))
    return;

  window = make (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), workspace, &scope);
  g_signal_connect_object (window, "source-activated", G_CALLBACK (on_source_activated), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
swot_actions (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  page_open (ACCORD_SWOT_PAGE (widget), accord_swot_actions_window_new);
}

static void
swot_asks (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  page_open (ACCORD_SWOT_PAGE (widget), accord_swot_asks_window_new);
}

void
accord_swot_page_install_windows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "swot.actions", NULL, swot_actions);
  gtk_widget_class_install_action (widget_class, "swot.asks", NULL, swot_asks);
}
