/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-table-private.h"

#include <glib/gi18n.h>

#include "accord-results-strip.h"

/* What names have at their sides, as scorecard.css has it, and the widest they get, in text. */
#define NAME_PADDING 24
#define LONG_NAME "Bartholomew Feather"
#define SHORT_NAME "Bartholomew"
/* From here on there is room for long names. */
#define WIDE 640

static int
measure_text (AccordResultsTable *self,
              const char         *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* Keeps the longer text, as the eye counts. */
static void
keep_longer (char **longest,
             char  *text)
{
  if (*longest == NULL || g_utf8_strlen (text, -1) > g_utf8_strlen (*longest, -1))
    {
      g_free (*longest);
      *longest = text;
      return;
    }
  g_free (text);
}

gboolean
accord_results_table_is_wide (AccordResultsTable *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) >= WIDE;
}

/* Columns are as wide as their widest figures, whatever is scrolled into sight: nothing jumps. */
void
accord_results_table_update_widths (AccordResultsTable *self)
{
  const guint n = accord_results_columns_get_n (self->columns);
  g_autofree int *widths = g_new0 (int, n + 1);
  g_autofree int *figure_widths = g_new0 (int, n + 1);
  const AccordScorecard *card = self->results->card;
  int name_width;

  for (guint i = 0; i < n; i++)
    {
      const guint metric = accord_results_columns_get_metric (self->columns, i);
      g_autofree char *actual = NULL;
      g_autofree char *against = NULL;

      for (guint row = 0; row < card->rows->len; row++)
        {
          if (accord_results_get_row (self->results, row)->metric != metric)
            continue;
          keep_longer (&actual, accord_results_dup_actual (self->results, row));
          keep_longer (&against, accord_results_dup_against (self->results, row, TRUE));
        }
      widths[i] = accord_results_cell_measure (GTK_WIDGET (self), actual != NULL ? actual : "",
                                               against != NULL ? against : "", &figure_widths[i]);
    }
  self->wide = accord_results_table_is_wide (self);
  name_width = measure_text (self, self->wide ? LONG_NAME : SHORT_NAME) + NAME_PADDING;
  gtk_widget_set_size_request (self->name_title, name_width, -1);
  accord_results_columns_set_widths (self->columns, name_width, widths, figure_widths);
}

static void
on_title_clicked (GtkButton          *button,
                  AccordResultsTable *self)
{
  g_free (self->ranked_title);
  self->ranked_title = g_strdup (g_object_get_data (G_OBJECT (button), "title"));
  accord_results_table_fill_titles (self);
  accord_results_table_fill_lines (self);
}

static GtkWidget *
title_new (AccordResultsTable *self,
           guint               metric)
{
  const char *text = accord_results_get_title (self->results, metric);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button;

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, text);
  if (self->ranking && accord_results_table_get_ranked_by (self) == metric)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "accord-results-title");
  if (!self->ranking)
    return box;

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "title", g_strdup (text), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_title_clicked), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  /* Translators: what clicking the name of a metric does. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Rank by it"), -1);

  return button;
}

void
accord_results_table_fill_titles (AccordResultsTable *self)
{
  accord_results_strip_clear (ACCORD_RESULTS_STRIP (self->title_strip));
  for (guint i = 0; i < accord_results_columns_get_n (self->columns); i++)
    accord_results_strip_append (ACCORD_RESULTS_STRIP (self->title_strip),
                                 title_new (self, accord_results_columns_get_metric (self->columns, i)));
  gtk_widget_set_sensitive (self->name_button, !self->ranking);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->name_arrow), self->descending ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_widget_set_opacity (self->name_arrow, self->ranking ? 0 : 1);
}
