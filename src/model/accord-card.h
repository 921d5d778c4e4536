/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/* Strengths and weaknesses are internal, opportunities and threats external. */
typedef enum
{
  ACCORD_QUADRANT_STRENGTH, /*< nick=strength >*/
  ACCORD_QUADRANT_WEAKNESS, /*< nick=weakness >*/
  ACCORD_QUADRANT_OPPORTUNITY, /*< nick=opportunity >*/
  ACCORD_QUADRANT_THREAT, /*< nick=threat >*/
} AccordQuadrant;

/* The value in words, for reading. */
const char *accord_quadrant_get_label (AccordQuadrant quadrant);

/* Whose hands it is in; separate from internal and external. */
typedef enum
{
  ACCORD_CONTROL_OURS, /*< nick=ours >*/
  ACCORD_CONTROL_INFLUENCE, /*< nick=influence >*/
  ACCORD_CONTROL_OUTSIDE, /*< nick=outside >*/
} AccordControl;

/* The value in words, for reading. */
const char *accord_control_get_label (AccordControl control);

/* Who a card or a copy of a report is for. */
typedef enum
{
  ACCORD_AUDIENCE_TEAM, /*< nick=team >*/
  ACCORD_AUDIENCE_MANAGER, /*< nick=manager >*/
  ACCORD_AUDIENCE_HR, /*< nick=hr >*/
} AccordAudience;

/* The value in words, for reading. */
const char *accord_audience_get_label (AccordAudience audience);

/**
 * AccordCard:
 *
 * A card on the SWOT board of a plan year: the team's, or a territory's.
 */
#define ACCORD_TYPE_CARD (accord_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordCard, accord_card, ACCORD, CARD, AccordRecord)

AccordCard *accord_card_new (void);

/* The plan year's label. */
ACCORD_DECLARE_VALUE (AccordCard, accord_card, year, gint64)
/* 0: the team's board. */
ACCORD_DECLARE_VALUE (AccordCard, accord_card, territory, gint64)
ACCORD_DECLARE_VALUE (AccordCard, accord_card, quadrant, AccordQuadrant)
/* Order in the quadrant, ascending; gaps mean nothing. */
ACCORD_DECLARE_VALUE (AccordCard, accord_card, position, gint64)
ACCORD_DECLARE_TEXT (AccordCard, accord_card, title)
ACCORD_DECLARE_TEXT (AccordCard, accord_card, detail)
/* The number or fact behind it. */
ACCORD_DECLARE_TEXT (AccordCard, accord_card, evidence)
/* Where that comes from. */
ACCORD_DECLARE_TEXT (AccordCard, accord_card, evidence_source)
ACCORD_DECLARE_VALUE (AccordCard, accord_card, control, AccordControl)
/* 1-5; 0: not rated. */
ACCORD_DECLARE_VALUE (AccordCard, accord_card, impact, gint64)
/* Likelihood or certainty, 1-5; 0: not rated. */
ACCORD_DECLARE_VALUE (AccordCard, accord_card, likelihood, gint64)
/* Who may see it. */
ACCORD_DECLARE_VALUE (AccordCard, accord_card, audience, AccordAudience)
/* The member whose turn it was when the card was written; 0: nobody's in particular. */
ACCORD_DECLARE_VALUE (AccordCard, accord_card, author, gint64)
/* The card of the same board that this one lies under, since they say the same; 0: it lies on the board itself.
 * Cards lie one deep: a card that others lie under lies under none. */
ACCORD_DECLARE_VALUE (AccordCard, accord_card, merged_into, gint64)
/* The card of an earlier year's board that this one goes on with; 0: none. */
ACCORD_DECLARE_VALUE (AccordCard, accord_card, carried_from, gint64)
/* The day on which it was settled: used, mended, seized or averted; none: it stands. */
ACCORD_DECLARE_VALUE (AccordCard, accord_card, resolved, AccordDate)
/* What became of it. */
ACCORD_DECLARE_TEXT (AccordCard, accord_card, outcome)

G_END_DECLS
