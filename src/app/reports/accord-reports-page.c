/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-reports-page.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-date-row.h"
#include "accord-feedback.h"
#include "accord-report-export.h"
#include "accord-report.h"

struct _AccordReportsPage
{
  AccordPage parent_instance;

  GCancellable *cancellable; /* set while an export runs */
  char *output;

  GtkButton *export_button;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;
  AdwPreferencesGroup *report_group;
  AdwComboRow *audience_row;
  AccordDateRow *as_of_row;
  AdwPreferencesGroup *contents_group;
  GtkListBox *contents_list;
  GtkLabel *problem_label;
  AdwPreferencesGroup *result_group;
  AdwActionRow *result_row;
};

G_DEFINE_FINAL_TYPE (AccordReportsPage, accord_reports_page, ACCORD_TYPE_PAGE)

static AccordAudience
page_get_audience (AccordReportsPage *self)
{
  /* The rows stand in the order of the enumeration. */
  return (AccordAudience) adw_combo_row_get_selected (self->audience_row);
}

static void
contents_add (AccordReportsPage *self,
              const char        *title,
              const char        *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("accord-report-symbolic"));
  gtk_list_box_append (self->contents_list, row);
}

static void
contents_add_goals (AccordReportsPage  *self,
                    const AccordReport *report)
{
  g_autofree char *subtitle = NULL;

  if (report->members->len == 0)
    return;
  subtitle = g_strdup_printf (ngettext ("Quotas, commitments and quarters; %u personal goal that this copy may show",
                                        "Quotas, commitments and quarters; %u personal goals that this copy may show",
                                        report->goals->len),
                              report->goals->len);
  contents_add (self, _("Goals and Commitments"), subtitle);
}

static void
contents_add_swot (AccordReportsPage  *self,
                   const AccordReport *report)
{
  g_autofree char *subtitle = NULL;

  if (report->cards->len == 0)
    return;
  subtitle = g_strdup_printf (ngettext ("%u card in its quadrant", "%u cards in their quadrants", report->cards->len),
                              report->cards->len);
  /* Translators: strengths, weaknesses, opportunities, threats. */
  contents_add (self, _("SWOT"), subtitle);
}

static void
contents_add_conversations (AccordReportsPage  *self,
                            const AccordReport *report)
{
  g_autofree char *subtitle = NULL;

  if (!accord_report_has_conversations (report))
    return;
  if (report->talks->len == 0 && report->conversations->len == 0)
    subtitle = g_strdup_printf (ngettext ("%u open action; nobody has been spoken to",
                                          "%u open actions; nobody has been spoken to", report->actions->len),
                                report->actions->len);
  else if (report->audience == ACCORD_AUDIENCE_TEAM)
    subtitle = g_strdup (_("How many, and how long ago; not a word of what was said"));
  else if (report->audience == ACCORD_AUDIENCE_MANAGER)
    subtitle = g_strdup_printf (ngettext ("%u conversation with its purpose; not the text of the record",
                                          "%u conversations with their purpose; not the text of the records",
                                          report->conversations->len),
                                report->conversations->len);
  else
    subtitle = g_strdup_printf (ngettext ("%u conversation with the text of its record",
                                          "%u conversations with the text of their records",
                                          report->conversations->len),
                                report->conversations->len);
  contents_add (self, _("Conversations"), subtitle);
}

static void
page_show_contents (AccordReportsPage  *self,
                    const AccordReport *report)
{
  g_autofree char *subtitle = g_strdup_printf (ngettext ("The quarter for %u member, with a chart",
                                                         "The quarter for %u members, with a chart",
                                                         report->members->len),
                                               report->members->len);

  contents_add (self, _("Summary"), subtitle);
  contents_add_goals (self, report);
  contents_add_swot (self, report);
  contents_add_conversations (self, report);
  contents_add (self, _("Definitions"), _("What each term means and how each figure comes about"));
}

static AccordReport *
page_new_report (AccordReportsPage *self,
                 GError           **error)
{
  AccordPeriod *period = accord_page_get_period (ACCORD_PAGE (self));
  AccordDate as_of = accord_date_row_get_date (self->as_of_row);

  return accord_report_new (accord_page_get_workspace (ACCORD_PAGE (self)), accord_period_get_quarter (period),
                            page_get_audience (self), as_of != ACCORD_DATE_NONE ? as_of : accord_clock_today (), error);
}

static void
page_update (AccordReportsPage *self)
{
  g_autoptr (AccordReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *quarter = NULL;
  g_autofree char *title = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->contents_list))) != NULL)
    gtk_list_box_remove (self->contents_list, row);
  if (accord_page_get_workspace (ACCORD_PAGE (self)) == NULL || accord_page_get_period (ACCORD_PAGE (self)) == NULL)
    return;

  quarter = accord_period_format (accord_page_get_period (ACCORD_PAGE (self)));
  /* Translators: %s is a quarter, such as Q4 2026. */
  title = g_strdup_printf (_("Report for %s"), quarter);
  adw_preferences_group_set_title (self->report_group, title);

  report = page_new_report (self, &error);
  if (report != NULL)
    page_show_contents (self, report);
  else
    gtk_label_set_label (self->problem_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->contents_group), report != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), report == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.primary", report != NULL && self->cancellable == NULL);
}

static void
page_set_busy (AccordReportsPage *self,
               gboolean           busy)
{
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_revealer_set_reveal_child (self->progress_revealer, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.primary", !busy);
}

static void
on_export_progress (double   fraction,
                    gpointer user_data)
{
  gtk_progress_bar_set_fraction (ACCORD_REPORTS_PAGE (user_data)->progress_bar, fraction);
}

static void
on_exported (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (AccordReportsPage) self = ACCORD_REPORTS_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *markup = NULL;

  g_clear_object (&self->cancellable);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    {
      accord_report_export_finish (result, NULL);
      return;
    }
  page_set_busy (self, FALSE);

  if (!accord_report_export_finish (result, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        accord_feedback_toast (GTK_WIDGET (self), _("Cancelled; nothing was written"));
      else
        accord_feedback_error (GTK_WIDGET (self), error);
      return;
    }

  name = g_path_get_basename (self->output);
  markup = g_markup_escape_text (name, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->result_row), markup);
  adw_action_row_set_subtitle (self->result_row, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->result_group), TRUE);
  accord_feedback_toast (GTK_WIDGET (self), _("The report is written"));
}

static void
page_start_export (AccordReportsPage *self,
                   const char        *output)
{
  AccordDate as_of = accord_date_row_get_date (self->as_of_row);

  g_free (self->output);
  self->output = g_strdup (output);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->result_group), FALSE);
  page_set_busy (self, TRUE);
  accord_report_export_async (accord_workspace_get_path (accord_page_get_workspace (ACCORD_PAGE (self))),
                              accord_period_get_quarter (accord_page_get_period (ACCORD_PAGE (self))),
                              page_get_audience (self), as_of != ACCORD_DATE_NONE ? as_of : accord_clock_today (),
                              output, on_export_progress, self->cancellable, on_exported, g_object_ref (self));
}

static void
on_save_response (GtkNativeDialog   *dialog,
                  int                response,
                  AccordReportsPage *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      if (g_file_peek_path (file) != NULL)
        page_start_export (self, g_file_peek_path (file));
      else
        accord_feedback_toast (GTK_WIDGET (self), _("The report can only be written to a folder on this computer"));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
reports_primary (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  AccordReportsPage *self = ACCORD_REPORTS_PAGE (widget);
  AccordSettings *settings = accord_workspace_get_settings (accord_page_get_workspace (ACCORD_PAGE (self)));
  AccordPeriod *period = accord_page_get_period (ACCORD_PAGE (self));
  g_autofree char *name = accord_report_suggest_name (accord_settings_get_name (settings),
                                                      accord_period_get_quarter (period), page_get_audience (self));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Export the Report"),
                                                              GTK_WINDOW (gtk_widget_get_root (widget)),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_save_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_cancel_clicked (AccordReportsPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
on_choice_changed (AccordReportsPage *self)
{
  page_update (self);
}

static void
reports_launch (AccordReportsPage *self,
                const char        *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static void
on_open_clicked (AccordReportsPage *self)
{
  reports_launch (self, self->output);
}

static void
on_show_clicked (AccordReportsPage *self)
{
  g_autofree char *folder = g_path_get_dirname (self->output);

  reports_launch (self, folder);
}

static void
accord_reports_page_period_changed (AccordPage *page)
{
  AccordReportsPage *self = ACCORD_REPORTS_PAGE (page);
  AccordDate end = accord_period_get_end (accord_page_get_period (page));

  gtk_widget_set_visible (GTK_WIDGET (self->result_group), FALSE);
  accord_date_row_set_date (self->as_of_row, MIN (end, accord_clock_today ()));
  page_update (self);
}

/* What the report holds may have changed while another page was shown. */
static void
accord_reports_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (accord_reports_page_parent_class)->map (widget);

  page_update (ACCORD_REPORTS_PAGE (widget));
}

/* The task keeps the page alive, so that its end cannot be waited for: leaving the window is what cancels. */
static void
accord_reports_page_unroot (GtkWidget *widget)
{
  on_cancel_clicked (ACCORD_REPORTS_PAGE (widget));

  GTK_WIDGET_CLASS (accord_reports_page_parent_class)->unroot (widget);
}

static void
accord_reports_page_dispose (GObject *object)
{
  AccordReportsPage *self = ACCORD_REPORTS_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->output, g_free);

  G_OBJECT_CLASS (accord_reports_page_parent_class)->dispose (object);
}

static void
accord_reports_page_class_init (AccordReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_reports_page_dispose;
  widget_class->map = accord_reports_page_map;
  widget_class->unroot = accord_reports_page_unroot;
  ACCORD_PAGE_CLASS (klass)->period_changed = accord_reports_page_period_changed;

  g_type_ensure (ACCORD_TYPE_DATE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/reports/accord-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordReportsPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, AccordReportsPage, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, AccordReportsPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, AccordReportsPage, report_group);
  gtk_widget_class_bind_template_child (widget_class, AccordReportsPage, audience_row);
  gtk_widget_class_bind_template_child (widget_class, AccordReportsPage, as_of_row);
  gtk_widget_class_bind_template_child (widget_class, AccordReportsPage, contents_group);
  gtk_widget_class_bind_template_child (widget_class, AccordReportsPage, contents_list);
  gtk_widget_class_bind_template_child (widget_class, AccordReportsPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, AccordReportsPage, result_group);
  gtk_widget_class_bind_template_child (widget_class, AccordReportsPage, result_row);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked);
  gtk_widget_class_install_action (widget_class, "page.primary", NULL, reports_primary);
}

static void
accord_reports_page_init (AccordReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
