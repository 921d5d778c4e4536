/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-account.h"

#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordAccount
{
  AccordRecord parent_instance;

  char *name;
  gboolean ideal;
  char *note;
};

G_DEFINE_FINAL_TYPE (AccordAccount, accord_account, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordAccount, name, "name", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordAccount, ideal, "ideal", ACCORD_FIELD_BOOLEAN),
  ACCORD_FIELD (AccordAccount, note, "note", ACCORD_FIELD_TEXT),
};

static gboolean
accord_account_validate (AccordRecord *record,
                         GError      **error)
{
  return accord_record_require (ACCORD_ACCOUNT (record)->name, _("An account needs a name"), error);
}

static void
accord_account_class_init (AccordAccountClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_account_validate;
  accord_record_class_install (record_class, "account", fields, G_N_ELEMENTS (fields));
}

static void
accord_account_init (AccordAccount *self)
{
}

AccordAccount *
accord_account_new (void)
{
  return g_object_new (ACCORD_TYPE_ACCOUNT, NULL);
}

ACCORD_DEFINE_TEXT (AccordAccount, accord_account, name)
ACCORD_DEFINE_VALUE (AccordAccount, accord_account, ideal, gboolean)
ACCORD_DEFINE_TEXT (AccordAccount, accord_account, note)
