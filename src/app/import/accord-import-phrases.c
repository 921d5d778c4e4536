/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-phrases.h"

#include <glib/gi18n.h>

static char *
words_dup_number (guint number)
{
  return g_strdup_printf ("%u", number);
}

char *
accord_import_phrase_for_button (AccordImportKind          kind,
                                 const AccordImportCounts *counts)
{
  guint n = counts->added + counts->updated;
  g_autofree char *number = words_dup_number (n);

  if (n == 0)
    return g_strdup (_("_Import"));

  switch (kind)
    {
    case ACCORD_IMPORT_KIND_QUOTAS:
      /* Translators: a button; %s is how many. */
      return g_strdup_printf (ngettext ("_Import %s Quota", "_Import %s Quotas", n), number);

    case ACCORD_IMPORT_KIND_ACTUALS:
      /* Translators: a button; %s is how many. */
      return g_strdup_printf (ngettext ("_Import %s Figure", "_Import %s Figures", n), number);

    case ACCORD_IMPORT_KIND_OPPORTUNITIES:
      /* Translators: a button; %s is how many. */
      return g_strdup_printf (ngettext ("_Import %s Opportunity", "_Import %s Opportunities", n), number);

    case ACCORD_IMPORT_KIND_MEMBERS:
    default:
      /* Translators: a button; %s is how many. */
      return g_strdup_printf (ngettext ("_Import %s Member", "_Import %s Members", n), number);
    }
}

static void
append_count (GString    *text,
              const char *format,
              guint       count)
{
  g_autofree char *number = words_dup_number (count);
  g_autoptr (GString) part = g_string_new (format);

  if (count == 0)
    return;
  g_string_replace (part, "%s", number, 1);
  g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", part->str);
}

char *
accord_import_phrase_for_counts (guint added,
                                 guint updated,
                                 guint skipped,
                                 guint refused)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: %s is how many lines of a file; these stand in a list, such as "17 added, 1 refused". */
  append_count (text, ngettext ("%s added", "%s added", added), added);
  append_count (text, ngettext ("%s updated", "%s updated", updated), updated);
  append_count (text, ngettext ("%s skipped", "%s skipped", skipped), skipped);
  append_count (text, ngettext ("%s refused", "%s refused", refused), refused);
  if (text->len == 0)
    g_string_append (text, _("Nothing was changed"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
accord_import_phrase_for_plan (AccordImportPlan *plan)
{
  const GError *problem = accord_import_plan_get_problem (plan);
  AccordImportCounts counts = accord_import_plan_get_counts (plan);
  g_autofree char *refused = words_dup_number (counts.refused);

  if (problem != NULL)
    return g_strdup (problem->message);
  if (counts.added + counts.updated == 0 && counts.refused == 0)
    return g_strdup (_("There is nothing to import: everything in the file is there already."));
  if (counts.added + counts.updated == 0)
    return g_strdup (_("There is nothing to import: no line can go in."));
  if (counts.refused > 0)
    /* Translators: %s is how many. */
    return g_strdup_printf (ngettext ("%s line is refused; the others go in. Nothing is changed before you import.",
                                      "%s lines are refused; the others go in. Nothing is changed before you import.",
                                      counts.refused),
                            refused);

  return g_strdup (_("Nothing is changed before you import."));
}

const char *
accord_import_phrase_for_problem (const GError *problem)
{
  if (problem->domain != ACCORD_IMPORT_ERROR)
    return _("The File Cannot Be Read");

  switch (problem->code)
    {
    case ACCORD_IMPORT_ERROR_EMPTY: return _("Nothing Is in the File");
    case ACCORD_IMPORT_ERROR_ENCODING: return _("Which Encoding Is It?");
    case ACCORD_IMPORT_ERROR_DELIMITER: return _("What Is Between the Columns?");
    case ACCORD_IMPORT_ERROR_SIZE: return _("The File Is Too Large");
    case ACCORD_IMPORT_ERROR_QUOTES: return _("The Quotation Marks Do Not Match");
    case ACCORD_IMPORT_ERROR_FIELD:
    case ACCORD_IMPORT_ERROR_AMBIGUOUS_FIELD: return _("Which Column Is It?");
    case ACCORD_IMPORT_ERROR_AMBIGUOUS_DATES: return _("Which Comes First, Day or Month?");
    case ACCORD_IMPORT_ERROR_AMBIGUOUS_DECIMAL: return _("Which Is the Decimal Sign?");
    case ACCORD_IMPORT_ERROR_OPTIONS: return _("A Choice Does Not Fit the File");
    default: return _("The File Cannot Be Imported");
    }
}

const char *
accord_import_phrase_for_kind (AccordImportKind kind)
{
  switch (kind)
    {
    case ACCORD_IMPORT_KIND_MEMBERS: return _("Members");
    case ACCORD_IMPORT_KIND_QUOTAS: return _("Quotas");
    case ACCORD_IMPORT_KIND_ACTUALS: return _("Weekly Figures");
    case ACCORD_IMPORT_KIND_OPPORTUNITIES: return _("Opportunities");
    default: return "";
    }
}

const char *
accord_import_phrase_for_title (AccordImportKind kind)
{
  switch (kind)
    {
    case ACCORD_IMPORT_KIND_QUOTAS: return _("Import Quotas");
    case ACCORD_IMPORT_KIND_ACTUALS: return _("Import Weekly Figures");
    case ACCORD_IMPORT_KIND_OPPORTUNITIES: return _("Import Opportunities");
    case ACCORD_IMPORT_KIND_MEMBERS:
    default: return _("Import Members");
    }
}
