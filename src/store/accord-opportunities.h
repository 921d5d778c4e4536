/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-opportunity-state.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* A deal as a CRM knows it. Texts are borrowed by put, owned by what read gives. external is the CRM's id. closed is
 * the expected close of an open one. amount in minor units or ACCORD_UNKNOWN. */
typedef struct
{
  gint64 id;
  char *external;
  gint64 member;
  char *account;
  char *product;
  char *stage;
  AccordOpportunityState state;
  AccordDate created;
  AccordDate closed;
  gint64 amount;
} AccordOpportunity;

void accord_opportunity_free (AccordOpportunity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordOpportunity, accord_opportunity_free)

/* Stores all or nothing, by external id, and notes each one's stage as seen on the day observed: the dated stage
 * history. ACCORD_DATE_NONE notes nothing: for an import that brings the whole history with it,
 * accord_opportunities_observe(). */
gboolean accord_opportunities_put (AccordWorkspace         *workspace,
                                   const AccordOpportunity *opportunities,
                                   gsize                    n_opportunities,
                                   AccordDate               observed,
                                   GError                 **error);

/* A dated observation of a stage. */
typedef struct
{
  gint64 opportunity;
  AccordDate observed;
  char *stage;
  AccordOpportunityState state;
} AccordStageObservation;

/* Stages seen on earlier days, for an import that brings history with it; opportunity is an id that put gave. */
gboolean accord_opportunities_observe (AccordWorkspace              *workspace,
                                       const AccordStageObservation *observations,
                                       gsize                         n_observations,
                                       GError                      **error);

/* Opportunities of a member (0: all), closed or due in first … last (ACCORD_DATE_NONE: no bound), by id. GPtrArray
 * that owns them. */
GPtrArray *accord_opportunities_read (AccordWorkspace *workspace,
                                      gint64           member,
                                      AccordDate       first,
                                      AccordDate       last,
                                      GError         **error);

/* The id that a new opportunity gets next. */
gboolean accord_opportunities_read_next_id (AccordWorkspace *workspace,
                                            gint64          *id,
                                            GError         **error);

/* What was seen on a day: a GPtrArray of AccordStageObservation that owns them, by opportunity. */
GPtrArray *accord_opportunities_read_observed (AccordWorkspace *workspace,
                                               AccordDate       day,
                                               GError         **error);
void accord_stage_observation_free (AccordStageObservation *self);

/* Whether there is any opportunity at all. */
gboolean accord_opportunities_read_any (AccordWorkspace *workspace,
                                        gboolean        *any,
                                        GError         **error);

/* Won amount by close date: what a member (0: the team) booked in first … last; won deals whose amount is not known add
 * nothing, and where there are no others it is unknown. Where the workspace has no opportunities at all, imported actuals of a
 * money metric named "Bookings" stand in their place, as accord_quarter_has_period() has it: a week by its Thursday, a year's
 * not at all; unknown where there is neither. */
gint64 accord_opportunities_bookings (AccordWorkspace *workspace,
                                      gint64           member,
                                      AccordDate       first,
                                      AccordDate       last);

/* What the team booked in the month, or what is on record for a period that begins in it; of a week, day is its Thursday. */
typedef struct
{
  AccordDate day;
  gint64 amount;
} AccordBooking;

/* All that accord_opportunities_bookings() would add up for the team, in one reading: GArray of AccordBooking. complete tells
 * whether a month that is not in it has 0; else it is unknown. NULL with a message in the log where it cannot be read. */
GArray *accord_opportunities_list_bookings (AccordWorkspace *workspace,
                                            gboolean        *complete);

G_END_DECLS
