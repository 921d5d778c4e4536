/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-availability.h"

#include "accord-exact.h"
#include "accord-holiday.h"
#include "accord-leave.h"
#include "accord-membership.h"
#include "accord-quarter.h"
#include "accord-ramp.h"

#define DAYS_A_WEEK 5

/* Days from … to, and what each of them weighs. */
typedef struct
{
  AccordDate first;
  AccordDate last;
  AccordRate share;
} Span;

/* A member's records, each as a span. */
typedef struct
{
  GArray *memberships;
  GArray *leaves;
} Records;

struct _AccordAvailability
{
  GHashTable *records; /* gint64 * to Records, for members who have any */
  GArray *holidays;    /* AccordDate, ascending */
};

static void
records_free (Records *records)
{
  g_array_unref (records->memberships);
  g_array_unref (records->leaves);
  g_free (records);
}

static Records *
availability_require_records (AccordAvailability *self,
                              gint64              member)
{
  Records *records = g_hash_table_lookup (self->records, &member);

  if (records == NULL)
    {
      records = g_new (Records, 1);
      records->memberships = g_array_new (FALSE, FALSE, sizeof (Span));
      records->leaves = g_array_new (FALSE, FALSE, sizeof (Span));
      g_hash_table_insert (self->records, g_memdup2 (&member, sizeof member), records);
    }

  return records;
}

static AccordDate
last_day (AccordDate ends)
{
  return ends == ACCORD_DATE_NONE ? G_MAXINT32 : ends;
}

/* only: the one member who is asked about, or 0 for all. */
static void
availability_read_memberships (AccordAvailability *self,
                               GListModel         *memberships,
                               gint64              only)
{
  for (guint i = 0; memberships != NULL && i < g_list_model_get_n_items (memberships); i++)
    {
      g_autoptr (AccordMembership) membership = g_list_model_get_item (memberships, i);
      gint64 member = accord_membership_get_member (membership);
      gint64 share = accord_membership_get_share (membership);
      Span span = { .first = accord_membership_get_starts (membership),
                    .last = last_day (accord_membership_get_ends (membership)),
                    .share = share == ACCORD_UNKNOWN ? ACCORD_RATE_ONE : CLAMP (share, 0, ACCORD_RATE_ONE) };

      if (only == 0 || member == only)
        g_array_append_val (availability_require_records (self, member)->memberships, span);
    }
}

static void
availability_read_leaves (AccordAvailability *self,
                          GListModel         *leaves,
                          gint64              only)
{
  for (guint i = 0; leaves != NULL && i < g_list_model_get_n_items (leaves); i++)
    {
      g_autoptr (AccordLeave) leave = g_list_model_get_item (leaves, i);
      gint64 member = accord_leave_get_member (leave);
      Span span = { .first = accord_leave_get_starts (leave), .last = last_day (accord_leave_get_ends (leave)) };

      if (only == 0 || member == only)
        g_array_append_val (availability_require_records (self, member)->leaves, span);
    }
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  AccordDate one = *(const AccordDate *) a;
  AccordDate other = *(const AccordDate *) b;

  return (one > other) - (one < other);
}

static void
availability_read_holidays (AccordAvailability *self,
                            GListModel         *holidays)
{
  for (guint i = 0; holidays != NULL && i < g_list_model_get_n_items (holidays); i++)
    {
      g_autoptr (AccordHoliday) holiday = g_list_model_get_item (holidays, i);
      AccordDate day = accord_holiday_get_day (holiday);

      g_array_append_val (self->holidays, day);
    }
  g_array_sort (self->holidays, compare_dates);
}

static AccordAvailability *
availability_new_for (GListModel *memberships,
                      GListModel *leaves,
                      GListModel *holidays,
                      gint64      only)
{
  AccordAvailability *self = g_new (AccordAvailability, 1);

  self->records = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) records_free);
  self->holidays = g_array_new (FALSE, FALSE, sizeof (AccordDate));
  availability_read_memberships (self, memberships, only);
  availability_read_leaves (self, leaves, only);
  availability_read_holidays (self, holidays);

  return self;
}

/* How many holidays lie before the day. */
static guint
availability_holidays_before (AccordAvailability *self,
                              AccordDate          day)
{
  guint low = 0;
  guint high = self->holidays->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->holidays, AccordDate, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static int
availability_working_days (AccordAvailability *self,
                           AccordDate          first,
                           AccordDate          last)
{
  guint from = availability_holidays_before (self, first);
  guint to = availability_holidays_before (self, last + 1);
  const AccordDate *holidays = (const AccordDate *) (gpointer) self->holidays->data;

  return to > from ? accord_working_days (first, last, holidays + from, to - from)
                   : accord_working_days (first, last, NULL, 0);
}

/* The days on which something may change begin here, as far as they lie within first … last. */
static void
add_edge (GArray    *edges,
          AccordDate day,
          AccordDate first,
          AccordDate last)
{
  if (day > first && day <= last)
    g_array_append_val (edges, day);
}

static void
add_span_edges (GArray    *edges,
                GArray    *spans,
                AccordDate first,
                AccordDate last)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      add_edge (edges, span->first, first, last);
      if (span->last < last)
        add_edge (edges, span->last + 1, first, last);
    }
}

/* The ramp's months as spans; none where nobody knows the first day. */
static GArray *
ramp_spans (AccordMember *member)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  AccordDate started = accord_member_get_started (member);
  g_autoptr (GArray) ramp = NULL;

  if (started == ACCORD_DATE_NONE || *accord_member_get_ramp (member) == '\0')
    return spans;

  /* What cannot be read was refused when the member was stored. */
  ramp = accord_ramp_parse (accord_member_get_ramp (member), NULL);
  for (guint i = 0; ramp != NULL && i < ramp->len; i++)
    {
      Span span = { .first = accord_date_add_months (started, (int) i),
                    .last = accord_date_add_months (started, (int) i + 1) - 1,
                    .share = g_array_index (ramp, AccordRate, i) };

      g_array_append_val (spans, span);
    }

  return spans;
}

/* Of the spans that hold the day the one that begins last. */
static const Span *
find_span (GArray    *spans,
           AccordDate day)
{
  const Span *found = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (span->first <= day && day <= span->last && (found == NULL || span->first >= found->first))
        found = span;
    }

  return found;
}

static AccordRate
weight_on (GArray    *spans,
           AccordDate day)
{
  const Span *span = find_span (spans, day);

  return span != NULL ? span->share : ACCORD_RATE_ONE;
}

/* Between two edges nothing changes, so a stretch is weighed as a whole. In billionths of billionths of a day. */
static AccordWide
availability_sum (AccordAvailability *self,
                  Records            *records,
                  GArray             *ramp,
                  AccordDate          first,
                  AccordDate          last)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (AccordDate));
  AccordDate end = last + 1;
  AccordWide sum = 0;

  g_array_append_val (edges, first);
  add_span_edges (edges, ramp, first, last);
  if (records != NULL)
    {
      add_span_edges (edges, records->memberships, first, last);
      add_span_edges (edges, records->leaves, first, last);
    }
  g_array_sort (edges, compare_dates);
  g_array_append_val (edges, end);

  for (guint i = 0; i + 1 < edges->len; i++)
    {
      AccordDate day = g_array_index (edges, AccordDate, i);
      AccordRate share = records != NULL ? weight_on (records->memberships, day) : ACCORD_RATE_ONE;

      if (share > 0 && (records == NULL || find_span (records->leaves, day) == NULL))
        sum += (AccordWide) availability_working_days (self, day, g_array_index (edges, AccordDate, i + 1) - 1) * share
               * weight_on (ramp, day);
    }

  return sum;
}

static AccordWide
availability_sum_for (AccordAvailability *self,
                      AccordMember       *member,
                      gboolean            ramped,
                      AccordDate          first,
                      AccordDate          last)
{
  gint64 id = accord_record_get_id (ACCORD_RECORD (member));
  g_autoptr (GArray) ramp = ramped ? ramp_spans (member) : g_array_new (FALSE, FALSE, sizeof (Span));

  first = MAX (first, accord_member_get_started (member));
  last = MIN (last, last_day (accord_member_get_left (member)));
  if (last < first)
    return 0;

  return availability_sum (self, g_hash_table_lookup (self->records, &id), ramp, first, last);
}

AccordAvailability *
accord_availability_new (GListModel *memberships,
                         GListModel *leaves,
                         GListModel *holidays)
{
  return availability_new_for (memberships, leaves, holidays, 0);
}

void
accord_availability_free (AccordAvailability *self)
{
  g_hash_table_unref (self->records);
  g_array_unref (self->holidays);
  g_free (self);
}

gint64
accord_availability_get_days (AccordAvailability *self,
                              AccordMember       *member,
                              AccordDate          first,
                              AccordDate          last)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (ACCORD_IS_MEMBER (member), 0);

  return accord_wide_divide_round (availability_sum_for (self, member, TRUE, first, last), ACCORD_RATE_ONE);
}

AccordRate
accord_availability_get_factor (AccordAvailability *self,
                                AccordMember       *member,
                                AccordDate          first,
                                AccordDate          last)
{
  int days;

  g_return_val_if_fail (self != NULL, ACCORD_UNKNOWN);
  g_return_val_if_fail (ACCORD_IS_MEMBER (member), ACCORD_UNKNOWN);

  days = availability_working_days (self, first, last);
  if (days == 0)
    return ACCORD_UNKNOWN;

  return accord_wide_divide_round (availability_sum_for (self, member, TRUE, first, last),
                                   (AccordWide) days * ACCORD_RATE_ONE);
}

gint64
accord_availability_get_weeks (AccordAvailability *self,
                               AccordMember       *member,
                               AccordDate          first,
                               AccordDate          last)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (ACCORD_IS_MEMBER (member), 0);

  return accord_wide_divide_round (availability_sum_for (self, member, FALSE, first, last),
                                   (AccordWide) DAYS_A_WEEK * ACCORD_RATE_ONE);
}

gint64
accord_member_get_days (AccordMember *member,
                        GListModel   *memberships,
                        GListModel   *leaves,
                        GListModel   *holidays,
                        AccordDate    first,
                        AccordDate    last)
{
  g_autoptr (AccordAvailability) availability
    = availability_new_for (memberships, leaves, holidays, accord_record_get_id (ACCORD_RECORD (member)));

  return accord_availability_get_days (availability, member, first, last);
}

AccordRate
accord_member_get_factor (AccordMember *member,
                          GListModel   *memberships,
                          GListModel   *leaves,
                          GListModel   *holidays,
                          AccordDate    first,
                          AccordDate    last)
{
  g_autoptr (AccordAvailability) availability
    = availability_new_for (memberships, leaves, holidays, accord_record_get_id (ACCORD_RECORD (member)));

  return accord_availability_get_factor (availability, member, first, last);
}

gint64
accord_member_get_weeks (AccordMember *member,
                         GListModel   *memberships,
                         GListModel   *leaves,
                         GListModel   *holidays,
                         AccordDate    first,
                         AccordDate    last)
{
  g_autoptr (AccordAvailability) availability
    = availability_new_for (memberships, leaves, holidays, accord_record_get_id (ACCORD_RECORD (member)));

  return accord_availability_get_weeks (availability, member, first, last);
}
