/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-ask.h"

#include "accord-enums.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordAsk
{
  AccordRecord parent_instance;

  gint64 card;
  char *department;
  char *what;
  char *because;
  AccordDate needed;
  AccordAskStatus status;
  AccordDate asked;
  char *reply;
  AccordDate replied;
};

G_DEFINE_FINAL_TYPE (AccordAsk, accord_ask, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordAsk, card, "card", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordAsk, department, "department", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordAsk, what, "what", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordAsk, because, "because", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordAsk, needed, "needed", ACCORD_FIELD_DATE),
  ACCORD_FIELD_ENUM_OF (AccordAsk, status, "status", accord_ask_status_get_type),
  ACCORD_FIELD (AccordAsk, asked, "asked", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordAsk, reply, "reply", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordAsk, replied, "replied", ACCORD_FIELD_DATE),
};

static gboolean
accord_ask_validate (AccordRecord *record,
                     GError      **error)
{
  AccordAsk *self = ACCORD_ASK (record);

  return accord_record_require_range (self->card, 1, G_MAXINT64, _("An ask belongs to a card"), error)
         && accord_record_require (self->department, _("Say which department is asked"), error)
         && accord_record_require (self->what, _("Say what is asked"), error);
}

static void
accord_ask_class_init (AccordAskClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_ask_validate;
  accord_record_class_install (record_class, "ask", fields, G_N_ELEMENTS (fields));
}

static void
accord_ask_init (AccordAsk *self)
{
}

AccordAsk *
accord_ask_new (void)
{
  return g_object_new (ACCORD_TYPE_ASK, NULL);
}

ACCORD_DEFINE_VALUE (AccordAsk, accord_ask, card, gint64)
ACCORD_DEFINE_TEXT (AccordAsk, accord_ask, department)
ACCORD_DEFINE_TEXT (AccordAsk, accord_ask, what)
ACCORD_DEFINE_TEXT (AccordAsk, accord_ask, because)
ACCORD_DEFINE_VALUE (AccordAsk, accord_ask, needed, AccordDate)
ACCORD_DEFINE_VALUE (AccordAsk, accord_ask, status, AccordAskStatus)
ACCORD_DEFINE_VALUE (AccordAsk, accord_ask, asked, AccordDate)
ACCORD_DEFINE_TEXT (AccordAsk, accord_ask, reply)
ACCORD_DEFINE_VALUE (AccordAsk, accord_ask, replied, AccordDate)

const char *
accord_ask_status_get_label (AccordAskStatus status)
{
  switch (status)
    {
    case ACCORD_ASK_STATUS_DRAFT:
      /* Translators: an ask to another department that has not been sent yet. */
      return C_("ask", "Draft");

    case ACCORD_ASK_STATUS_ASKED:
      return C_("ask", "Asked");

    case ACCORD_ASK_STATUS_AGREED:
      return C_("ask", "Agreed");

    case ACCORD_ASK_STATUS_DECLINED:
      return C_("ask", "Declined");

    case ACCORD_ASK_STATUS_DONE:
      return C_("ask", "Done");

    default:
      g_return_val_if_reached ("");
    }
}
