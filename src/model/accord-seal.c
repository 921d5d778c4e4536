/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-seal.h"

#include <glib/gi18n.h>
#include <string.h>

#define FIELD_FORM "accord-field-v1"
#define RECORD_FORM "accord-seal-v1"

G_DEFINE_QUARK (accord-seal-error-quark, accord_seal_error)

static int
compare_names (const void *a,
               const void *b)
{
  const AccordSealField *const *left = a;
  const AccordSealField *const *right = b;

  return strcmp ((*left)->name, (*right)->name);
}

static gboolean
name_is_sound (const char *name)
{
  return name != NULL && *name != '\0'
         && strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789._-/") == strlen (name);
}

/* YYYY-MM-DDTHH:MM:SSZ, and a moment that there is. */
static gboolean
moment_is_sound (const char *moment)
{
  static const char shape[] = "9999-99-99T99:99:99Z";
  g_autoptr (GDateTime) parsed = NULL;

  if (moment == NULL || strlen (moment) != strlen (shape))
    return FALSE;
  for (gsize i = 0; shape[i] != '\0'; i++)
    {
      if (shape[i] == '9' ? !g_ascii_isdigit (moment[i]) : moment[i] != shape[i])
        return FALSE;
    }
  parsed = g_date_time_new_from_iso8601 (moment, NULL);

  return parsed != NULL;
}

/* The fields by name; NULL where a name is unsound or there twice. */
static const AccordSealField **
sort_fields (const AccordSealRecord *record)
{
  g_autofree const AccordSealField **sorted = g_new0 (const AccordSealField *, record->n_fields + 1);

  for (gsize i = 0; i < record->n_fields; i++)
    {
      if (!name_is_sound (record->fields[i].name))
        return NULL;
      sorted[i] = &record->fields[i];
    }
  qsort (sorted, record->n_fields, sizeof *sorted, compare_names);
  for (gsize i = 1; i < record->n_fields; i++)
    {
      if (strcmp (sorted[i - 1]->name, sorted[i]->name) == 0)
        return NULL;
    }

  return g_steal_pointer (&sorted);
}

static void
get_digest (GChecksum *checksum,
            guint8     digest[ACCORD_DIGEST_SIZE])
{
  gsize size = ACCORD_DIGEST_SIZE;

  g_checksum_get_digest (checksum, digest, &size);
  g_assert (size == ACCORD_DIGEST_SIZE);
}

void
accord_seal_field_compute (AccordSealField *field)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_if_fail (field != NULL && field->name != NULL && field->text != NULL && field->salt != NULL);

  /* sizeof counts the closing NUL, which belongs to the form; so does the one that ends the name. */
  g_checksum_update (checksum, (const guchar *) FIELD_FORM, sizeof FIELD_FORM);
  g_checksum_update (checksum, (const guchar *) field->name, (gssize) strlen (field->name) + 1);
  g_checksum_update (checksum, field->salt, ACCORD_SEAL_SALT_SIZE);
  g_checksum_update (checksum, (const guchar *) field->text, (gssize) strlen (field->text));
  get_digest (checksum, field->digest);
}

/* As text, for messages: a format macro cannot stand in a translated string. */
static char *
dup_number (const AccordSealRecord *record)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, record->number);
}

static void
fail_field (const AccordSealRecord *record,
            const char             *name,
            GError                **error)
{
  g_autofree char *number = dup_number (record);

  g_set_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_FIELD,
               /* Translators: the number of a record, then the technical name of a part of it, as "purpose". */
               _("In sealed record %s the field “%s” is not what was sealed"), number, name);
}

static void
fail_record (const AccordSealRecord *record,
             GError                **error)
{
  g_autofree char *number = dup_number (record);

  g_set_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_RECORD,
               _("Sealed record %s is not what was sealed: its number, its time, the record before it or the list of "
                 "its fields was changed"), number);
}

char *
accord_seal_dup_canonical (const AccordSealRecord *record,
                           GError                **error)
{
  g_autofree const AccordSealField **sorted = NULL;
  g_autofree char *previous = NULL;
  GString *text;

  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (record->fields != NULL || record->n_fields == 0, NULL);

  sorted = sort_fields (record);
  if (record->number < 1 || !moment_is_sound (record->sealed_at) || sorted == NULL)
    {
      g_autofree char *number = dup_number (record);

      g_set_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_INVALID, _("Sealed record %s is malformed"), number);
      return NULL;
    }

  previous = accord_digest_to_hex (record->previous);
  text = g_string_new (RECORD_FORM "\n");
  g_string_append_printf (text, "%" G_GINT64_FORMAT "\n%s\n%s\n", record->number, record->sealed_at, previous);
  for (gsize i = 0; i < record->n_fields; i++)
    {
      g_autofree char *hex = accord_digest_to_hex (sorted[i]->digest);

      g_string_append_printf (text, "%s %s\n", sorted[i]->name, hex);
    }

  return g_string_free (text, FALSE);
}

gboolean
accord_seal_compute (const AccordSealRecord *record,
                     guint8                  digest[ACCORD_DIGEST_SIZE],
                     GError                **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (digest != NULL, FALSE);

  canonical = accord_seal_dup_canonical (record, error);
  if (canonical == NULL)
    return FALSE;

  g_checksum_update (checksum, (const guchar *) canonical, (gssize) strlen (canonical));
  get_digest (checksum, digest);

  return TRUE;
}

/* A text whose salt is gone cannot be the sealed one any more: they are erased together. */
static gboolean
field_holds (const AccordSealField *field)
{
  AccordSealField fresh = *field;

  if (field->text == NULL)
    return TRUE;
  if (field->salt == NULL)
    return FALSE;
  accord_seal_field_compute (&fresh);

  return memcmp (fresh.digest, field->digest, ACCORD_DIGEST_SIZE) == 0;
}

gboolean
accord_seal_verify (const AccordSealRecord *record,
                    const guint8            digest[ACCORD_DIGEST_SIZE],
                    char                  **broken_field,
                    GError                **error)
{
  guint8 fresh[ACCORD_DIGEST_SIZE];

  g_return_val_if_fail (record != NULL, FALSE);
  g_return_val_if_fail (digest != NULL, FALSE);

  if (broken_field != NULL)
    *broken_field = NULL;
  if (!accord_seal_compute (record, fresh, error))
    return FALSE;

  for (gsize i = 0; i < record->n_fields; i++)
    {
      if (field_holds (&record->fields[i]))
        continue;
      if (broken_field != NULL)
        *broken_field = g_strdup (record->fields[i].name);
      fail_field (record, record->fields[i].name, error);
      return FALSE;
    }

  if (memcmp (fresh, digest, ACCORD_DIGEST_SIZE) != 0)
    {
      fail_record (record, error);
      return FALSE;
    }

  return TRUE;
}

char *
accord_digest_to_hex (const guint8 digest[ACCORD_DIGEST_SIZE])
{
  GString *hex = g_string_sized_new (2 * ACCORD_DIGEST_SIZE);

  for (int i = 0; i < ACCORD_DIGEST_SIZE; i++)
    g_string_append_printf (hex, "%02x", digest[i]);

  return g_string_free (hex, FALSE);
}

gboolean
accord_digest_parse (const char *hex,
                     guint8      digest[ACCORD_DIGEST_SIZE])
{
  g_return_val_if_fail (hex != NULL, FALSE);

  if (strlen (hex) != 2 * ACCORD_DIGEST_SIZE || strspn (hex, "0123456789abcdef") != 2 * ACCORD_DIGEST_SIZE)
    return FALSE;

  for (int i = 0; i < ACCORD_DIGEST_SIZE; i++)
    digest[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) * 16 + g_ascii_xdigit_value (hex[2 * i + 1]));

  return TRUE;
}
