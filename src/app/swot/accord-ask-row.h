/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-ask.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordAskRow:
 *
 * One ask to another department: how far it has come where it stands, opened to be changed. A new one is stored as soon as
 * it says who is asked for what. What it says last is stored when a field is left or after a pause.
 *
 * Signals: failed (a GError: it could not be stored; what was typed is still there), removed (the user wants it gone),
 * source-activated (the user wants to see its card).
 */
#define ACCORD_TYPE_ASK_ROW (accord_ask_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordAskRow, accord_ask_row, ACCORD, ASK_ROW, AdwExpanderRow)

/* ask NULL: a new one, because of the card with that id. */
GtkWidget *accord_ask_row_new (AccordWorkspace *workspace,
                               AccordAsk       *ask,
                               gint64           card);

/* Says which card it comes from instead of the department, and offers to go there: for a list of a department's asks. */
void accord_ask_row_show_source (AccordAskRow *self,
                                 const char   *source);

/* The live record, borrowed; NULL until a new one has been stored. */
AccordAsk *accord_ask_row_get_ask (AccordAskRow *self);

/* The record's id, which a new one has just before it is stored; 0 before. */
gint64 accord_ask_row_get_id (AccordAskRow *self);

/* Opens it and puts the cursor where it says who is asked. */
void accord_ask_row_edit (AccordAskRow *self);

/* Stores what was typed; FALSE where that failed. */
gboolean accord_ask_row_settle (AccordAskRow *self);

/* How an ask's status is drawn: beside its word. */
const char *accord_ask_status_get_icon_name (AccordAskStatus status);
/* Borrowed; NULL where it has no colour of its own. */
const char *accord_ask_status_get_css_class (AccordAskStatus status);

G_END_DECLS
