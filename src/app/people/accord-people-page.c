/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-people-page.h"

#include <glib/gi18n.h>

#include "accord-add-member-dialog.h"
#include "accord-conversation.h"
#include "accord-goal.h"
#include "accord-holidays-dialog.h"
#include "accord-leave.h"
#include "accord-member-pane.h"
#include "accord-membership.h"
#include "accord-people-list.h"
#include "accord-record-watch.h"
#include "accord-territory.h"

struct _AccordPeoplePage
{
  AccordPage parent_instance;

  AccordRecordWatch *watch;

  AdwFlap *flap;
  AccordMemberPane *pane;
  GtkStack *stack;
  AccordPeopleList *list;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
};

G_DEFINE_FINAL_TYPE (AccordPeoplePage, accord_people_page, ACCORD_TYPE_PAGE)

static void
page_update_stack (AccordPeoplePage *self)
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (self));
  gboolean any = workspace != NULL
                 && g_list_model_get_n_items (accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBER)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
}

static void
page_close_pane (AccordPeoplePage *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
  accord_member_pane_set_member (self->pane, NULL, NULL);
  accord_people_list_unselect (self->list);
}

static void
on_pane_closed (AccordPeoplePage *self)
{
  page_close_pane (self);
}

static void
on_records_changed (AccordPeoplePage *self)
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (self));
  AccordMember *member = accord_member_pane_get_member (self->pane);

  page_update_stack (self);
  /* Undo may have taken the member away. */
  if (member != NULL
      && accord_workspace_find (workspace, ACCORD_TYPE_MEMBER, accord_record_get_id (ACCORD_RECORD (member))) != member)
    page_close_pane (self);
  else
    accord_member_pane_refresh (self->pane);
}

static void
on_opened (AccordPeoplePage *self,
           AccordMember     *member,
           gboolean          by_moving)
{
  /* The arrow keys walk through the list; what is at the side follows where it is in sight beside it. */
  if (by_moving && (!adw_flap_get_reveal_flap (self->flap) || adw_flap_get_folded (self->flap)))
    return;

  accord_member_pane_set_member (self->pane, accord_page_get_workspace (ACCORD_PAGE (self)), member);
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
on_search_changed (AccordPeoplePage *self)
{
  accord_people_list_set_search (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
on_flap_changed (AccordPeoplePage *self)
{
  if (accord_member_pane_get_member (self->pane) == NULL)
    adw_flap_set_reveal_flap (self->flap, FALSE);
}


static void
people_primary (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (widget));

  gtk_window_present (GTK_WINDOW (accord_add_member_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), workspace)));
}

static void
people_holidays (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (widget));

  gtk_window_present (GTK_WINDOW (accord_holidays_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), workspace)));
}

static void
people_search (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  AccordPeoplePage *self = ACCORD_PEOPLE_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
accord_people_page_workspace_changed (AccordPage *page)
{
  const GType types[] = {
    ACCORD_TYPE_MEMBER, ACCORD_TYPE_MEMBERSHIP, ACCORD_TYPE_TERRITORY, ACCORD_TYPE_LEAVE, ACCORD_TYPE_GOAL,
    ACCORD_TYPE_CONVERSATION,
  };
  AccordPeoplePage *self = ACCORD_PEOPLE_PAGE (page);
  AccordWorkspace *workspace = accord_page_get_workspace (page);

  /* First the watch: what the pane stores as it closes goes to the workspace that was, not to the page's. */
  g_clear_object (&self->watch);
  page_close_pane (self);
  accord_people_list_set_workspace (self->list, workspace);
  page_update_stack (self);
  if (workspace == NULL)
    return;

  self->watch = accord_record_watch_new_for_types (workspace, types, G_N_ELEMENTS (types));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_records_changed), self, G_CONNECT_SWAPPED);
}

static void
accord_people_page_period_changed (AccordPage *page)
{
  accord_people_list_set_period (ACCORD_PEOPLE_PAGE (page)->list, accord_page_get_period (page));
}

static void
accord_people_page_dispose (GObject *object)
{
  g_clear_object (&ACCORD_PEOPLE_PAGE (object)->watch);

  G_OBJECT_CLASS (accord_people_page_parent_class)->dispose (object);
}

static void
accord_people_page_class_init (AccordPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_people_page_dispose;
  ACCORD_PAGE_CLASS (klass)->workspace_changed = accord_people_page_workspace_changed;
  ACCORD_PAGE_CLASS (klass)->period_changed = accord_people_page_period_changed;

  g_type_ensure (ACCORD_TYPE_MEMBER_PANE);
  g_type_ensure (ACCORD_TYPE_PEOPLE_LIST);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/people/accord-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordPeoplePage, flap);
  gtk_widget_class_bind_template_child (widget_class, AccordPeoplePage, pane);
  gtk_widget_class_bind_template_child (widget_class, AccordPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordPeoplePage, list);
  gtk_widget_class_bind_template_child (widget_class, AccordPeoplePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, AccordPeoplePage, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_flap_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_install_action (widget_class, "page.primary", NULL, people_primary);
  gtk_widget_class_install_action (widget_class, "people.holidays", NULL, people_holidays);
  gtk_widget_class_install_action (widget_class, "people.search", NULL, people_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "people.search", NULL);
}

static void
accord_people_page_init (AccordPeoplePage *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) show_left = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  show_left = g_property_action_new ("show-left", self->list, "show-left");
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (show_left));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "people-list", G_ACTION_GROUP (actions));
}
