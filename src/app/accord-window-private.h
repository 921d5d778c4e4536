/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-period.h"
#include "accord-window.h"

G_BEGIN_DECLS

/* Between accord-window.c and accord-window-actions.c. */

AccordPeriod *accord_window_get_period (AccordWindow *self);
void accord_window_set_period (AccordWindow *self,
                               AccordPeriod *period);
GtkWidget *accord_window_get_visible_page (AccordWindow *self);
void accord_window_show_page (AccordWindow *self,
                              const char   *name);
void accord_window_show_sidebar (AccordWindow *self);

void accord_window_class_install_actions (GtkWidgetClass *widget_class);

/* Follows what the workspace can undo; also makes every action insensitive that needs a workspace where there is
 * none. */
void accord_window_update_actions (AccordWindow *self);

G_END_DECLS
