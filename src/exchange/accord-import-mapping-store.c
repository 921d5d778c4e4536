/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-apply.h"

#include <glib/gi18n.h>

#include "accord-import-mapping.h"
#include "accord-name.h"

static AccordImportMapping *
find_mapping (AccordWorkspace *workspace,
              AccordImportKind kind,
              const char      *name,
              GError         **error)
{
  GListModel *mappings = accord_workspace_load_list (workspace, ACCORD_TYPE_IMPORT_MAPPING, error);

  for (guint i = 0; mappings != NULL && i < g_list_model_get_n_items (mappings); i++)
    {
      g_autoptr (AccordImportMapping) mapping = g_list_model_get_item (mappings, i);

      if (accord_import_mapping_get_kind (mapping) == kind
          && accord_name_equal (accord_import_mapping_get_name (mapping), name))
        return g_steal_pointer (&mapping);
    }
  if (mappings != NULL)
    g_set_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_NOT_FOUND,
                 _("There is no saved mapping “%s” for such files."), name);

  return NULL;
}

AccordImportOptions *
accord_import_load_mapping (AccordWorkspace *workspace,
                            AccordImportKind kind,
                            const char      *name,
                            GError         **error)
{
  g_autoptr (AccordImportMapping) mapping = find_mapping (workspace, kind, name, error);

  return mapping != NULL ? accord_import_options_from_json (accord_import_mapping_get_settings (mapping), error) : NULL;
}

gboolean
accord_import_save_mapping (AccordWorkspace           *workspace,
                            AccordImportKind           kind,
                            const char                *name,
                            const AccordImportOptions *options,
                            GError                   **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (AccordImportMapping) found = find_mapping (workspace, kind, name, &missing);
  g_autoptr (AccordImportMapping) draft = NULL;
  g_autoptr (AccordChange) change = accord_change_new (_("Save Mapping"));
  g_autofree char *settings = accord_import_options_to_json (options);
  g_autofree char *tidy = g_strstrip (g_strdup (name));

  if (found == NULL && !g_error_matches (missing, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }

  draft = found != NULL ? accord_record_copy (found) : accord_import_mapping_new ();
  accord_import_mapping_set_kind (draft, kind);
  accord_import_mapping_set_name (draft, tidy);
  accord_import_mapping_set_settings (draft, settings);
  accord_change_put (change, draft);

  return accord_workspace_apply (workspace, change, error);
}
