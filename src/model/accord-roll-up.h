/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-commitment.h"
#include "accord-date.h"
#include "accord-plan.h"
#include "accord-rate.h"
#include "accord-types.h"

G_BEGIN_DECLS

/**
 * AccordMemberFigures:
 * @quota: what the company assigns for the plan year
 * @commitment: what the member promises: the plan's amount, or where the plan has none the amount committed last
 * @committed: the amount committed last, unknown before the first commitment
 * @quarters: the four parts of @commitment
 *
 * A member's plan year, minor units; each may be ACCORD_UNKNOWN.
 */
typedef struct
{
  gint64 quota;
  gint64 commitment;
  gint64 committed;
  gint64 quarters[4];
} AccordMemberFigures;

/* All unknown. */
#define ACCORD_MEMBER_FIGURES_INIT                                      \
  {                                                                     \
    ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN,                     \
    { ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN } \
  }

/* A member's year as the records have it; plan and commitment (the latest) may be NULL. */
void accord_member_figures_read (AccordMemberFigures *self,
                                 gint64               quota,
                                 AccordPlan          *plan,
                                 AccordCommitment    *commitment);

gboolean accord_member_figures_equal (const AccordMemberFigures *self,
                                      const AccordMemberFigures *other);

/**
 * AccordRollUpTotals:
 * @figures: the sums of what is known; unknown where none of the members' figures is
 * @stretch: the sum of what members promise above their quotas: one member's stretch does not make up for another's gap
 * @n_members: how many members there are
 * @n_quotas: how many of them have a quota
 * @n_planned: how many have a commitment, planned or made
 * @n_committed: how many have committed
 *
 * What a territory, or the whole team, comes to. Minor units.
 */
typedef struct
{
  AccordMemberFigures figures;
  gint64 stretch;
  guint n_members;
  guint n_quotas;
  guint n_planned;
  guint n_committed;
} AccordRollUpTotals;

/**
 * AccordTeamRollUp:
 *
 * A plan year of the whole team, rolled up: the members' figures, the totals of their territories and of the team. To
 * set one member's figures changes its territory's and the team's totals by the difference, whatever the team's size, so
 * that they follow every keystroke.
 *
 * Amounts are at most ACCORD_MONEY_MAX each, which 90,000 members do not carry out of a gint64.
 */
typedef struct _AccordTeamRollUp AccordTeamRollUp;

AccordTeamRollUp *accord_team_roll_up_new (void);
void accord_team_roll_up_free (AccordTeamRollUp *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordTeamRollUp, accord_team_roll_up_free)

/* Reads a plan year from the workspace's lists, going once through each: the members who are on the team in some part of
 * it, each in the territory that held last in it (as of a day in it: that held then). Lists are of AccordMember,
 * AccordMembership, AccordPlan, AccordCommitment and AccordQuota.
 *
 * A member who moves within the year takes the whole year along, the quarters that are past too: the territories' totals
 * go by the territory of today, and do not tell what a territory was assigned in the quarters before the move. The
 * team's totals know no such difference. */
AccordTeamRollUp *accord_team_roll_up_read (GListModel *members,
                                            GListModel *memberships,
                                            GListModel *plans,
                                            GListModel *commitments,
                                            GListModel *quotas,
                                            int         year,
                                            int         fiscal_start,
                                            AccordDate  as_of);

/* The member's figures in a territory (0: in none), in place of what was there: a member that was in another territory
 * has moved. */
void accord_team_roll_up_set (AccordTeamRollUp          *self,
                              gint64                     member,
                              gint64                     territory,
                              const AccordMemberFigures *figures);

/* As accord_team_roll_up_set(), in the territory that the member is in already. The member must be there. */
void accord_team_roll_up_set_figures (AccordTeamRollUp          *self,
                                      gint64                     member,
                                      const AccordMemberFigures *figures);

void accord_team_roll_up_remove (AccordTeamRollUp *self,
                                 gint64            member);

/* FALSE where the member is not there; figures are then unknown and the territory 0. Both may be NULL. */
gboolean accord_team_roll_up_get (AccordTeamRollUp    *self,
                                  gint64               member,
                                  gint64              *territory,
                                  AccordMemberFigures *figures);

/* The totals of the members in a territory; 0: of those that are in none. */
void accord_team_roll_up_get_territory (AccordTeamRollUp   *self,
                                        gint64              territory,
                                        AccordRollUpTotals *totals);

void accord_team_roll_up_get_team (AccordTeamRollUp   *self,
                                   AccordRollUpTotals *totals);

G_END_DECLS
