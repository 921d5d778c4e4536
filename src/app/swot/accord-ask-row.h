/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-ask.h"
#include "accord-work-row.h"

G_BEGIN_DECLS

/**
 * AccordAskRow:
 *
 * One ask to another department: how far it has come where it stands, opened to be changed. A new one is stored as soon as
 * it says who is asked for what. Where it says which card it comes from it does not say the department: it is in a list of
 * that department's asks.
 */
#define ACCORD_TYPE_ASK_ROW (accord_ask_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordAskRow, accord_ask_row, ACCORD, ASK_ROW, AccordWorkRow)

/* ask NULL: a new one, because of the card with that id. */
GtkWidget *accord_ask_row_new (AccordWorkspace *workspace,
                               AccordAsk       *ask,
                               gint64           card);

/* How an ask's status is drawn: beside its word. */
const char *accord_ask_status_get_icon_name (AccordAskStatus status);
/* Borrowed; NULL where it has no colour of its own. */
const char *accord_ask_status_get_css_class (AccordAskStatus status);

G_END_DECLS
