/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-types.h"

G_BEGIN_DECLS

/**
 * AccordCommitmentBar:
 *
 * A commitment against its quota: a bar to the commitment, hatched beyond the quota (the stretch), a mark at the quota,
 * and on it, thinner, what is booked so far. Its accessible description holds the same figures.
 */
#define ACCORD_TYPE_COMMITMENT_BAR (accord_commitment_bar_get_type ())
G_DECLARE_FINAL_TYPE (AccordCommitmentBar, accord_commitment_bar, ACCORD, COMMITMENT_BAR, GtkWidget)

/* Minor units; each may be ACCORD_UNKNOWN. */
void accord_commitment_bar_set_figures (AccordCommitmentBar *self,
                                        gint64               quota,
                                        gint64               amount,
                                        gint64               booked,
                                        const char          *currency,
                                        int                  decimals);

G_END_DECLS
