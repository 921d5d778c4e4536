/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-addendum.h"

#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordAddendum
{
  AccordRecord parent_instance;

  gint64 conversation;
  gint64 number;
  AccordDate entered;
  char *text;
};

G_DEFINE_FINAL_TYPE (AccordAddendum, accord_addendum, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordAddendum, conversation, "conversation", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordAddendum, number, "number", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordAddendum, entered, "entered", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordAddendum, text, "text", ACCORD_FIELD_TEXT),
};

static gboolean
accord_addendum_validate (AccordRecord *record,
                          GError      **error)
{
  AccordAddendum *self = ACCORD_ADDENDUM (record);

  return accord_record_require (self->text, _("Write the addendum"), error);
}

static void
accord_addendum_class_init (AccordAddendumClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_addendum_validate;
  accord_record_class_install (record_class, "addendum", fields, G_N_ELEMENTS (fields));
}

static void
accord_addendum_init (AccordAddendum *self)
{
}

AccordAddendum *
accord_addendum_new (void)
{
  return g_object_new (ACCORD_TYPE_ADDENDUM, NULL);
}

ACCORD_DEFINE_VALUE (AccordAddendum, accord_addendum, conversation, gint64)
ACCORD_DEFINE_VALUE (AccordAddendum, accord_addendum, number, gint64)
ACCORD_DEFINE_VALUE (AccordAddendum, accord_addendum, entered, AccordDate)
ACCORD_DEFINE_TEXT (AccordAddendum, accord_addendum, text)
