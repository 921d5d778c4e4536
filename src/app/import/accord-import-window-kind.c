/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-window-private.h"

#include <glib/gi18n.h>

#include "accord-import-dry-run.h"
#include "accord-import-phrases.h"

void
accord_import_window_set_kind (AccordImportWindow *self,
                               AccordImportKind    kind)
{
  const char *title = accord_import_phrase_for_title (kind);

  self->kind = kind;
  g_clear_pointer (&self->snapshot, accord_import_snapshot_unref);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  self->updating = TRUE;
  adw_combo_row_set_selected (self->kind_row, kind);
  accord_import_reading_set_kind (self->reading, kind);
  accord_import_mappings_set_source (self->mappings, self->workspace, kind);
  self->updating = FALSE;
}

/* What was found out for another kind says nothing of this one. */
void
accord_import_window_forget_plan (AccordImportWindow *self)
{
  g_clear_pointer (&self->plan, accord_import_plan_unref);
  g_clear_error (&self->error);
  gtk_stack_set_visible_child_name (self->stack, "begin");
  accord_import_window_update (self);
}

void
accord_import_window_kind_changed (AccordImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  if (self->updating || selected > ACCORD_IMPORT_KIND_OPPORTUNITIES)
    return;

  adw_preferences_group_set_description (self->kind_group, NULL);
  accord_import_window_set_kind (self, (AccordImportKind) selected);
  accord_import_window_forget_plan (self);
  accord_import_window_plan_after (self, 0);
}

static void
on_looked (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AccordImportWindow) self = ACCORD_IMPORT_WINDOW (user_data);
  AccordImportKind kind;

  if (!accord_import_look_finish (result, &kind) || g_task_get_cancellable (G_TASK (result)) != self->look)
    return;

  g_clear_object (&self->look);
  if (kind != self->kind)
    accord_import_window_set_kind (self, kind);
  adw_preferences_group_set_description (self->kind_group, kind != self->expected ? _("Told from its columns") : NULL);
  accord_import_window_plan_after (self, 0);
}

void
accord_import_window_look (AccordImportWindow *self)
{
  accord_import_window_stop (self);
  self->look = g_cancellable_new ();
  accord_import_window_update_button (self);
  accord_import_look_async (self->path, self->expected, self->look, on_looked, g_object_ref (self));
}
