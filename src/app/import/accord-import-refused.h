/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-import-plan.h"

G_BEGIN_DECLS

/* Asks for a file, and writes the refused rows of the plan into it under their header, as UTF-8 with the delimiter of the file
 * that they come from and a last column with the reason: to be mended and read in again. path is that file's. What comes of it
 * is told in widget's toast overlay. */
void accord_import_save_refused (GtkWidget        *widget,
                                 AccordImportPlan *plan,
                                 AccordCsv        *csv,
                                 const char       *path);

G_END_DECLS
