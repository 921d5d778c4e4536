/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-member-leaves.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-date-row.h"
#include "accord-entry-text.h"
#include "accord-leave.h"
#include "accord-record-expander.h"

/* A leave as a row. */
#define ACCORD_TYPE_LEAVE_ROW (accord_leave_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordLeaveRow, accord_leave_row, ACCORD, LEAVE_ROW, AccordRecordExpander)

struct _AccordLeaveRow
{
  AccordRecordExpander parent_instance;

  AccordDateRow *first_row;
  AccordDateRow *last_row;
  AdwEntryRow *note_row;
};

struct _AccordMemberLeaves
{
  AccordMemberPart parent_instance;

  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (AccordLeaveRow, accord_leave_row, ACCORD_TYPE_RECORD_EXPANDER)
G_DEFINE_FINAL_TYPE (AccordMemberLeaves, accord_member_leaves, ACCORD_TYPE_MEMBER_PART)

static void
leave_row_refresh (AccordRecordExpander *row)
{
  AccordLeaveRow *self = ACCORD_LEAVE_ROW (row);
  AccordLeave *leave = accord_record_expander_get_record (row);
  g_autofree char *span = accord_record_expander_format_span (accord_leave_get_starts (leave), accord_leave_get_ends (leave));

  accord_record_expander_set_texts (row, span, accord_leave_get_note (leave));
  if (accord_date_row_is_valid (self->first_row))
    accord_date_row_set_date (self->first_row, accord_leave_get_starts (leave));
  if (accord_date_row_is_valid (self->last_row))
    accord_date_row_set_date (self->last_row, accord_leave_get_ends (leave));
  accord_entry_text_show (self->note_row, accord_leave_get_note (leave));
}

static void
accord_leave_row_class_init (AccordLeaveRowClass *klass)
{
  ACCORD_RECORD_EXPANDER_CLASS (klass)->refresh = leave_row_refresh;
}

static void
accord_leave_row_init (AccordLeaveRow *self)
{
  AccordRecordExpander *row = ACCORD_RECORD_EXPANDER (self);

  self->first_row = ACCORD_DATE_ROW (accord_record_expander_add_date (row, _("First Day Away")));
  self->last_row = ACCORD_DATE_ROW (accord_record_expander_add_date (row, _("Last Day Away")));
  self->note_row = ADW_ENTRY_ROW (accord_record_expander_add_entry (row, _("Note")));
  accord_record_expander_add_remove (row, _("Remove Leave"));
}

static int
compare_leaves (gconstpointer a,
                gconstpointer b)
{
  AccordDate one = accord_leave_get_starts (*(AccordLeave **) a);
  AccordDate other = accord_leave_get_starts (*(AccordLeave **) b);

  /* The latest is the one that one looks for. */
  return (one < other) - (one > other);
}

static void
on_edited (AccordMemberLeaves *self,
           AccordLeaveRow     *row)
{
  AccordLeave *leave = accord_record_expander_get_record (ACCORD_RECORD_EXPANDER (row));
  g_autoptr (AccordChange) change = accord_change_new (_("Edit Leave"));
  g_autoptr (AccordLeave) draft = accord_record_copy (leave);
  g_autofree char *note = accord_entry_text_dup (row->note_row);

  accord_leave_set_starts (draft, accord_date_row_get_date (row->first_row));
  accord_leave_set_ends (draft, accord_date_row_get_date (row->last_row));
  accord_leave_set_note (draft, note);
  if (!accord_record_equal (draft, leave))
    accord_change_put (change, draft);
  accord_member_part_change (ACCORD_MEMBER_PART (self), change);
}

static void
on_removed (AccordMemberLeaves   *self,
            AccordRecordExpander *row)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Remove Leave"));

  accord_change_remove (change, accord_record_expander_get_record (row));
  accord_member_part_change (ACCORD_MEMBER_PART (self), change);
}

static void
on_add_clicked (AccordMemberLeaves *self)
{
  AccordMemberPart *part = ACCORD_MEMBER_PART (self);
  AccordMember *member = accord_member_part_get_member (part);
  g_autoptr (AccordChange) change = accord_change_new (_("Add Leave"));
  g_autoptr (AccordLeave) draft = accord_leave_new ();
  AccordDate today = accord_clock_today ();
  GtkWidget *row = NULL;

  if (member == NULL)
    return;

  accord_leave_set_member (draft, accord_record_get_id (ACCORD_RECORD (member)));
  accord_leave_set_starts (draft, today);
  accord_leave_set_ends (draft, today);
  accord_change_put (change, draft);
  accord_member_part_change (part, change);

  /* Now say which days. */
  for (guint i = 0; i < self->rows->len; i++)
    if (accord_record_get_id (accord_record_expander_get_record (self->rows->pdata[i]))
        == accord_record_get_id (ACCORD_RECORD (draft)))
      row = self->rows->pdata[i];
  if (row != NULL)
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (ACCORD_LEAVE_ROW (row)->first_row));
    }
}

static GtkWidget *
leaves_make_row (AdwPreferencesGroup *group,
                 gpointer             record)
{
  GtkWidget *row = g_object_new (ACCORD_TYPE_LEAVE_ROW, NULL);

  accord_record_expander_set_record (ACCORD_RECORD_EXPANDER (row), record);
  g_signal_connect_object (row, "edited", G_CALLBACK (on_edited), group, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_removed), group, G_CONNECT_SWAPPED);

  return row;
}

static void
leaves_refresh (AccordMemberPart *part)
{
  GListModel *leaves = accord_workspace_get_list (accord_member_part_get_workspace (part), ACCORD_TYPE_LEAVE);
  gint64 member = accord_record_get_id (ACCORD_RECORD (accord_member_part_get_member (part)));
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (leaves); i++)
    {
      g_autoptr (AccordLeave) leave = g_list_model_get_item (leaves, i);

      if (accord_leave_get_member (leave) == member)
        g_ptr_array_add (own, g_object_ref (leave));
    }
  g_ptr_array_sort (own, compare_leaves);
  accord_record_expander_show_all (ADW_PREFERENCES_GROUP (part), ACCORD_MEMBER_LEAVES (part)->rows, own, leaves_make_row);
}

static void
leaves_member_changed (AccordMemberPart *part)
{
  if (accord_member_part_get_member (part) == NULL)
    accord_record_expander_clear_all (ADW_PREFERENCES_GROUP (part), ACCORD_MEMBER_LEAVES (part)->rows);
}

static void
leaves_settle (AccordMemberPart *part)
{
  accord_record_expander_settle_all (ACCORD_MEMBER_LEAVES (part)->rows);
}

static void
accord_member_leaves_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_MEMBER_LEAVES (object)->rows);

  G_OBJECT_CLASS (accord_member_leaves_parent_class)->finalize (object);
}

static void
accord_member_leaves_class_init (AccordMemberLeavesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_member_leaves_finalize;
  ACCORD_MEMBER_PART_CLASS (klass)->refresh = leaves_refresh;
  ACCORD_MEMBER_PART_CLASS (klass)->member_changed = leaves_member_changed;
  ACCORD_MEMBER_PART_CLASS (klass)->settle = leaves_settle;
}

static void
accord_member_leaves_init (AccordMemberLeaves *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Add _Leave"));

  self->rows = g_ptr_array_new ();
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_add_clicked), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Leave"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}
