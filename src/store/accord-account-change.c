/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-account-change.h"

#include "accord-name.h"

static GHashTable *
index_accounts (GListModel *accounts)
{
  GHashTable *by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      AccordAccount *account = g_list_model_get_item (accounts, i);

      g_hash_table_insert (by_key, accord_name_key (accord_account_get_name (account)), account);
    }

  return by_key;
}

/* known NULL: nothing is on record. FALSE where nothing changes. */
static gboolean
change_mark (AccordChange  *change,
             AccordAccount *known,
             const char    *name,
             gboolean       ideal)
{
  g_autoptr (AccordAccount) draft = NULL;

  if (known == NULL ? !ideal : accord_account_get_ideal (known) == ideal)
    return FALSE;

  if (!ideal && *accord_account_get_note (known) == '\0')
    {
      accord_change_remove (change, known);
      return TRUE;
    }
  draft = known != NULL ? accord_record_copy (known) : accord_account_new ();
  if (known == NULL)
    accord_account_set_name (draft, name);
  accord_account_set_ideal (draft, ideal);
  accord_change_put (change, draft);

  return TRUE;
}

guint
accord_account_change_mark (AccordChange *change,
                            GListModel   *accounts,
                            GPtrArray    *names,
                            gboolean      ideal)
{
  g_autoptr (GHashTable) by_key = NULL;
  g_autoptr (GHashTable) done = NULL;
  guint n_changed = 0;

  g_return_val_if_fail (change != NULL, 0);
  g_return_val_if_fail (G_IS_LIST_MODEL (accounts), 0);

  by_key = index_accounts (accounts);
  done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = g_strstrip (g_strdup (names->pdata[i]));
      char *key = accord_name_key (name);

      if (*key == '\0')
        g_free (key);
      else if (g_hash_table_add (done, key) && change_mark (change, g_hash_table_lookup (by_key, key), name, ideal))
        n_changed++;
    }

  return n_changed;
}
