/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-ticker.h"

#define INTERVAL_MS 50
#define PARTS 1000

struct _AccordImportTicker
{
  AccordProgress progress;
  gpointer user_data;
  gint parts; /* atomic: the thread writes it, the main loop reads it */
  guint source;
};

static gboolean
on_tick (gpointer user_data)
{
  AccordImportTicker *self = user_data;

  self->progress (g_atomic_int_get (&self->parts) / (double) PARTS, self->user_data);

  return G_SOURCE_CONTINUE;
}

AccordImportTicker *
accord_import_ticker_new (AccordProgress progress,
                          gpointer       user_data)
{
  AccordImportTicker *self = g_new0 (AccordImportTicker, 1);

  self->progress = progress;
  self->user_data = user_data;
  self->source = g_timeout_add (INTERVAL_MS, on_tick, self);

  return self;
}

void
accord_import_ticker_stop (AccordImportTicker *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
}

void
accord_import_ticker_free (AccordImportTicker *self)
{
  accord_import_ticker_stop (self);
  g_free (self);
}

void
accord_import_ticker_tell (double   fraction,
                           gpointer self)
{
  g_atomic_int_set (&((AccordImportTicker *) self)->parts, (gint) (fraction * PARTS));
}
