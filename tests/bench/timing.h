/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What the benchmarks measure with and print. */

/* CPU time of this thread until now. */
double timing_cpu_ms (void);

/* Sorts the times. */
double timing_median (double *times,
                      guint   n_times);

/* One line of the times, which it sorts; against says what to read them beside. */
void timing_print (const char *what,
                   GArray     *times,
                   const char *against);

/* Ends the program with the error unless it is done. */
void timing_must (gboolean      done,
                  const GError *error);
