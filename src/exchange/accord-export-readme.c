/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-export-readme.h"

#include <glib/gi18n.h>
#include <string.h>

gboolean
accord_export_field_is_share (const char *name)
{
  const char *const shares[] = { "share", "progress", "win-rate", "meeting-rate", "outreach-rate", "weeks", NULL };

  return g_strv_contains (shares, name);
}

GString *
accord_export_readme_new (AccordSettings *settings,
                          AccordMember   *member)
{
  GString *readme = g_string_new (NULL);

  if (member != NULL)
    /* Translators: the first line of a file; %s is a name. */
    g_string_append_printf (readme, _("All that Accord holds on %s"), accord_member_get_name (member));
  else
    g_string_append_printf (readme, _("All that Accord holds in “%s”"),
                            settings != NULL ? accord_settings_get_name (settings) : "");
  g_string_append (readme, "\n\n");
  g_string_append (readme, _("Each table is here twice, as CSV for spreadsheets and as JSON for programs; both hold the "
                             "same. All files are UTF-8."));
  g_string_append (readme, "\n");
  g_string_append_printf (readme, _("Amounts of money are in %s, in major units with a point. Shares are fractions: 0.8 is "
                                    "80 %%. Days are written YYYY-MM-DD. What nobody knows is empty in CSV and null in "
                                    "JSON."),
                          settings != NULL ? accord_settings_get_currency (settings) : "");
  g_string_append (readme, "\n");
  g_string_append (readme, _("In CSV a text that begins with = + - @ or a tab has an apostrophe (') put before it, so that "
                             "no spreadsheet takes it for a formula. It is not part of the text; JSON does not have it."));
  g_string_append (readme, "\n");
  if (member != NULL)
    {
      g_string_append (readme, _("Rows that are about somebody else and only name this member (as partner or manager) say "
                                 "who and when; their texts and amounts belong to the other, and are left out."));
      g_string_append (readme, "\n");
    }

  return readme;
}

static char *
field_dup_meaning (const AccordField *field,
                   const char        *table)
{
  g_autoptr (GString) words = NULL;
  GEnumClass *values;

  switch (field->kind)
    {
    case ACCORD_FIELD_TEXT:
      return g_strdup (_("text"));
    case ACCORD_FIELD_INTEGER:
      return g_strdup (_("whole number"));
    case ACCORD_FIELD_AMOUNT:
      if (strcmp (table, "target") == 0)
        return g_strdup (_("number in the unit of the metric"));
      return g_strdup (accord_export_field_is_share (field->name) ? _("number; a share is a fraction") : _("money"));
    case ACCORD_FIELD_REFERENCE:
      return g_strdup (_("the id of a row in another table"));
    case ACCORD_FIELD_DATE:
      return g_strdup (_("day"));
    case ACCORD_FIELD_BOOLEAN:
      return g_strdup (_("true or false"));
    case ACCORD_FIELD_ENUM:
      break;
    }

  words = g_string_new (NULL);
  values = g_type_class_ref (field->enum_type ());
  for (guint i = 0; i < values->n_values; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", values->values[i].value_nick);
  g_type_class_unref (values);

  /* Translators: %s is a list of words, in English. */
  return g_strdup_printf (_("one of: %s"), words->str);
}

void
accord_export_readme_add_records (GString           *readme,
                                  const char        *table,
                                  const AccordField *fields,
                                  guint              n_fields)
{
  g_string_append_printf (readme, "\n%s.csv, %s.json\n  id: %s\n", table, table, _("the row’s number"));
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (fields[i].name), "-", '_');
      g_autofree char *meaning = field_dup_meaning (&fields[i], table);

      g_string_append_printf (readme, "  %s: %s\n", name, meaning);
    }
}

void
accord_export_readme_add_columns (GString           *readme,
                                  const char        *table,
                                  const char *const *columns)
{
  g_autofree char *joined = g_strjoinv (", ", (char **) columns);

  g_string_append_printf (readme, "\n%s.csv, %s.json\n  %s\n", table, table, joined);
}

void
accord_export_readme_add_missing (GString    *readme,
                                  const char *table,
                                  const char *reason)
{
  g_string_append_c (readme, '\n');
  /* Translators: the first %s is the name of a table, in English, the second says why. */
  g_string_append_printf (readme, _("%s could not be read and is not here: %s"), table, reason);
  g_string_append_c (readme, '\n');
}
