/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-member.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordPromisePane:
 *
 * A commitment that was given: read back in sentences, its versions, and the way onto paper for two signatures. Which
 * personal goals go with it is ticked here; private ones are not, unless somebody does.
 */
#define ACCORD_TYPE_PROMISE_PANE (accord_promise_pane_get_type ())
G_DECLARE_FINAL_TYPE (AccordPromisePane, accord_promise_pane, ACCORD, PROMISE_PANE, AdwBin)

/* The member's latest commitment of the plan year. */
void accord_promise_pane_show (AccordPromisePane *self,
                               AccordWorkspace   *workspace,
                               AccordMember      *member,
                               int                year);

/* A window of its own around the pane, over parent; Esc closes it. */
GtkWindow *accord_promise_window_new (GtkWindow       *parent,
                                      AccordWorkspace *workspace,
                                      AccordMember    *member,
                                      int              year);

G_END_DECLS
