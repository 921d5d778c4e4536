/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* From now on Ctrl-C (and a polite end from outside) cancels this instead of ending the program, so that long work can
 * leave everything as it was; a second one ends it at once. To be called once, before other threads start. (transfer
 * full) */
GCancellable *accord_cli_catch_interrupt (void);

/* Shows how far long work is, on standard error when that is a terminal. label is what is going on, translated; the
 * line goes when fraction reaches 1. Of type AccordProgress. */
void accord_cli_show_progress (double   fraction,
                               gpointer label);

/* Takes the line away. */
void accord_cli_clear_progress (void);

G_END_DECLS
