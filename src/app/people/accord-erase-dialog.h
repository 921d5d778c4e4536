/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-member.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* Asks whether a member is to be erased, saying what goes, what stays, that it cannot be undone and which backups hold the
 * member still, which it offers to replace by a fresh one; and does it. What came of it is said in a toast above
 * teller. */
void accord_erase_dialog_present (GtkWidget       *teller,
                                  AccordWorkspace *workspace,
                                  AccordMember    *member);

G_END_DECLS
