/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-bulk.h"
#include "accord-member.h"
#include "accord-metric.h"

G_BEGIN_DECLS

/**
 * AccordWeekEntry:
 *
 * What there is of some metrics for the week that begins on a Monday, for everybody, and how it is changed: a number a
 * member and metric, for the period that the metric is measured in (accord-entry-period.h). A snapshot that is read again
 * when it is asked to.
 */
typedef struct _AccordWeekEntry AccordWeekEntry;

/**
 * AccordWeekValue:
 * @value: minor units for money, else billionths of the unit; ACCORD_UNKNOWN where nothing is there
 * @source: where it comes from: typed only where nothing of it was imported
 * @n_parts: how many shorter periods it comes from, as an import by the day gives them; 0 where it is of the period itself
 * @before: what there is for the period before
 */
typedef struct
{
  gint64 value;
  AccordSource source;
  guint n_parts;
  gint64 before;
} AccordWeekValue;

/* The period that a metric's number stands for, both days inclusive. */
typedef struct
{
  AccordDate starts;
  AccordDate ends;
  AccordGrain grain;
} AccordEntryPeriod;

/* metrics (element-type AccordMetric) are kept; they are counted by their place in it. Nothing is read yet. */
AccordWeekEntry *accord_week_entry_new (AccordWorkspace *workspace,
                                        AccordDate       monday,
                                        GPtrArray       *metrics);
void accord_week_entry_free (AccordWeekEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordWeekEntry, accord_week_entry_free)

AccordDate accord_week_entry_get_monday (AccordWeekEntry *self);

/* Borrowed. */
GPtrArray *accord_week_entry_get_metrics (AccordWeekEntry *self);
const AccordEntryPeriod *accord_week_entry_get_period (AccordWeekEntry *self,
                                                       guint            metric);

/* Reads what the file holds now, of one member or (0) of everybody. The store's errors; what was read before stays then. */
gboolean accord_week_entry_read (AccordWeekEntry *self,
                                 gint64           member,
                                 GError         **error);

/* All unknown where nothing was read. */
void accord_week_entry_get (AccordWeekEntry *self,
                            gint64           member,
                            guint            metric,
                            AccordWeekValue *value);

/* Makes value, typed, or nothing (ACCORD_UNKNOWN), what there is in the period: it takes the place of what was imported, of
 * shorter periods too, so that nothing counts twice. FALSE where it is that already, and then nothing is put. */
gboolean accord_week_entry_put (AccordWeekEntry *self,
                                AccordBulk      *bulk,
                                gint64           member,
                                guint            metric,
                                gint64           value);

/* Memberships, leaves, holidays or members may have changed: working days are counted anew. */
void accord_week_entry_forget_days (AccordWeekEntry *self);

/* The member's working days in the week, in billionths of a day: 0 for who is away all week. */
gint64 accord_week_entry_get_days (AccordWeekEntry *self,
                                   AccordMember    *member);

/* How many values there are of these members (element-type AccordMember), and how many there would be if everybody who is
 * at work in the week had all of theirs. */
void accord_week_entry_count (AccordWeekEntry *self,
                              GPtrArray       *members,
                              guint           *n_entered,
                              guint           *n_expected);

G_END_DECLS
