/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-demo-random.h"

/* Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014; the constants are Stafford's Mix13. */
guint64
accord_demo_random_next (AccordDemoRandom *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

void
accord_demo_random_init (AccordDemoRandom *self,
                         guint64           seed,
                         guint64           stream)
{
  self->state = seed;
  self->state = accord_demo_random_next (self) ^ stream;
  self->state = accord_demo_random_next (self);
}

/* The remainder favours small numbers by less than one in 10^10 for the ranges used here. */
gint64
accord_demo_random_range (AccordDemoRandom *self,
                          gint64            lowest,
                          gint64            highest)
{
  g_assert (lowest <= highest);

  return lowest + (gint64) (accord_demo_random_next (self) % (guint64) (highest - lowest + 1));
}
