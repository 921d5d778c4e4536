/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-draft-private.h"
#include "accord-plan-draft-goals.h"

#include "accord-clock.h"
#include "accord-commitment-query.h"
#include "accord-quota.h"

#include <glib/gi18n.h>

/* The pause in typing after which what was typed is stored. */
#define SAVE_AFTER_MS 500

G_DEFINE_FINAL_TYPE (AccordPlanDraft, accord_plan_draft, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATUS,
  PROP_FAILED,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
set_status (AccordPlanDraft *self,
            const char      *status,
            gboolean         failed)
{
  if (g_strcmp0 (self->status, status) != 0)
    {
      g_free (self->status);
      self->status = g_strdup (status);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
    }
  if (self->failed != failed)
    {
      self->failed = failed;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILED]);
    }
}

static int
compare_goals (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  gint64 left = accord_goal_get_position ((AccordGoal *) a), right = accord_goal_get_position ((AccordGoal *) b);

  return left < right ? -1 : left > right;
}

static void
load_goals (AccordPlanDraft *self)
{
  GListModel *list = accord_workspace_get_list (self->workspace, ACCORD_TYPE_GOAL);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (list, i);
      g_autoptr (AccordGoal) draft = NULL;

      if (accord_goal_get_member (goal) != accord_record_get_id (ACCORD_RECORD (self->member))
          || accord_goal_get_year (goal) != self->year)
        continue;
      draft = accord_record_copy (goal);
      g_list_store_insert_sorted (self->goals, draft, compare_goals, NULL);
    }
}

static void
load (AccordPlanDraft *self)
{
  int fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (self->workspace));
  AccordPlan *stored;

  self->first = accord_plan_year_get_start (self->year, fiscal_start);
  self->last = accord_plan_year_get_end (self->year, fiscal_start);
  accord_plan_history_read (&self->history, self->workspace, accord_record_get_id (ACCORD_RECORD (self->member)),
                            self->year, accord_clock_today ());

  stored = accord_plan_find (accord_workspace_get_list (self->workspace, ACCORD_TYPE_PLAN),
                             accord_record_get_id (ACCORD_RECORD (self->member)), self->year);
  if (stored != NULL)
    {
      gint64 quota = accord_plan_draft_get_stored_quota (self);

      self->plan = accord_record_copy (stored);
      /* An import knows the quota better than the plan that was made before it. */
      if (quota != ACCORD_UNKNOWN)
        accord_plan_set_quota (self->plan, quota);
    }
  else
    {
      self->plan = accord_plan_new ();
      accord_plan_draft_begin (self);
    }

  accord_plan_draft_load_basis (self);
  accord_plan_draft_prefill (self);
  accord_plan_draft_load_split (self);
  accord_plan_draft_load_terms (self);
  load_goals (self);
}

/* Puts a copy of the draft into the change, which may keep it, if it is not what is stored; borrowed from the
 * change. */
static gpointer
put_if_changed (AccordPlanDraft *self,
                AccordChange    *change,
                gpointer         draft)
{
  gint64 id = accord_record_get_id (draft);
  AccordRecord *live = id != 0 ? accord_workspace_find (self->workspace, G_OBJECT_TYPE (draft), id) : NULL;
  g_autoptr (AccordRecord) copy = NULL;

  if (live != NULL && accord_record_equal (live, draft))
    return NULL;

  copy = accord_record_copy (draft);
  /* Removed meanwhile, by an Undo in the main window: it comes back as a new one. */
  if (live == NULL)
    accord_record_set_id (copy, 0);
  accord_change_put (change, copy);

  return copy;
}

static gboolean
on_save_due (gpointer data)
{
  AccordPlanDraft *self = data;

  self->save_source = 0;
  accord_plan_draft_save (self);

  return G_SOURCE_REMOVE;
}

static void
accord_plan_draft_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AccordPlanDraft *self = ACCORD_PLAN_DRAFT (object);

  switch (prop_id)
    {
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;

    case PROP_FAILED:
      g_value_set_boolean (value, self->failed);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_plan_draft_dispose (GObject *object)
{
  AccordPlanDraft *self = ACCORD_PLAN_DRAFT (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_object (&self->member);
  g_clear_object (&self->plan);
  g_clear_object (&self->goals);
  g_clear_object (&self->terms);
  g_clear_pointer (&self->removed, g_ptr_array_unref);

  G_OBJECT_CLASS (accord_plan_draft_parent_class)->dispose (object);
}

static void
accord_plan_draft_finalize (GObject *object)
{
  AccordPlanDraft *self = ACCORD_PLAN_DRAFT (object);

  g_free (self->status);
  g_clear_pointer (&self->roll_up, accord_team_roll_up_free);

  G_OBJECT_CLASS (accord_plan_draft_parent_class)->finalize (object);
}

static void
accord_plan_draft_class_init (AccordPlanDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = accord_plan_draft_get_property;
  object_class->dispose = accord_plan_draft_dispose;
  object_class->finalize = accord_plan_draft_finalize;

  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FAILED] = g_param_spec_boolean ("failed", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
accord_plan_draft_init (AccordPlanDraft *self)
{
  self->goals = g_list_store_new (ACCORD_TYPE_GOAL);
  self->terms = g_list_store_new (ACCORD_TYPE_PAY_TERMS);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
}

AccordPlanDraft *
accord_plan_draft_new (AccordWorkspace *workspace,
                       AccordMember    *member,
                       int              year)
{
  AccordPlanDraft *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (ACCORD_IS_MEMBER (member), NULL);

  self = g_object_new (ACCORD_TYPE_PLAN_DRAFT, NULL);
  self->workspace = g_object_ref (workspace);
  self->member = g_object_ref (member);
  self->year = year;
  load (self);

  return self;
}

gint64
accord_plan_draft_get_stored_quota (AccordPlanDraft *self)
{
  return accord_quota_sum (accord_workspace_get_list (self->workspace, ACCORD_TYPE_QUOTA),
                           accord_record_get_id (ACCORD_RECORD (self->member)), self->first, self->last);
}

void
accord_plan_draft_get_year_days (AccordPlanDraft *self,
                                 AccordDate      *first,
                                 AccordDate      *last)
{
  *first = self->first;
  *last = self->last;
}

AccordWorkspace *
accord_plan_draft_get_workspace (AccordPlanDraft *self)
{
  return self->workspace;
}

AccordMember *
accord_plan_draft_get_member (AccordPlanDraft *self)
{
  return self->member;
}

int
accord_plan_draft_get_year (AccordPlanDraft *self)
{
  return self->year;
}

const AccordPlanHistory *
accord_plan_draft_get_history (AccordPlanDraft *self)
{
  return &self->history;
}

const char *
accord_plan_draft_get_currency (AccordPlanDraft *self)
{
  return accord_settings_get_currency (accord_workspace_get_settings (self->workspace));
}

int
accord_plan_draft_get_decimals (AccordPlanDraft *self)
{
  return (int) accord_settings_get_decimals (accord_workspace_get_settings (self->workspace));
}

AccordCommitment *
accord_plan_draft_get_commitment (AccordPlanDraft *self)
{
  return accord_commitment_find (accord_workspace_get_list (self->workspace, ACCORD_TYPE_COMMITMENT),
                                 accord_record_get_id (ACCORD_RECORD (self->member)), self->year, ACCORD_DATE_NONE);
}

AccordPlan *
accord_plan_draft_get_plan (AccordPlanDraft *self)
{
  return self->plan;
}

GListModel *
accord_plan_draft_get_goals (AccordPlanDraft *self)
{
  return G_LIST_MODEL (self->goals);
}

AccordGoal *
accord_plan_draft_add_goal (AccordPlanDraft *self)
{
  g_autoptr (AccordGoal) goal = accord_goal_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->goals));
  gint64 position = 0;

  if (n > 0)
    {
      g_autoptr (AccordGoal) last = g_list_model_get_item (G_LIST_MODEL (self->goals), n - 1);

      position = accord_goal_get_position (last) + 1;
    }
  accord_goal_set_member (goal, accord_record_get_id (ACCORD_RECORD (self->member)));
  accord_goal_set_year (goal, self->year);
  accord_goal_set_position (goal, position);
  accord_goal_set_kind (goal, ACCORD_GOAL_KIND_OTHER);
  g_list_store_append (self->goals, goal);

  /* The list holds it. */
  return goal;
}

void
accord_plan_draft_remove_goal (AccordPlanDraft *self,
                               AccordGoal      *goal)
{
  guint position;

  if (!g_list_store_find (self->goals, goal, &position))
    return;

  if (accord_record_get_id (ACCORD_RECORD (goal)) != 0)
    g_ptr_array_add (self->removed, g_object_ref (goal));
  g_list_store_remove (self->goals, position);
  accord_plan_draft_edited (self);
}

void
accord_plan_draft_edited (AccordPlanDraft *self)
{
  g_return_if_fail (ACCORD_IS_PLAN_DRAFT (self));

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_AFTER_MS, on_save_due, self);
  self->dirty = TRUE;
  set_status (self, _("Saving…"), FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* After the transaction: the drafts that were new have ids now. */
static void
take_ids (GPtrArray *drafts,
          GPtrArray *copies)
{
  for (guint i = 0; i < drafts->len; i++)
    accord_record_set_id (g_ptr_array_index (drafts, i),
                          accord_record_get_id (g_ptr_array_index (copies, i)));
}

static void
put_all (AccordPlanDraft *self,
         AccordChange    *change,
         GPtrArray       *drafts,
         GPtrArray       *copies)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->goals));
  gpointer copy;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (G_LIST_MODEL (self->goals), i);
      g_autofree char *title = g_strstrip (g_strdup (accord_goal_get_title (goal)));

      /* A goal without a title is none yet; the row says so. */
      if (*title == '\0' || (copy = put_if_changed (self, change, goal)) == NULL)
        continue;
      g_ptr_array_add (drafts, g_object_ref (goal));
      g_ptr_array_add (copies, g_object_ref (copy));
    }
  for (guint i = 0; i < self->removed->len; i++)
    {
      AccordGoal *goal = g_ptr_array_index (self->removed, i);

      if (accord_workspace_find (self->workspace, ACCORD_TYPE_GOAL, accord_record_get_id (ACCORD_RECORD (goal))) != NULL)
        accord_goal_put_removal (self->workspace, change, goal);
    }
  accord_plan_draft_put_terms (self, change);
  copy = put_if_changed (self, change, self->plan);
  if (copy != NULL)
    {
      g_ptr_array_add (drafts, g_object_ref (self->plan));
      g_ptr_array_add (copies, g_object_ref (copy));
    }
}

gboolean
accord_plan_draft_apply (AccordPlanDraft *self,
                         AccordChange    *change,
                         GError         **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);

  put_all (self, change, drafts, copies);
  if (!accord_change_is_empty (change) && !accord_workspace_apply (self->workspace, change, error))
    return FALSE;

  take_ids (drafts, copies);
  g_ptr_array_set_size (self->removed, 0);
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->dirty = FALSE;
  set_status (self, _("Saved"), FALSE);

  return TRUE;
}

gboolean
accord_plan_draft_save (AccordPlanDraft *self)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Edit Plan"));
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ACCORD_IS_PLAN_DRAFT (self), FALSE);

  /* Opened and closed again is no plan. */
  if (!self->dirty)
    return TRUE;

  g_clear_handle_id (&self->save_source, g_source_remove);
  accord_change_set_continues (change, TRUE);
  if (!accord_plan_draft_apply (self, change, &error))
    {
      set_status (self, error->message, TRUE);
      return FALSE;
    }

  return TRUE;
}
