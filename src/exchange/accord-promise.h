/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-commitment.h"
#include "accord-goal.h"
#include "accord-plan.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordPromise:
 *
 * A commitment in plain sentences, for the read-back in the wizard and for the paper that two people sign. Everything
 * in it is text for reading; it holds on to nothing of the workspace.
 */
typedef struct _AccordPromise AccordPromise;

/* What a plan would promise if it was given now; the day is today's. */
AccordPromise *accord_promise_new_for_plan (AccordWorkspace *workspace,
                                            AccordPlan      *plan);

/* What was promised. What it takes a week is the member's plan's, as long as that is for the same amount. */
AccordPromise *accord_promise_new_for_commitment (AccordWorkspace  *workspace,
                                                  AccordCommitment *commitment);

void accord_promise_free (AccordPromise *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPromise, accord_promise_free)

/* Puts a personal goal on the paper. Whoever asks decides which: a private one only where the member says so. */
void accord_promise_add_goal (AccordPromise *self,
                              AccordGoal    *goal);

const char *accord_promise_get_member (AccordPromise *self);
const char *accord_promise_get_partner (AccordPromise *self); /* "" where there is none */
const char *accord_promise_get_year (AccordPromise *self);
const char *accord_promise_get_workspace (AccordPromise *self);

/* "Joe commits to $1,200,000 in 2026 because …." Says what is missing where it is. */
const char *accord_promise_get_sentence (AccordPromise *self);

/* "That is the quota of $1,000,000 and a stretch of $200,000, 20 %." "" where there is no quota. */
const char *accord_promise_get_stretch (AccordPromise *self);

/* "Carolyn holds him to it": who holds whom; "" where there is no partner. */
const char *accord_promise_get_holds (AccordPromise *self);

/* "Every week it takes 60 outreach, 12 first meetings, 3 opportunities opened." "" where the plan does not say. */
const char *accord_promise_get_week (AccordPromise *self);

/* The four quarters' amounts, 0-3. */
const char *accord_promise_get_quarter (AccordPromise *self,
                                        guint          quarter);

/* "Committed on 18 Nov 2026", for a later version with its number and the reason; "" for a plan. */
const char *accord_promise_get_dated (AccordPromise *self);

/* The goals that were added, each as a title and the lines beneath it. */
guint accord_promise_get_n_goals (AccordPromise *self);
const char *accord_promise_get_goal_title (AccordPromise *self,
                                           guint          goal);
const char *const *accord_promise_get_goal_lines (AccordPromise *self,
                                                  guint          goal);

G_END_DECLS
