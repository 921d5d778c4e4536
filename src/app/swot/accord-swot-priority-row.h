/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-card.h"

G_BEGIN_DECLS

/**
 * AccordSwotPriorityRow:
 *
 * A card in the list of priorities: its number, where it comes from, how much it matters and how likely it is, with keys
 * and buttons that change both.
 *
 * Signal: "rated" (int impact, int likelihood, gboolean by_pointer), what is wanted.
 */
#define ACCORD_TYPE_SWOT_PRIORITY_ROW (accord_swot_priority_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotPriorityRow, accord_swot_priority_row, ACCORD, SWOT_PRIORITY_ROW, GtkListBoxRow)

GtkWidget *accord_swot_priority_row_new (AccordCard *card);

AccordCard *accord_swot_priority_row_get_card (AccordSwotPriorityRow *self);

/* rank counts from 1; it is also the order of the list. */
void accord_swot_priority_row_show (AccordSwotPriorityRow *self,
                                    guint                  rank,
                                    guint                  votes);
guint accord_swot_priority_row_get_rank (AccordSwotPriorityRow *self);

G_END_DECLS
