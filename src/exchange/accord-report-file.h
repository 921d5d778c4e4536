/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AccordReportFile:
 *
 * A file that comes into being whole or not at all: a temporary file beside the target, mode 0600, which takes the
 * target's place when it is done, and vanishes when it is freed before that.
 */
typedef struct _AccordReportFile AccordReportFile;

/* ACCORD_REPORT_ERROR: the target is there and must not be overwritten, is no file, or its folder cannot be written
 * to. */
AccordReportFile *accord_report_file_new (const char *target,
                                          gboolean    overwrite,
                                          GError    **error);
void accord_report_file_free (AccordReportFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordReportFile, accord_report_file_free)

/* What to write to, and the folder that it and the target lie in. */
const char *accord_report_file_get_path (AccordReportFile *self);
const char *accord_report_file_get_folder (AccordReportFile *self);

/* Why writing failed, as far as it can be told: a full disk or not. */
void accord_report_file_set_error (AccordReportFile *self,
                                   GError          **error);

/* Checks that the file is a whole workbook, and puts it in the target's place, durably. */
gboolean accord_report_file_commit (AccordReportFile *self,
                                    GError          **error);

/* The same for a file of another kind, whose writer knows that it is whole. */
gboolean accord_report_file_place (AccordReportFile *self,
                                   GError          **error);

/* Whether the file is a whole ZIP archive of well-formed XML: libxlsxwriter does not notice when it cannot write. */
gboolean accord_report_zip_is_whole (const char *path);

G_END_DECLS
