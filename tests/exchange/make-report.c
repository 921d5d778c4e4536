/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-xlsx.h"
#include "report-fixture.h"

#include <locale.h>
#include <string.h>

/* make-report create KIND WORKSPACE
 * make-report write WORKSPACE OUTPUT team|manager|hr
 *
 * For tests that look at the file itself. */
int
main (int    argc,
      char **argv)
{
  static const char *const audiences[] = { "team", "manager", "hr" };
  const AccordQuarter quarter = { 2026, 4 };
  g_autoptr (GError) error = NULL;
  AccordDate as_of = ACCORD_DATE_NONE;
  AccordAudience audience = ACCORD_AUDIENCE_TEAM;

  setlocale (LC_ALL, "");
  if (argc == 4 && strcmp (argv[1], "create") == 0)
    {
      report_fixture_create (argv[3], argv[2]);
      return 0;
    }
  if (argc != 5)
    return 2;

  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      if (strcmp (argv[4], audiences[i]) == 0)
        audience = i;
    }
  accord_date_parse (REPORT_FIXTURE_AS_OF, &as_of);
  if (!accord_report_export (argv[2], quarter, audience, as_of, argv[3], TRUE, NULL, NULL, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
