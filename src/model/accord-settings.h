/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordSettings:
 *
 * What holds for the whole workspace: one record, id 1.
 */
#define ACCORD_TYPE_SETTINGS (accord_settings_get_type ())
G_DECLARE_FINAL_TYPE (AccordSettings, accord_settings, ACCORD, SETTINGS, AccordRecord)

AccordSettings *accord_settings_new (void);

/* Names the workspace for ever; its backups are found by it. */
ACCORD_DECLARE_TEXT (AccordSettings, accord_settings, uuid)
/* The team's name. */
ACCORD_DECLARE_TEXT (AccordSettings, accord_settings, name)
/* ISO 4217 code, three capitals. */
ACCORD_DECLARE_TEXT (AccordSettings, accord_settings, currency)
/* Digits after the currency's decimal point: money in the file is in units of 10^-decimals. */
ACCORD_DECLARE_VALUE (AccordSettings, accord_settings, decimals, gint64)
/* The month, 1-12, in which plan years start. */
ACCORD_DECLARE_VALUE (AccordSettings, accord_settings, fiscal_start, gint64)
ACCORD_DECLARE_VALUE (AccordSettings, accord_settings, created, AccordDate)

G_END_DECLS
