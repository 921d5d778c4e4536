/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-forecast-query.h"

typedef struct
{
  gint64 member;
  gint64 starts;
} Key;

struct _AccordForecastBook
{
  GHashTable *by_quarter; /* of Key to GPtrArray of AccordForecast */
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_int64_hash (&key->member) * 31 + g_int64_hash (&key->starts);
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *one = a;
  const Key *other = b;

  return one->member == other->member && one->starts == other->starts;
}

static int
compare_forecasts (gconstpointer a,
                   gconstpointer b)
{
  AccordForecast *one = *(AccordForecast *const *) a;
  AccordForecast *other = *(AccordForecast *const *) b;

  if (accord_forecast_get_made_on (one) != accord_forecast_get_made_on (other))
    return accord_forecast_get_made_on (one) < accord_forecast_get_made_on (other) ? -1 : 1;

  return accord_record_get_id (ACCORD_RECORD (one)) < accord_record_get_id (ACCORD_RECORD (other)) ? -1 : 1;
}

AccordForecastBook *
accord_forecast_book_new (GListModel *forecasts)
{
  AccordForecastBook *self = g_new0 (AccordForecastBook, 1);
  GHashTableIter iter;
  gpointer list;

  self->by_quarter = g_hash_table_new_full (key_hash, key_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_return_val_if_fail (G_IS_LIST_MODEL (forecasts), self);

  for (guint i = 0; i < g_list_model_get_n_items (forecasts); i++)
    {
      AccordForecast *forecast = g_list_model_get_item (forecasts, i);
      const Key key = { accord_forecast_get_member (forecast), accord_forecast_get_starts (forecast) };

      list = g_hash_table_lookup (self->by_quarter, &key);
      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (self->by_quarter, g_memdup2 (&key, sizeof key), list);
        }
      g_ptr_array_add (list, forecast);
    }
  g_hash_table_iter_init (&iter, self->by_quarter);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_forecasts);

  return self;
}

void
accord_forecast_book_free (AccordForecastBook *self)
{
  g_hash_table_unref (self->by_quarter);
  g_free (self);
}

GPtrArray *
accord_forecast_book_list (const AccordForecastBook *self,
                           gint64                    member,
                           AccordDate                starts)
{
  const Key key = { member, starts };

  return g_hash_table_lookup (self->by_quarter, &key);
}

AccordForecast *
accord_forecast_book_find (const AccordForecastBook *self,
                           gint64                    member,
                           AccordDate                starts,
                           AccordDate                as_of)
{
  GPtrArray *list = accord_forecast_book_list (self, member, starts);

  for (guint i = list != NULL ? list->len : 0; i > 0; i--)
    {
      if (accord_forecast_get_made_on (list->pdata[i - 1]) <= as_of)
        return list->pdata[i - 1];
    }

  return NULL;
}
