/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-attainment.h"

G_BEGIN_DECLS

/**
 * AccordBulletBar:
 *
 * What is reached against a target: a bar in the colour of the status on a track to the target, with a mark at what is expected
 * by now. Beyond the target the bar goes on, with a mark where the target is; what is far beyond it ends in a notch. Without a
 * figure the track is empty. Its accessible description says the shares of the target. No focus: for the cells of long tables.
 */
#define ACCORD_TYPE_BULLET_BAR (accord_bullet_bar_get_type ())
G_DECLARE_FINAL_TYPE (AccordBulletBar, accord_bullet_bar, ACCORD, BULLET_BAR, GtkWidget)

GtkWidget *accord_bullet_bar_new (void);

/* All in one unit, each may be ACCORD_UNKNOWN. */
void accord_bullet_bar_set (AccordBulletBar *self,
                            gint64           actual,
                            gint64           expected,
                            gint64           target,
                            AccordStatus     status);

G_END_DECLS
