/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-promise.h"

#include "accord-clock.h"
#include "accord-goal-query.h"
#include "accord-member.h"
#include "accord-money.h"
#include "accord-plan-basis.h"
#include "accord-rate.h"
#include "accord-weekly-need.h"

#include <glib/gi18n.h>

typedef struct
{
  char *title;
  GStrv lines;
} PromiseGoal;

struct _AccordPromise
{
  char *workspace;
  char *currency;
  int decimals;
  char *member;
  char *partner;
  char *year;
  char *sentence;
  char *stretch;
  char *holds;
  char *week;
  char *quarters[4];
  char *dated;
  GPtrArray *goals; /* PromiseGoal */
};

static void
promise_goal_free (gpointer data)
{
  PromiseGoal *goal = data;

  g_free (goal->title);
  g_strfreev (goal->lines);
  g_free (goal);
}

static char *
format_money (AccordPromise *self,
              gint64         amount)
{
  return accord_money_format (amount, self->currency, self->decimals);
}

static char *
dup_member_name (AccordWorkspace *workspace,
                 gint64           id)
{
  AccordMember *member = id != 0 ? accord_workspace_find (workspace, ACCORD_TYPE_MEMBER, id) : NULL;

  return g_strdup (member != NULL ? accord_member_get_name (member) : "");
}

/* The promise is read in one breath: a full stop that was typed behind the reason is not doubled. */
static char *
dup_reason (const char *typed)
{
  char *because = g_strstrip (g_strdup (typed));
  gsize length = strlen (because);

  if (length > 0 && because[length - 1] == '.')
    because[length - 1] = '\0';

  return because;
}

/* Whether the reason goes on where "because" leaves off: "she wants a home of her own", "I said so". What is sentences of
 * their own is quoted. */
static gboolean
reads_on (const char *why)
{
  g_autofree char *first = g_strndup (why, strcspn (why, " '"));

  if (strstr (why, ". ") != NULL || strchr (why, '\n') != NULL)
    return FALSE;

  return strcmp (first, "I") == 0 || !g_unichar_isupper (g_utf8_get_char (why));
}

static AccordPromise *
promise_new (AccordWorkspace *workspace,
             gint64           member,
             gint64           partner,
             int              year)
{
  AccordSettings *settings = accord_workspace_get_settings (workspace);
  AccordPromise *self = g_new0 (AccordPromise, 1);

  self->workspace = g_strdup (accord_settings_get_name (settings));
  self->currency = g_strdup (accord_settings_get_currency (settings));
  self->decimals = (int) accord_settings_get_decimals (settings);
  self->member = dup_member_name (workspace, member);
  self->partner = dup_member_name (workspace, partner);
  self->year = accord_plan_year_format (year, (int) accord_settings_get_fiscal_start (settings));
  self->goals = g_ptr_array_new_with_free_func (promise_goal_free);
  if (*self->partner != '\0')
    /* Translators: %1 is the accountability partner's name, %2 the name of the member who commits. */
    self->holds = g_strdup_printf (_("%1$s holds %2$s to it."), self->partner, self->member);
  else
    self->holds = g_strdup ("");

  return self;
}

static void
set_sentence (AccordPromise *self,
              gint64         amount,
              const char    *because)
{
  g_autofree char *money = format_money (self, amount);
  g_autofree char *why = dup_reason (because);

  if (amount == ACCORD_UNKNOWN)
    /* Translators: %s is a member's name. */
    self->sentence = g_strdup_printf (_("%s has not said yet how much they commit to."), self->member);
  else if (*why == '\0')
    /* Translators: %1 is a member's name, %2 an amount of money, %3 a plan year such as "2027" or "FY27". */
    self->sentence = g_strdup_printf (_("%1$s commits to %2$s in %3$s because …"), self->member, money, self->year);
  else if (!reads_on (why))
    {
      g_autofree char *quoted = g_strstrip (g_strdup (because));

      /* Translators: as before; %4 is what the user typed, which is whole sentences. */
      self->sentence = g_strdup_printf (_("%1$s commits to %2$s in %3$s: “%4$s”"), self->member, money, self->year,
                                        quoted);
    }
  else
    /* Translators: as before; %4 is the reason as typed by the user, which may be "she wants a home of her own". */
    self->sentence = g_strdup_printf (_("%1$s commits to %2$s in %3$s because %4$s."), self->member, money, self->year,
                                      why);
}

static void
set_stretch (AccordPromise *self,
             gint64         amount,
             gint64         quota)
{
  gint64 stretch = accord_stretch (amount, quota);
  g_autofree char *quota_text = format_money (self, quota);
  g_autofree char *stretch_text = format_money (self, stretch);
  g_autofree char *share = accord_rate_format_percent (accord_rate_from_ratio (stretch, quota));

  if (stretch == ACCORD_UNKNOWN)
    self->stretch = g_strdup ("");
  else if (stretch == 0)
    /* Translators: %s is an amount of money. */
    self->stretch = g_strdup_printf (_("That is the quota of %s."), quota_text);
  else
    /* Translators: %1 and %2 are amounts of money, %3 a percentage. */
    self->stretch = g_strdup_printf (_("That is the quota of %1$s and a stretch of %2$s, %3$s above it."), quota_text,
                                     stretch_text, share);
}

static char *
dup_count (AccordWeeklyNeedKind kind,
           gint64               count)
{
  guint n = (guint) MIN (count, G_MAXUINT);

  switch (kind)
    {
    case ACCORD_WEEKLY_OUTREACH:
      /* Translators: what a week takes: calls and messages to people who were not met yet. */
      return g_strdup_printf (ngettext ("%u outreach", "%u outreach", n), n);

    case ACCORD_WEEKLY_MEETINGS:
      return g_strdup_printf (ngettext ("%u first meeting", "%u first meetings", n), n);

    case ACCORD_WEEKLY_OPPORTUNITIES:
      return g_strdup_printf (ngettext ("%u opportunity opened", "%u opportunities opened", n), n);

    case ACCORD_N_WEEKLY_NEEDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
set_week (AccordPromise   *self,
          AccordWorkspace *workspace,
          AccordPlan      *plan,
          AccordDate       day)
{
  AccordPlanBasis basis;
  AccordWeeklyNeed needs[ACCORD_N_WEEKLY_NEEDS];
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *list = NULL;

  if (plan != NULL)
    accord_plan_basis_read (&basis, workspace, accord_plan_get_member (plan), (int) accord_plan_get_year (plan), day);
  if (plan == NULL
      || !accord_weekly_need_list (plan, &basis, accord_workspace_get_list (workspace, ACCORD_TYPE_METRIC), needs))
    {
      self->week = g_strdup ("");
      return;
    }

  for (int i = 0; i < ACCORD_N_WEEKLY_NEEDS; i++)
    {
      g_autofree char *part = needs[i].per_week != ACCORD_UNKNOWN ? dup_count (i, needs[i].per_week) : NULL;

      if (part != NULL)
        g_strv_builder_add (builder, part);
    }
  parts = g_strv_builder_end (builder);
  /* Translators: stands between the parts of a list. */
  list = g_strjoinv (C_("list", ", "), parts);
  /* Translators: %s is a list such as "60 outreach, 12 first meetings, 3 opportunities opened". */
  self->week = g_strdup_printf (_("Every week it takes %s."), list);
}

static void
set_quarters (AccordPromise *self,
              const gint64   quarters[4])
{
  for (int i = 0; i < 4; i++)
    self->quarters[i] = format_money (self, quarters[i]);
}

static AccordPlan *
find_plan (AccordWorkspace  *workspace,
           AccordCommitment *commitment)
{
  GListModel *plans = accord_workspace_get_list (workspace, ACCORD_TYPE_PLAN);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (AccordPlan) plan = g_list_model_get_item (plans, i);

      if (accord_plan_get_member (plan) == accord_commitment_get_member (commitment)
          && accord_plan_get_year (plan) == accord_commitment_get_year (commitment)
          && accord_plan_get_amount (plan) == accord_commitment_get_amount (commitment))
        return plan;
    }

  return NULL;
}

static void
set_dated (AccordPromise    *self,
           AccordCommitment *commitment)
{
  g_autofree char *day = accord_date_format (accord_commitment_get_committed_on (commitment));
  g_autofree char *reason = dup_reason (accord_commitment_get_reason (commitment));
  int version = (int) accord_commitment_get_version (commitment);

  if (version <= 1)
    /* Translators: %s is a date. */
    self->dated = g_strdup_printf (_("Committed on %s."), day);
  else if (*reason == '\0')
    /* Translators: %1 is a date, %2 the number of a version, 2 and more. */
    self->dated = g_strdup_printf (_("Committed on %1$s, version %2$d."), day, version);
  else
    /* Translators: as before; %3 is why the commitment was changed, as typed by the user. */
    self->dated = g_strdup_printf (_("Committed on %1$s, version %2$d: %3$s."), day, version, reason);
}

AccordPromise *
accord_promise_new_for_plan (AccordWorkspace *workspace,
                             AccordPlan      *plan)
{
  const gint64 quarters[4] = { accord_plan_get_q1 (plan), accord_plan_get_q2 (plan), accord_plan_get_q3 (plan),
                               accord_plan_get_q4 (plan) };
  AccordPromise *self = promise_new (workspace, accord_plan_get_member (plan), accord_plan_get_partner (plan),
                                     (int) accord_plan_get_year (plan));

  set_sentence (self, accord_plan_get_amount (plan), accord_plan_get_because (plan));
  set_stretch (self, accord_plan_get_amount (plan), accord_plan_get_quota (plan));
  set_week (self, workspace, plan, accord_clock_today ());
  set_quarters (self, quarters);
  self->dated = g_strdup ("");

  return self;
}

AccordPromise *
accord_promise_new_for_commitment (AccordWorkspace  *workspace,
                                   AccordCommitment *commitment)
{
  const gint64 quarters[4] = { accord_commitment_get_q1 (commitment), accord_commitment_get_q2 (commitment),
                               accord_commitment_get_q3 (commitment), accord_commitment_get_q4 (commitment) };
  AccordPromise *self = promise_new (workspace, accord_commitment_get_member (commitment),
                                     accord_commitment_get_partner (commitment),
                                     (int) accord_commitment_get_year (commitment));

  set_sentence (self, accord_commitment_get_amount (commitment), accord_commitment_get_because (commitment));
  set_stretch (self, accord_commitment_get_amount (commitment), accord_commitment_get_quota (commitment));
  set_week (self, workspace, find_plan (workspace, commitment), accord_commitment_get_committed_on (commitment));
  set_quarters (self, quarters);
  set_dated (self, commitment);

  return self;
}

void
accord_promise_free (AccordPromise *self)
{
  g_free (self->workspace);
  g_free (self->currency);
  g_free (self->member);
  g_free (self->partner);
  g_free (self->year);
  g_free (self->sentence);
  g_free (self->stretch);
  g_free (self->holds);
  g_free (self->week);
  for (int i = 0; i < 4; i++)
    g_free (self->quarters[i]);
  g_free (self->dated);
  g_ptr_array_unref (self->goals);
  g_free (self);
}

/* What was typed, behind the words that say what it is; nothing where nothing was. */
static void
add_line (GStrvBuilder *lines,
          const char   *words,
          const char   *typed)
{
  g_autofree char *stripped = dup_reason (typed);
  g_autofree char *line = NULL;

  if (*stripped == '\0')
    return;
  /* Translators: %1 is what a sentence is about, such as "It matters because", %2 as typed by the user. */
  line = g_strdup_printf (_("%1$s: %2$s."), words, stripped);
  g_strv_builder_add (lines, line);
}

void
accord_promise_add_goal (AccordPromise *self,
                         AccordGoal    *goal)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  PromiseGoal *added = g_new0 (PromiseGoal, 1);
  g_autofree char *if_then = accord_goal_dup_if_then (goal);
  g_autoptr (GString) title = g_string_new (accord_goal_get_title (goal));

  if (accord_goal_get_amount (goal) != ACCORD_UNKNOWN)
    {
      g_autofree char *amount = format_money (self, accord_goal_get_amount (goal));

      g_string_append_printf (title, " · %s", amount);
    }
  if (accord_goal_get_due (goal) != ACCORD_DATE_NONE)
    {
      g_autofree char *due = accord_date_format (accord_goal_get_due (goal));

      g_string_append (title, " · ");
      /* Translators: %s is a date. */
      g_string_append_printf (title, _("by %s"), due);
    }
  added->title = g_strdup (title->str);
  add_line (lines, _("It matters because"), accord_goal_get_why (goal));
  add_line (lines, _("Getting there would change"), accord_goal_get_achieving (goal));
  add_line (lines, _("Not getting there would mean"), accord_goal_get_missing (goal));
  if (if_then != NULL)
    g_strv_builder_add (lines, if_then);
  added->lines = g_strv_builder_end (lines);
  g_ptr_array_add (self->goals, added);
}

const char *
accord_promise_get_member (AccordPromise *self)
{
  return self->member;
}

const char *
accord_promise_get_partner (AccordPromise *self)
{
  return self->partner;
}

const char *
accord_promise_get_year (AccordPromise *self)
{
  return self->year;
}

const char *
accord_promise_get_workspace (AccordPromise *self)
{
  return self->workspace;
}

const char *
accord_promise_get_sentence (AccordPromise *self)
{
  return self->sentence;
}

const char *
accord_promise_get_stretch (AccordPromise *self)
{
  return self->stretch;
}

const char *
accord_promise_get_holds (AccordPromise *self)
{
  return self->holds;
}

const char *
accord_promise_get_week (AccordPromise *self)
{
  return self->week;
}

const char *
accord_promise_get_quarter (AccordPromise *self,
                            guint          quarter)
{
  g_return_val_if_fail (quarter < 4, "");

  return self->quarters[quarter];
}

const char *
accord_promise_get_dated (AccordPromise *self)
{
  return self->dated;
}

guint
accord_promise_get_n_goals (AccordPromise *self)
{
  return self->goals->len;
}

const char *
accord_promise_get_goal_title (AccordPromise *self,
                               guint          goal)
{
  return ((PromiseGoal *) g_ptr_array_index (self->goals, goal))->title;
}

const char *const *
accord_promise_get_goal_lines (AccordPromise *self,
                               guint          goal)
{
  return (const char *const *) ((PromiseGoal *) g_ptr_array_index (self->goals, goal))->lines;
}
