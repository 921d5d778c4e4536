/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-commitment.h"

#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordCommitment
{
  AccordRecord parent_instance;

  gint64 member;
  gint64 year;
  gint64 version;
  gint64 quota;
  gint64 amount;
  gint64 q1;
  gint64 q2;
  gint64 q3;
  gint64 q4;
  gint64 partner;
  AccordDate committed_on;
  char *because;
  char *reason;
};

G_DEFINE_FINAL_TYPE (AccordCommitment, accord_commitment, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordCommitment, member, "member", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordCommitment, year, "year", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordCommitment, version, "version", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordCommitment, quota, "quota", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordCommitment, amount, "amount", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordCommitment, q1, "q1", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordCommitment, q2, "q2", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordCommitment, q3, "q3", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordCommitment, q4, "q4", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordCommitment, partner, "partner", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordCommitment, committed_on, "committed-on", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordCommitment, because, "because", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordCommitment, reason, "reason", ACCORD_FIELD_TEXT),
};

static gboolean
accord_commitment_validate (AccordRecord *record,
                            GError      **error)
{
  AccordCommitment *self = ACCORD_COMMITMENT (record);

  if (!accord_record_require_range (self->member, 1, G_MAXINT64, _("A commitment belongs to a member"), error)
      || !accord_record_require_amount (self->amount, error))
    return FALSE;
  if (self->amount == ACCORD_UNKNOWN)
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_MISSING, _("Say how much is committed"));
      return FALSE;
    }
  /* Each part is at most the whole, so that their sum cannot run over. */
  if (self->q1 < 0 || self->q2 < 0 || self->q3 < 0 || self->q4 < 0
      || self->q1 > self->amount || self->q2 > self->amount || self->q3 > self->amount || self->q4 > self->amount
      || self->q1 + self->q2 + self->q3 + self->q4 != self->amount)
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_SUM,
                           _("The four quarters do not add up to the commitment"));
      return FALSE;
    }
  if (self->quota != ACCORD_UNKNOWN && self->amount < self->quota)
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE,
                           _("A commitment is the quota or more"));
      return FALSE;
    }
  if (self->version > 1 && !accord_record_require (self->reason, _("Say why the commitment changes"), error))
    return FALSE;
  if (self->partner == self->member)
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE,
                           _("The accountability partner is another member"));
      return FALSE;
    }

  return accord_record_require_range (self->version, 1, G_MAXINT64, _("Versions count from 1"), error);
}

static void
accord_commitment_class_init (AccordCommitmentClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_commitment_validate;
  accord_record_class_install (record_class, "commitment", fields, G_N_ELEMENTS (fields));
}

static void
accord_commitment_init (AccordCommitment *self)
{
}

AccordCommitment *
accord_commitment_new (void)
{
  return g_object_new (ACCORD_TYPE_COMMITMENT, NULL);
}

ACCORD_DEFINE_VALUE (AccordCommitment, accord_commitment, member, gint64)
ACCORD_DEFINE_VALUE (AccordCommitment, accord_commitment, year, gint64)
ACCORD_DEFINE_VALUE (AccordCommitment, accord_commitment, version, gint64)
ACCORD_DEFINE_VALUE (AccordCommitment, accord_commitment, quota, gint64)
ACCORD_DEFINE_VALUE (AccordCommitment, accord_commitment, amount, gint64)
ACCORD_DEFINE_VALUE (AccordCommitment, accord_commitment, q1, gint64)
ACCORD_DEFINE_VALUE (AccordCommitment, accord_commitment, q2, gint64)
ACCORD_DEFINE_VALUE (AccordCommitment, accord_commitment, q3, gint64)
ACCORD_DEFINE_VALUE (AccordCommitment, accord_commitment, q4, gint64)
ACCORD_DEFINE_VALUE (AccordCommitment, accord_commitment, partner, gint64)
ACCORD_DEFINE_VALUE (AccordCommitment, accord_commitment, committed_on, AccordDate)
ACCORD_DEFINE_TEXT (AccordCommitment, accord_commitment, because)
ACCORD_DEFINE_TEXT (AccordCommitment, accord_commitment, reason)
