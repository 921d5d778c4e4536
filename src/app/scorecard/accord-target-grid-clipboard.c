/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-grid-private.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"
#include "accord-pasted-cells.h"

/* How many of the refused cells are named one by one. */
#define MAX_NAMED 8

/* A paste on its way: what is to be stored, and what cannot be. */
typedef struct
{
  AccordTargetGrid *grid; /* owned */
  GArray *edits;          /* AccordTargetEdit */
  GPtrArray *faults;      /* lines for the user */
} Paste;

static Paste *
paste_new (AccordTargetGrid *grid)
{
  Paste *self = g_new0 (Paste, 1);

  self->grid = g_object_ref (grid);
  self->edits = g_array_new (FALSE, FALSE, sizeof (AccordTargetEdit));
  self->faults = g_ptr_array_new_with_free_func (g_free);

  return self;
}

static void
paste_free (Paste *self)
{
  g_object_unref (self->grid);
  g_array_unref (self->edits);
  g_ptr_array_unref (self->faults);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

/* One cell. Empty ones leave what is there. */
static void
paste_cell (Paste *self,
            guint  row,
            guint  column,
            char  *text)
{
  AccordTargetEdit edit;
  g_autoptr (GError) error = NULL;

  g_strstrip (text);
  if (*text == '\0' || !accord_target_grid_get_place (self->grid, row, column, &edit.place))
    return;

  if (accord_target_value_parse (self->grid->metrics->pdata[column], text, accord_target_grid_get_decimals (self->grid),
                                 &edit.value, &edit.upper, &error))
    g_array_append_val (self->edits, edit);
  else
    g_ptr_array_add (self->faults,
                     /* Translators: a cell that cannot be pasted: %1 is a name, %2 a metric, %3 the reason. */
                     g_strdup_printf (_("%1$s, %2$s: %3$s"), accord_target_grid_get_name (self->grid, row),
                                      accord_metric_get_name (self->grid->metrics->pdata[column]), error->message));
}

/* One cell that was copied fills the whole selection. */
static void
paste_fill (Paste                   *self,
            const AccordTargetRange *range,
            char                    *text)
{
  for (guint row = range->first_row; row <= range->last_row; row++)
    for (guint column = range->first_column; column <= range->last_column; column++)
      paste_cell (self, row, column, text);
}

/* Right and down from the selection's first cell. */
static void
paste_lines (Paste                   *self,
             const AccordTargetRange *range,
             GPtrArray               *lines)
{
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->grid->rows));
  const guint room = n_rows - range->first_row;

  for (guint i = 0; i < MIN (lines->len, room); i++)
    {
      char **cells = lines->pdata[i];

      for (guint j = 0; cells[j] != NULL; j++)
        paste_cell (self, range->first_row + i, range->first_column + j, cells[j]);
    }
  if (lines->len > room)
    g_ptr_array_add (self->faults,
                     g_strdup_printf (ngettext ("%u line is below the last member", "%u lines are below the last member",
                                                lines->len - room),
                                      lines->len - room));
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             Paste            *paste)
{
  if (g_str_equal (response, "rest"))
    accord_target_grid_store (paste->grid, paste->edits, _("Paste Targets"));
}

static void
on_dialog_destroy (GtkWidget *dialog,
                   Paste     *paste)
{
  paste_free (paste);
}

/* Nothing is stored until it is said what to do with the rest. Takes the paste. */
static void
paste_ask (Paste *paste)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (paste->grid)));
  g_autofree char *title = g_strdup_printf (ngettext ("%u Cell Cannot Be Pasted", "%u Cells Cannot Be Pasted",
                                                      paste->faults->len),
                                            paste->faults->len);
  g_autoptr (GString) body = g_string_new (NULL);
  GtkWidget *dialog;

  for (guint i = 0; i < MIN (paste->faults->len, MAX_NAMED); i++)
    g_string_append_printf (body, "%s\n", (char *) paste->faults->pdata[i]);
  if (paste->faults->len > MAX_NAMED)
    g_string_append_printf (body, ngettext ("… and %u more", "… and %u more", paste->faults->len - MAX_NAMED),
                            paste->faults->len - MAX_NAMED);
  g_string_append_printf (body, "\n%s", _("Nothing is stored yet."));

  dialog = adw_message_dialog_new (window, title, body->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  if (paste->edits->len > 0)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "rest", _("Paste the _Rest"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), paste);
  g_signal_connect (dialog, "destroy", G_CALLBACK (on_dialog_destroy), paste);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
paste_text (AccordTargetGrid *self,
            const char       *text)
{
  g_autoptr (Paste) paste = paste_new (self);
  g_autoptr (GPtrArray) lines = accord_pasted_cells_split (text);
  AccordTargetRange range;

  accord_target_grid_get_range (self, &range);
  if (lines->len == 1 && g_strv_length (lines->pdata[0]) == 1)
    paste_fill (paste, &range, ((char **) lines->pdata[0])[0]);
  else
    paste_lines (paste, &range, lines);

  if (paste->faults->len > 0)
    paste_ask (g_steal_pointer (&paste));
  else if (paste->edits->len > 0)
    accord_target_grid_store (self, paste->edits, _("Paste Targets"));
  else
    accord_target_grid_say (self, _("There is nothing to paste here"));
}

static void
on_text_read (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (AccordTargetGrid) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  /* The page was closed meanwhile. */
  if (self->view == NULL || self->workspace == NULL)
    return;
  if (text == NULL)
    accord_target_grid_say (self, _("There is nothing to paste here"));
  else
    paste_text (self, text);
}

void
accord_target_grid_paste (AccordTargetGrid *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text_read, g_object_ref (self));
}

static char *
dup_cell (AccordTargetGrid *self,
          guint             row,
          guint             column)
{
  AccordTargetPlace place;
  AccordTarget *target = NULL;

  if (accord_target_grid_get_place (self, row, column, &place))
    target = accord_target_grid_find (self, &place);

  return target != NULL ? accord_target_value_to_text (self->metrics->pdata[column], accord_target_get_value (target),
                                                       accord_target_get_upper (target),
                                                       accord_target_grid_get_decimals (self))
                        : g_strdup ("");
}

void
accord_target_grid_copy (AccordTargetGrid *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AccordTargetRange range;

  accord_target_grid_get_range (self, &range);
  for (guint row = range.first_row; row <= range.last_row; row++)
    for (guint column = range.first_column; column <= range.last_column; column++)
      {
        g_autofree char *cell = dup_cell (self, row, column);

        g_string_append (text, cell);
        g_string_append_c (text, column < range.last_column ? '\t' : '\n');
      }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}
