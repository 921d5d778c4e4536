/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-person.h"

#include <glib/gi18n.h>
#include <string.h>

struct _AccordPerson
{
  GObject parent_instance;

  AccordMember *member;
  char *title;
  char *subtitle;
  gboolean leader;
  AccordRate factor;
  guint n_members;
};

G_DEFINE_FINAL_TYPE (AccordPerson, accord_person, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
append_part (GString    *text,
             const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
member_dup_subtitle (AccordMember *member)
{
  g_autoptr (GString) text = g_string_new (accord_member_get_role (member));
  g_autofree char *started = accord_date_format (accord_member_get_started (member));
  g_autofree char *left = accord_date_format (accord_member_get_left (member));
  /* Translators: %s is the date on which a member joined. */
  g_autofree char *since = *started != '\0' ? g_strdup_printf (_("since %s"), started) : g_strdup ("");
  /* Translators: %s is a member's last day. */
  g_autofree char *until = *left != '\0' ? g_strdup_printf (_("until %s"), left) : g_strdup ("");

  append_part (text, since);
  append_part (text, until);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
accord_person_finalize (GObject *object)
{
  AccordPerson *self = ACCORD_PERSON (object);

  g_clear_object (&self->member);
  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (accord_person_parent_class)->finalize (object);
}

static void
accord_person_class_init (AccordPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_person_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
accord_person_init (AccordPerson *self)
{
  self->factor = ACCORD_UNKNOWN;
}

AccordPerson *
accord_person_new_heading (const char *heading,
                           guint       n_members)
{
  AccordPerson *self = g_object_new (ACCORD_TYPE_PERSON, NULL);

  self->title = g_strdup (heading);
  self->subtitle = g_strdup ("");
  self->n_members = n_members;

  return self;
}

AccordPerson *
accord_person_new_member (AccordMember *member,
                          AccordRate    factor)
{
  AccordPerson *self = g_object_new (ACCORD_TYPE_PERSON, NULL);

  self->member = g_object_ref (member);
  self->title = g_strdup (accord_member_get_name (member));
  self->subtitle = member_dup_subtitle (member);
  self->leader = accord_member_get_leader (member);
  self->factor = factor;

  return self;
}

gboolean
accord_person_is_same (AccordPerson *self,
                       AccordPerson *other)
{
  if (self->member != NULL || other->member != NULL)
    return self->member == other->member;

  return strcmp (self->title, other->title) == 0;
}

void
accord_person_update (AccordPerson *self,
                      AccordPerson *other)
{
  if (strcmp (self->title, other->title) == 0 && strcmp (self->subtitle, other->subtitle) == 0
      && self->leader == other->leader && self->factor == other->factor && self->n_members == other->n_members)
    return;

  g_free (self->title);
  g_free (self->subtitle);
  self->title = g_strdup (other->title);
  self->subtitle = g_strdup (other->subtitle);
  self->leader = other->leader;
  self->factor = other->factor;
  self->n_members = other->n_members;
  g_signal_emit (self, signals[CHANGED], 0);
}

AccordMember *
accord_person_get_member (AccordPerson *self)
{
  return self->member;
}

const char *
accord_person_get_title (AccordPerson *self)
{
  return self->title;
}

const char *
accord_person_get_subtitle (AccordPerson *self)
{
  return self->subtitle;
}

gboolean
accord_person_get_leader (AccordPerson *self)
{
  return self->leader;
}

AccordRate
accord_person_get_factor (AccordPerson *self)
{
  return self->factor;
}

guint
accord_person_get_n_members (AccordPerson *self)
{
  return self->n_members;
}
