/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-record-expander.h"

#include <glib/gi18n.h>

#include "accord-date-row.h"

typedef struct
{
  AccordRecord *record;
  gboolean filling;
} AccordRecordExpanderPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordRecordExpander, accord_record_expander, ADW_TYPE_EXPANDER_ROW)

enum
{
  EDITED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_settled (AccordRecordExpander *self)
{
  AccordRecordExpanderPrivate *priv = accord_record_expander_get_instance_private (self);

  if (!priv->filling && priv->record != NULL)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
on_remove_clicked (AccordRecordExpander *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
accord_record_expander_dispose (GObject *object)
{
  AccordRecordExpanderPrivate *priv = accord_record_expander_get_instance_private (ACCORD_RECORD_EXPANDER (object));

  g_clear_object (&priv->record);

  G_OBJECT_CLASS (accord_record_expander_parent_class)->dispose (object);
}

static void
accord_record_expander_class_init (AccordRecordExpanderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_record_expander_dispose;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
accord_record_expander_init (AccordRecordExpander *self)
{
}

void
accord_record_expander_set_record (AccordRecordExpander *self,
                                   gpointer              record)
{
  AccordRecordExpanderPrivate *priv = accord_record_expander_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_RECORD_EXPANDER (self));

  g_set_object (&priv->record, record);
  accord_record_expander_refresh (self);
}

gpointer
accord_record_expander_get_record (AccordRecordExpander *self)
{
  AccordRecordExpanderPrivate *priv = accord_record_expander_get_instance_private (self);

  return priv->record;
}

void
accord_record_expander_refresh (AccordRecordExpander *self)
{
  AccordRecordExpanderPrivate *priv = accord_record_expander_get_instance_private (self);

  priv->filling = TRUE;
  ACCORD_RECORD_EXPANDER_GET_CLASS (self)->refresh (self);
  priv->filling = FALSE;
}

GtkWidget *
accord_record_expander_add_entry (AccordRecordExpander *self,
                                  const char           *title)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (on_settled), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_settled), self);
  gtk_widget_add_controller (row, focus);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return row;
}

GtkWidget *
accord_record_expander_add_date (AccordRecordExpander *self,
                                 const char           *title)
{
  GtkWidget *row = g_object_new (ACCORD_TYPE_DATE_ROW, "title", title, NULL);

  g_signal_connect_swapped (row, "notify::date", G_CALLBACK (on_settled), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return row;
}

void
accord_record_expander_add_remove (AccordRecordExpander *self,
                                   const char           *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_remove_clicked), self);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);
}

void
accord_record_expander_set_texts (AccordRecordExpander *self,
                                  const char           *title,
                                  const char           *subtitle)
{
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), escaped_title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), escaped_subtitle);
}

char *
accord_record_expander_format_span (AccordDate starts,
                                    AccordDate ends)
{
  g_autofree char *first = accord_date_format (starts);
  g_autofree char *last = accord_date_format (ends);

  if (starts == ACCORD_DATE_NONE && ends == ACCORD_DATE_NONE)
    return g_strdup (_("Always"));
  if (starts == ACCORD_DATE_NONE)
    /* Translators: %s is a date. */
    return g_strdup_printf (_("Until %s"), last);
  if (ends == ACCORD_DATE_NONE)
    /* Translators: %s is a date. */
    return g_strdup_printf (_("Since %s"), first);
  if (starts == ends)
    return g_steal_pointer (&first);

  /* Translators: from one date to another. */
  return g_strdup_printf (_("%s – %s"), first, last);
}

void
accord_record_expander_settle_all (GPtrArray *rows)
{
  /* What is stored may make the rows anew. */
  g_autoptr (GPtrArray) now = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (now, g_object_ref (rows->pdata[i]));
  for (guint i = 0; i < now->len; i++)
    on_settled (now->pdata[i]);
}

void
accord_record_expander_clear_all (AdwPreferencesGroup *group,
                                  GPtrArray           *rows)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  accord_record_expander_show_all (group, rows, none, NULL);
}

static gboolean
rows_show (GPtrArray *rows,
           GPtrArray *records)
{
  if (rows->len != records->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (accord_record_expander_get_record (rows->pdata[i]) != records->pdata[i])
      return FALSE;

  return TRUE;
}

void
accord_record_expander_show_all (AdwPreferencesGroup *group,
                                 GPtrArray           *rows,
                                 GPtrArray           *records,
                                 GtkWidget         *(*make) (AdwPreferencesGroup *group,
                                                             gpointer             record))
{
  gpointer unfolded = NULL;

  if (rows_show (rows, records))
    {
      for (guint i = 0; i < rows->len; i++)
        accord_record_expander_refresh (rows->pdata[i]);
      return;
    }

  for (guint i = 0; i < rows->len; i++)
    {
      AccordRecordExpanderPrivate *priv = accord_record_expander_get_instance_private (rows->pdata[i]);

      if (adw_expander_row_get_expanded (rows->pdata[i]))
        unfolded = priv->record;
      /* The focus leaves a row that goes; nothing is to be stored of it. */
      priv->filling = TRUE;
      adw_preferences_group_remove (group, rows->pdata[i]);
    }
  g_ptr_array_set_size (rows, 0);
  for (guint i = 0; i < records->len; i++)
    {
      GtkWidget *row = make (group, records->pdata[i]);

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), records->pdata[i] == unfolded);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (rows, row);
    }
}
