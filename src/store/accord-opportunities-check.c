/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-opportunities-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-record.h"

/* The last day of ISO text: 9999-12-31. */
#define LAST_DAY 3652059

static gboolean
is_text (const char *text)
{
  return text == NULL || (strlen (text) <= ACCORD_RECORD_TEXT_MAX && g_utf8_validate (text, -1, NULL));
}

/* Or none. */
static gboolean
is_day (AccordDate day)
{
  return day >= 0 && day <= LAST_DAY;
}

gboolean
accord_opportunity_check (const AccordOpportunity *opportunity,
                          GError                 **error)
{
  if (opportunity->external != NULL && *opportunity->external != '\0' && opportunity->member > 0
      && (guint) opportunity->state <= ACCORD_OPPORTUNITY_LOST && is_day (opportunity->created) && is_day (opportunity->closed)
      && is_text (opportunity->external) && is_text (opportunity->account) && is_text (opportunity->product)
      && is_text (opportunity->stage))
    return TRUE;

  g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT,
                       _("An opportunity cannot be stored without its ID, a member and readable text. Nothing was "
                         "stored."));

  return FALSE;
}

gboolean
accord_stage_observation_check (const AccordStageObservation *observation,
                                GError                      **error)
{
  if (observation->opportunity > 0 && observation->observed > 0 && is_day (observation->observed)
      && (guint) observation->state <= ACCORD_OPPORTUNITY_LOST && is_text (observation->stage))
    return TRUE;

  g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT,
                       _("A stage cannot be stored without its opportunity, a day and readable text. "
                         "Nothing was stored."));

  return FALSE;
}
