/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-workspace.h"

G_BEGIN_DECLS

#define ACCORD_EXPORT_ERROR (accord_export_error_quark ())
GQuark accord_export_error_quark (void);

typedef enum
{
  ACCORD_EXPORT_ERROR_EXISTS, /* there is something in the folder, or it is no folder */
  ACCORD_EXPORT_ERROR_WRITE,  /* it could not be written; nothing is left behind */
} AccordExportError;

/* Writes all that the workspace holds, or all that it holds on one member (an id; 0: everything), into a folder: a CSV and
 * a JSON file for every table that has rows, and README.txt, which tells what the columns are. The folder must not be
 * there yet, or be empty; it comes into being whole (0700, its files 0600, synced) or not at all.
 *
 * On a member: rows that are about them, and rows of others that name them (as partner, manager, owner, viewer), of
 * which only who and when is given: the rest is the others'. Of a workspace that was opened with ACCORD_OPEN_DAMAGED
 * what cannot be read is left out. Works in any thread that owns the workspace. */
gboolean accord_export_write (AccordWorkspace *workspace,
                              const char      *folder,
                              gint64           member,
                              GCancellable    *cancellable,
                              GError         **error);

G_END_DECLS
