/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordDemoRandom:
 *
 * Numbers that look random and are the same on every machine and for ever: SplitMix64, whole numbers only.
 */
typedef struct
{
  guint64 state;
} AccordDemoRandom;

/* From seed and stream, so that each part of the demo draws from its own and changing one leaves the others alone. */
void accord_demo_random_init (AccordDemoRandom *self,
                              guint64           seed,
                              guint64           stream);

guint64 accord_demo_random_next (AccordDemoRandom *self);

/* lowest … highest, both inclusive. */
gint64 accord_demo_random_range (AccordDemoRandom *self,
                                 gint64            lowest,
                                 gint64            highest);

G_END_DECLS
