/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-list.h"

#include <glib/gi18n.h>

#include "accord-actuals.h"
#include "accord-enums.h"
#include "accord-member.h"
#include "accord-metric.h"
#include "accord-opportunities.h"

static const AccordCliColumn actual_columns[] = {
  { "member", N_ ("Member") }, { "metric", N_ ("Metric") }, { "period", N_ ("Period") },
  { "value", N_ ("Value") },   { "source", N_ ("Source") },
};

/* A week lies in the quarter that holds its Thursday. */
static gboolean
is_in_period (const AccordCliListing *listing,
              const AccordActual     *actual)
{
  return accord_cli_listing_has_date (listing,
                                      actual->grain == ACCORD_GRAIN_WEEK ? actual->starts + 3 : actual->starts);
}

static gboolean
print_actuals (const AccordCliListing *listing,
               GError                **error)
{
  g_autoptr (GArray) actuals = NULL;

  if (accord_workspace_load_list (listing->workspace, ACCORD_TYPE_MEMBER, error) == NULL
      || accord_workspace_load_list (listing->workspace, ACCORD_TYPE_METRIC, error) == NULL)
    return FALSE;
  actuals =
      accord_actuals_read (listing->workspace, listing->member, 0,
                           listing->first != ACCORD_DATE_NONE ? listing->first - 3 : 1,
                           listing->first != ACCORD_DATE_NONE ? listing->last : accord_date_new (9999, 12, 31), error);
  if (actuals == NULL)
    return FALSE;

  for (guint i = 0; i < actuals->len; i++)
    {
      const AccordActual *actual = &g_array_index (actuals, AccordActual, i);
      AccordMetric *metric = accord_workspace_find (listing->workspace, ACCORD_TYPE_METRIC, actual->metric);
      g_autofree char *period = NULL;

      if (!is_in_period (listing, actual))
        continue;
      period = accord_grain_period_to_text (actual->starts, actual->grain, listing->fiscal_start);
      accord_cli_output_text (listing->output, accord_cli_listing_get_member_name (listing, actual->member));
      accord_cli_output_text (listing->output, metric != NULL ? accord_metric_get_name (metric) : NULL);
      accord_cli_output_text (listing->output, period);
      if (metric != NULL && accord_metric_get_unit (metric) == ACCORD_UNIT_MONEY)
        accord_cli_output_money (listing->output, actual->value, listing->decimals);
      else if (metric != NULL && accord_metric_get_unit (metric) == ACCORD_UNIT_PERCENT)
        accord_cli_output_share (listing->output, actual->value);
      else
        accord_cli_output_number (listing->output, actual->value);
      accord_cli_output_text (listing->output, accord_enum_to_nick (accord_source_get_type (), actual->source));
    }

  return TRUE;
}

const AccordCliKind accord_cli_kind_actuals = {
  "actuals", actual_columns, G_N_ELEMENTS (actual_columns), TRUE, TRUE, print_actuals,
};

static const AccordCliColumn opportunity_columns[] = {
  { "id", N_ ("ID") },           { "member", N_ ("Member") }, { "account", N_ ("Account") },
  { "product", N_ ("Product") }, { "stage", N_ ("Stage") },   { "state", N_ ("State") },
  { "created", N_ ("Created") }, { "closed", N_ ("Closed") }, { "amount", N_ ("Amount") },
};

static const char *
state_word (AccordOpportunityState state)
{
  return state == ACCORD_OPPORTUNITY_WON ? "won" : state == ACCORD_OPPORTUNITY_LOST ? "lost" : "open";
}

static gboolean
print_opportunities (const AccordCliListing *listing,
                     GError                **error)
{
  g_autoptr (GPtrArray) opportunities = NULL;

  if (accord_workspace_load_list (listing->workspace, ACCORD_TYPE_MEMBER, error) == NULL)
    return FALSE;
  opportunities = accord_opportunities_read (listing->workspace, listing->member, listing->first, listing->last, error);
  if (opportunities == NULL)
    return FALSE;

  for (guint i = 0; i < opportunities->len; i++)
    {
      const AccordOpportunity *opportunity = opportunities->pdata[i];

      accord_cli_output_text (listing->output, opportunity->external);
      accord_cli_output_text (listing->output, accord_cli_listing_get_member_name (listing, opportunity->member));
      accord_cli_output_text (listing->output, opportunity->account);
      accord_cli_output_text (listing->output, opportunity->product);
      accord_cli_output_text (listing->output, opportunity->stage);
      accord_cli_output_text (listing->output, state_word (opportunity->state));
      accord_cli_output_date (listing->output, opportunity->created);
      accord_cli_output_date (listing->output, opportunity->closed);
      accord_cli_output_money (listing->output, opportunity->amount, listing->decimals);
    }

  return TRUE;
}

const AccordCliKind accord_cli_kind_opportunities = {
  "opportunities", opportunity_columns, G_N_ELEMENTS (opportunity_columns), TRUE, TRUE, print_opportunities,
};
