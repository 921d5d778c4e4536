/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-goal-query.h"

#include <glib/gi18n.h>
#include <string.h>

static int
compare_ids (gpointer a,
             gpointer b)
{
  gint64 left = accord_record_get_id (a), right = accord_record_get_id (b);

  return (left > right) - (left < right);
}

static int
compare_achieved (gconstpointer a,
                  gconstpointer b)
{
  AccordGoal *left = *(AccordGoal *const *) a, *right = *(AccordGoal *const *) b;
  AccordDate one = accord_goal_get_achieved (left), other = accord_goal_get_achieved (right);

  return one != other ? (one < other ? 1 : -1) : compare_ids (left, right);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  AccordGoalEntry *left = *(AccordGoalEntry *const *) a, *right = *(AccordGoalEntry *const *) b;
  AccordDate one = accord_goal_entry_get_day (left), other = accord_goal_entry_get_day (right);

  if (one != other)
    return one > other ? 1 : -1;
  if (accord_record_get_id (ACCORD_RECORD (left)) == 0 || accord_record_get_id (ACCORD_RECORD (right)) == 0)
    return -compare_ids (left, right);

  return compare_ids (left, right);
}

GPtrArray *
accord_goal_list_celebrations (GListModel *goals,
                               AccordDate  first,
                               AccordDate  last)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (goals, i);
      AccordDate achieved = accord_goal_get_achieved (goal);

      if (achieved != ACCORD_DATE_NONE && achieved >= first && achieved <= last
          && accord_goal_get_visibility (goal) == ACCORD_VISIBILITY_TEAM)
        g_ptr_array_add (found, g_steal_pointer (&goal));
    }
  g_ptr_array_sort (found, compare_achieved);

  return found;
}

GPtrArray *
accord_goal_list_viewers (AccordGoal *goal,
                          GListModel *viewers)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 id = accord_record_get_id (ACCORD_RECORD (goal));

  for (guint i = 0; id != 0 && i < g_list_model_get_n_items (viewers); i++)
    {
      g_autoptr (AccordGoalViewer) viewer = g_list_model_get_item (viewers, i);

      if (accord_goal_viewer_get_goal (viewer) == id)
        g_ptr_array_add (found, g_steal_pointer (&viewer));
    }

  return found;
}

GPtrArray *
accord_goal_list_entries (AccordGoal *goal,
                          GListModel *entries)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 id = accord_record_get_id (ACCORD_RECORD (goal));

  for (guint i = 0; id != 0 && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (AccordGoalEntry) entry = g_list_model_get_item (entries, i);

      if (accord_goal_entry_get_goal (entry) == id)
        g_ptr_array_add (found, g_steal_pointer (&entry));
    }
  accord_goal_log_sort (found);

  return found;
}

void
accord_goal_log_sort (GPtrArray *log)
{
  g_ptr_array_sort (log, compare_days);
}

AccordRate
accord_goal_entry_get_share (AccordGoalEntry *entry,
                             AccordGoal      *goal)
{
  AccordRate share = accord_goal_entry_get_progress (entry);

  if (share == ACCORD_UNKNOWN)
    share = accord_rate_from_ratio (accord_goal_entry_get_amount (entry), accord_goal_get_amount (goal));

  return share == ACCORD_UNKNOWN ? ACCORD_UNKNOWN : MIN (share, ACCORD_RATE_ONE);
}

AccordRate
accord_goal_log_get_progress (GPtrArray  *log,
                              AccordGoal *goal)
{
  for (guint i = log->len; i > 0; i--)
    {
      AccordRate share = accord_goal_entry_get_share (g_ptr_array_index (log, i - 1), goal);

      if (share != ACCORD_UNKNOWN)
        return share;
    }

  return ACCORD_UNKNOWN;
}

/* The text behind a word that it may begin with, in upper or lower case. */
static const char *
skip_word (const char *text,
           const char *word)
{
  const char *rest = text;

  for (; *word != '\0'; word = g_utf8_next_char (word), rest = g_utf8_next_char (rest))
    if (g_unichar_tolower (g_utf8_get_char (word)) != g_unichar_tolower (g_utf8_get_char (rest)))
      return text;
  if (*rest != ' ')
    return text;
  while (*rest == ' ')
    rest++;

  return rest;
}

/* What was typed into a sentence, without blanks around it and the full stop at its end. */
static char *
dup_clause (const char *typed)
{
  char *clause = g_strstrip (g_strdup (typed));
  gsize length = strlen (clause);

  while (length > 0 && strchr (".,", clause[length - 1]) != NULL)
    clause[--length] = '\0';

  return clause;
}

char *
accord_goal_dup_if_then (AccordGoal *goal)
{
  g_autofree char *cue = dup_clause (accord_goal_get_if_cue (goal));
  g_autofree char *action = dup_clause (accord_goal_get_then_action (goal));
  /* Translators: the words with which the two halves of an if-then plan may begin. */
  const char *when = skip_word (cue, C_("if-then", "if")), *what = skip_word (action, C_("if-then", "then"));

  what = skip_word (what, C_("if-then", "I will"));
  if (*when == '\0' || *what == '\0')
    return NULL;

  /* Translators: an if-then plan; both are as typed by the user. */
  return g_strdup_printf (_("If %1$s, then I will %2$s."), when, what);
}
