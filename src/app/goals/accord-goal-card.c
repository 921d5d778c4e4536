/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-goal-card.h"

#include "accord-clock.h"
#include "accord-commitment-bar.h"
#include "accord-commitment-query.h"
#include "accord-goal-query.h"
#include "accord-goal-window.h"
#include "accord-money.h"
#include "accord-opportunities.h"
#include "accord-plan-draft.h"
#include "accord-promise-pane.h"
#include "accord-quota.h"

#include <glib/gi18n.h>

struct _AccordGoalCard
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AccordMember *member;
  int year;

  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkLabel *role_label;
  GtkButton *button;
  GtkBox *goal_box;
  AccordCommitmentBar *bar;
  GtkLabel *commitment_label;
  GtkLabel *progress_label;
  GtkBox *quarter_box;
  GtkLabel *note_label;
  GtkWidget *promise_button;
};

G_DEFINE_FINAL_TYPE (AccordGoalCard, accord_goal_card, ADW_TYPE_BIN)

enum
{
  PLAN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
format_money (AccordGoalCard *self,
              gint64          amount)
{
  AccordSettings *settings = accord_workspace_get_settings (self->workspace);

  return accord_money_format (amount, accord_settings_get_currency (settings),
                              (int) accord_settings_get_decimals (settings));
}

static int
get_fiscal_start (AccordGoalCard *self)
{
  return (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (self->workspace));
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static char *
dup_goal_details (AccordGoalCard *self,
                  AccordGoal     *goal)
{
  g_autoptr (GString) text = g_string_new (accord_goal_kind_get_label (accord_goal_get_kind (goal)));

  if (accord_goal_get_amount (goal) != ACCORD_UNKNOWN)
    {
      g_autofree char *amount = format_money (self, accord_goal_get_amount (goal));

      g_string_append_printf (text, " · %s", amount);
    }
  if (accord_goal_get_due (goal) != ACCORD_DATE_NONE)
    {
      g_autofree char *due = accord_date_format (accord_goal_get_due (goal));

      g_string_append (text, " · ");
      /* Translators: %s is a date. */
      g_string_append_printf (text, _("by %s"), due);
    }
  if (accord_goal_get_progress (goal) != ACCORD_UNKNOWN)
    {
      g_autofree char *share = accord_rate_format_percent (accord_goal_get_progress (goal));

      g_string_append (text, " · ");
      /* Translators: %s is a percentage: how far a personal goal is. */
      g_string_append_printf (text, _("%s there"), share);
    }
  if (accord_goal_get_achieved (goal) != ACCORD_DATE_NONE)
    g_string_append_printf (text, " · %s", _("achieved"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Who sees a goal: the small group by name. */
static char *
dup_seen (AccordGoalCard *self,
          AccordGoal     *goal)
{
  g_autoptr (GPtrArray) viewers = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  if (accord_goal_get_visibility (goal) != ACCORD_VISIBILITY_GROUP)
    return g_strdup (accord_visibility_get_label (accord_goal_get_visibility (goal)));

  viewers = accord_goal_list_viewers (goal, accord_workspace_get_list (self->workspace, ACCORD_TYPE_GOAL_VIEWER));
  for (guint i = 0; i < viewers->len; i++)
    {
      AccordMember *member = accord_workspace_find (
        self->workspace, ACCORD_TYPE_MEMBER, accord_goal_viewer_get_member (g_ptr_array_index (viewers, i)));

      if (member != NULL)
        g_strv_builder_add (builder, accord_member_get_name (member));
    }
  names = g_strv_builder_end (builder);
  if (names[0] == NULL)
    return g_strdup (_("A small group, with nobody in it yet"));
  list = g_strjoinv (C_("list", ", "), names);

  /* Translators: %s is a list of names. */
  return g_strdup_printf (_("A small group: %s"), list);
}

static const char *
get_seen_icon (AccordGoal *goal)
{
  switch (accord_goal_get_visibility (goal))
    {
    case ACCORD_VISIBILITY_TEAM:
      return "accord-goal-symbolic";

    case ACCORD_VISIBILITY_GROUP:
      return "accord-people-symbolic";

    case ACCORD_VISIBILITY_PRIVATE:
    default:
      return "changes-prevent-symbolic";
    }
}

static void
on_goal_clicked (GtkButton      *button,
                 AccordGoalCard *self)
{
  gtk_window_present (accord_goal_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace,
                                              g_object_get_data (G_OBJECT (button), "goal")));
}

static void
on_promise_clicked (AccordGoalCard *self)
{
  gtk_window_present (accord_promise_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                 self->workspace, self->member, self->year));
}

static GtkWidget *
goal_line_new (AccordGoalCard *self,
               AccordGoal     *goal)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (accord_goal_get_title (goal));
  g_autofree char *text = dup_goal_details (self, goal);
  GtkWidget *details = gtk_label_new (text);
  gboolean achieved = accord_goal_get_achieved (goal) != ACCORD_DATE_NONE;
  GtkWidget *icon = gtk_image_new_from_icon_name (achieved ? "starred-symbolic" : get_seen_icon (goal));
  GtkWidget *button = gtk_button_new ();
  g_autofree char *seen = dup_seen (self, goal);
  /* Translators: the accessible name of a button: %s is a personal goal, as typed by the user. */
  g_autofree char *button_name = g_strdup_printf (_("Goal: %s"), accord_goal_get_title (goal));

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_widget_add_css_class (icon, achieved ? "accord-star" : "dim-label");
  gtk_widget_set_tooltip_text (icon, seen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, seen, -1);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (details), 0);
  gtk_label_set_wrap (GTK_LABEL (details), TRUE);
  gtk_widget_add_css_class (details, "dim-label");
  gtk_widget_add_css_class (details, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), details);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), words);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "accord-goal-line");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, button_name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  g_object_set_data_full (G_OBJECT (button), "goal", g_object_ref (goal), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_goal_clicked), self, 0);

  return button;
}

/* Which of the goals has the keyboard, from 0; -1: none of them. */
static int
find_focused_goal (AccordGoalCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int place = 0;

  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->goal_box)); line != NULL;
       line = gtk_widget_get_next_sibling (line), place++)
    if (line == focus)
      return place;

  return -1;
}

/* The lines are made anew: whoever came from one of them by keys goes on there. */
static void
focus_goal (AccordGoalCard *self,
            int             place)
{
  GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->goal_box));

  for (; line != NULL && place > 0; place--)
    line = gtk_widget_get_next_sibling (line);
  if (line != NULL && place == 0)
    gtk_widget_grab_focus (line);
}

static void
show_goals (AccordGoalCard *self)
{
  int focused = find_focused_goal (self);
  GListModel *goals = accord_workspace_get_list (self->workspace, ACCORD_TYPE_GOAL);
  gint64 member = accord_record_get_id (ACCORD_RECORD (self->member));

  clear (self->goal_box);
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (goals, i);

      if (accord_goal_get_member (goal) == member && accord_goal_get_year (goal) == self->year)
        gtk_box_append (self->goal_box, goal_line_new (self, goal));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->goal_box),
                          gtk_widget_get_first_child (GTK_WIDGET (self->goal_box)) != NULL);
  focus_goal (self, focused);
}

static void
append_quarter (AccordGoalCard *self,
                int             number,
                gint64          amount)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = g_strdup_printf (C_("quarter", "Q%d"), number);
  g_autofree char *text = format_money (self, amount);
  GtkWidget *caption = gtk_label_new (name);
  GtkWidget *figure = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_xalign (GTK_LABEL (figure), 0);
  gtk_label_set_ellipsize (GTK_LABEL (figure), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (figure, text);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (figure, "numeric");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (self->quarter_box, box);
}

static void
show_commitment (AccordGoalCard   *self,
                 AccordCommitment *commitment,
                 gint64            quota)
{
  gint64 amount = accord_commitment_get_amount (commitment), stretch = accord_stretch (amount, quota);
  gint64 partner = accord_commitment_get_partner (commitment);
  AccordMember *holder = partner != 0 ? accord_workspace_find (self->workspace, ACCORD_TYPE_MEMBER, partner) : NULL;
  g_autofree char *amount_text = format_money (self, amount), *quota_text = format_money (self, quota);
  g_autofree char *line = NULL, *date = accord_date_format (accord_commitment_get_committed_on (commitment));
  g_autoptr (GString) note = g_string_new (NULL);

  if (stretch == ACCORD_UNKNOWN)
    /* Translators: %s is an amount of money. */
    line = g_strdup_printf (_("Commits to %s"), amount_text);
  else if (stretch == 0)
    /* Translators: both are amounts of money. */
    line = g_strdup_printf (_("Commits to %1$s; the quota is %2$s"), amount_text, quota_text);
  else
    {
      g_autofree char *share = accord_rate_format_percent (accord_rate_from_ratio (stretch, quota));

      /* Translators: %1 and %3 are amounts of money, %2 a percentage. */
      line = g_strdup_printf (_("Commits to %1$s, %2$s above the quota of %3$s"), amount_text, share, quota_text);
    }
  gtk_label_set_label (self->commitment_label, line);

  clear (self->quarter_box);
  append_quarter (self, 1, accord_commitment_get_q1 (commitment));
  append_quarter (self, 2, accord_commitment_get_q2 (commitment));
  append_quarter (self, 3, accord_commitment_get_q3 (commitment));
  append_quarter (self, 4, accord_commitment_get_q4 (commitment));

  if (holder != NULL)
    {
      /* Translators: %s is the accountability partner's name. */
      g_string_append_printf (note, _("Held to it by %s"), accord_member_get_name (holder));
      g_string_append (note, " · ");
    }
  /* Translators: %s is a date. */
  g_string_append_printf (note, _("committed on %s"), date);
  if (accord_commitment_get_version (commitment) > 1)
    {
      g_string_append (note, " · ");
      /* Translators: %d counts the versions of a commitment, 2 and more. */
      g_string_append_printf (note, _("version %d"), (int) accord_commitment_get_version (commitment));
    }
  gtk_label_set_label (self->note_label, note->str);
}

static void
show_progress (AccordGoalCard *self,
               gint64          booked,
               gint64          amount)
{
  g_autofree char *text = format_money (self, booked);
  g_autofree char *share = accord_rate_format_percent (accord_rate_from_ratio (booked, amount));
  g_autofree char *line = NULL;

  if (booked != ACCORD_UNKNOWN && amount != ACCORD_UNKNOWN && amount > 0)
    /* Translators: %1 is an amount of money, %2 a percentage of the commitment. */
    line = g_strdup_printf (_("%1$s booked so far, %2$s of it"), text, share);
  gtk_label_set_label (self->progress_label, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (self->progress_label), line != NULL);
}

static gint64
read_booked (AccordGoalCard *self)
{
  AccordDate first = accord_plan_year_get_start (self->year, get_fiscal_start (self));
  AccordDate last = MIN (accord_plan_year_get_end (self->year, get_fiscal_start (self)), accord_clock_today ());

  if (first > last)
    return ACCORD_UNKNOWN;

  return accord_opportunities_bookings (self->workspace, accord_record_get_id (ACCORD_RECORD (self->member)), first,
                                        last);
}

static void
show_without_commitment (AccordGoalCard *self,
                         AccordPlan     *plan,
                         gint64          quota)
{
  g_autofree char *text = format_money (self, quota);
  g_autofree char *line = NULL;

  if (quota != ACCORD_UNKNOWN)
    /* Translators: %s is an amount of money. */
    line = g_strdup_printf (_("The quota is %s; there is no commitment yet"), text);
  else
    line = g_strdup (_("There is no quota and no commitment yet"));
  gtk_label_set_label (self->commitment_label, line);
  gtk_label_set_label (self->note_label, plan != NULL ? _("The plan is begun and kept as a draft") : "");
}

static void
on_clicked (AccordGoalCard *self)
{
  g_signal_emit (self, signals[PLAN], 0);
}

static void
accord_goal_card_dispose (GObject *object)
{
  AccordGoalCard *self = ACCORD_GOAL_CARD (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->member);

  G_OBJECT_CLASS (accord_goal_card_parent_class)->dispose (object);
}

static void
accord_goal_card_class_init (AccordGoalCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_goal_card_dispose;

  signals[PLAN] = g_signal_new ("plan", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  g_type_ensure (ACCORD_TYPE_COMMITMENT_BAR);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-goal-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordGoalCard, avatar);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalCard, role_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalCard, button);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalCard, goal_box);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalCard, bar);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalCard, commitment_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalCard, progress_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalCard, quarter_box);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalCard, note_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalCard, promise_button);
  gtk_widget_class_bind_template_callback (widget_class, on_promise_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
}

static void
accord_goal_card_init (AccordGoalCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
accord_goal_card_new (AccordWorkspace *workspace,
                      AccordMember    *member,
                      int              year)
{
  AccordGoalCard *self = g_object_new (ACCORD_TYPE_GOAL_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  self->member = g_object_ref (member);
  self->year = year;
  accord_goal_card_refresh (self);

  return GTK_WIDGET (self);
}

AccordMember *
accord_goal_card_get_member (AccordGoalCard *self)
{
  return self->member;
}

void
accord_goal_card_refresh (AccordGoalCard *self)
{
  AccordSettings *settings = accord_workspace_get_settings (self->workspace);
  gint64 member = accord_record_get_id (ACCORD_RECORD (self->member));
  AccordPlan *plan = accord_plan_find (accord_workspace_get_list (self->workspace, ACCORD_TYPE_PLAN), member,
                                       self->year);
  AccordCommitment *commitment = accord_commitment_find (
    accord_workspace_get_list (self->workspace, ACCORD_TYPE_COMMITMENT), member, self->year, ACCORD_DATE_NONE);
  gint64 quota = accord_quota_sum (accord_workspace_get_list (self->workspace, ACCORD_TYPE_QUOTA), member,
                                   accord_plan_year_get_start (self->year, get_fiscal_start (self)),
                                   accord_plan_year_get_end (self->year, get_fiscal_start (self)));
  gint64 amount = commitment != NULL ? accord_commitment_get_amount (commitment) : ACCORD_UNKNOWN;
  gint64 booked = read_booked (self);
  const char *name = accord_member_get_name (self->member);
  const char *verb = commitment != NULL ? _("Change the commitment…")
                     : plan != NULL     ? _("Continue planning…")
                                        : _("Plan the year…");
  /* Translators: the accessible name of a button: %1 is what it does, %2 a member's name. */
  g_autofree char *button_name = g_strdup_printf (_("%1$s %2$s"), verb, name);
  g_autofree char *promise_name = g_strdup_printf (_("%1$s %2$s"), _("Promise and versions…"), name);

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->role_label, accord_member_get_role (self->member));
  gtk_widget_set_visible (GTK_WIDGET (self->role_label), *accord_member_get_role (self->member) != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_button_set_label (self->button, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, button_name, -1);

  show_goals (self);
  gtk_widget_set_visible (self->promise_button, commitment != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->promise_button), GTK_ACCESSIBLE_PROPERTY_LABEL, promise_name,
                                  -1);
  if (commitment != NULL)
    show_commitment (self, commitment, quota != ACCORD_UNKNOWN ? quota : accord_commitment_get_quota (commitment));
  else
    show_without_commitment (self, plan, quota);
  accord_commitment_bar_set_figures (self->bar, quota, amount, booked, accord_settings_get_currency (settings),
                                     (int) accord_settings_get_decimals (settings));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), quota != ACCORD_UNKNOWN || amount != ACCORD_UNKNOWN);
  gtk_widget_set_visible (GTK_WIDGET (self->quarter_box), commitment != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *gtk_label_get_label (self->note_label) != '\0');
  show_progress (self, booked, amount);
}
