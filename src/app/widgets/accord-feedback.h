/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a widget says to the user about what just happened, in a toast of the nearest AdwToastOverlay above it. */

void accord_feedback_toast (GtkWidget  *widget,
                            const char *message);

/* With a button that activates the action "win.undo". */
void accord_feedback_undo_toast (GtkWidget  *widget,
                                 const char *message);

/* Says for a moment what was taken back or done again; an offer to take it back that still stands goes. */
void accord_feedback_undone (GtkWidget  *widget,
                             const char *message);

/* The error's own message, which is meant for users; stays until it is closed, or something else is said that was done. */
void accord_feedback_error (GtkWidget    *widget,
                            const GError *error);

G_END_DECLS
