/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/* What the kinds of records ask of their fields when they validate; each gives FALSE with ACCORD_RECORD_ERROR. */

/* text holds more than white space; otherwise message (translated) is the error. */
gboolean accord_record_require (const char *text,
                                const char *message,
                                GError    **error);

/* lowest <= value <= highest. */
gboolean accord_record_require_range (gint64      value,
                                      gint64      lowest,
                                      gint64      highest,
                                      const char *message,
                                      GError    **error);

/* Money: unknown, or from 0 to the largest amount there is room for. */
gboolean accord_record_require_amount (gint64   amount,
                                       GError **error);

/* An AccordRate: unknown, or from 0 to 1. */
gboolean accord_record_require_share (gint64   share,
                                      GError **error);

G_END_DECLS
