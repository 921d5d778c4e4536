/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   replay-import CORPUS     plays every file of the folder, as it is and with some bytes changed, the same ones each time
 */
#include "fuzz-import.h"

#include <string.h>

#define CHANGES 60

static const char bytes_that_matter[] = "\",;\t|\n\r \0-+.%'()0123456789aZ\xc3\xff\xef\xe2";

/* Numbers that are the same on every machine. */
static guint32
next_random (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;

  return *state >> 8;
}

static void
change (GByteArray *bytes,
        guint32    *state)
{
  guint at = next_random (state) % bytes->len;
  guint8 byte = (guint8) bytes_that_matter[next_random (state) % (sizeof bytes_that_matter - 1)];

  switch (next_random (state) % 3)
    {
    case 0:
      bytes->data[at] = byte;
      break;

    case 1:
      g_byte_array_append (bytes, &byte, 1);
      memmove (bytes->data + at + 1, bytes->data + at, bytes->len - at - 1);
      bytes->data[at] = byte;
      break;

    default:
      if (bytes->len > 2)
        g_byte_array_remove_range (bytes, at, 1 + next_random (state) % MIN (4, bytes->len - at));
      break;
    }
}

static void
test_file (gconstpointer data)
{
  const char *file = data;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  guint32 state = 5;
  gsize length;

  g_file_get_contents (file, &contents, &length, &error);
  g_assert_no_error (error);
  fuzz_import_carry_out ((const guint8 *) contents, length);
  for (guint i = 0; i < CHANGES; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) contents, (guint) length);
      for (guint j = 0; j <= i % 5 && bytes->len > 0; j++)
        change (bytes, &state);
      if (i % 6 == 0)
        fuzz_import_carry_out (bytes->data, bytes->len);
      else
        LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/import-corpus/%s", name);

      g_ptr_array_add (files, g_build_filename (argv[1], name, NULL));
      g_test_add_data_func (test, files->pdata[files->len - 1], test_file);
    }
  g_assert_cmpuint (files->len, >, 0);

  status = g_test_run ();
  fuzz_import_end ();

  return status;
}
