/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-vote-private.h"

#include <glib/gi18n.h>

/* Giving votes, by keys and with the pointer. */

static GListModel *
vote_list (AccordSwotVote *self,
           GType           type)
{
  return accord_swot_view_get_list (ACCORD_SWOT_VIEW (self), type);
}

void
accord_swot_vote_refuse (AccordSwotVote *self,
                         const char     *message)
{
  gtk_widget_set_visible (self->refusal_box, message != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spent_label), message == NULL);
  gtk_label_set_label (self->refusal_label, message != NULL ? message : "");
  if (message != NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* How many more there were than wanted, and what can be done. */
static void
vote_refuse_more (AccordSwotVote *self,
                  guint           left)
{
  g_autofree char *message = NULL;

  if (left == 0)
    message = g_strdup (_("No votes are left: take one back elsewhere first"));
  else
    message = g_strdup_printf (ngettext ("Only %u vote was left", "Only %u votes were left", left), left);
  accord_swot_vote_refuse (self, message);
}

void
accord_swot_vote_give (AccordSwotVote *self,
                       guint           wanted)
{
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (AccordChange) change = NULL;
  guint given, spent, allowed;

  if (self->current == NULL)
    return;
  if (accord_swot_vote_find_row (self) == NULL)
    {
      accord_swot_vote_refuse (self, _("Choose who votes first"));
      return;
    }

  ids = accord_swot_vote_list_ids (self);
  given = accord_voting_given (vote_list (self, ACCORD_TYPE_CARD), vote_list (self, ACCORD_TYPE_VOTE), self->current,
                               &self->voter);
  spent = accord_multivote_spent (vote_list (self, ACCORD_TYPE_VOTE), ACCORD_TYPE_CARD, ids, &self->voter);
  allowed = accord_voting_allow (wanted, given, spent, accord_swot_vote_get_each (self));
  accord_swot_vote_refuse (self, NULL);
  if (allowed != given)
    {
      change = accord_change_new (_("Vote"));
      accord_board_change_vote_in_all (change, accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)), self->current,
                                       &self->voter, allowed);
      if (!accord_swot_view_apply (ACCORD_SWOT_VIEW (self), change))
        return;
    }
  if (allowed < wanted)
    vote_refuse_more (self, allowed - given);
}

void
accord_swot_vote_give_more (AccordSwotVote *self,
                            int             steps)
{
  guint given;

  if (self->current == NULL)
    return;

  given = accord_voting_given (vote_list (self, ACCORD_TYPE_CARD), vote_list (self, ACCORD_TYPE_VOTE), self->current,
                               &self->voter);
  if (steps < 0 && given == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    accord_swot_vote_give (self, (guint) ((int) given + steps));
}

void
accord_swot_vote_begin_ballot (AccordSwotVote *self)
{
  self->n_ballots++;
  accord_swot_vote_set_voter (self, &(AccordVoter) { 0, self->n_ballots });
}

/* Over the last ballot lies the next one; members come to an end. */
void
accord_swot_vote_step_voter (AccordSwotVote *self,
                             int             steps)
{
  AccordSwotVoterRow *row = accord_swot_vote_find_row (self);
  const int index = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + steps : 0;
  GtkListBoxRow *next = index >= 0 ? gtk_list_box_get_row_at_index (self->voters, index) : NULL;

  if (next != NULL)
    accord_swot_vote_set_voter (self, accord_swot_voter_row_get_voter (ACCORD_SWOT_VOTER_ROW (next)));
  else if (steps > 0 && accord_swot_vote_is_anonymous (self))
    accord_swot_vote_begin_ballot (self);
  else
    accord_swot_vote_refuse (self, steps > 0 ? _("That was the last one") : _("That is the first one"));
}

static void
vote_step_card (AccordSwotVote      *self,
                AccordBoardDirection direction)
{
  guint counts[ACCORD_BOARD_N_QUADRANTS] = { 0 };
  AccordBoardPlace place;
  guint index;

  if (accord_swot_vote_find (self, self->current, &place) == NULL)
    return;

  for (guint i = 0; i < self->shown->len; i++)
    counts[accord_card_get_quadrant (self->shown->pdata[i])]++;
  if (!accord_board_step (counts, place, direction, FALSE, &place))
    return;

  index = place.index;
  for (guint i = 0; i < place.quadrant; i++)
    index += counts[i];
  accord_swot_vote_focus_card (self, self->shown->pdata[index]);
}

static gboolean
vote_handle_arrow (AccordSwotVote *self,
                   guint           keyval)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      vote_step_card (self, ACCORD_BOARD_UP);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      vote_step_card (self, ACCORD_BOARD_DOWN);
      return GDK_EVENT_STOP;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      vote_step_card (self, mirrored ? ACCORD_BOARD_END : ACCORD_BOARD_START);
      return GDK_EVENT_STOP;

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      vote_step_card (self, mirrored ? ACCORD_BOARD_START : ACCORD_BOARD_END);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* On a card; from the list of voters, where arrows and Enter choose one, only what says how many. */
gboolean
accord_swot_vote_handle_key (AccordSwotVote *self,
                             guint           keyval,
                             GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean on_card = focus != NULL && ACCORD_IS_SWOT_VOTE_CARD (focus);
  const gboolean on_voter = focus != NULL && ACCORD_IS_SWOT_VOTER_ROW (focus);
  const int steps = (state & GDK_SHIFT_MASK) != 0 ? -1 : 1;

  if ((!on_card && !on_voter) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    accord_swot_vote_give (self, keyval - GDK_KEY_0);
  else if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    accord_swot_vote_give (self, keyval - GDK_KEY_KP_0);
  else if (keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add)
    accord_swot_vote_give_more (self, 1);
  else if (keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract)
    accord_swot_vote_give_more (self, -1);
  else if (keyval == GDK_KEY_n || keyval == GDK_KEY_N)
    accord_swot_vote_step_voter (self, steps);
  else if (on_card && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter))
    accord_swot_vote_step_voter (self, steps);
  else
    return on_card ? vote_handle_arrow (self, keyval) : GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}
