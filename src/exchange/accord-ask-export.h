/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-date.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/*
 * What the team asks of another department in a plan year, for that department: the asks themselves with their
 * reasons, dates, status and replies, of all boards. Drafts are not for it yet. Nothing else of the workspace but the
 * team's name is in the file: no card, no vote, no member's name, and nothing that was asked of others.
 *
 * Asks of cards that only the manager may see go out, for an ask is the manager's own words for the department; those
 * of cards that are for HR alone never do.
 *
 * An existing file is replaced; mode 0600, whole or not at all. Department names are compared without their case.
 * ACCORD_REPORT_ERROR_NOTHING where nothing is asked, or all of it is a draft still or HR's; ACCORD_REPORT_ERROR, and
 * what the store has to say.
 */

/* A page, or as many as it takes. */
gboolean accord_ask_export_pdf (AccordWorkspace *workspace,
                                const char      *department,
                                gint64           year,
                                AccordDate       today,
                                const char      *path,
                                GError         **error);

/* An Excel workbook with one sheet. */
gboolean accord_ask_export_sheet (AccordWorkspace *workspace,
                                  const char      *department,
                                  gint64           year,
                                  AccordDate       today,
                                  const char      *path,
                                  GError         **error);

G_END_DECLS
