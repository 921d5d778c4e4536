/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-table-private.h"

#include <glib/gi18n.h>

#include "accord-cell-text.h"
#include "accord-member.h"
#include "accord-money.h"
#include "accord-territory.h"

/* Somebody to be put into order. */
typedef struct
{
  gint64 member;
  gint64 territory;
  const char *name;
  AccordRate attainment;
  guint place;
} Entry;

static const char *
get_territory_name (AccordResultsTable *self,
                    gint64              id)
{
  AccordTerritory *territory = id != 0 ? accord_workspace_find (self->results->workspace, ACCORD_TYPE_TERRITORY, id) : NULL;

  /* Translators: the members who are in no territory. */
  return territory != NULL ? accord_territory_get_name (territory) : _("No Territory");
}

/* Everybody of the territory, as the scorecard has them: by territory and name. */
static GArray *
list_entries (AccordResultsTable *self)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  const AccordScorecard *card = self->results->card;
  gint64 last = 0;

  for (guint i = 0; i < card->rows->len; i++)
    {
      const AccordScorecardRow *row = accord_results_get_row (self->results, i);
      AccordMember *member;
      Entry entry = { row->member, row->territory, "", ACCORD_UNKNOWN, 0 };

      if (row->member == 0 || row->member == last || (self->territory != 0 && row->territory != self->territory))
        continue;
      last = row->member;
      member = accord_workspace_find (self->results->workspace, ACCORD_TYPE_MEMBER, row->member);
      if (member != NULL)
        entry.name = accord_member_get_name (member);
      g_array_append_val (entries, entry);
    }

  return entries;
}

/* The most first; who is known of before who is not. */
static int
compare_attainment (gconstpointer a,
                    gconstpointer b)
{
  const Entry *one = a, *other = b;

  if (one->attainment != other->attainment)
    return one->attainment > other->attainment ? -1 : 1;

  return g_utf8_collate (one->name, other->name);
}

guint
accord_results_table_get_ranked_by (AccordResultsTable *self)
{
  for (guint i = 0; i < accord_results_columns_get_n (self->columns); i++)
    {
      const guint metric = accord_results_columns_get_metric (self->columns, i);

      if (g_strcmp0 (accord_results_get_title (self->results, metric), self->ranked_title) == 0)
        return metric;
    }

  return accord_results_columns_get_metric (self->columns, 0);
}

static void
rank (AccordResultsTable *self,
      GArray             *entries)
{
  const guint metric = accord_results_table_get_ranked_by (self);

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      const guint row = accord_results_find_row (self->results, entry->member, 0, metric);

      if (row != ACCORD_RESULTS_NO_ROW)
        entry->attainment = accord_results_get_row (self->results, row)->score.attainment.attainment;
    }
  g_array_sort (entries, compare_attainment);
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      const Entry *before = i > 0 ? entry - 1 : NULL;

      /* Who attained the same share a place. */
      if (entry->attainment != ACCORD_UNKNOWN)
        entry->place = before != NULL && before->attainment == entry->attainment ? before->place : i + 1;
    }
}

/* Within each territory. */
static void
turn_around (GArray *entries)
{
  guint end;

  for (guint start = 0; start < entries->len; start = end)
    {
      const gint64 territory = g_array_index (entries, Entry, start).territory;

      for (end = start; end < entries->len && g_array_index (entries, Entry, end).territory == territory; end++)
        ;
      for (guint i = start, j = end - 1; i < j; i++, j--)
        {
          const Entry entry = g_array_index (entries, Entry, i);

          g_array_index (entries, Entry, i) = g_array_index (entries, Entry, j);
          g_array_index (entries, Entry, j) = entry;
        }
    }
}

static guint
count_in (GArray *entries,
          gint64  territory)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += g_array_index (entries, Entry, i).territory == territory;

  return n;
}

static void
add_line (GPtrArray        *lines,
          GArray           *places,
          AccordResultsKind kind,
          gint64            member,
          gint64            territory,
          const char       *name,
          guint             n_members,
          guint             place)
{
  g_ptr_array_add (lines, accord_results_line_new (kind, member, territory, name, n_members));
  g_array_append_val (places, place);
}

/* Of the whole team: each territory with those who are in it, or all of them before the members who are ranked. */
static void
list_lines (AccordResultsTable *self,
            GArray             *entries,
            GPtrArray          *lines,
            GArray             *places)
{
  gint64 last = -1;

  /* Everybody's territory in turn is what the order by territory gives; ranked ones come after all of them. */
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (self->territory == 0 && entry->territory != last && (entry->territory != 0 || last > 0))
        add_line (lines, places, ACCORD_RESULTS_TERRITORY, 0, entry->territory, get_territory_name (self, entry->territory),
                  count_in (entries, entry->territory), 0);
      last = entry->territory;
      if (!self->ranking)
        add_line (lines, places, ACCORD_RESULTS_MEMBER, entry->member, entry->territory, entry->name, 0, 0);
    }
  if (!self->ranking)
    return;

  rank (self, entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      add_line (lines, places, ACCORD_RESULTS_MEMBER, entry->member, entry->territory, entry->name, 0, entry->place);
    }
}

static gboolean
lines_differ (AccordResultsTable *self,
              GPtrArray          *lines)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->lines)) != lines->len)
    return TRUE;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (AccordResultsLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (!accord_results_line_equal (line, lines->pdata[i]))
        return TRUE;
    }

  return FALSE;
}

static void
show_top (AccordResultsTable *self,
          guint               n_members)
{
  g_autoptr (AccordResultsLine) top
    = self->territory != 0 ? accord_results_line_new (ACCORD_RESULTS_TERRITORY, 0, self->territory,
                                                      get_territory_name (self, self->territory), n_members)
                           : accord_results_line_new (ACCORD_RESULTS_TEAM, 0, 0, C_("scope", "Whole Team"), n_members);

  if (self->top == NULL || !accord_results_line_equal (self->top, top))
    g_set_object (&self->top, top);
  accord_results_line_set_results (self->top, self->results, 0);
  accord_results_row_set_line (self->top_row, self->top);
}

void
accord_results_table_fill_lines (AccordResultsTable *self)
{
  g_autoptr (GArray) entries = list_entries (self);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  if (self->descending && !self->ranking)
    turn_around (entries);
  show_top (self, entries->len);
  list_lines (self, entries, lines, places);
  if (lines_differ (self, lines))
    {
      for (guint i = 0; i < lines->len; i++)
        accord_results_line_set_results (lines->pdata[i], self->results, g_array_index (places, guint, i));
      g_list_store_splice (self->lines, 0, n, lines->pdata, lines->len);
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    accord_results_line_set_results (accord_results_table_peek_line (self, (int) i), self->results,
                                     g_array_index (places, guint, i));
}

/* As a spreadsheet reads it back: figures bare, nothing where nothing is known. */
static void
append_value (GString   *text,
              AccordUnit unit,
              gint64     value,
              int        decimals)
{
  g_autofree char *bare = value == ACCORD_UNKNOWN       ? g_strdup ("")
                          : unit == ACCORD_UNIT_MONEY   ? accord_money_to_text (value, decimals)
                          : unit == ACCORD_UNIT_PERCENT ? accord_rate_format_percent (value)
                                                        : accord_rate_to_text (value);

  g_string_append_printf (text, "\t%s", bare);
}

static void
append_line (AccordResultsTable *self,
             AccordResultsLine  *line,
             GString            *text)
{
  const int decimals = (int) accord_settings_get_decimals (accord_workspace_get_settings (self->results->workspace));
  g_autofree char *name = accord_text_to_cell (accord_results_line_get_name (line));
  guint place = accord_results_line_get_place (line);

  if (self->ranking && place > 0)
    g_string_append_printf (text, "%u", place);
  g_string_append_printf (text, "%s%s", self->ranking ? "\t" : "", name);
  for (guint i = 0; i < accord_results_columns_get_n (self->columns); i++)
    {
      const guint metric = accord_results_columns_get_metric (self->columns, i);
      const AccordUnit unit = accord_results_get_metric (self->results, metric)->unit;
      const guint row = accord_results_line_find_row (line, metric);
      const AccordScorePart nothing = ACCORD_SCORE_PART_INIT;
      const AccordScore *score
        = row != ACCORD_RESULTS_NO_ROW ? &accord_results_get_row (self->results, row)->score : NULL;

      append_value (text, unit, score != NULL ? score->part.actual : nothing.actual, decimals);
      append_value (text, unit, score != NULL ? score->part.target : nothing.target, decimals);
      append_value (text, ACCORD_UNIT_PERCENT, score != NULL ? score->attainment.attainment : ACCORD_UNKNOWN, decimals);
      g_string_append_printf (text, "\t%s",
                              score != NULL && score->status != ACCORD_STATUS_NONE ? accord_status_get_label (score->status)
                                                                                   : "");
    }
  g_string_append_c (text, '\n');
}

/* The headings of a metric's four columns. */
static void
append_titles (GString    *text,
               const char *metric)
{
  g_string_append_printf (text, "\t%s\t", metric);
  /* Translators: the heading of a column in a copied table: %s is a metric's name. */
  g_string_append_printf (text, _("%s, target"), metric);
  g_string_append_c (text, '\t');
  /* Translators: the heading of a column in a copied table: %s is a metric's name. */
  g_string_append_printf (text, _("%s, attainment"), metric);
  g_string_append_c (text, '\t');
  /* Translators: the heading of a column in a copied table: %s is a metric's name. */
  g_string_append_printf (text, _("%s, status"), metric);
}

char *
accord_results_table_dup_text (AccordResultsTable *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (ACCORD_IS_RESULTS_TABLE (self), NULL);

  if (self->results == NULL)
    return g_strdup ("");

  if (self->ranking)
    g_string_append_printf (text, "%s\t", _("Place"));
  g_string_append (text, _("Member"));
  for (guint i = 0; i < accord_results_columns_get_n (self->columns); i++)
    {
      g_autofree char *title = accord_text_to_cell (accord_results_get_title (self->results,
                                                                              accord_results_columns_get_metric (self->columns, i)));

      append_titles (text, title);
    }
  g_string_append_c (text, '\n');
  append_line (self, self->top, text);
  for (int i = 0; accord_results_table_peek_line (self, i) != NULL; i++)
    append_line (self, accord_results_table_peek_line (self, i), text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
