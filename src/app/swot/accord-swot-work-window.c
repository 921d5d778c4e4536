/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-work-window.h"

#include <glib/gi18n.h>

#include "accord-action.h"
#include "accord-ask.h"
#include "accord-feedback.h"
#include "accord-member.h"
#include "accord-record-watch.h"

typedef struct
{
  AccordWorkspace *workspace;
  AccordBoardScope scope;
  AccordRecordWatch *watch;

  GtkDropDown *choice;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkBox *box;
} AccordSwotWorkWindowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordSwotWorkWindow, accord_swot_work_window, ADW_TYPE_WINDOW)

enum
{
  SOURCE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
window_refresh (AccordSwotWorkWindow *self)
{
  ACCORD_SWOT_WORK_WINDOW_GET_CLASS (self)->refresh (self);
}

static gboolean
window_settle (AccordSwotWorkWindow *self)
{
  return ACCORD_SWOT_WORK_WINDOW_GET_CLASS (self)->settle (self);
}

static void
on_choice (AccordSwotWorkWindow *self)
{
  AccordSwotWorkWindowPrivate *priv = accord_swot_work_window_get_instance_private (self);
  GtkWidget *child;

  if (priv->workspace == NULL || !window_settle (self))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (priv->box))) != NULL)
    gtk_box_remove (priv->box, child);
  window_refresh (self);
}

static gboolean
on_close_request (AccordSwotWorkWindow *self)
{
  return !window_settle (self);
}

static void
window_take_back (GtkWidget *widget,
                  gboolean   again)
{
  AccordSwotWorkWindow *self = ACCORD_SWOT_WORK_WINDOW (widget);
  AccordSwotWorkWindowPrivate *priv = accord_swot_work_window_get_instance_private (self);
  g_autoptr (GError) error = NULL;

  if (!window_settle (self)
      || (again ? !accord_workspace_can_redo (priv->workspace) : !accord_workspace_can_undo (priv->workspace)))
    return;
  if (again ? !accord_workspace_redo (priv->workspace, &error) : !accord_workspace_undo (priv->workspace, &error))
    accord_feedback_error (GTK_WIDGET (priv->stack), error);
  else
    accord_feedback_undone (GTK_WIDGET (priv->stack), again ? _("Done again") : _("Taken back"));
}

static void
window_undo (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  window_take_back (widget, FALSE);
}

static void
window_redo (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  window_take_back (widget, TRUE);
}

static void
accord_swot_work_window_dispose (GObject *object)
{
  AccordSwotWorkWindowPrivate *priv = accord_swot_work_window_get_instance_private (ACCORD_SWOT_WORK_WINDOW (object));

  g_clear_object (&priv->watch);
  g_clear_object (&priv->workspace);

  G_OBJECT_CLASS (accord_swot_work_window_parent_class)->dispose (object);
}

static void
accord_swot_work_window_class_init (AccordSwotWorkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_swot_work_window_dispose;

  signals[SOURCE_ACTIVATED] = g_signal_new ("source-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/swot/accord-swot-work-window.ui");
  gtk_widget_class_bind_template_child_private (widget_class, AccordSwotWorkWindow, choice);
  gtk_widget_class_bind_template_child_private (widget_class, AccordSwotWorkWindow, stack);
  gtk_widget_class_bind_template_child_private (widget_class, AccordSwotWorkWindow, empty);
  gtk_widget_class_bind_template_child_private (widget_class, AccordSwotWorkWindow, box);
  gtk_widget_class_bind_template_callback (widget_class, on_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);

  /* The same name as in the main window: what offers to take something back needs not know in which one it is. */
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, window_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, window_redo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
accord_swot_work_window_init (AccordSwotWorkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_swot_work_window_begin (AccordSwotWorkWindow   *self,
                               GtkWindow              *parent,
                               AccordWorkspace        *workspace,
                               const AccordBoardScope *scope,
                               const char             *title,
                               const char *const      *choices)
{
  AccordSwotWorkWindowPrivate *priv = accord_swot_work_window_get_instance_private (self);
  const GType types[] = { ACCORD_TYPE_ACTION, ACCORD_TYPE_ASK, ACCORD_TYPE_CARD, ACCORD_TYPE_STRATEGY, ACCORD_TYPE_MEMBER };
  g_autoptr (GtkStringList) names = gtk_string_list_new (choices);

  g_return_if_fail (ACCORD_IS_SWOT_WORK_WINDOW (self));
  g_return_if_fail (scope != NULL);

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_drop_down_set_model (priv->choice, G_LIST_MODEL (names));
  priv->workspace = g_object_ref (workspace);
  priv->scope = *scope;
  priv->watch = accord_record_watch_new_for_types (workspace, types, G_N_ELEMENTS (types));
  g_signal_connect_object (priv->watch, "changed", G_CALLBACK (window_refresh), self, G_CONNECT_SWAPPED);
  window_refresh (self);
}

AccordWorkspace *
accord_swot_work_window_get_workspace (AccordSwotWorkWindow *self)
{
  AccordSwotWorkWindowPrivate *priv = accord_swot_work_window_get_instance_private (self);

  return priv->workspace;
}

const AccordBoardScope *
accord_swot_work_window_get_scope (AccordSwotWorkWindow *self)
{
  AccordSwotWorkWindowPrivate *priv = accord_swot_work_window_get_instance_private (self);

  return &priv->scope;
}

GtkBox *
accord_swot_work_window_get_box (AccordSwotWorkWindow *self)
{
  AccordSwotWorkWindowPrivate *priv = accord_swot_work_window_get_instance_private (self);

  return priv->box;
}

guint
accord_swot_work_window_get_choice (AccordSwotWorkWindow *self)
{
  AccordSwotWorkWindowPrivate *priv = accord_swot_work_window_get_instance_private (self);

  return gtk_drop_down_get_selected (priv->choice);
}

void
accord_swot_work_window_set_empty (AccordSwotWorkWindow *self,
                                   const char           *text)
{
  AccordSwotWorkWindowPrivate *priv = accord_swot_work_window_get_instance_private (self);

  adw_status_page_set_description (priv->empty, text);
  gtk_stack_set_visible_child_name (priv->stack, text != NULL ? "empty" : "list");
}

void
accord_swot_work_window_show_source (AccordSwotWorkWindow *self,
                                     gint64                card,
                                     gint64                strategy)
{
  if (!window_settle (self))
    return;

  g_signal_emit (self, signals[SOURCE_ACTIVATED], 0, card, strategy);
  gtk_window_close (GTK_WINDOW (self));
}
