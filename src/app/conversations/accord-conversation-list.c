/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-conversation-list.h"

#include <glib/gi18n.h>

#include "accord-conversation-change.h"
#include "accord-conversation-filter.h"
#include "accord-conversation-row.h"
#include "accord-enums.h"
#include "accord-member.h"
#include "accord-quarter.h"

struct _AccordConversationList
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AccordPeriod *period;
  AccordConversationFilter *conditions;
  GArray *member_ids; /* behind the rows of member_names; the first is 0 */
  gboolean filling;
  guint refresh_source;

  GtkFilter *filter;
  GtkSorter *sorter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;

  GtkSearchEntry *search_entry;
  GtkDropDown *member_drop_down;
  GtkDropDown *kind_drop_down;
  GtkDropDown *stage_drop_down;
  GtkDropDown *period_drop_down;
  GtkStringList *member_names;
  GtkStringList *kind_names;
  GtkStringList *stage_names;
  GtkStringList *period_names;
  GtkStack *stack;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (AccordConversationList, accord_conversation_list, ADW_TYPE_BIN)

enum
{
  SELECTED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
list_match (gpointer item,
            gpointer user_data)
{
  AccordConversationList *self = user_data;

  return accord_conversation_filter_match (self->conditions, item,
                                           accord_conversation_get_member_name (self->workspace, item));
}

static int
list_compare (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  return accord_conversation_compare ((AccordConversation *) a, (AccordConversation *) b);
}

static void
list_update_stack (AccordConversationList *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "none");
}

static void
list_fill_enum (GtkStringList *names,
                const char    *all,
                GType          type)
{
  GEnumClass *values = g_type_class_ref (type);

  gtk_string_list_append (names, all);
  for (guint i = 0; i < values->n_values; i++)
    gtk_string_list_append (names, type == ACCORD_TYPE_CONVERSATION_KIND
                                     ? accord_conversation_kind_get_label (values->values[i].value)
                                     : accord_conversation_stage_get_label (values->values[i].value));
  g_type_class_unref (values);
}

static void
list_fill_members (AccordConversationList *self)
{
  gint64 kept = self->conditions->member;
  GListModel *members;
  guint selected = 0;
  const gint64 everybody = 0;

  if (self->workspace == NULL)
    return;

  /* Also those who have left: their conversations are still there. */
  members = accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBER);
  self->filling = TRUE;
  gtk_string_list_splice (self->member_names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->member_names)), NULL);
  g_array_set_size (self->member_ids, 0);
  g_array_append_val (self->member_ids, everybody);
  gtk_string_list_append (self->member_names, _("Everyone"));
  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
      gint64 id = accord_record_get_id (ACCORD_RECORD (member));

      if (id == kept)
        selected = self->member_ids->len;
      g_array_append_val (self->member_ids, id);
      gtk_string_list_append (self->member_names, accord_member_get_name (member));
    }
  gtk_drop_down_set_selected (self->member_drop_down, selected);
  self->filling = FALSE;
}

static gboolean
on_refresh (gpointer user_data)
{
  AccordConversationList *self = user_data;

  self->refresh_source = 0;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  list_update_stack (self);

  return G_SOURCE_REMOVE;
}

/* A record that changes may belong elsewhere in the list, or not in it any more. */
static void
list_queue_refresh (AccordConversationList *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (on_refresh, self);
}

static void
on_conversations_changed (AccordConversationList *self,
                          guint                   position,
                          guint                   removed,
                          guint                   added,
                          GListModel             *conversations)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GObject) conversation = g_list_model_get_item (conversations, i);

      g_signal_handlers_disconnect_by_func (conversation, list_queue_refresh, self);
      g_signal_connect_object (conversation, "notify", G_CALLBACK (list_queue_refresh), self, G_CONNECT_SWAPPED);
    }
  list_queue_refresh (self);
}

static void
list_apply_period (AccordConversationList *self)
{
  gboolean year = self->period != NULL && gtk_drop_down_get_selected (self->period_drop_down) == 0;
  int fiscal_start = self->period != NULL ? accord_period_get_fiscal_start (self->period) : 1;

  self->conditions->first = year ? accord_plan_year_get_start (accord_period_get_year (self->period), fiscal_start)
                                 : ACCORD_DATE_NONE;
  self->conditions->last = year ? accord_plan_year_get_end (accord_period_get_year (self->period), fiscal_start)
                                : ACCORD_DATE_NONE;
}

static void
on_filter_changed (AccordConversationList *self)
{
  guint member = gtk_drop_down_get_selected (self->member_drop_down);
  guint kind = gtk_drop_down_get_selected (self->kind_drop_down);
  guint stage = gtk_drop_down_get_selected (self->stage_drop_down);

  if (self->filling)
    return;

  self->conditions->member = member < self->member_ids->len ? g_array_index (self->member_ids, gint64, member) : 0;
  self->conditions->kind = kind == GTK_INVALID_LIST_POSITION ? ACCORD_CONVERSATION_ANY : (int) kind - 1;
  self->conditions->stage = stage == GTK_INVALID_LIST_POSITION ? ACCORD_CONVERSATION_ANY : (int) stage - 1;
  accord_conversation_filter_set_text (self->conditions, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  list_apply_period (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  list_update_stack (self);
}

static void
list_clear_filters (AccordConversationList *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->member_drop_down, 0);
  gtk_drop_down_set_selected (self->kind_drop_down, 0);
  gtk_drop_down_set_selected (self->stage_drop_down, 0);
  gtk_drop_down_set_selected (self->period_drop_down, 1);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  self->filling = FALSE;
  on_filter_changed (self);
}

static void
on_clear_clicked (AccordConversationList *self)
{
  list_clear_filters (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
on_search_stopped (AccordConversationList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  accord_conversation_list_focus_rows (self);
}

static void
on_search_activated (AccordConversationList *self)
{
  accord_conversation_list_select_first (self);
  accord_conversation_list_focus_rows (self);
}

static gboolean
on_search_key (AccordConversationList *self,
               guint                   keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  on_search_activated (self);

  return GDK_EVENT_STOP;
}

static void
on_selection_changed (AccordConversationList *self)
{
  if (accord_conversation_list_get_selected (self) != NULL)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
on_activated (AccordConversationList *self)
{
  g_signal_emit (self, signals[OPENED], 0, TRUE);
}

/* Selecting by arrows stays in the list; a click is meant to go to the record, also where both are not in sight at
 * once. */
static void
on_row_released (GtkGestureClick *gesture)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  AccordConversationList *self = ACCORD_CONVERSATION_LIST (gtk_widget_get_ancestor (row, ACCORD_TYPE_CONVERSATION_LIST));

  if (self == NULL)
    return;

  /* The list view itself would select it only afterwards, and not at all once it is out of sight. */
  accord_conversation_list_select (self, accord_conversation_row_get_conversation (ACCORD_CONVERSATION_ROW (row)));
  g_signal_emit (self, signals[OPENED], 0, FALSE);
}

static void
on_row_setup (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *row = g_object_new (ACCORD_TYPE_CONVERSATION_ROW, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_row_released), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
on_row_bind (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             AccordConversationList   *self)
{
  accord_conversation_row_set_conversation (ACCORD_CONVERSATION_ROW (gtk_list_item_get_child (item)), self->workspace,
                                            gtk_list_item_get_item (item));
}

static void
on_row_unbind (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  accord_conversation_row_set_conversation (ACCORD_CONVERSATION_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
list_make_models (AccordConversationList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSortListModel *sorted;

  self->filter = GTK_FILTER (gtk_custom_filter_new (list_match, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (list_compare, NULL, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)), g_object_ref (self->sorter));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect (factory, "setup", G_CALLBACK (on_row_setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_row_bind), self, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_row_unbind), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

static void
accord_conversation_list_dispose (GObject *object)
{
  AccordConversationList *self = ACCORD_CONVERSATION_LIST (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->filtered != NULL)
    gtk_filter_list_model_set_model (self->filtered, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->filtered);
  g_clear_object (&self->selection);
  g_clear_object (&self->workspace);
  g_clear_object (&self->period);

  G_OBJECT_CLASS (accord_conversation_list_parent_class)->dispose (object);
}

static void
accord_conversation_list_finalize (GObject *object)
{
  AccordConversationList *self = ACCORD_CONVERSATION_LIST (object);

  accord_conversation_filter_free (self->conditions);
  g_array_unref (self->member_ids);

  G_OBJECT_CLASS (accord_conversation_list_parent_class)->finalize (object);
}

static void
accord_conversation_list_class_init (AccordConversationListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = accord_conversation_list_dispose;
  object_class->finalize = accord_conversation_list_finalize;

  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/conversations/accord-conversation-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordConversationList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationList, member_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationList, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationList, stage_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationList, period_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationList, member_names);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationList, kind_names);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationList, stage_names);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationList, period_names);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationList, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordConversationList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
accord_conversation_list_init (AccordConversationList *self)
{
  self->conditions = accord_conversation_filter_new ();
  self->member_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  list_fill_enum (self->kind_names, _("All kinds"), ACCORD_TYPE_CONVERSATION_KIND);
  list_fill_enum (self->stage_names, _("All stages"), ACCORD_TYPE_CONVERSATION_STAGE);
  gtk_drop_down_set_selected (self->kind_drop_down, 0);
  gtk_drop_down_set_selected (self->stage_drop_down, 0);
  self->filling = FALSE;
  list_make_models (self);
}

void
accord_conversation_list_set_workspace (AccordConversationList *self,
                                        AccordWorkspace        *workspace)
{
  GListModel *conversations;
  GListModel *members;

  g_return_if_fail (ACCORD_IS_CONVERSATION_LIST (self));

  gtk_filter_list_model_set_model (self->filtered, NULL);
  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;

  members = accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBER);
  g_signal_connect_object (members, "items-changed", G_CALLBACK (list_fill_members), self, G_CONNECT_SWAPPED);
  list_fill_members (self);

  conversations = accord_workspace_get_list (workspace, ACCORD_TYPE_CONVERSATION);
  g_signal_connect_object (conversations, "items-changed", G_CALLBACK (on_conversations_changed), self, G_CONNECT_SWAPPED);
  on_conversations_changed (self, 0, 0, g_list_model_get_n_items (conversations), conversations);
  gtk_filter_list_model_set_model (self->filtered, conversations);
  list_update_stack (self);
}

void
accord_conversation_list_set_period (AccordConversationList *self,
                                     AccordPeriod           *period)
{
  g_autofree char *year = NULL;
  g_autofree char *label = NULL;
  guint selected;
  const char *names[3] = { NULL, _("All years"), NULL };

  g_return_if_fail (ACCORD_IS_CONVERSATION_LIST (self));

  g_set_object (&self->period, period);
  year = accord_plan_year_format (accord_period_get_year (period), accord_period_get_fiscal_start (period));
  /* Translators: %s is a plan year such as 2026 or FY27. */
  label = g_strdup_printf (_("Plan year %s"), year);
  names[0] = label;
  selected = gtk_drop_down_get_selected (self->period_drop_down);
  self->filling = TRUE;
  gtk_string_list_splice (self->period_names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->period_names)), names);
  gtk_drop_down_set_selected (self->period_drop_down, selected == 1 ? 1 : 0);
  self->filling = FALSE;
  on_filter_changed (self);
}

AccordConversation *
accord_conversation_list_get_selected (AccordConversationList *self)
{
  g_return_val_if_fail (ACCORD_IS_CONVERSATION_LIST (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

static guint
list_find_position (AccordConversationList *self,
                    AccordConversation     *conversation)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (AccordConversation) item = g_list_model_get_item (model, i);

      if (item == conversation)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

void
accord_conversation_list_select (AccordConversationList *self,
                                 AccordConversation     *conversation)
{
  guint position;

  g_return_if_fail (ACCORD_IS_CONVERSATION_LIST (self));

  if (conversation != NULL && list_find_position (self, conversation) == GTK_INVALID_LIST_POSITION)
    list_clear_filters (self);
  position = conversation != NULL ? list_find_position (self, conversation) : GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

void
accord_conversation_list_select_first (AccordConversationList *self)
{
  g_return_if_fail (ACCORD_IS_CONVERSATION_LIST (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

AccordConversation *
accord_conversation_list_find_neighbour (AccordConversationList *self,
                                         AccordConversation     *conversation)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint position = list_find_position (self, conversation);
  guint n_items = g_list_model_get_n_items (model);
  g_autoptr (AccordConversation) neighbour = NULL;

  if (position != GTK_INVALID_LIST_POSITION && position + 1 < n_items)
    neighbour = g_list_model_get_item (model, position + 1);
  else if (position != GTK_INVALID_LIST_POSITION && position > 0)
    neighbour = g_list_model_get_item (model, position - 1);

  /* The workspace's list keeps it. */
  return neighbour;
}

gint64
accord_conversation_list_get_member (AccordConversationList *self)
{
  g_return_val_if_fail (ACCORD_IS_CONVERSATION_LIST (self), 0);

  return self->conditions->member;
}

void
accord_conversation_list_focus_search (AccordConversationList *self)
{
  g_return_if_fail (ACCORD_IS_CONVERSATION_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

void
accord_conversation_list_focus_rows (AccordConversationList *self)
{
  g_return_if_fail (ACCORD_IS_CONVERSATION_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}
