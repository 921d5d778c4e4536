/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-table-private.h"

#include <glib/gi18n.h>

#include "accord-member.h"
#include "accord-results-strip.h"

/* What names and titles have at their sides, as scorecard.css has it, and the widest names get, in text. */
#define NAME_PADDING 24
#define TITLE_PADDING 30
#define LONG_NAME "Bartholomew Featherstone"
#define SHORT_NAME "Bartholomew Fea"
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

/* Names take what the longest needs, within reason. */
static int
measure_names (AccordResultsTable *self)
{
  GListModel *members = accord_workspace_get_list (self->results->workspace, ACCORD_TYPE_MEMBER);
  g_autofree char *longest = g_strdup (C_("scope", "Whole Team"));
  int width;

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);

      keep_longer (&longest, g_strdup (accord_member_get_name (member)));
    }
  width = MIN (measure_text (self, longest), measure_text (self, self->wide ? LONG_NAME : SHORT_NAME));

  return width + NAME_PADDING + (self->ranking ? measure_text (self, "000. ") : 0);
}

/* A title is broken between its words. */
static int
measure_title (AccordResultsTable *self,
               const char         *title)
{
  g_auto (GStrv) words = g_strsplit (title, " ", -1);
  int width = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>", words[i]);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      int word;

      pango_layout_set_markup (layout, markup, -1);
      pango_layout_get_pixel_size (layout, &word, NULL);
      width = MAX (width, word);
    }

  return width + TITLE_PADDING;
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
      widths[i] = MAX (widths[i], measure_title (self, accord_results_get_title (self->results, metric)));
    }
  self->wide = accord_results_table_is_wide (self);
  name_width = measure_names (self);
  gtk_widget_set_size_request (self->name_title, name_width, -1);
  accord_results_columns_set_widths (self->columns, name_width, widths, figure_widths);
}

static const char *
get_title_text (GtkWidget *title)
{
  return g_object_get_data (G_OBJECT (title), "title");
}

static void
set_title_text (GtkWidget  *title,
                const char *text)
{
  g_object_set_data_full (G_OBJECT (title), "title", g_strdup (text), g_free);
}

static void
on_title_clicked (GtkButton          *button,
                  AccordResultsTable *self)
{
  g_free (self->ranked_title);
  self->ranked_title = g_strdup (get_title_text (GTK_WIDGET (button)));
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
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (label, text);
  if (self->ranking)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "accord-results-title");
  if (!self->ranking)
    {
      set_title_text (box, text);
      return box;
    }

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  set_title_text (button, text);
  g_signal_connect (button, "clicked", G_CALLBACK (on_title_clicked), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return button;
}

static gboolean
titles_differ (AccordResultsTable *self)
{
  GtkWidget *title = gtk_widget_get_first_child (self->title_strip);

  for (guint i = 0; i < accord_results_columns_get_n (self->columns); i++)
    {
      const guint metric = accord_results_columns_get_metric (self->columns, i);

      if (title == NULL || GTK_IS_BUTTON (title) != self->ranking
          || g_strcmp0 (get_title_text (title), accord_results_get_title (self->results, metric)) != 0)
        return TRUE;
      title = gtk_widget_get_next_sibling (title);
    }

  return title != NULL;
}

/* The focus goes to the same title, where it is still there, or else to the cells. */
static void
make_titles (AccordResultsTable *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (self->title_strip);
  g_autofree char *text = focused != NULL ? g_strdup (get_title_text (focused)) : NULL;

  accord_results_strip_clear (ACCORD_RESULTS_STRIP (self->title_strip));
  for (guint i = 0; i < accord_results_columns_get_n (self->columns); i++)
    accord_results_strip_append (ACCORD_RESULTS_STRIP (self->title_strip),
                                 title_new (self, accord_results_columns_get_metric (self->columns, i)));
  if (text == NULL)
    return;

  for (GtkWidget *title = gtk_widget_get_first_child (self->title_strip); title != NULL;
       title = gtk_widget_get_next_sibling (title))
    {
      if (g_str_equal (get_title_text (title), text) && gtk_widget_grab_focus (title))
        return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Says which of them ranks: the eye by an arrow, the ear by words. */
static void
show_ranked_by (AccordResultsTable *self)
{
  const guint ranked_by = accord_results_table_get_ranked_by (self);
  GtkWidget *title = gtk_widget_get_first_child (self->title_strip);

  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      const gboolean ranks = accord_results_columns_get_metric (self->columns, i) == ranked_by;

      gtk_widget_set_visible (gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (title))), ranks);
      /* Translators: of the name of a metric at the head of a table: whether members are ranked by it, or what clicking it does. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      ranks ? _("Ranked by it") : _("Rank by it"), -1);
    }
}

/* Titles that are the same stay, and the focus with them. */
void
accord_results_table_fill_titles (AccordResultsTable *self)
{
  if (titles_differ (self))
    make_titles (self);
  if (self->ranking)
    show_ranked_by (self);
  gtk_widget_set_sensitive (self->name_button, !self->ranking);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->name_arrow), self->descending ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_widget_set_opacity (self->name_arrow, self->ranking ? 0 : 1);
}
