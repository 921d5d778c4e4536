/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-figures-edit.h"
#include "accord-member.h"

G_BEGIN_DECLS

typedef enum
{
  ACCORD_PLANNING_COLUMN_MEMBER,
  ACCORD_PLANNING_COLUMN_TERRITORY,
  ACCORD_PLANNING_COLUMN_QUOTA,
  ACCORD_PLANNING_COLUMN_COMMITMENT,
  ACCORD_PLANNING_COLUMN_STRETCH,
  ACCORD_PLANNING_COLUMN_Q1,
  ACCORD_PLANNING_COLUMN_Q2,
  ACCORD_PLANNING_COLUMN_Q3,
  ACCORD_PLANNING_COLUMN_Q4,
  ACCORD_PLANNING_COLUMN_STATE,
  ACCORD_PLANNING_N_COLUMNS,
} AccordPlanningColumn;

/* The title of a column, for reading. */
const char *accord_planning_column_get_title (AccordPlanningColumn column);

/* Whether it holds money, right-aligned. */
gboolean accord_planning_column_is_money (AccordPlanningColumn column);

/* FALSE where the column cannot be typed in. */
gboolean accord_planning_column_get_figure (AccordPlanningColumn column,
                                            AccordFigure        *figure);

/* Where a member's plan stands. */
typedef enum
{
  ACCORD_PLANNING_NO_PLAN,
  ACCORD_PLANNING_PLANNED,   /* begun, nothing committed */
  ACCORD_PLANNING_COMMITTED, /* committed, and the plan says the same */
  ACCORD_PLANNING_CHANGED,   /* committed, and the plan was changed since */
  ACCORD_PLANNING_BELOW,     /* what is promised is less than the quota: it went up since, or is not planned through */
} AccordPlanningState;

typedef enum
{
  ACCORD_PLANNING_ROW_TEAM,
  ACCORD_PLANNING_ROW_TERRITORY,
  ACCORD_PLANNING_ROW_MEMBER,
} AccordPlanningRowKind;

/**
 * AccordPlanningRow:
 *
 * A row of the planning view: a member's year, or what a territory or the team comes to.
 *
 * Signals: "changed" (what it shows is another).
 */
#define ACCORD_TYPE_PLANNING_ROW (accord_planning_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordPlanningRow, accord_planning_row, ACCORD, PLANNING_ROW, GObject)

/* territory is an id, 0: none, and name its name. */
AccordPlanningRow *accord_planning_row_new_member (AccordMember *member,
                                                   gint64        territory,
                                                   const char   *name);
AccordPlanningRow *accord_planning_row_new_total (AccordPlanningRowKind kind,
                                                  gint64                territory,
                                                  const char           *name);

AccordPlanningRowKind accord_planning_row_get_kind (AccordPlanningRow *self);

/* NULL in a total. */
AccordMember *accord_planning_row_get_member (AccordPlanningRow *self);
gint64 accord_planning_row_get_member_id (AccordPlanningRow *self);
gint64 accord_planning_row_get_territory (AccordPlanningRow *self);
const AccordMemberFigures *accord_planning_row_get_figures (AccordPlanningRow *self);
AccordPlanningState accord_planning_row_get_state (AccordPlanningRow *self);

/* What the totals are of; unused in a member's row. */
const AccordRollUpTotals *accord_planning_row_get_totals (AccordPlanningRow *self);

void accord_planning_row_set_figures (AccordPlanningRow         *self,
                                      const AccordMemberFigures *figures,
                                      AccordPlanningState        state);
void accord_planning_row_set_totals (AccordPlanningRow        *self,
                                     const AccordRollUpTotals *totals);

/* By territory's order (the caller's), then the leader, then by name: for members of one territory. */
int accord_planning_row_compare (AccordPlanningRow *self,
                                 AccordPlanningRow *other);

/* Whether it is the member's row under that territory, and has their name and place as they are now. */
gboolean accord_planning_row_is_of (AccordPlanningRow *self,
                                    AccordMember      *member,
                                    gint64             territory,
                                    const char        *name);

/* Whether both are rows of the same record under the same names, whatever their figures. */
gboolean accord_planning_row_is_same (AccordPlanningRow *self,
                                      AccordPlanningRow *other);

/* Whether the name has the words, which g_utf8_casefold() has folded. */
gboolean accord_planning_row_matches (AccordPlanningRow *self,
                                      const char        *folded);

/* The cell as text: for reading with reading, else as one types it and as it is copied. (transfer full) */
char *accord_planning_row_dup_text (AccordPlanningRow   *self,
                                    AccordPlanningColumn column,
                                    int                  decimals,
                                    gboolean             reading);

/* Money of a column, ACCORD_UNKNOWN in those that hold none. */
gint64 accord_planning_row_get_amount (AccordPlanningRow   *self,
                                       AccordPlanningColumn column);

/* A name for assistive technologies: whose cell, which, and what it holds. (transfer full) */
char *accord_planning_row_dup_label (AccordPlanningRow   *self,
                                     AccordPlanningColumn column,
                                     int                  decimals);

G_END_DECLS
