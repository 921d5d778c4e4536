/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-follow-up-list.h"

#include <glib/gi18n.h>

#include "accord-action.h"
#include "accord-board-query.h"
#include "accord-feedback.h"
#include "accord-record-watch.h"

struct _AccordFollowUpList
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AccordFollowUpOrigin origin;
  GListModel *actions;
  AccordRecordWatch *cards; /* what lies under a card counts as its own */

  GtkLabel *heading;
  GtkListBox *list_box;
  GtkButton *add_button;
  AdwButtonContent *add_content;
};

G_DEFINE_FINAL_TYPE (AccordFollowUpList, accord_follow_up_list, ADW_TYPE_BIN)

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
list_holds (AccordFollowUpList *self,
            AccordAction       *action)
{
  GListModel *cards;
  AccordCard *card;

  if (self->origin.conversation != 0)
    return accord_action_get_conversation (action) == self->origin.conversation;
  if (self->origin.strategy != 0)
    return accord_action_get_strategy (action) == self->origin.strategy;
  if (accord_action_get_card (action) == 0)
    return FALSE;

  cards = accord_workspace_get_list (self->workspace, ACCORD_TYPE_CARD);
  card = accord_board_find_card (cards, accord_action_get_card (action));

  return card != NULL
         && (accord_action_get_card (action) == self->origin.card
             || accord_record_get_id (ACCORD_RECORD (accord_board_top (cards, card))) == self->origin.card);
}

static AccordFollowUpRow *
list_find_row (AccordFollowUpList *self,
               gint64              id)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (ACCORD_IS_FOLLOW_UP_ROW (row) && accord_follow_up_row_get_id (ACCORD_FOLLOW_UP_ROW (row)) == id)
        return ACCORD_FOLLOW_UP_ROW (row);
    }

  return NULL;
}

static void
list_update_visible (AccordFollowUpList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), gtk_widget_get_first_child (GTK_WIDGET (self->list_box)) != NULL);
}

static void
on_row_failed (AccordFollowUpList *self,
               GError             *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
on_row_removed (AccordFollowUpList *self,
                AccordFollowUpRow  *row)
{
  AccordAction *action = accord_follow_up_row_get_action (row);
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
  if (action == NULL)
    {
      gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
      list_update_visible (self);
      return;
    }

  change = accord_change_new (self->origin.conversation != 0 ? _("Remove Follow-up") : _("Remove Action"));
  accord_change_remove (change, action);
  if (accord_workspace_apply (self->workspace, change, &error))
    accord_feedback_undo_toast (GTK_WIDGET (self),
                                self->origin.conversation != 0 ? _("Follow-up removed") : _("Action removed"));
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static AccordFollowUpRow *
list_add_row (AccordFollowUpList *self,
              AccordAction       *action)
{
  GtkWidget *row = accord_follow_up_row_new (self->workspace, action, &self->origin);

  g_signal_connect_object (row, "failed", G_CALLBACK (on_row_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_row_removed), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list_box, row);
  list_update_visible (self);

  return ACCORD_FOLLOW_UP_ROW (row);
}

/* Rows that stay are left alone: somebody may be typing in one. */
static void
list_sync (AccordFollowUpList *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box));
  g_autoptr (GHashTable) present = g_hash_table_new (g_direct_hash, g_direct_equal);

  if (self->workspace == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (self->actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (self->actions, i);

      if (!list_holds (self, action))
        continue;
      g_hash_table_add (present, action);
      if (list_find_row (self, accord_record_get_id (ACCORD_RECORD (action))) == NULL)
        list_add_row (self, action);
    }

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);
      AccordAction *action = accord_follow_up_row_get_action (ACCORD_FOLLOW_UP_ROW (row));

      if (action != NULL && !g_hash_table_contains (present, action))
        gtk_list_box_remove (self->list_box, row);
      row = next;
    }
  list_update_visible (self);
}

static void
on_add_clicked (AccordFollowUpList *self)
{
  accord_follow_up_row_edit (list_add_row (self, NULL));
}

static void
list_drop (AccordFollowUpList *self)
{
  GtkWidget *row;

  if (self->actions != NULL)
    g_signal_handlers_disconnect_by_func (self->actions, list_sync, self);
  self->actions = NULL;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, row);
  if (self->cards != NULL)
    g_signal_handlers_disconnect_by_func (self->cards, list_sync, self);
  g_clear_object (&self->cards);
  g_clear_object (&self->workspace);
}

/* A conversation is followed up; a board leads to actions. */
static void
list_set_words (AccordFollowUpList *self)
{
  const gboolean talk = self->origin.conversation != 0;
  const char *title = talk ? _("Follow-ups") : _("Actions");

  gtk_label_set_label (self->heading, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_button_content_set_label (self->add_content, talk ? _("Add a Follow-_up") : _("Add an A_ction"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  talk ? _("Add a Follow-up") : _("Add an Action"), -1);
}

static void
accord_follow_up_list_dispose (GObject *object)
{
  AccordFollowUpList *self = ACCORD_FOLLOW_UP_LIST (object);

  if (self->list_box != NULL)
    list_drop (self);

  G_OBJECT_CLASS (accord_follow_up_list_parent_class)->dispose (object);
}

static void
accord_follow_up_list_class_init (AccordFollowUpListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_follow_up_list_dispose;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/widgets/accord-follow-up-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpList, heading);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpList, list_box);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpList, add_button);
  gtk_widget_class_bind_template_child (widget_class, AccordFollowUpList, add_content);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}

static void
accord_follow_up_list_init (AccordFollowUpList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_follow_up_list_set_origin (AccordFollowUpList         *self,
                                  AccordWorkspace            *workspace,
                                  const AccordFollowUpOrigin *origin)
{
  g_return_if_fail (ACCORD_IS_FOLLOW_UP_LIST (self));
  g_return_if_fail (origin == NULL || workspace != NULL);

  list_drop (self);
  if (origin == NULL)
    return;

  self->workspace = g_object_ref (workspace);
  self->origin = *origin;
  list_set_words (self);
  self->actions = accord_workspace_get_list (workspace, ACCORD_TYPE_ACTION);
  g_signal_connect_object (self->actions, "items-changed", G_CALLBACK (list_sync), self, G_CONNECT_SWAPPED);
  if (origin->card != 0)
    {
      self->cards = accord_record_watch_new ();
      accord_record_watch_add (self->cards, accord_workspace_get_list (workspace, ACCORD_TYPE_CARD));
      g_signal_connect_object (self->cards, "changed", G_CALLBACK (list_sync), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), !accord_workspace_is_read_only (workspace));
  list_sync (self);
}

void
accord_follow_up_list_set_compact (AccordFollowUpList *self,
                                   gboolean            compact)
{
  g_return_if_fail (ACCORD_IS_FOLLOW_UP_LIST (self));

  gtk_widget_set_visible (GTK_WIDGET (self->heading), !compact);
}

gboolean
accord_follow_up_list_settle (AccordFollowUpList *self)
{
  gboolean settled = TRUE;
  GtkWidget *row;

  g_return_val_if_fail (ACCORD_IS_FOLLOW_UP_LIST (self), FALSE);

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box)); row != NULL; row = gtk_widget_get_next_sibling (row))
    settled = accord_follow_up_row_settle (ACCORD_FOLLOW_UP_ROW (row)) && settled;

  return settled;
}
