/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-report.h"

/* How a report is gathered, part by part. */

typedef struct
{
  AccordReport *report;
  AccordWorkspace *workspace;
  GListModel *members;
  GListModel *memberships;
  GListModel *territories;
} AccordReportGather;

/* The member's name; "" for 0. */
const char *accord_report_member_name (AccordReportGather *gather,
                                       gint64              member);

/* The territory's name; "" for 0. */
const char *accord_report_territory_name (AccordReportGather *gather,
                                          gint64              territory);

/* Whether somebody was on the team on some day of the quarter, up to the report's date while it is running. */
gboolean accord_report_was_member (AccordReportGather *gather,
                                   gint64              member);

gboolean accord_report_gather_members (AccordReportGather *gather,
                                       GError            **error);
gboolean accord_report_gather_goals (AccordReportGather *gather,
                                     GError            **error);
gboolean accord_report_gather_boards (AccordReportGather *gather,
                                      GError            **error);
gboolean accord_report_gather_conversations (AccordReportGather *gather,
                                             GError            **error);
gboolean accord_report_gather_actions (AccordReportGather *gather,
                                       GError            **error);

/* Whether the workspace says anything about the plan year. */
gboolean accord_report_year_is_on_file (AccordReportGather *gather,
                                        gboolean           *on_file,
                                        GError            **error);
