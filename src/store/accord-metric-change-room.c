/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-metric-change.h"

#include <glib/gi18n.h>

/* What the team in the room does with the building blocks: take back what was voted for them, and commit to targets. */

void
accord_metric_change_clear_votes (AccordChange    *change,
                                  AccordWorkspace *workspace,
                                  gint64           territory)
{
  g_autoptr (GPtrArray) metrics = NULL;
  g_autoptr (GHashTable) ids = NULL;

  g_return_if_fail (change != NULL);

  metrics = accord_metric_list (accord_workspace_get_list (workspace, ACCORD_TYPE_METRIC), territory, FALSE);
  ids = accord_multivote_list_ids (metrics);
  accord_vote_change_clear (change, workspace, ACCORD_TYPE_METRIC, ids);
}

static gboolean
stands (AccordWorkspace         *workspace,
        const AccordTargetPlace *place,
        gint64                   value,
        gint64                   upper)
{
  AccordTarget *target = accord_target_find (accord_workspace_get_list (workspace, ACCORD_TYPE_TARGET), place);

  if (target == NULL)
    return value == ACCORD_UNKNOWN;

  return accord_target_get_value (target) == value && accord_target_get_upper (target) == upper;
}

gboolean
accord_metric_target_needs_reason (AccordWorkspace         *workspace,
                                   const AccordTargetPlace *place,
                                   gint64                   value,
                                   gint64                   upper)
{
  g_autoptr (GPtrArray) versions = NULL;

  g_return_val_if_fail (place != NULL, FALSE);

  if (stands (workspace, place, value, upper))
    return FALSE;
  versions = accord_target_list_versions (accord_workspace_get_list (workspace, ACCORD_TYPE_TARGET), place);

  return versions->len > 0;
}

gboolean
accord_metric_change_set_target (AccordChange            *change,
                                 AccordWorkspace         *workspace,
                                 const AccordTargetPlace *place,
                                 gint64                   value,
                                 gint64                   upper,
                                 const char              *reason,
                                 AccordDate               today,
                                 GError                 **error)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (AccordTarget) draft = NULL;
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (change != NULL && place != NULL, FALSE);

  if (stands (workspace, place, value, upper))
    return TRUE;

  stripped = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  versions = accord_target_list_versions (accord_workspace_get_list (workspace, ACCORD_TYPE_TARGET), place);
  if (versions->len > 0 && *stripped == '\0')
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_MISSING,
                           _("Say why the target changes"));
      return FALSE;
    }

  draft = accord_target_new ();
  accord_target_set_member (draft, place->member);
  accord_target_set_metric (draft, place->metric);
  accord_target_set_starts (draft, place->starts);
  accord_target_set_grain (draft, place->grain);
  accord_target_set_value (draft, value);
  accord_target_set_upper (draft, upper);
  accord_target_set_version (draft, versions->len > 0 ? accord_target_get_version (versions->pdata[0]) + 1 : 1);
  accord_target_set_set_on (draft, today);
  accord_target_set_reason (draft, stripped);
  accord_change_put (change, draft);

  return TRUE;
}
