/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-asks-window.h"

#include <glib/gi18n.h>

#include "accord-ask-export.h"
#include "accord-ask-query.h"
#include "accord-ask-row.h"
#include "accord-clock.h"
#include "accord-feedback.h"
#include "accord-quarter.h"

enum
{
  CHOICE_OPEN,
  CHOICE_ALL,
};

struct _AccordSwotAsksWindow
{
  AccordSwotWorkWindow parent_instance;

  guint left_source; /* a row was left, and may belong elsewhere now */
};

G_DEFINE_FINAL_TYPE (AccordSwotAsksWindow, accord_swot_asks_window, ACCORD_TYPE_SWOT_WORK_WINDOW)

/* What hangs on a department's group and its buttons. */
#define DEPARTMENT_KEY "accord-department"
#define ROWS_KEY "accord-rows" /* a GPtrArray of its AccordAskRows */
#define SHEET_KEY "accord-sheet"

typedef gboolean (*ExportFunc) (AccordWorkspace *workspace,
                                const char      *department,
                                gint64           year,
                                AccordDate       today,
                                const char      *path,
                                GError         **error);

static GtkWidget *
window_get_box (AccordSwotAsksWindow *self)
{
  return GTK_WIDGET (accord_swot_work_window_get_box (ACCORD_SWOT_WORK_WINDOW (self)));
}

static GPtrArray *
group_get_rows (GtkWidget *group)
{
  return g_object_get_data (G_OBJECT (group), ROWS_KEY);
}

static void
on_save_response (GtkNativeDialog      *dialog,
                  int                   response,
                  AccordSwotAsksWindow *self)
{
  AccordSwotWorkWindow *window = ACCORD_SWOT_WORK_WINDOW (self);
  ExportFunc export_func = g_object_get_data (G_OBJECT (dialog), SHEET_KEY) != NULL ? accord_ask_export_sheet
                                                                                  : accord_ask_export_pdf;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (file != NULL && path == NULL)
    {
      accord_feedback_toast (window_get_box (self), _("The asks can only be written to a folder on this computer"));
    }
  else if (path != NULL)
    {
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *shown = g_filename_display_name (name);
      /* Translators: %s is the name of a file. */
      g_autofree char *message = g_strdup_printf (_("“%s” is written"), shown);

      if (export_func (accord_swot_work_window_get_workspace (window), g_object_get_data (G_OBJECT (dialog), DEPARTMENT_KEY),
                       accord_swot_work_window_get_scope (window)->year, accord_clock_today (), path, &error))
        accord_feedback_toast (window_get_box (self), message);
      else
        accord_feedback_error (window_get_box (self), error);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
on_save_clicked (AccordSwotAsksWindow *self,
                 GtkWidget            *button)
{
  AccordSwotWorkWindow *window = ACCORD_SWOT_WORK_WINDOW (self);
  const char *department = g_object_get_data (G_OBJECT (button), DEPARTMENT_KEY);
  gpointer sheet = g_object_get_data (G_OBJECT (button), SHEET_KEY);
  GtkFileChooserNative *dialog;
  AccordSettings *settings;
  g_autofree char *name = NULL;
  g_autofree char *year = NULL;

  /* What goes out is what is stored. */
  if (!ACCORD_SWOT_WORK_WINDOW_GET_CLASS (window)->settle (window))
    return;

  settings = accord_workspace_get_settings (accord_swot_work_window_get_workspace (window));
  year = accord_plan_year_format ((int) accord_swot_work_window_get_scope (window)->year,
                                  (int) accord_settings_get_fiscal_start (settings));
  /* Translators: the name of a file, without its ending: %1 is a department, %2 a plan year. */
  name = g_strdup_printf (_("Asks to %1$s %2$s"), department, year);
  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  dialog = gtk_file_chooser_native_new (sheet != NULL ? _("Save the Asks as a Sheet") : _("Save the Asks as PDF"),
                                        GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  {
    g_autofree char *file_name = g_strconcat (name, sheet != NULL ? ".xlsx" : ".pdf", NULL);

    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file_name);
  }
  g_object_set_data_full (G_OBJECT (dialog), DEPARTMENT_KEY, g_strdup (department), g_free);
  g_object_set_data (G_OBJECT (dialog), SHEET_KEY, sheet);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_save_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GtkWidget *
make_save_button (AccordSwotAsksWindow *self,
                  const char           *department,
                  gboolean              sheet)
{
  GtkWidget *button = gtk_button_new_with_label (sheet ? _("Save Sheet…") : _("Save PDF…"));
  /* Translators: %s is a department. */
  g_autofree char *name = g_strdup_printf (sheet ? _("Save Sheet for %s…") : _("Save PDF for %s…"), department);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), DEPARTMENT_KEY, g_strdup (department), g_free);
  g_object_set_data (G_OBJECT (button), SHEET_KEY, GINT_TO_POINTER (sheet));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_save_clicked), self, G_CONNECT_SWAPPED);

  return button;
}

/* The department's group, made if it is not there, after the one before it. */
static GtkWidget *
window_get_group (AccordSwotAsksWindow *self,
                  const char           *department,
                  GtkWidget            *previous)
{
  GtkWidget *group, *buttons;
  g_autofree char *title = g_markup_escape_text (department, -1);

  for (group = gtk_widget_get_first_child (window_get_box (self)); group != NULL; group = gtk_widget_get_next_sibling (group))
    {
      if (accord_ask_compare_departments (g_object_get_data (G_OBJECT (group), DEPARTMENT_KEY), department) == 0)
        return group;
    }

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (buttons), make_save_button (self, department, FALSE));
  gtk_box_append (GTK_BOX (buttons), make_save_button (self, department, TRUE));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), buttons);
  g_object_set_data_full (G_OBJECT (group), DEPARTMENT_KEY, g_strdup (department), g_free);
  g_object_set_data_full (G_OBJECT (group), ROWS_KEY, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  gtk_box_insert_child_after (GTK_BOX (window_get_box (self)), group, previous);

  return group;
}

static void
on_row_failed (AccordSwotAsksWindow *self,
               GError               *error)
{
  accord_feedback_error (window_get_box (self), error);
}

static void
on_row_removed (AccordSwotAsksWindow *self,
                AccordWorkRow        *row)
{
  accord_work_row_remove (row, window_get_box (self));
}

static void
on_source_activated (AccordSwotAsksWindow *self,
                     AccordWorkRow        *row)
{
  accord_swot_work_window_show_source (ACCORD_SWOT_WORK_WINDOW (self), accord_ask_get_card (accord_work_row_get_record (row)),
                                       0);
}

static GtkWidget *
group_find_row (GtkWidget *group,
                AccordAsk *ask)
{
  GPtrArray *rows = group_get_rows (group);

  for (guint i = 0; i < rows->len; i++)
    {
      if (accord_work_row_get_record (rows->pdata[i]) == ask)
        return rows->pdata[i];
    }

  return NULL;
}

static gboolean
on_left_idle (gpointer user_data)
{
  AccordSwotAsksWindow *self = user_data;

  self->left_source = 0;
  ACCORD_SWOT_WORK_WINDOW_GET_CLASS (self)->refresh (ACCORD_SWOT_WORK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

/* What is typed in it is stored by then. */
static void
on_row_left (AccordSwotAsksWindow *self)
{
  if (self->left_source == 0)
    self->left_source = g_idle_add (on_left_idle, self);
}

static void
window_show_ask (AccordSwotAsksWindow *self,
                 GtkWidget            *group,
                 AccordAsk            *ask)
{
  AccordWorkspace *workspace = accord_swot_work_window_get_workspace (ACCORD_SWOT_WORK_WINDOW (self));
  AccordCard *card = accord_workspace_find (workspace, ACCORD_TYPE_CARD, accord_ask_get_card (ask));
  GtkWidget *row = group_find_row (group, ask);

  if (row == NULL)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      row = accord_ask_row_new (workspace, ask, accord_ask_get_card (ask));
      g_signal_connect_object (focus, "leave", G_CALLBACK (on_row_left), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (row, focus);
      gtk_widget_set_sensitive (row, !accord_workspace_is_read_only (workspace));
      g_signal_connect_object (row, "failed", G_CALLBACK (on_row_failed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "removed", G_CALLBACK (on_row_removed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "source-activated", G_CALLBACK (on_source_activated), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (group_get_rows (group), row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  accord_work_row_show_source (ACCORD_WORK_ROW (row), card != NULL ? accord_card_get_title (card) : "");
}

static void
window_drop_gone (AccordSwotAsksWindow *self,
                  GPtrArray            *asks)
{
  GtkWidget *group;

  for (group = gtk_widget_get_first_child (window_get_box (self)); group != NULL; group = gtk_widget_get_next_sibling (group))
    {
      GPtrArray *rows = group_get_rows (group);

      for (guint i = rows->len; i > 0; i--)
        {
          GtkWidget *row = rows->pdata[i - 1];

          if (g_ptr_array_find (asks, accord_work_row_get_record (ACCORD_WORK_ROW (row)), NULL))
            continue;
          g_ptr_array_remove_index (rows, i - 1);
          adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
        }
    }
}

static void
window_drop_empty (AccordSwotAsksWindow *self)
{
  GtkWidget *group = gtk_widget_get_first_child (window_get_box (self));

  while (group != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (group);

      if (group_get_rows (group)->len == 0)
        gtk_box_remove (GTK_BOX (window_get_box (self)), group);
      group = next;
    }
}

/* The group that holds the ask's row, or NULL. */
static GtkWidget *
window_find_holder (AccordSwotAsksWindow *self,
                    AccordAsk            *ask)
{
  GtkWidget *group;

  for (group = gtk_widget_get_first_child (window_get_box (self)); group != NULL; group = gtk_widget_get_next_sibling (group))
    {
      if (group_find_row (group, ask) != NULL)
        return group;
    }

  return NULL;
}

/* Takes the ask's row to its department's group, but not while somebody is in it. */
static GtkWidget *
window_place_row (AccordSwotAsksWindow *self,
                  GtkWidget            *holder,
                  GtkWidget            *previous,
                  AccordAsk            *ask)
{
  GtkWidget *row = group_find_row (holder, ask);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *group;

  if (accord_ask_compare_departments (g_object_get_data (G_OBJECT (holder), DEPARTMENT_KEY), accord_ask_get_department (ask)) == 0
      || (focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row))))
    return holder;

  group = window_get_group (self, accord_ask_get_department (ask), previous);
  g_object_ref (row);
  g_ptr_array_remove (group_get_rows (holder), row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (holder), row);
  g_ptr_array_add (group_get_rows (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_object_unref (row);

  return group;
}

static void
accord_swot_asks_window_refresh (AccordSwotWorkWindow *window)
{
  AccordSwotAsksWindow *self = ACCORD_SWOT_ASKS_WINDOW (window);
  AccordWorkspace *workspace = accord_swot_work_window_get_workspace (window);
  g_autoptr (GPtrArray) asks = accord_ask_list_of_year (accord_workspace_get_list (workspace, ACCORD_TYPE_ASK),
                                                        accord_workspace_get_list (workspace, ACCORD_TYPE_CARD),
                                                        accord_swot_work_window_get_scope (window)->year);
  GtkWidget *group = NULL;

  window_drop_gone (self, asks);
  for (guint i = 0; i < asks->len; i++)
    {
      AccordAsk *ask = asks->pdata[i];
      GtkWidget *holder = window_find_holder (self, ask);

      if (holder == NULL && accord_swot_work_window_get_choice (window) == CHOICE_OPEN && !accord_ask_is_open (ask))
        continue;
      if (holder != NULL)
        group = window_place_row (self, holder, group, ask);
      else
        group = window_get_group (self, accord_ask_get_department (ask), group);
      window_show_ask (self, group, ask);
    }
  window_drop_empty (self);
  if (group != NULL)
    accord_swot_work_window_set_empty (window, NULL);
  else
    accord_swot_work_window_set_empty (window, asks->len > 0
                                                 ? _("Every department has answered, and done what it was asked.")
                                                 : _("Ask other departments for something in a card's details."));
}

static gboolean
accord_swot_asks_window_settle (AccordSwotWorkWindow *window)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (accord_swot_work_window_get_box (window)));
  gboolean settled = TRUE;

  for (; group != NULL; group = gtk_widget_get_next_sibling (group))
    {
      for (guint i = 0; i < group_get_rows (group)->len; i++)
        g_ptr_array_add (all, g_object_ref (group_get_rows (group)->pdata[i]));
    }
  for (guint i = 0; i < all->len; i++)
    settled = accord_work_row_settle (all->pdata[i]) && settled;

  return settled;
}

static void
accord_swot_asks_window_dispose (GObject *object)
{
  g_clear_handle_id (&ACCORD_SWOT_ASKS_WINDOW (object)->left_source, g_source_remove);

  G_OBJECT_CLASS (accord_swot_asks_window_parent_class)->dispose (object);

  /* The rows are left as they go. */
  g_clear_handle_id (&ACCORD_SWOT_ASKS_WINDOW (object)->left_source, g_source_remove);
}

static void
accord_swot_asks_window_class_init (AccordSwotAsksWindowClass *klass)
{
  AccordSwotWorkWindowClass *window_class = ACCORD_SWOT_WORK_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_swot_asks_window_dispose;
  window_class->refresh = accord_swot_asks_window_refresh;
  window_class->settle = accord_swot_asks_window_settle;
}

static void
accord_swot_asks_window_init (AccordSwotAsksWindow *self)
{
}

GtkWindow *
accord_swot_asks_window_new (GtkWindow              *parent,
                             AccordWorkspace        *workspace,
                             const AccordBoardScope *scope)
{
  AccordSwotWorkWindow *self = g_object_new (ACCORD_TYPE_SWOT_ASKS_WINDOW, NULL);
  /* Translators: asks that are not answered yet, or all of them. */
  const char *choices[] = { C_("asks", "Open"), C_("asks", "All"), NULL };

  accord_swot_work_window_begin (self, parent, workspace, scope, _("Asks to Other Departments"), choices);

  return GTK_WINDOW (self);
}
