/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/* A record's fields that are not at their defaults as a JSON object, integers and enumerations as numbers in text, for
 * what an import found before it. (transfer full) */
char *accord_import_record_to_json (gpointer record);

/* Gives a draft the fields of such a text, and every other field its default. FALSE where it is none. */
gboolean accord_import_record_from_json (gpointer    draft,
                                         const char *json);

/* The record's digest as 64 hex digits. (transfer full) */
char *accord_import_record_digest (gpointer record);

G_END_DECLS
