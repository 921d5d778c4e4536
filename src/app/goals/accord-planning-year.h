/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-planning-row.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordPlanningYear:
 *
 * A plan year of the whole team as the Goals page shows it: a row a member under a row a territory, the totals, and the
 * one way to change them. It follows the workspace.
 *
 * Signals: "changed" (figures are others, from the workspace), "totals" (the team's totals or its target are others,
 * typing included).
 */
#define ACCORD_TYPE_PLANNING_YEAR (accord_planning_year_get_type ())
G_DECLARE_FINAL_TYPE (AccordPlanningYear, accord_planning_year, ACCORD, PLANNING_YEAR, GObject)

AccordPlanningYear *accord_planning_year_new (AccordWorkspace *workspace,
                                              int              year);

AccordWorkspace *accord_planning_year_get_workspace (AccordPlanningYear *self);
int accord_planning_year_get_year (AccordPlanningYear *self);
int accord_planning_year_get_decimals (AccordPlanningYear *self);

/* AccordPlanningRow: each territory that has members, by its position, and its members by name; those of none last. Where
 * nobody has a territory there are only members. */
GListModel *accord_planning_year_get_rows (AccordPlanningYear *self);

/* The team's totals as a row. */
AccordPlanningRow *accord_planning_year_get_team (AccordPlanningYear *self);

/* The row of a territory that has members; NULL where there is none. */
AccordPlanningRow *accord_planning_year_find_territory (AccordPlanningYear *self,
                                                        gint64              territory);

guint accord_planning_year_get_n_territories (AccordPlanningYear *self);

/* What the company expects of the team; storing it makes the plan year's record where there is none. */
gint64 accord_planning_year_get_target (AccordPlanningYear *self);
gboolean accord_planning_year_set_target (AccordPlanningYear *self,
                                          gint64              target,
                                          GError            **error);

/* Shows what an edit of a member's row would make, in its row and the totals, storing nothing: for every keystroke. edit
 * NULL shows again what is stored. FALSE with an error for the user, and what is stored shown. */
gboolean accord_planning_year_preview (AccordPlanningYear      *self,
                                       AccordPlanningRow       *row,
                                       const AccordFiguresEdit *edit,
                                       GError                 **error);

/* Whether that edit can be made. */
gboolean accord_planning_year_check (AccordPlanningYear      *self,
                                     AccordPlanningRow       *row,
                                     const AccordFiguresEdit *edit,
                                     GError                 **error);

/* Stores edits of rows, one of each, as one step for Undo named label. What an edit leaves as it is is not touched: a
 * quota that was imported by months stays as it is where the same year is typed. */
gboolean accord_planning_year_store (AccordPlanningYear      *self,
                                     GPtrArray               *rows,
                                     const AccordFiguresEdit *edits,
                                     const char              *label,
                                     GError                 **error);

G_END_DECLS
