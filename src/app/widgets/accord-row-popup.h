/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Alt+Down in the row opens the popover of a button that is left out of the Tab order. The popover's button has to be in the row
 * when the key is pressed. */
void accord_row_popup_install (GtkWidget *row,
                               GtkWidget *popover);

G_END_DECLS
