/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-workspace.h"

G_BEGIN_DECLS

/* What one department is asked because of a plan year's boards, for the department itself: the asks and the answers, never the
 * cards. today stands on it as the day it was made. A file that is there is replaced, and kept where writing fails. */

/* One page to print. */
gboolean accord_ask_export_pdf (AccordWorkspace *workspace,
                                const char      *department,
                                gint64           year,
                                AccordDate       today,
                                const char      *path,
                                GError         **error);

/* A workbook (.xlsx) to fill in. */
gboolean accord_ask_export_sheet (AccordWorkspace *workspace,
                                  const char      *department,
                                  gint64           year,
                                  AccordDate       today,
                                  const char      *path,
                                  GError         **error);

G_END_DECLS
