/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-planning-year-private.h"

#include "accord-quarter.h"
#include "accord-quota-change.h"
#include "accord-split.h"

#include <glib/gi18n.h>

/* Where the wizard is to open after a change of what was promised: at its last step. */
#define PROMISE_STEP 6

static void
read_committed_quarters (AccordPlanningEntry *entry,
                         gint64               quarters[4])
{
  quarters[0] = accord_commitment_get_q1 (entry->commitment);
  quarters[1] = accord_commitment_get_q2 (entry->commitment);
  quarters[2] = accord_commitment_get_q3 (entry->commitment);
  quarters[3] = accord_commitment_get_q4 (entry->commitment);
}

AccordPlanningState
accord_planning_entry_get_state (AccordPlanningEntry       *self,
                                 const AccordMemberFigures *figures)
{
  gint64 quarters[4];

  if (figures->commitment != ACCORD_UNKNOWN && figures->quota != ACCORD_UNKNOWN
      && figures->commitment < figures->quota)
    return ACCORD_PLANNING_BELOW;
  if (self->commitment == NULL)
    return self->plan == NULL && figures->commitment == ACCORD_UNKNOWN ? ACCORD_PLANNING_NO_PLAN
                                                                        : ACCORD_PLANNING_PLANNED;
  if (figures->commitment != figures->committed)
    return ACCORD_PLANNING_CHANGED;

  read_committed_quarters (self, quarters);
  for (int i = 0; i < 4; i++)
    if (figures->quarters[i] != ACCORD_UNKNOWN && figures->quarters[i] != quarters[i])
      return ACCORD_PLANNING_CHANGED;

  return ACCORD_PLANNING_COMMITTED;
}

/* The member's figures after the edit. */
static gboolean
make_figures (AccordPlanningYear      *self,
              AccordPlanningEntry     *entry,
              const AccordFiguresEdit *edit,
              AccordMemberFigures     *figures,
              GError                 **error)
{
  const gint64 *season = NULL;
  gint64 committed[4];

  *figures = entry->stored;
  if (entry->commitment != NULL)
    read_committed_quarters (entry, committed);
  /* The season takes a look at all deals: not for a quota, which the year alone decides until it is stored. */
  for (guint i = ACCORD_FIGURE_COMMITMENT; i < ACCORD_N_FIGURES; i++)
    if (edit->given[i])
      season = accord_planning_year_get_season (self);

  return accord_member_figures_edit (figures, edit, accord_planning_year_get_decimals (self), season,
                                     entry->plan != NULL ? (guint) accord_plan_get_locks (entry->plan) : 0,
                                     entry->commitment != NULL ? committed : NULL, error);
}

static void
show (AccordPlanningYear        *self,
      AccordPlanningEntry       *entry,
      const AccordMemberFigures *figures)
{
  accord_team_roll_up_set_figures (accord_planning_year_get_roll_up (self), entry->id, figures);
  accord_planning_row_set_figures (entry->row, figures, accord_planning_entry_get_state (entry, figures));
  accord_planning_year_show_totals (self, entry->territory);
  accord_planning_year_tell_totals (self);
}

gboolean
accord_planning_year_preview (AccordPlanningYear      *self,
                              AccordPlanningRow       *row,
                              const AccordFiguresEdit *edit,
                              GError                 **error)
{
  AccordPlanningEntry *entry;
  AccordMemberFigures figures;
  gboolean valid = TRUE;

  accord_planning_year_freshen (self);
  entry = accord_planning_year_get_entry (self, accord_planning_row_get_member_id (row));
  if (entry == NULL)
    return FALSE;

  figures = entry->stored;
  if (edit != NULL)
    valid = make_figures (self, entry, edit, &figures, error);
  show (self, entry, &figures);

  return valid;
}

gboolean
accord_planning_year_check (AccordPlanningYear      *self,
                            AccordPlanningRow       *row,
                            const AccordFiguresEdit *edit,
                            GError                 **error)
{
  AccordPlanningEntry *entry;
  AccordMemberFigures figures;

  accord_planning_year_freshen (self);
  entry = accord_planning_year_get_entry (self, accord_planning_row_get_member_id (row));

  return entry != NULL && make_figures (self, entry, edit, &figures, error);
}

static AccordPlan *
dup_plan (AccordPlanningYear  *self,
          AccordPlanningEntry *entry)
{
  AccordPlan *plan;

  if (entry->plan != NULL)
    return accord_record_copy (entry->plan);

  plan = accord_plan_new ();
  accord_plan_set_member (plan, entry->id);
  accord_plan_set_year (plan, accord_planning_year_get_year (self));

  return plan;
}

static void
put_plan (AccordPlanningYear        *self,
          AccordChange              *change,
          AccordPlanningEntry       *entry,
          const AccordFiguresEdit   *edit,
          const AccordMemberFigures *figures)
{
  gboolean amounts = figures->commitment != entry->stored.commitment, cleared;
  g_autoptr (AccordPlan) plan = NULL;

  for (int i = 0; i < 4; i++)
    amounts = amounts || figures->quarters[i] != entry->stored.quarters[i];
  cleared = edit->given[ACCORD_FIGURE_COMMITMENT] && edit->values[ACCORD_FIGURE_COMMITMENT] == ACCORD_UNKNOWN;
  /* What the plan says of the quota follows the quota, or the wizard would store the old one again. */
  if (!amounts && (entry->plan == NULL || figures->quota == entry->stored.quota))
    return;

  plan = dup_plan (self, entry);
  accord_plan_set_quota (plan, figures->quota);
  if (amounts)
    {
      accord_plan_set_amount (plan, cleared ? ACCORD_UNKNOWN : figures->commitment);
      accord_plan_set_q1 (plan, cleared ? ACCORD_UNKNOWN : figures->quarters[0]);
      accord_plan_set_q2 (plan, cleared ? ACCORD_UNKNOWN : figures->quarters[1]);
      accord_plan_set_q3 (plan, cleared ? ACCORD_UNKNOWN : figures->quarters[2]);
      accord_plan_set_q4 (plan, cleared ? ACCORD_UNKNOWN : figures->quarters[3]);
      if (cleared)
        accord_plan_set_locks (plan, 0);
      if (accord_planning_entry_get_state (entry, figures) == ACCORD_PLANNING_CHANGED)
        accord_plan_set_step (plan, PROMISE_STEP);
    }
  accord_change_put (change, plan);
}

static void
put_edit (AccordPlanningYear        *self,
          AccordChange              *change,
          AccordPlanningEntry       *entry,
          const AccordFiguresEdit   *edit,
          const AccordMemberFigures *figures)
{
  if (figures->quota != entry->stored.quota)
    {
      AccordSplit split;

      accord_split_init (&split, figures->quota, accord_planning_year_get_decimals (self),
                         accord_planning_year_get_season (self));
      accord_quota_change_year (change, entry->quotas, entry->id, accord_planning_year_get_year (self),
                                accord_planning_year_get_fiscal_start (self),
                                figures->quota != ACCORD_UNKNOWN ? split.quarters : NULL);
    }
  put_plan (self, change, entry, edit, figures);
}

gboolean
accord_planning_year_store (AccordPlanningYear      *self,
                            GPtrArray               *rows,
                            const AccordFiguresEdit *edits,
                            const char              *label,
                            GError                 **error)
{
  g_autoptr (AccordChange) change = accord_change_new (label);

  accord_planning_year_freshen (self);
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = accord_planning_row_get_member_id (g_ptr_array_index (rows, i));
      AccordPlanningEntry *entry = accord_planning_year_get_entry (self, id);
      AccordMemberFigures figures;

      if (entry == NULL)
        continue;
      if (!make_figures (self, entry, &edits[i], &figures, error))
        return FALSE;
      put_edit (self, change, entry, &edits[i], &figures);
    }

  if (!accord_change_is_empty (change) && !accord_workspace_apply (accord_planning_year_get_workspace (self), change, error))
    return FALSE;
  accord_planning_year_set_stale (self);

  return TRUE;
}

gboolean
accord_planning_year_set_target (AccordPlanningYear *self,
                                 gint64              target,
                                 GError            **error)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Set Team Target"));
  g_autoptr (AccordPlanYear) live = accord_planning_year_dup_record (self);
  g_autoptr (AccordPlanYear) draft = NULL;
  int year = accord_planning_year_get_year (self), fiscal_start = accord_planning_year_get_fiscal_start (self);

  if (target == accord_planning_year_get_target (self))
    return TRUE;

  draft = live != NULL ? accord_record_copy (live) : accord_plan_year_new ();
  if (live == NULL)
    {
      accord_plan_year_set_label (draft, year);
      accord_plan_year_set_starts (draft, accord_plan_year_get_start (year, fiscal_start));
      accord_plan_year_set_ends (draft, accord_plan_year_get_end (year, fiscal_start));
    }
  accord_plan_year_set_team_target (draft, target);
  accord_change_put (change, draft);
  if (!accord_workspace_apply (accord_planning_year_get_workspace (self), change, error))
    return FALSE;
  accord_planning_year_set_stale (self);

  return TRUE;
}
