/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "accord-member.h"
#include "accord-rate.h"

G_BEGIN_DECLS

/**
 * AccordPerson:
 *
 * A line of the list of people: a member in a period, or the heading of a group.
 *
 * Signal: "changed", after accord_person_update() where something did.
 */
#define ACCORD_TYPE_PERSON (accord_person_get_type ())
G_DECLARE_FINAL_TYPE (AccordPerson, accord_person, ACCORD, PERSON, GObject)

AccordPerson *accord_person_new_heading (const char *heading,
                                         guint       n_members);

/* factor: what the member counts for in the period; unknown where that says nothing. */
AccordPerson *accord_person_new_member (AccordMember *member,
                                        AccordRate    factor);

/* Whether both are lines for the same: one member, or one heading. */
gboolean accord_person_is_same (AccordPerson *self,
                                AccordPerson *other);

/* Takes over what the other, which is the same, says by now. */
void accord_person_update (AccordPerson *self,
                           AccordPerson *other);

/* NULL for a heading. */
AccordMember *accord_person_get_member (AccordPerson *self);

/* The heading, or the member's name. */
const char *accord_person_get_title (AccordPerson *self);

/* Role and dates; "" for a heading. */
const char *accord_person_get_subtitle (AccordPerson *self);
gboolean accord_person_get_leader (AccordPerson *self);
AccordRate accord_person_get_factor (AccordPerson *self);
guint accord_person_get_n_members (AccordPerson *self);

G_END_DECLS
