/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-page.h"

#include "accord-feedback.h"

typedef struct
{
  AccordWorkspace *workspace;
  AccordPeriod *period;
  gboolean folded;
} AccordPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordPage, accord_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_PERIOD,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
accord_page_set_workspace (AccordPage      *self,
                           AccordWorkspace *workspace)
{
  AccordPagePrivate *priv = accord_page_get_instance_private (self);

  if (!g_set_object (&priv->workspace, workspace))
    return;

  if (ACCORD_PAGE_GET_CLASS (self)->workspace_changed != NULL)
    ACCORD_PAGE_GET_CLASS (self)->workspace_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static void
accord_page_set_period (AccordPage   *self,
                        AccordPeriod *period)
{
  AccordPagePrivate *priv = accord_page_get_instance_private (self);

  if (priv->period == period
      || (priv->period != NULL && period != NULL && accord_period_equal (priv->period, period)))
    return;

  g_set_object (&priv->period, period);
  if (priv->workspace != NULL && priv->period != NULL && ACCORD_PAGE_GET_CLASS (self)->period_changed != NULL)
    ACCORD_PAGE_GET_CLASS (self)->period_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERIOD]);
}

static void
accord_page_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AccordPage *self = ACCORD_PAGE (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, accord_page_get_workspace (self));
      break;

    case PROP_PERIOD:
      g_value_set_object (value, accord_page_get_period (self));
      break;

    case PROP_FOLDED:
      g_value_set_boolean (value, accord_page_get_folded (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_page_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  AccordPage *self = ACCORD_PAGE (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      accord_page_set_workspace (self, g_value_get_object (value));
      break;

    case PROP_PERIOD:
      accord_page_set_period (self, g_value_get_object (value));
      break;

    case PROP_FOLDED:
      accord_page_set_folded (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_page_dispose (GObject *object)
{
  AccordPagePrivate *priv = accord_page_get_instance_private (ACCORD_PAGE (object));

  g_clear_object (&priv->workspace);
  g_clear_object (&priv->period);

  G_OBJECT_CLASS (accord_page_parent_class)->dispose (object);
}

static void
accord_page_class_init (AccordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = accord_page_get_property;
  object_class->set_property = accord_page_set_property;
  object_class->dispose = accord_page_dispose;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, ACCORD_TYPE_WORKSPACE, flags);
  properties[PROP_PERIOD] = g_param_spec_object ("period", NULL, NULL, ACCORD_TYPE_PERIOD, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
accord_page_init (AccordPage *self)
{
}

AccordWorkspace *
accord_page_get_workspace (AccordPage *self)
{
  AccordPagePrivate *priv = accord_page_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_PAGE (self), NULL);

  return priv->workspace;
}

AccordPeriod *
accord_page_get_period (AccordPage *self)
{
  AccordPagePrivate *priv = accord_page_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_PAGE (self), NULL);

  return priv->period;
}

gboolean
accord_page_get_folded (AccordPage *self)
{
  AccordPagePrivate *priv = accord_page_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_PAGE (self), FALSE);

  return priv->folded;
}

void
accord_page_set_folded (AccordPage *self,
                        gboolean    folded)
{
  AccordPagePrivate *priv = accord_page_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_PAGE (self));

  folded = !!folded;
  if (priv->folded == folded)
    return;

  priv->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

gboolean
accord_page_settle (AccordPage *self)
{
  g_return_val_if_fail (ACCORD_IS_PAGE (self), FALSE);

  return ACCORD_PAGE_GET_CLASS (self)->settle == NULL || ACCORD_PAGE_GET_CLASS (self)->settle (self);
}

gboolean
accord_page_apply (AccordPage   *self,
                   AccordChange *change)
{
  AccordPagePrivate *priv = accord_page_get_instance_private (self);
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ACCORD_IS_PAGE (self), FALSE);
  g_return_val_if_fail (priv->workspace != NULL, FALSE);

  if (accord_workspace_apply (priv->workspace, change, &error))
    return TRUE;

  accord_feedback_error (GTK_WIDGET (self), error);

  return FALSE;
}
