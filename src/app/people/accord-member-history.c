/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-member-history.h"

#include <glib/gi18n.h>

#include "accord-date-row.h"
#include "accord-entry-text.h"
#include "accord-manager-row.h"
#include "accord-member-change.h"
#include "accord-member-place.h"
#include "accord-membership-query.h"
#include "accord-rate.h"
#include "accord-record-expander.h"

/* A membership as a row. */
#define ACCORD_TYPE_MEMBERSHIP_ROW (accord_membership_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordMembershipRow, accord_membership_row, ACCORD, MEMBERSHIP_ROW, AccordRecordExpander)

struct _AccordMembershipRow
{
  AccordRecordExpander parent_instance;

  AccordMemberPart *part; /* the one that the row stands in */
  AdwEntryRow *territory_row;
  AccordManagerRow *manager_row;
  AdwEntryRow *share_row;
  AccordDateRow *first_row;
  AccordDateRow *last_row;
};

struct _AccordMemberHistory
{
  AccordMemberPart parent_instance;

  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (AccordMembershipRow, accord_membership_row, ACCORD_TYPE_RECORD_EXPANDER)
G_DEFINE_FINAL_TYPE (AccordMemberHistory, accord_member_history, ACCORD_TYPE_MEMBER_PART)

/* "North · reports to Carolyn · 80 %", as far as there is something to say. */
static char *
membership_dup_title (AccordWorkspace  *workspace,
                      AccordMembership *membership)
{
  const char *territory = accord_member_place_get_territory_name (workspace, membership);
  AccordMember *manager = accord_membership_get_manager (membership) != 0
                            ? accord_workspace_find (workspace, ACCORD_TYPE_MEMBER, accord_membership_get_manager (membership))
                            : NULL;
  gint64 share = accord_membership_get_share (membership);
  g_autoptr (GString) title = g_string_new (*territory != '\0' ? territory : _("No territory"));

  if (manager != NULL)
    {
      g_string_append (title, " · ");
      /* Translators: %s is the name of the one whom a member reports to. */
      g_string_append_printf (title, _("reports to %s"), accord_member_get_name (manager));
    }
  if (share != ACCORD_UNKNOWN && share != ACCORD_RATE_ONE)
    {
      g_autofree char *percent = accord_member_place_format_share (share);

      g_string_append_printf (title, " · %s", percent);
    }

  return g_string_free (g_steal_pointer (&title), FALSE);
}

static void
membership_row_refresh (AccordRecordExpander *row)
{
  AccordMembershipRow *self = ACCORD_MEMBERSHIP_ROW (row);
  AccordMembership *membership = accord_record_expander_get_record (row);
  AccordWorkspace *workspace = accord_member_part_get_workspace (self->part);
  g_autofree char *title = membership_dup_title (workspace, membership);
  g_autofree char *span = accord_record_expander_format_span (accord_membership_get_starts (membership),
                                                         accord_membership_get_ends (membership));
  g_autofree char *share = accord_member_place_format_share (accord_membership_get_share (membership));

  accord_record_expander_set_texts (row, title, span);
  accord_entry_text_show (self->territory_row, accord_member_place_get_territory_name (workspace, membership));
  accord_manager_row_show (self->manager_row, workspace, accord_membership_get_member (membership),
                           accord_membership_get_manager (membership));
  accord_entry_text_show (self->share_row, share);
  if (accord_date_row_is_valid (self->first_row))
    accord_date_row_set_date (self->first_row, accord_membership_get_starts (membership));
  if (accord_date_row_is_valid (self->last_row))
    accord_date_row_set_date (self->last_row, accord_membership_get_ends (membership));
}

static void
on_manager_chosen (AccordMembershipRow *self)
{
  g_signal_emit_by_name (self, "edited");
}

static void
accord_membership_row_class_init (AccordMembershipRowClass *klass)
{
  ACCORD_RECORD_EXPANDER_CLASS (klass)->refresh = membership_row_refresh;
}

static void
accord_membership_row_init (AccordMembershipRow *self)
{
  AccordRecordExpander *row = ACCORD_RECORD_EXPANDER (self);

  self->territory_row = ADW_ENTRY_ROW (accord_record_expander_add_entry (row, _("Territory")));
  self->manager_row = g_object_new (ACCORD_TYPE_MANAGER_ROW, "title", _("Reports To"), NULL);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->manager_row));
  g_signal_connect_swapped (self->manager_row, "chosen", G_CALLBACK (on_manager_chosen), self);
  self->share_row = ADW_ENTRY_ROW (accord_record_expander_add_entry (row, _("Share of Full Time")));
  self->first_row = ACCORD_DATE_ROW (accord_record_expander_add_date (row, _("First Day")));
  self->last_row = ACCORD_DATE_ROW (accord_record_expander_add_date (row, _("Last Day")));
  accord_record_expander_add_remove (row, _("Remove from History"));
}

static int
compare_memberships (gconstpointer a,
                     gconstpointer b)
{
  AccordDate one = accord_membership_get_starts (*(AccordMembership **) a);
  AccordDate other = accord_membership_get_starts (*(AccordMembership **) b);

  return (one < other) - (one > other);
}

static gboolean
row_read_share (AccordMemberHistory *self,
                AccordMembershipRow *row,
                gint64              *share)
{
  g_autofree char *text = accord_entry_text_dup (row->share_row);
  g_autoptr (GError) error = NULL;

  *share = ACCORD_RATE_ONE;
  if (*text == '\0' || accord_rate_parse_percent (text, share, &error))
    return TRUE;
  accord_member_part_fault (ACCORD_MEMBER_PART (self), error->message);

  return FALSE;
}

static void
on_edited (AccordMemberHistory *self,
           AccordMembershipRow *row)
{
  AccordMemberPart *part = ACCORD_MEMBER_PART (self);
  AccordWorkspace *workspace = accord_member_part_get_workspace (part);
  AccordMembership *membership = accord_record_expander_get_record (ACCORD_RECORD_EXPANDER (row));
  g_autoptr (AccordChange) change = accord_change_new (_("Correct History"));
  g_autoptr (AccordMembership) draft = accord_record_copy (membership);
  g_autofree char *territory = accord_entry_text_dup (row->territory_row);
  g_autoptr (GPtrArray) drafts = NULL;
  gint64 share;

  if (workspace == NULL || !row_read_share (self, row, &share))
    return;

  accord_membership_set_territory (draft, accord_territory_require (change, workspace, territory));
  accord_membership_set_manager (draft, accord_manager_row_get_manager (row->manager_row));
  if (share != ACCORD_RATE_ONE || accord_membership_get_share (draft) != ACCORD_UNKNOWN)
    accord_membership_set_share (draft, share);
  accord_membership_set_starts (draft, accord_date_row_get_date (row->first_row));
  accord_membership_set_ends (draft, accord_date_row_get_date (row->last_row));
  if (accord_record_equal (draft, membership))
    return;

  drafts = accord_membership_correct (accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBERSHIP), draft);
  for (guint i = 0; i < drafts->len; i++)
    accord_change_put (change, drafts->pdata[i]);
  accord_member_part_change (part, change);
}

static void
on_removed (AccordMemberHistory *self,
            AccordMembershipRow *row)
{
  AccordWorkspace *workspace = accord_member_part_get_workspace (ACCORD_MEMBER_PART (self));
  AccordMembership *membership = accord_record_expander_get_record (ACCORD_RECORD_EXPANDER (row));
  g_autoptr (AccordChange) change = accord_change_new (_("Remove from History"));
  g_autoptr (GPtrArray) drafts = NULL;

  if (workspace == NULL)
    return;

  drafts = accord_membership_withdraw (accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBERSHIP), membership);
  for (guint i = 0; i < drafts->len; i++)
    accord_change_put (change, drafts->pdata[i]);
  accord_change_remove (change, membership);
  accord_member_part_change (ACCORD_MEMBER_PART (self), change);
}

static GtkWidget *
history_make_row (AdwPreferencesGroup *group,
                  gpointer             record)
{
  AccordMembershipRow *row = g_object_new (ACCORD_TYPE_MEMBERSHIP_ROW, NULL);

  row->part = ACCORD_MEMBER_PART (group);
  accord_record_expander_set_record (ACCORD_RECORD_EXPANDER (row), record);
  g_signal_connect_object (row, "edited", G_CALLBACK (on_edited), group, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_removed), group, G_CONNECT_SWAPPED);

  return GTK_WIDGET (row);
}

static void
history_refresh (AccordMemberPart *part)
{
  GListModel *memberships = accord_workspace_get_list (accord_member_part_get_workspace (part), ACCORD_TYPE_MEMBERSHIP);
  gint64 member = accord_record_get_id (ACCORD_RECORD (accord_member_part_get_member (part)));
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (memberships); i++)
    {
      g_autoptr (AccordMembership) membership = g_list_model_get_item (memberships, i);

      if (accord_membership_get_member (membership) == member)
        g_ptr_array_add (own, g_object_ref (membership));
    }
  g_ptr_array_sort (own, compare_memberships);
  gtk_widget_set_visible (GTK_WIDGET (part), own->len > 1);
  accord_record_expander_show_all (ADW_PREFERENCES_GROUP (part), ACCORD_MEMBER_HISTORY (part)->rows, own, history_make_row);
}

static void
history_member_changed (AccordMemberPart *part)
{
  if (accord_member_part_get_member (part) == NULL)
    accord_record_expander_clear_all (ADW_PREFERENCES_GROUP (part), ACCORD_MEMBER_HISTORY (part)->rows);
}

static void
history_settle (AccordMemberPart *part)
{
  accord_record_expander_settle_all (ACCORD_MEMBER_HISTORY (part)->rows);
}

static void
accord_member_history_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_MEMBER_HISTORY (object)->rows);

  G_OBJECT_CLASS (accord_member_history_parent_class)->finalize (object);
}

static void
accord_member_history_class_init (AccordMemberHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_member_history_finalize;
  ACCORD_MEMBER_PART_CLASS (klass)->refresh = history_refresh;
  ACCORD_MEMBER_PART_CLASS (klass)->member_changed = history_member_changed;
  ACCORD_MEMBER_PART_CLASS (klass)->settle = history_settle;
}

static void
accord_member_history_init (AccordMemberHistory *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("History"));
}
