/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-person.h"

G_BEGIN_DECLS

/* Shows a line of the list of people; it has to stand in a list item, which it names. */
#define ACCORD_TYPE_PERSON_ROW (accord_person_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordPersonRow, accord_person_row, ACCORD, PERSON_ROW, AdwBin)

AccordPerson *accord_person_row_get_person (AccordPersonRow *self);
void accord_person_row_set_person (AccordPersonRow *self,
                                   AccordPerson    *person);

G_END_DECLS
