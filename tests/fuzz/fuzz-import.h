/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What libFuzzer calls: an import of the bytes, as far as its plan. Aborts where something is wrong. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* The same, and the plan carried out and taken back: the workspace must be as before. */
void fuzz_import_carry_out (const guint8 *data,
                            gsize         size);

/* Removes what was made. */
void fuzz_import_end (void);
