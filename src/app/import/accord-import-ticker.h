/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-progress.h"

G_BEGIN_DECLS

/**
 * AccordImportTicker:
 *
 * Brings what a thread says about its progress to the main loop, a few times a second.
 */
typedef struct _AccordImportTicker AccordImportTicker;

/* progress is called in the main loop with user_data, until the ticker is stopped. */
AccordImportTicker *accord_import_ticker_new (AccordProgress progress,
                                              gpointer       user_data);

/* No more of it; the thread may go on telling. */
void accord_import_ticker_stop (AccordImportTicker *self);
void accord_import_ticker_free (AccordImportTicker *self);

/* Any thread: an AccordProgress whose user_data is the ticker. */
void accord_import_ticker_tell (double   fraction,
                                gpointer self);

G_END_DECLS
