/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-board-query.h"
#include "accord-board.h"
#include "accord-page.h"
#include "accord-swot-card.h"

G_BEGIN_DECLS

/**
 * AccordSwotPage:
 *
 * The SWOT board of a plan year: the team's, or a territory's. Pointer, keys and menus all come down to the functions
 * here, each of which is one change that Undo takes back.
 */
#define ACCORD_TYPE_SWOT_PAGE (accord_swot_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotPage, accord_swot_page, ACCORD, SWOT_PAGE, AccordPage)

/* Changes: FALSE, and a message to the user, where nothing could be stored. */

/* Stores the change, and shows what has come of it. */
gboolean accord_swot_page_apply (AccordSwotPage *self,
                                 AccordChange   *change);
/* One a title, at the end of the quadrant; by the member whose turn it is in a brainstorm. */
gboolean accord_swot_page_add_cards (AccordSwotPage    *self,
                                     AccordQuadrant     quadrant,
                                     const char *const *titles);
/* One a line of a list (accord_board_read_lines()); offers Undo in a toast. */
gboolean accord_swot_page_paste_text (AccordSwotPage *self,
                                      AccordQuadrant  quadrant,
                                      const char     *text);
/* They come to stand in the order given; the index counts without them. Cards that stand there already are no change. */
gboolean accord_swot_page_move_cards (AccordSwotPage  *self,
                                      GPtrArray       *cards,
                                      AccordBoardPlace place);
/* The others come to lie under host. */
gboolean accord_swot_page_merge_cards (AccordSwotPage *self,
                                       AccordCard     *host,
                                       GPtrArray      *others);
/* What lies under host lies on the board again; only NULL: all of it. */
gboolean accord_swot_page_split_card (AccordSwotPage *self,
                                      AccordCard     *host,
                                      AccordCard     *only);
gboolean accord_swot_page_change_card (AccordSwotPage *self,
                                       AccordCard     *draft);
/* Offers Undo in a toast; the focus goes to the card that takes the first one's place. */
gboolean accord_swot_page_remove_cards (AccordSwotPage *self,
                                        GPtrArray      *cards);

/* Says since when the cards are settled; none: that they are open. What became of them stays. */
gboolean accord_swot_page_resolve_cards (AccordSwotPage *self,
                                         GPtrArray      *cards,
                                         AccordDate      day);

/* The cards show no text until they are revealed. */
gboolean accord_swot_page_is_covered (AccordSwotPage *self);

/* For the line to type on, in a brainstorm: whether the key goes to another line or to the next turn, and what it does once
 * what was typed is stored. */
gboolean accord_swot_page_takes_key (AccordSwotPage *self,
                                     guint           keyval,
                                     GdkModifierType state);
void accord_swot_page_use_key (AccordSwotPage *self,
                               AccordQuadrant  quadrant,
                               guint           keyval,
                               GdkModifierType state);

/* The cards of every quadrant by votes or by priority; offers Undo in a toast. */
gboolean accord_swot_page_sort (AccordSwotPage  *self,
                                AccordBoardOrder order);

/* The card that had the focus last; FALSE where none has had it. */
gboolean accord_swot_page_focus_current (AccordSwotPage *self);
void accord_swot_page_focus_card (AccordSwotPage *self,
                                  AccordCard     *card);

/* What is selected is what drags, keys and menus act on. */

typedef enum
{
  ACCORD_SWOT_SELECT_ONLY,
  ACCORD_SWOT_SELECT_TOGGLE,
  ACCORD_SWOT_SELECT_EXTEND, /* all from where the selection began, as they lie on the board */
  ACCORD_SWOT_SELECT_KEEP,   /* only the focus moves */
} AccordSwotSelect;

/* The focus goes to the card too. */
void accord_swot_page_select (AccordSwotPage  *self,
                              AccordCard      *card,
                              AccordSwotSelect how);
gboolean accord_swot_page_is_selected (AccordSwotPage *self,
                                       AccordCard     *card);
/* What an action is done to: the cards that are selected together with the one that has the focus, or that one alone, in
 * the order in which they lie on the board. (transfer full): an array that holds references. */
GPtrArray *accord_swot_page_list_selected (AccordSwotPage *self);
/* Whatever is selected, wherever the focus is. (transfer full) */
GPtrArray *accord_swot_page_list_all_selected (AccordSwotPage *self);

/* For the quadrants, while cards are dragged. Those that the end of a drag calls do nothing where self is NULL, as it is
 * when the window is going. */

/* How many go along with the card, itself included. */
guint accord_swot_page_count_dragged (AccordSwotPage *self,
                                      AccordCard     *card);
/* They are in the air from now on. */
void accord_swot_page_lift (AccordSwotPage *self,
                            AccordCard     *card);
/* What is in the air, in order. (transfer full): an array that holds references. */
GPtrArray *accord_swot_page_dup_dragged (AccordSwotPage *self);
/* Says that what is in the air is merged with host, if it is let go now; NULL: it is not. */
void accord_swot_page_offer_merge (AccordSwotPage *self,
                                   AccordSwotCard *host);
/* Only one gap is open: closes all but except's. */
void accord_swot_page_close_gaps (AccordSwotPage *self,
                                  gpointer        except);
/* The pointer is over no quadrant: opens the gap where the card came from. */
void accord_swot_page_open_home (AccordSwotPage *self);
void accord_swot_page_end_drag (AccordSwotPage *self);
/* Whether cards of this board are in the air. */
gboolean accord_swot_page_is_dragging (AccordSwotPage *self);

G_END_DECLS
