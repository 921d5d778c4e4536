/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-member.h"
#include "accord-period.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordPeopleList:
 *
 * The members of a workspace in a period, grouped by territory. Only the rows in sight are widgets, so that thousands
 * scroll as eight do.
 *
 * Properties: show-left (whether those who had left by then are listed too).
 *
 * Signals: "opened" (AccordMember, gboolean by_moving: it was reached with the arrow keys, not chosen).
 */
#define ACCORD_TYPE_PEOPLE_LIST (accord_people_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordPeopleList, accord_people_list, ACCORD, PEOPLE_LIST, AdwBin)

/* workspace NULL: nothing to show. */
void accord_people_list_set_workspace (AccordPeopleList *self,
                                       AccordWorkspace  *workspace);
void accord_people_list_set_period (AccordPeopleList *self,
                                    AccordPeriod     *period);

/* Only members with all words of text in their name, role, e-mail, other names or territory. */
void accord_people_list_set_search (AccordPeopleList *self,
                                    const char       *text);

/* Nobody's row is the chosen one any more. */
void accord_people_list_unselect (AccordPeopleList *self);

G_END_DECLS
