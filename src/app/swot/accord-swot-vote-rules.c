/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-vote-private.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"

static AccordBoardRules *
vote_rules (AccordSwotVote *self)
{
  const AccordBoardScope *scope = accord_swot_view_get_scope (ACCORD_SWOT_VIEW (self));

  return accord_board_find_rules (accord_swot_view_get_list (ACCORD_SWOT_VIEW (self), ACCORD_TYPE_BOARD_RULES),
                                  scope->year, scope->territory);
}

static AccordBoardRules *
vote_draft_rules (AccordSwotVote *self)
{
  return accord_board_change_draft_rules (accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)),
                                          accord_swot_view_get_scope (ACCORD_SWOT_VIEW (self)));
}

guint
accord_swot_vote_get_each (AccordSwotVote *self)
{
  return accord_multivote_each (vote_rules (self), self->shown->len);
}

gboolean
accord_swot_vote_is_anonymous (AccordSwotVote *self)
{
  AccordBoardRules *rules = vote_rules (self);

  return rules != NULL && accord_board_rules_get_anonymous (rules);
}

static void
on_each_changed (AccordSwotVote *self)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Votes for Everybody"));
  g_autoptr (AccordBoardRules) rules = NULL;
  const int each = gtk_spin_button_get_value_as_int (self->each_spin);

  if (self->filling)
    return;

  rules = vote_draft_rules (self);
  accord_board_rules_set_votes_each (rules, each);
  accord_change_set_continues (change, TRUE);
  accord_change_put (change, rules);
  if (!accord_swot_view_apply (ACCORD_SWOT_VIEW (self), change))
    accord_swot_vote_show_rules (self);
}

/* A change that clears the votes; where it fails the ballots and the rules stand as they were. */
static gboolean
vote_apply_cleared (AccordSwotVote *self,
                    AccordChange   *change)
{
  const guint n_ballots = self->n_ballots;

  /* Storing refreshes, which counts them anew. */
  self->n_ballots = 0;
  if (accord_swot_view_apply (ACCORD_SWOT_VIEW (self), change))
    return TRUE;

  self->n_ballots = n_ballots;
  accord_swot_vote_show_rules (self);

  return FALSE;
}

/* Names and ballots never stand beside each other: from a ballot that goes on with a name one could tell whose it was. */
static void
vote_set_anonymous (AccordSwotVote *self,
                    gboolean        anonymous)
{
  g_autoptr (AccordChange) change = accord_change_new (anonymous ? _("Vote Anonymously") : _("Vote by Name"));
  g_autoptr (AccordBoardRules) rules = vote_draft_rules (self);
  const gboolean cleared = accord_swot_vote_has_begun (self);

  accord_board_rules_set_anonymous (rules, anonymous);
  accord_change_put (change, rules);
  accord_board_change_clear_votes (change, accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)),
                                   accord_swot_view_get_scope (ACCORD_SWOT_VIEW (self)));
  if (vote_apply_cleared (self, change) && cleared)
    accord_feedback_undo_toast (GTK_WIDGET (self), _("Votes cleared"));
}

static void
on_clear_answered (AccordSwotVote *self,
                   const char     *response)
{
  if (g_str_equal (response, "clear") && accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)) != NULL)
    vote_set_anonymous (self, !accord_swot_vote_is_anonymous (self));
  else if (accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)) != NULL)
    accord_swot_vote_show_rules (self);
}

static void
on_anonymous_changed (AccordSwotVote *self)
{
  const gboolean anonymous = gtk_switch_get_active (self->anonymous_switch);
  GtkWidget *dialog;

  if (self->filling || anonymous == accord_swot_vote_is_anonymous (self))
    return;
  if (!accord_swot_vote_has_begun (self))
    {
      vote_set_anonymous (self, anonymous);
      return;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Clear the Votes?"),
                                   anonymous ? _("The votes so far were given by name, and would tell whose they are. "
                                                 "The anonymous vote begins anew. Undo brings them back.")
                                             : _("The votes so far are anonymous, and nobody’s in particular. The vote "
                                                 "by name begins anew. Undo brings them back."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "clear", _("C_lear Votes"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "clear", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_clear_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_clear_clicked (AccordSwotVote *self)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Clear Votes"));

  accord_board_change_clear_votes (change, accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)),
                                   accord_swot_view_get_scope (ACCORD_SWOT_VIEW (self)));
  if (vote_apply_cleared (self, change))
    accord_feedback_undo_toast (GTK_WIDGET (self), _("Votes cleared"));
}

static void
on_totals_changed (AccordSwotVote *self)
{
  accord_swot_view_refresh (ACCORD_SWOT_VIEW (self));
}

void
accord_swot_vote_bind_rules (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_each_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_anonymous_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_totals_changed);
}

void
accord_swot_vote_show_rules (AccordSwotVote *self)
{
  AccordBoardRules *rules = vote_rules (self);
  const guint standard = accord_multivote_default (self->shown->len);
  const gint64 each = rules != NULL ? accord_board_rules_get_votes_each (rules) : 0;
  const gboolean read_only = accord_workspace_is_read_only (accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)));
  g_autofree char *subtitle = NULL;

  if (each == 0)
    /* Translators: of the number 0 beside it; %u is how many votes that means for this board. */
    subtitle = g_strdup_printf (_("0 means default: %u"), standard);
  else
    /* Translators: %u is how many votes everybody has unless somebody says otherwise. */
    subtitle = g_strdup_printf (_("Default: %u"), standard);

  self->filling = TRUE;
  adw_action_row_set_subtitle (self->each_row, subtitle);
  if (gtk_spin_button_get_value_as_int (self->each_spin) != each)
    gtk_spin_button_set_value (self->each_spin, (double) each);
  gtk_switch_set_active (self->anonymous_switch, accord_swot_vote_is_anonymous (self));
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->each_row), !read_only);
  gtk_widget_set_sensitive (GTK_WIDGET (self->anonymous_switch), !read_only);
  gtk_widget_set_sensitive (self->clear_button, accord_swot_vote_has_begun (self) && !read_only);
}
