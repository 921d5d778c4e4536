/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-member.h"

#include "accord-ramp.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordMember
{
  AccordRecord parent_instance;

  char *name;
  char *email;
  char *role;
  gboolean leader;
  AccordDate started;
  AccordDate left;
  char *external;
  char *aliases;
  char *ramp;
  gboolean erased;
};

G_DEFINE_FINAL_TYPE (AccordMember, accord_member, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordMember, name, "name", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordMember, email, "email", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordMember, role, "role", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordMember, leader, "leader", ACCORD_FIELD_BOOLEAN),
  ACCORD_FIELD (AccordMember, started, "started", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordMember, left, "left", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordMember, external, "external", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordMember, aliases, "aliases", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordMember, ramp, "ramp", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordMember, erased, "erased", ACCORD_FIELD_BOOLEAN),
};

static gboolean
accord_member_validate (AccordRecord *record,
                        GError      **error)
{
  AccordMember *self = ACCORD_MEMBER (record);
  g_autoptr (GArray) ramp = NULL;

  if (!accord_record_require (self->name, _("Give the member a name"), error))
    return FALSE;
  if (self->left != ACCORD_DATE_NONE && self->left < self->started)
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE,
                           _("A member cannot leave before joining"));
      return FALSE;
    }

  ramp = accord_ramp_parse (self->ramp, error);

  return ramp != NULL;
}

static void
accord_member_class_init (AccordMemberClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_member_validate;
  accord_record_class_install (record_class, "member", fields, G_N_ELEMENTS (fields));
}

static void
accord_member_init (AccordMember *self)
{
}

AccordMember *
accord_member_new (void)
{
  return g_object_new (ACCORD_TYPE_MEMBER, NULL);
}

ACCORD_DEFINE_TEXT (AccordMember, accord_member, name)
ACCORD_DEFINE_TEXT (AccordMember, accord_member, email)
ACCORD_DEFINE_TEXT (AccordMember, accord_member, role)
ACCORD_DEFINE_VALUE (AccordMember, accord_member, leader, gboolean)
ACCORD_DEFINE_VALUE (AccordMember, accord_member, started, AccordDate)
ACCORD_DEFINE_VALUE (AccordMember, accord_member, left, AccordDate)
ACCORD_DEFINE_TEXT (AccordMember, accord_member, external)
ACCORD_DEFINE_TEXT (AccordMember, accord_member, aliases)
ACCORD_DEFINE_TEXT (AccordMember, accord_member, ramp)
ACCORD_DEFINE_VALUE (AccordMember, accord_member, erased, gboolean)

int
accord_member_compare_names (gconstpointer a,
                             gconstpointer b)
{
  AccordMember *one = *(AccordMember **) a;
  AccordMember *other = *(AccordMember **) b;
  const int names = g_utf8_collate (accord_member_get_name (one), accord_member_get_name (other));
  const gint64 ids[] = { accord_record_get_id (ACCORD_RECORD (one)), accord_record_get_id (ACCORD_RECORD (other)) };

  return names != 0 ? names : (ids[0] > ids[1]) - (ids[0] < ids[1]);
}
