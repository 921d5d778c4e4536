/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-workspace.h"

G_BEGIN_DECLS

/* Fills names and the ids behind them with the members that something can still be agreed with: those who have not
 * left, and the one with the id kept. first, where it is not NULL, stands before them with id 0. Returns the place of
 * kept, or 0. Choices that are right already are left alone: somebody may be choosing. */
guint accord_member_choices_fill (AccordWorkspace *workspace,
                                  gint64           kept,
                                  const char      *first,
                                  GtkStringList   *names,
                                  GArray          *ids);

G_END_DECLS
