/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-metric-library-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-metric-words.h"

#define TEMPLATE_KEY "accord-metric-template"
#define CHECK_KEY "accord-metric-check"

struct _AccordMetricLibraryWindow
{
  AdwWindow parent_instance;

  GtkButton *add_button;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AccordMetricLibraryWindow, accord_metric_library_window, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const AccordMetricTemplate *
row_get_template (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), TEMPLATE_KEY);
}

static gboolean
row_is_chosen (GtkListBoxRow *row)
{
  GtkWidget *check = g_object_get_data (G_OBJECT (row), CHECK_KEY);

  return gtk_widget_get_sensitive (check) && gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

/* The ticked ones, whether the search shows them or not. */
static GPtrArray *
window_list_chosen (AccordMetricLibraryWindow *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (row_is_chosen (row))
      g_ptr_array_add (chosen, (gpointer) row_get_template (row));

  return chosen;
}

static void
on_toggled (AccordMetricLibraryWindow *self)
{
  g_autoptr (GPtrArray) chosen = window_list_chosen (self);
  g_autofree char *label = g_strdup_printf (ngettext ("_Add %u", "_Add %u", chosen->len), chosen->len);

  gtk_button_set_label (self->add_button, chosen->len > 0 ? label : _("_Add"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), chosen->len > 0);
}

static gboolean
template_matches (const AccordMetricTemplate *template,
                  const char                 *words)
{
  g_autofree char *text = g_strjoin (" ", accord_metric_template_get_name (template),
                                     accord_metric_template_get_definition (template),
                                     accord_metric_theme_get_label (template->theme), NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *folded_words = g_utf8_casefold (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded_words, " ", -1);

  for (char **part = parts; *part != NULL; part++)
    if (strstr (folded, *part) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  AccordMetricLibraryWindow *self = user_data;

  return template_matches (row_get_template (row), gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
set_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer       user_data)
{
  const AccordMetricTemplate *template = row_get_template (row);
  GtkWidget *label;

  if (before != NULL && row_get_template (before)->theme == template->theme)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;

  label = gtk_label_new (accord_metric_theme_get_label (template->theme));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "scorecard-theme");
  gtk_list_box_row_set_header (row, label);
}

static void
on_search_changed (AccordMetricLibraryWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  gsize n;
  const AccordMetricTemplate *templates = accord_metric_library_get (&n);
  gboolean any = FALSE;

  for (gsize i = 0; i < n && !any; i++)
    any = template_matches (&templates[i], words);
  gtk_list_box_invalidate_filter (self->list);
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "none");
}

/* Escape takes back the search, then the window. */
static void
on_stop_search (AccordMetricLibraryWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  on_stop_search (ACCORD_METRIC_LIBRARY_WINDOW (widget));

  return GDK_EVENT_STOP;
}

static void
on_add_clicked (AccordMetricLibraryWindow *self)
{
  g_autoptr (GPtrArray) chosen = window_list_chosen (self);

  if (chosen->len == 0)
    return;

  g_signal_emit (self, signals[CHOSEN], 0, chosen);
  gtk_window_close (GTK_WINDOW (self));
}

static void
accord_metric_library_window_class_init (AccordMetricLibraryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/accord/Accord/ui/scorecard/accord-metric-library-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordMetricLibraryWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, AccordMetricLibraryWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AccordMetricLibraryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordMetricLibraryWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
accord_metric_library_window_init (AccordMetricLibraryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->search_entry));
}

static gboolean
is_there (const AccordMetricTemplate *template,
          GPtrArray                  *metrics)
{
  for (guint i = 0; i < metrics->len; i++)
    if (accord_metric_template_is (template, metrics->pdata[i]))
      return TRUE;

  return FALSE;
}

static void
window_add_row (AccordMetricLibraryWindow  *self,
                const AccordMetricTemplate *template,
                gboolean                    there)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autoptr (AccordMetric) metric = accord_metric_template_make (template);
  g_autofree char *summary = accord_metric_dup_summary (metric);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", accord_metric_get_definition (metric), summary);
  const char *name = accord_metric_get_name (metric);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), there);
  gtk_widget_set_sensitive (check, !there);
  if (there)
    gtk_widget_set_tooltip_text (row, _("Is there already"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (row), TEMPLATE_KEY, (gpointer) template);
  g_object_set_data (G_OBJECT (row), CHECK_KEY, check);
  gtk_list_box_append (self->list, row);
}

AccordMetricLibraryWindow *
accord_metric_library_window_new (GtkWindow *parent,
                                  GPtrArray *metrics)
{
  AccordMetricLibraryWindow *self = g_object_new (ACCORD_TYPE_METRIC_LIBRARY_WINDOW, "transient-for", parent, NULL);
  gsize n;
  const AccordMetricTemplate *templates = accord_metric_library_get (&n);

  g_return_val_if_fail (metrics != NULL, NULL);

  for (gsize i = 0; i < n; i++)
    window_add_row (self, &templates[i], is_there (&templates[i], metrics));
  on_toggled (self);

  return self;
}
