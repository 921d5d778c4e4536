/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-sheet-private.h"

#include <glib/gi18n.h>

#include "accord-cell-text.h"
#include "accord-pasted-cells.h"

/* How many of the refused cells are named one by one. */
#define MAX_NAMED 8

static AccordSheetPaste *
paste_new (AccordSheet *sheet)
{
  AccordSheetPaste *self = g_new0 (AccordSheetPaste, 1);

  self->sheet = g_object_ref (sheet);
  self->faults = g_ptr_array_new_with_free_func (g_free);
  ACCORD_SHEET_GET_CLASS (sheet)->paste_begin (sheet, self);

  return self;
}

static void
paste_free (AccordSheetPaste *self)
{
  self->free_edits (self->edits);
  g_ptr_array_unref (self->faults);
  g_object_unref (self->sheet);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSheetPaste, paste_free)

void
accord_sheet_paste_refuse (AccordSheetPaste *paste,
                           char             *line)
{
  g_ptr_array_add (paste->faults, line);
}

static void
paste_row (AccordSheetPaste *self,
           guint             row,
           guint             first_column,
           char            **cells)
{
  ACCORD_SHEET_GET_CLASS (self->sheet)->paste_row (self->sheet, self, row, first_column, cells);
}

static void
paste_store (AccordSheetPaste *self)
{
  ACCORD_SHEET_GET_CLASS (self->sheet)->paste_store (self->sheet, self);
}

/* One cell that was copied fills the whole selection. */
static void
paste_fill (AccordSheetPaste       *self,
            const AccordSheetRange *range,
            const char             *text)
{
  for (guint row = range->first_row; row <= range->last_row; row++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      if (!accord_sheet_types_in_row (self->sheet, row))
        continue;
      for (guint column = range->first_column; column <= range->last_column; column++)
        if (accord_sheet_shows_column (self->sheet, column))
          g_ptr_array_add (cells, g_strdup (text));
      g_ptr_array_add (cells, NULL);
      paste_row (self, row, range->first_column, (char **) cells->pdata);
    }
}

/* Right and down from the selection's first cell; totals are passed over, as they are when copying. */
static void
paste_lines (AccordSheetPaste       *self,
             const AccordSheetRange *range,
             GPtrArray              *lines)
{
  const guint n_rows = accord_sheet_get_n_rows (self->sheet);
  guint line = 0;

  for (guint row = range->first_row; row < n_rows && line < lines->len; row++)
    if (accord_sheet_types_in_row (self->sheet, row))
      paste_row (self, row, range->first_column, lines->pdata[line++]);
  if (line < lines->len)
    accord_sheet_paste_refuse (self, g_strdup_printf (ngettext ("%u line is below the last member",
                                                                "%u lines are below the last member", lines->len - line),
                                                      lines->len - line));
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             AccordSheetPaste *paste)
{
  if (g_str_equal (response, "rest"))
    paste_store (paste);
}

static void
on_dialog_destroy (GtkWidget        *dialog,
                   AccordSheetPaste *paste)
{
  paste_free (paste);
}

/* Nothing is stored until it is said what to do with the rest. Takes the paste. */
static void
paste_ask (AccordSheetPaste *paste)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (paste->sheet)));
  g_autofree char *title = g_strdup_printf (ngettext ("%u Cell Cannot Be Pasted", "%u Cells Cannot Be Pasted",
                                                      paste->faults->len),
                                            paste->faults->len);
  g_autoptr (GString) body = g_string_new (NULL);
  GtkWidget *dialog;

  for (guint i = 0; i < MIN (paste->faults->len, MAX_NAMED); i++)
    g_string_append_printf (body, "%s\n", (char *) paste->faults->pdata[i]);
  if (paste->faults->len > MAX_NAMED)
    {
      g_string_append_printf (body, ngettext ("… and %u more", "… and %u more", paste->faults->len - MAX_NAMED),
                              paste->faults->len - MAX_NAMED);
      g_string_append_c (body, '\n');
    }
  g_string_append_printf (body, "\n%s", _("Nothing is stored yet."));

  dialog = adw_message_dialog_new (window, title, body->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  if (paste->n_cells > 0)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "rest", _("Paste the _Rest"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), paste);
  g_signal_connect (dialog, "destroy", G_CALLBACK (on_dialog_destroy), paste);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
paste_text (AccordSheet *self,
            const char  *text)
{
  g_autoptr (AccordSheetPaste) paste = paste_new (self);
  g_autoptr (GPtrArray) lines = accord_pasted_cells_split (text);
  AccordSheetRange range;

  accord_sheet_get_range (self, &range);
  if (lines->len == 1 && g_strv_length (lines->pdata[0]) == 1)
    paste_fill (paste, &range, ((char **) lines->pdata[0])[0]);
  else
    paste_lines (paste, &range, lines);

  if (paste->faults->len > 0)
    paste_ask (g_steal_pointer (&paste));
  else if (paste->n_cells > 0)
    paste_store (paste);
  else
    accord_sheet_say (self, _("There is nothing to paste here"));
}

static void
on_text_read (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (AccordSheet) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  /* The page was closed meanwhile. */
  if (accord_sheet_get_private (self)->view == NULL)
    return;
  if (text == NULL || accord_sheet_get_n_rows (self) == 0)
    accord_sheet_say (self, _("There is nothing to paste here"));
  else
    paste_text (self, text);
}

void
accord_sheet_paste (AccordSheet *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text_read, g_object_ref (self));
}

void
accord_sheet_copy (AccordSheet *self)
{
  const guint n_rows = accord_sheet_get_n_rows (self);
  g_autoptr (GString) text = g_string_new (NULL);
  AccordSheetRange range;

  accord_sheet_get_range (self, &range);
  for (guint row = range.first_row; row <= range.last_row && row < n_rows; row++)
    {
      /* A total counts only where it is all that is copied: between members a spreadsheet would add it up again. */
      if (range.first_row != range.last_row && !accord_sheet_types_in_row (self, row))
        continue;
      for (guint column = range.first_column; column <= range.last_column; column++)
        {
          g_autofree char *text_of_cell = NULL;
          g_autofree char *cell = NULL;

          if (!accord_sheet_shows_column (self, column))
            continue;
          text_of_cell = ACCORD_SHEET_GET_CLASS (self)->dup_cell_text (self, row, column);
          cell = accord_text_to_cell (text_of_cell);
          g_string_append (text, cell);
          g_string_append_c (text, column < range.last_column ? '\t' : '\n');
        }
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}
