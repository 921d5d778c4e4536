/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-wizard-step.h"

typedef struct
{
  AccordPlanDraft *draft;
  gboolean loading;
} AccordWizardStepPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordWizardStep, accord_wizard_step, ADW_TYPE_BIN)

enum
{
  NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The field rows below a widget that can be seen, in the order in which they are read. */
static void
collect_rows (GtkWidget *widget,
              GPtrArray *rows)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      /* A folded expander hides its rows by child-visible. */
      if (!gtk_widget_get_visible (child) || !gtk_widget_get_child_visible (child) || !gtk_widget_get_sensitive (child))
        continue;
      if (ACCORD_IS_FIELD_ROW (child))
        g_ptr_array_add (rows, child);
      else
        collect_rows (child, rows);
    }
}

static GPtrArray *
list_rows (AccordWizardStep *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  collect_rows (GTK_WIDGET (self), rows);

  return rows;
}

static gboolean
has_valid_rows (AccordWizardStep *self)
{
  g_autoptr (GPtrArray) rows = list_rows (self);

  for (guint i = 0; i < rows->len; i++)
    if (!accord_field_row_is_valid (g_ptr_array_index (rows, i)))
      return FALSE;

  return TRUE;
}

static void
on_entered (AccordFieldRow   *row,
            AccordWizardStep *self)
{
  g_autoptr (GPtrArray) rows = list_rows (self);
  guint position;

  if (!accord_field_row_check (row))
    return;

  if (g_ptr_array_find (rows, row, &position) && position + 1 < rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (rows, position + 1));
  else
    g_signal_emit (self, signals[NEXT], 0);
}

static void
on_finished (AccordFieldRow   *row,
             AccordWizardStep *self)
{
  AccordWizardStepPrivate *priv = accord_wizard_step_get_instance_private (self);

  if (priv->draft != NULL)
    accord_plan_draft_save (priv->draft);
}

static void
accord_wizard_step_dispose (GObject *object)
{
  AccordWizardStepPrivate *priv = accord_wizard_step_get_instance_private (ACCORD_WIZARD_STEP (object));

  g_clear_object (&priv->draft);

  G_OBJECT_CLASS (accord_wizard_step_parent_class)->dispose (object);
}

static void
accord_wizard_step_class_init (AccordWizardStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_wizard_step_dispose;

  g_type_ensure (ACCORD_TYPE_FIELD_ROW);
  signals[NEXT] = g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
accord_wizard_step_init (AccordWizardStep *self)
{
}

void
accord_wizard_step_set_draft (AccordWizardStep *self,
                              AccordPlanDraft  *draft)
{
  AccordWizardStepPrivate *priv = accord_wizard_step_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_WIZARD_STEP (self));

  if (!g_set_object (&priv->draft, draft) || draft == NULL)
    return;

  priv->loading = TRUE;
  ACCORD_WIZARD_STEP_GET_CLASS (self)->load (self);
  priv->loading = FALSE;
  accord_wizard_step_refresh (self);
}

AccordPlanDraft *
accord_wizard_step_get_draft (AccordWizardStep *self)
{
  AccordWizardStepPrivate *priv = accord_wizard_step_get_instance_private (self);

  return priv->draft;
}

AccordPlan *
accord_wizard_step_get_plan (AccordWizardStep *self)
{
  return accord_plan_draft_get_plan (accord_wizard_step_get_draft (self));
}

gboolean
accord_wizard_step_is_loading (AccordWizardStep *self)
{
  AccordWizardStepPrivate *priv = accord_wizard_step_get_instance_private (self);

  return priv->loading || priv->draft == NULL;
}

void
accord_wizard_step_refresh (AccordWizardStep *self)
{
  AccordWizardStepPrivate *priv = accord_wizard_step_get_instance_private (self);

  if (ACCORD_WIZARD_STEP_GET_CLASS (self)->refresh == NULL || priv->draft == NULL)
    return;

  priv->loading = TRUE;
  ACCORD_WIZARD_STEP_GET_CLASS (self)->refresh (self);
  priv->loading = FALSE;
}

void
accord_wizard_step_describe (AccordWizardStep  *self,
                             AccordConsequence *consequence)
{
  if (ACCORD_WIZARD_STEP_GET_CLASS (self)->describe != NULL)
    ACCORD_WIZARD_STEP_GET_CLASS (self)->describe (self, consequence);
}

gboolean
accord_wizard_step_is_done (AccordWizardStep *self)
{
  return accord_wizard_step_get_draft (self) != NULL && has_valid_rows (self)
         && ACCORD_WIZARD_STEP_GET_CLASS (self)->is_done (self);
}

void
accord_wizard_step_leave (AccordWizardStep *self)
{
  if (ACCORD_WIZARD_STEP_GET_CLASS (self)->leave != NULL)
    ACCORD_WIZARD_STEP_GET_CLASS (self)->leave (self);
}

gboolean
accord_wizard_step_check (AccordWizardStep *self)
{
  g_autoptr (GPtrArray) rows = list_rows (self);
  gboolean valid = TRUE;

  if (ACCORD_WIZARD_STEP_GET_CLASS (self)->check != NULL)
    ACCORD_WIZARD_STEP_GET_CLASS (self)->check (self);
  for (guint i = 0; i < rows->len; i++)
    if (!accord_field_row_check (g_ptr_array_index (rows, i)))
      {
        if (valid)
          gtk_widget_grab_focus (g_ptr_array_index (rows, i));
        valid = FALSE;
      }

  return valid;
}

void
accord_wizard_step_focus_first (AccordWizardStep *self)
{
  g_autoptr (GPtrArray) rows = list_rows (self);

  if (rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (rows, 0));
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
on_tick (GtkWidget     *added,
         GdkFrameClock *clock,
         gpointer       data)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (added, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t place;
  GtkAdjustment *adjustment;

  /* Its place is known after the frame's layout, that is at the next frame. */
  if (gtk_widget_get_height (added) == 0)
    return G_SOURCE_CONTINUE;
  if (scrolled == NULL || !gtk_widget_compute_bounds (added, scrolled, &place))
    return G_SOURCE_REMOVE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_clamp_page (adjustment, gtk_adjustment_get_value (adjustment) + place.origin.y,
                             gtk_adjustment_get_value (adjustment) + place.origin.y + place.size.height);

  return G_SOURCE_REMOVE;
}

void
accord_wizard_step_show_added (AccordWizardStep *self,
                               GtkWidget        *added)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (added, rows);
  if (rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (rows, 0));
  gtk_widget_add_tick_callback (added, on_tick, NULL, NULL);
}

void
accord_wizard_step_adopt (AccordWizardStep *self,
                          AccordFieldRow   *row)
{
  g_signal_connect_object (row, "entered", G_CALLBACK (on_entered), self, 0);
  g_signal_connect_object (row, "finished", G_CALLBACK (on_finished), self, 0);
}
