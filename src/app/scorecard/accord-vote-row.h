/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AccordVoteRow:
 *
 * A candidate to vote for, whatever it is: its title, what the voter gave it between a button for one less and one for one more,
 * and what all gave it. Digits, + and − set the count, too.
 *
 * Signals: "wanted" (guint: so many votes are to be given; the limit is not the row's to know).
 */
#define ACCORD_TYPE_VOTE_ROW (accord_vote_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordVoteRow, accord_vote_row, ACCORD, VOTE_ROW, AdwActionRow)

GtkWidget *accord_vote_row_new (gint64 candidate);

gint64 accord_vote_row_get_candidate (AccordVoteRow *self);

/* given: by the voter; left: what the voter could give besides; total: by all. */
void accord_vote_row_show (AccordVoteRow *self,
                           const char    *title,
                           const char    *detail,
                           guint          given,
                           guint          left,
                           guint          total);

G_END_DECLS
