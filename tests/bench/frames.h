/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Counts the frames that are drawn of the window, which is realized, as long as it lives. */
void frames_count (GtkWidget *window,
                   guint     *frames);

/* Runs the main loop until a frame that was asked for is drawn. */
void frames_wait (const guint *frames);
