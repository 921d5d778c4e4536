/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-window-private.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"
#include "accord-import-phrases.h"

static void
window_say_done (AccordImportWindow *self)
{
  AccordImportCounts counts = accord_import_plan_get_counts (self->plan);

  self->message = accord_import_phrase_for_counts (counts.added, counts.updated, counts.skipped, counts.refused);
  if (counts.refused == 0)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->settings), FALSE);
  adw_flap_set_reveal_flap (self->flap, FALSE);
  accord_import_lines_set_done (self->lines);
  accord_import_window_update_summary (self);
  accord_import_window_update_button (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->save_button));
}

static void
window_end_storing (AccordImportWindow *self)
{
  g_clear_object (&self->storing);
  g_clear_pointer (&self->ticker, accord_import_ticker_free);
  accord_import_window_end_run (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->settings), TRUE);
}

static void
on_stored (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AccordImportWindow) self = ACCORD_IMPORT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  gboolean stored = accord_import_carry_out_finish (ACCORD_WORKSPACE (source), result, NULL, &error);

  /* The window has gone; the import is stopped, or it was too late for that. */
  if (self->storing == NULL)
    {
      g_clear_pointer (&self->ticker, accord_import_ticker_free);
      return;
    }

  window_end_storing (self);
  if (stored)
    {
      window_say_done (self);
      return;
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    accord_feedback_toast (GTK_WIDGET (self->stack), _("Stopped: nothing was imported"));
  else
    accord_feedback_error (GTK_WIDGET (self->stack), error);
  if (g_error_matches (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_STALE)
      || g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY))
    {
      accord_import_window_forget_snapshot (self);
      accord_import_window_plan_after (self, 0);
    }
  accord_import_window_update_summary (self);
  accord_import_window_update_button (self);
}

void
accord_import_window_import_clicked (AccordImportWindow *self)
{
  if (self->message != NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  self->storing = g_cancellable_new ();
  self->ticker = accord_import_ticker_new (accord_import_window_show_progress, self);
  accord_import_window_begin_progress (self, _("Importing"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->settings), FALSE);
  accord_import_window_update_summary (self);
  accord_import_window_update_button (self);
  accord_import_carry_out_async (self->workspace, self->plan, self->path, accord_import_ticker_tell, self->ticker,
                                 self->storing, on_stored, g_object_ref (self));
}
