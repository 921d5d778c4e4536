/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rich.h"

G_BEGIN_DECLS

/* A file of an older version, as it lies on people's disks (tests/fixtures). */

#define OLD_VERSION 1

/* Where it lies, compressed. (transfer full) */
char *old_dup_name (void);

/* Uncompresses the file at from to a new one. */
void old_inflate (const char *from,
                  const char *to);

/* The old file lies where the workspace was; nothing is open, and no backup is left of another test. Gives a second one, to
 * compare with. (transfer full) */
char *old_lay_down (Fixture *fixture);

G_END_DECLS
