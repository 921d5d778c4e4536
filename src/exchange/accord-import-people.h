/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-member.h"

G_BEGIN_DECLS

/**
 * AccordImportPeople:
 *
 * The members that a file can name: those of the workspace and those of the file itself, by name, e-mail, number or
 * other name.
 */
typedef struct _AccordImportPeople AccordImportPeople;

AccordImportPeople *accord_import_people_new (void);
void accord_import_people_free (AccordImportPeople *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordImportPeople, accord_import_people_free)

/* Takes a reference; an erased member is not taken in. */
void accord_import_people_add (AccordImportPeople *self,
                               AccordMember       *member);

typedef enum
{
  ACCORD_IMPORT_MATCH_ONE,
  ACCORD_IMPORT_MATCH_NONE,
  ACCORD_IMPORT_MATCH_NEAR,    /* nobody, but somebody is called nearly so */
  ACCORD_IMPORT_MATCH_SEVERAL, /* nobody can tell which of them */
} AccordImportMatch;

/* Looks somebody up by what a cell holds, blanks and case aside. found (borrowed) is the one, or the near one: NULL for
 * others. */
AccordImportMatch accord_import_people_find (AccordImportPeople *self,
                                             const char         *text,
                                             AccordMember      **found);

/* The same by one key alone, without near ones: the number, the e-mail, or a name or other name. */
AccordImportMatch accord_import_people_find_number (AccordImportPeople *self,
                                                    const char         *text,
                                                    AccordMember      **found);
AccordImportMatch accord_import_people_find_email (AccordImportPeople *self,
                                                   const char         *text,
                                                   AccordMember      **found);
AccordImportMatch accord_import_people_find_name (AccordImportPeople *self,
                                                  const char         *text,
                                                  AccordMember      **found);

/* Somebody whose name is the same words in another order or with other accents; slips too unless strict. NULL for
 * nobody. (transfer none) */
AccordMember *accord_import_people_find_near (AccordImportPeople *self,
                                              const char         *text,
                                              gboolean            strict);

G_END_DECLS
