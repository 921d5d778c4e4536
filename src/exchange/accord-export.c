/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-export-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-account.h"
#include "accord-action.h"
#include "accord-actuals.h"
#include "accord-addendum.h"
#include "accord-ask.h"
#include "accord-board-rules.h"
#include "accord-card.h"
#include "accord-commitment.h"
#include "accord-enums.h"
#include "accord-export-readme.h"
#include "accord-forecast.h"
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
#include "accord-money.h"
#include "accord-opportunities.h"
#include "accord-pay-terms.h"
#include "accord-plan-year.h"
#include "accord-plan.h"
#include "accord-quota.h"
#include "accord-seals.h"
#include "accord-strategy.h"
#include "accord-target.h"
#include "accord-territory.h"
#include "accord-vote.h"

typedef struct
{
  AccordWorkspace *workspace;
  gint64 member;
  int decimals;
  AccordExportFolder *folder;
  GString *readme;
} Export;

/* How a row has to do with the member who is asked for. */
typedef enum
{
  ROW_ELSE,  /* not at all */
  ROW_ABOUT, /* it is about them, or about everybody */
  ROW_NAMES, /* it is about somebody else, and names them */
} RowKind;

static AccordRecord *
export_find (Export *export,
             GType   type,
             gint64  id)
{
  return id != 0 ? accord_workspace_find (export->workspace, type, id) : NULL;
}

static gboolean
is_member_field (const AccordField *field)
{
  const char *const names[] = { "member", "manager", "partner", "owner", "author", NULL };

  return field->kind == ACCORD_FIELD_REFERENCE && g_strv_contains (names, field->name);
}

/* Whom a record belongs to where it does not say so itself; 0 where it does, or to nobody. */
static gint64
record_get_owner (Export       *export,
                  AccordRecord *record)
{
  AccordRecord *goal = NULL;
  AccordRecord *conversation = NULL;

  if (ACCORD_IS_GOAL_ENTRY (record))
    goal = export_find (export, ACCORD_TYPE_GOAL, accord_goal_entry_get_goal (ACCORD_GOAL_ENTRY (record)));
  else if (ACCORD_IS_GOAL_VIEWER (record))
    goal = export_find (export, ACCORD_TYPE_GOAL, accord_goal_viewer_get_goal (ACCORD_GOAL_VIEWER (record)));
  else if (ACCORD_IS_ADDENDUM (record))
    conversation = export_find (export, ACCORD_TYPE_CONVERSATION,
                                accord_addendum_get_conversation (ACCORD_ADDENDUM (record)));
  else if (ACCORD_IS_ACTION (record))
    conversation = export_find (export, ACCORD_TYPE_CONVERSATION,
                                accord_action_get_conversation (ACCORD_ACTION (record)));
  else if (ACCORD_IS_MEMBER (record))
    return accord_record_get_id (record);
  else if (ACCORD_IS_IMPORT_ROW (record)
           && strcmp (accord_import_row_get_table_name (ACCORD_IMPORT_ROW (record)), "member") == 0)
    return accord_import_row_get_record (ACCORD_IMPORT_ROW (record));

  if (goal != NULL)
    return accord_goal_get_member (ACCORD_GOAL (goal));
  if (conversation != NULL)
    return accord_conversation_get_member (ACCORD_CONVERSATION (conversation));

  return 0;
}

/* Shared terms name nobody; a member's own plans are not to be understood without them. */
static gboolean
pays_member (Export       *export,
             AccordRecord *terms)
{
  GListModel *plans = accord_workspace_get_list (export->workspace, ACCORD_TYPE_PLAN);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (AccordPlan) plan = g_list_model_get_item (plans, i);

      if (accord_plan_get_member (plan) == export->member
          && accord_plan_get_pay_terms (plan) == accord_record_get_id (terms))
        return TRUE;
    }

  return FALSE;
}

static RowKind
export_judge (Export       *export,
              AccordRecord *record)
{
  guint n_fields;
  const AccordField *fields = accord_record_get_fields (record, &n_fields);
  RowKind kind = ROW_ELSE;
  gint64 owner = record_get_owner (export, record);

  if (export->member == 0 || owner == export->member || (ACCORD_IS_PAY_TERMS (record) && pays_member (export, record)))
    return ROW_ABOUT;

  for (guint i = 0; i < n_fields; i++)
    {
      if (!is_member_field (&fields[i]) || accord_record_read_integer (record, &fields[i]) != export->member)
        continue;
      /* What was agreed in somebody else's conversation is theirs, whoever is to do it. */
      if (owner == 0
          && (strcmp (fields[i].name, "member") == 0 || strcmp (fields[i].name, "owner") == 0
              || strcmp (fields[i].name, "author") == 0))
        return ROW_ABOUT;
      kind = ROW_NAMES;
    }

  return kind;
}

static char *
value_to_text (Export  *export,
               gint64   value,
               gboolean money)
{
  return money ? accord_money_to_text (value, export->decimals) : accord_rate_to_text (value);
}

static gboolean
metric_is_money (Export *export,
                 gint64  metric)
{
  AccordRecord *record = export_find (export, ACCORD_TYPE_METRIC, metric);

  return record != NULL && accord_metric_get_unit (ACCORD_METRIC (record)) == ACCORD_UNIT_MONEY;
}

static void
add_amount (Export            *export,
            AccordExportTable *table,
            AccordRecord      *record,
            const AccordField *field)
{
  gboolean money = ACCORD_IS_TARGET (record)
                     ? metric_is_money (export, accord_target_get_metric (ACCORD_TARGET (record)))
                     : !accord_export_field_is_share (field->name);
  g_autofree char *text = value_to_text (export, accord_record_read_integer (record, field), money);

  accord_export_table_add_number (table, text);
}

static void
add_reference (Export            *export,
               AccordExportTable *table,
               AccordRecord      *record,
               const AccordField *field)
{
  gint64 id = accord_record_read_integer (record, field);
  g_autofree char *number = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : g_strdup ("");
  AccordRecord *member;

  accord_export_table_add_number (table, number);
  if (!is_member_field (field))
    return;
  member = export_find (export, ACCORD_TYPE_MEMBER, id);
  accord_export_table_add_text (table, member != NULL ? accord_member_get_name (ACCORD_MEMBER (member)) : NULL);
}

/* An empty cell: the row is somebody else's, and tells no more than whom it names and when. */
static void
add_hidden (AccordExportTable *table,
            const AccordField *field)
{
  if (field->kind == ACCORD_FIELD_TEXT || field->kind == ACCORD_FIELD_ENUM)
    accord_export_table_add_text (table, NULL);
  else
    accord_export_table_add_number (table, "");
}

static void
add_field (Export            *export,
           AccordExportTable *table,
           AccordRecord      *record,
           const AccordField *field,
           gboolean           hidden)
{
  gint64 value = field->kind != ACCORD_FIELD_TEXT ? accord_record_read_integer (record, field) : 0;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  if (hidden && field->kind != ACCORD_FIELD_DATE && !is_member_field (field))
    {
      add_hidden (table, field);
      return;
    }

  switch (field->kind)
    {
    case ACCORD_FIELD_TEXT:
      accord_export_table_add_text (table, accord_record_read_text (record, field));
      break;
    case ACCORD_FIELD_INTEGER:
      accord_export_table_add_number (table, number);
      break;
    case ACCORD_FIELD_AMOUNT:
      add_amount (export, table, record, field);
      break;
    case ACCORD_FIELD_REFERENCE:
      add_reference (export, table, record, field);
      break;
    case ACCORD_FIELD_DATE:
      accord_export_table_add_date (table, (AccordDate) value);
      break;
    case ACCORD_FIELD_ENUM:
      accord_export_table_add_text (table, accord_enum_to_nick (field->enum_type (), (int) value));
      break;
    case ACCORD_FIELD_BOOLEAN:
      accord_export_table_add_boolean (table, value != 0);
      break;
    }
}

static GStrv
columns_of (const AccordField *fields,
            guint              n_fields)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();

  g_strv_builder_add (columns, "id");
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (fields[i].name), "-", '_');
      g_autofree char *person = g_strconcat (name, "_name", NULL);

      g_strv_builder_add (columns, name);
      if (is_member_field (&fields[i]))
        g_strv_builder_add (columns, person);
    }

  return g_strv_builder_end (columns);
}

/* A table without rows is left out. */
static gboolean
export_finish (Export            *export,
               AccordExportTable *table,
               GError           **error)
{
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;

  if (accord_export_table_get_n_rows (table) == 0)
    return TRUE;
  csv = accord_export_table_end_csv (table);
  json = accord_export_table_end_json (table);

  return accord_export_folder_write (export->folder, accord_export_table_get_name (table), ".csv", csv, error)
         && accord_export_folder_write (export->folder, accord_export_table_get_name (table), ".json", json, error);
}

static gboolean
export_records (Export  *export,
                GType    type,
                GError **error)
{
  GListModel *list = accord_workspace_load_list (export->workspace, type, error);
  g_autoptr (AccordRecord) pattern = g_object_new (type, NULL);
  guint n_fields;
  const AccordField *fields = accord_record_get_fields (pattern, &n_fields);
  g_auto (GStrv) columns = columns_of (fields, n_fields);
  g_autoptr (AccordExportTable) table
    = accord_export_table_new (accord_record_get_table (pattern), (const char *const *) columns);

  if (list == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AccordRecord) record = g_list_model_get_item (list, i);
      RowKind kind = export_judge (export, record);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, accord_record_get_id (record));

      if (kind == ROW_ELSE)
        continue;
      accord_export_table_add_number (table, id);
      for (guint j = 0; j < n_fields; j++)
        add_field (export, table, record, &fields[j], kind == ROW_NAMES);
    }
  if (accord_export_table_get_n_rows (table) > 0)
    accord_export_readme_add_records (export->readme, accord_record_get_table (pattern), fields, n_fields);

  return export_finish (export, table, error);
}

/* In a damaged workspace what cannot be read is left out, and the README says so. */
static gboolean
export_forgive (Export     *export,
                const char *table,
                GError     *fault,
                GError    **error)
{
  if (!accord_workspace_is_damaged (export->workspace))
    {
      g_propagate_error (error, fault);
      return FALSE;
    }

  accord_export_readme_add_missing (export->readme, table, fault->message);
  g_error_free (fault);

  return TRUE;
}

static void
add_id (AccordExportTable *table,
        gint64             id)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  accord_export_table_add_number (table, number);
}

static gboolean
export_actuals (Export  *export,
                GError **error)
{
  const char *const columns[] = { "member", "metric", "metric_name", "starts", "grain", "value", "source", NULL };
  g_autoptr (AccordExportTable) table = accord_export_table_new ("actual", columns);
  GError *fault = NULL;
  g_autoptr (GArray) actuals = accord_actuals_read (export->workspace, export->member, 0, accord_date_new (1, 1, 1),
                                                    accord_date_new (9999, 12, 31), &fault);

  if (actuals == NULL)
    return export_forgive (export, "actual", fault, error);

  for (guint i = 0; i < actuals->len; i++)
    {
      const AccordActual *actual = &g_array_index (actuals, AccordActual, i);
      AccordRecord *metric = export_find (export, ACCORD_TYPE_METRIC, actual->metric);
      g_autofree char *value = value_to_text (export, actual->value, metric_is_money (export, actual->metric));

      add_id (table, actual->member);
      add_id (table, actual->metric);
      accord_export_table_add_text (table, metric != NULL ? accord_metric_get_name (ACCORD_METRIC (metric)) : NULL);
      accord_export_table_add_date (table, actual->starts);
      accord_export_table_add_text (table, accord_enum_to_nick (accord_grain_get_type (), (int) actual->grain));
      accord_export_table_add_number (table, value);
      accord_export_table_add_text (table, accord_enum_to_nick (accord_source_get_type (), (int) actual->source));
    }
  if (actuals->len > 0)
    accord_export_readme_add_columns (export->readme, "actual", columns);

  return export_finish (export, table, error);
}

static const char *
state_word (AccordOpportunityState state)
{
  return state == ACCORD_OPPORTUNITY_WON ? "won" : state == ACCORD_OPPORTUNITY_LOST ? "lost" : "open";
}

static gboolean
export_opportunities (Export  *export,
                      GError **error)
{
  const char *const columns[] = { "id",    "external", "member",  "account", "product", "stage",
                                  "state", "created",  "closed",  "amount",  NULL };
  g_autoptr (AccordExportTable) table = accord_export_table_new ("opportunity", columns);
  GError *fault = NULL;
  g_autoptr (GPtrArray) deals = accord_opportunities_read (export->workspace, export->member, ACCORD_DATE_NONE,
                                                           ACCORD_DATE_NONE, &fault);

  if (deals == NULL)
    return export_forgive (export, "opportunity", fault, error);

  for (guint i = 0; i < deals->len; i++)
    {
      const AccordOpportunity *deal = deals->pdata[i];
      g_autofree char *amount = accord_money_to_text (deal->amount, export->decimals);

      add_id (table, deal->id);
      accord_export_table_add_text (table, deal->external);
      add_id (table, deal->member);
      accord_export_table_add_text (table, deal->account);
      accord_export_table_add_text (table, deal->product);
      accord_export_table_add_text (table, deal->stage);
      accord_export_table_add_text (table, state_word (deal->state));
      accord_export_table_add_date (table, deal->created);
      accord_export_table_add_date (table, deal->closed);
      accord_export_table_add_number (table, amount);
    }
  if (deals->len > 0)
    accord_export_readme_add_columns (export->readme, "opportunity", columns);

  return export_finish (export, table, error);
}

static gboolean
export_stages (Export  *export,
               GError **error)
{
  const char *const columns[] = { "opportunity", "observed", "stage", "state", NULL };
  g_autoptr (AccordExportTable) table = accord_export_table_new ("stage_observation", columns);
  GError *fault = NULL;
  g_autoptr (GPtrArray) stages = accord_stage_history_read (export->workspace, export->member, &fault);

  if (stages == NULL)
    return export_forgive (export, "stage_observation", fault, error);

  for (guint i = 0; i < stages->len; i++)
    {
      const AccordStageObservation *stage = stages->pdata[i];

      add_id (table, stage->opportunity);
      accord_export_table_add_date (table, stage->observed);
      accord_export_table_add_text (table, stage->stage);
      accord_export_table_add_text (table, state_word (stage->state));
    }
  if (stages->len > 0)
    accord_export_readme_add_columns (export->readme, "stage_observation", columns);

  return export_finish (export, table, error);
}

static gboolean
export_seals (Export  *export,
              GError **error)
{
  const char *const columns[] = { "sequence", "conversation", "sealed", "digest", NULL };
  g_autoptr (AccordExportTable) table = accord_export_table_new ("seal", columns);
  GError *fault = NULL;
  g_autoptr (GPtrArray) seals = accord_seals_read (export->workspace, &fault);

  if (seals == NULL)
    return export_forgive (export, "seal", fault, error);

  for (guint i = 0; i < seals->len; i++)
    {
      const AccordSeal *seal = seals->pdata[i];
      AccordRecord *conversation = export_find (export, ACCORD_TYPE_CONVERSATION, seal->conversation);

      if (export->member != 0
          && (conversation == NULL
              || accord_conversation_get_member (ACCORD_CONVERSATION (conversation)) != export->member))
        continue;
      add_id (table, seal->sequence);
      add_id (table, seal->conversation);
      accord_export_table_add_text (table, seal->sealed);
      accord_export_table_add_text (table, seal->digest);
    }
  if (accord_export_table_get_n_rows (table) > 0)
    accord_export_readme_add_columns (export->readme, "seal", columns);

  return export_finish (export, table, error);
}

static gboolean
export_all_records (Export       *export,
                    GCancellable *cancellable,
                    GError      **error)
{
  const GType types[] = {
    ACCORD_TYPE_SETTINGS,   ACCORD_TYPE_TERRITORY,  ACCORD_TYPE_MEMBER,     ACCORD_TYPE_MEMBERSHIP,
    ACCORD_TYPE_LEAVE,      ACCORD_TYPE_HOLIDAY,    ACCORD_TYPE_PLAN_YEAR,  ACCORD_TYPE_GOAL,
    ACCORD_TYPE_GOAL_VIEWER, ACCORD_TYPE_GOAL_ENTRY, ACCORD_TYPE_PAY_TERMS, ACCORD_TYPE_PLAN,
    ACCORD_TYPE_QUOTA,      ACCORD_TYPE_COMMITMENT, ACCORD_TYPE_CARD,       ACCORD_TYPE_METRIC,
    ACCORD_TYPE_TARGET,     ACCORD_TYPE_ACTION,     ACCORD_TYPE_CONVERSATION, ACCORD_TYPE_ADDENDUM,
    ACCORD_TYPE_IMPORT,     ACCORD_TYPE_IMPORT_ROW, ACCORD_TYPE_IMPORT_MAPPING,
    ACCORD_TYPE_STRATEGY,   ACCORD_TYPE_VOTE,       ACCORD_TYPE_ASK,        ACCORD_TYPE_BOARD_RULES,
    ACCORD_TYPE_FORECAST,   ACCORD_TYPE_ACCOUNT,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !export_records (export, types[i], error))
      return FALSE;

  return TRUE;
}

gboolean
accord_export_write (AccordWorkspace *workspace,
                     const char      *folder,
                     gint64           member,
                     GCancellable    *cancellable,
                     GError         **error)
{
  g_autoptr (AccordExportFolder) target = NULL;
  g_autoptr (GString) readme = NULL;
  Export export = { .workspace = workspace, .member = member };
  AccordSettings *settings;
  AccordRecord *about;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (folder != NULL, FALSE);

  target = accord_export_folder_new (folder, error);
  if (target == NULL)
    return FALSE;

  settings = accord_workspace_get_settings (workspace);
  about = export_find (&export, ACCORD_TYPE_MEMBER, member);
  export.decimals = settings != NULL ? (int) accord_settings_get_decimals (settings) : 2;
  export.folder = target;
  export.readme = readme = accord_export_readme_new (settings, (AccordMember *) about);

  return export_all_records (&export, cancellable, error)
         && export_actuals (&export, error)
         && export_opportunities (&export, error)
         && export_stages (&export, error)
         && export_seals (&export, error)
         && accord_export_folder_write (target, "README", ".txt", readme->str, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && accord_export_folder_commit (target, error);
}
