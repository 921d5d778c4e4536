/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-view.h"

#include "accord-swot-page.h"

typedef struct
{
  AccordWorkspace *workspace;
  AccordBoardScope scope;
} AccordSwotViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordSwotView, accord_swot_view, ADW_TYPE_BIN)

static void
accord_swot_view_dispose (GObject *object)
{
  AccordSwotViewPrivate *priv = accord_swot_view_get_instance_private (ACCORD_SWOT_VIEW (object));

  g_clear_object (&priv->workspace);

  G_OBJECT_CLASS (accord_swot_view_parent_class)->dispose (object);
}

static void
accord_swot_view_class_init (AccordSwotViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_swot_view_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_swot_view_init (AccordSwotView *self)
{
}

void
accord_swot_view_set_board (AccordSwotView         *self,
                            AccordWorkspace        *workspace,
                            const AccordBoardScope *scope)
{
  AccordSwotViewPrivate *priv = accord_swot_view_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_SWOT_VIEW (self));
  g_return_if_fail (workspace == NULL || scope != NULL);

  g_set_object (&priv->workspace, workspace);
  priv->scope = scope != NULL ? *scope : (AccordBoardScope) { 0, 0 };
  if (ACCORD_SWOT_VIEW_GET_CLASS (self)->board_changed != NULL)
    ACCORD_SWOT_VIEW_GET_CLASS (self)->board_changed (self);
}

void
accord_swot_view_refresh (AccordSwotView *self)
{
  AccordSwotViewPrivate *priv = accord_swot_view_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_SWOT_VIEW (self));

  if (priv->workspace != NULL)
    ACCORD_SWOT_VIEW_GET_CLASS (self)->refresh (self);
}

gboolean
accord_swot_view_settle (AccordSwotView *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_VIEW (self), TRUE);

  return ACCORD_SWOT_VIEW_GET_CLASS (self)->settle == NULL || ACCORD_SWOT_VIEW_GET_CLASS (self)->settle (self);
}

AccordWorkspace *
accord_swot_view_get_workspace (AccordSwotView *self)
{
  AccordSwotViewPrivate *priv = accord_swot_view_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_SWOT_VIEW (self), NULL);

  return priv->workspace;
}

const AccordBoardScope *
accord_swot_view_get_scope (AccordSwotView *self)
{
  AccordSwotViewPrivate *priv = accord_swot_view_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_SWOT_VIEW (self), NULL);

  return &priv->scope;
}

GListModel *
accord_swot_view_get_list (AccordSwotView *self,
                           GType           type)
{
  AccordSwotViewPrivate *priv = accord_swot_view_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_SWOT_VIEW (self), NULL);
  g_return_val_if_fail (priv->workspace != NULL, NULL);

  return accord_workspace_get_list (priv->workspace, type);
}

GPtrArray *
accord_swot_view_list_cards (AccordSwotView *self)
{
  const AccordBoardScope *scope = accord_swot_view_get_scope (self);
  GPtrArray *cards = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      GPtrArray *quadrant = accord_board_list (accord_swot_view_get_list (self, ACCORD_TYPE_CARD), scope->year,
                                               scope->territory, (AccordQuadrant) i);

      g_ptr_array_extend_and_steal (cards, quadrant);
    }

  return cards;
}

gboolean
accord_swot_view_apply (AccordSwotView *self,
                        AccordChange   *change)
{
  GtkWidget *page;

  g_return_val_if_fail (ACCORD_IS_SWOT_VIEW (self), FALSE);

  page = gtk_widget_get_ancestor (GTK_WIDGET (self), ACCORD_TYPE_SWOT_PAGE);

  return page != NULL && accord_swot_page_apply (ACCORD_SWOT_PAGE (page), change);
}
