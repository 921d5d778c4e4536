/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-workspace.h"

G_BEGIN_DECLS

/* The team's holidays: added one by one or pasted as lines, and removed; each step is stored at once and can be undone
 * here. */
#define ACCORD_TYPE_HOLIDAYS_DIALOG (accord_holidays_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordHolidaysDialog, accord_holidays_dialog, ACCORD, HOLIDAYS_DIALOG, AdwWindow)

AccordHolidaysDialog *accord_holidays_dialog_new (GtkWindow       *parent,
                                                  AccordWorkspace *workspace);

G_END_DECLS
