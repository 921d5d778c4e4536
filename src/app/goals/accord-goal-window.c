/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-goal-window.h"

#include "accord-clock.h"
#include "accord-date-row.h"
#include "accord-feedback.h"
#include "accord-field-row.h"
#include "accord-goal-log.h"
#include "accord-goal-query.h"
#include "accord-member.h"
#include "accord-money.h"
#include "accord-progress-line.h"
#include "accord-record-watch.h"

#include <glib/gi18n.h>

struct _AccordGoalWindow
{
  AdwWindow parent_instance;

  AccordWorkspace *workspace;
  AccordGoal *goal;
  gint64 editing; /* the entry that is in the fields; 0: a new one */
  AccordRecordWatch *watch;

  AdwToastOverlay *overlay;
  AdwWindowTitle *title;
  GtkLabel *goal_label;
  GtkLabel *details_label;
  GtkLabel *seen_label;
  GtkRevealer *celebration;
  GtkLabel *achieved_label;
  GtkLabel *achieving_label;
  GtkLabel *shared_label;
  GtkLabel *progress_label;
  GtkButton *achieve_button;
  AccordProgressLine *line;
  AdwPreferencesGroup *form_group;
  AccordDateRow *day_row;
  AccordFieldRow *amount_row;
  AccordFieldRow *share_row;
  AccordFieldRow *note_row;
  GtkButton *log_button;
  GtkButton *cancel_button;
  GtkLabel *problem_label;
  GtkListBox *log_list;
};

G_DEFINE_FINAL_TYPE (AccordGoalWindow, accord_goal_window, ADW_TYPE_WINDOW)

static char *
format_money (AccordGoalWindow *self,
              gint64            amount)
{
  AccordSettings *settings = accord_workspace_get_settings (self->workspace);

  return accord_money_format (amount, accord_settings_get_currency (settings),
                              (int) accord_settings_get_decimals (settings));
}

static const char *
get_name (AccordGoalWindow *self,
          gint64            id)
{
  AccordMember *member = accord_workspace_find (self->workspace, ACCORD_TYPE_MEMBER, id);

  return member != NULL ? accord_member_get_name (member) : "";
}

static gboolean
is_about_money (AccordGoalWindow *self)
{
  gint64 amount = accord_goal_get_amount (self->goal);

  return amount != ACCORD_UNKNOWN && amount > 0;
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_problem (AccordGoalWindow *self,
              const char       *problem)
{
  set_line (self->problem_label, problem != NULL ? problem : "");
}

/* Who sees it: the group by name. */
static char *
dup_seen (AccordGoalWindow *self)
{
  g_autoptr (GPtrArray) viewers = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  if (accord_goal_get_visibility (self->goal) != ACCORD_VISIBILITY_GROUP)
    return g_strdup (accord_visibility_get_label (accord_goal_get_visibility (self->goal)));

  viewers = accord_goal_list_viewers (self->goal,
                                      accord_workspace_get_list (self->workspace, ACCORD_TYPE_GOAL_VIEWER));
  for (guint i = 0; i < viewers->len; i++)
    g_strv_builder_add (builder, get_name (self, accord_goal_viewer_get_member (g_ptr_array_index (viewers, i))));
  names = g_strv_builder_end (builder);
  if (names[0] == NULL)
    return g_strdup (_("A small group, with nobody in it yet"));
  list = g_strjoinv (C_("list", ", "), names);

  /* Translators: %s is a list of names. */
  return g_strdup_printf (_("A small group: %s"), list);
}

static void
show_head (AccordGoalWindow *self)
{
  g_autofree char *seen = dup_seen (self);
  g_autoptr (GString) text = g_string_new (accord_goal_kind_get_label (accord_goal_get_kind (self->goal)));

  if (is_about_money (self))
    {
      g_autofree char *amount = format_money (self, accord_goal_get_amount (self->goal));

      g_string_append_printf (text, " · %s", amount);
    }
  if (accord_goal_get_due (self->goal) != ACCORD_DATE_NONE)
    {
      g_autofree char *due = accord_date_format (accord_goal_get_due (self->goal));

      g_string_append (text, " · ");
      /* Translators: %s is a date. */
      g_string_append_printf (text, _("by %s"), due);
    }
  adw_window_title_set_title (self->title, get_name (self, accord_goal_get_member (self->goal)));
  adw_window_title_set_subtitle (self->title, _("Personal goal"));
  gtk_window_set_title (GTK_WINDOW (self), accord_goal_get_title (self->goal));
  gtk_label_set_label (self->goal_label, accord_goal_get_title (self->goal));
  gtk_label_set_label (self->details_label, text->str);
  gtk_label_set_label (self->seen_label, seen);
}

/* The moment itself: said once, in their own words, and left there. */
static void
show_celebration (AccordGoalWindow *self)
{
  AccordDate achieved = accord_goal_get_achieved (self->goal);
  gboolean there = achieved != ACCORD_DATE_NONE;
  AccordVisibility visibility = accord_goal_get_visibility (self->goal);
  g_autofree char *day = accord_date_format (achieved);
  /* Translators: %1 is a member's name, %2 a date. */
  g_autofree char *text = g_strdup_printf (_("%1$s got there, on %2$s"),
                                           get_name (self, accord_goal_get_member (self->goal)), day);

  if (there)
    {
      gtk_label_set_label (self->achieved_label, text);
      set_line (self->achieving_label, accord_goal_get_achieving (self->goal));
      gtk_label_set_label (self->shared_label, visibility == ACCORD_VISIBILITY_TEAM
                                                 ? _("The team sees it among its celebrations.")
                                                 : _("It is not shown to the team."));
    }
  gtk_revealer_set_reveal_child (self->celebration, there);
  gtk_widget_set_visible (GTK_WIDGET (self->celebration), there);
  gtk_button_set_label (self->achieve_button, there ? _("Not yet a_fter all") : _("_Achieved!"));
}

static void
show_progress (AccordGoalWindow *self)
{
  AccordRate progress = accord_goal_get_progress (self->goal);
  g_autofree char *share = accord_rate_format_percent (progress);
  g_autofree char *text = NULL;

  if (progress == ACCORD_UNKNOWN)
    text = g_strdup (_("Nothing is logged yet"));
  else
    /* Translators: %s is a percentage: how far a personal goal is. */
    text = g_strdup_printf (_("%s there"), share);
  gtk_label_set_label (self->progress_label, text);
}

static AccordGoalEntry *
find_entry (AccordGoalWindow *self,
            gint64            id)
{
  return id != 0 ? accord_workspace_find (self->workspace, ACCORD_TYPE_GOAL_ENTRY, id) : NULL;
}

/* Puts an entry into the fields; NULL: empties them for a new one of today. */
static void
load_form (AccordGoalWindow *self,
           AccordGoalEntry  *entry)
{
  self->editing = entry != NULL ? accord_record_get_id (ACCORD_RECORD (entry)) : 0;
  adw_preferences_group_set_title (self->form_group, entry != NULL ? _("Edit the entry") : _("How far is it now?"));
  accord_date_row_set_date (self->day_row, entry != NULL ? accord_goal_entry_get_day (entry) : accord_clock_today ());
  accord_field_row_set_value (self->amount_row, entry != NULL ? accord_goal_entry_get_amount (entry) : ACCORD_UNKNOWN);
  accord_field_row_set_value (self->share_row, entry != NULL ? accord_goal_entry_get_progress (entry) : ACCORD_UNKNOWN);
  accord_field_row_set_text (self->note_row, entry != NULL ? accord_goal_entry_get_note (entry) : "");
  gtk_button_set_label (self->log_button, entry != NULL ? _("_Store") : _("_Log it"));
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), entry != NULL);
  show_problem (self, NULL);
}

static void
focus_form (AccordGoalWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (is_about_money (self) ? self->amount_row : self->share_row));
}

static void
on_edit_clicked (GtkButton        *button,
                 AccordGoalWindow *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "entry");
  AccordGoalEntry *entry = find_entry (self, *id);

  if (entry == NULL)
    return;
  load_form (self, entry);
  focus_form (self);
}

static void
on_remove_clicked (GtkButton        *button,
                   AccordGoalWindow *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "entry");
  AccordGoalEntry *entry = find_entry (self, *id);
  g_autoptr (GError) error = NULL;

  if (entry == NULL)
    return;
  if (self->editing == *id)
    load_form (self, NULL);
  if (accord_goal_log_remove (self->workspace, self->goal, entry, &error))
    accord_feedback_undo_toast (GTK_WIDGET (self->log_list), _("Removed from the log"));
  else
    accord_feedback_error (GTK_WIDGET (self->log_list), error);
}

static GtkWidget *
row_button_new (AccordGoalWindow *self,
                AccordGoalEntry  *entry,
                const char       *icon,
                const char       *label,
                GCallback         callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gint64 *id = g_new (gint64, 1);
  g_autofree char *day = accord_date_format (accord_goal_entry_get_day (entry));
  /* Translators: the accessible name of a button: %1 is what it does, %2 the date of what it does that with. */
  g_autofree char *name = g_strdup_printf (_("%1$s %2$s"), label, day);

  *id = accord_record_get_id (ACCORD_RECORD (entry));
  g_object_set_data_full (G_OBJECT (button), "entry", id, g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, 0);

  return button;
}

static GtkWidget *
row_new (AccordGoalWindow *self,
         AccordGoalEntry  *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = accord_date_format (accord_goal_entry_get_day (entry));
  g_autoptr (GString) title = g_string_new (day);
  AccordRate share = accord_goal_entry_get_share (entry, self->goal);
  g_autofree char *title_markup = NULL, *note_markup = NULL;

  if (accord_goal_entry_get_amount (entry) != ACCORD_UNKNOWN)
    {
      g_autofree char *amount = format_money (self, accord_goal_entry_get_amount (entry));

      g_string_append_printf (title, " · %s", amount);
    }
  if (share != ACCORD_UNKNOWN)
    {
      g_autofree char *text = accord_rate_format_percent (share);

      g_string_append_printf (title, " · %s", text);
    }
  title_markup = g_markup_escape_text (title->str, -1);
  note_markup = g_markup_escape_text (accord_goal_entry_get_note (entry), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note_markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), row_button_new (self, entry, "document-edit-symbolic", _("Edit"),
                                                                   G_CALLBACK (on_edit_clicked)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), row_button_new (self, entry, "user-trash-symbolic", _("Remove"),
                                                                   G_CALLBACK (on_remove_clicked)));

  return row;
}

static void
show_log (AccordGoalWindow *self)
{
  g_autoptr (GPtrArray) log
    = accord_goal_list_entries (self->goal, accord_workspace_get_list (self->workspace, ACCORD_TYPE_GOAL_ENTRY));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->log_list))) != NULL)
    gtk_list_box_remove (self->log_list, row);
  for (guint i = log->len; i > 0; i--)
    gtk_list_box_append (self->log_list, row_new (self, g_ptr_array_index (log, i - 1)));
  gtk_widget_set_visible (GTK_WIDGET (self->log_list), log->len > 0);
  accord_progress_line_show (self->line, self->goal, log);
}

static void
refresh (AccordGoalWindow *self)
{
  AccordGoal *live = accord_workspace_find (self->workspace, ACCORD_TYPE_GOAL,
                                            accord_record_get_id (ACCORD_RECORD (self->goal)));

  /* Taken back in the window below. */
  if (live == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  g_set_object (&self->goal, live);
  if (self->editing != 0 && find_entry (self, self->editing) == NULL)
    load_form (self, NULL);
  show_head (self);
  show_celebration (self);
  show_progress (self);
  show_log (self);
}

static void
store_entry (AccordGoalWindow *self)
{
  AccordGoalEntry *before = find_entry (self, self->editing);
  g_autoptr (AccordGoalEntry) draft = before != NULL ? accord_record_copy (before) : accord_goal_entry_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *note = g_strstrip (g_strdup (accord_field_row_get_text (self->note_row)));
  gint64 amount = accord_field_row_get_value (self->amount_row), share = accord_field_row_get_value (self->share_row);

  accord_date_row_commit (self->day_row);
  if (!accord_date_row_is_valid (self->day_row) || !accord_field_row_check (self->amount_row)
      || !accord_field_row_check (self->share_row))
    return;
  if (amount == ACCORD_UNKNOWN && share == ACCORD_UNKNOWN && *note == '\0')
    {
      show_problem (self, _("Say how far it is, or write a note"));
      focus_form (self);
      return;
    }

  accord_goal_entry_set_goal (draft, accord_record_get_id (ACCORD_RECORD (self->goal)));
  accord_goal_entry_set_day (draft, accord_date_row_get_date (self->day_row));
  accord_goal_entry_set_amount (draft, amount);
  accord_goal_entry_set_progress (draft, share);
  accord_goal_entry_set_note (draft, note);
  if (!accord_goal_log_put (self->workspace, self->goal, draft, &error))
    {
      show_problem (self, error->message);
      return;
    }
  load_form (self, NULL);
  focus_form (self);
}

static void
on_log_clicked (AccordGoalWindow *self)
{
  store_entry (self);
}

static void
on_entered (AccordFieldRow   *row,
            AccordGoalWindow *self)
{
  GtkWidget *next = NULL;

  if (!accord_field_row_check (row))
    return;
  /* Enter goes from the number to the note, and from there into the log. */
  if (row != self->note_row)
    next = GTK_WIDGET (self->note_row);
  if (next != NULL)
    gtk_widget_grab_focus (next);
  else
    store_entry (self);
}

static void
on_cancel_clicked (AccordGoalWindow *self)
{
  load_form (self, NULL);
  focus_form (self);
}

static void
on_achieve_clicked (AccordGoalWindow *self)
{
  gboolean there = accord_goal_get_achieved (self->goal) != ACCORD_DATE_NONE;
  g_autoptr (GError) error = NULL;

  if (!accord_goal_set_achieved_on (self->workspace, self->goal, there ? ACCORD_DATE_NONE : accord_clock_today (),
                                    &error))
    accord_feedback_error (GTK_WIDGET (self->log_list), error);
}

static void
undo (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  AccordGoalWindow *self = ACCORD_GOAL_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!accord_workspace_can_undo (self->workspace))
    return;
  if (accord_workspace_undo (self->workspace, &error))
    accord_feedback_undone (GTK_WIDGET (self->log_list), _("Taken back"));
  else
    accord_feedback_error (GTK_WIDGET (self->log_list), error);
}

/* Ctrl+Z takes back what was typed while something is, else what was stored: an empty field's own undo would bring back
 * the text of the entry before. */
static gboolean
on_undo_key (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  AccordGoalWindow *self = ACCORD_GOAL_WINDOW (widget);

  if (self->editing != 0 || *accord_field_row_get_text (self->amount_row) != '\0'
      || *accord_field_row_get_text (self->share_row) != '\0' || *accord_field_row_get_text (self->note_row) != '\0')
    return FALSE;
  undo (widget, NULL, NULL);

  return TRUE;
}

static void
accord_goal_window_dispose (GObject *object)
{
  AccordGoalWindow *self = ACCORD_GOAL_WINDOW (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->goal);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_goal_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, goal_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, details_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, seen_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, celebration);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, achieved_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, achieving_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, shared_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, achieve_button);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, line);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, form_group);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, day_row);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, amount_row);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, share_row);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, note_row);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, log_button);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalWindow, log_list);
}

static void
accord_goal_window_class_init (AccordGoalWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_goal_window_dispose;

  g_type_ensure (ACCORD_TYPE_DATE_ROW);
  g_type_ensure (ACCORD_TYPE_FIELD_ROW);
  g_type_ensure (ACCORD_TYPE_PROGRESS_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-goal-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_log_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_achieve_clicked);

  /* The same name as in the main window: what offers to take something back needs not know in which one it is. */
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
accord_goal_window_init (AccordGoalWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (on_undo_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
accord_goal_window_new (GtkWindow       *parent,
                        AccordWorkspace *workspace,
                        AccordGoal      *goal)
{
  AccordGoalWindow *self = g_object_new (ACCORD_TYPE_GOAL_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  AccordSettings *settings = accord_workspace_get_settings (workspace);
  const GType types[] = { ACCORD_TYPE_GOAL, ACCORD_TYPE_GOAL_ENTRY, ACCORD_TYPE_GOAL_VIEWER, ACCORD_TYPE_MEMBER };

  self->workspace = g_object_ref (workspace);
  self->goal = g_object_ref (goal);
  self->watch = accord_record_watch_new_for_types (workspace, types, G_N_ELEMENTS (types));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  accord_field_row_set_currency (self->amount_row, accord_settings_get_currency (settings),
                                 (int) accord_settings_get_decimals (settings));
  /* Of a money goal the share follows from the amount. */
  gtk_widget_set_visible (GTK_WIDGET (self->amount_row), is_about_money (self));
  gtk_widget_set_visible (GTK_WIDGET (self->share_row), !is_about_money (self));
  load_form (self, NULL);
  refresh (self);
  focus_form (self);

  return GTK_WINDOW (self);
}
