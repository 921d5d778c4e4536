/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads the whole file, read-only, and says everything that is wrong with it: SQLite's integrity, foreign keys,
 * schema, row and block hashes, amounts that must add up, the chain of sealed records with the field that was
 * touched. faults gets one translated line each (GStrv, empty when sound); FALSE only if the file could not be
 * looked at (ACCORD_STORE_ERROR). Safe in a worker thread. */
gboolean accord_verify_file (const char   *path,
                             GCancellable *cancellable,
                             GStrv        *faults,
                             GError      **error);

G_END_DECLS
