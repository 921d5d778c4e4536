/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-row.h"

#include <glib/gi18n.h>

#include "accord-results-strip.h"

struct _AccordResultsRow
{
  GtkBox parent_instance;

  AccordResultsColumns *columns;
  AccordResultsLine *line;
  GtkListItem *item;
  gulong line_changed;

  GtkWidget *head;
  GtkLabel *place;
  GtkLabel *name;
  GtkLabel *members;
  GtkWidget *strip;
};

G_DEFINE_FINAL_TYPE (AccordResultsRow, accord_results_row, GTK_TYPE_BOX)

static void
row_show_name (AccordResultsRow *self)
{
  static const char *const styles[] = { "team", "territory", "member" };
  const AccordResultsKind kind = accord_results_line_get_kind (self->line);
  const guint place = accord_results_line_get_place (self->line), n = accord_results_line_get_n_members (self->line);
  g_autofree char *members = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      if (i == (gsize) kind)
        gtk_widget_add_css_class (GTK_WIDGET (self), styles[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), styles[i]);
    }
  gtk_label_set_label (self->name, accord_results_line_get_name (self->line));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), accord_results_line_get_name (self->line));

  if (kind != ACCORD_RESULTS_MEMBER)
    members = g_strdup_printf (ngettext ("%u member", "%u members", n), n);
  gtk_label_set_label (self->members, members != NULL ? members : "");
  gtk_widget_set_visible (GTK_WIDGET (self->members), members != NULL);

  /* Translators: a place in an order, as in "1. Carolyn". */
  text = place > 0 ? g_strdup_printf (_("%u."), place) : NULL;
  gtk_label_set_label (self->place, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), place > 0);
}

static void
row_show (AccordResultsRow *self)
{
  guint column = 0;

  if (self->line == NULL || accord_results_line_get_results (self->line) == NULL)
    return;

  row_show_name (self);
  for (GtkWidget *cell = gtk_widget_get_first_child (self->strip); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    accord_results_cell_show (ACCORD_RESULTS_CELL (cell), self->line,
                              accord_results_columns_get_metric (self->columns, column++));
}

/* The line is told of the results that go with the columns right after them. */
static void
row_fill (AccordResultsRow *self)
{
  accord_results_strip_clear (ACCORD_RESULTS_STRIP (self->strip));
  for (guint i = 0; i < accord_results_columns_get_n (self->columns); i++)
    accord_results_strip_append (ACCORD_RESULTS_STRIP (self->strip), accord_results_cell_new (i));
}

static void
on_widths_changed (AccordResultsRow *self)
{
  guint column = 0;

  gtk_widget_set_size_request (self->head, accord_results_columns_get_name_width (self->columns), -1);
  for (GtkWidget *cell = gtk_widget_get_first_child (self->strip); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    accord_results_cell_set_figure_width (ACCORD_RESULTS_CELL (cell),
                                          accord_results_columns_get_figure_width (self->columns, column++));
}

static void
accord_results_row_dispose (GObject *object)
{
  AccordResultsRow *self = ACCORD_RESULTS_ROW (object);

  accord_results_row_set_line (self, NULL);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (accord_results_row_parent_class)->dispose (object);
}

static void
accord_results_row_class_init (AccordResultsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_results_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "resultsrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static GtkLabel *
label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* All names take the same, however long they are. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);

  return GTK_LABEL (label);
}

static void
accord_results_row_init (AccordResultsRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->head, "accord-results-name");
  self->place = label_new ();
  gtk_label_set_ellipsize (self->place, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_max_width_chars (self->place, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "dim-label");
  self->name = label_new ();
  self->members = label_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self->members), "accord-against");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->members));
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (self->head), texts);
  gtk_widget_set_hexpand (self->head, FALSE);
  gtk_box_append (GTK_BOX (self), self->head);
}

AccordResultsRow *
accord_results_row_new (AccordResultsColumns *columns)
{
  AccordResultsRow *self = g_object_new (ACCORD_TYPE_RESULTS_ROW, NULL);

  self->columns = g_object_ref (columns);
  self->strip = accord_results_strip_new (columns, FALSE);
  gtk_box_append (GTK_BOX (self), self->strip);
  g_signal_connect_object (columns, "metrics-changed", G_CALLBACK (row_fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (columns, "widths-changed", G_CALLBACK (on_widths_changed), self, G_CONNECT_SWAPPED);
  row_fill (self);
  on_widths_changed (self);

  return self;
}

void
accord_results_row_set_line (AccordResultsRow  *self,
                             AccordResultsLine *line)
{
  g_return_if_fail (ACCORD_IS_RESULTS_ROW (self));

  if (self->line == line)
    return;
  if (self->line != NULL)
    g_signal_handler_disconnect (self->line, self->line_changed);
  g_set_object (&self->line, line);
  if (line == NULL)
    return;
  self->line_changed = g_signal_connect_swapped (line, "changed", G_CALLBACK (row_show), self);
  row_show (self);
}

AccordResultsLine *
accord_results_row_get_line (AccordResultsRow *self)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_ROW (self), NULL);

  return self->line;
}

void
accord_results_row_set_item (AccordResultsRow *self,
                             GtkListItem      *item)
{
  g_return_if_fail (ACCORD_IS_RESULTS_ROW (self));

  self->item = item;
}

guint
accord_results_row_get_position (AccordResultsRow *self)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_ROW (self), GTK_INVALID_LIST_POSITION);

  return self->item != NULL ? gtk_list_item_get_position (self->item) : GTK_INVALID_LIST_POSITION;
}

GtkWidget *
accord_results_row_get_cell (AccordResultsRow *self,
                             guint             column)
{
  GtkWidget *cell;

  g_return_val_if_fail (ACCORD_IS_RESULTS_ROW (self), NULL);

  cell = gtk_widget_get_first_child (self->strip);
  while (cell != NULL && column-- > 0)
    cell = gtk_widget_get_next_sibling (cell);

  return cell;
}
