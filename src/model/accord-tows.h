/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-card.h"

G_BEGIN_DECLS

/* What two cards make when they meet (TOWS). */
typedef enum
{
  ACCORD_TOWS_SO, /*< nick=so >*/ /* use a strength on an opportunity */
  ACCORD_TOWS_ST, /*< nick=st >*/ /* use a strength against a threat */
  ACCORD_TOWS_WO, /*< nick=wo >*/ /* overcome a weakness through an opportunity */
  ACCORD_TOWS_WT, /*< nick=wt >*/ /* defend where a weakness meets a threat */
} AccordTows;

#define ACCORD_TOWS_N 4

/* The value in words, for reading: "Use strengths on opportunities". */
const char *accord_tows_get_label (AccordTows tows);

/* Whether a card of the quadrant comes from inside. */
gboolean accord_quadrant_is_internal (AccordQuadrant quadrant);

/* What cards of these two quadrants make, given in either order; FALSE where both are from inside or both from
 * outside. */
gboolean accord_tows_of (AccordQuadrant one,
                         AccordQuadrant other,
                         AccordTows    *tows);

/* The quadrant inside, and outside, of a kind of pair. */
AccordQuadrant accord_tows_get_internal (AccordTows tows);
AccordQuadrant accord_tows_get_external (AccordTows tows);

G_END_DECLS
