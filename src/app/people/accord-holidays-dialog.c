/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-holidays-dialog.h"

#include <glib/gi18n.h>

#include "accord-date-row.h"
#include "accord-entry-text.h"
#include "accord-feedback.h"
#include "accord-growing-text.h"
#include "accord-holiday-lines.h"
#include "accord-holiday.h"
#include "accord-record-watch.h"

struct _AccordHolidaysDialog
{
  AdwWindow parent_instance;

  AccordWorkspace *workspace;
  AccordRecordWatch *watch;
  int removed_at; /* the row that is being removed; -1: none */

  AccordDateRow *day_row;
  AdwEntryRow *name_row;
  AccordGrowingText *lines_text;
  GtkButton *lines_button;
  GtkLabel *message_label;
  GtkListBox *list_box;
  GtkWidget *list_group;
};

G_DEFINE_FINAL_TYPE (AccordHolidaysDialog, accord_holidays_dialog, ADW_TYPE_WINDOW)

static void
dialog_say (AccordHolidaysDialog *self,
            const char           *message)
{
  gtk_label_set_label (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
}

static GListModel *
dialog_get_holidays (AccordHolidaysDialog *self)
{
  return accord_workspace_get_list (self->workspace, ACCORD_TYPE_HOLIDAY);
}

static gboolean
dialog_apply (AccordHolidaysDialog *self,
              AccordChange         *change)
{
  g_autoptr (GError) error = NULL;

  if (accord_workspace_apply (self->workspace, change, &error))
    {
      dialog_say (self, NULL);
      return TRUE;
    }
  dialog_say (self, error->message);

  return FALSE;
}

static void
on_remove_clicked (AccordHolidaysDialog *self,
                   GtkButton            *button)
{
  AccordHoliday *holiday = g_object_get_data (G_OBJECT (button), "holiday");
  g_autoptr (AccordChange) change = accord_change_new (_("Remove Holiday"));

  self->removed_at
    = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW)));
  accord_change_remove (change, holiday);
  if (dialog_apply (self, change))
    accord_feedback_undo_toast (GTK_WIDGET (self->list_box), _("Holiday removed"));
}

static GtkWidget *
dialog_row_new (AccordHolidaysDialog *self,
                AccordHoliday        *holiday)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *day = accord_date_format (accord_holiday_get_day (holiday));
  const char *name = *accord_holiday_get_name (holiday) != '\0' ? accord_holiday_get_name (holiday) : day;
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  /* Translators: %s is the name of a holiday. */
  g_autofree char *label = g_strdup_printf (_("Remove %s"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  if (name != day)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), day);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "holiday", g_object_ref (holiday), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "button", button);

  return row;
}

static int
compare_holidays (gconstpointer a,
                  gconstpointer b)
{
  AccordDate one = accord_holiday_get_day (*(AccordHoliday **) a);
  AccordDate other = accord_holiday_get_day (*(AccordHoliday **) b);

  return (one < other) - (one > other);
}

/* The focus was in a row that is gone: the one in its place gets it. */
static void
dialog_focus_row (AccordHolidaysDialog *self,
                  int                   index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, index);

  if (row == NULL && index > 0)
    row = gtk_list_box_get_row_at_index (self->list_box, index - 1);
  gtk_widget_grab_focus (row != NULL ? g_object_get_data (G_OBJECT (row), "button") : GTK_WIDGET (self->day_row));
}

static void
dialog_fill (AccordHolidaysDialog *self)
{
  GListModel *holidays = dialog_get_holidays (self);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, row);
  for (guint i = 0; i < g_list_model_get_n_items (holidays); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (holidays, i));
  g_ptr_array_sort (sorted, compare_holidays);
  for (guint i = 0; i < sorted->len; i++)
    gtk_list_box_append (self->list_box, dialog_row_new (self, sorted->pdata[i]));
  gtk_widget_set_visible (self->list_group, sorted->len > 0);
  if (self->removed_at >= 0)
    dialog_focus_row (self, self->removed_at);
  self->removed_at = -1;
}

/* Puts what the lines say; gives how many days that are. -1 after a message. */
static int
dialog_put_lines (AccordHolidaysDialog *self,
                  const char           *lines,
                  const char           *label)
{
  g_autoptr (AccordChange) change = accord_change_new (label);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = accord_holiday_parse_lines (lines, dialog_get_holidays (self), &error);

  if (drafts == NULL)
    {
      dialog_say (self, error->message);
      return -1;
    }
  for (guint i = 0; i < drafts->len; i++)
    accord_change_put (change, drafts->pdata[i]);

  return dialog_apply (self, change) ? (int) drafts->len : -1;
}

static void
on_add_clicked (AccordHolidaysDialog *self)
{
  g_autofree char *name = accord_entry_text_dup (self->name_row);
  g_autofree char *day = NULL;
  g_autofree char *line = NULL;

  accord_date_row_commit (self->day_row);
  if (!accord_date_row_is_valid (self->day_row) || accord_date_row_get_date (self->day_row) == ACCORD_DATE_NONE)
    {
      dialog_say (self, _("Say on which day the holiday is"));
      gtk_widget_grab_focus (GTK_WIDGET (self->day_row));
      return;
    }

  day = accord_date_to_iso (accord_date_row_get_date (self->day_row));
  line = g_strdup_printf ("%s %s", day, name);
  if (dialog_put_lines (self, line, _("Add Holiday")) < 0)
    return;
  accord_date_row_set_date (self->day_row, ACCORD_DATE_NONE);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->day_row));
}

static void
on_lines_clicked (AccordHolidaysDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->lines_text));
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  GtkTextIter start, end;
  int n_days;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  n_days = dialog_put_lines (self, text, _("Add Holidays"));
  if (n_days <= 0)
    return;
  gtk_text_buffer_set_text (buffer, "", 0);
  message = g_strdup_printf (ngettext ("%d holiday added", "%d holidays added", n_days), n_days);
  accord_feedback_undo_toast (GTK_WIDGET (self->list_box), message);
}

static void
on_lines_changed (AccordHolidaysDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->lines_button),
                            gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->lines_text))) > 0);
}

static void
dialog_undo (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AccordHolidaysDialog *self = ACCORD_HOLIDAYS_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!accord_workspace_undo (self->workspace, &error))
    dialog_say (self, error->message);
}

static void
dialog_redo (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AccordHolidaysDialog *self = ACCORD_HOLIDAYS_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!accord_workspace_redo (self->workspace, &error))
    dialog_say (self, error->message);
}

static void
accord_holidays_dialog_dispose (GObject *object)
{
  AccordHolidaysDialog *self = ACCORD_HOLIDAYS_DIALOG (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_holidays_dialog_parent_class)->dispose (object);
}

static void
accord_holidays_dialog_class_init (AccordHolidaysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_holidays_dialog_dispose;

  g_type_ensure (ACCORD_TYPE_DATE_ROW);
  g_type_ensure (ACCORD_TYPE_GROWING_TEXT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/people/accord-holidays-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordHolidaysDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, AccordHolidaysDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, AccordHolidaysDialog, lines_text);
  gtk_widget_class_bind_template_child (widget_class, AccordHolidaysDialog, lines_button);
  gtk_widget_class_bind_template_child (widget_class, AccordHolidaysDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, AccordHolidaysDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, AccordHolidaysDialog, list_group);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_lines_clicked);

  /* The main window's names, so that toasts and keys do the same here. */
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, dialog_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, dialog_redo);
}

static void
accord_holidays_dialog_init (AccordHolidaysDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->removed_at = -1;
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->lines_text)), "changed",
                           G_CALLBACK (on_lines_changed), self, G_CONNECT_SWAPPED);
}

AccordHolidaysDialog *
accord_holidays_dialog_new (GtkWindow       *parent,
                            AccordWorkspace *workspace)
{
  AccordHolidaysDialog *self = g_object_new (ACCORD_TYPE_HOLIDAYS_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->watch = accord_record_watch_new ();
  accord_record_watch_add (self->watch, dialog_get_holidays (self));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (dialog_fill), self, G_CONNECT_SWAPPED);
  dialog_fill (self);

  return self;
}
