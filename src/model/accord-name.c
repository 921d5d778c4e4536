/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-name.h"

char *
accord_name_key (const char *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autofree char *normal = g_utf8_normalize (trimmed, -1, G_NORMALIZE_NFC);

  /* What is no UTF-8 is like itself alone. */
  return normal != NULL ? g_utf8_casefold (normal, -1) : g_steal_pointer (&trimmed);
}

gboolean
accord_name_equal (const char *a,
                   const char *b)
{
  g_autofree char *key_a = accord_name_key (a);
  g_autofree char *key_b = accord_name_key (b);

  return g_str_equal (key_a, key_b);
}
