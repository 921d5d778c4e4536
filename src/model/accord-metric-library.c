/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-metric-library.h"

#include "accord-name.h"

#include <glib/gi18n.h>

/* Outreach, first meetings and opportunities opened bear the names that the goal wizard's weekly targets look for. */
static const AccordMetricTemplate templates[] = {
  { N_("Outreach"),
    N_("Calls that were answered and messages that got a reply, to people we have not met yet."),
    N_("Each member counts their own and enters it at the end of the week."),
    ACCORD_METRIC_THEME_ACTIVITY, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_SUM, TRUE },
  { N_("First meetings"),
    N_("First conversations with somebody who may have the problem that we solve."),
    N_("From the calendar, entered at the end of the week."),
    ACCORD_METRIC_THEME_ACTIVITY, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_SUM, TRUE },
  { N_("Second meetings"),
    N_("Meetings that the other side wanted after the first one."),
    N_("From the calendar, entered at the end of the week."),
    ACCORD_METRIC_THEME_ACTIVITY, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_SUM, TRUE },
  { N_("Decision makers met"),
    N_("People met for the first time who can say yes to the whole amount."),
    N_("Each member names them in the weekly review."),
    ACCORD_METRIC_THEME_ACTIVITY, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_SUM, TRUE },
  { N_("Demonstrations"),
    N_("Demonstrations held after we knew what they had to show."),
    N_("From the calendar, entered at the end of the week."),
    ACCORD_METRIC_THEME_ACTIVITY, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_SUM, TRUE },
  { N_("Proposals sent"),
    N_("Proposals with a price and a date, sent to somebody who asked for one."),
    N_("From the sales system, by the day they were sent."),
    ACCORD_METRIC_THEME_ACTIVITY, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_SUM, TRUE },
  { N_("Partner introductions"),
    N_("Introductions to possible customers that a partner made for us."),
    N_("Each member counts their own; the partner list settles doubts."),
    ACCORD_METRIC_THEME_ACTIVITY, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_SUM, TRUE },
  { N_("Ideal-account share"),
    N_("First meetings at accounts that fit our ideal, of all first meetings."),
    N_("Accounts are marked in the sales system before the meeting."),
    ACCORD_METRIC_THEME_ACTIVITY, ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_RATIO_OF_SUMS, TRUE },
  { N_("Opportunities opened"),
    N_("Opportunities created: a problem, a person who decides and a date are known."),
    N_("From the opportunities, by the day they were created."),
    ACCORD_METRIC_THEME_PIPELINE, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_SUM, TRUE },
  { N_("Pipeline added"),
    N_("Value of the opportunities opened, as estimated when they were."),
    N_("From the opportunities, by the day they were created."),
    ACCORD_METRIC_THEME_PIPELINE, ACCORD_UNIT_MONEY, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_SUM, TRUE },
  { N_("Meeting to opportunity"),
    N_("Opportunities opened, of the first meetings held."),
    N_("Computed from the two numbers, for the same month."),
    ACCORD_METRIC_THEME_PIPELINE, ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_RATIO_OF_SUMS, TRUE },
  { N_("Pipeline coverage"),
    N_("Open value due in the quarter, divided by what is missing to the quota: enough, and no more than can "
       "be worked on."),
    N_("From the opportunities and quotas, as they stand at the end of the week."),
    ACCORD_METRIC_THEME_PIPELINE, ACCORD_UNIT_RATIO, ACCORD_DIRECTION_WITHIN,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_LAST, TRUE },
  { N_("Next step agreed"),
    N_("Open opportunities whose next step has a date and was agreed with the customer, of all open ones."),
    N_("From the sales system, as it stands at the end of the week."),
    ACCORD_METRIC_THEME_PIPELINE, ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_LAST, TRUE },
  { N_("Aged opportunities"),
    N_("Open opportunities that have been in their stage for longer than usual."),
    N_("From the history of stages, as it stands at the end of the week."),
    ACCORD_METRIC_THEME_PIPELINE, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_LOWER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_LAST, TRUE },
  { N_("Slipped deals"),
    N_("Opportunities whose closing date moved into a later quarter."),
    N_("From the history of opportunities."),
    ACCORD_METRIC_THEME_PIPELINE, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_LOWER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_SUM, FALSE },
  { N_("Early losses"),
    N_("Opportunities lost or left undecided in the first two stages, of all that ended."),
    N_("From the history of stages."),
    ACCORD_METRIC_THEME_PIPELINE, ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_LOWER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_RATIO_OF_SUMS, FALSE },
  { N_("Bookings"),
    N_("Value of won opportunities, first year."),
    N_("From the opportunities, by the day they were won."),
    ACCORD_METRIC_THEME_RESULTS, ACCORD_UNIT_MONEY, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_SUM, FALSE },
  { N_("Deals won"),
    N_("Opportunities won."),
    N_("From the opportunities, by the day they were won."),
    ACCORD_METRIC_THEME_RESULTS, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_SUM, FALSE },
  { N_("New customers"),
    N_("Customers who had not bought from us in the last three years."),
    N_("From the order book; finance settles doubts."),
    ACCORD_METRIC_THEME_RESULTS, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_SUM, FALSE },
  { N_("Win rate"),
    N_("Opportunities won, of those won or lost."),
    N_("From the opportunities, by the day they were closed."),
    ACCORD_METRIC_THEME_RESULTS, ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_RATIO_OF_SUMS, FALSE },
  { N_("Average deal"),
    N_("Value of won opportunities, divided by how many were won."),
    N_("From the opportunities, by the day they were won."),
    ACCORD_METRIC_THEME_RESULTS, ACCORD_UNIT_MONEY, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_WEIGHTED_MEAN, FALSE },
  { N_("Sales cycle"),
    N_("Days from the opening of an opportunity to the day it was won."),
    N_("From the opportunities, by the day they were won."),
    ACCORD_METRIC_THEME_RESULTS, ACCORD_UNIT_DAYS, ACCORD_DIRECTION_LOWER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_WEIGHTED_MEAN, FALSE },
  { N_("Discount given"),
    N_("What was taken off the list price, of the list price."),
    N_("From the order book."),
    ACCORD_METRIC_THEME_RESULTS, ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_LOWER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_WEIGHTED_MEAN, FALSE },
  { N_("Forecast accuracy"),
    N_("How close the quarter came to what was said a month before its end."),
    N_("From the forecasts on record and the bookings."),
    ACCORD_METRIC_THEME_RESULTS, ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_QUARTER, ACCORD_ROLL_UP_MEAN, FALSE },
  { N_("Renewals"),
    N_("Value that was renewed, of the value that came up for renewal."),
    N_("From the contracts, by the day they ran out."),
    ACCORD_METRIC_THEME_CUSTOMERS, ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_QUARTER, ACCORD_ROLL_UP_RATIO_OF_SUMS, FALSE },
  { N_("Expansion"),
    N_("Value that existing customers bought on top of what they had."),
    N_("From the order book."),
    ACCORD_METRIC_THEME_CUSTOMERS, ACCORD_UNIT_MONEY, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_SUM, FALSE },
  { N_("Customer visits"),
    N_("Visits to existing customers that had nothing to sell as their reason."),
    N_("From the calendar, entered at the end of the month."),
    ACCORD_METRIC_THEME_CUSTOMERS, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_SUM, TRUE },
  { N_("References"),
    N_("Customers who spoke for us to somebody who wants to buy."),
    N_("The list of references, kept by one member for all."),
    ACCORD_METRIC_THEME_CUSTOMERS, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_SUM, TRUE },
  { N_("Customer satisfaction"),
    N_("Answers to how satisfied the customer is, from 1 to 5."),
    N_("From the survey three months after the start."),
    ACCORD_METRIC_THEME_CUSTOMERS, ACCORD_UNIT_RATIO, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_QUARTER, ACCORD_ROLL_UP_MEAN, FALSE },
  { N_("Response time"),
    N_("Working days until a new inquiry has an answer from a person."),
    N_("From the inbox of inquiries."),
    ACCORD_METRIC_THEME_CRAFT, ACCORD_UNIT_DAYS, ACCORD_DIRECTION_LOWER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_MEAN, TRUE },
  { N_("Deadlines met"),
    N_("Promises to customers and to the team that were kept by their day, of those due."),
    N_("From the follow-ups, entered at the end of the week."),
    ACCORD_METRIC_THEME_CRAFT, ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_RATIO_OF_SUMS, TRUE },
  { N_("Records complete"),
    N_("Open opportunities with amount, date, stage and next step filled in, of all open ones."),
    N_("A sample of ten for each member, at the end of the month."),
    ACCORD_METRIC_THEME_CRAFT, ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_LAST, TRUE },
  { N_("Training sessions"),
    N_("Training or practice of at least half an hour, alone or with a colleague."),
    N_("Each member counts their own."),
    ACCORD_METRIC_THEME_CRAFT, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_SUM, TRUE },
  { N_("Calls reviewed"),
    N_("Own calls listened to again with a colleague."),
    N_("Counted in the weekly review."),
    ACCORD_METRIC_THEME_CRAFT, ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER,
    ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_SUM, TRUE },
};

const AccordMetricTemplate *
accord_metric_library_get (gsize *n_templates)
{
  g_return_val_if_fail (n_templates != NULL, NULL);

  *n_templates = G_N_ELEMENTS (templates);

  return templates;
}

const char *
accord_metric_theme_get_label (AccordMetricTheme theme)
{
  switch (theme)
    {
    case ACCORD_METRIC_THEME_ACTIVITY:
      /* Translators: a heading over metrics such as calls and meetings. */
      return C_("metrics", "Activity");

    case ACCORD_METRIC_THEME_PIPELINE:
      return C_("metrics", "Pipeline");

    case ACCORD_METRIC_THEME_RESULTS:
      return C_("metrics", "Results");

    case ACCORD_METRIC_THEME_CUSTOMERS:
      return C_("metrics", "Customers");

    case ACCORD_METRIC_THEME_CRAFT:
      /* Translators: a heading over metrics of how well the work is done: deadlines met, training. */
      return C_("metrics", "Craft");

    case ACCORD_N_METRIC_THEMES:
    default:
      g_return_val_if_reached ("");
    }
}

const char *
accord_metric_template_get_name (const AccordMetricTemplate *self)
{
  g_return_val_if_fail (self != NULL, "");

  return _(self->name);
}

const char *
accord_metric_template_get_definition (const AccordMetricTemplate *self)
{
  g_return_val_if_fail (self != NULL, "");

  return _(self->definition);
}

const char *
accord_metric_template_get_source_note (const AccordMetricTemplate *self)
{
  g_return_val_if_fail (self != NULL, "");

  return _(self->source_note);
}

AccordMetric *
accord_metric_template_make (const AccordMetricTemplate *self)
{
  AccordMetric *metric;

  g_return_val_if_fail (self != NULL, NULL);

  metric = accord_metric_new ();
  accord_metric_set_name (metric, _(self->name));
  accord_metric_set_definition (metric, _(self->definition));
  accord_metric_set_source_note (metric, _(self->source_note));
  accord_metric_set_unit (metric, self->unit);
  accord_metric_set_direction (metric, self->direction);
  accord_metric_set_cadence (metric, self->cadence);
  accord_metric_set_rollup (metric, self->rollup);
  accord_metric_set_leading (metric, self->leading);

  return metric;
}

gboolean
accord_metric_template_is (const AccordMetricTemplate *self,
                           AccordMetric               *metric)
{
  const char *name;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ACCORD_IS_METRIC (metric), FALSE);

  name = accord_metric_get_name (metric);

  return accord_name_equal (name, self->name) || accord_name_equal (name, _(self->name));
}
