/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-commitment-query.h"
#include "accord-goal.h"
#include "accord-member.h"
#include "accord-membership-query.h"
#include "accord-opportunities.h"
#include "accord-plan-figures.h"
#include "accord-plan-year.h"
#include "accord-quota.h"
#include "accord-report-private.h"
#include "accord-territory.h"

#include <glib/gi18n.h>

/* Who was on the team in the quarter, and their figures. */

/* The last day of the quarter that the report knows of. */
static AccordDate
last_day (const AccordReport *report)
{
  return accord_membership_get_last_day (report->starts, report->ends, report->as_of);
}

static AccordMembership *
last_membership (AccordReportGather *gather,
                 gint64              member)
{
  const AccordReport *report = gather->report;

  return accord_membership_find_in (gather->memberships, member, report->starts, last_day (report));
}

static gint64
territory_position (AccordReportGather *gather,
                    gint64              id)
{
  AccordTerritory *territory = id == 0 ? NULL : accord_workspace_find (gather->workspace, ACCORD_TYPE_TERRITORY, id);

  return territory == NULL ? G_MAXINT64 : accord_territory_get_position (territory);
}

/* Bookings of a quarter of the plan year, up to the report's date; unknown before it begins. */
static gint64
bookings_in (AccordReportGather *gather,
             gint64              member,
             AccordDate          first,
             AccordDate          last)
{
  const AccordDate end = MIN (last, gather->report->as_of);

  return end < first ? ACCORD_UNKNOWN : accord_opportunities_bookings (gather->workspace, member, first, end);
}

static void
fill_bookings (AccordReportGather *gather,
               AccordReportMember *row)
{
  const AccordReport *report = gather->report;

  for (int quarter = 1; quarter <= 4; quarter++)
    {
      const AccordQuarter of = { report->quarter.year, quarter };

      const AccordDate first = accord_quarter_get_start (of, report->fiscal_start);
      const AccordDate last = accord_quarter_get_end (of, report->fiscal_start);

      row->bookings[quarter - 1] = bookings_in (gather, row->member, first, last);
    }
  row->year_to_date = bookings_in (gather, row->member, report->year_starts, report->ends);
}

static void
fill_commitment (AccordReportGather *gather,
                 AccordReportMember *row,
                 GListModel         *commitments,
                 GListModel         *quotas)
{
  const AccordReport *report = gather->report;
  AccordCommitment *commitment
    = accord_commitment_find (commitments, row->member, report->quarter.year, report->as_of);

  row->quota = row->commitment = ACCORD_UNKNOWN;
  for (guint i = 0; i < 4; i++)
    row->quarters[i] = ACCORD_UNKNOWN;

  if (commitment != NULL)
    {
      row->quota = accord_commitment_get_quota (commitment);
      row->commitment = accord_commitment_get_amount (commitment);
      row->quarters[0] = accord_commitment_get_q1 (commitment);
      row->quarters[1] = accord_commitment_get_q2 (commitment);
      row->quarters[2] = accord_commitment_get_q3 (commitment);
      row->quarters[3] = accord_commitment_get_q4 (commitment);
      row->partner = g_strdup (accord_report_member_name (gather, accord_commitment_get_partner (commitment)));
    }
  else
    row->partner = g_strdup ("");

  if (row->quota == ACCORD_UNKNOWN)
    row->quota = accord_quota_sum (quotas, row->member, report->year_starts,
                                   accord_plan_year_get_end (report->quarter.year, report->fiscal_start));
}

/* A leader who neither sells nor promised anything would be a row of n/a. */
static gboolean
has_figures (const AccordReportMember *row)
{
  return row->quota != ACCORD_UNKNOWN || row->commitment != ACCORD_UNKNOWN
         || (row->year_to_date != ACCORD_UNKNOWN && row->year_to_date != 0);
}

/* What the team booked and none of the rows did: deals of members who had left before the quarter. */
static void
add_former_members (AccordReportGather *gather)
{
  AccordReport *report = gather->report;
  AccordReportMember *row = g_new0 (AccordReportMember, 1);
  gboolean any = FALSE;

  fill_bookings (gather, row);
  for (guint i = 0; i < report->members->len; i++)
    {
      const AccordReportMember *other = g_ptr_array_index (report->members, i);

      for (guint q = 0; q < 4; q++)
        {
          if (row->bookings[q] != ACCORD_UNKNOWN && other->bookings[q] != ACCORD_UNKNOWN)
            row->bookings[q] -= other->bookings[q];
        }
      if (row->year_to_date != ACCORD_UNKNOWN && other->year_to_date != ACCORD_UNKNOWN)
        row->year_to_date -= other->year_to_date;
    }

  any = row->year_to_date != ACCORD_UNKNOWN && row->year_to_date != 0;
  /* Translators: the row for what is booked on people who left before the quarter */
  row->name = g_strdup (_("Members who left"));
  row->territory = g_strdup ("");
  row->partner = g_strdup ("");
  row->quota = row->commitment = ACCORD_UNKNOWN;
  for (guint i = 0; i < 4; i++)
    row->quarters[i] = ACCORD_UNKNOWN;

  g_ptr_array_add (report->members, row);
  if (!any)
    g_ptr_array_remove_index (report->members, report->members->len - 1);
}

typedef struct
{
  gint64 position;
  AccordReportMember *row;
} Placed;

static int
placed_compare (gconstpointer a,
                gconstpointer b)
{
  const Placed *left = a;
  const Placed *right = b;
  int order;

  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;
  if ((order = g_utf8_collate (left->row->territory, right->row->territory)) != 0
      || (order = g_utf8_collate (left->row->name, right->row->name)) != 0)
    return order;
  return left->row->member < right->row->member ? -1 : 1;
}

static void
gather_member (AccordReportGather *gather,
               AccordMember       *member,
               GListModel         *commitments,
               GListModel         *quotas,
               GArray             *placed)
{
  const gint64 id = accord_record_get_id (ACCORD_RECORD (member));
  AccordReportMember *row = g_new0 (AccordReportMember, 1);
  AccordMembership *membership = last_membership (gather, id);
  const gint64 territory = membership == NULL ? 0 : accord_membership_get_territory (membership);

  row->member = id;
  row->name = g_strdup (accord_member_get_name (member));
  row->territory = g_strdup (accord_report_territory_name (gather, territory));
  fill_commitment (gather, row, commitments, quotas);
  fill_bookings (gather, row);

  g_ptr_array_add (gather->report->members, row);
  if (accord_member_get_leader (member) && !has_figures (row))
    {
      g_ptr_array_remove_index (gather->report->members, gather->report->members->len - 1);
      return;
    }
  g_array_append_val (placed, ((Placed){ territory_position (gather, territory), row }));
}

const char *
accord_report_member_name (AccordReportGather *gather,
                           gint64              member)
{
  AccordMember *found = member == 0 ? NULL : accord_workspace_find (gather->workspace, ACCORD_TYPE_MEMBER, member);

  return found == NULL ? "" : accord_member_get_name (found);
}

const char *
accord_report_territory_name (AccordReportGather *gather,
                              gint64              territory)
{
  AccordTerritory *found
    = territory == 0 ? NULL : accord_workspace_find (gather->workspace, ACCORD_TYPE_TERRITORY, territory);

  return found == NULL ? "" : accord_territory_get_name (found);
}

gboolean
accord_report_was_member (AccordReportGather *gather,
                          gint64              member)
{
  const AccordReport *report = gather->report;
  AccordMember *found = accord_workspace_find (gather->workspace, ACCORD_TYPE_MEMBER, member);

  if (found == NULL || !accord_member_is_present (found, report->starts, last_day (report)))
    return FALSE;

  /* Who never was in a territory is on the team all the same. */
  return last_membership (gather, member) != NULL
         || accord_membership_find_in (gather->memberships, member, ACCORD_DATE_NONE, G_MAXINT32) == NULL;
}

gboolean
accord_report_gather_members (AccordReportGather *gather,
                              GError            **error)
{
  AccordReport *report = gather->report;
  GListModel *commitments = accord_workspace_load_list (gather->workspace, ACCORD_TYPE_COMMITMENT, error);
  GListModel *quotas
    = commitments == NULL ? NULL : accord_workspace_load_list (gather->workspace, ACCORD_TYPE_QUOTA, error);
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));

  if (quotas == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (gather->members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (gather->members, i);

      if (accord_report_was_member (gather, accord_record_get_id (ACCORD_RECORD (member))))
        gather_member (gather, member, commitments, quotas, placed);
    }

  g_array_sort (placed, placed_compare);
  for (guint i = 0; i < placed->len; i++)
    g_ptr_array_index (report->members, i) = g_array_index (placed, Placed, i).row;
  add_former_members (gather);
  return TRUE;
}
