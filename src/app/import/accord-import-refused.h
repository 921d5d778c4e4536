/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-plan.h"

G_BEGIN_DECLS

/* The refused rows of a plan under the file's header, as UTF-8 with the file's delimiter and a last column with the
 * reason: to be mended and read in again. */
GBytes *accord_import_refused_to_csv (AccordImportPlan *plan,
                                      AccordCsv        *csv);

G_END_DECLS
