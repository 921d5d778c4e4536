/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-grid-private.h"

/* What a cell has at its sides, as scorecard.css has it, and room for the mark of a plan. */
#define CELL_PADDING 42

static int
measure_text (AccordTargetGrid *self,
              const char       *text)
{
  return accord_sheet_measure_text (ACCORD_SHEET (self), text, TRUE);
}

/* Columns are as wide as their widest target and their titles, whatever is scrolled into sight: nothing jumps. */
void
accord_target_grid_update_widths (AccordTargetGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autofree int *widths = g_new (int, self->metrics->len + 1);
  g_autoptr (GtkColumnViewColumn) names = g_list_model_get_item (columns, 0);
  GHashTableIter iter;
  gpointer place, target;

  for (guint i = 0; i < self->metrics->len; i++)
    widths[i] = MAX (measure_text (self, accord_metric_get_name (self->metrics->pdata[i])), measure_text (self, "000,000"));
  g_hash_table_iter_init (&iter, self->targets);
  while (g_hash_table_iter_next (&iter, &place, &target))
    for (guint i = 0; i < self->metrics->len; i++)
      {
        g_autofree char *text = NULL;

        if (accord_record_get_id (self->metrics->pdata[i]) != ((AccordTargetPlace *) place)->metric)
          continue;
        text = accord_target_grid_dup_text (self, target, self->metrics->pdata[i]);
        widths[i] = MAX (widths[i], measure_text (self, text));
      }
  for (guint i = 0; i < self->metrics->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i + 1);

      gtk_column_view_column_set_fixed_width (column, widths[i] + CELL_PADDING);
    }
  if (names != NULL)
    gtk_column_view_column_set_fixed_width (names, measure_text (self, "Bartholomew Feather") + CELL_PADDING / 2);
}

/* Other metrics, or other names of them. */
gboolean
accord_target_grid_columns_differ (AccordTargetGrid *self,
                                   GPtrArray        *metrics)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  if (metrics->len != self->metrics->len || g_list_model_get_n_items (columns) != metrics->len + 1)
    return TRUE;

  for (guint i = 0; i < metrics->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i + 1);

      if (metrics->pdata[i] != self->metrics->pdata[i]
          || g_strcmp0 (gtk_column_view_column_get_title (column), accord_metric_get_name (metrics->pdata[i])) != 0)
        return TRUE;
    }

  return FALSE;
}

void
accord_target_grid_fill_columns (AccordTargetGrid *self,
                                 GPtrArray        *metrics)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GtkColumnViewColumn) names = accord_target_rows_create_column ();

  accord_target_grid_cancel (self);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  g_ptr_array_set_size (self->metrics, 0);
  for (guint i = 0; i < metrics->len; i++)
    g_ptr_array_add (self->metrics, g_object_ref (metrics->pdata[i]));
  gtk_column_view_append_column (self->view, names);
  /* What is left over is shared, so that figures stay near their names. */
  for (guint i = 0; i < metrics->len; i++)
    accord_sheet_append_column (ACCORD_SHEET (self), i, accord_metric_get_name (metrics->pdata[i]), TRUE);
  for (guint i = 0; i < metrics->len; i++)
    accord_sheet_align_title (ACCORD_SHEET (self), i + 1);
  accord_sheet_reset_column (ACCORD_SHEET (self), 0);
}
