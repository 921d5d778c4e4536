/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-multivote.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* A vote for cards of the SWOT board or for building blocks of the scorecard, put into a change. */

/* What the voter gives the candidate, a live AccordCard or AccordMetric, from now on; 0 takes it back. Limits are the
 * caller's (accord_multivote_clamp()). */
void accord_vote_change_give (AccordChange      *change,
                              AccordWorkspace   *workspace,
                              gpointer           candidate,
                              const AccordVoter *voter,
                              guint              count);

/* Takes back all votes for the candidates of that kind whose ids are the keys (gint64 *) of candidates. */
void accord_vote_change_clear (AccordChange    *change,
                               AccordWorkspace *workspace,
                               GType            kind,
                               GHashTable      *candidates);

G_END_DECLS
