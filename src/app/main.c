/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>
#include <sys/stat.h>

#include "accord-application.h"

int
main (int   argc,
      char *argv[])
{
  const char *folder = g_getenv ("ACCORD_LOCALEDIR");
  g_autoptr (AccordApplication) application = NULL;

  /* What people say in confidence is for their eyes: whatever this process writes is. */
  umask (077);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = accord_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
