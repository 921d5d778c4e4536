/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-private.h"

G_BEGIN_DECLS

/**
 * AccordImportNames:
 *
 * Whom the cells of a file's member column name: each text is looked up once, and somebody whom nobody knows is made where
 * the options say so.
 */
typedef struct _AccordImportNames AccordImportNames;

AccordImportNames *accord_import_names_new (AccordImportWork *work);
void accord_import_names_free (AccordImportNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordImportNames, accord_import_names_free)

/* NULL with a reason (borrowed). A member in the making becomes one only when a row that goes in needs it. */
AccordMember *accord_import_names_find (AccordImportNames *self,
                                        const char        *text,
                                        const char       **reason);

/* Gives the plan those whom nobody knows by the name that the file has. */
void accord_import_names_tell (AccordImportNames *self);

/* Puts the members in the making whose ids are in needed (of gint64 *), in the order in which the file names them. */
void accord_import_names_put (AccordImportNames *self,
                              GHashTable        *needed);

G_END_DECLS
