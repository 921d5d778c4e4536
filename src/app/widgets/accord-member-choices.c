/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-member-choices.h"

#include "accord-member.h"

static gboolean
are_shown (GListModel *shown,
           GPtrArray  *names)
{
  if (g_list_model_get_n_items (shown) != names->len)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (shown), i), names->pdata[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

guint
accord_member_choices_fill (AccordWorkspace *workspace,
                            gint64           kept,
                            const char      *first,
                            GtkStringList   *names,
                            GArray          *ids)
{
  GListModel *members = accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBER);
  g_autoptr (GPtrArray) now = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  g_array_set_size (ids, 0);
  if (first != NULL)
    {
      const gint64 nobody = 0;

      g_ptr_array_add (now, g_strdup (first));
      g_array_append_val (ids, nobody);
    }

  /* Whoever leads seldom talks to themselves: last, though not left out, since a team may have two. */
  for (int leader = FALSE; leader <= TRUE; leader++)
    {
      for (guint i = 0; i < g_list_model_get_n_items (members); i++)
        {
          g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
          gint64 id = accord_record_get_id (ACCORD_RECORD (member));

          if (accord_member_get_leader (member) != leader
              || (accord_member_get_left (member) != ACCORD_DATE_NONE && id != kept))
            continue;
          if (id == kept)
            selected = ids->len;
          g_array_append_val (ids, id);
          g_ptr_array_add (now, g_strdup (accord_member_get_name (member)));
        }
    }

  if (!are_shown (G_LIST_MODEL (names), now))
    {
      g_ptr_array_add (now, NULL);
      gtk_string_list_splice (names, 0, g_list_model_get_n_items (G_LIST_MODEL (names)), (const char *const *) now->pdata);
    }

  return selected;
}
