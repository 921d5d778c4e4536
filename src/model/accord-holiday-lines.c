/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-holiday-lines.h"

#include "accord-holiday.h"

#include <glib/gi18n.h>
#include <string.h>

#define ISO_LENGTH 10

static AccordHoliday *
find_draft (GPtrArray *drafts,
            AccordDate day)
{
  for (guint i = 0; i < drafts->len; i++)
    if (accord_holiday_get_day (drafts->pdata[i]) == day)
      return drafts->pdata[i];

  return NULL;
}

static AccordHoliday *
dup_holiday_on (GListModel *holidays,
                AccordDate  day)
{
  AccordHoliday *fresh;

  for (guint i = 0; i < g_list_model_get_n_items (holidays); i++)
    {
      g_autoptr (AccordHoliday) holiday = g_list_model_get_item (holidays, i);

      if (accord_holiday_get_day (holiday) == day)
        return accord_record_copy (holiday);
    }

  fresh = accord_holiday_new ();
  accord_holiday_set_day (fresh, day);

  return fresh;
}

static gboolean
parse_day (const char *line,
           AccordDate *day)
{
  g_autofree char *iso = g_strndup (line, ISO_LENGTH);

  return accord_date_parse (iso, day) && (line[ISO_LENGTH] == '\0' || strchr (" \t,;:", line[ISO_LENGTH]) != NULL);
}

GPtrArray *
accord_holiday_parse_lines (const char *text,
                            GListModel *holidays,
                            GError    **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (holidays), NULL);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      AccordHoliday *draft;
      AccordDate day;

      if (*line == '\0')
        continue;
      if (!parse_day (line, &day))
        {
          g_set_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE,
                       /* Translators: %u is the number of a line, %s is the line. */
                       _("Line %u does not begin with a day as in 2026-12-25: “%s”"), i + 1, line);
          return NULL;
        }

      draft = find_draft (drafts, day);
      if (draft == NULL)
        {
          draft = dup_holiday_on (holidays, day);
          g_ptr_array_add (drafts, draft);
        }
      line += strspn (line + ISO_LENGTH, " \t,;:") + ISO_LENGTH;
      if (*line != '\0')
        accord_holiday_set_name (draft, line);
    }

  return g_steal_pointer (&drafts);
}
