/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-member-pane.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-date-row.h"
#include "accord-feedback.h"
#include "accord-member-change.h"
#include "accord-membership-query.h"
#include "accord-suggestion-row.h"
#include "accord-territory.h"

struct _AccordMemberPane
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AccordMember *member;
  GArray *manager_ids; /* the member ids behind the rows of manager_row; the first is 0 */
  gboolean filling;

  AdwAvatar *avatar;
  GtkLabel *title_label;
  GtkLabel *error_label;
  AdwEntryRow *name_row;
  AccordSuggestionRow *role_row;
  AdwEntryRow *email_row;
  GtkSwitch *leader_switch;
  AccordSuggestionRow *territory_row;
  AdwComboRow *manager_row;
  AccordDateRow *started_row;
  AccordDateRow *left_row;
  AdwPreferencesGroup *history_group;
  GtkListBox *history_list;
  GtkButton *leave_button;
};

G_DEFINE_FINAL_TYPE (AccordMemberPane, accord_member_pane, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
pane_territory_name (AccordMemberPane *self,
                     AccordMembership *membership)
{
  AccordTerritory *territory = NULL;

  if (membership != NULL && accord_membership_get_territory (membership) != 0)
    territory = accord_workspace_find (self->workspace, ACCORD_TYPE_TERRITORY,
                                       accord_membership_get_territory (membership));

  return territory != NULL ? accord_territory_get_name (territory) : "";
}

/* The membership of today, or the last one of somebody who has left. */
static AccordMembership *
pane_find_membership (AccordMemberPane *self)
{
  AccordDate left = accord_member_get_left (self->member);
  AccordDate day = accord_clock_today ();

  if (left != ACCORD_DATE_NONE && left < day)
    day = left;
  if (accord_member_get_started (self->member) > day)
    day = accord_member_get_started (self->member);

  return accord_membership_find (accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBERSHIP),
                                 accord_record_get_id (ACCORD_RECORD (self->member)), day);
}

static void
pane_fill_managers (AccordMemberPane *self,
                    gint64            manager)
{
  GListModel *members = accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBER);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const gint64 nobody = 0;
  guint selected = 0;

  g_array_set_size (self->manager_ids, 0);
  g_array_append_val (self->manager_ids, nobody);
  /* Translators: whom a member reports to. */
  gtk_string_list_append (names, _("Nobody on the Team"));
  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
      gint64 id = accord_record_get_id (ACCORD_RECORD (member));

      if (member == self->member || (accord_member_get_left (member) != ACCORD_DATE_NONE && id != manager))
        continue;
      if (id == manager)
        selected = self->manager_ids->len;
      g_array_append_val (self->manager_ids, id);
      gtk_string_list_append (names, accord_member_get_name (member));
    }
  adw_combo_row_set_model (self->manager_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->manager_row, selected);
}

static char *
history_dup_span (AccordMembership *membership)
{
  g_autofree char *starts = accord_date_format (accord_membership_get_starts (membership));
  g_autofree char *ends = accord_date_format (accord_membership_get_ends (membership));

  if (*starts == '\0' && *ends == '\0')
    return g_strdup (_("Always"));
  if (*starts == '\0')
    /* Translators: %s is a date. */
    return g_strdup_printf (_("Until %s"), ends);
  if (*ends == '\0')
    /* Translators: %s is a date. */
    return g_strdup_printf (_("Since %s"), starts);

  /* Translators: from one date to another. */
  return g_strdup_printf (_("%s – %s"), starts, ends);
}

static void
pane_fill_history (AccordMemberPane *self)
{
  GListModel *memberships = accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBERSHIP);
  GtkWidget *row;
  guint n_rows = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->history_list))) != NULL)
    gtk_list_box_remove (self->history_list, row);

  for (guint i = 0; i < g_list_model_get_n_items (memberships); i++)
    {
      g_autoptr (AccordMembership) membership = g_list_model_get_item (memberships, i);
      g_autofree char *span = NULL;
      g_autofree char *escaped = NULL;
      const char *territory;

      if (accord_membership_get_member (membership) != accord_record_get_id (ACCORD_RECORD (self->member)))
        continue;
      span = history_dup_span (membership);
      territory = pane_territory_name (self, membership);
      escaped = g_markup_escape_text (*territory != '\0' ? territory : _("No territory"), -1);
      row = g_object_new (ADW_TYPE_ACTION_ROW, "title", escaped, "subtitle", span, NULL);
      gtk_list_box_prepend (self->history_list, row);
      n_rows++;
    }
  /* One place, always the same, is no history. */
  gtk_widget_set_visible (GTK_WIDGET (self->history_group), n_rows > 1);
}

/* What was typed and is no day stays there until it is mended. */
static void
pane_fill_date (AccordDateRow *row,
                AccordDate     date)
{
  if (accord_date_row_is_valid (row))
    accord_date_row_set_date (row, date);
}

static void
pane_fill (AccordMemberPane *self)
{
  AccordMembership *membership;
  g_auto (GStrv) roles = NULL;
  g_auto (GStrv) territories = NULL;

  if (self->member == NULL)
    return;

  self->filling = TRUE;
  membership = pane_find_membership (self);
  roles = accord_member_dup_roles (self->workspace);
  territories = accord_territory_dup_names (self->workspace);

  adw_avatar_set_text (self->avatar, accord_member_get_name (self->member));
  gtk_label_set_label (self->title_label, accord_member_get_name (self->member));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), accord_member_get_name (self->member));
  gtk_editable_set_text (GTK_EDITABLE (self->role_row), accord_member_get_role (self->member));
  gtk_editable_set_text (GTK_EDITABLE (self->email_row), accord_member_get_email (self->member));
  gtk_switch_set_active (self->leader_switch, accord_member_get_leader (self->member));
  gtk_editable_set_text (GTK_EDITABLE (self->territory_row), pane_territory_name (self, membership));
  accord_suggestion_row_set_suggestions (self->role_row, (const char *const *) roles);
  accord_suggestion_row_set_suggestions (self->territory_row, (const char *const *) territories);
  pane_fill_managers (self, membership != NULL ? accord_membership_get_manager (membership) : 0);
  pane_fill_date (self->started_row, accord_member_get_started (self->member));
  pane_fill_date (self->left_row, accord_member_get_left (self->member));
  gtk_button_set_label (self->leave_button, accord_member_get_left (self->member) == ACCORD_DATE_NONE
                                              ? _("_Leaves the Team Today")
                                              : _("_Is Back on the Team"));
  pane_fill_history (self);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
  self->filling = FALSE;
}

/* Stores the change. Where that fails, what was typed stays in its field, and the reason stands above. */
static gboolean
pane_apply (AccordMemberPane *self,
            AccordChange     *change)
{
  g_autoptr (GError) error = NULL;

  if (accord_workspace_apply (self->workspace, change, &error))
    {
      pane_fill (self);
      return TRUE;
    }

  gtk_label_set_label (self->error_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);

  return FALSE;
}

/* Stores what was edited about the member, if that changes anything. */
static void
pane_store (AccordMemberPane *self,
            AccordMember     *draft)
{
  g_autoptr (AccordChange) change = NULL;

  if (accord_record_equal (draft, self->member))
    return;

  change = accord_change_new (_("Edit Member"));
  accord_change_put (change, draft);
  pane_apply (self, change);
}

static char *
row_dup_text (gpointer row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
on_texts_settled (AccordMemberPane *self)
{
  g_autoptr (AccordMember) draft = NULL;
  g_autofree char *name = NULL;
  g_autofree char *role = NULL;
  g_autofree char *email = NULL;

  if (self->filling || self->member == NULL)
    return;

  name = row_dup_text (self->name_row);
  role = row_dup_text (self->role_row);
  email = row_dup_text (self->email_row);
  draft = accord_record_copy (self->member);
  accord_member_set_name (draft, name);
  accord_member_set_role (draft, role);
  accord_member_set_email (draft, email);
  pane_store (self, draft);
}

static void
on_leader_changed (AccordMemberPane *self)
{
  g_autoptr (AccordMember) draft = NULL;

  if (self->filling || self->member == NULL)
    return;

  draft = accord_record_copy (self->member);
  accord_member_set_leader (draft, gtk_switch_get_active (self->leader_switch));
  pane_store (self, draft);
}

static void
on_place_settled (AccordMemberPane *self)
{
  g_autoptr (AccordChange) change = NULL;
  g_autofree char *territory = NULL;
  AccordDate day;
  guint selected;

  if (self->filling || self->member == NULL)
    return;

  selected = adw_combo_row_get_selected (self->manager_row);
  if (selected >= self->manager_ids->len)
    return;

  change = accord_change_new (_("Move Member"));
  territory = row_dup_text (self->territory_row);
  day = MAX (accord_clock_today (), accord_member_get_started (self->member));
  /* The first place that a member is given holds from the first day on. */
  if (pane_find_membership (self) == NULL)
    day = accord_member_get_started (self->member);
  accord_member_change_place (change, self->workspace, accord_record_get_id (ACCORD_RECORD (self->member)), territory,
                              g_array_index (self->manager_ids, gint64, selected), day);
  if (!accord_change_is_empty (change))
    pane_apply (self, change);
}

static void
on_dates_changed (AccordMemberPane *self)
{
  g_autoptr (AccordMember) draft = NULL;

  if (self->filling || self->member == NULL)
    return;

  draft = accord_record_copy (self->member);
  accord_member_set_started (draft, accord_date_row_get_date (self->started_row));
  accord_member_set_left (draft, accord_date_row_get_date (self->left_row));
  pane_store (self, draft);
}

static void
on_leave_clicked (AccordMemberPane *self)
{
  gboolean leaves = accord_member_get_left (self->member) == ACCORD_DATE_NONE;
  g_autoptr (AccordChange) change = accord_change_new (leaves ? _("Member Leaves") : _("Member Is Back"));
  g_autoptr (AccordMember) draft = accord_record_copy (self->member);
  g_autofree char *message = NULL;

  accord_member_set_left (draft, leaves ? accord_clock_today () : ACCORD_DATE_NONE);
  accord_change_put (change, draft);
  /* Translators: %s is a name. */
  message = g_strdup_printf (leaves ? _("%s leaves the team today; everything so far is kept") : _("%s is back on the team"),
                             accord_member_get_name (draft));
  if (pane_apply (self, change))
    accord_feedback_undo_toast (GTK_WIDGET (self), message);
}

static void
on_close_clicked (AccordMemberPane *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
pane_settle_on_leave (AccordMemberPane *self,
                      AdwEntryRow      *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_texts_settled), self);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

static void
pane_drop_member (AccordMemberPane *self)
{
  if (self->member != NULL)
    g_signal_handlers_disconnect_by_data (self->member, self);
  g_clear_object (&self->member);
}

static void
accord_member_pane_dispose (GObject *object)
{
  AccordMemberPane *self = ACCORD_MEMBER_PANE (object);

  pane_drop_member (self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->manager_ids, g_array_unref);

  G_OBJECT_CLASS (accord_member_pane_parent_class)->dispose (object);
}

static void
accord_member_pane_class_init (AccordMemberPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_member_pane_dispose;

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (ACCORD_TYPE_DATE_ROW);
  g_type_ensure (ACCORD_TYPE_SUGGESTION_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/people/accord-member-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, avatar);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, title_label);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, error_label);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, name_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, role_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, email_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, leader_switch);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, territory_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, manager_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, started_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, left_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, history_group);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, history_list);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPane, leave_button);
  gtk_widget_class_bind_template_callback (widget_class, on_texts_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_leader_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_place_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_dates_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
}

static void
accord_member_pane_init (AccordMemberPane *self)
{
  self->manager_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  pane_settle_on_leave (self, self->name_row);
  pane_settle_on_leave (self, self->email_row);
}

void
accord_member_pane_set_member (AccordMemberPane *self,
                               AccordWorkspace  *workspace,
                               AccordMember     *member)
{
  g_return_if_fail (ACCORD_IS_MEMBER_PANE (self));
  g_return_if_fail (member == NULL || ACCORD_IS_MEMBER (member));

  if (self->member == member)
    return;

  on_texts_settled (self);
  pane_drop_member (self);
  accord_date_row_set_date (self->started_row, ACCORD_DATE_NONE);
  accord_date_row_set_date (self->left_row, ACCORD_DATE_NONE);
  g_set_object (&self->workspace, workspace);
  if (member != NULL)
    {
      self->member = g_object_ref (member);
      /* Undo changes the member from outside. */
      g_signal_connect_object (member, "notify", G_CALLBACK (pane_fill), self, G_CONNECT_SWAPPED);
    }
  pane_fill (self);
}

AccordMember *
accord_member_pane_get_member (AccordMemberPane *self)
{
  g_return_val_if_fail (ACCORD_IS_MEMBER_PANE (self), NULL);

  return self->member;
}
