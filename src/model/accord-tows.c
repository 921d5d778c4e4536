/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-tows.h"

#include <glib/gi18n.h>

const char *
accord_tows_get_label (AccordTows tows)
{
  switch (tows)
    {
    case ACCORD_TOWS_SO:
      return _("Use strengths on opportunities");

    case ACCORD_TOWS_ST:
      return _("Use strengths against threats");

    case ACCORD_TOWS_WO:
      return _("Overcome weaknesses through opportunities");

    case ACCORD_TOWS_WT:
      return _("Defend where weaknesses meet threats");

    default:
      g_return_val_if_reached ("");
    }
}

gboolean
accord_quadrant_is_internal (AccordQuadrant quadrant)
{
  return quadrant == ACCORD_QUADRANT_STRENGTH || quadrant == ACCORD_QUADRANT_WEAKNESS;
}

gboolean
accord_tows_of (AccordQuadrant one,
                AccordQuadrant other,
                AccordTows    *tows)
{
  g_return_val_if_fail (tows != NULL, FALSE);

  for (guint i = 0; i < ACCORD_TOWS_N; i++)
    {
      const AccordQuadrant internal = accord_tows_get_internal ((AccordTows) i);
      const AccordQuadrant external = accord_tows_get_external ((AccordTows) i);

      if ((one == internal && other == external) || (one == external && other == internal))
        {
          *tows = (AccordTows) i;
          return TRUE;
        }
    }

  return FALSE;
}

AccordQuadrant
accord_tows_get_internal (AccordTows tows)
{
  return tows == ACCORD_TOWS_SO || tows == ACCORD_TOWS_ST ? ACCORD_QUADRANT_STRENGTH : ACCORD_QUADRANT_WEAKNESS;
}

AccordQuadrant
accord_tows_get_external (AccordTows tows)
{
  return tows == ACCORD_TOWS_SO || tows == ACCORD_TOWS_WO ? ACCORD_QUADRANT_OPPORTUNITY : ACCORD_QUADRANT_THREAT;
}
