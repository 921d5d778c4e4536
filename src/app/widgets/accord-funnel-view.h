/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-chart.h"
#include "accord-funnel.h"

G_BEGIN_DECLS

/**
 * AccordFunnelView:
 *
 * A funnel drawn as narrowing bars, from the outreach at the top to the bookings at the foot, with the figure of each
 * beside it. What is not known yet has an empty bar. Its accessible description holds the same figures.
 */
#define ACCORD_TYPE_FUNNEL_VIEW (accord_funnel_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordFunnelView, accord_funnel_view, ACCORD, FUNNEL_VIEW, AccordChart)

/* Shows a copy of funnel; currency and decimals are for the bookings. */
void accord_funnel_view_set_funnel (AccordFunnelView   *self,
                                    const AccordFunnel *funnel,
                                    const char         *currency,
                                    int                 decimals);

G_END_DECLS
