/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the live records that there are rows for are these, in this order, so that the rows can stay (and with them the
 * focus). Both are arrays of AccordRecord. */
gboolean accord_shown_records_are (GPtrArray *shown,
                                   GPtrArray *records);

G_END_DECLS
