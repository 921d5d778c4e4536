/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-demo-private.h"

#include "accord-allocation.h"
#include "accord-opportunities.h"
#include "accord-types.h"

/* Deals are rounded to five hundred. */
#define DEAL_STEP (500 * ACCORD_DEMO_CENTS)
#define N_STAGES 4
#define MAX_WON 64 /* of one seller in one quarter */

/* Where the opportunities stand while they are made. */
typedef struct
{
  AccordDemo *demo;
  const AccordDemoSeller *seller;
  AccordDemoRandom random;
  GArray *deals; /* of Deal */
  guint index;   /* of the seller */
  gint64 carried;      /* booked by the plan, too little for a deal of its own */
  gint64 lost_parts;   /* hundredths of a lost opportunity that are still owed */
  gint64 early_parts;  /* hundredths of an early loss that are still owed */
} Making;

typedef struct
{
  AccordOpportunity opportunity; /* texts borrowed from the source, but for external, which is owned */
  int last_stage;                /* from 0, the stage it is in or was closed in */
  AccordDate entered[N_STAGES];  /* the day each stage up to that one was entered */
} Deal;

static const char *
source_text (AccordDemo *demo,
             const char *array,
             guint       index)
{
  JsonArray *texts = json_object_get_array_member (demo->source, array);

  return json_array_get_string_element (texts, index % json_array_get_length (texts));
}

/* Stages are entered at these shares of the way from created to closed, in hundredths. */
static void
deal_set_stages (Deal             *deal,
                 AccordDemoRandom *random,
                 int               days)
{
  static const int shares[N_STAGES] = { 0, 22, 52, 80 };

  deal->entered[0] = deal->opportunity.created;
  for (int i = 1; i <= deal->last_stage; i++)
    {
      /* A deal that ends in an early stage spends all of its days on the way there. */
      int share = shares[i] * 100 / (deal->last_stage < N_STAGES - 1 ? shares[deal->last_stage + 1] : 100);
      AccordDate day = deal->opportunity.created
                       + (AccordDate) (days * (share + accord_demo_random_range (random, -6, 6)) / 100);

      deal->entered[i] = MAX (accord_demo_working_day (day), deal->entered[i - 1]);
    }
}

static Deal *
making_add (Making                *self,
            AccordOpportunityState state,
            int                    last_stage,
            AccordDate             created,
            AccordDate             closed,
            gint64                 amount)
{
  Deal deal = { .last_stage = last_stage };
  guint account = self->index * 10 + (guint) accord_demo_random_range (&self->random, 0, 13);

  deal.opportunity.member = self->seller->id;
  deal.opportunity.account = (char *) source_text (self->demo, "accounts", account);
  deal.opportunity.product =
      (char *) source_text (self->demo, "products", (guint) accord_demo_random_range (&self->random, 0, 5));
  deal.opportunity.stage =
      (char *) (state == ACCORD_OPPORTUNITY_WON ? json_object_get_string_member (self->demo->source, "won-stage")
                                                : source_text (self->demo, "stages", (guint) last_stage));
  deal.opportunity.state = state;
  deal.opportunity.created = created;
  deal.opportunity.closed = closed;
  deal.opportunity.amount = amount;
  g_array_append_val (self->deals, deal);

  return &g_array_index (self->deals, Deal, self->deals->len - 1);
}

/* A working day from first to last, rather late: quarters are made in their last weeks. */
static AccordDate
draw_close (Making    *self,
            AccordDate first,
            AccordDate last)
{
  gint64 one = accord_demo_random_range (&self->random, 0, last - first);
  gint64 two = accord_demo_random_range (&self->random, 0, last - first);

  return MAX (accord_demo_working_day (first + (AccordDate) MAX (one, two)), first);
}

static void
add_closed (Making                *self,
            AccordOpportunityState state,
            int                    last_stage,
            gint64                 cycle,
            AccordDate             first,
            AccordDate             last,
            gint64                 amount)
{
  AccordDate closed = draw_close (self, first, last);
  AccordDate created = closed - (AccordDate) (cycle * accord_demo_random_range (&self->random, 72, 128) / 100);
  Deal *deal;

  /* Nobody opened anything before they were there. */
  created = accord_demo_working_day (MAX (created, self->seller->started + 4));
  closed = MAX (closed, created + 5);
  deal = making_add (self, state, last_stage, created, MIN (closed, last), amount);
  deal_set_stages (deal, &self->random, deal->opportunity.closed - created);
}

static void
add_won (Making    *self,
         gint64     booked,
         gsize      n_won,
         AccordDate first,
         AccordDate last)
{
  gint64 weights[MAX_WON];
  gint64 parts[MAX_WON];

  for (gsize i = 0; i < n_won; i++)
    weights[i] = accord_demo_random_range (&self->random, 55, 160);
  accord_allocate (booked / DEAL_STEP, weights, n_won, parts);
  for (gsize i = 0; i < n_won; i++)
    add_closed (self, ACCORD_OPPORTUNITY_WON, N_STAGES - 1, self->seller->cycle, first, last, parts[i] * DEAL_STEP);
}

static void
add_lost (Making    *self,
          int        year,
          gsize      n_won,
          AccordDate first,
          AccordDate last)
{
  gint64 win = self->seller->win[year];

  self->lost_parts += (gint64) n_won * 100 * (100 - win) / win;
  for (; self->lost_parts >= 100; self->lost_parts -= 100)
    {
      gint64 amount = self->seller->deal * accord_demo_random_range (&self->random, 60, 150) / 100;
      gboolean early;

      self->early_parts += self->seller->early[year];
      early = self->early_parts >= 100;
      self->early_parts -= early ? 100 : 0;
      add_closed (self, ACCORD_OPPORTUNITY_LOST, (early ? 0 : 2) + (int) accord_demo_random_range (&self->random, 0, 1),
                  early ? self->seller->cycle * 2 / 5 : self->seller->cycle, first, last, amount - amount % DEAL_STEP);
    }
}

/* A quarter up to today: what is won follows from the commitment, what is lost from the win rate. */
static void
make_quarter (Making       *self,
              AccordQuarter quarter)
{
  int year = accord_demo_year_index (self->demo, quarter.year);
  gint64 commitment = self->seller->quarters[year][quarter.quarter - 1];
  AccordDate starts = accord_quarter_get_start (quarter, ACCORD_DEMO_FISCAL_START);
  AccordDate ends = accord_quarter_get_end (quarter, ACCORD_DEMO_FISCAL_START);
  AccordDate first = MAX (starts, self->seller->started + 20);
  AccordDate last = MIN (ends, self->demo->today);
  gint64 percent = self->seller->attainment[year] + accord_demo_random_range (&self->random, -3, 3);
  gint64 booked;
  gsize n_won;

  if (commitment == 0 || last < first)
    return;
  booked = accord_wide_divide_round ((AccordWide) commitment * percent * accord_working_days (starts, last, NULL, 0),
                                     (AccordWide) 100 * accord_working_days (starts, ends, NULL, 0));
  booked += self->carried;
  n_won = (gsize) ((booked + self->seller->deal / 2) / self->seller->deal);
  if (n_won == 0)
    {
      self->carried = booked;
      return;
    }
  self->carried = booked % DEAL_STEP;
  n_won = MIN (n_won, MAX_WON);
  add_won (self, booked, n_won, first, last);
  add_lost (self, year, n_won, first, last);
}

/* What is open today: some due soon, some later, and those that nobody has moved for long. */
static void
make_open (Making *self)
{
  for (gint64 i = 0; i < self->seller->open; i++)
    {
      gboolean aged = i < self->seller->aged;
      gint64 age = aged ? self->seller->cycle + accord_demo_random_range (&self->random, 60, 140)
                        : accord_demo_random_range (&self->random, 6, self->seller->cycle);
      AccordDate created = accord_demo_working_day (self->demo->today - (AccordDate) age);
      AccordDate due =
          self->demo->today
          + (AccordDate) (aged ? accord_demo_random_range (&self->random, -40, 10)
                               : MAX (accord_demo_random_range (&self->random, 4, 14),
                                      self->seller->cycle - age + accord_demo_random_range (&self->random, 0, 45)));
      int stage = aged ? 1 : (int) MIN (N_STAGES - 1, age * N_STAGES / (self->seller->cycle + 1));
      gint64 amount = self->seller->deal * accord_demo_random_range (&self->random, 60, 160) / 100;
      Deal *deal = making_add (self, ACCORD_OPPORTUNITY_OPEN, stage, MAX (created, self->seller->started + 4),
                               accord_demo_working_day (due), amount - amount % DEAL_STEP);

      deal_set_stages (deal, &self->random,
                       MIN ((int) (self->demo->today - deal->opportunity.created), aged ? 30 : 1000));
    }
}

static int
compare_created (gconstpointer a,
                 gconstpointer b)
{
  const Deal *one = a;
  const Deal *two = b;

  if (one->opportunity.created != two->opportunity.created)
    return one->opportunity.created < two->opportunity.created ? -1 : 1;
  if (one->opportunity.member != two->opportunity.member)
    return one->opportunity.member < two->opportunity.member ? -1 : 1;

  return (one->opportunity.amount > two->opportunity.amount) - (one->opportunity.amount < two->opportunity.amount);
}

static GArray *
make_deals (AccordDemo *demo)
{
  GArray *deals = g_array_new (FALSE, TRUE, sizeof (Deal));

  for (guint i = 0; i < demo->sellers->len; i++)
    {
      Making making = {
        .demo = demo, .seller = &g_array_index (demo->sellers, AccordDemoSeller, i), .deals = deals, .index = i
      };

      accord_demo_random_init (&making.random, 2, i);
      for (int year = demo->year - ACCORD_DEMO_YEARS + 1; year <= demo->year; year++)
        {
          for (int quarter = 1; quarter <= 4; quarter++)
            make_quarter (&making, (AccordQuarter) { year, quarter });
        }
      make_open (&making);
    }
  g_array_sort (deals, compare_created);
  for (guint i = 0; i < deals->len; i++)
    g_array_index (deals, Deal, i).opportunity.external = g_strdup_printf ("D-%04u", i + 1);

  return deals;
}

/* The team's CRM is looked at on Fridays: the first one from this day on. */
static AccordDate
seen_on (AccordDemo *demo,
         AccordDate  date)
{
  AccordDate friday = date + (5 - accord_date_get_weekday (date) + 7) % 7;

  return MIN (friday, demo->today);
}

/* The day its last stage, or its end, was seen. */
static AccordDate
deal_last_seen (AccordDemo *demo,
                const Deal *deal)
{
  if (deal->opportunity.state != ACCORD_OPPORTUNITY_OPEN)
    return seen_on (demo, deal->opportunity.closed);

  return seen_on (demo, deal->entered[deal->last_stage]);
}

static void
append_observation (GArray                *observations,
                    gint64                 id,
                    AccordDate             seen,
                    const char            *stage,
                    AccordOpportunityState state)
{
  AccordStageObservation observation = { id, seen, (char *) stage, state };

  g_array_append_val (observations, observation);
}

/* Every stage on the first day that it was seen. */
static void
append_history (AccordDemo *demo,
                const Deal *deal,
                gint64      id,
                GArray     *observations)
{
  AccordDate last = deal_last_seen (demo, deal);
  int n_before = deal->opportunity.state == ACCORD_OPPORTUNITY_OPEN ? deal->last_stage : deal->last_stage + 1;

  for (int i = 0; i < n_before; i++)
    {
      AccordDate seen = seen_on (demo, deal->entered[i]);
      AccordDate next = i + 1 < n_before ? seen_on (demo, deal->entered[i + 1]) : last;

      /* A stage that was left before the next Friday was never seen. */
      if (seen < next)
        append_observation (observations, id, seen, source_text (demo, "stages", (guint) i), ACCORD_OPPORTUNITY_OPEN);
    }
  append_observation (observations, id, last, deal->opportunity.stage, deal->opportunity.state);
}

static gboolean
put_deals (AccordDemo *demo,
           GArray     *deals,
           GError    **error)
{
  g_autoptr (GArray) opportunities = g_array_new (FALSE, FALSE, sizeof (AccordOpportunity));

  for (guint i = 0; i < deals->len; i++)
    g_array_append_val (opportunities, g_array_index (deals, Deal, i).opportunity);

  return accord_opportunities_put (demo->workspace, (AccordOpportunity *) opportunities->data, opportunities->len,
                                   ACCORD_DATE_NONE, error);
}

static gboolean
observe_history (AccordDemo *demo,
                 GArray     *deals,
                 GError    **error)
{
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) observations = g_array_new (FALSE, FALSE, sizeof (AccordStageObservation));

  stored = accord_opportunities_read (demo->workspace, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE, error);
  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    {
      AccordOpportunity *opportunity = stored->pdata[i];

      g_hash_table_insert (ids, opportunity->external, &opportunity->id);
    }
  for (guint i = 0; i < deals->len; i++)
    {
      const Deal *deal = &g_array_index (deals, Deal, i);
      const gint64 *id = g_hash_table_lookup (ids, deal->opportunity.external);

      g_assert (id != NULL);
      append_history (demo, deal, *id, observations);
    }

  return accord_opportunities_observe (demo->workspace, (AccordStageObservation *) observations->data,
                                       observations->len, error);
}

gboolean
accord_demo_put_deals (AccordDemo *self,
                       GError    **error)
{
  g_autoptr (GArray) deals = make_deals (self);
  gboolean done = put_deals (self, deals, error) && observe_history (self, deals, error);

  for (guint i = 0; i < deals->len; i++)
    g_free (g_array_index (deals, Deal, i).opportunity.external);

  return done;
}
