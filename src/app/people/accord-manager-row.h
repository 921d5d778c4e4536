/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-workspace.h"

G_BEGIN_DECLS

/* A row to choose whom a member reports to. Signal: "chosen", by the user. */
#define ACCORD_TYPE_MANAGER_ROW (accord_manager_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordManagerRow, accord_manager_row, ACCORD, MANAGER_ROW, AdwComboRow)

/* Offers everybody on the team but the member, and shows manager (0: nobody), who may have left. */
void accord_manager_row_show (AccordManagerRow *self,
                              AccordWorkspace  *workspace,
                              gint64            member,
                              gint64            manager);

/* The id of the one chosen; 0: nobody. */
gint64 accord_manager_row_get_manager (AccordManagerRow *self);

G_END_DECLS
