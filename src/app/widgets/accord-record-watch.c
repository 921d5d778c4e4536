/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-record-watch.h"

struct _AccordRecordWatch
{
  GObject parent_instance;

  guint pending;
};

G_DEFINE_FINAL_TYPE (AccordRecordWatch, accord_record_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
on_idle (gpointer data)
{
  AccordRecordWatch *self = data;

  self->pending = 0;
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
queue_changed (AccordRecordWatch *self)
{
  /* Before the next frame, so that no frame shows half of a change. */
  if (self->pending == 0)
    self->pending = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

static void
follow (AccordRecordWatch *self,
        GListModel        *list,
        guint              position,
        guint              added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GObject) record = g_list_model_get_item (list, i);

      /* One that was moved comes twice; one that was removed and is kept by others does no harm. */
      g_signal_handlers_disconnect_by_func (record, queue_changed, self);
      g_signal_connect_object (record, "notify", G_CALLBACK (queue_changed), self, G_CONNECT_SWAPPED);
    }
}

static void
on_items_changed (GListModel        *list,
                  guint              position,
                  guint              removed,
                  guint              added,
                  AccordRecordWatch *self)
{
  follow (self, list, position, added);
  queue_changed (self);
}

static void
accord_record_watch_dispose (GObject *object)
{
  AccordRecordWatch *self = ACCORD_RECORD_WATCH (object);

  g_clear_handle_id (&self->pending, g_source_remove);

  G_OBJECT_CLASS (accord_record_watch_parent_class)->dispose (object);
}

static void
accord_record_watch_class_init (AccordRecordWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = accord_record_watch_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
accord_record_watch_init (AccordRecordWatch *self)
{
}

AccordRecordWatch *
accord_record_watch_new (void)
{
  return g_object_new (ACCORD_TYPE_RECORD_WATCH, NULL);
}

AccordRecordWatch *
accord_record_watch_new_for_types (AccordWorkspace *workspace,
                                   const GType     *types,
                                   gsize            n_types)
{
  AccordRecordWatch *self = accord_record_watch_new ();

  for (gsize i = 0; i < n_types; i++)
    accord_record_watch_add (self, accord_workspace_get_list (workspace, types[i]));

  return self;
}

void
accord_record_watch_add (AccordRecordWatch *self,
                         GListModel        *list)
{
  g_return_if_fail (ACCORD_IS_RECORD_WATCH (self));
  g_return_if_fail (G_IS_LIST_MODEL (list));

  g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed), self, 0);
  follow (self, list, 0, g_list_model_get_n_items (list));
}

void
accord_record_watch_touch (AccordRecordWatch *self)
{
  g_return_if_fail (ACCORD_IS_RECORD_WATCH (self));

  queue_changed (self);
}

void
accord_record_watch_settle (AccordRecordWatch *self)
{
  g_return_if_fail (ACCORD_IS_RECORD_WATCH (self));

  g_clear_handle_id (&self->pending, g_source_remove);
}
