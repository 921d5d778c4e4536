/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-actuals.h"
#include "accord-computed-metric.h"
#include "accord-import-dates.h"
#include "accord-import-names.h"
#include "accord-import-numbers.h"
#include "accord-import-stages.h"
#include "accord-import-words.h"
#include "accord-metric.h"

enum
{
  ID,
  MEMBER,
  ACCOUNT,
  PRODUCT,
  STAGE,
  CREATED,
  CLOSED,
  AMOUNT,
  N_FIELDS,
};

static const char *const field_names[N_FIELDS] = { "id", "member", "account", "product", "stage", "created", "closed",
                                                   "amount" };

typedef struct
{
  AccordImportWork *work;
  AccordImportNames *names;
  AccordImportStages *stages;
  GHashTable *stored; /* the CRM's id to what is there, borrowed from the plan */
  GHashTable *rows;   /* the CRM's id to the row that has it */
  AccordImportPlace places[N_FIELDS];
  gint64 n_new;
  gboolean foreign_currency;
} Deals;

static void
deals_clear (Deals *self)
{
  accord_import_names_free (self->names);
  accord_import_stages_free (self->stages);
  g_hash_table_unref (self->stored);
  g_hash_table_unref (self->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Deals, deals_clear)

static const char *
peek (Deals *self,
      guint  row,
      guint  field)
{
  return accord_import_work_peek (self->work, row, &self->places[field]);
}

static gboolean
has (Deals *self,
     guint  field)
{
  return self->places[field].column >= 0 || self->places[field].set != NULL;
}

static gboolean
read_date (Deals      *self,
           guint       row,
           guint       field,
           AccordDate *date,
           char      **reason)
{
  const char *text = peek (self, row, field);

  if (*text == '\0')
    return TRUE;

  *date = accord_import_read_date (text, self->work->plan->date_order, self->work->snapshot->this_year);
  if (*date != ACCORD_DATE_NONE)
    return TRUE;
  *reason = g_strdup_printf (_("“%s” in “%s” is no date."), text,
                             accord_import_work_get_header (self->work, field_names[field]));

  return FALSE;
}

static gboolean
read_amount (Deals  *self,
             guint   row,
             gint64 *amount,
             char  **reason)
{
  const AccordImportPlan *plan = self->work->plan;
  const char *text = peek (self, row, AMOUNT);
  g_autoptr (GError) error = NULL;

  *amount = ACCORD_UNKNOWN;
  if (*text == '\0')
    return TRUE;
  if (!accord_import_read_amount (text, plan->decimal != '\0' ? plan->decimal : '.', self->work->snapshot->decimals, amount,
                                  &error))
    {
      *reason = g_strdup_printf ("%s: %s", accord_import_work_get_header (self->work, "amount"), error->message);
      return FALSE;
    }
  if (!g_ascii_isdigit (*text))
    self->foreign_currency = self->foreign_currency || accord_import_work_is_foreign (self->work, text);

  return TRUE;
}

/* What is there is kept where the file says nothing; but the day on which it was closed says nothing of one that is open
 * again. */
static void
keep_stored (Deals                   *self,
             AccordOpportunity       *opportunity,
             const AccordOpportunity *stored)
{
  gboolean reopened = opportunity->state == ACCORD_OPPORTUNITY_OPEN && stored->state != ACCORD_OPPORTUNITY_OPEN;

  opportunity->id = stored->id;
  if (*opportunity->account == '\0')
    opportunity->account = stored->account;
  if (*opportunity->product == '\0')
    opportunity->product = stored->product;
  if (opportunity->created == ACCORD_DATE_NONE)
    opportunity->created = stored->created;
  if (opportunity->closed == ACCORD_DATE_NONE && !reopened)
    opportunity->closed = stored->closed;
  if (opportunity->amount == ACCORD_UNKNOWN)
    opportunity->amount = stored->amount;
}

/* One that is closed counts on the day on which it was, with what it came to and how long it took: where the file has
 * columns for these, they must say it. */
static const char *
find_hole (Deals                   *self,
           const AccordOpportunity *opportunity)
{
  if (opportunity->state == ACCORD_OPPORTUNITY_OPEN)
    return NULL;
  if (opportunity->closed == ACCORD_DATE_NONE)
    return _("It is closed, but the day on which it was is not given.");
  if (opportunity->created == ACCORD_DATE_NONE && has (self, CREATED))
    return _("It is closed, but the day on which it was created is not given.");
  if (opportunity->amount == ACCORD_UNKNOWN && has (self, AMOUNT))
    return _("It is closed, but its amount is not given.");
  if (opportunity->created > opportunity->closed)
    return _("It was closed before it was created.");

  return NULL;
}

/* What the row says. FALSE with a reason. */
static gboolean
read_row (Deals                   *self,
          guint                    row,
          AccordOpportunity       *opportunity,
          const AccordOpportunity *stored,
          char                   **reason)
{
  const char *stage = peek (self, row, STAGE);
  const char *why = NULL;
  AccordMember *member = accord_import_names_find (self->names, peek (self, row, MEMBER), &why);

  /* Stages are counted in the rows that are refused, too: once they are mended they go in. */
  if (*stage != '\0')
    opportunity->state = accord_import_stages_find (self->stages, stage);
  else
    why = _("No stage is named.");
  if (why != NULL)
    {
      *reason = g_strdup (why);
      return FALSE;
    }

  opportunity->member = accord_record_get_id (ACCORD_RECORD (member));
  opportunity->account = (char *) peek (self, row, ACCOUNT);
  opportunity->product = (char *) peek (self, row, PRODUCT);
  opportunity->stage = (char *) stage;
  if (!read_date (self, row, CREATED, &opportunity->created, reason)
      || !read_date (self, row, CLOSED, &opportunity->closed, reason)
      || !read_amount (self, row, &opportunity->amount, reason))
    return FALSE;

  if (stored != NULL)
    keep_stored (self, opportunity, stored);
  why = find_hole (self, opportunity);
  *reason = g_strdup (why);

  return why == NULL;
}

static gboolean
same_rows (Deals *self,
           guint  row,
           guint  other)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      if (!g_str_equal (peek (self, row, i), peek (self, other, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_opportunities (const AccordOpportunity *one,
                    const AccordOpportunity *other)
{
  return one->member == other->member && one->state == other->state && one->created == other->created
         && one->closed == other->closed && one->amount == other->amount && g_str_equal (one->account, other->account)
         && g_str_equal (one->product, other->product) && g_str_equal (one->stage, other->stage);
}

static void
judge (Deals                   *self,
       guint                    row,
       const AccordOpportunity *opportunity,
       const AccordOpportunity *stored)
{
  AccordImportDeal deal = { *opportunity, stored };
  AccordImportAction action = stored != NULL ? ACCORD_IMPORT_UPDATE : ACCORD_IMPORT_ADD;
  const char *reason = NULL;

  if (stored != NULL && same_opportunities (opportunity, stored))
    reason = _("Is there already, and the same.");
  else if (stored != NULL && !self->work->options->update)
    reason = _("Is there already.");
  else
    {
      if (stored == NULL)
        deal.opportunity.id = -++self->n_new;
      g_array_append_val (self->work->plan->deals, deal);
    }

  accord_import_work_note_line (self->work, row, reason != NULL ? ACCORD_IMPORT_SKIP : action, opportunity->external, reason,
                                NULL);
}

static void
plan_row (gpointer data,
          guint    row)
{
  Deals *self = data;
  AccordImportWork *work = self->work;
  AccordOpportunity opportunity = { .external = (char *) peek (self, row, ID) };
  const AccordOpportunity *stored;
  char *reason = NULL;
  gpointer other = NULL;

  if (*opportunity.external == '\0')
    {
      accord_import_work_note_line (work, row, ACCORD_IMPORT_REFUSE, NULL, _("It has no number by which to know it again."),
                                    NULL);
      return;
    }
  if (accord_import_is_total (opportunity.external))
    {
      accord_import_work_note_line (work, row, ACCORD_IMPORT_SKIP, opportunity.external, _("A total, not an opportunity."),
                                    NULL);
      return;
    }
  other = g_hash_table_lookup (self->rows, opportunity.external);
  if (other != NULL)
    {
      gboolean same = same_rows (self, row, GPOINTER_TO_UINT (other));

      accord_import_work_add_line (work, row, same ? ACCORD_IMPORT_SKIP : ACCORD_IMPORT_REFUSE,
                                   g_strdup (opportunity.external),
                                   g_strdup_printf (same ? _("The same as line %u.")
                                                         : _("Line %u is about the same opportunity and says something "
                                                             "else."),
                                                    accord_csv_get_line (work->csv, GPOINTER_TO_UINT (other))),
                                   NULL);
      return;
    }

  stored = g_hash_table_lookup (self->stored, opportunity.external);
  if (!read_row (self, row, &opportunity, stored, &reason))
    {
      accord_import_work_add_line (work, row, ACCORD_IMPORT_REFUSE, g_strdup (opportunity.external), reason, NULL);
      return;
    }
  g_hash_table_insert (self->rows, opportunity.external, GUINT_TO_POINTER (row));
  judge (self, row, &opportunity, stored);
}

/* FALSE with the plan's problem. */
/* A first opportunity takes the place of figures that were typed or imported for what is computed from then on. */
static gboolean
tell_replaced (Deals           *self,
               AccordWorkspace *workspace)
{
  GListModel *metrics = accord_workspace_get_list (workspace, ACCORD_TYPE_METRIC);

  for (guint i = 0; i < g_list_model_get_n_items (metrics); i++)
    {
      g_autoptr (AccordMetric) metric = g_list_model_get_item (metrics, i);
      AccordComputedMetric computed;
      gint64 n = 0;

      if (!accord_computed_metric_find (accord_metric_get_name (metric), &computed))
        continue;
      if (!accord_actuals_count (workspace, 0, accord_record_get_id (ACCORD_RECORD (metric)), &n, &self->work->plan->problem))
        return FALSE;
      if (n > 0)
        accord_import_work_notice (
          self->work,
          /* Translators: %1 is a metric, such as Bookings, %2 how many figures. */
          g_strdup_printf (ngettext ("“%1$s” is computed from opportunities from now on: %2$d figure that was typed or "
                                     "imported for it will not count any more",
                                     "“%1$s” is computed from opportunities from now on: %2$d figures that were typed or "
                                     "imported for it will not count any more",
                                     (gulong) n),
                           accord_metric_get_name (metric), (int) n));
    }

  return TRUE;
}

static gboolean
read_stored (Deals *self)
{
  AccordImportPlan *plan = self->work->plan;
  g_autoptr (AccordWorkspace) workspace = NULL;

  workspace = accord_import_work_open (self->work);
  if (!self->work->snapshot->has_opportunities)
    return workspace != NULL && tell_replaced (self, workspace);

  plan->stored = workspace != NULL ? accord_opportunities_read (workspace, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE,
                                                                &plan->problem)
                                   : NULL;
  plan->seen = plan->stored != NULL
                 ? accord_opportunities_read_observed (workspace, plan->observed, &plan->problem)
                 : NULL;
  if (plan->seen == NULL)
    return FALSE;

  for (guint i = 0; i < plan->stored->len; i++)
    {
      AccordOpportunity *opportunity = g_ptr_array_index (plan->stored, i);

      g_hash_table_insert (self->stored, opportunity->external, opportunity);
    }

  return TRUE;
}

static void
put_members (Deals *self)
{
  g_autoptr (GHashTable) needed = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *deals = self->work->plan->deals;

  for (guint i = 0; i < deals->len; i++)
    {
      gint64 *member = &g_array_index (deals, AccordImportDeal, i).opportunity.member;

      if (*member >= ACCORD_IMPORT_NEW)
        g_hash_table_add (needed, member);
    }
  accord_import_names_put (self->names, needed);
}

gboolean
accord_import_plan_opportunities (AccordImportWork *work,
                                  GError          **error)
{
  g_auto (Deals) self = {
    .work = work,
    .names = accord_import_names_new (work),
    .stages = accord_import_stages_new (work),
    .stored = g_hash_table_new (g_str_hash, g_str_equal),
    .rows = g_hash_table_new (g_str_hash, g_str_equal),
  };

  accord_import_work_find_places (work, field_names, self.places, N_FIELDS);
  if (!read_stored (&self) || !accord_import_work_take_rows (work, 1.0, plan_row, &self, error))
    return FALSE;

  put_members (&self);
  accord_import_names_tell (self.names);
  accord_import_stages_tell (self.stages);
  if (self.foreign_currency)
    accord_import_work_tell_foreign (work);

  return TRUE;
}
