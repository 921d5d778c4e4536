/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-member-change.h"

#include "accord-membership-query.h"
#include "accord-name.h"
#include "accord-territory.h"

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gint64 first = accord_territory_get_position (*(AccordTerritory **) a);
  gint64 second = accord_territory_get_position (*(AccordTerritory **) b);

  return (first > second) - (first < second);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

gpointer
accord_territory_find_by_name (AccordWorkspace *workspace,
                               const char      *name)
{
  GListModel *territories = accord_workspace_get_list (workspace, ACCORD_TYPE_TERRITORY);

  for (guint i = 0; i < g_list_model_get_n_items (territories); i++)
    {
      g_autoptr (AccordTerritory) territory = g_list_model_get_item (territories, i);

      if (accord_name_equal (accord_territory_get_name (territory), name))
        return territory;
    }

  return NULL;
}

gint64
accord_territory_require (AccordChange    *change,
                          AccordWorkspace *workspace,
                          const char      *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autoptr (AccordTerritory) draft = NULL;
  gpointer known;

  if (*trimmed == '\0')
    return 0;
  known = accord_territory_find_by_name (workspace, trimmed);
  if (known != NULL)
    return accord_record_get_id (known);

  draft = accord_territory_new ();
  accord_record_set_id (ACCORD_RECORD (draft), accord_workspace_reserve_id (workspace, ACCORD_TYPE_TERRITORY));
  accord_territory_set_name (draft, trimmed);
  accord_territory_set_position (draft, g_list_model_get_n_items (accord_workspace_get_list (workspace,
                                                                                            ACCORD_TYPE_TERRITORY)));
  accord_change_put (change, draft);

  return accord_record_get_id (ACCORD_RECORD (draft));
}

void
accord_member_change_place (AccordChange    *change,
                            AccordWorkspace *workspace,
                            gint64           member,
                            const char      *territory,
                            gint64           manager,
                            gint64           share,
                            AccordDate       day)
{
  gint64 id = accord_territory_require (change, workspace, territory);
  g_autoptr (GPtrArray) drafts = accord_membership_change (accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBERSHIP),
                                                           member, id, manager, share, day);

  for (guint i = 0; i < drafts->len; i++)
    accord_change_put (change, g_ptr_array_index (drafts, i));
}

GStrv
accord_territory_dup_names (AccordWorkspace *workspace)
{
  GListModel *territories = accord_workspace_get_list (workspace, ACCORD_TYPE_TERRITORY);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (territories); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (territories, i));
  g_ptr_array_sort (sorted, compare_positions);
  for (guint i = 0; i < sorted->len; i++)
    g_strv_builder_add (names, accord_territory_get_name (g_ptr_array_index (sorted, i)));

  return g_strv_builder_end (names);
}

GStrv
accord_member_dup_roles (AccordWorkspace *workspace)
{
  GListModel *members = accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBER);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
      const char *role = accord_member_get_role (member);

      if (*role != '\0' && g_hash_table_add (seen, (gpointer) role))
        g_ptr_array_add (roles, g_strdup (role));
    }
  g_ptr_array_sort (roles, compare_texts);
  g_ptr_array_add (roles, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&roles), FALSE);
}
