/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-page-private.h"

#include <glib/gi18n.h>

#include "accord-board-picture.h"
#include "accord-clock.h"
#include "accord-feedback.h"

#include <string.h>

/* What of the board goes out: as a picture, as a table, on paper. Cards that are not for the whole team come along
 * only where the menu says so. */

struct _AccordSwotExport
{
  AccordSwotPage *page; /* owns it */
  GSimpleAction *private_cards;
  AccordWorkspace *workspace; /* with scope, whose board was last seen here; only compared */
  AccordBoardScope scope;
  GtkFileChooserNative *chooser; /* while it is open */
};

static const struct
{
  const char *extension;
  const char *mime_type;
  const char *name;
  gboolean (*write) (AccordBoardPicture *picture,
                     const char         *path,
                     gboolean            overwrite,
                     GError            **error);
} pictures[] = {
  { ".png", "image/png", N_("PNG pictures"), accord_board_picture_write_png },
  { ".svg", "image/svg+xml", N_("SVG drawings"), accord_board_picture_write_svg },
  { ".pdf", "application/pdf", N_("PDF files"), accord_board_picture_write_pdf },
};

static AccordAudience
export_get_audience (AccordSwotExport *self)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (self->private_cards));

  return g_variant_get_boolean (state) ? ACCORD_AUDIENCE_HR : ACCORD_AUDIENCE_TEAM;
}

static AccordBoardPicture *
export_make_picture (AccordSwotExport *self,
                     gboolean          dark,
                     GError          **error)
{
  const AccordBoardScope scope = accord_swot_page_get_scope (self->page);
  const AccordBoardPictureOptions options = {
    .dark = dark,
    .votes = TRUE,
    .mirrored = gtk_widget_get_direction (GTK_WIDGET (self->page)) == GTK_TEXT_DIR_RTL,
    .audience = export_get_audience (self),
  };

  return accord_board_picture_new (accord_page_get_workspace (ACCORD_PAGE (self->page)), &scope, accord_clock_today (),
                                   &options, error);
}

static void
export_say_done (AccordSwotExport      *self,
                 const AccordBoardCopy *copy,
                 const char            *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;

  if (copy->n_left_out == 0)
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_("Saved as “%s”"), name);
  else
    /* Translators: %1 is the name of a file; cards that only the manager or HR may see are not in it. */
    text = g_strdup_printf (ngettext ("Saved as “%1$s”, without %2$u private card",
                                      "Saved as “%1$s”, without %2$u private cards", copy->n_left_out),
                            name, copy->n_left_out);
  accord_feedback_toast (GTK_WIDGET (self->page), text);
}

/* The path of what was chosen; a file that is not on this computer has none. */
static char *
dup_path (GFile   *file,
          GError **error)
{
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("The board is saved in a folder of this computer. Choose another folder."));

  return path;
}

static guint
find_kind (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      const char *extension = strrchr (path, '.');

      if (extension != NULL && g_ascii_strcasecmp (extension, pictures[i].extension) == 0)
        return i;
    }

  return G_N_ELEMENTS (pictures);
}

/* The kind that the name asks for; or, where it asks for none or still for what it was suggested as, the one that is
 * chosen beside it. changed: the name becomes another one, about which the dialog has not asked. */
static guint
choose_kind (GtkFileChooser *chooser,
             char          **path,
             gboolean       *changed)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const guint named = find_kind (*path);
  g_autofree char *stem = NULL;
  guint chosen = 0;

  for (guint i = 0; filter != NULL && i < G_N_ELEMENTS (pictures); i++)
    if (g_strcmp0 (gtk_file_filter_get_name (filter), _(pictures[i].name)) == 0)
      chosen = i;
  *changed = named == G_N_ELEMENTS (pictures) || (named == 0 && chosen != 0);
  if (!*changed)
    return named;

  stem = g_strndup (*path, strlen (*path) - (named == 0 ? strlen (pictures[0].extension) : 0));
  g_free (*path);
  *path = g_strconcat (stem, pictures[chosen].extension, NULL);

  return chosen;
}

static void
save_picture (AccordSwotExport *self,
              GtkFileChooser   *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autoptr (AccordBoardPicture) picture = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = dup_path (file, &error);
  gboolean changed = FALSE;
  guint kind = 0;

  if (path != NULL)
    {
      kind = choose_kind (chooser, &path, &changed);
      /* Paper is white. */
      picture = export_make_picture (self,
                                     pictures[kind].write != accord_board_picture_write_pdf
                                       && adw_style_manager_get_dark (adw_style_manager_get_default ()),
                                     &error);
    }
  if (picture == NULL || !pictures[kind].write (picture, path, !changed, &error))
    accord_feedback_error (GTK_WIDGET (self->page), error);
  else
    export_say_done (self, accord_board_picture_get_copy (picture), path);
}

static void
save_csv (AccordSwotExport *self,
          GtkFileChooser   *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  const AccordBoardScope scope = accord_swot_page_get_scope (self->page);
  g_autoptr (AccordBoardCopy) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = dup_path (file, &error);

  if (path != NULL)
    copy = accord_board_copy_new (accord_page_get_workspace (ACCORD_PAGE (self->page)), &scope,
                                  export_get_audience (self), accord_clock_today (), &error);
  if (copy == NULL || !accord_board_copy_write_csv (copy, path, TRUE, &error))
    accord_feedback_error (GTK_WIDGET (self->page), error);
  else
    export_say_done (self, copy, path);
}

static void
export_close (AccordSwotExport *self)
{
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
}

static void
on_picture_chosen (GtkNativeDialog *dialog,
                   int              response,
                   AccordSwotPage  *page)
{
  if (response == GTK_RESPONSE_ACCEPT)
    save_picture (page->export, GTK_FILE_CHOOSER (dialog));
  export_close (page->export);
}

static void
on_csv_chosen (GtkNativeDialog *dialog,
               int              response,
               AccordSwotPage  *page)
{
  if (response == GTK_RESPONSE_ACCEPT)
    save_csv (page->export, GTK_FILE_CHOOSER (dialog));
  export_close (page->export);
}

static void
add_filter (GtkFileChooserNative *chooser,
            const char           *name,
            const char           *mime_type)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_mime_type (filter, mime_type);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/* What a file of this board is called. (transfer full) */
static char *
export_dup_name (AccordSwotExport *self,
                 const char       *extension)
{
  const AccordBoardScope scope = accord_swot_page_get_scope (self->page);
  g_autoptr (AccordBoardCopy) copy = accord_board_copy_new (accord_page_get_workspace (ACCORD_PAGE (self->page)), &scope,
                                                            ACCORD_AUDIENCE_TEAM, accord_clock_today (), NULL);
  g_autofree char *name = copy != NULL ? accord_board_copy_suggest_name (copy) : g_strdup ("SWOT");

  return g_strconcat (name, extension, NULL);
}

/* A dialog that has no filters yet; NULL while another one is open. Borrowed. */
static GtkFileChooserNative *
export_begin (AccordSwotExport *self,
              const char       *title,
              const char       *extension)
{
  g_autofree char *name = NULL;

  if (self->chooser != NULL)
    return NULL;

  accord_page_settle (ACCORD_PAGE (self->page));
  name = export_dup_name (self, extension);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->page))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);

  return self->chooser;
}

static void
swot_export_picture (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  AccordSwotPage *page = ACCORD_SWOT_PAGE (widget);
  GtkFileChooserNative *chooser = export_begin (page->export, _("Export a Picture of the Board"),
                                                pictures[0].extension);

  if (chooser == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    add_filter (chooser, _(pictures[i].name), pictures[i].mime_type);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_picture_chosen), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
swot_export_csv (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  AccordSwotPage *page = ACCORD_SWOT_PAGE (widget);
  GtkFileChooserNative *chooser = export_begin (page->export, _("Export the Board as CSV"), ".csv");

  if (chooser == NULL)
    return;

  add_filter (chooser, _("CSV files"), "text/csv");
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_csv_chosen), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_begin_print (GtkPrintOperation *operation,
                GtkPrintContext   *context)
{
  AccordBoardPicture *picture = g_object_get_data (G_OBJECT (operation), "accord-picture");

  accord_board_picture_set_paper (picture, gtk_print_context_get_width (context),
                                  gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) accord_board_picture_get_n_pages (picture));
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page)
{
  accord_board_picture_draw (g_object_get_data (G_OBJECT (operation), "accord-picture"),
                             gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
on_print_done (GtkPrintOperation       *operation,
               GtkPrintOperationResult  result,
               AccordSwotPage          *page)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  accord_feedback_error (GTK_WIDGET (page), error);
}

static void
print_picture (AccordSwotPage     *page,
               AccordBoardPicture *picture)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autofree char *name = accord_board_copy_suggest_name (accord_board_picture_get_copy (picture));
  g_autoptr (GError) error = NULL;

  g_object_set_data_full (G_OBJECT (operation), "accord-picture", picture, (GDestroyNotify) accord_board_picture_free);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  /* The picture has margins of its own, and measures in points. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), NULL);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), NULL);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_print_done), page, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    accord_feedback_error (GTK_WIDGET (page), error);
}

static void
swot_print (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  AccordSwotPage *page = ACCORD_SWOT_PAGE (widget);
  g_autoptr (GError) error = NULL;
  AccordBoardPicture *picture;

  accord_page_settle (ACCORD_PAGE (page));
  picture = export_make_picture (page->export, FALSE, &error);
  if (picture == NULL)
    accord_feedback_error (widget, error);
  else
    print_picture (page, picture);
}

/* Wherever the focus is in the window, as long as the page is in sight. */
static gboolean
on_print_shortcut (GtkWidget *widget,
                   GVariant  *arguments,
                   gpointer   data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action (widget, "swot.print", NULL);
}

void
accord_swot_page_install_export_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "swot.export-picture", NULL, swot_export_picture);
  gtk_widget_class_install_action (widget_class, "swot.export-csv", NULL, swot_export_csv);
  gtk_widget_class_install_action (widget_class, "swot.print", NULL, swot_print);
}

AccordSwotExport *
accord_swot_export_new (AccordSwotPage *page)
{
  AccordSwotExport *self = g_new0 (AccordSwotExport, 1);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->page = page;
  self->private_cards = g_simple_action_new_stateful ("private", NULL, g_variant_new_boolean (FALSE));
  g_signal_connect_object (self->private_cards, "notify::state", G_CALLBACK (accord_swot_page_update_export), page,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->private_cards));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "swot-export", G_ACTION_GROUP (group));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_p, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (on_print_shortcut, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (page), shortcuts);

  return self;
}

void
accord_swot_export_free (AccordSwotExport *self)
{
  export_close (self);
  g_clear_object (&self->private_cards);
  g_free (self);
}

/* Whether another board is in sight than when it was last asked. */
static gboolean
export_take_board (AccordSwotExport *self)
{
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (self->page));
  const AccordBoardScope scope = accord_swot_page_get_scope (self->page);
  const gboolean same = workspace == self->workspace && scope.year == self->scope.year
                        && scope.territory == self->scope.territory;

  self->workspace = workspace;
  self->scope = scope;

  return !same;
}

/* The cards of the board that are not for the whole team, those under others too. */
static guint
export_count_private (AccordSwotExport *self)
{
  g_autoptr (GPtrArray) cards = self->page->cards != NULL
                                  ? accord_board_list_all (self->page->cards, self->scope.year, self->scope.territory)
                                  : g_ptr_array_new ();
  guint n_private = 0;

  for (guint i = 0; i < cards->len; i++)
    n_private += accord_card_get_audience (g_ptr_array_index (cards, i)) > ACCORD_AUDIENCE_TEAM;

  return n_private;
}

void
accord_swot_page_update_export (AccordSwotPage *page)
{
  static const char *const actions[] = { "swot.export-picture", "swot.export-csv", "swot.print" };
  const gboolean other = export_take_board (page->export);
  const guint n_private = export_count_private (page->export);
  AccordAudience audience;
  guint n_seen = 0;

  /* That private cards come along is said of the board in sight; where there is none it could not be taken back. */
  if (other || n_private == 0)
    g_simple_action_set_state (page->export->private_cards, g_variant_new_boolean (FALSE));
  audience = export_get_audience (page->export);
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      g_autoptr (GPtrArray) cards = accord_swot_page_list (page, (AccordQuadrant) i);

      for (guint j = 0; j < cards->len; j++)
        n_seen += accord_card_get_audience (g_ptr_array_index (cards, j)) <= audience;
    }
  g_simple_action_set_enabled (page->export->private_cards, n_private > 0);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (page), actions[i], n_seen > 0);
}
