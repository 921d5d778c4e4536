/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-feedback.h"

#include <glib/gi18n.h>

/* What the overlay keeps the toast under that offers to take the last change back. */
#define UNDO_TOAST "accord-undo-toast"
/* … and the one that says what went wrong last. */
#define ERROR_TOAST "accord-error-toast"

/* The toast that the overlay over widget keeps under key goes, if it still stands. */
static void
feedback_forget (GtkWidget  *widget,
                 const char *key)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay == NULL || g_object_get_data (G_OBJECT (overlay), key) == NULL)
    return;

  adw_toast_dismiss (g_object_get_data (G_OBJECT (overlay), key));
  g_object_set_data (G_OBJECT (overlay), key, NULL);
}

static void
feedback_keep (GtkWidget  *widget,
               const char *key,
               AdwToast   *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    g_object_set_data_full (G_OBJECT (overlay), key, g_object_ref (toast), g_object_unref);
}

static void
feedback_add (GtkWidget *widget,
              AdwToast  *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay == NULL)
    {
      g_message ("%s", adw_toast_get_title (toast));
      g_object_unref (toast);
      return;
    }

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/* Titles of toasts are markup. */
static AdwToast *
feedback_toast_new (const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  return adw_toast_new (markup);
}

void
accord_feedback_toast (GtkWidget  *widget,
                       const char *message)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

  feedback_forget (widget, ERROR_TOAST);
  feedback_add (widget, feedback_toast_new (message));
}

void
accord_feedback_undo_toast (GtkWidget  *widget,
                            const char *message)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

  feedback_forget (widget, ERROR_TOAST);
  toast = feedback_toast_new (message);
  /* Whoever has to read it first, or to go there by keys, needs more than the usual five seconds. */
  adw_toast_set_timeout (toast, 10);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  feedback_keep (widget, UNDO_TOAST, toast);
  feedback_add (widget, toast);
}

void
accord_feedback_undone (GtkWidget  *widget,
                        const char *message)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

  feedback_forget (widget, UNDO_TOAST);
  toast = feedback_toast_new (message);
  adw_toast_set_timeout (toast, 2);
  feedback_add (widget, toast);
}

void
accord_feedback_error (GtkWidget    *widget,
                       const GError *error)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (error != NULL);

  feedback_forget (widget, ERROR_TOAST);
  toast = feedback_toast_new (error->message);
  feedback_keep (widget, ERROR_TOAST, toast);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  feedback_add (widget, toast);
}
