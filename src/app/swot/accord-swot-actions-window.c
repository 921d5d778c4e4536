/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-actions-window.h"

#include <glib/gi18n.h>

#include "accord-action-query.h"
#include "accord-clock.h"
#include "accord-feedback.h"
#include "accord-follow-up-row.h"

enum
{
  CHOICE_OPEN,
  CHOICE_LATE,
  CHOICE_DONE,
  CHOICE_ALL,
};

struct _AccordSwotActionsWindow
{
  AccordSwotWorkWindow parent_instance;

  GtkListBox *list; /* in the window's box; NULL while that is empty */
};

G_DEFINE_FINAL_TYPE (AccordSwotActionsWindow, accord_swot_actions_window, ACCORD_TYPE_SWOT_WORK_WINDOW)

static gboolean
is_wanted (AccordAction *action,
           guint         choice)
{
  const AccordActionState state = accord_action_get_state (action, accord_clock_today ());

  switch (choice)
    {
    case CHOICE_OPEN:
      return state != ACCORD_ACTION_STATE_DONE;

    case CHOICE_LATE:
      return state == ACCORD_ACTION_STATE_LATE;

    case CHOICE_DONE:
      return state == ACCORD_ACTION_STATE_DONE;

    default:
      return TRUE;
    }
}

/* The card, or both cards of the pair, that it comes from. */
static char *
dup_source (AccordWorkspace *workspace,
            AccordAction    *action)
{
  GListModel *cards = accord_workspace_get_list (workspace, ACCORD_TYPE_CARD);
  AccordCard *card = accord_board_find_card (cards, accord_action_get_card (action));
  AccordStrategy *strategy = accord_strategy_find (accord_workspace_get_list (workspace, ACCORD_TYPE_STRATEGY),
                                                   accord_action_get_strategy (action));
  AccordCard *internal, *external;

  if (card != NULL)
    return g_strdup (accord_card_get_title (card));
  if (strategy == NULL)
    return NULL;

  internal = accord_board_find_card (cards, accord_strategy_get_internal (strategy));
  external = accord_board_find_card (cards, accord_strategy_get_external (strategy));

  return g_strconcat (internal != NULL ? accord_card_get_title (internal) : "", " × ",
                      external != NULL ? accord_card_get_title (external) : "", NULL);
}

static AccordWorkRow *
window_find_row (AccordSwotActionsWindow *self,
                 AccordAction            *action)
{
  for (int i = 0; self->list != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL)
        break;
      if (accord_work_row_get_record (ACCORD_WORK_ROW (row)) == action)
        return ACCORD_WORK_ROW (row);
    }

  return NULL;
}

static void
on_row_failed (AccordSwotActionsWindow *self,
               GError                  *error)
{
  accord_feedback_error (GTK_WIDGET (accord_swot_work_window_get_box (ACCORD_SWOT_WORK_WINDOW (self))), error);
}

static void
on_row_removed (AccordSwotActionsWindow *self,
                AccordWorkRow           *row)
{
  accord_work_row_remove (row, GTK_WIDGET (accord_swot_work_window_get_box (ACCORD_SWOT_WORK_WINDOW (self))));
}

static void
on_source_activated (AccordSwotActionsWindow *self,
                     AccordWorkRow           *row)
{
  AccordAction *action = accord_work_row_get_record (row);

  accord_swot_work_window_show_source (ACCORD_SWOT_WORK_WINDOW (self), accord_action_get_card (action),
                                       accord_action_get_strategy (action));
}

static void
window_add_row (AccordSwotActionsWindow *self,
                AccordAction            *action)
{
  AccordSwotWorkWindow *window = ACCORD_SWOT_WORK_WINDOW (self);
  const AccordFollowUpOrigin origin = { .card = accord_action_get_card (action),
                                        .strategy = accord_action_get_strategy (action) };
  GtkWidget *row = accord_follow_up_row_new (accord_swot_work_window_get_workspace (window), action, &origin);

  g_signal_connect_object (row, "failed", G_CALLBACK (on_row_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_row_removed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "source-activated", G_CALLBACK (on_source_activated), self, G_CONNECT_SWAPPED);
  if (self->list == NULL)
    {
      g_set_weak_pointer (&self->list, GTK_LIST_BOX (gtk_list_box_new ()));
      gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
      gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Actions"), -1);
      gtk_box_append (accord_swot_work_window_get_box (window), GTK_WIDGET (self->list));
    }
  gtk_list_box_append (self->list, row);
}

/* (transfer full) */
static GPtrArray *
window_list_actions (AccordSwotWorkWindow *window)
{
  AccordWorkspace *workspace = accord_swot_work_window_get_workspace (window);
  const AccordBoardScope *scope = accord_swot_work_window_get_scope (window);

  return accord_action_list_of_board (accord_workspace_get_list (workspace, ACCORD_TYPE_ACTION),
                                      accord_workspace_get_list (workspace, ACCORD_TYPE_CARD),
                                      accord_workspace_get_list (workspace, ACCORD_TYPE_STRATEGY), scope->year,
                                      scope->territory);
}

static void
accord_swot_actions_window_refresh (AccordSwotWorkWindow *window)
{
  AccordSwotActionsWindow *self = ACCORD_SWOT_ACTIONS_WINDOW (window);
  AccordWorkspace *workspace = accord_swot_work_window_get_workspace (window);
  g_autoptr (GPtrArray) actions = window_list_actions (window);
  gboolean shown;

  for (int i = 0; self->list != NULL;)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL)
        break;
      if (g_ptr_array_find (actions, accord_work_row_get_record (ACCORD_WORK_ROW (row)), NULL))
        i++;
      else
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
  for (guint i = 0; i < actions->len; i++)
    {
      g_autofree char *source = dup_source (workspace, actions->pdata[i]);

      if (window_find_row (self, actions->pdata[i]) == NULL
          && is_wanted (actions->pdata[i], accord_swot_work_window_get_choice (window)))
        window_add_row (self, actions->pdata[i]);
      if (window_find_row (self, actions->pdata[i]) != NULL)
        accord_work_row_show_source (window_find_row (self, actions->pdata[i]), source);
    }
  shown = self->list != NULL && gtk_list_box_get_row_at_index (self->list, 0) != NULL;
  if (shown)
    accord_swot_work_window_set_empty (window, NULL);
  else
    accord_swot_work_window_set_empty (window, actions->len > 0
                                                 ? _("There is no such action on this board.")
                                                 : _("Add what is to be done in a card's details, or under a strategy."));
}

static gboolean
accord_swot_actions_window_settle (AccordSwotWorkWindow *window)
{
  AccordSwotActionsWindow *self = ACCORD_SWOT_ACTIONS_WINDOW (window);
  gboolean settled = TRUE;

  for (int i = 0; self->list != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL)
        break;
      settled = accord_work_row_settle (ACCORD_WORK_ROW (row)) && settled;
    }

  return settled;
}

static void
accord_swot_actions_window_dispose (GObject *object)
{
  g_clear_weak_pointer (&ACCORD_SWOT_ACTIONS_WINDOW (object)->list);

  G_OBJECT_CLASS (accord_swot_actions_window_parent_class)->dispose (object);
}

static void
accord_swot_actions_window_class_init (AccordSwotActionsWindowClass *klass)
{
  AccordSwotWorkWindowClass *window_class = ACCORD_SWOT_WORK_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_swot_actions_window_dispose;
  window_class->refresh = accord_swot_actions_window_refresh;
  window_class->settle = accord_swot_actions_window_settle;
}

static void
accord_swot_actions_window_init (AccordSwotActionsWindow *self)
{
}

GtkWindow *
accord_swot_actions_window_new (GtkWindow              *parent,
                                AccordWorkspace        *workspace,
                                const AccordBoardScope *scope)
{
  AccordSwotWorkWindow *self = g_object_new (ACCORD_TYPE_SWOT_ACTIONS_WINDOW, NULL);
  const char *choices[] = { accord_action_state_get_label (ACCORD_ACTION_STATE_OPEN),
                            accord_action_state_get_label (ACCORD_ACTION_STATE_LATE),
                            accord_action_state_get_label (ACCORD_ACTION_STATE_DONE),
                            /* Translators: all actions, open and done. */
                            C_("actions", "All"), NULL };

  accord_swot_work_window_begin (self, parent, workspace, scope, _("Actions"), choices);

  return GTK_WINDOW (self);
}
