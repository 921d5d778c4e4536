/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-backup.h"
#include "accord-date.h"

G_BEGIN_DECLS

/**
 * AccordDemoOptions:
 * @seed: another seed gives other numbers
 * @members: how many members
 * @years: how many plan years, the one of today the last of them
 * @conversations: how many conversations
 * @opportunities: how many opportunities
 *
 * The size of a synthetic workspace, for benchmarks. A count of -1 is left to the others.
 */
typedef struct
{
  guint64 seed;
  gint64 members;
  gint64 years;
  gint64 conversations;
  gint64 opportunities;
} AccordDemoOptions;

/* Writes a workspace to path, which must not be there: without options the demo team, whose people and words stand in
 * data/demo/demo.json, with the two plan years before the one of today and that one up to today; with options a
 * synthetic one. The same options and the same today give the same content. Complete or not there at all, 0600. Errors
 * are ACCORD_STORE_ERROR or G_IO_ERROR_CANCELLED. */
gboolean accord_demo_write (const char              *path,
                            const AccordDemoOptions *options,
                            AccordDate               today,
                            AccordProgress           progress,
                            gpointer                 user_data,
                            GCancellable            *cancellable,
                            GError                 **error);

G_END_DECLS
