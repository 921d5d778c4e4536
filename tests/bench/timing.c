/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timing.h"

#include <stdlib.h>
#include <time.h>

double
timing_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare (const void *a,
         const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

double
timing_median (double *times,
               guint   n_times)
{
  qsort (times, n_times, sizeof *times, compare);

  return times[n_times / 2];
}

void
timing_print (const char *what,
              GArray     *times,
              const char *against)
{
  const double *sorted = (const double *) times->data;
  double median = timing_median ((double *) times->data, times->len);

  g_print ("  %-36s p50 %6.2f ms  p95 %6.2f ms  max %6.2f ms  (%u; %s)\n", what, median, sorted[times->len * 95 / 100],
           sorted[times->len - 1], times->len, against);
}

void
timing_must (gboolean      done,
             const GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}
