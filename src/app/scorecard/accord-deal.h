/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-pipeline.h"

G_BEGIN_DECLS

/**
 * AccordDeal:
 *
 * An open deal as a list shows it, immutable.
 *
 * Properties, for columns and their sorters: account, product, owner, stage (texts); stage-position (int, -1: none); days
 * (int64, -1 where unknown), days-text; median (int64, billionths of a day, -1 where unknown), median-text; amount (int64, minor
 * units), amount-text; expected (int, a day, 0 where unknown), expected-text; aged, past (booleans: longer in its stage than its
 * median; expected to close on a day that is over).
 */
#define ACCORD_TYPE_DEAL (accord_deal_get_type ())
G_DECLARE_FINAL_TYPE (AccordDeal, accord_deal, ACCORD, DEAL, GObject)

/* owner is the member's name; position the stage's in the list. */
AccordDeal *accord_deal_new (const AccordOpenDeal *deal,
                             const char           *owner,
                             int                   position,
                             AccordDate            today,
                             const char           *currency,
                             int                   decimals);

/* The opportunity's. */
gint64 accord_deal_get_id (AccordDeal *self);
const char *accord_deal_get_account (AccordDeal *self);

/* A line of text for the clipboard, with tabs between the columns, and the line above all. (transfer full) */
char *accord_deal_dup_line (AccordDeal *self);
char *accord_deal_dup_head (void);

G_END_DECLS
