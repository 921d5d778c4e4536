/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far long work is, 0 to 1. Called in the thread that does it. */
typedef void (*AccordProgress) (double   fraction,
                                gpointer user_data);

G_END_DECLS
