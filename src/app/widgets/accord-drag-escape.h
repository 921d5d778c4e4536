/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordDragEscape:
 *
 * Escape while something is dragged: the picture under the pointer goes, and "cancelled" says that what is dragged goes
 * back. The drag itself ends when the button is let go; until then nothing of it may land.
 */
#define ACCORD_TYPE_DRAG_ESCAPE (accord_drag_escape_get_type ())
G_DECLARE_FINAL_TYPE (AccordDragEscape, accord_drag_escape, ACCORD, DRAG_ESCAPE, GObject)

/* For the drags that begin at the source, a controller of a widget, as long as the object lives. */
AccordDragEscape *accord_drag_escape_new (GtkDragSource *source);

G_END_DECLS
