/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-board-change.h"

G_BEGIN_DECLS

/**
 * AccordSwotView:
 *
 * Another way to look at the board than the board itself: to vote, to set priorities, to pair cards, to compare years. It
 * is told which board of which workspace it shows, and when something of it may have changed while it is in sight.
 */
#define ACCORD_TYPE_SWOT_VIEW (accord_swot_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordSwotView, accord_swot_view, ACCORD, SWOT_VIEW, AdwBin)

/**
 * AccordSwotViewClass:
 * @board_changed: another board, or none, is to be shown: what was chosen or half typed on the one before is of no use. A
 *   refresh follows before it is looked at. May be %NULL
 * @refresh: records of any kind may have changed, or the view comes into sight; there is a workspace
 * @settle: stores what was typed and waits for a pause; %FALSE where that failed, which the view shows. May be %NULL
 */
struct _AccordSwotViewClass
{
  AdwBinClass parent_class;

  void (*board_changed) (AccordSwotView *self);
  void (*refresh) (AccordSwotView *self);
  gboolean (*settle) (AccordSwotView *self);
};

/* workspace NULL: none. */
void accord_swot_view_set_board (AccordSwotView         *self,
                                 AccordWorkspace        *workspace,
                                 const AccordBoardScope *scope);
void accord_swot_view_refresh (AccordSwotView *self);
gboolean accord_swot_view_settle (AccordSwotView *self);

/* For the views. Borrowed; the workspace is NULL where there is none. */
AccordWorkspace *accord_swot_view_get_workspace (AccordSwotView *self);
const AccordBoardScope *accord_swot_view_get_scope (AccordSwotView *self);

/* The live list of all records of a type; only where there is a workspace. */
GListModel *accord_swot_view_get_list (AccordSwotView *self,
                                       GType           type);

/* The cards that lie on the board, quadrant by quadrant in order. (transfer full): an array that holds references. */
GPtrArray *accord_swot_view_list_cards (AccordSwotView *self);

/* Stores the change and refreshes; where that fails says so in a toast and gives FALSE. */
gboolean accord_swot_view_apply (AccordSwotView *self,
                                 AccordChange   *change);

G_END_DECLS
