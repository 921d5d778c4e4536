/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-export.h"

G_BEGIN_DECLS

/* A table on its way into a CSV and a JSON file. Cells come in the order of the columns; after the last one the next row
 * begins. */
typedef struct _AccordExportTable AccordExportTable;

/* columns is a NULL-terminated list of names. */
AccordExportTable *accord_export_table_new (const char        *name,
                                            const char *const *columns);
void accord_export_table_free (AccordExportTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordExportTable, accord_export_table_free)

/* NULL is no text at all: empty in CSV, null in JSON. */
void accord_export_table_add_text (AccordExportTable *self,
                                   const char        *text);
/* number is an exact decimal, or "" for unknown. */
void accord_export_table_add_number (AccordExportTable *self,
                                     const char        *number);
void accord_export_table_add_boolean (AccordExportTable *self,
                                      gboolean           value);
/* ACCORD_DATE_NONE is null. */
void accord_export_table_add_date (AccordExportTable *self,
                                   AccordDate         date);

const char *accord_export_table_get_name (AccordExportTable *self);
guint accord_export_table_get_n_rows (AccordExportTable *self);
/* (transfer full) */
char *accord_export_table_end_csv (AccordExportTable *self);
char *accord_export_table_end_json (AccordExportTable *self);

/* A folder that comes into being whole or not at all. */
typedef struct _AccordExportFolder AccordExportFolder;

AccordExportFolder *accord_export_folder_new (const char *path,
                                              GError    **error);
/* Removes what was written, unless it was committed. */
void accord_export_folder_free (AccordExportFolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordExportFolder, accord_export_folder_free)

gboolean accord_export_folder_write (AccordExportFolder *self,
                                     const char         *name,
                                     const char         *suffix,
                                     const char         *content,
                                     GError            **error);
gboolean accord_export_folder_commit (AccordExportFolder *self,
                                      GError            **error);

G_END_DECLS
