/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The canonical form of a sealed conversation, version 1. It is fixed for ever: a file sealed today has to verify in
 * ten years. A later form gets another name in its first line and lives beside this one.
 *
 * A record has a number, the moment it was sealed, the digest of the record sealed before it, and fields. A field has a
 * name, a text and a salt of 16 random bytes. Digests are SHA-256; + is concatenation; NUL is one byte 0.
 *
 *   digest of a field  = SHA-256 ("accord-field-v1" + NUL + name + NUL + salt + text)
 *   digest of a record = SHA-256 of these lines, each ended by one LF (byte 10), no other bytes:
 *     accord-seal-v1
 *     number, decimal, without leading zeros
 *     sealed at, UTC: YYYY-MM-DDTHH:MM:SSZ
 *     previous digest, 64 lower-case hex digits; 64 zeros for the first record
 *     for each field, sorted by name bytewise: name + one space + its digest as 64 lower-case hex digits
 *
 * The text is UTF-8 as it was stored, neither normalised nor trimmed, without a closing NUL; an empty text is a text. A
 * name is one or more of a-z 0-9 . _ - / and appears once. Texts enter by their digests alone, so a text and its salt
 * can be erased (a person's right) while the record, and the chain over it, still verify; and without the salt a digest
 * says nothing about a text that one could guess. Tamper-evident, not tamper-proof: who can rewrite the whole chain can
 * rewrite it all. */

#define ACCORD_DIGEST_SIZE 32
#define ACCORD_SEAL_SALT_SIZE 16

#define ACCORD_SEAL_ERROR (accord_seal_error_quark ())

typedef enum
{
  ACCORD_SEAL_ERROR_INVALID, /* this is no record: a bad number, moment or name, a name twice */
  ACCORD_SEAL_ERROR_FIELD,   /* a field's text is not the one that was sealed */
  ACCORD_SEAL_ERROR_RECORD,  /* number, moment, predecessor or the list of fields is not what was sealed */
} AccordSealError;

GQuark accord_seal_error_quark (void);

/**
 * AccordSealField:
 * @name: see above
 * @text: (nullable): the text; %NULL once erased
 * @salt: (nullable): ACCORD_SEAL_SALT_SIZE bytes; %NULL once erased
 * @digest: the field's digest, as stored; accord_seal_field_compute() sets it
 *
 * All borrowed.
 */
typedef struct
{
  const char *name;
  const char *text;
  const guint8 *salt;
  guint8 digest[ACCORD_DIGEST_SIZE];
} AccordSealField;

/**
 * AccordSealRecord:
 * @number: the record's number, >= 1
 * @sealed_at: see above
 * @previous: digest of the record before, zeros for the first
 * @fields: in any order
 */
typedef struct
{
  gint64 number;
  const char *sealed_at;
  guint8 previous[ACCORD_DIGEST_SIZE];
  const AccordSealField *fields;
  gsize n_fields;
} AccordSealRecord;

/* Sets the field's digest from its name, text and salt, which must all be there. */
void accord_seal_field_compute (AccordSealField *field);

/* The record's digest from its fields' digests. ACCORD_SEAL_ERROR_INVALID where it is no record. */
gboolean accord_seal_compute (const AccordSealRecord *record, guint8 digest[ACCORD_DIGEST_SIZE], GError **error);

/* The bytes that the record's digest is taken over, for whoever checks by other means. NULL where it is no record. */
char *accord_seal_dup_canonical (const AccordSealRecord *record, GError **error);

/* Whether record is the one that digest was taken of. Each text that is still there must match its field's digest; the
 * first that does not is named in the error and in broken_field (optional, owned by the caller; NULL for other faults).
 * */
gboolean accord_seal_verify (const AccordSealRecord *record, const guint8 digest[ACCORD_DIGEST_SIZE],
                             char **broken_field, GError **error);

/* 64 lower-case hex digits, and back; FALSE for anything else. */
char *accord_digest_to_hex (const guint8 digest[ACCORD_DIGEST_SIZE]);
gboolean accord_digest_parse (const char *hex, guint8 digest[ACCORD_DIGEST_SIZE]);

G_END_DECLS
