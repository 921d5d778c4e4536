/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordFlow:
 *
 * Widgets beside one another as far as there is room, then on the next line. In GtkBuilder files they are its children.
 *
 * Properties: spacing (between them and between the lines, in pixels), tile-width (0: each is as wide as it wants to be, and
 * those that expand share what is left of their line; else all are equally wide, two on a line where each gets at least so
 * many pixels, else one).
 */
#define ACCORD_TYPE_FLOW (accord_flow_get_type ())
G_DECLARE_FINAL_TYPE (AccordFlow, accord_flow, ACCORD, FLOW, GtkWidget)

void accord_flow_append (AccordFlow *self,
                         GtkWidget  *child);

G_END_DECLS
