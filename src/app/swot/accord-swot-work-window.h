/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-board-change.h"

G_BEGIN_DECLS

/**
 * AccordSwotWorkWindow:
 *
 * A window that lists what a SWOT board led to, with a choice of what is listed. What is typed is stored before it closes;
 * Ctrl+Z takes back what was stored. The rows that are there stay until another choice is made, whatever becomes of them.
 *
 * Signal: source-activated (the ids of a card and of a strategy, of which one is 0): to be shown on the board.
 */
#define ACCORD_TYPE_SWOT_WORK_WINDOW (accord_swot_work_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordSwotWorkWindow, accord_swot_work_window, ACCORD, SWOT_WORK_WINDOW, AdwWindow)

/**
 * AccordSwotWorkWindowClass:
 * @refresh: records may have changed, or another choice was made
 * @settle: stores what was typed; %FALSE where that failed
 */
struct _AccordSwotWorkWindowClass
{
  AdwWindowClass parent_class;

  void (*refresh) (AccordSwotWorkWindow *self);
  gboolean (*settle) (AccordSwotWorkWindow *self);
};

/* For the windows. choices name what can be listed, the first at the beginning. A refresh follows. */
void accord_swot_work_window_begin (AccordSwotWorkWindow   *self,
                                    GtkWindow              *parent,
                                    AccordWorkspace        *workspace,
                                    const AccordBoardScope *scope,
                                    const char             *title,
                                    const char *const      *choices);

/* Borrowed. */
AccordWorkspace *accord_swot_work_window_get_workspace (AccordSwotWorkWindow *self);
const AccordBoardScope *accord_swot_work_window_get_scope (AccordSwotWorkWindow *self);
/* The box to list in; emptied when another choice is made. */
GtkBox *accord_swot_work_window_get_box (AccordSwotWorkWindow *self);
guint accord_swot_work_window_get_choice (AccordSwotWorkWindow *self);

/* Shows text instead of the box; NULL: the box. */
void accord_swot_work_window_set_empty (AccordSwotWorkWindow *self,
                                        const char           *text);

/* Asks for the card, or strategy, to be shown, and closes. */
void accord_swot_work_window_show_source (AccordSwotWorkWindow *self,
                                          gint64                card,
                                          gint64                strategy);

G_END_DECLS
