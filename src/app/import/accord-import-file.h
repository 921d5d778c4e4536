/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*AccordImportFileChosen) (GtkWindow  *parent,
                                        const char *path,
                                        gpointer    user_data);

/* Asks for a delimited text file, in the folder of the one before it; chosen is not called when nothing is chosen. */
void accord_import_choose_file (GtkWindow             *parent,
                                const char            *title,
                                AccordImportFileChosen chosen,
                                gpointer               user_data);

/* Whether a file of that name is taken for a delimited text file where it is dropped. */
gboolean accord_import_is_file_name (const char *path);

G_END_DECLS
