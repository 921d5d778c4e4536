/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordCountdown:
 *
 * A kitchen timer: a length, what is left of it, and whether it runs. It has no clock of its own: now is the caller's
 * monotonic time in microseconds. All zero is a timer of no length that stands still.
 */
typedef struct
{
  gint64 length; /* µs */
  gint64 left;   /* µs, as of the last start; counts while it stands still */
  gint64 since;  /* when it was started last; only where it runs */
  gboolean running;
} AccordCountdown;

/* Another length, from the start of it, at rest. seconds below 0 counts as 0. */
void accord_countdown_set_length (AccordCountdown *self,
                                  gint64           seconds);

/* Goes on from where it was paused; does nothing where it runs, or nothing is left. */
void accord_countdown_start (AccordCountdown *self,
                             gint64           now);
void accord_countdown_pause (AccordCountdown *self,
                             gint64           now);

/* The whole length again, at rest. */
void accord_countdown_reset (AccordCountdown *self);

/* Microseconds, never below 0. */
gint64 accord_countdown_get_left (const AccordCountdown *self,
                                  gint64                 now);

/* What to show: a second that has begun counts in full, so that 0 is shown when nothing is left, and not before. */
gint64 accord_countdown_get_seconds (const AccordCountdown *self,
                                     gint64                 now);

/* A length was set, and nothing of it is left. */
gboolean accord_countdown_is_over (const AccordCountdown *self,
                                   gint64                 now);

/* Reads "5" as five minutes and "1:30" as a minute and a half; FALSE for anything else, for seconds beyond 59, for nothing at
 * all (0 and 0:00), and beyond 999 minutes. */
gboolean accord_countdown_parse (const char *text,
                                 gint64     *seconds);

/* "1:30". */
char *accord_countdown_format (gint64 seconds);

G_END_DECLS
