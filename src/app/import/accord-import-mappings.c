/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-mappings.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"
#include "accord-import-apply.h"

struct _AccordImportMappings
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AccordImportKind kind;
  gboolean updating;

  AdwComboRow *choice_row;
  AdwEntryRow *name_row;
};

G_DEFINE_FINAL_TYPE (AccordImportMappings, accord_import_mappings, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  SAVE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Lists what is saved for the kind, and chooses the one of that name, if any. */
static void
mappings_fill (AccordImportMappings *self,
               const char           *chosen)
{
  GListModel *list = accord_workspace_get_list (self->workspace, ACCORD_TYPE_IMPORT_MAPPING);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AccordImportMapping) mapping = g_list_model_get_item (list, i);

      if (accord_import_mapping_get_kind (mapping) == self->kind)
        g_ptr_array_add (names, g_strdup (accord_import_mapping_get_name (mapping)));
    }
  g_ptr_array_sort (names, compare_names);

  gtk_string_list_append (strings, _("None"));
  for (guint i = 0; i < names->len; i++)
    {
      gtk_string_list_append (strings, g_ptr_array_index (names, i));
      if (chosen != NULL && g_strcmp0 (chosen, g_ptr_array_index (names, i)) == 0)
        selected = i + 1;
    }
  self->updating = TRUE;
  adw_combo_row_set_model (self->choice_row, G_LIST_MODEL (strings));
  adw_combo_row_set_selected (self->choice_row, selected);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->choice_row), names->len > 0);
}

static void
on_choice_changed (AccordImportMappings *self)
{
  guint selected = adw_combo_row_get_selected (self->choice_row);
  GtkStringObject *item = adw_combo_row_get_selected_item (self->choice_row);
  g_autoptr (AccordImportOptions) options = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating || item == NULL)
    return;

  if (selected == 0)
    options = accord_import_options_new ();
  else
    options = accord_import_load_mapping (self->workspace, self->kind, gtk_string_object_get_string (item), &error);
  if (options == NULL)
    accord_feedback_error (GTK_WIDGET (self), error);
  else
    g_signal_emit (self, signals[CHOSEN], 0, options);
}

static void
on_name_applied (AccordImportMappings *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  if (*name != '\0')
    g_signal_emit (self, signals[SAVE], 0, name);
}

static void
accord_import_mappings_dispose (GObject *object)
{
  g_clear_object (&ACCORD_IMPORT_MAPPINGS (object)->workspace);

  G_OBJECT_CLASS (accord_import_mappings_parent_class)->dispose (object);
}

static void
accord_import_mappings_class_init (AccordImportMappingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_import_mappings_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/import/accord-import-mappings.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordImportMappings, choice_row);
  gtk_widget_class_bind_template_child (widget_class, AccordImportMappings, name_row);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_applied);
}

static void
accord_import_mappings_init (AccordImportMappings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_import_mappings_set_source (AccordImportMappings *self,
                                   AccordWorkspace      *workspace,
                                   AccordImportKind      kind)
{
  g_return_if_fail (ACCORD_IS_IMPORT_MAPPINGS (self));

  g_set_object (&self->workspace, workspace);
  self->kind = kind;
  mappings_fill (self, NULL);
}

void
accord_import_mappings_save (AccordImportMappings      *self,
                             const char                *name,
                             const AccordImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  g_return_if_fail (ACCORD_IS_IMPORT_MAPPINGS (self));

  if (!accord_import_save_mapping (self->workspace, self->kind, name, options, &error))
    {
      accord_feedback_error (GTK_WIDGET (self), error);
      return;
    }

  mappings_fill (self, name);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  /* Translators: %s is the name under which the choices were saved. */
  message = g_strdup_printf (_("Saved as %s"), name);
  accord_feedback_toast (GTK_WIDGET (self), message);
}
