/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-vote.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"
#include "accord-member.h"
#include "accord-shown-records.h"
#include "accord-vote-row.h"

#define SPENT_KEY "accord-spent"

/* The lists of voters and candidates are no different from those of the SWOT board but for the kind of candidate, and the
 * rows' texts. */
struct _AccordScorecardVote
{
  AccordScorecardStep parent_instance;

  GPtrArray *members; /* AccordMember, as the rows stand */
  GPtrArray *metrics; /* AccordMetric, as the rows stand */
  gint64 voter;       /* the member whose votes are shown */
  gboolean filling;

  GtkStack *stack;
  AdwFlap *flap;
  GtkListBox *voters;
  GtkListBox *candidates;
  GtkLabel *voter_label;
  GtkLabel *left_label;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (AccordScorecardVote, accord_scorecard_vote, ACCORD_TYPE_SCORECARD_STEP)

static guint
count_each (AccordScorecardVote *self)
{
  return accord_multivote_default (self->metrics->len);
}

static guint
count_spent (AccordScorecardVote *self,
             gint64               member)
{
  const AccordVoter voter = { member, 0 };
  g_autoptr (GHashTable) ids = accord_multivote_list_ids (self->metrics);

  return accord_multivote_spent (accord_scorecard_step_get_list (ACCORD_SCORECARD_STEP (self), ACCORD_TYPE_VOTE),
                                 ACCORD_TYPE_METRIC, ids, &voter);
}

static void
show_voters (AccordScorecardVote *self)
{
  const guint each = count_each (self);

  for (guint i = 0; i < self->members->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->voters, (int) i);
      GtkLabel *label = g_object_get_data (G_OBJECT (row), SPENT_KEY);
      const guint spent = count_spent (self, accord_record_get_id (self->members->pdata[i]));
      const char *name = accord_member_get_name (self->members->pdata[i]);
      g_autofree char *text = g_strdup_printf ("%u/%u", spent, each);
      /* Translators: a voter: %1 is a name, %2 the votes given, %3 those that everybody has. */
      g_autofree char *title = g_strdup_printf (_("%1$s: %2$u of %3$u votes given"), name, spent, each);

      gtk_label_set_label (label, text);
      if (spent == each)
        gtk_widget_add_css_class (GTK_WIDGET (label), "success");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (label), "success");
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    }
}

static void
show_candidates (AccordScorecardVote *self)
{
  GListModel *votes = accord_scorecard_step_get_list (ACCORD_SCORECARD_STEP (self), ACCORD_TYPE_VOTE);
  const AccordVoter voter = { self->voter, 0 };
  const guint each = count_each (self), spent = count_spent (self, self->voter);
  const guint left = each > spent ? each - spent : 0;
  AccordMember *member
    = accord_workspace_find (accord_scorecard_step_get_workspace (ACCORD_SCORECARD_STEP (self)), ACCORD_TYPE_MEMBER,
                             self->voter);
  g_autoptr (GHashTable) tally = accord_multivote_tally (votes, ACCORD_TYPE_METRIC);
  g_autofree char *text = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < self->metrics->len; i++)
    {
      AccordMetric *metric = self->metrics->pdata[i];
      const gint64 id = accord_record_get_id (ACCORD_RECORD (metric));
      AccordVote *vote = accord_multivote_find (votes, ACCORD_TYPE_METRIC, id, &voter);
      const guint total = accord_multivote_count (tally, id);

      accord_vote_row_show (ACCORD_VOTE_ROW (gtk_list_box_get_row_at_index (self->candidates, (int) i)),
                            accord_metric_get_name (metric), accord_metric_get_definition (metric),
                            vote != NULL ? (guint) accord_vote_get_count (vote) : 0, left, total);
      any = any || total > 0;
    }
  gtk_label_set_label (self->voter_label, member != NULL ? accord_member_get_name (member) : "");
  text = left > 0 ? g_strdup_printf (ngettext ("%u vote left to give", "%u votes left to give", left), left)
                  : g_strdup (_("All votes are given"));
  gtk_label_set_label (self->left_label, text);
  gtk_widget_set_sensitive (self->clear_button, any);
}

static void
on_wanted (AccordScorecardVote *self,
           guint                wanted,
           AccordVoteRow       *row)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);
  AccordWorkspace *workspace = accord_scorecard_step_get_workspace (step);
  const AccordVoter voter = { self->voter, 0 };
  g_autoptr (AccordChange) change = accord_change_new (_("Vote"));
  AccordMetric *metric = accord_workspace_find (workspace, ACCORD_TYPE_METRIC, accord_vote_row_get_candidate (row));
  AccordVote *vote;
  guint given, count;

  if (metric == NULL || self->voter == 0)
    return;

  vote = accord_multivote_find (accord_scorecard_step_get_list (step, ACCORD_TYPE_VOTE), ACCORD_TYPE_METRIC,
                                accord_vote_row_get_candidate (row), &voter);
  given = vote != NULL ? (guint) accord_vote_get_count (vote) : 0;
  count = accord_multivote_clamp (wanted, given, count_spent (self, self->voter), count_each (self));
  if (count != wanted)
    gtk_widget_error_bell (GTK_WIDGET (self));
  if (count == given)
    return;
  accord_vote_change_give (change, workspace, metric, &voter, count);
  accord_scorecard_step_apply (step, change);
}

static GtkWidget *
voter_row_new (AccordMember *member)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *avatar = adw_avatar_new (24, accord_member_get_name (member), TRUE);
  GtkWidget *name = gtk_label_new (accord_member_get_name (member));
  GtkWidget *spent = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (spent, "numeric");
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), spent);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), SPENT_KEY, spent);

  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
fill_voters (AccordScorecardVote *self,
             GPtrArray           *members)
{
  guint selected = 0;

  self->filling = TRUE;
  clear_list (self->voters);
  for (guint i = 0; i < members->len; i++)
    {
      gtk_list_box_append (self->voters, voter_row_new (members->pdata[i]));
      if (accord_record_get_id (members->pdata[i]) == self->voter)
        selected = i;
    }
  g_ptr_array_unref (self->members);
  self->members = g_ptr_array_ref (members);
  self->voter = members->len > 0 ? accord_record_get_id (members->pdata[selected]) : 0;
  gtk_list_box_select_row (self->voters, gtk_list_box_get_row_at_index (self->voters, (int) selected));
  self->filling = FALSE;
}

static void
fill_candidates (AccordScorecardVote *self,
                 GPtrArray           *metrics)
{
  clear_list (self->candidates);
  for (guint i = 0; i < metrics->len; i++)
    {
      GtkWidget *row = accord_vote_row_new (accord_record_get_id (metrics->pdata[i]));

      g_signal_connect_object (row, "wanted", G_CALLBACK (on_wanted), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->candidates, row);
    }
  g_ptr_array_unref (self->metrics);
  self->metrics = g_ptr_array_ref (metrics);
}

static void
on_voter_selected (AccordScorecardVote *self,
                   GtkListBoxRow       *row)
{
  if (self->filling || row == NULL)
    return;

  self->voter = accord_record_get_id (self->members->pdata[gtk_list_box_row_get_index (row)]);
  show_candidates (self);
}

static void
on_voter_activated (AccordScorecardVote *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->candidates), GTK_DIR_TAB_FORWARD);
}

static void
on_clear_clicked (AccordScorecardVote *self)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);
  g_autoptr (AccordChange) change = accord_change_new (_("Clear Votes"));

  accord_metric_change_clear_votes (change, accord_scorecard_step_get_workspace (step),
                                    accord_scorecard_step_get_territory (step));
  if (!accord_change_is_empty (change) && accord_scorecard_step_apply (step, change))
    accord_feedback_undo_toast (GTK_WIDGET (self), _("All votes cleared"));
}

/* The next voter, or the one before; the focus stays among the candidates, at the first. Before the list sees the key, which
 * would page through itself. */
static gboolean
on_key_pressed (AccordScorecardVote *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  const gboolean down = keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down;
  const gboolean up = keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->voters);
  GtkListBoxRow *next;
  int index;

  if ((!down && !up) || row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  index = gtk_list_box_row_get_index (row) + (down ? 1 : -1);
  next = index >= 0 ? gtk_list_box_get_row_at_index (self->voters, index) : NULL;
  if (next == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    }
  gtk_list_box_select_row (self->voters, next);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->candidates, 0)));

  return GDK_EVENT_STOP;
}

static void
accord_scorecard_vote_refresh (AccordScorecardStep *step)
{
  AccordScorecardVote *self = ACCORD_SCORECARD_VOTE (step);
  g_autoptr (GPtrArray) members = accord_scorecard_step_list_members (step);
  g_autoptr (GPtrArray) metrics = accord_scorecard_step_list_metrics (step, FALSE);

  if (!accord_shown_records_are (self->members, members))
    fill_voters (self, members);
  if (!accord_shown_records_are (self->metrics, metrics))
    fill_candidates (self, metrics);
  show_voters (self);
  show_candidates (self);
  gtk_stack_set_visible_child_name (self->stack, metrics->len == 0 ? "empty" : members->len == 0 ? "nobody" : "vote");
}

static void
accord_scorecard_vote_dispose (GObject *object)
{
  AccordScorecardVote *self = ACCORD_SCORECARD_VOTE (object);

  self->filling = TRUE;
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->metrics, g_ptr_array_unref);

  G_OBJECT_CLASS (accord_scorecard_vote_parent_class)->dispose (object);
}

static void
accord_scorecard_vote_class_init (AccordScorecardVoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_scorecard_vote_dispose;
  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_vote_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-vote.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardVote, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardVote, flap);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardVote, voters);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardVote, candidates);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardVote, voter_label);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardVote, left_label);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardVote, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_voter_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_voter_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
}

static void
accord_scorecard_vote_init (AccordScorecardVote *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->members = g_ptr_array_new ();
  self->metrics = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->candidates), keys);
}
