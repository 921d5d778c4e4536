/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-work-row.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"

/* Milliseconds without a key press after which what was typed is stored. */
#define PAUSE 1000

typedef struct
{
  AccordWorkspace *workspace;
  AccordRecord *record; /* live */
  gint64 id;
  const AccordWorkWords *words;
  char *source; /* what it comes from, where that is said */
  gboolean filling;
  guint pause_source;
  guint missing_source; /* what is missing is about to get the focus */

  GtkWidget *source_button;
} AccordWorkRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordWorkRow, accord_work_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  FAILED,
  REMOVED,
  SOURCE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_take_record (AccordWorkRow *self,
                 AccordRecord  *record)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  priv->record = g_object_ref (record);
  priv->id = accord_record_get_id (record);
  g_signal_connect_object (record, "notify", G_CALLBACK (accord_work_row_refresh), self, G_CONNECT_SWAPPED);
}

static gboolean
row_is_writable (AccordWorkRow *self)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  return priv->workspace != NULL && !accord_workspace_is_read_only (priv->workspace);
}

static gboolean
row_store (AccordWorkRow *self)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);
  AccordWorkRowClass *klass = ACCORD_WORK_ROW_GET_CLASS (self);
  g_autoptr (AccordRecord) draft = NULL;

  g_clear_handle_id (&priv->pause_source, g_source_remove);
  if (!row_is_writable (self))
    return TRUE;
  /* A new one may still come to say enough. */
  if (!klass->check (self, priv->record != NULL) && priv->record == NULL)
    return TRUE;
  draft = klass->make_draft (self);
  if (priv->record != NULL && accord_record_equal (draft, priv->record))
    return TRUE;

  return accord_work_row_put (self, draft, priv->record != NULL);
}

static gboolean
on_pause (gpointer user_data)
{
  AccordWorkRow *self = user_data;
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  priv->pause_source = 0;
  row_store (self);

  return G_SOURCE_REMOVE;
}

/* Whoever settles it may be about to give the focus elsewhere, or to go out of sight. */
static gboolean
on_show_missing (gpointer user_data)
{
  AccordWorkRow *self = user_data;
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  priv->missing_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (ACCORD_WORK_ROW_GET_CLASS (self)->get_missing (self));

  return G_SOURCE_REMOVE;
}

static void
on_remove_clicked (AccordWorkRow *self)
{
  accord_work_row_hold (self);
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
on_source_clicked (AccordWorkRow *self)
{
  if (accord_work_row_settle (self))
    g_signal_emit (self, signals[SOURCE_ACTIVATED], 0);
}

static void
accord_work_row_dispose (GObject *object)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (ACCORD_WORK_ROW (object));

  g_clear_handle_id (&priv->missing_source, g_source_remove);
  g_clear_handle_id (&priv->pause_source, g_source_remove);
  if (priv->record != NULL)
    g_signal_handlers_disconnect_by_data (priv->record, object);
  g_clear_object (&priv->record);
  g_clear_object (&priv->workspace);

  G_OBJECT_CLASS (accord_work_row_parent_class)->dispose (object);
}

static void
accord_work_row_finalize (GObject *object)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (ACCORD_WORK_ROW (object));

  g_free (priv->source);

  G_OBJECT_CLASS (accord_work_row_parent_class)->finalize (object);
}

static void
accord_work_row_class_init (AccordWorkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = accord_work_row_dispose;
  object_class->finalize = accord_work_row_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[SOURCE_ACTIVATED] = g_signal_new ("source-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
}

static void
accord_work_row_init (AccordWorkRow *self)
{
}

void
accord_work_row_show_source (AccordWorkRow *self,
                             const char    *source)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_WORK_ROW (self));

  if (g_strcmp0 (priv->source, source) == 0)
    return;
  g_free (priv->source);
  priv->source = g_strdup (source);
  gtk_widget_set_visible (priv->source_button, source != NULL);
  accord_work_row_refresh_title (self);
}

gpointer
accord_work_row_get_record (AccordWorkRow *self)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_WORK_ROW (self), NULL);

  return priv->record;
}

gint64
accord_work_row_get_id (AccordWorkRow *self)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_WORK_ROW (self), 0);

  return priv->id;
}

void
accord_work_row_edit (AccordWorkRow *self)
{
  g_return_if_fail (ACCORD_IS_WORK_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (ACCORD_WORK_ROW_GET_CLASS (self)->get_missing (self));
}

gboolean
accord_work_row_settle (AccordWorkRow *self)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);
  AccordWorkRowClass *klass;

  g_return_val_if_fail (ACCORD_IS_WORK_ROW (self), FALSE);

  klass = ACCORD_WORK_ROW_GET_CLASS (self);
  klass->commit (self);
  if (!row_store (self))
    return FALSE;
  if (priv->record != NULL || !row_is_writable (self) || !klass->says_something (self))
    return TRUE;

  /* What was typed has no record to go to yet: it is not lost, and what is missing is shown. */
  klass->check (self, TRUE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (priv->missing_source == 0)
    priv->missing_source = g_idle_add (on_show_missing, self);

  return FALSE;
}

void
accord_work_row_remove (AccordWorkRow *self,
                        GtkWidget     *teller)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);
  g_autoptr (AccordWorkRow) kept = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ACCORD_IS_WORK_ROW (self));
  g_return_if_fail (priv->record != NULL);

  kept = g_object_ref (self);
  change = accord_change_new (_(priv->words->remove));
  accord_change_remove (change, priv->record);
  if (accord_workspace_apply (priv->workspace, change, &error))
    accord_feedback_undo_toast (teller, _(priv->words->removed));
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

void
accord_work_row_class_set_template (AccordWorkRowClass *klass,
                                    const char         *resource)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, resource);
  gtk_widget_class_bind_template_child_private (widget_class, AccordWorkRow, source_button);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_typed", G_CALLBACK (accord_work_row_typed));
  gtk_widget_class_bind_template_callback_full (widget_class, "on_settled", G_CALLBACK (accord_work_row_left));
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_source_clicked);
}

void
accord_work_row_begin (AccordWorkRow         *self,
                       AccordWorkspace       *workspace,
                       gpointer               record,
                       const AccordWorkWords *words)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_WORK_ROW (self));
  g_return_if_fail (priv->workspace == NULL);

  priv->workspace = g_object_ref (workspace);
  priv->words = words;
  if (record != NULL)
    row_take_record (self, record);
  accord_work_row_refresh (self);
}

AccordWorkspace *
accord_work_row_get_workspace (AccordWorkRow *self)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  return priv->workspace;
}

const char *
accord_work_row_get_source (AccordWorkRow *self)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  return priv->source;
}

void
accord_work_row_set_texts (AccordWorkRow *self,
                           const char    *what,
                           gboolean       over,
                           const char    *subtitle)
{
  g_autofree char *title = over ? g_markup_printf_escaped ("<s>%s</s>", what) : g_markup_escape_text (what, -1);
  g_autofree char *markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, what,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
}

void
accord_work_row_refresh (AccordWorkRow *self)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  priv->filling = TRUE;
  accord_work_row_refresh_title (self);
  ACCORD_WORK_ROW_GET_CLASS (self)->show_fields (self);
  priv->filling = FALSE;
}

void
accord_work_row_refresh_title (AccordWorkRow *self)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  if (priv->record != NULL)
    {
      ACCORD_WORK_ROW_GET_CLASS (self)->show_title (self);
      return;
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _(priv->words->title));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), "");
}

gboolean
accord_work_row_is_filling (AccordWorkRow *self)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  return priv->filling || priv->workspace == NULL;
}

void
accord_work_row_set_filling (AccordWorkRow *self,
                             gboolean       filling)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  priv->filling = filling;
}

void
accord_work_row_typed (AccordWorkRow *self)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  if (accord_work_row_is_filling (self))
    return;

  accord_work_row_hold (self);
  priv->pause_source = g_timeout_add (PAUSE, on_pause, self);
}

void
accord_work_row_hold (AccordWorkRow *self)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);

  g_clear_handle_id (&priv->pause_source, g_source_remove);
}

void
accord_work_row_left (AccordWorkRow *self)
{
  if (!accord_work_row_is_filling (self))
    row_store (self);
}

gboolean
accord_work_row_put (AccordWorkRow *self,
                     gpointer       draft,
                     gboolean       continues)
{
  AccordWorkRowPrivate *priv = accord_work_row_get_instance_private (self);
  const GType type = ACCORD_WORK_ROW_GET_CLASS (self)->record_type;
  g_autoptr (AccordChange) change = accord_change_new (_(priv->record == NULL ? priv->words->add : priv->words->edit));
  g_autoptr (GError) error = NULL;

  /* Known beforehand, so that whoever follows the workspace's list sees that this one has its row. */
  if (priv->id == 0)
    priv->id = accord_workspace_reserve_id (priv->workspace, type);
  accord_record_set_id (draft, priv->id);
  accord_change_set_continues (change, continues);
  accord_change_put (change, draft);
  if (!accord_workspace_apply (priv->workspace, change, &error))
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return FALSE;
    }
  if (priv->record == NULL)
    {
      row_take_record (self, accord_workspace_find (priv->workspace, type, priv->id));
      accord_work_row_refresh (self);
    }

  return TRUE;
}

char *
accord_work_field_dup_text (gpointer field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field))));
}

gboolean
accord_work_field_has_text (gpointer field)
{
  g_autofree char *text = accord_work_field_dup_text (field);

  return *text != '\0';
}

void
accord_work_field_show_text (gpointer    field,
                             const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (field)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (field), text);
}

void
accord_work_field_show_problem (gpointer    field,
                                const char *problem)
{
  if (problem == NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (field), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (field), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (field), problem);
}
