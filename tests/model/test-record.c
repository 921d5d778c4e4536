/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "accord-action.h"
#include "accord-addendum.h"
#include "accord-card.h"
#include "accord-commitment.h"
#include "accord-conversation.h"
#include "accord-goal-entry.h"
#include "accord-goal-viewer.h"
#include "accord-goal.h"
#include "accord-holiday.h"
#include "accord-import-mapping.h"
#include "accord-import-row.h"
#include "accord-import.h"
#include "accord-leave.h"
#include "accord-member.h"
#include "accord-membership.h"
#include "accord-metric.h"
#include "accord-pay-terms.h"
#include "accord-plan-year.h"
#include "accord-plan.h"
#include "accord-quota.h"
#include "accord-settings.h"
#include "accord-target.h"
#include "accord-territory.h"

static GType (*const types[]) (void) = {
  accord_action_get_type,     accord_addendum_get_type,  accord_card_get_type,       accord_commitment_get_type,
  accord_conversation_get_type, accord_goal_get_type,    accord_goal_viewer_get_type, accord_member_get_type,
  accord_membership_get_type, accord_metric_get_type,    accord_plan_get_type,       accord_plan_year_get_type,
  accord_quota_get_type,      accord_settings_get_type,  accord_target_get_type,     accord_territory_get_type,
  accord_goal_entry_get_type, accord_holiday_get_type,   accord_import_get_type,     accord_import_mapping_get_type,
  accord_import_row_get_type, accord_leave_get_type,     accord_pay_terms_get_type,
};

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              guint      *count)
{
  (*count)++;
}

/* Gives the field another value than it has. */
static void
change_field (AccordRecord      *record,
              const AccordField *field)
{
  gint64 value;

  if (field->kind == ACCORD_FIELD_TEXT)
    {
      g_autofree char *longer = g_strconcat (accord_record_read_text (record, field), "x", NULL);

      accord_record_write_text (record, field, longer);
      return;
    }

  value = accord_record_read_integer (record, field);
  accord_record_write_integer (record, field, value == 0 || value == ACCORD_UNKNOWN ? 1 : 0);
}

/* A field that starts at nothing, of every kind of record: each notifies of itself alone, once, and only when it
 * changes. */
static void
test_notify (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (AccordRecord) record = g_object_new (types[i] (), NULL);
      guint n_fields = 0;
      const AccordField *fields = accord_record_get_fields (record, &n_fields);

      g_assert_cmpuint (n_fields, >, 0);
      for (guint k = 0; k < n_fields; k++)
        {
          g_autofree char *signal = g_strconcat ("notify::", fields[k].name, NULL);
          guint n_all = 0;
          guint n_own = 0;
          gulong all = g_signal_connect (record, "notify", G_CALLBACK (count_notify), &n_all);
          gulong own = g_signal_connect (record, signal, G_CALLBACK (count_notify), &n_own);

          change_field (record, &fields[k]);
          g_assert_cmpuint (n_own, ==, 1);
          g_assert_cmpuint (n_all, ==, 1);
          if (fields[k].kind == ACCORD_FIELD_TEXT)
            accord_record_write_text (record, &fields[k], accord_record_read_text (record, &fields[k]));
          else
            accord_record_write_integer (record, &fields[k], accord_record_read_integer (record, &fields[k]));
          g_assert_cmpuint (n_all, ==, 1);
          g_signal_handler_disconnect (record, all);
          g_signal_handler_disconnect (record, own);
        }
    }
}

/* Properties and fields are two doors to the same value. */
static void
test_properties (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (AccordRecord) record = g_object_new (types[i] (), NULL);
      g_autoptr (AccordRecord) other = g_object_new (types[i] (), NULL);
      guint n_fields = 0;
      const AccordField *fields = accord_record_get_fields (record, &n_fields);

      for (guint k = 0; k < n_fields; k++)
        {
          GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), fields[k].name);
          g_auto (GValue) value = G_VALUE_INIT;

          g_assert_nonnull (pspec);
          change_field (record, &fields[k]);
          g_value_init (&value, pspec->value_type);
          g_object_get_property (G_OBJECT (record), fields[k].name, &value);
          g_object_set_property (G_OBJECT (other), fields[k].name, &value);
        }
      g_assert_true (accord_record_equal (record, other));
    }
}

/* Every single field counts: for being equal, and for the digest; and a copy has them all. */
static void
test_digest (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (AccordRecord) record = g_object_new (types[i] (), "id", (gint64) 5, NULL);
      g_autoptr (AccordRecord) other = NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
      guint8 digest[ACCORD_RECORD_DIGEST_LENGTH];
      guint n_fields = 0;
      const AccordField *fields = accord_record_get_fields (record, &n_fields);

      accord_record_digest (record, digest);
      g_assert_true (g_hash_table_add (seen, g_bytes_new (digest, sizeof digest)));
      for (guint k = 0; k < n_fields; k++)
        {
          g_autoptr (AccordRecord) changed = accord_record_copy (record);
          g_autoptr (AccordRecord) copy = NULL;

          g_assert_true (accord_record_equal (record, changed));
          change_field (changed, &fields[k]);
          g_assert_false (accord_record_equal (record, changed));
          accord_record_digest (changed, digest);
          g_assert_true (g_hash_table_add (seen, g_bytes_new (digest, sizeof digest)));

          copy = accord_record_copy (changed);
          g_assert_true (accord_record_equal (copy, changed));
          g_assert_cmpint (accord_record_get_id (copy), ==, 5);
        }

      other = accord_record_copy (record);
      accord_record_set_id (other, 6);
      g_assert_true (accord_record_equal (record, other));
      accord_record_digest (other, digest);
      g_assert_true (g_hash_table_add (seen, g_bytes_new (digest, sizeof digest)));
    }
}

/* A letter that wanders from one text to the next is another record. */
static void
test_digest_borders (void)
{
  g_autoptr (AccordMember) one = accord_member_new ();
  g_autoptr (AccordMember) other = accord_member_new ();
  guint8 one_digest[ACCORD_RECORD_DIGEST_LENGTH];
  guint8 other_digest[ACCORD_RECORD_DIGEST_LENGTH];

  accord_member_set_name (one, "ab");
  accord_member_set_email (one, "c");
  accord_member_set_name (other, "a");
  accord_member_set_email (other, "bc");
  accord_record_digest (one, one_digest);
  accord_record_digest (other, other_digest);
  g_assert_cmpint (memcmp (one_digest, other_digest, sizeof one_digest), !=, 0);
}

/* Taking over tells of what differs, once all of it is there. */
static void
check_whole (AccordCard *card,
             GParamSpec *pspec,
             guint      *count)
{
  g_assert_cmpstr (accord_card_get_title (card), ==, "New");
  g_assert_cmpint (accord_card_get_impact (card), ==, 4);
  (*count)++;
}

static void
test_assign (void)
{
  g_autoptr (AccordCard) live = accord_card_new ();
  g_autoptr (AccordCard) draft = NULL;
  guint n_notified = 0;

  accord_card_set_title (live, "Old");
  accord_record_set_id (ACCORD_RECORD (live), 3);
  draft = accord_record_copy (live);
  accord_card_set_title (draft, "New");
  accord_card_set_impact (draft, 4);
  g_assert_cmpstr (accord_card_get_title (live), ==, "Old");

  g_signal_connect (live, "notify", G_CALLBACK (check_whole), &n_notified);
  accord_record_assign (live, draft);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_true (accord_record_equal (live, draft));
  accord_record_assign (live, draft);
  g_assert_cmpuint (n_notified, ==, 2);
}

static void
assert_invalid (gpointer          record,
                AccordRecordError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (accord_record_validate (record, &error));
  g_assert_error (error, ACCORD_RECORD_ERROR, (int) code);
}

static void
assert_valid (gpointer record)
{
  g_autoptr (GError) error = NULL;

  accord_record_validate (record, &error);
  g_assert_no_error (error);
}

static void
test_validate_text (void)
{
  g_autoptr (AccordMember) member = accord_member_new ();
  g_autofree char *longest = g_strnfill (ACCORD_RECORD_TEXT_MAX, 'x');
  g_autofree char *longer = g_strnfill (ACCORD_RECORD_TEXT_MAX + 1, 'x');

  assert_invalid (member, ACCORD_RECORD_ERROR_MISSING);
  accord_member_set_name (member, " \t\n\302\240");
  assert_invalid (member, ACCORD_RECORD_ERROR_MISSING);
  accord_member_set_name (member, longest);
  assert_valid (member);
  accord_member_set_name (member, longer);
  assert_invalid (member, ACCORD_RECORD_ERROR_TEXT);
  accord_member_set_name (member, "Caf\351");
  assert_invalid (member, ACCORD_RECORD_ERROR_TEXT);
  accord_member_set_name (member, "Café");
  assert_valid (member);

  accord_member_set_started (member, accord_date_new (2026, 2, 1));
  accord_member_set_left (member, accord_date_new (2026, 1, 31));
  assert_invalid (member, ACCORD_RECORD_ERROR_RANGE);
  accord_member_set_left (member, accord_date_new (2026, 2, 1));
  assert_valid (member);
}

static void
test_validate_commitment (void)
{
  g_autoptr (AccordCommitment) commitment = accord_commitment_new ();

  accord_commitment_set_member (commitment, 1);
  accord_commitment_set_version (commitment, 1);
  assert_invalid (commitment, ACCORD_RECORD_ERROR_MISSING);
  accord_commitment_set_amount (commitment, 100);
  assert_invalid (commitment, ACCORD_RECORD_ERROR_SUM);
  accord_commitment_set_q1 (commitment, 25);
  accord_commitment_set_q2 (commitment, 25);
  accord_commitment_set_q3 (commitment, 25);
  accord_commitment_set_q4 (commitment, 24);
  assert_invalid (commitment, ACCORD_RECORD_ERROR_SUM);
  accord_commitment_set_q4 (commitment, 25);
  assert_valid (commitment);
  accord_commitment_set_partner (commitment, 1);
  assert_invalid (commitment, ACCORD_RECORD_ERROR_RANGE);
  accord_commitment_set_partner (commitment, 2);
  assert_valid (commitment);

  /* Parts that only add up because the sum runs over. */
  accord_commitment_set_q1 (commitment, G_MAXINT64);
  accord_commitment_set_q2 (commitment, G_MAXINT64);
  accord_commitment_set_q3 (commitment, 2);
  accord_commitment_set_q4 (commitment, 100);
  assert_invalid (commitment, ACCORD_RECORD_ERROR_SUM);
  accord_commitment_set_amount (commitment, -100);
  assert_invalid (commitment, ACCORD_RECORD_ERROR_RANGE);
}

static void
test_validate_conversation (void)
{
  g_autoptr (AccordConversation) conversation = accord_conversation_new ();

  assert_invalid (conversation, ACCORD_RECORD_ERROR_RANGE);
  accord_conversation_set_member (conversation, 1);
  assert_valid (conversation);
  accord_conversation_set_occurred (conversation, accord_date_new (2026, 11, 20));
  assert_invalid (conversation, ACCORD_RECORD_ERROR_STAGE);
  accord_conversation_set_stage (conversation, ACCORD_CONVERSATION_STAGE_HELD);
  assert_valid (conversation);
  accord_conversation_set_occurred (conversation, ACCORD_DATE_NONE);
  assert_invalid (conversation, ACCORD_RECORD_ERROR_STAGE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/notify", test_notify);
  g_test_add_func ("/record/properties", test_properties);
  g_test_add_func ("/record/digest", test_digest);
  g_test_add_func ("/record/digest-borders", test_digest_borders);
  g_test_add_func ("/record/assign", test_assign);
  g_test_add_func ("/record/validate-text", test_validate_text);
  g_test_add_func ("/record/validate-commitment", test_validate_commitment);
  g_test_add_func ("/record/validate-conversation", test_validate_conversation);

  return g_test_run ();
}
