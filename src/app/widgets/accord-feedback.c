/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-feedback.h"

#include <glib/gi18n.h>

/* What the overlay keeps the toast under that offers to take the last change back. */
#define UNDO_TOAST "accord-undo-toast"

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

  feedback_add (widget, feedback_toast_new (message));
}

void
accord_feedback_undo_toast (GtkWidget  *widget,
                            const char *message)
{
  GtkWidget *overlay;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

  toast = feedback_toast_new (message);
  /* Whoever has to read it first, or to go there by keys, needs more than the usual five seconds. */
  adw_toast_set_timeout (toast, 10);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  if (overlay != NULL)
    g_object_set_data_full (G_OBJECT (overlay), UNDO_TOAST, g_object_ref (toast), g_object_unref);
  feedback_add (widget, toast);
}

void
accord_feedback_undone (GtkWidget  *widget,
                        const char *message)
{
  GtkWidget *overlay;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

  overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  if (overlay != NULL && g_object_get_data (G_OBJECT (overlay), UNDO_TOAST) != NULL)
    {
      adw_toast_dismiss (g_object_get_data (G_OBJECT (overlay), UNDO_TOAST));
      g_object_set_data (G_OBJECT (overlay), UNDO_TOAST, NULL);
    }

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

  toast = feedback_toast_new (error->message);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  feedback_add (widget, toast);
}
