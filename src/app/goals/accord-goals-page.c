/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-goals-page.h"

#include "accord-attainment.h"
#include "accord-commitment-query.h"
#include "accord-goal-card.h"
#include "accord-goal-wizard.h"
#include "accord-membership-query.h"
#include "accord-money.h"
#include "accord-plan-draft.h"
#include "accord-quota.h"
#include "accord-plan-year.h"
#include "accord-record-watch.h"

#include <glib/gi18n.h>

struct _AccordGoalsPage
{
  AccordPage parent_instance;

  AccordRecordWatch *watch;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkLabel *quota_label;
  GtkLabel *commitment_label;
  GtkLabel *target_label;
  GtkLabel *summary_label;
  GtkBox *card_box;
};

G_DEFINE_FINAL_TYPE (AccordGoalsPage, accord_goals_page, ACCORD_TYPE_PAGE)

static int
get_year (AccordGoalsPage *self)
{
  return accord_period_get_year (accord_page_get_period (ACCORD_PAGE (self)));
}

static int
get_fiscal_start (AccordGoalsPage *self)
{
  return accord_period_get_fiscal_start (accord_page_get_period (ACCORD_PAGE (self)));
}

static GListModel *
get_list (AccordGoalsPage *self,
          GType            type)
{
  return accord_workspace_get_list (accord_page_get_workspace (ACCORD_PAGE (self)), type);
}

static int
compare_members (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  AccordMember *left = (AccordMember *) a, *right = (AccordMember *) b;

  /* The leader plans too, and goes first. */
  if (accord_member_get_leader (left) != accord_member_get_leader (right))
    return accord_member_get_leader (left) ? -1 : 1;

  return g_utf8_collate (accord_member_get_name (left), accord_member_get_name (right));
}

/* Who is on the team at some time of the plan year. */
static GListStore *
list_members (AccordGoalsPage *self)
{
  GListModel *list = get_list (self, ACCORD_TYPE_MEMBER);
  GListStore *members = g_list_store_new (ACCORD_TYPE_MEMBER);
  AccordDate first = accord_plan_year_get_start (get_year (self), get_fiscal_start (self));
  AccordDate last = accord_plan_year_get_end (get_year (self), get_fiscal_start (self));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (list, i);

      if (accord_member_is_present (member, first, last))
        g_list_store_insert_sorted (members, member, compare_members, NULL);
    }

  return members;
}

static void
open_wizard (AccordGoalsPage *self,
             AccordMember    *member)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (GTK_WINDOW (accord_goal_wizard_new (window, accord_page_get_workspace (ACCORD_PAGE (self)),
                                                          member, get_year (self))));
}

static void
on_card_plan (AccordGoalCard  *card,
              AccordGoalsPage *self)
{
  open_wizard (self, accord_goal_card_get_member (card));
}

static gint64
team_target (AccordGoalsPage *self)
{
  GListModel *years = get_list (self, ACCORD_TYPE_PLAN_YEAR);

  for (guint i = 0; i < g_list_model_get_n_items (years); i++)
    {
      g_autoptr (AccordPlanYear) year = g_list_model_get_item (years, i);

      if (accord_plan_year_get_label (year) == get_year (self))
        return accord_plan_year_get_team_target (year);
    }

  return ACCORD_UNKNOWN;
}

static void
set_money (AccordGoalsPage *self,
           GtkLabel        *label,
           gint64           amount)
{
  AccordSettings *settings = accord_workspace_get_settings (accord_page_get_workspace (ACCORD_PAGE (self)));
  g_autofree char *text = accord_money_format (amount, accord_settings_get_currency (settings),
                                               (int) accord_settings_get_decimals (settings));

  gtk_label_set_label (label, text);
}

/* What the roll-up says in a sentence. */
static char *
dup_summary (guint      committed,
             guint      n,
             AccordRate over)
{
  g_autofree char *who = g_strdup_printf (ngettext ("%1$u of %2$u member has committed.",
                                                    "%1$u of %2$u members have committed.", n),
                                          committed, n);
  g_autofree char *share = NULL;

  if (over == ACCORD_UNKNOWN)
    return g_steal_pointer (&who);

  share = accord_rate_format_percent (ABS (over));
  if (over >= 0)
    /* Translators: %1 is a sentence, %2 a percentage: how far the quotas of all are above the team's target. */
    return g_strdup_printf (_("%1$s The quotas are over-assigned by %2$s."), who, share);

  /* Translators: %1 is a sentence, %2 a percentage: how far the quotas of all are below the team's target. */
  return g_strdup_printf (_("%1$s The quotas fall short of the team’s target by %2$s."), who, share);
}

static void
show_rollup (AccordGoalsPage *self,
             GListModel      *members)
{
  GListModel *commitments = get_list (self, ACCORD_TYPE_COMMITMENT), *quotas = get_list (self, ACCORD_TYPE_QUOTA);
  AccordDate first = accord_plan_year_get_start (get_year (self), get_fiscal_start (self));
  AccordDate last = accord_plan_year_get_end (get_year (self), get_fiscal_start (self));
  gint64 quota = ACCORD_UNKNOWN, promised = ACCORD_UNKNOWN, target = team_target (self);
  guint n = g_list_model_get_n_items (members), committed = 0;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
      gint64 id = accord_record_get_id (ACCORD_RECORD (member));
      AccordCommitment *commitment = accord_commitment_find (commitments, id, get_year (self), ACCORD_DATE_NONE);
      gint64 own = accord_quota_sum (quotas, id, first, last);

      if (own != ACCORD_UNKNOWN)
        quota = (quota == ACCORD_UNKNOWN ? 0 : quota) + own;
      if (commitment == NULL)
        continue;
      committed++;
      promised = (promised == ACCORD_UNKNOWN ? 0 : promised) + accord_commitment_get_amount (commitment);
    }

  set_money (self, self->quota_label, quota);
  set_money (self, self->commitment_label, promised);
  set_money (self, self->target_label, target);
  summary = dup_summary (committed, n, accord_over_assignment (quota, target));
  gtk_label_set_label (self->summary_label, summary);
}

/* Whether the cards stand for these members in this order: then they only have to look again. */
static gboolean
cards_match (AccordGoalsPage *self,
             GListModel      *members)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->card_box));

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);

      if (card == NULL || accord_goal_card_get_member (ACCORD_GOAL_CARD (card)) != member)
        return FALSE;
      card = gtk_widget_get_next_sibling (card);
    }

  return card == NULL;
}

static void
refresh (AccordGoalsPage *self)
{
  g_autoptr (GListStore) members = NULL;
  GtkWidget *card;

  if (accord_page_get_workspace (ACCORD_PAGE (self)) == NULL || accord_page_get_period (ACCORD_PAGE (self)) == NULL)
    return;

  members = list_members (self);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (members)) > 0 ? "cards"
                                                                                                         : "empty");
  show_rollup (self, G_LIST_MODEL (members));
  if (cards_match (self, G_LIST_MODEL (members)))
    {
      for (card = gtk_widget_get_first_child (GTK_WIDGET (self->card_box)); card != NULL;
           card = gtk_widget_get_next_sibling (card))
        accord_goal_card_refresh (ACCORD_GOAL_CARD (card));
      return;
    }

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->card_box))) != NULL)
    gtk_box_remove (self->card_box, card);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (members)); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (G_LIST_MODEL (members), i);

      card = accord_goal_card_new (accord_page_get_workspace (ACCORD_PAGE (self)), member, get_year (self));
      g_signal_connect_object (card, "plan", G_CALLBACK (on_card_plan), self, 0);
      gtk_box_append (self->card_box, card);
    }
}

static void
plan_first (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  AccordGoalsPage *self = ACCORD_GOALS_PAGE (widget);
  g_autoptr (GListStore) members = NULL;

  if (accord_page_get_workspace (ACCORD_PAGE (self)) == NULL || accord_page_get_period (ACCORD_PAGE (self)) == NULL)
    return;

  members = list_members (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (members)); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (G_LIST_MODEL (members), i);

      if (accord_commitment_find (get_list (self, ACCORD_TYPE_COMMITMENT),
                                  accord_record_get_id (ACCORD_RECORD (member)), get_year (self), ACCORD_DATE_NONE)
          == NULL)
        {
          open_wizard (self, member);
          return;
        }
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (members)) > 0)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (G_LIST_MODEL (members), 0);

      open_wizard (self, member);
    }
}

static void
rebuild (AccordGoalsPage *self)
{
  GtkWidget *card;

  /* Cards hold their year and workspace. */
  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->card_box))) != NULL)
    gtk_box_remove (self->card_box, card);
  refresh (self);
}

static void
accord_goals_page_workspace_changed (AccordPage *page)
{
  AccordGoalsPage *self = ACCORD_GOALS_PAGE (page);
  const GType types[] = { ACCORD_TYPE_MEMBER, ACCORD_TYPE_GOAL,  ACCORD_TYPE_PLAN,
                          ACCORD_TYPE_COMMITMENT, ACCORD_TYPE_QUOTA, ACCORD_TYPE_PLAN_YEAR };

  g_clear_object (&self->watch);
  if (accord_page_get_workspace (page) == NULL)
    return;

  self->watch = accord_record_watch_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    accord_record_watch_add (self->watch, get_list (self, types[i]));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  rebuild (self);
}

static void
accord_goals_page_period_changed (AccordPage *page)
{
  AccordGoalsPage *self = ACCORD_GOALS_PAGE (page);
  g_autofree char *year = accord_plan_year_format (get_year (self), get_fiscal_start (self));

  adw_window_title_set_subtitle (self->title, year);
  rebuild (self);
}

static void
accord_goals_page_dispose (GObject *object)
{
  g_clear_object (&ACCORD_GOALS_PAGE (object)->watch);

  G_OBJECT_CLASS (accord_goals_page_parent_class)->dispose (object);
}

static void
accord_goals_page_class_init (AccordGoalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_goals_page_dispose;
  ACCORD_PAGE_CLASS (klass)->workspace_changed = accord_goals_page_workspace_changed;
  ACCORD_PAGE_CLASS (klass)->period_changed = accord_goals_page_period_changed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-goals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, title);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, quota_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, commitment_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, target_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, card_box);
  gtk_widget_class_install_action (widget_class, "page.primary", NULL, plan_first);
}

static void
accord_goals_page_init (AccordGoalsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
