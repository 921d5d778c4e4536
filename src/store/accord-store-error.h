/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACCORD_STORE_ERROR (accord_store_error_quark ())
GQuark accord_store_error_quark (void);

/**
 * AccordStoreError:
 *
 * What can be wrong with a workspace file or with storing in it. Messages are whole sentences for the user: what
 * happened, what was kept, what to do next. They never quote what the file holds.
 *
 * @ACCORD_STORE_ERROR_NOT_FOUND: there is no such file
 * @ACCORD_STORE_ERROR_EXISTS: a file is there already and was left alone
 * @ACCORD_STORE_ERROR_EMPTY: the file has no content (a workspace never is: something else emptied it)
 * @ACCORD_STORE_ERROR_FOREIGN: not a workspace: not SQLite, or another program's database
 * @ACCORD_STORE_ERROR_NEWER: written by a newer version of Accord
 * @ACCORD_STORE_ERROR_SCHEMA: its tables, views or triggers are not the ones Accord made
 * @ACCORD_STORE_ERROR_DAMAGED: integrity, a reference, a hash or a seal is broken
 * @ACCORD_STORE_ERROR_READ_ONLY: the file, or its folder, cannot be written
 * @ACCORD_STORE_ERROR_BUSY: another program is writing to it
 * @ACCORD_STORE_ERROR_FULL: the disk is full
 * @ACCORD_STORE_ERROR_IO: reading or writing failed
 * @ACCORD_STORE_ERROR_MOVED: the file was moved, deleted or replaced while it was open
 * @ACCORD_STORE_ERROR_CONSTRAINT: the change contradicts what the file holds (a reference to nothing, a double)
 * @ACCORD_STORE_ERROR_SEALED: the change would touch a sealed record
 */
typedef enum
{
  ACCORD_STORE_ERROR_NOT_FOUND,
  ACCORD_STORE_ERROR_EXISTS,
  ACCORD_STORE_ERROR_EMPTY,
  ACCORD_STORE_ERROR_FOREIGN,
  ACCORD_STORE_ERROR_NEWER,
  ACCORD_STORE_ERROR_SCHEMA,
  ACCORD_STORE_ERROR_DAMAGED,
  ACCORD_STORE_ERROR_READ_ONLY,
  ACCORD_STORE_ERROR_BUSY,
  ACCORD_STORE_ERROR_FULL,
  ACCORD_STORE_ERROR_IO,
  ACCORD_STORE_ERROR_MOVED,
  ACCORD_STORE_ERROR_CONSTRAINT,
  ACCORD_STORE_ERROR_SEALED,
} AccordStoreError;

G_END_DECLS
