/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-block-digests.h"

#include <string.h>

struct _AccordBlockDigests
{
  AccordDatabase *database;
  AccordStatement *select;
  AccordStatement *upsert;
  AccordStatement *remove;
};

/* The kind is bound once: what a statement was bound to outlives its reset. */
AccordBlockDigests *
accord_block_digests_new (AccordDatabase *database,
                          const char     *kind,
                          GError        **error)
{
  g_autoptr (AccordBlockDigests) self = g_new0 (AccordBlockDigests, 1);
  const AccordStatementSource sources[] = {
    { &self->select, "SELECT digest FROM block_digest WHERE kind = ?1 AND member = ?2 AND block = ?3" },
    { &self->upsert,
      "INSERT INTO block_digest (kind, member, block, digest) VALUES (?1, ?2, ?3, ?4)"
      " ON CONFLICT (kind, member, block) DO UPDATE SET digest = excluded.digest" },
    { &self->remove, "DELETE FROM block_digest WHERE kind = ?1 AND member = ?2 AND block = ?3" },
  };

  self->database = database;
  if (!accord_database_prepare_all (database, sources, G_N_ELEMENTS (sources), error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      if (!accord_database_bind_text (database, *sources[i].statement, 1, kind, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
accord_block_digests_free (AccordBlockDigests *self)
{
  sqlite3_finalize (self->select);
  sqlite3_finalize (self->upsert);
  sqlite3_finalize (self->remove);
  g_free (self);
}

static gboolean
bind_block (AccordBlockDigests *self,
            AccordStatement    *statement,
            gint64              member,
            gint64              block,
            GError            **error)
{
  return accord_database_bind_integer (self->database, statement, 2, member, error)
         && accord_database_bind_integer (self->database, statement, 3, block, error);
}

gboolean
accord_block_digests_read (AccordBlockDigests *self,
                           gint64              member,
                           gint64              block,
                           guint8              digest[ACCORD_DIGEST_SIZE],
                           gboolean           *found,
                           GError            **error)
{
  if (!bind_block (self, self->select, member, block, error)
      || !accord_database_step (self->database, self->select, found, error))
    return FALSE;
  if (!*found)
    return TRUE;

  memset (digest, 0, ACCORD_DIGEST_SIZE);
  if (sqlite3_column_bytes (self->select, 0) == ACCORD_DIGEST_SIZE)
    memcpy (digest, sqlite3_column_blob (self->select, 0), ACCORD_DIGEST_SIZE);
  sqlite3_reset (self->select);

  return TRUE;
}

gboolean
accord_block_digests_write (AccordBlockDigests *self,
                            gint64              member,
                            gint64              block,
                            const guint8       *digest,
                            GError            **error)
{
  AccordStatement *statement = digest != NULL ? self->upsert : self->remove;

  return bind_block (self, statement, member, block, error)
         && (digest == NULL
             || accord_database_bind_bytes (self->database, statement, 4, digest, ACCORD_DIGEST_SIZE, error))
         && accord_database_run (self->database, statement, error);
}
