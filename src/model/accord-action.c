/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-action.h"

#include "accord-enums.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordAction
{
  AccordRecord parent_instance;

  char *what;
  gint64 owner;
  AccordDate due;
  AccordDate done;
  char *outcome;
  gint64 metric;
  gint64 card;
  gint64 conversation;
  AccordAudience audience;
  gint64 strategy;
};

G_DEFINE_FINAL_TYPE (AccordAction, accord_action, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordAction, what, "what", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordAction, owner, "owner", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordAction, due, "due", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordAction, done, "done", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordAction, outcome, "outcome", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordAction, metric, "metric", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordAction, card, "card", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordAction, conversation, "conversation", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD_ENUM_OF (AccordAction, audience, "audience", accord_audience_get_type),
  ACCORD_FIELD (AccordAction, strategy, "strategy", ACCORD_FIELD_REFERENCE),
};

static gboolean
accord_action_validate (AccordRecord *record,
                        GError      **error)
{
  AccordAction *self = ACCORD_ACTION (record);

  return accord_record_require (self->what, _("Say what is to be done"), error);
}

static void
accord_action_class_init (AccordActionClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_action_validate;
  accord_record_class_install (record_class, "action", fields, G_N_ELEMENTS (fields));
}

static void
accord_action_init (AccordAction *self)
{
}

AccordAction *
accord_action_new (void)
{
  return g_object_new (ACCORD_TYPE_ACTION, NULL);
}

ACCORD_DEFINE_TEXT (AccordAction, accord_action, what)
ACCORD_DEFINE_VALUE (AccordAction, accord_action, owner, gint64)
ACCORD_DEFINE_VALUE (AccordAction, accord_action, due, AccordDate)
ACCORD_DEFINE_VALUE (AccordAction, accord_action, done, AccordDate)
ACCORD_DEFINE_TEXT (AccordAction, accord_action, outcome)
ACCORD_DEFINE_VALUE (AccordAction, accord_action, metric, gint64)
ACCORD_DEFINE_VALUE (AccordAction, accord_action, card, gint64)
ACCORD_DEFINE_VALUE (AccordAction, accord_action, conversation, gint64)
ACCORD_DEFINE_VALUE (AccordAction, accord_action, audience, AccordAudience)
ACCORD_DEFINE_VALUE (AccordAction, accord_action, strategy, gint64)
