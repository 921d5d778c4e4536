/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pay-terms.h"

#include "accord-enums.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordPayTerms
{
  AccordRecord parent_instance;

  char *name;
  AccordPayKind pay_kind;
  char *pay_tiers;
  gint64 pay_threshold;
  gint64 pay_cap;
};

G_DEFINE_FINAL_TYPE (AccordPayTerms, accord_pay_terms, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordPayTerms, name, "name", ACCORD_FIELD_TEXT),
  ACCORD_FIELD_ENUM_OF (AccordPayTerms, pay_kind, "pay-kind", accord_pay_kind_get_type),
  ACCORD_FIELD (AccordPayTerms, pay_tiers, "pay-tiers", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordPayTerms, pay_threshold, "pay-threshold", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordPayTerms, pay_cap, "pay-cap", ACCORD_FIELD_AMOUNT),
};

static gboolean
accord_pay_terms_validate (AccordRecord *record,
                           GError      **error)
{
  AccordPayTerms *self = ACCORD_PAY_TERMS (record);

  return accord_record_require (self->name, _("Give the pay plan a name"), error)
         && accord_record_require_amount (self->pay_threshold, error)
         && accord_record_require_amount (self->pay_cap, error);
}

static void
accord_pay_terms_class_init (AccordPayTermsClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_pay_terms_validate;
  accord_record_class_install (record_class, "pay_terms", fields, G_N_ELEMENTS (fields));
}

static void
accord_pay_terms_init (AccordPayTerms *self)
{
}

AccordPayTerms *
accord_pay_terms_new (void)
{
  return g_object_new (ACCORD_TYPE_PAY_TERMS, NULL);
}

ACCORD_DEFINE_TEXT (AccordPayTerms, accord_pay_terms, name)
ACCORD_DEFINE_VALUE (AccordPayTerms, accord_pay_terms, pay_kind, AccordPayKind)
ACCORD_DEFINE_TEXT (AccordPayTerms, accord_pay_terms, pay_tiers)
ACCORD_DEFINE_VALUE (AccordPayTerms, accord_pay_terms, pay_threshold, gint64)
ACCORD_DEFINE_VALUE (AccordPayTerms, accord_pay_terms, pay_cap, gint64)
