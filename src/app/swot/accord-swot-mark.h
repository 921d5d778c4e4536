/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-card.h"

G_BEGIN_DECLS

/**
 * AccordSwotMark:
 *
 * A small picture beside a word: a full, half or empty circle for who controls something, or rising bars for impact. In
 * the colour of the text around it; it says nothing to a screen reader, the word beside it does.
 */
#define ACCORD_TYPE_SWOT_MARK (accord_swot_mark_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotMark, accord_swot_mark, ACCORD, SWOT_MARK, GtkWidget)

void accord_swot_mark_show_control (AccordSwotMark *self,
                                    AccordControl   control);
/* impact: 0 to 5. */
void accord_swot_mark_show_impact (AccordSwotMark *self,
                                   int             impact);

G_END_DECLS
