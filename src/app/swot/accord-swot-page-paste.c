/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-page-private.h"

#include <glib/gi18n.h>

#include "accord-board-lines.h"
#include "accord-feedback.h"

gboolean
accord_swot_page_paste_text (AccordSwotPage *self,
                             AccordQuadrant  quadrant,
                             const char     *text)
{
  g_auto (GStrv) titles = NULL;
  g_autofree char *message = NULL;
  AccordSwotQuadrant *column;
  guint n;

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  titles = accord_board_read_lines (text);
  n = g_strv_length (titles);
  if (n == 0)
    {
      accord_feedback_toast (GTK_WIDGET (self), _("There is no text to paste."));
      return FALSE;
    }
  self->begun = TRUE;
  if (!accord_swot_page_add_cards (self, quadrant, (const char *const *) titles))
    return FALSE;

  /* They are the last of the quadrant, which may lie below what is in sight. */
  column = accord_swot_board_get_quadrant (self->board, quadrant);
  accord_swot_quadrant_show (column, accord_swot_quadrant_get_nth (column, accord_swot_quadrant_get_n_cards (column) - 1));
  message = g_strdup_printf (ngettext ("%u card pasted", "%u cards pasted", n), n);
  accord_feedback_undo_toast (GTK_WIDGET (self), message);

  return TRUE;
}

typedef struct
{
  AccordSwotPage *page;
  AccordQuadrant quadrant;
} Paste;

static void
on_text_read (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Paste *paste = user_data;
  g_autoptr (AccordSwotPage) page = paste->page;
  /* What cannot be read as text is no text: the message says so. */
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (gtk_widget_get_root (GTK_WIDGET (page)) != NULL)
    accord_swot_page_paste_text (page, paste->quadrant, text != NULL ? text : "");
}

static void
swot_paste (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  Paste *paste = g_new (Paste, 1);

  *paste = (Paste) { g_object_ref (self), accord_swot_page_get_current_quadrant (self) };
  accord_swot_page_show_board (self);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text_read, paste);
}

void
accord_swot_page_install_paste_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "swot.paste", NULL, swot_paste);
}
