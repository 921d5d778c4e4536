/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "old.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

void
old_inflate (const char *from,
             const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GFileInputStream) bytes = NULL;
  g_autoptr (GInputStream) inflated = NULL;
  g_autoptr (GFileOutputStream) out = NULL;
  g_autoptr (GError) error = NULL;

  bytes = g_file_read (source, NULL, &error);
  g_assert_no_error (error);
  inflated = g_converter_input_stream_new (G_INPUT_STREAM (bytes), G_CONVERTER (gzip));
  out = g_file_replace (target, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (out), inflated,
                          G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
}

char *
old_dup_name (void)
{
  g_autofree char *name = g_strdup_printf ("workspace-%d.accord.gz", OLD_VERSION);

  return g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
}

char *
old_lay_down (Fixture *fixture)
{
  g_autofree char *packed = old_dup_name ();
  g_autoptr (GPtrArray) backups = NULL;
  char *origin = path_in (fixture, "origin");

  g_clear_object (&fixture->workspace);
  old_inflate (packed, fixture->path);
  old_inflate (packed, origin);
  backups = list_backups (fixture->path);
  for (guint i = 0; i < backups->len; i++)
    g_unlink (((AccordBackup *) backups->pdata[i])->path);

  return origin;
}
