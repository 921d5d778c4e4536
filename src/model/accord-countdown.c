/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-countdown.h"

#include <string.h>

#define MINUTES_MAX 999

void
accord_countdown_set_length (AccordCountdown *self,
                             gint64           seconds)
{
  g_return_if_fail (self != NULL);

  self->length = MAX (seconds, 0) * G_USEC_PER_SEC;
  accord_countdown_reset (self);
}

void
accord_countdown_start (AccordCountdown *self,
                        gint64           now)
{
  g_return_if_fail (self != NULL);

  if (self->running || self->left == 0)
    return;

  self->since = now;
  self->running = TRUE;
}

void
accord_countdown_pause (AccordCountdown *self,
                        gint64           now)
{
  g_return_if_fail (self != NULL);

  self->left = accord_countdown_get_left (self, now);
  self->running = FALSE;
}

void
accord_countdown_reset (AccordCountdown *self)
{
  g_return_if_fail (self != NULL);

  self->left = self->length;
  self->running = FALSE;
}

gint64
accord_countdown_get_left (const AccordCountdown *self,
                           gint64                 now)
{
  g_return_val_if_fail (self != NULL, 0);

  /* Monotonic time does not run backwards; a caller's mistake is not to give time away. */
  return self->running ? MAX (self->left - MAX (now - self->since, 0), 0) : self->left;
}

gint64
accord_countdown_get_seconds (const AccordCountdown *self,
                              gint64                 now)
{
  return (accord_countdown_get_left (self, now) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
}

gboolean
accord_countdown_is_over (const AccordCountdown *self,
                          gint64                 now)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->length > 0 && accord_countdown_get_left (self, now) == 0;
}

gboolean
accord_countdown_parse (const char *text,
                        gint64     *seconds)
{
  g_autofree char *stripped = NULL;
  g_auto (GStrv) parts = NULL;
  guint64 minutes, rest = 0;

  g_return_val_if_fail (text != NULL && seconds != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  parts = g_strsplit (stripped, ":", 3);
  if (g_strv_length (parts) == 0 || g_strv_length (parts) > 2
      || !g_ascii_string_to_unsigned (parts[0], 10, 0, MINUTES_MAX, &minutes, NULL))
    return FALSE;
  if (parts[1] != NULL
      && (strlen (parts[1]) != 2 || !g_ascii_string_to_unsigned (parts[1], 10, 0, 59, &rest, NULL)))
    return FALSE;
  if (minutes + rest == 0)
    return FALSE;

  *seconds = (gint64) (minutes * 60 + rest);

  return TRUE;
}

char *
accord_countdown_format (gint64 seconds)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", seconds / 60, (int) (seconds % 60));
}
