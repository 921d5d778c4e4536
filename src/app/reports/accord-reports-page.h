/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-page.h"

G_BEGIN_DECLS

/* What the period's report will hold, for whom, and the export to Excel, off the main loop. */
#define ACCORD_TYPE_REPORTS_PAGE (accord_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordReportsPage, accord_reports_page, ACCORD, REPORTS_PAGE, AccordPage)

G_END_DECLS
