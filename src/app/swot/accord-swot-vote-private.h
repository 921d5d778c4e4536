/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-swot-vote-card.h"
#include "accord-swot-vote.h"
#include "accord-swot-voter-row.h"
#include "accord-voting.h"

G_BEGIN_DECLS

struct _AccordSwotVote
{
  AccordSwotView parent_instance;

  AccordVoter voter;      /* whose turn it is; neither member nor ballot: nobody's */
  guint n_ballots;        /* begun, with a vote on them or not */
  GPtrArray *shown;       /* AccordCard, those that there are widgets for, quadrant by quadrant */
  AccordCard *current;    /* the card that has or had the focus */
  gboolean filling;
  gboolean wants_focus;   /* once there are cards in sight */

  GtkStack *stack;
  AdwFlap *flap;
  GtkListBox *voters;
  GtkWidget *ballot_button;
  GtkLabel *progress_label;
  AdwActionRow *each_row;
  GtkSpinButton *each_spin;
  GtkSwitch *anonymous_switch;
  GtkSwitch *totals_switch;
  GtkWidget *clear_button;
  GtkWidget *voters_toggle;
  GtkWidget *sort_button;
  GtkLabel *voter_label;
  GtkLabel *spent_label;
  GtkWidget *refusal_box;
  GtkLabel *refusal_label;
  GtkFlowBox *quadrants;
  GtkWidget *lists[ACCORD_BOARD_N_QUADRANTS]; /* GtkBox with the cards */
  GtkLabel *counts[ACCORD_BOARD_N_QUADRANTS];
};

/* What the rules say of this board. */
guint accord_swot_vote_get_each (AccordSwotVote *self);
gboolean accord_swot_vote_is_anonymous (AccordSwotVote *self);

/* The ids of the board's cards. (transfer full) */
GHashTable *accord_swot_vote_list_ids (AccordSwotVote *self);
gboolean accord_swot_vote_has_begun (AccordSwotVote *self);

AccordSwotVoteCard *accord_swot_vote_find (AccordSwotVote   *self,
                                           AccordCard       *card,
                                           AccordBoardPlace *place);
void accord_swot_vote_focus_card (AccordSwotVote *self,
                                  AccordCard     *card);
AccordSwotVoterRow *accord_swot_vote_find_row (AccordSwotVote *self);

/* Whose turn it is from now on, beginning with the first card; a step of 1 or -1 from whose turn it was. */
void accord_swot_vote_set_voter (AccordSwotVote    *self,
                                 const AccordVoter *voter);
void accord_swot_vote_step_voter (AccordSwotVote *self,
                                  int             steps);
void accord_swot_vote_begin_ballot (AccordSwotVote *self);

/* The current voter gives the current card so many votes, or as many as there are left for it. */
void accord_swot_vote_give (AccordSwotVote *self,
                            guint           wanted);
void accord_swot_vote_give_more (AccordSwotVote *self,
                                 int             steps);

/* Why something was not done, in sight until the next is; NULL: nothing. */
void accord_swot_vote_refuse (AccordSwotVote *self,
                              const char     *message);

gboolean accord_swot_vote_handle_key (AccordSwotVote *self,
                                      guint           keyval,
                                      GdkModifierType state);

/* The rules of the vote: what the controls beside the voters are bound to. */
void accord_swot_vote_bind_rules (GtkWidgetClass *widget_class);
void accord_swot_vote_show_rules (AccordSwotVote *self);

G_END_DECLS
