/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-attainment.h"

G_BEGIN_DECLS

/**
 * AccordSpark:
 *
 * The last weeks of a metric as a line no higher than the text: its end is marked in the colour of the status, what was aimed at
 * is a dashed line. No focus, no words of its own: for the cells of long tables, beside the figures.
 */
#define ACCORD_TYPE_SPARK (accord_spark_get_type ())
G_DECLARE_FINAL_TYPE (AccordSpark, accord_spark, ACCORD, SPARK, GtkWidget)

GtkWidget *accord_spark_new (void);

/* Copies n values, in order of time and all of one unit; ACCORD_UNKNOWN is a gap. aim may be unknown. */
void accord_spark_set_values (AccordSpark  *self,
                              const gint64 *values,
                              guint         n,
                              gint64        aim,
                              AccordStatus  status);

/* Its accessible description: the figures, as the caller writes them; NULL for none. */
void accord_spark_set_words (AccordSpark *self,
                             const char  *words);

G_END_DECLS
