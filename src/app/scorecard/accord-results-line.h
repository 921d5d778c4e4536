/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-results.h"

G_BEGIN_DECLS

typedef enum
{
  ACCORD_RESULTS_TEAM,
  ACCORD_RESULTS_TERRITORY,
  ACCORD_RESULTS_MEMBER,
} AccordResultsKind;

/**
 * AccordResultsLine:
 *
 * A line of the table of results: the team's, a territory's or a member's.
 *
 * Signal "changed": it is about other results now.
 */
#define ACCORD_TYPE_RESULTS_LINE (accord_results_line_get_type ())
G_DECLARE_FINAL_TYPE (AccordResultsLine, accord_results_line, ACCORD, RESULTS_LINE, GObject)

/* member and territory are 0 where it is none's. n_members is how many a territory or the team has. */
AccordResultsLine *accord_results_line_new (AccordResultsKind kind,
                                            gint64            member,
                                            gint64            territory,
                                            const char       *name,
                                            guint             n_members);

AccordResultsKind accord_results_line_get_kind (AccordResultsLine *self);
gint64 accord_results_line_get_member (AccordResultsLine *self);
gint64 accord_results_line_get_territory (AccordResultsLine *self);
const char *accord_results_line_get_name (AccordResultsLine *self);
guint accord_results_line_get_n_members (AccordResultsLine *self);

/* Which place it has among the members, 0 for none. */
guint accord_results_line_get_place (AccordResultsLine *self);

/* Results is NULL before the first time. */
void accord_results_line_set_results (AccordResultsLine *self,
                                      AccordResults     *results,
                                      guint              place);
AccordResults *accord_results_line_get_results (AccordResultsLine *self);

/* The scorecard's row for a metric, or ACCORD_RESULTS_NO_ROW. */
guint accord_results_line_find_row (AccordResultsLine *self,
                                    guint              metric);

/* Whether both are the same one's line under the same name. */
gboolean accord_results_line_equal (AccordResultsLine *self,
                                    AccordResultsLine *other);

G_END_DECLS
