/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disk.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define SECTOR 512

/* A write or truncation on its way to the disk. bytes NULL: the file becomes offset long. */
typedef struct
{
  gint64 offset;
  GBytes *bytes;
} Pending;

/* A file as the disk knows it. */
typedef struct _Stored Stored;
struct _Stored
{
  GByteArray *durable;
  GPtrArray *pending;
  gboolean named;     /* its name is on the disk for sure */
  gboolean deleted;   /* deleted, but its name may still be there */
  Stored *previous;   /* what had the name before, and may have it still */
};

typedef struct
{
  sqlite3_file base;
  Stored *stored; /* NULL: not recorded */
  sqlite3_file *real;
} DiskFile;

static struct
{
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  sqlite3_io_methods methods;

  guint fail_at;
  guint n_calls;
  gboolean for_ever;
  gboolean full;
  gboolean failed;

  char *folder;
  GHashTable *files; /* base name → Stored */
  DiskChanged changed;
  gpointer user_data;
} disk;

static void
pending_free (Pending *pending)
{
  g_clear_pointer (&pending->bytes, g_bytes_unref);
  g_free (pending);
}

static Stored *
stored_new (void)
{
  Stored *self = g_new0 (Stored, 1);

  self->durable = g_byte_array_new ();
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) pending_free);

  return self;
}

static void
stored_free (Stored *self)
{
  if (self == NULL)
    return;
  stored_free (self->previous);
  g_byte_array_unref (self->durable);
  g_ptr_array_unref (self->pending);
  g_free (self);
}

static void
bytes_resize (GByteArray *bytes,
              gsize       size)
{
  gsize before = bytes->len;

  g_byte_array_set_size (bytes, (guint) size);
  if (size > before)
    memset (bytes->data + before, 0, size - before);
}

static void
bytes_write (GByteArray *bytes,
             gint64      offset,
             const void *data,
             gsize       length)
{
  if ((gsize) offset + length > bytes->len)
    bytes_resize (bytes, (gsize) offset + length);
  memcpy (bytes->data + offset, data, length);
}

/* some: a write may have reached the disk sector by sector, in any order. */
static void
pending_apply (const Pending *pending,
               GByteArray    *bytes,
               gboolean       some)
{
  const guint8 *data;
  gsize length;

  if (pending->bytes == NULL)
    {
      bytes_resize (bytes, (gsize) pending->offset);
      return;
    }

  data = g_bytes_get_data (pending->bytes, &length);
  if (!some)
    {
      bytes_write (bytes, pending->offset, data, length);
      return;
    }
  for (gsize at = 0; at < length; at += SECTOR)
    {
      if (g_test_rand_bit ())
        bytes_write (bytes, pending->offset + (gint64) at, data + at, MIN (SECTOR, length - at));
    }
}

static void
stored_sync (Stored *self)
{
  for (guint i = 0; i < self->pending->len; i++)
    pending_apply (g_ptr_array_index (self->pending, i), self->durable, FALSE);
  g_ptr_array_set_size (self->pending, 0);
  /* SQLite syncs the folder too, the first time that it syncs a journal it has made. */
  self->named = TRUE;
  g_clear_pointer (&self->previous, stored_free);
}

static void
disk_changed (void)
{
  if (disk.changed != NULL)
    disk.changed (disk.user_data);
}

static int
disk_fails (DiskCall call)
{
  static const int codes[] = {
    [DISK_OPEN] = SQLITE_CANTOPEN,          [DISK_READ] = SQLITE_IOERR_READ,   [DISK_WRITE] = SQLITE_IOERR_WRITE,
    [DISK_TRUNCATE] = SQLITE_IOERR_TRUNCATE, [DISK_SYNC] = SQLITE_IOERR_FSYNC, [DISK_DELETE] = SQLITE_IOERR_DELETE,
    [DISK_SIZE] = SQLITE_IOERR_FSTAT,       [DISK_LOCK] = SQLITE_IOERR_LOCK,
  };

  if (disk.fail_at == 0 || (disk.full && call != DISK_WRITE))
    return SQLITE_OK;
  disk.n_calls++;
  if (disk.n_calls != disk.fail_at && !(disk.for_ever && disk.n_calls > disk.fail_at))
    return SQLITE_OK;

  disk.failed = TRUE;

  return disk.full ? SQLITE_FULL : codes[call];
}

static int
disk_close (sqlite3_file *file)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xClose (self->real);
}

static int
disk_read (sqlite3_file *file,
           void         *data,
           int           length,
           sqlite3_int64 offset)
{
  DiskFile *self = (DiskFile *) file;
  int code = disk_fails (DISK_READ);

  return code != SQLITE_OK ? code : self->real->pMethods->xRead (self->real, data, length, offset);
}

static void
disk_note (DiskFile   *self,
           gint64      offset,
           const void *data,
           int         length)
{
  Pending *pending;

  if (self->stored == NULL)
    return;
  pending = g_new0 (Pending, 1);
  pending->offset = offset;
  pending->bytes = data != NULL ? g_bytes_new (data, (gsize) length) : NULL;
  g_ptr_array_add (self->stored->pending, pending);
  disk_changed ();
}

static int
disk_write (sqlite3_file *file,
            const void   *data,
            int           length,
            sqlite3_int64 offset)
{
  DiskFile *self = (DiskFile *) file;
  int code = disk_fails (DISK_WRITE);

  if (code == SQLITE_OK)
    code = self->real->pMethods->xWrite (self->real, data, length, offset);
  if (code == SQLITE_OK)
    disk_note (self, offset, data, length);

  return code;
}

static int
disk_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  DiskFile *self = (DiskFile *) file;
  int code = disk_fails (DISK_TRUNCATE);

  if (code == SQLITE_OK)
    code = self->real->pMethods->xTruncate (self->real, size);
  if (code == SQLITE_OK)
    disk_note (self, size, NULL, 0);

  return code;
}

static int
disk_sync (sqlite3_file *file,
           int           flags)
{
  DiskFile *self = (DiskFile *) file;
  int code = disk_fails (DISK_SYNC);

  /* The real file need not be synced: the power does not really go. */
  if (code == SQLITE_OK && self->stored != NULL)
    {
      stored_sync (self->stored);
      disk_changed ();
    }

  return code;
}

static int
disk_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  DiskFile *self = (DiskFile *) file;
  int code = disk_fails (DISK_SIZE);

  return code != SQLITE_OK ? code : self->real->pMethods->xFileSize (self->real, size);
}

static int
disk_lock (sqlite3_file *file,
           int           level)
{
  DiskFile *self = (DiskFile *) file;
  int code = disk_fails (DISK_LOCK);

  return code != SQLITE_OK ? code : self->real->pMethods->xLock (self->real, level);
}

static int
disk_unlock (sqlite3_file *file,
             int           level)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xUnlock (self->real, level);
}

static int
disk_check_reserved (sqlite3_file *file,
                     int          *result)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xCheckReservedLock (self->real, result);
}

static int
disk_control (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xFileControl (self->real, operation, argument);
}

static int
disk_sector_size (sqlite3_file *file)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xSectorSize (self->real);
}

static int
disk_characteristics (sqlite3_file *file)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xDeviceCharacteristics (self->real);
}

static Stored *
disk_lookup (const char *path,
             gboolean    make)
{
  g_autofree char *base = NULL;
  gpointer old_base = NULL;
  Stored *stored;
  Stored *fresh;

  if (path == NULL || disk.folder == NULL || !g_str_has_prefix (path, disk.folder))
    return NULL;

  base = g_path_get_basename (path);
  stored = g_hash_table_lookup (disk.files, base);
  if (!make || (stored != NULL && !stored->deleted))
    return stored;

  /* A new file under this name; what had it before may come back if the power goes. */
  g_hash_table_steal_extended (disk.files, base, &old_base, NULL);
  g_free (old_base);
  fresh = stored_new ();
  fresh->previous = stored;
  g_hash_table_insert (disk.files, g_strdup (base), fresh);

  return fresh;
}

static int
disk_open (sqlite3_vfs  *vfs,
           const char   *path,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  DiskFile *self = (DiskFile *) file;
  int code = disk_fails (DISK_OPEN);

  memset (self, 0, sizeof *self);
  if (code != SQLITE_OK)
    return code;
  self->real = (sqlite3_file *) (self + 1);
  code = disk.real->xOpen (disk.real, path, self->real, flags, out_flags);
  if (code != SQLITE_OK)
    return code;

  self->base.pMethods = &disk.methods;
  self->stored = disk_lookup (path, TRUE);

  return SQLITE_OK;
}

static int
disk_delete (sqlite3_vfs *vfs,
             const char  *path,
             int          sync_folder)
{
  int code = disk_fails (DISK_DELETE);
  Stored *stored;

  if (code == SQLITE_OK)
    code = disk.real->xDelete (disk.real, path, 0);
  stored = disk_lookup (path, FALSE);
  if (code == SQLITE_OK && stored != NULL)
    {
      g_autofree char *base = g_path_get_basename (path);

      if (sync_folder)
        g_hash_table_remove (disk.files, base);
      else
        stored->deleted = TRUE;
      disk_changed ();
    }

  return code;
}

static int
disk_access (sqlite3_vfs *vfs,
             const char  *path,
             int          flags,
             int         *result)
{
  return disk.real->xAccess (disk.real, path, flags, result);
}

static int
disk_full_path (sqlite3_vfs *vfs,
                const char  *path,
                int          size,
                char        *out)
{
  return disk.real->xFullPathname (disk.real, path, size, out);
}

void
disk_install (void)
{
  disk.real = sqlite3_vfs_find (NULL);
  disk.methods = (sqlite3_io_methods) {
    .iVersion = 1,
    .xClose = disk_close,
    .xRead = disk_read,
    .xWrite = disk_write,
    .xTruncate = disk_truncate,
    .xSync = disk_sync,
    .xFileSize = disk_size,
    .xLock = disk_lock,
    .xUnlock = disk_unlock,
    .xCheckReservedLock = disk_check_reserved,
    .xFileControl = disk_control,
    .xSectorSize = disk_sector_size,
    .xDeviceCharacteristics = disk_characteristics,
  };
  disk.vfs = *disk.real;
  disk.vfs.pNext = NULL;
  disk.vfs.zName = "disk";
  disk.vfs.szOsFile = (int) sizeof (DiskFile) + disk.real->szOsFile;
  disk.vfs.xOpen = disk_open;
  disk.vfs.xDelete = disk_delete;
  disk.vfs.xAccess = disk_access;
  disk.vfs.xFullPathname = disk_full_path;
  g_assert_cmpint (sqlite3_vfs_register (&disk.vfs, 1), ==, SQLITE_OK);
}

void
disk_fail_at (guint    nth,
              gboolean for_ever,
              gboolean full)
{
  disk.fail_at = nth;
  disk.n_calls = 0;
  disk.for_ever = for_ever;
  disk.full = full;
  if (nth > 0)
    disk.failed = FALSE;
}

gboolean
disk_has_failed (void)
{
  return disk.failed;
}

void
disk_record (const char *folder,
             DiskChanged changed,
             gpointer    user_data)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_null (disk.folder);
  disk.folder = g_strdup (folder);
  disk.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) stored_free);
  disk.changed = changed;
  disk.user_data = user_data;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      Stored *stored = stored_new ();
      gsize length = 0;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_byte_array_append (stored->durable, (const guint8 *) bytes, (guint) length);
      stored->named = TRUE;
      g_hash_table_insert (disk.files, g_strdup (name), stored);
    }
}

void
disk_record_stop (void)
{
  g_clear_pointer (&disk.folder, g_free);
  g_clear_pointer (&disk.files, g_hash_table_unref);
  disk.changed = NULL;
}

/* Which of the files that had the name has it after the power came back; NULL: none. */
static const Stored *
image_choose (const Stored *stored,
              DiskLoss      loss)
{
  gboolean lost;

  for (; stored != NULL; stored = stored->previous)
    {
      lost = loss == DISK_LOSES_ALL || (loss == DISK_LOSES_SOME && g_test_rand_bit ());
      if (stored->deleted && !lost)
        return NULL;
      if (stored->named || !lost)
        return stored;
    }

  return NULL;
}

void
disk_write_image (const char *folder,
                  DiskLoss    loss)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, disk.files);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const Stored *stored = image_choose (value, loss);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GByteArray) bytes = NULL;
      FILE *file;

      remove (path);
      if (stored == NULL)
        continue;

      bytes = g_byte_array_sized_new (stored->durable->len);
      g_byte_array_append (bytes, stored->durable->data, stored->durable->len);
      for (guint i = 0; i < stored->pending->len && loss != DISK_LOSES_ALL; i++)
        {
          int fate = loss == DISK_LOSES_NONE ? 0 : g_test_rand_int_range (0, 3);

          if (fate < 2)
            pending_apply (g_ptr_array_index (stored->pending, i), bytes, fate == 1);
        }

      file = fopen (path, "wb");
      g_assert_nonnull (file);
      /* An empty array has no data, which fwrite() may not be given. */
      g_assert_true (bytes->len == 0 || fwrite (bytes->data, 1, bytes->len, file) == bytes->len);
      g_assert_cmpint (fclose (file), ==, 0);
    }
}
