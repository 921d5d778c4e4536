/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-people-page.h"

#include <glib/gi18n.h>

#include "accord-add-member-dialog.h"
#include "accord-member-change.h"
#include "accord-member-pane.h"
#include "accord-membership-query.h"
#include "accord-territory.h"

struct _AccordPeoplePage
{
  AccordPage parent_instance;

  guint rebuild_source;

  AdwFlap *flap;
  AccordMemberPane *pane;
  GtkStack *stack;
  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (AccordPeoplePage, accord_people_page, ACCORD_TYPE_PAGE)

/* What groups are made from: each member of the list stands in exactly one. */
typedef enum
{
  PLACE_TERRITORY,
  PLACE_NONE,
  PLACE_LATER,
  PLACE_LEFT,
} Place;

static Place
page_find_place (AccordPeoplePage *self,
                 AccordMember     *member,
                 gint64           *territory)
{
  AccordPeriod *period = accord_page_get_period (ACCORD_PAGE (self));
  GListModel *memberships = accord_workspace_get_list (accord_page_get_workspace (ACCORD_PAGE (self)),
                                                       ACCORD_TYPE_MEMBERSHIP);
  AccordDate first = accord_period_get_start (period);
  AccordDate last = accord_period_get_end (period);
  AccordMembership *membership;

  *territory = 0;
  if (!accord_member_is_present (member, first, last))
    return accord_member_get_started (member) > last ? PLACE_LATER : PLACE_LEFT;

  if (accord_member_get_left (member) != ACCORD_DATE_NONE)
    last = MIN (last, accord_member_get_left (member));
  membership = accord_membership_find (memberships, accord_record_get_id (ACCORD_RECORD (member)), last);
  if (membership == NULL || accord_membership_get_territory (membership) == 0)
    return PLACE_NONE;

  *territory = accord_membership_get_territory (membership);

  return PLACE_TERRITORY;
}

static char *
member_dup_subtitle (AccordMember *member)
{
  const char *role = accord_member_get_role (member);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *started = accord_date_format (accord_member_get_started (member));
  g_autofree char *left = accord_date_format (accord_member_get_left (member));

  g_string_append (text, role);
  if (*started != '\0')
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: %s is the date on which a member joined. */
      g_string_append_printf (text, _("since %s"), started);
    }
  if (*left != '\0')
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: %s is a member's last day. */
      g_string_append_printf (text, _("until %s"), left);
    }

  return g_markup_escape_text (text->str, (gssize) text->len);
}

static void
on_row_activated (AccordPeoplePage *self,
                  AdwActionRow     *row)
{
  accord_member_pane_set_member (self->pane, accord_page_get_workspace (ACCORD_PAGE (self)),
                                 g_object_get_data (G_OBJECT (row), "member"));
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

static GtkWidget *
page_row_new (AccordPeoplePage *self,
              AccordMember     *member)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *avatar = adw_avatar_new (36, accord_member_get_name (member), TRUE);
  g_autofree char *name = g_markup_escape_text (accord_member_get_name (member), -1);
  g_autofree char *subtitle = member_dup_subtitle (member);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (accord_member_get_leader (member))
    {
      GtkWidget *label = gtk_label_new (_("Leads the team"));

      gtk_widget_add_css_class (label, "accord-pill");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accord_member_get_name (member), -1);
  g_object_set_data_full (G_OBJECT (row), "member", g_object_ref (member), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);

  return row;
}

static void
page_append_group (AccordPeoplePage *self,
                   const char       *title,
                   Place             place,
                   gint64            territory)
{
  GListModel *members = accord_workspace_get_list (accord_page_get_workspace (ACCORD_PAGE (self)), ACCORD_TYPE_MEMBER);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  GtkWidget *group = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
      gint64 in_territory;

      if (page_find_place (self, member, &in_territory) != place || in_territory != territory)
        continue;
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
          gtk_box_append (self->groups, group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), page_row_new (self, member));
    }
}

static void
page_rebuild (AccordPeoplePage *self)
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (self));
  g_auto (GStrv) territories = NULL;
  GtkWidget *group;

  while ((group = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, group);
  if (workspace == NULL || accord_page_get_period (ACCORD_PAGE (self)) == NULL)
    return;

  territories = accord_territory_dup_names (workspace);
  for (guint i = 0; territories[i] != NULL; i++)
    page_append_group (self, territories[i], PLACE_TERRITORY,
                       accord_record_get_id (accord_territory_find_by_name (workspace, territories[i])));
  page_append_group (self, territories[0] != NULL ? _("Without a Territory") : _("Team"), PLACE_NONE, 0);
  page_append_group (self, _("Joins Later"), PLACE_LATER, 0);
  page_append_group (self, _("Had Left"), PLACE_LEFT, 0);

  gtk_stack_set_visible_child_name (self->stack,
                                    gtk_widget_get_first_child (GTK_WIDGET (self->groups)) != NULL ? "list" : "empty");
}

static gboolean
on_rebuild (gpointer user_data)
{
  AccordPeoplePage *self = user_data;

  self->rebuild_source = 0;
  page_rebuild (self);

  return G_SOURCE_REMOVE;
}

/* One action may change several lists; the page follows once. */
static void
page_queue_rebuild (AccordPeoplePage *self)
{
  if (self->rebuild_source == 0)
    self->rebuild_source = g_idle_add (on_rebuild, self);
}

static void
on_members_changed (AccordPeoplePage *self,
                    guint             position,
                    guint             removed,
                    guint             added,
                    GListModel       *list)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GObject) record = g_list_model_get_item (list, i);

      g_signal_handlers_disconnect_by_func (record, page_queue_rebuild, self);
      g_signal_connect_object (record, "notify", G_CALLBACK (page_queue_rebuild), self, G_CONNECT_SWAPPED);
    }
  page_queue_rebuild (self);
}

static void
page_follow (AccordPeoplePage *self,
             GType             type)
{
  GListModel *list = accord_workspace_get_list (accord_page_get_workspace (ACCORD_PAGE (self)), type);

  g_signal_connect_object (list, "items-changed", G_CALLBACK (on_members_changed), self, G_CONNECT_SWAPPED);
  on_members_changed (self, 0, 0, g_list_model_get_n_items (list), list);
}

static void
on_flap_changed (AccordPeoplePage *self)
{
  if (accord_member_pane_get_member (self->pane) == NULL)
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
on_pane_closed (AccordPeoplePage *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
  accord_member_pane_set_member (self->pane, NULL, NULL);
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
accord_people_page_workspace_changed (AccordPage *page)
{
  AccordPeoplePage *self = ACCORD_PEOPLE_PAGE (page);

  on_pane_closed (self);
  if (accord_page_get_workspace (page) == NULL)
    return;

  page_follow (self, ACCORD_TYPE_MEMBER);
  page_follow (self, ACCORD_TYPE_MEMBERSHIP);
  page_follow (self, ACCORD_TYPE_TERRITORY);
}

static void
accord_people_page_period_changed (AccordPage *page)
{
  page_rebuild (ACCORD_PEOPLE_PAGE (page));
}

static void
accord_people_page_dispose (GObject *object)
{
  g_clear_handle_id (&ACCORD_PEOPLE_PAGE (object)->rebuild_source, g_source_remove);

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

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/people/accord-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordPeoplePage, flap);
  gtk_widget_class_bind_template_child (widget_class, AccordPeoplePage, pane);
  gtk_widget_class_bind_template_child (widget_class, AccordPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordPeoplePage, groups);
  gtk_widget_class_bind_template_callback (widget_class, on_flap_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_closed);
  gtk_widget_class_install_action (widget_class, "page.primary", NULL, people_primary);
}

static void
accord_people_page_init (AccordPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
