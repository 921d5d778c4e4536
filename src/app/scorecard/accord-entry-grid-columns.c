/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-entry-grid-private.h"

#include <glib/gi18n.h>

#include "accord-entry-period.h"
#include "accord-score.h"

/* What a cell has at its sides, as scorecard.css has it, and room to type one more digit. */
#define CELL_PADDING 32

static void
on_name_setup (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "accord-entry-name");
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
on_name_bind (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                            accord_member_get_name (gtk_list_item_get_item (item)));
}

static void
add_name_column (AccordEntryGrid *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_name_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_name_bind), NULL);
  column = gtk_column_view_column_new (C_("entry", "Member"), factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->view, column);
}

/* The metric's name, over its period where that is not the week. */
static char *
dup_title (AccordEntryGrid *self,
           guint            column)
{
  const AccordEntryPeriod *period = accord_week_entry_get_period (self->week, column);
  const char *name = accord_metric_get_name (accord_entry_grid_get_metric (self, column));
  g_autofree char *when = NULL;

  if (period->grain == ACCORD_GRAIN_WEEK)
    return g_strdup (name);

  when = accord_entry_period_format (
    period->starts, period->grain,
    (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (self->workspace)));

  /* Translators: the title of a column: %1 is a metric, %2 the month or quarter that it is entered for, below it. */
  return g_strdup_printf (_("%1$s\n%2$s"), name, when);
}

/* Other metrics, or other titles of them. */
gboolean
accord_entry_grid_columns_differ (AccordEntryGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  const guint n = accord_entry_grid_get_n_metrics (self);

  if (g_list_model_get_n_items (columns) != n + 1)
    return TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i + 1);
      g_autofree char *title = dup_title (self, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) != 0)
        return TRUE;
    }

  return FALSE;
}

void
accord_entry_grid_fill_columns (AccordEntryGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  const guint n = accord_entry_grid_get_n_metrics (self);
  const guint column_before = accord_sheet_get_column (ACCORD_SHEET (self));

  accord_sheet_cancel_edit (ACCORD_SHEET (self));
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  add_name_column (self);
  /* What is left over is shared, so that figures stay near their names. */
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = dup_title (self, i);

      accord_sheet_append_column (ACCORD_SHEET (self), i, title, TRUE);
    }
  for (guint i = 0; i < n; i++)
    accord_sheet_align_title (ACCORD_SHEET (self), i + 1);
  accord_sheet_reset_column (ACCORD_SHEET (self), MIN (column_before, MAX (n, 1) - 1));
  accord_sheet_footer_set_n_cells (self->footer, n + 1);
}

static int
measure_text (AccordEntryGrid *self,
              const char      *text)
{
  return accord_sheet_measure_text (ACCORD_SHEET (self), text, TRUE);
}

/* What everybody has come to in the column together, by the metric's rule; largest gets the largest value that is shown in
 * it. */
static gint64
roll_up (AccordEntryGrid *self,
         guint            column,
         gint64          *largest)
{
  const AccordScorePart nothing = ACCORD_SCORE_PART_INIT;
  AccordMetric *metric = accord_entry_grid_get_metric (self, column);
  g_autofree AccordScorePart *parts = g_new (AccordScorePart, MAX (self->members->len, 1));
  gint64 total;

  *largest = 0;
  for (guint row = 0; row < self->members->len; row++)
    {
      AccordWeekValue value;

      accord_entry_grid_get_value (self, row, column, &value);
      parts[row] = nothing;
      parts[row].actual = value.value;
      parts[row].weight = accord_week_entry_get_days (self->week, self->members->pdata[row]);
      parts[row].last = accord_week_entry_get_period (self->week, column)->starts;
      if (value.value != ACCORD_UNKNOWN)
        *largest = MAX (*largest, ABS (value.value));
    }
  total = accord_score_roll_up (accord_metric_get_rollup (metric), accord_metric_get_unit (metric) == ACCORD_UNIT_MONEY,
                                parts, self->members->len)
            .actual;
  if (total != ACCORD_UNKNOWN)
    *largest = MAX (*largest, ABS (total));

  return total;
}

/* Columns are as wide as their widest value and their titles, whatever is scrolled into sight: nothing jumps. The widest value
 * is the largest, but for decimals: not every one is measured. */
static void
fit_column (AccordEntryGrid *self,
            guint            column,
            gint64           largest)
{
  g_autoptr (GtkColumnViewColumn) fitted
    = g_list_model_get_item (gtk_column_view_get_columns (self->view), column + 1);
  g_autofree char *title = dup_title (self, column);
  g_autofree char *text = accord_entry_grid_dup_text (self, column, largest);
  const int of_values = measure_text (self, text) + measure_text (self, ".00");
  const int width = MAX (MAX (of_values, measure_text (self, title)), measure_text (self, "000,000")) + CELL_PADDING;

  if (gtk_column_view_column_get_fixed_width (fitted) != width)
    gtk_column_view_column_set_fixed_width (fitted, width);
}

void
accord_entry_grid_update_totals (AccordEntryGrid *self)
{
  g_autoptr (GtkColumnViewColumn) names = g_list_model_get_item (gtk_column_view_get_columns (self->view), 0);

  accord_sheet_footer_set_text (self->footer, 0, self->all, self->all);
  for (guint i = 0; i < accord_entry_grid_get_n_metrics (self); i++)
    {
      gint64 largest;
      const gint64 total = roll_up (self, i, &largest);
      g_autofree char *text = total != ACCORD_UNKNOWN ? accord_entry_grid_dup_text (self, i, total) : g_strdup (_("n/a"));
      /* Translators: a cell: %1 is a name, %2 a metric, %3 the value of it, or "nothing entered". */
      g_autofree char *label = g_strdup_printf (_("%1$s, %2$s: %3$s"), self->all,
                                                accord_metric_get_name (accord_entry_grid_get_metric (self, i)), text);

      accord_sheet_footer_set_text (self->footer, i + 1, text, label);
      fit_column (self, i, largest);
    }
  if (names != NULL)
    gtk_column_view_column_set_fixed_width (names, measure_text (self, "Bartholomew Feather") + CELL_PADDING / 2);
  accord_sheet_footer_update (self->footer);
}
