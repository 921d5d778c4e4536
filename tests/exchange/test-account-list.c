/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-account-list.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
load (const char *name,
      const char *text,
      GError    **error)
{
  g_autofree char *folder = g_dir_make_tmp ("accord-accounts-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GPtrArray) names = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  names = accord_account_list_load (path, error);
  g_unlink (path);
  g_rmdir (folder);
  if (names == NULL)
    return NULL;
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("|", (char **) names->pdata);
}

static void
test_files (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *names;
  } cases[] = {
    /* Lines, whatever is in them. */
    { "list.txt", "Northwind\nSmith, Jones & Co\n\n northwind \nÉtoile; Sarl\n", "Northwind|Smith, Jones & Co|Étoile; Sarl" },
    { "LIST.TXT", "Account\nNorthwind\n", "Northwind" },
    /* A column without a name. */
    { "list.csv", "Northwind\nContoso\n", "Northwind|Contoso" },
    { "list.csv", "\"Smith, Jones & Co\",London\nContoso,Paris\n", "Smith, Jones & Co|Contoso" },
    /* One that is called so, wherever it stands; an id is none. */
    { "list.csv", "Account ID,Account Name,Tier\n17,Northwind,A\n18,Contoso,B\n18,CONTOSO,B\n19,,A\n", "Northwind|Contoso" },
    { "list.csv", "Id;Kunde;Stufe\n17;Nordwind;A\n18;n/a;A\n", "Nordwind" },
    { "list.csv", "\n\nTier,Name\nA,Northwind\n", "Northwind" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *names = load (cases[i].name, cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_no_error (error);
      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

static void
test_nothing (void)
{
  const char *const texts[] = { "", "\n\n", "Account Name,Tier\n", "Account Name,Tier\n,A\n-,B\n" };
  g_autoptr (GError) missing = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load ("list.csv", texts[i], &error));
      g_assert_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_EMPTY);
    }
  g_assert_null (accord_account_list_load ("/nowhere/list.csv", &missing));
  g_assert_nonnull (missing);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/account-list/files", test_files);
  g_test_add_func ("/account-list/nothing", test_nothing);

  return g_test_run ();
}
