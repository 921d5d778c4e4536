/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "accord-seal.h"

/* The known answers were computed without this code, by Python's hashlib, over the form as accord-seal.h gives it:
 *
 *   import hashlib
 *   def field (name, salt, text):
 *     return hashlib.sha256 (b"accord-field-v1\0" + name.encode () + b"\0" + salt + text.encode ()).hexdigest ()
 *   fields = [("purpose", field ("purpose", bytes (range (16)), "Talk about the third quarter")),
 *             ("facts/1", field ("facts/1", bytes (range (16, 32)), "Größe: 4 of 10 calls ☎")),
 *             ("agreement", field ("agreement", b"\xff" * 16, ""))]
 *   lines = ["accord-seal-v1", "1", "2026-11-23T09:30:00Z", "0" * 64] + [n + " " + d for n, d in sorted (fields)]
 *   first = hashlib.sha256 (("\n".join (lines) + "\n").encode ()).hexdigest ()
 *   lines = ["accord-seal-v1", "2", "2026-11-24T00:00:00Z", first]
 *   second = hashlib.sha256 (("\n".join (lines) + "\n").encode ()).hexdigest ()
 */
#define PURPOSE "8311b0291fa4ebb91ad86afcb56b1c365f89c27898b5d9d0e755e334fdd978e3"
#define FACTS "1a7d5d9e41fde751966ab909ecc184d2e6c97abf28c2f17a36dec6131916d302"
#define AGREEMENT "8e49905e65c2032365bb0d2516572716d3eec6cce2016c616387fc415f7898c4"
#define FIRST "c8903b718cd3863ea44b7b30ffac450fc6958a92583420a04b8854f4425ed388"
#define SECOND "a38d33e09663f32affd1d7c2d3ead3d187b5644a8a5b888d3126bd6b93462eb3"

typedef struct
{
  guint8 salts[3][ACCORD_SEAL_SALT_SIZE];
  AccordSealField fields[3];
  AccordSealRecord record;
  guint8 digest[ACCORD_DIGEST_SIZE];
} Fixture;

static void
set_up (Fixture    *fixture,
        const void *data)
{
  static const char *const names[] = { "purpose", "facts/1", "agreement" };
  static const char *const texts[] = { "Talk about the third quarter", "Größe: 4 of 10 calls ☎", "" };

  for (guint i = 0; i < ACCORD_SEAL_SALT_SIZE; i++)
    {
      fixture->salts[0][i] = (guint8) i;
      fixture->salts[1][i] = (guint8) (16 + i);
      fixture->salts[2][i] = 0xff;
    }
  for (gsize i = 0; i < 3; i++)
    {
      fixture->fields[i] = (AccordSealField) { .name = names[i], .text = texts[i], .salt = fixture->salts[i] };
      accord_seal_field_compute (&fixture->fields[i]);
    }
  fixture->record.number = 1;
  fixture->record.sealed_at = "2026-11-23T09:30:00Z";
  fixture->record.fields = fixture->fields;
  fixture->record.n_fields = 3;
  g_assert_true (accord_seal_compute (&fixture->record, fixture->digest, NULL));
}

static void
tear_down (Fixture    *fixture,
           const void *data)
{
}

static void
assert_digest (const guint8 *digest,
               const char   *expected)
{
  g_autofree char *hex = accord_digest_to_hex (digest);

  g_assert_cmpstr (hex, ==, expected);
}

static void
test_known_answers (Fixture    *fixture,
                    const void *data)
{
  AccordSealRecord next = { .number = 2, .sealed_at = "2026-11-24T00:00:00Z" };
  g_autofree char *canonical = accord_seal_dup_canonical (&fixture->record, NULL);
  guint8 digest[ACCORD_DIGEST_SIZE];

  assert_digest (fixture->fields[0].digest, PURPOSE);
  assert_digest (fixture->fields[1].digest, FACTS);
  assert_digest (fixture->fields[2].digest, AGREEMENT);
  assert_digest (fixture->digest, FIRST);
  g_assert_cmpstr (canonical, ==,
                   "accord-seal-v1\n1\n2026-11-23T09:30:00Z\n"
                   "0000000000000000000000000000000000000000000000000000000000000000\n"
                   "agreement " AGREEMENT "\nfacts/1 " FACTS "\npurpose " PURPOSE "\n");

  memcpy (next.previous, fixture->digest, ACCORD_DIGEST_SIZE);
  g_assert_true (accord_seal_compute (&next, digest, NULL));
  assert_digest (digest, SECOND);
}

static void
assert_holds (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *broken = NULL;

  accord_seal_verify (&fixture->record, fixture->digest, &broken, &error);
  g_assert_no_error (error);
  g_assert_null (broken);
}

static void
assert_broken (Fixture    *fixture,
               int         code,
               const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *broken = NULL;

  g_assert_false (accord_seal_verify (&fixture->record, fixture->digest, &broken, &error));
  g_assert_error (error, ACCORD_SEAL_ERROR, code);
  g_assert_cmpstr (broken, ==, field);
}

static void
test_holds (Fixture    *fixture,
            const void *data)
{
  AccordSealField swapped = fixture->fields[0];

  assert_holds (fixture);
  /* The order that fields are given in is no part of the form. */
  fixture->fields[0] = fixture->fields[2];
  fixture->fields[2] = swapped;
  assert_holds (fixture);
}

static void
test_erased (Fixture    *fixture,
             const void *data)
{
  for (gsize i = 0; i < 3; i++)
    {
      fixture->fields[i].text = NULL;
      fixture->fields[i].salt = NULL;
      assert_holds (fixture);
    }
  /* With the texts gone their digests still count. */
  fixture->fields[1].digest[7] ^= 1;
  assert_broken (fixture, ACCORD_SEAL_ERROR_RECORD, NULL);
}

static void
test_broken_field (Fixture    *fixture,
                   const void *data)
{
  fixture->fields[1].text = "Größe: 5 of 10 calls ☎";
  assert_broken (fixture, ACCORD_SEAL_ERROR_FIELD, "facts/1");
  /* Nor does it help to make the field's digest fit. */
  accord_seal_field_compute (&fixture->fields[1]);
  assert_broken (fixture, ACCORD_SEAL_ERROR_RECORD, NULL);
}

static void
test_broken_salt (Fixture    *fixture,
                  const void *data)
{
  fixture->salts[0][15] ^= 0x80;
  assert_broken (fixture, ACCORD_SEAL_ERROR_FIELD, "purpose");
  fixture->fields[0].salt = NULL;
  assert_broken (fixture, ACCORD_SEAL_ERROR_FIELD, "purpose");
}

static void
test_broken_record (Fixture    *fixture,
                    const void *data)
{
  fixture->record.number = 2;
  assert_broken (fixture, ACCORD_SEAL_ERROR_RECORD, NULL);
  fixture->record.number = 1;
  fixture->record.sealed_at = "2026-11-23T09:30:01Z";
  assert_broken (fixture, ACCORD_SEAL_ERROR_RECORD, NULL);
  fixture->record.sealed_at = "2026-11-23T09:30:00Z";
  fixture->record.n_fields = 2;
  assert_broken (fixture, ACCORD_SEAL_ERROR_RECORD, NULL);
  fixture->record.n_fields = 3;
  fixture->record.previous[0] = 1;
  assert_broken (fixture, ACCORD_SEAL_ERROR_RECORD, NULL);
  fixture->record.previous[0] = 0;
  fixture->fields[0].name = "purposes";
  assert_broken (fixture, ACCORD_SEAL_ERROR_FIELD, "purposes");
  fixture->fields[0].name = "purpose";
  assert_holds (fixture);
}

static void
test_invalid (Fixture    *fixture,
              const void *data)
{
  static const char *const names[] = { "", "two words", "Purpose", "line\nbreak", "größe", "facts/1" };
  static const char *const moments[] = { "", "2026-11-23", "2026-11-23T09:30:00", "2026-11-23T09:30:00+01:00",
                                         "2026-13-23T09:30:00Z", "2026-11-23 09:30:00Z", "2026-11-23T09:30:00Z " };

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      fixture->record.sealed_at = moments[i];
      assert_broken (fixture, ACCORD_SEAL_ERROR_INVALID, NULL);
    }
  fixture->record.sealed_at = "2026-11-23T09:30:00Z";
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      fixture->fields[0].name = names[i];
      assert_broken (fixture, ACCORD_SEAL_ERROR_INVALID, NULL);
    }
  fixture->fields[0].name = "purpose";
  fixture->record.number = 0;
  assert_broken (fixture, ACCORD_SEAL_ERROR_INVALID, NULL);
}

static void
test_hex (void)
{
  guint8 digest[ACCORD_DIGEST_SIZE];

  g_assert_true (accord_digest_parse (FIRST, digest));
  assert_digest (digest, FIRST);
  g_assert_false (accord_digest_parse ("", digest));
  g_assert_false (accord_digest_parse (FIRST "0", digest));
  g_assert_false (accord_digest_parse ("C8903B718CD3863EA44B7B30FFAC450FC6958A92583420A04B8854F4425ED388", digest));
  g_assert_false (accord_digest_parse ("x8903b718cd3863ea44b7b30ffac450fc6958a92583420a04b8854f4425ed388", digest));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/seal/known-answers", test_known_answers);
  ADD ("/seal/holds", test_holds);
  ADD ("/seal/erased", test_erased);
  ADD ("/seal/broken-field", test_broken_field);
  ADD ("/seal/broken-salt", test_broken_salt);
  ADD ("/seal/broken-record", test_broken_record);
  ADD ("/seal/invalid", test_invalid);
  g_test_add_func ("/seal/hex", test_hex);

  return g_test_run ();
}
