/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-wizard-step.h"

G_BEGIN_DECLS

/**
 * AccordTierRow:
 *
 * A band of a pay plan: from which bookings on, and its rate. The first begins at nothing.
 *
 * Signals: "edited", "remove".
 */
#define ACCORD_TYPE_TIER_ROW (accord_tier_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordTierRow, accord_tier_row, ACCORD, TIER_ROW, AdwBin)

GtkWidget *accord_tier_row_new (AccordWizardStep *step,
                                gboolean          first);

gint64 accord_tier_row_get_from (AccordTierRow *self);
gint64 accord_tier_row_get_rate (AccordTierRow *self);
void accord_tier_row_set_tier (AccordTierRow *self,
                               gint64         from,
                               gint64         rate);

/* Its number among the bands, from 1; 0: it is the only rate, and has no title. */
void accord_tier_row_set_number (AccordTierRow *self,
                                 guint          number);

/* Says under the edge what is wrong with it; NULL takes it back. */
void accord_tier_row_set_error (AccordTierRow *self,
                                const char    *message);

G_END_DECLS
