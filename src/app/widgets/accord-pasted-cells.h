/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a spreadsheet puts on the clipboard, as rows of cells: a GPtrArray of GStrv. (transfer full) */
GPtrArray *accord_pasted_cells_split (const char *text);

G_END_DECLS
