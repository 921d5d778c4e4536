/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-options.h"

G_BEGIN_DECLS

/* Private to accord-import-options*.c: what maps and sets are of. */
typedef struct
{
  char *field;
  char *text;
} AccordImportPair;

void accord_import_pairs_add (GPtrArray  *pairs,
                              const char *field,
                              const char *text);

G_END_DECLS
