/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-card.h"

G_BEGIN_DECLS

/**
 * AccordSwotDot:
 *
 * A card as a small numbered mark, round where it comes from inside and square where it comes from outside, in the colour
 * of its quadrant. Signal: "activated", by a key.
 */
#define ACCORD_TYPE_SWOT_DOT (accord_swot_dot_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotDot, accord_swot_dot, ACCORD, SWOT_DOT, GtkWidget)

GtkWidget *accord_swot_dot_new (AccordCard *card);

AccordCard *accord_swot_dot_get_card (AccordSwotDot *self);

/* rank counts from 1. */
void accord_swot_dot_set_rank (AccordSwotDot *self,
                               guint          rank);

/* What a screen reader says of the card, and the tooltip: "2, Title: impact 4, likelihood 3". (transfer full) */
char *accord_swot_dot_describe (AccordCard *card,
                                guint       rank);

/* The style class of a widget that stands for a card of the quadrant, for its colour and shape. */
void accord_swot_dot_style (GtkWidget     *widget,
                            AccordQuadrant quadrant);

G_END_DECLS
