/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-vote-private.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-enums.h"
#include "accord-member.h"
#include "accord-membership-query.h"
#include "accord-page.h"
#include "accord-quarter.h"
#include "accord-shown-records.h"
#include "accord-swot-covered.h"

G_DEFINE_FINAL_TYPE (AccordSwotVote, accord_swot_vote, ACCORD_TYPE_SWOT_VIEW)

static GListModel *
vote_list (AccordSwotVote *self,
           GType           type)
{
  return accord_swot_view_get_list (ACCORD_SWOT_VIEW (self), type);
}

GHashTable *
accord_swot_vote_list_ids (AccordSwotVote *self)
{
  const AccordBoardScope *scope = accord_swot_view_get_scope (ACCORD_SWOT_VIEW (self));

  return accord_voting_list_ids (vote_list (self, ACCORD_TYPE_CARD), scope->year, scope->territory);
}

gboolean
accord_swot_vote_has_begun (AccordSwotVote *self)
{
  g_autoptr (GHashTable) ids = accord_swot_vote_list_ids (self);

  return accord_voting_has_begun (vote_list (self, ACCORD_TYPE_VOTE), ids);
}

/* The last day of the board's year that counts: today, while the year is running. */
static AccordDate
vote_day (AccordSwotVote *self)
{
  AccordSettings *settings = accord_workspace_get_settings (accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)));
  const int fiscal_start = (int) accord_settings_get_fiscal_start (settings);
  const int year = (int) accord_swot_view_get_scope (ACCORD_SWOT_VIEW (self))->year;

  return accord_membership_get_last_day (accord_plan_year_get_start (year, fiscal_start),
                                         accord_plan_year_get_end (year, fiscal_start), accord_clock_today ());
}

static GArray *
vote_list_voters (AccordSwotVote *self,
                  GHashTable     *ids)
{
  GArray *voters = g_array_new (FALSE, FALSE, sizeof (AccordVoter));
  const guint last = accord_voting_last_ballot (vote_list (self, ACCORD_TYPE_VOTE), ids);

  if (!accord_swot_vote_is_anonymous (self))
    {
      g_autoptr (GPtrArray) members
        = accord_voting_list_members (vote_list (self, ACCORD_TYPE_MEMBER), vote_list (self, ACCORD_TYPE_MEMBERSHIP),
                                      vote_list (self, ACCORD_TYPE_VOTE), ids,
                                      accord_swot_view_get_scope (ACCORD_SWOT_VIEW (self))->territory, vote_day (self));

      for (guint i = 0; i < members->len; i++)
        g_array_append_val (voters, ((AccordVoter) { accord_record_get_id (members->pdata[i]), 0 }));
      self->n_ballots = last;
    }
  else
    {
      self->n_ballots = MAX (MAX (self->n_ballots, last), 1);
    }
  for (guint i = 1; i <= self->n_ballots; i++)
    g_array_append_val (voters, ((AccordVoter) { 0, i }));

  return voters;
}

static char *
vote_dup_name (AccordSwotVote    *self,
               const AccordVoter *voter)
{
  AccordMember *member;

  if (voter->ballot != 0)
    /* Translators: what somebody gives in an anonymous vote; %u counts from 1. */
    return g_strdup_printf (_("Ballot %u"), (guint) voter->ballot);

  member = accord_workspace_find (accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)), ACCORD_TYPE_MEMBER,
                                  voter->member);

  return g_strdup (member != NULL ? accord_member_get_name (member) : "");
}

static gboolean
same_voter (const AccordVoter *one,
            const AccordVoter *other)
{
  return one->member == other->member && one->ballot == other->ballot;
}

static AccordSwotVoterRow *
vote_nth_row (AccordSwotVote *self,
              guint           index)
{
  return (AccordSwotVoterRow *) gtk_list_box_get_row_at_index (self->voters, (int) index);
}

AccordSwotVoterRow *
accord_swot_vote_find_row (AccordSwotVote *self)
{
  AccordSwotVoterRow *row;

  for (guint i = 0; (row = vote_nth_row (self, i)) != NULL; i++)
    {
      if (same_voter (accord_swot_voter_row_get_voter (row), &self->voter))
        return row;
    }

  return NULL;
}

static gboolean
vote_has_rows_for (AccordSwotVote *self,
                   GArray         *voters)
{
  for (guint i = 0; i < voters->len; i++)
    {
      AccordSwotVoterRow *row = vote_nth_row (self, i);

      if (row == NULL || !same_voter (accord_swot_voter_row_get_voter (row), &g_array_index (voters, AccordVoter, i)))
        return FALSE;
    }

  return vote_nth_row (self, voters->len) == NULL;
}

static void
vote_fill_voters (AccordSwotVote *self,
                  GArray         *voters)
{
  AccordSwotVoterRow *row;

  if (!vote_has_rows_for (self, voters))
    {
      while ((row = vote_nth_row (self, 0)) != NULL)
        gtk_list_box_remove (self->voters, GTK_WIDGET (row));
      for (guint i = 0; i < voters->len; i++)
        gtk_list_box_append (self->voters, accord_swot_voter_row_new (&g_array_index (voters, AccordVoter, i)));
    }

  row = accord_swot_vote_find_row (self);
  if (row == NULL)
    {
      row = vote_nth_row (self, 0);
      self->voter = row != NULL ? *accord_swot_voter_row_get_voter (row) : (AccordVoter) { 0, 0 };
    }
  gtk_list_box_select_row (self->voters, (GtkListBoxRow *) row);
}

static void
vote_show_progress (AccordSwotVote *self,
                    guint           n_voted,
                    guint           n_voters)
{
  g_autofree char *text = NULL;

  /* Nobody knows how many ballots there will be. */
  if (accord_swot_vote_is_anonymous (self))
    text = g_strdup_printf (ngettext ("%u ballot is in", "%u ballots are in", n_voted), n_voted);
  else
    text = g_strdup_printf (ngettext ("%1$u of %2$u has voted", "%1$u of %2$u have voted", n_voters), n_voted, n_voters);
  gtk_label_set_label (self->progress_label, text);
}

static void
vote_show_voters (AccordSwotVote *self,
                  GHashTable     *ids)
{
  const guint each = accord_swot_vote_get_each (self);
  AccordSwotVoterRow *row;
  guint n_voted = 0, i;

  for (i = 0; (row = vote_nth_row (self, i)) != NULL; i++)
    {
      const AccordVoter *voter = accord_swot_voter_row_get_voter (row);
      const guint spent = accord_multivote_spent (vote_list (self, ACCORD_TYPE_VOTE), ACCORD_TYPE_CARD, ids, voter);
      g_autofree char *name = vote_dup_name (self, voter);

      accord_swot_voter_row_show (row, name, spent, each);
      n_voted += spent > 0;
      if (same_voter (voter, &self->voter))
        {
          /* Translators: how many votes somebody has given, of how many. */
          g_autofree char *text = g_strdup_printf (ngettext ("%1$u of %2$u vote given", "%1$u of %2$u votes given", each),
                                                   spent, each);

          gtk_label_set_label (self->voter_label, name);
          gtk_label_set_label (self->spent_label, text);
        }
    }
  if (i == 0)
    {
      gtk_label_set_label (self->voter_label, _("Nobody Votes Yet"));
      gtk_label_set_label (self->spent_label, _("Add people to the team, or vote anonymously"));
    }
  vote_show_progress (self, n_voted, i);
  gtk_widget_set_visible (self->ballot_button, accord_swot_vote_is_anonymous (self));
}

AccordSwotVoteCard *
accord_swot_vote_find (AccordSwotVote   *self,
                       AccordCard       *card,
                       AccordBoardPlace *place)
{
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      GtkWidget *child = gtk_widget_get_first_child (self->lists[i]);

      for (guint index = 0; child != NULL; index++, child = gtk_widget_get_next_sibling (child))
        {
          if (accord_swot_vote_card_get_card (ACCORD_SWOT_VOTE_CARD (child)) != card)
            continue;
          if (place != NULL)
            *place = (AccordBoardPlace) { (AccordQuadrant) i, index };
          return ACCORD_SWOT_VOTE_CARD (child);
        }
    }

  return NULL;
}

void
accord_swot_vote_focus_card (AccordSwotVote *self,
                             AccordCard     *card)
{
  AccordSwotVoteCard *widget = accord_swot_vote_find (self, card, NULL);

  if (widget != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (widget));
}

static void
on_card_chosen (AccordSwotVote     *self,
                AccordSwotVoteCard *widget)
{
  AccordSwotVoteCard *before = accord_swot_vote_find (self, self->current, NULL);

  if (before != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (before), "current");
  g_set_object (&self->current, accord_swot_vote_card_get_card (widget));
  gtk_widget_add_css_class (GTK_WIDGET (widget), "current");
}

static void
on_card_stepped (AccordSwotVote     *self,
                 int                 steps,
                 AccordSwotVoteCard *widget)
{
  on_card_chosen (self, widget);
  accord_swot_vote_give_more (self, steps);
}

/* Cards that move to another quadrant stay the same objects. */
static gboolean
vote_places_hold (AccordSwotVote *self)
{
  guint n = 0;

  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      GtkWidget *child = gtk_widget_get_first_child (self->lists[i]);

      for (; child != NULL; child = gtk_widget_get_next_sibling (child), n++)
        {
          AccordCard *card = accord_swot_vote_card_get_card (ACCORD_SWOT_VOTE_CARD (child));

          if (n >= self->shown->len || self->shown->pdata[n] != card || accord_card_get_quadrant (card) != i)
            return FALSE;
        }
    }

  return n == self->shown->len;
}

static void
vote_fill_cards (AccordSwotVote *self)
{
  AccordSwotView *view = ACCORD_SWOT_VIEW (self);
  g_autoptr (GPtrArray) cards = accord_swot_covered_is_needed (view)
                                  ? g_ptr_array_new_with_free_func (g_object_unref)
                                  : accord_swot_view_list_cards (view);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->quadrants));

  if (accord_shown_records_are (self->shown, cards) && vote_places_hold (self))
    return;

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_steal_pointer (&cards);
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      GtkWidget *child;

      while ((child = gtk_widget_get_first_child (self->lists[i])) != NULL)
        gtk_box_remove (GTK_BOX (self->lists[i]), child);
    }
  for (guint i = 0; i < self->shown->len; i++)
    {
      AccordCard *card = self->shown->pdata[i];
      GtkWidget *widget = accord_swot_vote_card_new (card);

      g_signal_connect_object (widget, "chosen", G_CALLBACK (on_card_chosen), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (widget, "stepped", G_CALLBACK (on_card_stepped), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->lists[accord_card_get_quadrant (card)]), widget);
    }

  if (!g_ptr_array_find (self->shown, self->current, NULL))
    {
      AccordCard *first = self->shown->len > 0 ? self->shown->pdata[0] : NULL;

      g_set_object (&self->current, first);
    }
  if (self->current != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (accord_swot_vote_find (self, self->current, NULL)), "current");
  if (focused)
    accord_swot_vote_focus_card (self, self->current);
}

static void
vote_show_cards (AccordSwotVote *self)
{
  g_autoptr (GHashTable) tally = accord_board_tally (vote_list (self, ACCORD_TYPE_CARD), vote_list (self, ACCORD_TYPE_VOTE));
  g_autoptr (GHashTable) given = accord_voting_tally (vote_list (self, ACCORD_TYPE_CARD), vote_list (self, ACCORD_TYPE_VOTE),
                                                      &self->voter);
  g_autoptr (GHashTable) merged = accord_board_tally_merged (vote_list (self, ACCORD_TYPE_CARD));
  AccordSwotVoterRow *row = accord_swot_vote_find_row (self);
  const char *voter = row != NULL ? accord_swot_voter_row_get_name (row) : NULL;
  const gboolean totals = gtk_switch_get_active (self->totals_switch);

  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      GtkWidget *child = gtk_widget_get_first_child (self->lists[i]);
      g_autofree char *text = NULL;
      guint sum = 0;

      for (; child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          AccordSwotVoteCard *widget = ACCORD_SWOT_VOTE_CARD (child);
          const gint64 id = accord_record_get_id (ACCORD_RECORD (accord_swot_vote_card_get_card (widget)));
          const guint total = accord_multivote_count (tally, id);

          accord_swot_vote_card_show (widget, voter, accord_multivote_count (given, id), total, totals,
                                      accord_multivote_count (merged, id));
          sum += total;
        }
      text = g_strdup_printf (ngettext ("%u vote", "%u votes", sum), sum);
      gtk_label_set_label (self->counts[i], text);
      gtk_widget_set_visible (GTK_WIDGET (self->counts[i]), totals);
    }
}

void
accord_swot_vote_set_voter (AccordSwotVote    *self,
                            const AccordVoter *voter)
{
  self->voter = *voter;
  accord_swot_vote_refuse (self, NULL);
  accord_swot_view_refresh (ACCORD_SWOT_VIEW (self));
  if (self->shown->len > 0)
    accord_swot_vote_focus_card (self, self->shown->pdata[0]);
}

static void
on_voter_selected (AccordSwotVote *self,
                   GtkListBoxRow  *row)
{
  if (self->filling || row == NULL)
    return;

  self->voter = *accord_swot_voter_row_get_voter (ACCORD_SWOT_VOTER_ROW (row));
  accord_swot_vote_refuse (self, NULL);
  accord_swot_view_refresh (ACCORD_SWOT_VIEW (self));
}

static void
on_voter_activated (AccordSwotVote *self,
                    GtkListBoxRow  *row)
{
  accord_swot_vote_set_voter (self, accord_swot_voter_row_get_voter (ACCORD_SWOT_VOTER_ROW (row)));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
on_previous_clicked (AccordSwotVote *self)
{
  accord_swot_vote_step_voter (self, -1);
}

static void
on_next_clicked (AccordSwotVote *self)
{
  accord_swot_vote_step_voter (self, 1);
}

static void
on_ballot_clicked (AccordSwotVote *self)
{
  accord_swot_vote_begin_ballot (self);
}

static gboolean
on_key_pressed (AccordSwotVote *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  return accord_swot_vote_handle_key (self, keyval, state);
}

/* Folded, the voters would cover the cards. */
static void
on_folded_changed (AccordSwotVote *self)
{
  const gboolean folded = adw_flap_get_folded (self->flap);

  gtk_widget_set_visible (self->voters_toggle, folded);
  /* The board's menu has it too. */
  gtk_widget_set_visible (self->sort_button, !folded);
  adw_flap_set_reveal_flap (self->flap, !folded);
}

static void
accord_swot_vote_refresh (AccordSwotView *view)
{
  AccordSwotVote *self = ACCORD_SWOT_VOTE (view);
  g_autoptr (GHashTable) ids = accord_swot_vote_list_ids (self);
  g_autoptr (GArray) voters = NULL;
  const char *sight = "vote";

  self->filling = TRUE;
  vote_fill_cards (self);
  voters = vote_list_voters (self, ids);
  vote_fill_voters (self, voters);
  self->filling = FALSE;
  vote_show_voters (self, ids);
  vote_show_cards (self);
  accord_swot_vote_show_rules (self);

  if (self->shown->len == 0)
    sight = accord_swot_covered_is_needed (view) ? "covered" : "empty";
  gtk_stack_set_visible_child_name (self->stack, sight);

  if (self->wants_focus && g_str_equal (sight, "vote"))
    accord_swot_vote_focus_card (self, self->current);
  self->wants_focus = FALSE;
}

static void
accord_swot_vote_board_changed (AccordSwotView *view)
{
  AccordSwotVote *self = ACCORD_SWOT_VOTE (view);

  self->voter = (AccordVoter) { 0, 0 };
  self->n_ballots = 0;
  accord_swot_vote_refuse (self, NULL);
  if (accord_swot_view_get_workspace (view) == NULL)
    g_clear_object (&self->current);
}

/* Whoever changes the mode wants to vote; whoever only comes by in the sidebar keeps the focus there. */
static void
accord_swot_vote_map (GtkWidget *widget)
{
  AccordSwotVote *self = ACCORD_SWOT_VOTE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkWidget *page = gtk_widget_get_ancestor (widget, ACCORD_TYPE_PAGE);

  GTK_WIDGET_CLASS (accord_swot_vote_parent_class)->map (widget);

  self->wants_focus = focus != NULL && page != NULL && gtk_widget_is_ancestor (focus, page);
}

static void
accord_swot_vote_dispose (GObject *object)
{
  AccordSwotVote *self = ACCORD_SWOT_VOTE (object);

  g_clear_object (&self->current);
  g_clear_pointer (&self->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (accord_swot_vote_parent_class)->dispose (object);
}

static void
accord_swot_vote_class_init (AccordSwotVoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordSwotViewClass *view_class = ACCORD_SWOT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_swot_vote_dispose;
  widget_class->map = accord_swot_vote_map;
  view_class->board_changed = accord_swot_vote_board_changed;
  view_class->refresh = accord_swot_vote_refresh;

  g_type_ensure (ACCORD_TYPE_SWOT_COVERED);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-vote.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, flap);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, voters);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, ballot_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, progress_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, each_row);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, each_spin);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, anonymous_switch);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, totals_switch);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, clear_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, voters_toggle);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, sort_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, voter_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, spent_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, refusal_box);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVote, quadrants);
  gtk_widget_class_bind_template_callback (widget_class, on_voter_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_voter_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_ballot_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_folded_changed);
  accord_swot_vote_bind_rules (widget_class);
}

/* The colours of the board's quadrants are those of this CSS name. */
static void
vote_add_quadrant (AccordSwotVote *self,
                   AccordQuadrant  quadrant)
{
  const char *name = accord_quadrant_get_label (quadrant);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "css-name", "swotquadrant", "orientation", GTK_ORIENTATION_VERTICAL,
                                 "width-request", 252, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *count = gtk_label_new ("");
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_widget_add_css_class (box, accord_enum_to_nick (ACCORD_TYPE_QUADRANT, (int) quadrant));
  gtk_widget_add_css_class (head, "swot-head");
  gtk_widget_add_css_class (title, "title-4");
  gtk_widget_add_css_class (count, "swot-count");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (list, "swot-vote-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), count);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), list);
  gtk_flow_box_append (self->quadrants, box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);

  self->lists[quadrant] = list;
  self->counts[quadrant] = GTK_LABEL (count);
}

static void
accord_swot_vote_init (AccordSwotVote *self)
{
  GtkWidget *viewport;

  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    vote_add_quadrant (self, (AccordQuadrant) i);

  viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->quadrants), GTK_TYPE_VIEWPORT);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
  on_folded_changed (self);
}
