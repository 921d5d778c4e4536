/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk under SQLite that fails, or loses its power, when it is told to: a VFS over the real one. */

typedef enum
{
  DISK_OPEN,
  DISK_READ,
  DISK_WRITE,
  DISK_TRUNCATE,
  DISK_SYNC,
  DISK_DELETE,
  DISK_SIZE,
  DISK_LOCK,
} DiskCall;

/* Puts the disk under every connection that is opened from now on. */
void disk_install (void);

/* From now on the nth call that counts fails, once or for ever: every call with an I/O error, or, if full, every write
 * for want of room. nth 0: none. */
void disk_fail_at (guint    nth,
                   gboolean for_ever,
                   gboolean full);

/* Whether anything was made to fail since then. */
gboolean disk_has_failed (void);

/* Records what the files of folder hold for sure and what is still on its way to them, and calls after every call that
 * changes something. The files must not be open yet. */
typedef void (*DiskChanged) (gpointer user_data);
void disk_record (const char *folder,
                  DiskChanged changed,
                  gpointer    user_data);
void disk_record_stop (void);

typedef enum
{
  DISK_LOSES_ALL,    /* nothing that was not synced */
  DISK_LOSES_NONE,   /* all that was written */
  DISK_LOSES_SOME,   /* any of it, in any order, and parts of writes */
} DiskLoss;

/* Writes into folder what could be there after the power went now. */
void disk_write_image (const char *folder,
                       DiskLoss    loss);

G_END_DECLS
