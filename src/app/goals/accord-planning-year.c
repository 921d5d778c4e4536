/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-planning-year-private.h"

#include "accord-clock.h"
#include "accord-goal.h"
#include "accord-membership.h"
#include "accord-plan-year.h"
#include "accord-quarter.h"
#include "accord-record-watch.h"
#include "accord-season-history.h"
#include "accord-territory.h"

#include <glib/gi18n.h>

struct _AccordPlanningYear
{
  GObject parent_instance;

  AccordWorkspace *workspace;
  int year;
  AccordRecordWatch *watch;

  AccordTeamRollUp *roll_up;
  GHashTable *entries;     /* member: AccordPlanningEntry */
  GHashTable *territories; /* id: AccordPlanningRow, borrowed from rows */
  GListStore *rows;
  AccordPlanningRow *team;
  gint64 target;

  gboolean stale; /* something was stored since it was read */
  gint64 season[4];
  guint season_source;
};

G_DEFINE_FINAL_TYPE (AccordPlanningYear, accord_planning_year, G_TYPE_OBJECT)

enum
{
  CHANGED,
  TOTALS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
entry_free (gpointer data)
{
  AccordPlanningEntry *entry = data;

  g_ptr_array_unref (entry->quotas);
  g_clear_object (&entry->plan);
  g_clear_object (&entry->commitment);
  g_clear_object (&entry->row);
  g_free (entry);
}

static GListModel *
get_list (AccordPlanningYear *self,
          GType               type)
{
  return accord_workspace_get_list (self->workspace, type);
}

static void
index_plans (AccordPlanningYear *self)
{
  GListModel *plans = get_list (self, ACCORD_TYPE_PLAN), *commitments = get_list (self, ACCORD_TYPE_COMMITMENT);

  for (guint i = 0, n = g_list_model_get_n_items (plans); i < n; i++)
    {
      g_autoptr (AccordPlan) plan = g_list_model_get_item (plans, i);
      AccordPlanningEntry *entry;

      if (accord_plan_get_year (plan) != self->year)
        continue;
      entry = accord_planning_year_get_entry (self, accord_plan_get_member (plan));
      if (entry != NULL && entry->plan == NULL)
        entry->plan = g_steal_pointer (&plan);
    }
  for (guint i = 0, n = g_list_model_get_n_items (commitments); i < n; i++)
    {
      g_autoptr (AccordCommitment) commitment = g_list_model_get_item (commitments, i);
      AccordPlanningEntry *entry;

      if (accord_commitment_get_year (commitment) != self->year)
        continue;
      entry = accord_planning_year_get_entry (self, accord_commitment_get_member (commitment));
      if (entry != NULL
          && (entry->commitment == NULL
              || accord_commitment_get_version (commitment) > accord_commitment_get_version (entry->commitment)))
        g_set_object (&entry->commitment, commitment);
    }
}

static void
index_quotas (AccordPlanningYear *self)
{
  GListModel *quotas = get_list (self, ACCORD_TYPE_QUOTA);
  int fiscal_start = accord_planning_year_get_fiscal_start (self);
  AccordDate first = accord_plan_year_get_start (self->year, fiscal_start);
  AccordDate last = accord_plan_year_get_end (self->year, fiscal_start);

  for (guint i = 0, n = g_list_model_get_n_items (quotas); i < n; i++)
    {
      g_autoptr (AccordQuota) quota = g_list_model_get_item (quotas, i);
      AccordPlanningEntry *entry;

      if (accord_quota_get_starts (quota) < first || accord_quota_get_starts (quota) > last)
        continue;
      entry = accord_planning_year_get_entry (self, accord_quota_get_member (quota));
      if (entry != NULL)
        g_ptr_array_add (entry->quotas, g_steal_pointer (&quota));
    }
}

/* The row that the member has already, where nothing but figures is another. */
static AccordPlanningRow *
dup_row (GHashTable   *before,
         AccordMember *member,
         gint64        territory,
         const char   *name)
{
  gint64 id = accord_record_get_id (ACCORD_RECORD (member));
  AccordPlanningEntry *entry = before != NULL ? g_hash_table_lookup (before, &id) : NULL;

  if (entry != NULL && accord_planning_row_is_of (entry->row, member, territory, name))
    return g_object_ref (entry->row);

  return accord_planning_row_new_member (member, territory, name);
}

/* The members of the year. */
static GHashTable *
make_entries (AccordPlanningYear *self,
              GHashTable         *before)
{
  GHashTable *entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, entry_free);
  GListModel *members = get_list (self, ACCORD_TYPE_MEMBER), *territories = get_list (self, ACCORD_TYPE_TERRITORY);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0, n = g_list_model_get_n_items (territories); i < n; i++)
    {
      g_autoptr (AccordTerritory) territory = g_list_model_get_item (territories, i);
      gint64 id = accord_record_get_id (ACCORD_RECORD (territory));

      g_hash_table_insert (names, g_memdup2 (&id, sizeof id), (gpointer) accord_territory_get_name (territory));
    }
  for (guint i = 0, n = g_list_model_get_n_items (members); i < n; i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
      gint64 id = accord_record_get_id (ACCORD_RECORD (member));
      AccordPlanningEntry *entry;

      if (!accord_team_roll_up_get (self->roll_up, id, NULL, NULL))
        continue;
      entry = g_new0 (AccordPlanningEntry, 1);
      entry->id = id;
      entry->quotas = g_ptr_array_new_with_free_func (g_object_unref);
      accord_team_roll_up_get (self->roll_up, id, &entry->territory, &entry->stored);
      entry->row = dup_row (before, member, entry->territory, g_hash_table_lookup (names, &entry->territory));
      g_hash_table_insert (entries, &entry->id, entry);
    }

  return entries;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  AccordPlanningRow *left = *(AccordPlanningRow *const *) a, *right = *(AccordPlanningRow *const *) b;

  return accord_planning_row_compare (left, right);
}

static int
compare_territories (gconstpointer a,
                     gconstpointer b)
{
  AccordTerritory *left = *(AccordTerritory *const *) a, *right = *(AccordTerritory *const *) b;
  gint64 one = accord_territory_get_position (left), other = accord_territory_get_position (right);

  if (one != other)
    return one < other ? -1 : 1;

  return g_utf8_collate (accord_territory_get_name (left), accord_territory_get_name (right));
}

/* The rows of one territory, the total first where there is to be one. */
static void
append_territory (AccordPlanningYear *self,
                  GPtrArray          *rows,
                  GHashTable         *groups,
                  gint64              id,
                  const char         *name)
{
  GPtrArray *group = g_hash_table_lookup (groups, &id);

  if (group == NULL)
    return;

  if (name != NULL)
    {
      AccordPlanningRow *total = accord_planning_row_new_total (ACCORD_PLANNING_ROW_TERRITORY, id, name);

      g_ptr_array_add (rows, total);
      g_hash_table_insert (self->territories, g_memdup2 (&id, sizeof id), total);
    }
  g_ptr_array_sort (group, compare_rows);
  for (guint i = 0; i < group->len; i++)
    g_ptr_array_add (rows, g_object_ref (g_ptr_array_index (group, i)));
}

static GPtrArray *
make_rows (AccordPlanningYear *self,
           GHashTable         *entries)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *list = get_list (self, ACCORD_TYPE_TERRITORY);
  g_autoptr (GPtrArray) territories = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                         (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      AccordPlanningEntry *entry = value;
      GPtrArray *group = g_hash_table_lookup (groups, &entry->territory);

      if (group == NULL)
        g_hash_table_insert (groups, &entry->territory, group = g_ptr_array_new ());
      g_ptr_array_add (group, entry->row);
    }
  for (guint i = 0, n = g_list_model_get_n_items (list); i < n; i++)
    g_ptr_array_add (territories, g_list_model_get_item (list, i));
  g_ptr_array_sort (territories, compare_territories);

  g_hash_table_remove_all (self->territories);
  for (guint i = 0; i < territories->len; i++)
    {
      AccordTerritory *territory = g_ptr_array_index (territories, i);

      append_territory (self, rows, groups, accord_record_get_id (ACCORD_RECORD (territory)),
                        accord_territory_get_name (territory));
    }
  /* Translators: above the members who belong to no territory. */
  append_territory (self, rows, groups, 0, rows->len > 0 ? _("No territory") : NULL);

  return rows;
}

/* Whether the rows that stand there are for the same members in the same order, under the same names: then only their
 * figures follow. */
static gboolean
same_rows (AccordPlanningYear *self,
           GPtrArray          *rows)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) != rows->len)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (AccordPlanningRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (!accord_planning_row_is_same (row, g_ptr_array_index (rows, i)))
        return FALSE;
    }

  return TRUE;
}

static void
adopt_rows (AccordPlanningYear *self)
{
  for (guint i = 0, n = g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i < n; i++)
    {
      g_autoptr (AccordPlanningRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      gint64 territory = accord_planning_row_get_territory (row);

      if (accord_planning_row_get_kind (row) == ACCORD_PLANNING_ROW_TERRITORY)
        g_hash_table_insert (self->territories, g_memdup2 (&territory, sizeof territory), row);
      else
        g_set_object (&accord_planning_year_get_entry (self, accord_planning_row_get_member_id (row))->row, row);
    }
}

static void
show_figures (AccordPlanningYear *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      AccordPlanningEntry *entry = value;

      accord_planning_row_set_figures (entry->row, &entry->stored,
                                       accord_planning_entry_get_state (entry, &entry->stored));
    }
  g_hash_table_iter_init (&iter, self->territories);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    accord_planning_year_show_totals (self, accord_planning_row_get_territory (value));
  /* Where there are no territories the team has its total all the same. */
  accord_planning_year_show_totals (self, 0);
}

static void
read_target (AccordPlanningYear *self)
{
  g_autoptr (AccordPlanYear) record = accord_planning_year_dup_record (self);

  self->target = record != NULL ? accord_plan_year_get_team_target (record) : ACCORD_UNKNOWN;
}

void
accord_planning_year_reload (AccordPlanningYear *self)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->entries);
  g_autoptr (GPtrArray) rows = NULL;

  self->stale = FALSE;
  g_clear_pointer (&self->roll_up, accord_team_roll_up_free);
  self->roll_up = accord_team_roll_up_read (get_list (self, ACCORD_TYPE_MEMBER), get_list (self, ACCORD_TYPE_MEMBERSHIP),
                                            get_list (self, ACCORD_TYPE_PLAN), get_list (self, ACCORD_TYPE_COMMITMENT),
                                            get_list (self, ACCORD_TYPE_QUOTA), self->year,
                                            accord_planning_year_get_fiscal_start (self), accord_clock_today ());
  self->entries = make_entries (self, before);
  index_plans (self);
  index_quotas (self);
  read_target (self);

  rows = make_rows (self, self->entries);
  if (same_rows (self, rows))
    {
      adopt_rows (self);
      show_figures (self);
    }
  else
    {
      /* In two steps: with one, lists look for each old row among the new ones. */
      show_figures (self);
      g_list_store_remove_all (self->rows);
      g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
    }
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[TOTALS], 0);
}

void
accord_planning_year_set_stale (AccordPlanningYear *self)
{
  self->stale = TRUE;
}

void
accord_planning_year_freshen (AccordPlanningYear *self)
{
  if (self->stale)
    accord_planning_year_reload (self);
}

/* The team's season wants all its deals, so it is read when nothing else is to do, or when it is first asked for. */
static void
read_season (AccordPlanningYear *self)
{
  accord_season_read (self->workspace, self->year, accord_clock_today (), self->season);
}

static gboolean
on_season (gpointer data)
{
  AccordPlanningYear *self = data;

  self->season_source = 0;
  read_season (self);

  return G_SOURCE_REMOVE;
}

static void
accord_planning_year_dispose (GObject *object)
{
  AccordPlanningYear *self = ACCORD_PLANNING_YEAR (object);

  g_clear_handle_id (&self->season_source, g_source_remove);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->roll_up, accord_team_roll_up_free);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->territories, g_hash_table_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->team);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_planning_year_parent_class)->dispose (object);
}

static void
accord_planning_year_class_init (AccordPlanningYearClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_planning_year_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[TOTALS] = g_signal_new ("totals", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
accord_planning_year_init (AccordPlanningYear *self)
{
  self->rows = g_list_store_new (ACCORD_TYPE_PLANNING_ROW);
  self->territories = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->team = accord_planning_row_new_total (ACCORD_PLANNING_ROW_TEAM, 0, _("Team"));
}

AccordPlanningYear *
accord_planning_year_new (AccordWorkspace *workspace,
                          int              year)
{
  AccordPlanningYear *self = g_object_new (ACCORD_TYPE_PLANNING_YEAR, NULL);
  const GType types[] = { ACCORD_TYPE_MEMBER, ACCORD_TYPE_MEMBERSHIP, ACCORD_TYPE_TERRITORY, ACCORD_TYPE_PLAN,
                          ACCORD_TYPE_COMMITMENT, ACCORD_TYPE_QUOTA, ACCORD_TYPE_PLAN_YEAR, ACCORD_TYPE_GOAL };

  self->workspace = g_object_ref (workspace);
  self->year = year;
  self->watch = accord_record_watch_new_for_types (workspace, types, G_N_ELEMENTS (types));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (accord_planning_year_reload), self, G_CONNECT_SWAPPED);
  accord_planning_year_reload (self);
  self->season_source = g_idle_add_full (G_PRIORITY_LOW, on_season, self, NULL);

  return self;
}

AccordWorkspace *
accord_planning_year_get_workspace (AccordPlanningYear *self)
{
  return self->workspace;
}

int
accord_planning_year_get_year (AccordPlanningYear *self)
{
  return self->year;
}

int
accord_planning_year_get_decimals (AccordPlanningYear *self)
{
  return (int) accord_settings_get_decimals (accord_workspace_get_settings (self->workspace));
}

int
accord_planning_year_get_fiscal_start (AccordPlanningYear *self)
{
  return (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (self->workspace));
}

GListModel *
accord_planning_year_get_rows (AccordPlanningYear *self)
{
  return G_LIST_MODEL (self->rows);
}

AccordPlanningRow *
accord_planning_year_get_team (AccordPlanningYear *self)
{
  return self->team;
}

AccordPlanningRow *
accord_planning_year_find_territory (AccordPlanningYear *self,
                                     gint64              territory)
{
  return g_hash_table_lookup (self->territories, &territory);
}

guint
accord_planning_year_get_n_territories (AccordPlanningYear *self)
{
  return g_hash_table_size (self->territories);
}

gint64
accord_planning_year_get_target (AccordPlanningYear *self)
{
  accord_planning_year_freshen (self);

  return self->target;
}

AccordPlanningEntry *
accord_planning_year_get_entry (AccordPlanningYear *self,
                                gint64              member)
{
  return g_hash_table_lookup (self->entries, &member);
}

AccordTeamRollUp *
accord_planning_year_get_roll_up (AccordPlanningYear *self)
{
  return self->roll_up;
}

const gint64 *
accord_planning_year_get_season (AccordPlanningYear *self)
{
  if (self->season_source != 0)
    {
      g_clear_handle_id (&self->season_source, g_source_remove);
      read_season (self);
    }

  return self->season;
}

AccordPlanYear *
accord_planning_year_dup_record (AccordPlanningYear *self)
{
  GListModel *years = get_list (self, ACCORD_TYPE_PLAN_YEAR);

  for (guint i = 0, n = g_list_model_get_n_items (years); i < n; i++)
    {
      g_autoptr (AccordPlanYear) year = g_list_model_get_item (years, i);

      if (accord_plan_year_get_label (year) == self->year)
        return g_steal_pointer (&year);
    }

  return NULL;
}

void
accord_planning_year_show_totals (AccordPlanningYear *self,
                                  gint64              territory)
{
  AccordPlanningRow *row = accord_planning_year_find_territory (self, territory);
  AccordRollUpTotals totals;

  if (row != NULL)
    {
      accord_team_roll_up_get_territory (self->roll_up, territory, &totals);
      accord_planning_row_set_totals (row, &totals);
    }
  accord_team_roll_up_get_team (self->roll_up, &totals);
  accord_planning_row_set_totals (self->team, &totals);
}

void
accord_planning_year_tell_totals (AccordPlanningYear *self)
{
  g_signal_emit (self, signals[TOTALS], 0);
}
