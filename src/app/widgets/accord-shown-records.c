/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-shown-records.h"

gboolean
accord_shown_records_are (GPtrArray *shown,
                          GPtrArray *records)
{
  g_return_val_if_fail (shown != NULL && records != NULL, FALSE);

  if (shown->len != records->len)
    return FALSE;

  for (guint i = 0; i < shown->len; i++)
    {
      if (shown->pdata[i] != records->pdata[i])
        return FALSE;
    }

  return TRUE;
}
