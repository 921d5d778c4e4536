/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-history.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"
#include "accord-import-apply.h"
#include "accord-import-phrases.h"

/* More reasons than these are only counted. */
#define KEPT_MAX 20

struct _AccordImportHistory
{
  AdwWindow parent_instance;

  AccordWorkspace *workspace;
  guint rebuild_source;

  GtkStack *stack;
  GtkListBox *list;
  AdwPreferencesGroup *kept_group;
  GtkLabel *kept_label;
};

G_DEFINE_FINAL_TYPE (AccordImportHistory, accord_import_history, ADW_TYPE_WINDOW)

static void
history_show_kept (AccordImportHistory *self,
                   AccordImport        *import,
                   GPtrArray           *kept)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *markup = g_markup_escape_text (accord_import_get_file (import), -1);
  /* Translators: %s is the name of a file. */
  g_autofree char *description = g_strdup_printf (_("Taken back but for this: %s"), markup);

  for (guint i = 0; i < kept->len && i < KEPT_MAX; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (kept, i));
  if (kept->len > KEPT_MAX)
    {
      g_autofree char *more = g_strdup_printf ("%u", kept->len - KEPT_MAX);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %s more", "and %s more", kept->len - KEPT_MAX), more);
    }
  adw_preferences_group_set_description (self->kept_group, description);
  gtk_label_set_label (self->kept_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->kept_group), kept->len > 0);
}

static void
on_take_back_clicked (GtkButton           *button,
                      AccordImportHistory *self)
{
  AccordImport *import = g_object_get_data (G_OBJECT (button), "import");
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordImportUndo) undo = accord_import_undo (self->workspace,
                                                          accord_record_get_id (ACCORD_RECORD (import)), &error);
  g_autoptr (GString) message = g_string_new (_("Taken back"));
  g_autofree char *removed = NULL;
  g_autofree char *restored = NULL;

  if (undo == NULL)
    {
      accord_feedback_error (GTK_WIDGET (self->stack), error);
      return;
    }

  removed = g_strdup_printf ("%u", undo->removed);
  restored = g_strdup_printf ("%u", undo->restored);
  if (undo->removed > 0)
    g_string_append_printf (message, ngettext (", %s removed", ", %s removed", undo->removed), removed);
  if (undo->restored > 0)
    g_string_append_printf (message, ngettext (", %s as before", ", %s as before", undo->restored), restored);
  if (undo->kept->len > 0)
    {
      g_autofree char *kept = g_strdup_printf ("%u", undo->kept->len);

      g_string_append_printf (message, ngettext (", %s left alone", ", %s left alone", undo->kept->len), kept);
    }
  history_show_kept (self, import, undo->kept);
  accord_feedback_undo_toast (GTK_WIDGET (self->stack), message->str);
}

/* The day as the country writes it, and the time. */
static char *
history_dup_time (AccordImport *import)
{
  g_auto (GStrv) parts = g_strsplit (accord_import_get_imported (import), " ", 2);
  g_autofree char *day = NULL;
  AccordDate date;

  if (g_strv_length (parts) != 2 || !accord_date_parse (parts[0], &date))
    return g_strdup (accord_import_get_imported (import));
  day = accord_date_format (date);

  return g_strdup_printf ("%s, %s", day, parts[1]);
}

static GtkWidget *
history_row_new (AccordImportHistory *self,
                 AccordImport        *import)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *counts = accord_import_phrase_for_counts ((guint) accord_import_get_added (import),
                                                             (guint) accord_import_get_updated (import),
                                                             (guint) accord_import_get_skipped (import),
                                                             (guint) accord_import_get_refused (import));
  g_autofree char *time = history_dup_time (import);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s\n%s", time,
                                               accord_import_phrase_for_kind (accord_import_get_kind (import)), counts);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), accord_import_get_file (import));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (accord_import_get_undone (import))
    {
      GtkWidget *label = gtk_label_new (_("Taken back"));

      gtk_widget_add_css_class (label, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  else
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_("_Take Back"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      accord_import_get_file (import), -1);
      g_object_set_data_full (G_OBJECT (button), "import", g_object_ref (import), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_take_back_clicked), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }

  return row;
}

static void history_queue_rebuild (AccordImportHistory *self);

static gboolean
on_rebuild (gpointer user_data)
{
  AccordImportHistory *self = user_data;
  GListModel *imports = accord_workspace_get_list (self->workspace, ACCORD_TYPE_IMPORT);
  guint n_imports = g_list_model_get_n_items (imports);
  GtkWidget *row;

  self->rebuild_source = 0;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = n_imports; i > 0; i--)
    {
      g_autoptr (AccordImport) import = g_list_model_get_item (imports, i - 1);

      g_signal_handlers_disconnect_by_func (import, history_queue_rebuild, self);
      g_signal_connect_object (import, "notify", G_CALLBACK (history_queue_rebuild), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, history_row_new (self, import));
    }
  gtk_stack_set_visible_child_name (self->stack, n_imports > 0 ? "list" : "empty");

  return G_SOURCE_REMOVE;
}

/* One change may notify several times; the button that was pressed must outlive its signal. */
static void
history_queue_rebuild (AccordImportHistory *self)
{
  if (self->rebuild_source == 0)
    self->rebuild_source = g_idle_add (on_rebuild, self);
}

static void
history_undo (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AccordImportHistory *self = ACCORD_IMPORT_HISTORY (widget);
  g_autoptr (GError) error = NULL;

  if (!accord_workspace_can_undo (self->workspace))
    return;
  if (accord_workspace_undo (self->workspace, &error))
    gtk_widget_set_visible (GTK_WIDGET (self->kept_group), FALSE);
  else
    accord_feedback_error (GTK_WIDGET (self->stack), error);
}

static void
accord_import_history_dispose (GObject *object)
{
  AccordImportHistory *self = ACCORD_IMPORT_HISTORY (object);

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_import_history_parent_class)->dispose (object);
}

static void
accord_import_history_class_init (AccordImportHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_import_history_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/import/accord-import-history.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordImportHistory, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordImportHistory, list);
  gtk_widget_class_bind_template_child (widget_class, AccordImportHistory, kept_group);
  gtk_widget_class_bind_template_child (widget_class, AccordImportHistory, kept_label);
  /* The toast's button is in this window, and not in the one that has the action else. */
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, history_undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
}

static void
accord_import_history_init (AccordImportHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AccordImportHistory *
accord_import_history_new (GtkWindow       *parent,
                           AccordWorkspace *workspace)
{
  AccordImportHistory *self = g_object_new (ACCORD_TYPE_IMPORT_HISTORY, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (accord_workspace_get_list (workspace, ACCORD_TYPE_IMPORT), "items-changed",
                           G_CALLBACK (history_queue_rebuild), self, G_CONNECT_SWAPPED);
  on_rebuild (self);

  return self;
}
