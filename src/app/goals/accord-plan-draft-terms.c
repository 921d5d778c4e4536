/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-draft-terms.h"

#include "accord-name.h"
#include "accord-plan-draft-private.h"

#include <glib/gi18n.h>

AccordPayTerms *
accord_plan_draft_get_terms (AccordPlanDraft *self)
{
  return accord_plan_find_pay_terms (self->plan, G_LIST_MODEL (self->terms));
}

void
accord_plan_draft_get_pay (AccordPlanDraft *self,
                           AccordPayWords  *words)
{
  AccordPayTerms *terms = accord_plan_draft_get_terms (self);

  if (terms != NULL)
    *words = (AccordPayWords) { accord_pay_terms_get_pay_kind (terms), accord_pay_terms_get_pay_tiers (terms),
                                accord_pay_terms_get_pay_threshold (terms), accord_pay_terms_get_pay_cap (terms) };
  else
    *words = (AccordPayWords) { accord_plan_get_pay_kind (self->plan), accord_plan_get_pay_tiers (self->plan),
                                accord_plan_get_pay_threshold (self->plan), accord_plan_get_pay_cap (self->plan) };
}

static void
write_terms (AccordPayTerms       *terms,
             const AccordPayWords *words)
{
  accord_pay_terms_set_pay_kind (terms, words->kind);
  accord_pay_terms_set_pay_tiers (terms, words->tiers);
  accord_pay_terms_set_pay_threshold (terms, words->threshold);
  accord_pay_terms_set_pay_cap (terms, words->cap);
}

static void
write_plan (AccordPlan           *plan,
            const AccordPayWords *words)
{
  accord_plan_set_pay_kind (plan, words->kind);
  accord_plan_set_pay_tiers (plan, words->tiers);
  accord_plan_set_pay_threshold (plan, words->threshold);
  accord_plan_set_pay_cap (plan, words->cap);
}

void
accord_plan_draft_set_pay (AccordPlanDraft      *self,
                           const AccordPayWords *words)
{
  AccordPayTerms *terms = accord_plan_draft_get_terms (self);

  if (terms != NULL)
    write_terms (terms, words);
  else
    write_plan (self->plan, words);
  accord_plan_draft_edited (self);
}

void
accord_plan_draft_load_terms (AccordPlanDraft *self)
{
  AccordPayTerms *live = accord_workspace_find (self->workspace, ACCORD_TYPE_PAY_TERMS,
                                                accord_plan_get_pay_terms (self->plan));

  g_list_store_remove_all (self->terms);
  if (live != NULL)
    {
      g_autoptr (AccordPayTerms) draft = accord_record_copy (live);

      g_list_store_append (self->terms, draft);
    }
  else
    accord_plan_set_pay_terms (self->plan, 0);
}

/* The plan gets a copy of its own. */
static void
take_own_copy (AccordPlanDraft *self)
{
  AccordPayWords words;
  g_autofree char *tiers = NULL;

  accord_plan_draft_get_pay (self, &words);
  words.tiers = tiers = g_strdup (words.tiers);
  accord_plan_set_pay_terms (self->plan, 0);
  g_list_store_remove_all (self->terms);
  write_plan (self->plan, &words);
}

void
accord_plan_draft_put_terms (AccordPlanDraft *self,
                             AccordChange    *change)
{
  AccordPayTerms *terms = accord_plan_draft_get_terms (self);
  AccordRecord *live;

  if (terms == NULL)
    return;

  live = accord_workspace_find (self->workspace, ACCORD_TYPE_PAY_TERMS, accord_record_get_id (ACCORD_RECORD (terms)));
  /* Removed meanwhile, by an Undo in the main window. */
  if (live == NULL)
    take_own_copy (self);
  else if (!accord_record_equal (live, ACCORD_RECORD (terms)))
    {
      g_autoptr (AccordRecord) copy = accord_record_copy (terms);
      g_autofree char *name = g_strstrip (g_strdup (accord_pay_terms_get_name (terms)));

      /* A name that cannot be is not taken: the row says so, and the rest is stored. */
      if (*name == '\0' || accord_plan_draft_is_terms_name_taken (self, name, terms))
        accord_pay_terms_set_name (ACCORD_PAY_TERMS (copy), accord_pay_terms_get_name (ACCORD_PAY_TERMS (live)));
      accord_change_put (change, copy);
    }
}

guint
accord_plan_draft_count_paid_by (AccordPlanDraft *self,
                                 AccordPayTerms  *terms)
{
  GListModel *plans = accord_workspace_get_list (self->workspace, ACCORD_TYPE_PLAN);
  g_autoptr (GHashTable) members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 own = accord_record_get_id (ACCORD_RECORD (self->member)), id = accord_record_get_id (ACCORD_RECORD (terms));

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (AccordPlan) plan = g_list_model_get_item (plans, i);
      gint64 member = accord_plan_get_member (plan);

      if (accord_plan_get_pay_terms (plan) == id)
        g_hash_table_add (members, g_memdup2 (&member, sizeof member));
    }
  if (accord_plan_get_pay_terms (self->plan) == id)
    g_hash_table_add (members, g_memdup2 (&own, sizeof own));

  return g_hash_table_size (members);
}

void
accord_plan_draft_use_terms (AccordPlanDraft *self,
                             AccordPayTerms  *terms)
{
  if (terms == NULL)
    take_own_copy (self);
  else
    {
      accord_plan_set_pay_terms (self->plan, accord_record_get_id (ACCORD_RECORD (terms)));
      accord_plan_draft_load_terms (self);
    }
  accord_plan_draft_edited (self);
}

gboolean
accord_plan_draft_is_terms_name_taken (AccordPlanDraft *self,
                                       const char      *name,
                                       AccordPayTerms  *except)
{
  GListModel *list = accord_workspace_get_list (self->workspace, ACCORD_TYPE_PAY_TERMS);
  gint64 id = except != NULL ? accord_record_get_id (ACCORD_RECORD (except)) : 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AccordPayTerms) terms = g_list_model_get_item (list, i);

      if (accord_record_get_id (ACCORD_RECORD (terms)) != id
          && accord_name_equal (accord_pay_terms_get_name (terms), name))
        return TRUE;
    }

  return FALSE;
}

gboolean
accord_plan_draft_share_terms (AccordPlanDraft *self,
                               const char      *name,
                               GError         **error)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Share Pay Plan"));
  g_autoptr (AccordPayTerms) terms = accord_pay_terms_new ();
  AccordPayWords words;

  accord_plan_draft_get_pay (self, &words);
  write_terms (terms, &words);
  accord_pay_terms_set_name (terms, name);
  accord_change_put (change, terms);
  if (!accord_plan_draft_apply (self, change, error))
    return FALSE;

  accord_plan_draft_use_terms (self, terms);

  return accord_plan_draft_save (self);
}

gboolean
accord_plan_draft_remove_terms (AccordPlanDraft *self,
                                GError         **error)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Remove Shared Pay Plan"));
  GListModel *plans = accord_workspace_get_list (self->workspace, ACCORD_TYPE_PLAN);
  gint64 id = accord_plan_get_pay_terms (self->plan);
  AccordRecord *live = accord_workspace_find (self->workspace, ACCORD_TYPE_PAY_TERMS, id);

  if (live == NULL)
    return TRUE;

  take_own_copy (self);
  accord_plan_draft_edited (self);
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (AccordPlan) plan = g_list_model_get_item (plans, i);
      gboolean own = accord_record_get_id (ACCORD_RECORD (plan)) == accord_record_get_id (ACCORD_RECORD (self->plan));
      g_autoptr (AccordPlan) copy = accord_record_copy (own ? self->plan : plan);
      AccordPayWords words = { accord_plan_get_pay_kind (self->plan), accord_plan_get_pay_tiers (self->plan),
                               accord_plan_get_pay_threshold (self->plan), accord_plan_get_pay_cap (self->plan) };

      if (accord_plan_get_pay_terms (plan) != id)
        continue;
      accord_plan_set_pay_terms (copy, 0);
      write_plan (copy, &words);
      accord_change_put (change, copy);
    }
  accord_change_remove (change, live);

  return accord_plan_draft_apply (self, change, error);
}
