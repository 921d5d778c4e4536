/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-ask-query.h"

#include <glib/gi18n.h>

#include "accord-board-query.h"

gboolean
accord_ask_is_open (AccordAsk *self)
{
  g_return_val_if_fail (ACCORD_IS_ASK (self), FALSE);

  return accord_ask_get_status (self) != ACCORD_ASK_STATUS_DECLINED
         && accord_ask_get_status (self) != ACCORD_ASK_STATUS_DONE;
}

static char *
fold_department (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  return g_utf8_casefold (stripped, -1);
}

int
accord_ask_compare_departments (const char *one,
                                const char *other)
{
  g_autofree char *folded = NULL;
  g_autofree char *other_folded = NULL;

  g_return_val_if_fail (one != NULL && other != NULL, 0);

  folded = fold_department (one);
  other_folded = fold_department (other);

  return g_str_equal (folded, other_folded) ? 0 : g_utf8_collate (folded, other_folded);
}

static gboolean
holds_name (GPtrArray  *names,
            const char *name)
{
  for (guint i = 0; i < names->len; i++)
    {
      if (accord_ask_compare_departments (name, names->pdata[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

GStrv
accord_ask_list_departments (GListModel *asks)
{
  /* Translators: departments of a company that a sales team asks for something. */
  const char *usual[] = { C_("department", "Product"), C_("department", "Sales Ops"), C_("department", "Marketing"),
                          C_("department", "Finance") };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  g_return_val_if_fail (G_IS_LIST_MODEL (asks), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    g_ptr_array_add (names, g_strdup (usual[i]));
  for (guint i = 0; i < g_list_model_get_n_items (asks); i++)
    {
      g_autoptr (AccordAsk) ask = g_list_model_get_item (asks, i);
      const char *name = accord_ask_get_department (ask);

      /* The list keeps the ask, and with it the name. */
      if (*name != '\0' && !holds_name (names, name) && !holds_name (others, name))
        g_ptr_array_add (others, (gpointer) name);
    }
  g_ptr_array_sort (others, compare_names);
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (names, g_strdup (others->pdata[i]));
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

GPtrArray *
accord_ask_list_of_card (GListModel *asks,
                         GListModel *cards,
                         AccordCard *card)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (asks) && G_IS_LIST_MODEL (cards), list);
  g_return_val_if_fail (ACCORD_IS_CARD (card), list);

  for (guint i = 0; i < g_list_model_get_n_items (asks); i++)
    {
      g_autoptr (AccordAsk) ask = g_list_model_get_item (asks, i);
      AccordCard *found = accord_board_find_card (cards, accord_ask_get_card (ask));

      if (found != NULL && (found == card || accord_board_top (cards, found) == card))
        g_ptr_array_add (list, g_steal_pointer (&ask));
    }

  return list;
}

int
accord_ask_compare (gconstpointer a,
                    gconstpointer b)
{
  AccordAsk *one = *(AccordAsk *const *) a;
  AccordAsk *other = *(AccordAsk *const *) b;
  const AccordDate needed = accord_ask_get_needed (one);
  const AccordDate other_needed = accord_ask_get_needed (other);
  const int by_department = accord_ask_compare_departments (accord_ask_get_department (one),
                                                            accord_ask_get_department (other));

  if (by_department != 0)
    return by_department;
  if (needed != other_needed)
    return needed != ACCORD_DATE_NONE && (other_needed == ACCORD_DATE_NONE || needed < other_needed) ? -1 : 1;

  return accord_record_get_id (ACCORD_RECORD (one)) < accord_record_get_id (ACCORD_RECORD (other)) ? -1 : 1;
}

GPtrArray *
accord_ask_list_of_year (GListModel *asks,
                         GListModel *cards,
                         gint64      year)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (asks) && G_IS_LIST_MODEL (cards), list);

  for (guint i = 0; i < g_list_model_get_n_items (asks); i++)
    {
      g_autoptr (AccordAsk) ask = g_list_model_get_item (asks, i);
      AccordCard *card = accord_board_find_card (cards, accord_ask_get_card (ask));

      if (card != NULL && accord_card_get_year (card) == year)
        g_ptr_array_add (list, g_steal_pointer (&ask));
    }
  g_ptr_array_sort (list, accord_ask_compare);

  return list;
}

void
accord_ask_move_to (AccordAsk      *draft,
                    AccordAskStatus status,
                    AccordDate      today)
{
  g_return_if_fail (ACCORD_IS_ASK (draft));

  accord_ask_set_status (draft, status);
  if (status == ACCORD_ASK_STATUS_DRAFT)
    accord_ask_set_asked (draft, ACCORD_DATE_NONE);
  else if (accord_ask_get_asked (draft) == ACCORD_DATE_NONE)
    accord_ask_set_asked (draft, today);
}

void
accord_ask_take_reply (AccordAsk  *draft,
                       const char *reply,
                       AccordDate  today)
{
  g_return_if_fail (ACCORD_IS_ASK (draft));

  accord_ask_set_reply (draft, reply);
  if (*accord_ask_get_reply (draft) == '\0')
    accord_ask_set_replied (draft, ACCORD_DATE_NONE);
  else if (accord_ask_get_replied (draft) == ACCORD_DATE_NONE)
    accord_ask_set_replied (draft, today);
}
