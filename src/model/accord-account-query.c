/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-account-query.h"

#include "accord-name.h"

struct _AccordIdealAccounts
{
  GHashTable *keys; /* of accord_name_key() */
};

AccordAccount *
accord_account_find (GListModel *accounts,
                     const char *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (accounts), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  key = accord_name_key (name);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (AccordAccount) account = g_list_model_get_item (accounts, i);
      g_autofree char *other = accord_name_key (accord_account_get_name (account));

      /* The list keeps it. */
      if (g_str_equal (key, other))
        return account;
    }

  return NULL;
}

AccordIdealAccounts *
accord_ideal_accounts_new (GListModel *accounts)
{
  AccordIdealAccounts *self = g_new0 (AccordIdealAccounts, 1);

  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (accounts), self);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (AccordAccount) account = g_list_model_get_item (accounts, i);

      if (accord_account_get_ideal (account))
        g_hash_table_add (self->keys, accord_name_key (accord_account_get_name (account)));
    }

  return self;
}

void
accord_ideal_accounts_free (AccordIdealAccounts *self)
{
  g_hash_table_unref (self->keys);
  g_free (self);
}

guint
accord_ideal_accounts_get_n (const AccordIdealAccounts *self)
{
  return g_hash_table_size (self->keys);
}

gboolean
accord_ideal_accounts_has (const AccordIdealAccounts *self,
                           const char                *name)
{
  g_autofree char *key = accord_name_key (name);

  return g_hash_table_contains (self->keys, key);
}

GPtrArray *
accord_account_names_from_lines (const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, names);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *name = g_strstrip (lines[i]);

      if (*name != '\0' && g_utf8_validate (name, -1, NULL) && g_hash_table_add (seen, accord_name_key (name)))
        g_ptr_array_add (names, g_strdup (name));
    }

  return names;
}

AccordRate
accord_ideal_share_by_count (const AccordIdealShare *self)
{
  return accord_rate_from_ratio (self->ideal, self->opened);
}

AccordRate
accord_ideal_share_by_amount (const AccordIdealShare *self)
{
  return accord_rate_from_ratio (self->ideal_amount, self->amount);
}
