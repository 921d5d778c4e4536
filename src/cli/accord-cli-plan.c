/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-command.h"

#include <glib/gi18n.h>

#include "accord-cli-output.h"
#include "accord-funnel.h"
#include "accord-money.h"
#include "accord-pay-plan.h"

/* The command needs no workspace, so no currency tells how small the smallest unit is: cents. */
#define DECIMALS 2

/* What was asked for, as it was typed. */
typedef struct
{
  char *income, *base, *rate, *tiers, *threshold, *cap;
  char *deal, *win_rate, *meeting_rate, *outreach_rate, *weeks, *format;
  gboolean cliff;
} PlanWords;

static const AccordCliColumn columns[] = {
  { "variable", N_ ("Variable pay needed") },
  { "bookings", N_ ("Bookings that pay it") },
  { "deals", N_ ("Deals") },
  { "opportunities", N_ ("Opportunities") },
  { "meetings", N_ ("First meetings") },
  { "outreach", N_ ("Outreach") },
  { "outreach_per_week", N_ ("Outreach a week") },
};

static void
plan_words_clear (PlanWords *words)
{
  char **all[] = { &words->income,       &words->base,          &words->rate,  &words->tiers,
                   &words->threshold,    &words->cap,           &words->deal,  &words->win_rate,
                   &words->meeting_rate, &words->outreach_rate, &words->weeks, &words->format };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanWords, plan_words_clear)

/* NULL leaves amount alone. */
static gboolean
parse_money (const AccordCliCommand *command,
             const char             *option,
             const char             *text,
             gint64                 *amount)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || accord_money_parse_plain (text, DECIMALS, amount, &error))
    return TRUE;

  /* Translators: an option, the value given for it, what is wrong with it */
  accord_cli_fault (command, _("%s %s: %s. Give an amount as in 25000 or 25000.50"), option, text, error->message);

  return FALSE;
}

/* NULL leaves rate alone. */
static gboolean
parse_rate (const AccordCliCommand *command,
            const char             *option,
            const char             *text,
            AccordRate              highest,
            AccordRate             *rate)
{
  g_autoptr (GError) error = NULL;
  AccordRate value = 0;

  if (text == NULL)
    return TRUE;
  if (!accord_rate_parse (text, &value, &error))
    {
      accord_cli_fault (command, _("%s %s: %s. Give a number as in 0.25"), option, text, error->message);
      return FALSE;
    }
  if (value > highest)
    {
      accord_cli_fault (command, _("%s %s: this is more than everything. Give a share from 0 to 1, as in 0.25"), option,
                        text);
      return FALSE;
    }
  *rate = value;

  return TRUE;
}

/* Wrong usage, before any value is looked at. */
static gboolean
words_are_complete (const AccordCliCommand *command,
                    const PlanWords        *words)
{
  const struct
  {
    const char *option;
    const char *text;
  } required[] = {
    { "--income", words->income },
    { "--base", words->base },
    { "--deal", words->deal },
    { "--win-rate", words->win_rate },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (required); i++)
    {
      if (required[i].text == NULL)
        {
          accord_cli_misuse (command, _("%s is missing"), required[i].option);
          return FALSE;
        }
    }
  if ((words->rate == NULL) == (words->tiers == NULL))
    {
      accord_cli_misuse (command, "%s", _("give either --rate or --tiers"));
      return FALSE;
    }
  if (words->cliff && words->tiers == NULL)
    {
      accord_cli_misuse (command, "%s", _("--cliff goes with --tiers"));
      return FALSE;
    }

  return TRUE;
}

static AccordPayPlan *
pay_plan_from_words (const AccordCliCommand *command,
                     const PlanWords        *words)
{
  g_autoptr (GError) error = NULL;
  AccordPayPlan *plan;
  gint64 threshold = 0;
  gint64 cap = ACCORD_UNKNOWN;

  if (!parse_money (command, "--threshold", words->threshold, &threshold)
      || !parse_money (command, "--cap", words->cap, &cap))
    return NULL;

  if (words->rate != NULL)
    {
      AccordPayTier tier = { 0, 0 };

      if (!parse_rate (command, "--rate", words->rate, ACCORD_RATE_MAX, &tier.rate))
        return NULL;
      plan = accord_pay_plan_new (ACCORD_PAY_KIND_FLAT, &tier, 1, threshold, cap, &error);
    }
  else
    {
      plan = accord_pay_plan_new_from_text (words->cliff ? ACCORD_PAY_KIND_CLIFF : ACCORD_PAY_KIND_MARGINAL,
                                            words->tiers, DECIMALS, threshold, cap, &error);
    }
  if (plan == NULL)
    accord_cli_fault (command, "%s %s: %s", words->rate != NULL ? "--rate" : "--tiers",
                      words->rate != NULL ? words->rate : words->tiers, error->message);

  return plan;
}

static gboolean
input_from_words (const AccordCliCommand *command,
                  const PlanWords        *words,
                  AccordFunnelInput      *input)
{
  return parse_money (command, "--income", words->income, &input->income)
         && parse_money (command, "--base", words->base, &input->base)
         && parse_money (command, "--deal", words->deal, &input->average_deal)
         && parse_rate (command, "--win-rate", words->win_rate, ACCORD_RATE_ONE, &input->win_rate)
         && parse_rate (command, "--meeting-rate", words->meeting_rate, ACCORD_RATE_ONE, &input->meeting_rate)
         && parse_rate (command, "--outreach-rate", words->outreach_rate, ACCORD_RATE_ONE, &input->outreach_rate)
         && parse_rate (command, "--weeks", words->weeks, ACCORD_RATE_MAX, &input->weeks);
}

static int
print_funnel (const AccordCliCommand *command,
              const AccordFunnel     *funnel,
              AccordCliFormat         format)
{
  g_autoptr (AccordCliOutput) output = accord_cli_output_new (format, columns, G_N_ELEMENTS (columns), TRUE);

  accord_cli_output_money (output, funnel->variable, DECIMALS);
  accord_cli_output_money (output, funnel->bookings, DECIMALS);
  accord_cli_output_integer (output, funnel->deals);
  accord_cli_output_integer (output, funnel->opportunities);
  accord_cli_output_integer (output, funnel->meetings);
  accord_cli_output_integer (output, funnel->outreach);
  accord_cli_output_number (output, funnel->outreach_per_week);

  return accord_cli_output_finish (output, command);
}

static int
explain_failure (const AccordCliCommand *command,
                 const PlanWords        *words,
                 const AccordFunnel     *funnel,
                 const GError           *error)
{
  g_autofree char *gap = accord_money_to_text (funnel->gap, DECIMALS);
  g_autofree char *variable = accord_money_to_text (funnel->variable, DECIMALS);

  if (g_error_matches (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_IMPOSSIBLE))
    return accord_cli_fault (
        command,
        /* Translators: the income asked for, the variable pay it takes, by how much the plan fails it */
        _("--income %s: this pay plan cannot pay the %s of variable pay it takes; it falls short by "
           "%s. Lower the income or change the plan"),
        words->income, variable, gap);

  return accord_cli_fault (command, "--income %s: %s", words->income, error->message);
}

static int
run (const AccordCliCommand *command,
     char                  **argv)
{
  g_auto (PlanWords) words = { NULL };
  const GOptionEntry entries[] = {
    { "income", 0, 0, G_OPTION_ARG_FILENAME, &words.income, N_ ("What to earn in the year"), N_ ("AMOUNT") },
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &words.base, N_ ("Base pay and other pay that is sure"), N_ ("AMOUNT") },
    { "rate", 0, 0, G_OPTION_ARG_FILENAME, &words.rate, N_ ("A flat rate on all bookings"), N_ ("RATE") },
    { "tiers", 0, 0, G_OPTION_ARG_FILENAME, &words.tiers, N_ ("Rates by bookings, as in 0:0.05,100000:0.07"),
      N_ ("TIERS") },
    { "cliff", 0, 0, G_OPTION_ARG_NONE, &words.cliff, N_ ("The tier that is reached pays on everything"), NULL },
    { "threshold", 0, 0, G_OPTION_ARG_FILENAME, &words.threshold, N_ ("Bookings below which nothing is paid"),
      N_ ("AMOUNT") },
    { "cap", 0, 0, G_OPTION_ARG_FILENAME, &words.cap, N_ ("The most variable pay"), N_ ("AMOUNT") },
    { "deal", 0, 0, G_OPTION_ARG_FILENAME, &words.deal, N_ ("An average deal"), N_ ("AMOUNT") },
    { "win-rate", 0, 0, G_OPTION_ARG_FILENAME, &words.win_rate, N_ ("Share of opportunities that are won"),
      N_ ("RATE") },
    { "meeting-rate", 0, 0, G_OPTION_ARG_FILENAME, &words.meeting_rate,
      N_ ("Share of first meetings that become opportunities"), N_ ("RATE") },
    { "outreach-rate", 0, 0, G_OPTION_ARG_FILENAME, &words.outreach_rate,
      N_ ("Share of outreach that becomes a first meeting"), N_ ("RATE") },
    { "weeks", 0, 0, G_OPTION_ARG_FILENAME, &words.weeks, N_ ("Working weeks left"), N_ ("NUMBER") },
    ACCORD_CLI_FORMAT_OPTION (&words.format),
    { NULL }
  };
  g_autoptr (AccordPayPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  AccordFunnelInput input;
  AccordFunnel funnel;
  AccordCliFormat format;

  if (!accord_cli_parse (command, &argv, entries) || !accord_cli_parse_format (command, words.format, &format)
      || !words_are_complete (command, &words))
    return ACCORD_CLI_MISUSE;

  accord_funnel_input_init (&input);
  plan = pay_plan_from_words (command, &words);
  if (plan == NULL || !input_from_words (command, &words, &input))
    return ACCORD_CLI_FAULT;
  input.plan = plan;
  if (!accord_funnel_compute (&input, &funnel, &error))
    return explain_failure (command, &words, &funnel, error);

  return print_funnel (command, &funnel, format);
}

const AccordCliCommand accord_cli_plan = {
  .name = "plan",
  .arguments = "",
  .n_required = 0,
  .summary = N_ ("From an income to bookings, deals and the week's outreach"),
  .details = N_ (
      "Amounts are in whole units of money with up to two decimals, rates are fractions: 0.25 is 25 %. The edges of\n"
      "tiers and the threshold are bookings, the cap is pay. Tiers are marginal, each band paying its own rate,\n"
      "unless --cliff. A figure whose rate is not given is null."),
  .run = run,
};
