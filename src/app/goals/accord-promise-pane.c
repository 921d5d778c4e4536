/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-promise-pane.h"

#include "accord-commitment-query.h"
#include "accord-promise-layout.h"
#include "accord-quarter.h"
#include "accord-version-list.h"

#include <glib/gi18n.h>

struct _AccordPromisePane
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AccordMember *member;
  int year;
  GPtrArray *goals;  /* AccordGoal */
  GPtrArray *checks; /* GtkCheckButton, borrowed, in the order of goals */
  GtkFileChooserNative *chooser;

  GtkLabel *sentence_label;
  GtkLabel *stretch_label;
  GtkLabel *quarters_label;
  GtkLabel *week_label;
  GtkLabel *holds_label;
  GtkLabel *dated_label;
  AdwPreferencesGroup *goals_group;
  GtkListBox *goal_list;
  AccordVersionList *versions;
  GtkLabel *status_label;
};

G_DEFINE_FINAL_TYPE (AccordPromisePane, accord_promise_pane, ADW_TYPE_BIN)

static AccordCommitment *
find_commitment (AccordPromisePane *self)
{
  return accord_commitment_find (accord_workspace_get_list (self->workspace, ACCORD_TYPE_COMMITMENT),
                                 accord_record_get_id (ACCORD_RECORD (self->member)), self->year, ACCORD_DATE_NONE);
}

/* The promise with the goals that are ticked; NULL where there is none. */
static AccordPromise *
make_promise (AccordPromisePane *self)
{
  AccordCommitment *commitment = find_commitment (self);
  AccordPromise *promise;

  if (commitment == NULL)
    return NULL;

  promise = accord_promise_new_for_commitment (self->workspace, commitment);
  for (guint i = 0; i < self->goals->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      accord_promise_add_goal (promise, g_ptr_array_index (self->goals, i));

  return promise;
}

static void
show_status (AccordPromisePane *self,
             const char        *text,
             gboolean           failed)
{
  gtk_label_set_label (self->status_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), *text != '\0');
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->status_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status_label), "error");
}

static AccordPaper
get_paper (void)
{
  return g_strcmp0 (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) == 0 ? ACCORD_PAPER_LETTER : ACCORD_PAPER_A4;
}

static void
save (AccordPromisePane *self,
      GFile             *file)
{
  g_autoptr (AccordPromise) promise = make_promise (self);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (promise == NULL)
    return;
  if (path == NULL)
    {
      show_status (self, _("A promise is saved in a folder of this computer. Choose another folder."), TRUE);
      return;
    }
  /* The dialog has asked whether a file may be replaced. */
  if (!accord_promise_write_pdf (promise, get_paper (), path, TRUE, &error))
    {
      show_status (self, error->message, TRUE);
      return;
    }
  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_("Saved as “%s”, readable by you alone."), name);
  show_status (self, text, FALSE);
}

static void
on_chosen (GtkNativeDialog   *dialog,
           int                response,
           AccordPromisePane *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      save (self, file);
    }
  g_clear_object (&self->chooser);
}

/* "Promise 2026 Joe Mendes.pdf", without what a folder would take for its own. */
static char *
dup_file_name (AccordPromisePane *self)
{
  int fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (self->workspace));
  g_autofree char *year = accord_plan_year_format (self->year, fiscal_start);
  /* Translators: the name of a file; %1 is a plan year, %2 a member's name. */
  g_autofree char *name = g_strdup_printf (_("Promise %1$s %2$s"), year, accord_member_get_name (self->member));

  g_strdelimit (name, "/\\:*?\"<>|", '-');

  return g_strconcat (name, ".pdf", NULL);
}

static void
on_save_clicked (AccordPromisePane *self)
{
  g_autofree char *name = dup_file_name (self);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Save the Promise"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_file_filter_set_name (filter, _("PDF files"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_begin_print (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                AccordPromisePane *self)
{
  g_autoptr (AccordPromise) promise = make_promise (self);
  AccordPromiseLayout *layout;

  if (promise == NULL)
    {
      gtk_print_operation_cancel (operation);
      return;
    }
  layout = accord_promise_layout_new (promise, gtk_print_context_get_width (context),
                                      gtk_print_context_get_height (context));
  g_object_set_data_full (G_OBJECT (operation), "accord-layout", layout, (GDestroyNotify) accord_promise_layout_free);
  gtk_print_operation_set_n_pages (operation, (int) accord_promise_layout_get_n_pages (layout));
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page)
{
  accord_promise_layout_draw (g_object_get_data (G_OBJECT (operation), "accord-layout"),
                              gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
on_print_done (GtkPrintOperation       *operation,
               GtkPrintOperationResult  result,
               AccordPromisePane       *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  show_status (self, error->message, TRUE);
}

static void
on_print_clicked (AccordPromisePane *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autofree char *name = dup_file_name (self);
  g_autoptr (GError) error = NULL;

  /* The layout has margins of its own, and measures in points. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (on_begin_print), self, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw_page), self, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_print_done), self, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    show_status (self, error->message, TRUE);
}

static void
add_goal (AccordPromisePane *self,
          AccordGoal        *goal)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  g_autofree char *markup = g_markup_escape_text (accord_goal_get_title (goal), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), accord_visibility_get_label (accord_goal_get_visibility (goal)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), accord_goal_get_visibility (goal) == ACCORD_VISIBILITY_TEAM);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->goal_list, row);
  g_ptr_array_add (self->goals, g_object_ref (goal));
  g_ptr_array_add (self->checks, check);
}

static void
show_goals (AccordPromisePane *self)
{
  GListModel *goals = accord_workspace_get_list (self->workspace, ACCORD_TYPE_GOAL);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->goal_list))) != NULL)
    gtk_list_box_remove (self->goal_list, row);
  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_set_size (self->goals, 0);
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (goals, i);

      if (accord_goal_get_member (goal) == accord_record_get_id (ACCORD_RECORD (self->member))
          && accord_goal_get_year (goal) == self->year)
        add_goal (self, goal);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->goals_group), self->goals->len > 0);
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_promise (AccordPromisePane *self)
{
  g_autoptr (AccordPromise) promise = make_promise (self);
  g_autofree char *quarters = NULL;

  if (promise == NULL)
    return;

  /* Translators: the four quarters of a commitment, amounts of money. */
  quarters = g_strdup_printf (_("Q1 %1$s · Q2 %2$s · Q3 %3$s · Q4 %4$s"), accord_promise_get_quarter (promise, 0),
                              accord_promise_get_quarter (promise, 1), accord_promise_get_quarter (promise, 2),
                              accord_promise_get_quarter (promise, 3));
  set_line (self->sentence_label, accord_promise_get_sentence (promise));
  set_line (self->stretch_label, accord_promise_get_stretch (promise));
  set_line (self->quarters_label, quarters);
  set_line (self->week_label, accord_promise_get_week (promise));
  set_line (self->holds_label, accord_promise_get_holds (promise));
  set_line (self->dated_label, accord_promise_get_dated (promise));
}

static void
accord_promise_pane_dispose (GObject *object)
{
  AccordPromisePane *self = ACCORD_PROMISE_PANE (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);
  g_clear_object (&self->member);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (accord_promise_pane_parent_class)->dispose (object);
}

static void
accord_promise_pane_class_init (AccordPromisePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_promise_pane_dispose;

  g_type_ensure (ACCORD_TYPE_VERSION_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-promise-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordPromisePane, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPromisePane, stretch_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPromisePane, quarters_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPromisePane, week_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPromisePane, holds_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPromisePane, dated_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPromisePane, goals_group);
  gtk_widget_class_bind_template_child (widget_class, AccordPromisePane, goal_list);
  gtk_widget_class_bind_template_child (widget_class, AccordPromisePane, versions);
  gtk_widget_class_bind_template_child (widget_class, AccordPromisePane, status_label);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked);
}

static void
accord_promise_pane_init (AccordPromisePane *self)
{
  self->goals = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_promise_pane_show (AccordPromisePane *self,
                          AccordWorkspace   *workspace,
                          AccordMember      *member,
                          int                year)
{
  g_return_if_fail (ACCORD_IS_PROMISE_PANE (self));

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->member, member);
  self->year = year;
  show_status (self, "", FALSE);
  show_goals (self);
  show_promise (self);
  accord_version_list_show (self->versions, workspace, accord_record_get_id (ACCORD_RECORD (member)), year);
}
