/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-step.h"

#include "accord-clock.h"
#include "accord-feedback.h"
#include "accord-membership-query.h"

typedef struct
{
  AccordWorkspace *workspace;
  AccordPeriod *period;
  gint64 territory;
} AccordScorecardStepPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordScorecardStep, accord_scorecard_step, ADW_TYPE_BIN)

static void
accord_scorecard_step_dispose (GObject *object)
{
  AccordScorecardStepPrivate *priv = accord_scorecard_step_get_instance_private (ACCORD_SCORECARD_STEP (object));

  g_clear_object (&priv->workspace);
  g_clear_object (&priv->period);

  G_OBJECT_CLASS (accord_scorecard_step_parent_class)->dispose (object);
}

static void
accord_scorecard_step_class_init (AccordScorecardStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_scorecard_step_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_scorecard_step_init (AccordScorecardStep *self)
{
}

void
accord_scorecard_step_show (AccordScorecardStep *self,
                            AccordWorkspace     *workspace,
                            gint64               territory,
                            AccordPeriod        *period)
{
  AccordScorecardStepPrivate *priv = accord_scorecard_step_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_SCORECARD_STEP (self));

  g_set_object (&priv->workspace, workspace);
  g_set_object (&priv->period, period);
  priv->territory = territory;
  if (ACCORD_SCORECARD_STEP_GET_CLASS (self)->scope_changed != NULL)
    ACCORD_SCORECARD_STEP_GET_CLASS (self)->scope_changed (self);
  accord_scorecard_step_refresh (self);
}

void
accord_scorecard_step_refresh (AccordScorecardStep *self)
{
  AccordScorecardStepPrivate *priv = accord_scorecard_step_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_SCORECARD_STEP (self));

  if (priv->workspace != NULL && priv->period != NULL)
    ACCORD_SCORECARD_STEP_GET_CLASS (self)->refresh (self);
}

gboolean
accord_scorecard_step_settle (AccordScorecardStep *self)
{
  g_return_val_if_fail (ACCORD_IS_SCORECARD_STEP (self), TRUE);

  return ACCORD_SCORECARD_STEP_GET_CLASS (self)->settle == NULL
         || ACCORD_SCORECARD_STEP_GET_CLASS (self)->settle (self);
}

AccordWorkspace *
accord_scorecard_step_get_workspace (AccordScorecardStep *self)
{
  AccordScorecardStepPrivate *priv = accord_scorecard_step_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_SCORECARD_STEP (self), NULL);

  return priv->workspace;
}

AccordPeriod *
accord_scorecard_step_get_period (AccordScorecardStep *self)
{
  AccordScorecardStepPrivate *priv = accord_scorecard_step_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_SCORECARD_STEP (self), NULL);

  return priv->period;
}

gint64
accord_scorecard_step_get_territory (AccordScorecardStep *self)
{
  AccordScorecardStepPrivate *priv = accord_scorecard_step_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_SCORECARD_STEP (self), 0);

  return priv->territory;
}

GListModel *
accord_scorecard_step_get_list (AccordScorecardStep *self,
                                GType                type)
{
  g_return_val_if_fail (accord_scorecard_step_get_workspace (self) != NULL, NULL);

  return accord_workspace_get_list (accord_scorecard_step_get_workspace (self), type);
}

GPtrArray *
accord_scorecard_step_list_metrics (AccordScorecardStep *self,
                                    gboolean             key_only)
{
  return accord_metric_list (accord_scorecard_step_get_list (self, ACCORD_TYPE_METRIC),
                             accord_scorecard_step_get_territory (self), key_only);
}

GPtrArray *
accord_scorecard_step_list_members_in (AccordScorecardStep *self,
                                       AccordDate           first,
                                       AccordDate           last)
{
  const gint64 territory = accord_scorecard_step_get_territory (self);
  GListModel *members = accord_scorecard_step_get_list (self, ACCORD_TYPE_MEMBER);
  GPtrArray *present = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) memberships = NULL;

  if (territory != 0)
    memberships = accord_membership_index_in (accord_scorecard_step_get_list (self, ACCORD_TYPE_MEMBERSHIP), first,
                                              accord_membership_get_last_day (first, last, accord_clock_today ()));
  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
      const gint64 id = accord_record_get_id (ACCORD_RECORD (member));
      AccordMembership *membership = memberships != NULL ? g_hash_table_lookup (memberships, &id) : NULL;

      if (accord_member_is_present (member, first, last) && !accord_member_get_erased (member)
          && (territory == 0 || (membership != NULL && accord_membership_get_territory (membership) == territory)))
        g_ptr_array_add (present, g_steal_pointer (&member));
    }
  g_ptr_array_sort (present, accord_member_compare_names);

  return present;
}

GPtrArray *
accord_scorecard_step_list_members (AccordScorecardStep *self)
{
  AccordPeriod *period = accord_scorecard_step_get_period (self);

  return accord_scorecard_step_list_members_in (self, accord_period_get_start (period), accord_period_get_end (period));
}

gboolean
accord_scorecard_step_apply (AccordScorecardStep *self,
                             AccordChange        *change)
{
  AccordWorkspace *workspace = accord_scorecard_step_get_workspace (self);
  g_autoptr (GError) error = NULL;

  if (workspace == NULL)
    return FALSE;
  if (!accord_workspace_apply (workspace, change, &error))
    {
      accord_feedback_error (GTK_WIDGET (self), error);
      return FALSE;
    }
  accord_scorecard_step_refresh (self);

  return TRUE;
}
