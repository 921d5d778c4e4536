/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-field-row.h"

G_BEGIN_DECLS

/* What a person typed as a number of that kind; nothing is ACCORD_UNKNOWN. FALSE with ACCORD_NUMBER_ERROR and words for
 * the user, value unknown. */
gboolean accord_field_value_parse (AccordFieldRowKind kind,
                                   const char        *text,
                                   int                decimals,
                                   gint64             maximum,
                                   gint64            *value,
                                   GError           **error);

/* The number as text: for reading, or as one types it. (transfer full) */
char *accord_field_value_format (AccordFieldRowKind kind,
                                 gint64             value,
                                 int                decimals,
                                 gboolean           reading);

G_END_DECLS
