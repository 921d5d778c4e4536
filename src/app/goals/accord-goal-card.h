/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-member.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordGoalCard:
 *
 * A member's year on the Goals page: what they want, commitment against quota, the quarters, how far they are, and the
 * one button that goes on.
 *
 * Signals: "plan" (the button).
 */
#define ACCORD_TYPE_GOAL_CARD (accord_goal_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordGoalCard, accord_goal_card, ACCORD, GOAL_CARD, AdwBin)

GtkWidget *accord_goal_card_new (AccordWorkspace *workspace,
                                 AccordMember    *member,
                                 int              year);

AccordMember *accord_goal_card_get_member (AccordGoalCard *self);

/* Reads everything again. */
void accord_goal_card_refresh (AccordGoalCard *self);

G_END_DECLS
