/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-multivote.h"

G_BEGIN_DECLS

/**
 * AccordSwotVoterRow:
 *
 * Somebody who votes, or a ballot without a name: who, and how many of their votes they have given.
 */
#define ACCORD_TYPE_SWOT_VOTER_ROW (accord_swot_voter_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotVoterRow, accord_swot_voter_row, ACCORD, SWOT_VOTER_ROW, GtkListBoxRow)

GtkWidget *accord_swot_voter_row_new (const AccordVoter *voter);

const AccordVoter *accord_swot_voter_row_get_voter (AccordSwotVoterRow *self);

/* What the row calls the voter. Borrowed. */
const char *accord_swot_voter_row_get_name (AccordSwotVoterRow *self);

void accord_swot_voter_row_show (AccordSwotVoterRow *self,
                                 const char         *name,
                                 guint               spent,
                                 guint               each);

G_END_DECLS
