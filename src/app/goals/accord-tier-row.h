/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-pay-band.h"
#include "accord-wizard-step.h"

G_BEGIN_DECLS

/**
 * AccordTierRow:
 *
 * A band of a pay plan: from which bookings or share of the quota on, and its rate. The first begins at nothing.
 *
 * Signals: "edited", "remove".
 */
#define ACCORD_TYPE_TIER_ROW (accord_tier_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordTierRow, accord_tier_row, ACCORD, TIER_ROW, AdwBin)

GtkWidget *accord_tier_row_new (AccordWizardStep *step,
                                gboolean          first);

/* FALSE where the edge or the rate is not known yet. */
gboolean accord_tier_row_get_band (AccordTierRow *self,
                                   AccordPayBand *band);
void accord_tier_row_set_band (AccordTierRow       *self,
                               const AccordPayBand *band);

/* The quota that a share is of, minor units; unknown: there is none. Says under a share what it comes to. */
void accord_tier_row_set_quota (AccordTierRow *self,
                                gint64         quota);

/* Its number among the bands, from 1; 0: it is the only rate, and has no title. */
void accord_tier_row_set_number (AccordTierRow *self,
                                 guint          number);

/* Says under the edge what is wrong with it; NULL takes it back. */
void accord_tier_row_set_error (AccordTierRow *self,
                                const char    *message);

G_END_DECLS
