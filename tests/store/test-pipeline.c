/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rich.h"

#include "accord-opportunities.h"
#include "accord-pipeline.h"

#define DAY(month, day) accord_date_new (2026, (month), (day))

static gint64
add_member (Fixture    *fixture,
            const char *name)
{
  g_autoptr (AccordRecord) member = draft_member (name);

  return put (fixture->workspace, member);
}

/* What an import of that day says of a deal. */
static void
see (Fixture               *fixture,
     AccordDate             observed,
     const char            *external,
     gint64                 member,
     const char            *stage,
     AccordOpportunityState state,
     AccordDate             created,
     gint64                 amount)
{
  const AccordOpportunity deal = {
    .external = (char *) external,
    .member = member,
    .account = (char *) "Contoso",
    .product = (char *) "Søknad",
    .stage = (char *) stage,
    .state = state,
    .created = created,
    .closed = state == ACCORD_OPPORTUNITY_OPEN ? DAY (12, 24) : observed,
    .amount = amount,
  };
  g_autoptr (GError) error = NULL;

  accord_opportunities_put (fixture->workspace, &deal, 1, observed, &error);
  g_assert_no_error (error);
}

/* Two stages, Discovery before Proposal. A stays ten days in each and is won. B has been in Proposal for forty. C is new, and nobody
 * knows what it is worth. D is lost in Discovery, E before any import saw it open. */
static void
fill (Fixture *fixture,
      gint64  *joe,
      gint64  *craig)
{
  *joe = add_member (fixture, "Joe");
  *craig = add_member (fixture, "Craig");
  see (fixture, DAY (10, 1), "A", *joe, "Discovery", ACCORD_OPPORTUNITY_OPEN, DAY (10, 1), 300);
  see (fixture, DAY (10, 1), "B", *joe, "Discovery", ACCORD_OPPORTUNITY_OPEN, DAY (10, 1), 500);
  see (fixture, DAY (10, 1), "D", *craig, "Discovery", ACCORD_OPPORTUNITY_OPEN, DAY (10, 1), 700);
  see (fixture, DAY (10, 11), "A", *joe, "Proposal", ACCORD_OPPORTUNITY_OPEN, DAY (10, 1), 300);
  see (fixture, DAY (10, 11), "D", *craig, "Discovery", ACCORD_OPPORTUNITY_LOST, DAY (10, 1), 700);
  see (fixture, DAY (10, 21), "A", *joe, "Won", ACCORD_OPPORTUNITY_WON, DAY (10, 1), 300);
  see (fixture, DAY (10, 21), "B", *joe, "Proposal", ACCORD_OPPORTUNITY_OPEN, DAY (10, 1), 500);
  see (fixture, DAY (11, 2), "E", *craig, "Gone", ACCORD_OPPORTUNITY_LOST, DAY (9, 1), 900);
  see (fixture, DAY (11, 21), "C", *craig, "Discovery", ACCORD_OPPORTUNITY_OPEN, DAY (11, 21), ACCORD_UNKNOWN);
}

static AccordPipeline *
read_pipeline (Fixture    *fixture,
               GHashTable *members)
{
  g_autoptr (GError) error = NULL;
  AccordPipeline *pipeline = accord_pipeline_new (fixture->workspace, members, DAY (10, 1), DAY (12, 31), DAY (11, 30), &error);

  g_assert_no_error (error);
  g_assert_nonnull (pipeline);

  return pipeline;
}

static void
assert_stage (const AccordPipeline *pipeline,
              guint                 i,
              AccordStageSum        expected)
{
  const AccordStageSum *sum = &g_array_index (pipeline->stages, AccordStageSum, i);

  g_assert_cmpstr (sum->name, ==, expected.name);
  g_assert_cmpuint (sum->count, ==, expected.count);
  g_assert_cmpint (sum->amount, ==, expected.amount);
  g_assert_cmpuint (sum->aged, ==, expected.aged);
  g_assert_cmpint (sum->aged_amount, ==, expected.aged_amount);
}

static void
test_everybody (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autoptr (AccordPipeline) pipeline = NULL;
  const AccordOpenDeal *deals;
  gint64 joe, craig;

  fill (fixture, &joe, &craig);
  pipeline = read_pipeline (fixture, NULL);

  g_assert_cmpuint (pipeline->deals->len, ==, 2);
  deals = (const AccordOpenDeal *) (gpointer) pipeline->deals->data;
  g_assert_cmpstr (deals[0].opportunity->external, ==, "B");
  g_assert_cmpint (deals[0].stay.days, ==, 40);
  g_assert_true (deals[0].stay.aged);
  g_assert_cmpstr (deals[1].opportunity->external, ==, "C");
  g_assert_cmpint (deals[1].stay.days, ==, 9);
  g_assert_false (deals[1].stay.aged);

  g_assert_cmpuint (pipeline->stages->len, ==, 2);
  assert_stage (pipeline, 0, (AccordStageSum) { "Discovery", 1, ACCORD_UNKNOWN, 0, 0 });
  assert_stage (pipeline, 1, (AccordStageSum) { "Proposal", 1, 500, 1, 500 });
  g_assert_cmpint (pipeline->amount, ==, 500);

  g_assert_cmpuint (pipeline->n_lost, ==, 2);
  g_assert_cmpuint (pipeline->n_lost_unknown, ==, 1);
  g_assert_cmpuint (pipeline->n_lost_early, ==, 1);
  g_assert_cmpint (accord_pipeline_get_early_share (pipeline), ==, ACCORD_RATE_ONE);
  g_assert_cmpuint (pipeline->losses->len, ==, 1);
  g_assert_cmpstr (g_array_index (pipeline->losses, AccordStageLosses, 0).stage->name, ==, "Discovery");
  g_assert_cmpuint (g_array_index (pipeline->losses, AccordStageLosses, 0).count, ==, 1);

  g_assert_cmpuint (pipeline->cycle_days->len, ==, 1);
  g_assert_cmpint (g_array_index (pipeline->cycle_days, gint64, 0), ==, 20);
}

static void
test_some (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autoptr (GHashTable) members = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (AccordPipeline) pipeline = NULL;
  gint64 joe, craig;

  fill (fixture, &joe, &craig);
  g_hash_table_add (members, &craig);
  pipeline = read_pipeline (fixture, members);

  /* A stage without deals has nothing in it; what a deal is worth that nobody knows is not 0. */
  assert_stage (pipeline, 0, (AccordStageSum) { "Discovery", 1, ACCORD_UNKNOWN, 0, 0 });
  assert_stage (pipeline, 1, (AccordStageSum) { "Proposal", 0, 0, 0, 0 });
  g_assert_cmpint (pipeline->amount, ==, ACCORD_UNKNOWN);
  g_assert_cmpuint (pipeline->cycle_days->len, ==, 0);
  g_assert_cmpuint (pipeline->n_lost, ==, 2);

  g_clear_pointer (&pipeline, accord_pipeline_free);
  g_hash_table_remove_all (members);
  g_hash_table_add (members, &joe);
  pipeline = read_pipeline (fixture, members);
  g_assert_cmpuint (pipeline->deals->len, ==, 1);
  g_assert_cmpuint (pipeline->n_lost, ==, 0);
  g_assert_cmpint (accord_pipeline_get_early_share (pipeline), ==, ACCORD_UNKNOWN);
}

/* A stage that no deal came to from another, or left for one, is neither early nor late: as the patterns count it. */
static void
test_no_place (Fixture      *fixture,
               gconstpointer user_data)
{
  g_autoptr (AccordPipeline) pipeline = NULL;
  gint64 joe, craig;

  fill (fixture, &joe, &craig);
  see (fixture, DAY (11, 22), "F", joe, "Aside", ACCORD_OPPORTUNITY_OPEN, DAY (11, 22), 40);
  see (fixture, DAY (11, 23), "F", joe, "Aside", ACCORD_OPPORTUNITY_LOST, DAY (11, 22), 40);
  pipeline = read_pipeline (fixture, NULL);

  g_assert_cmpint (accord_stage_times_find_stage (pipeline->times, "Aside")->position, ==, -1);
  g_assert_cmpuint (pipeline->n_lost, ==, 3);
  g_assert_cmpuint (pipeline->n_lost_unknown, ==, 2);
  g_assert_cmpuint (pipeline->n_lost_early, ==, 1);
  g_assert_cmpint (accord_pipeline_get_early_share (pipeline), ==, ACCORD_RATE_ONE);
  g_assert_cmpuint (pipeline->losses->len, ==, 1);
  g_assert_cmpstr (g_array_index (pipeline->losses, AccordStageLosses, 0).stage->name, ==, "Discovery");
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (AccordPipeline) pipeline = read_pipeline (fixture, NULL);

  g_assert_cmpuint (pipeline->deals->len, ==, 0);
  g_assert_cmpuint (pipeline->stages->len, ==, 0);
  g_assert_cmpint (pipeline->amount, ==, 0);
}

static void
test_history (Fixture      *fixture,
              gconstpointer user_data)
{
  static const char *const expected[] = { "Discovery", "Proposal", "Won" };
  const AccordDate days[] = { DAY (10, 1), DAY (10, 11), DAY (10, 21) };
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (GError) error = NULL;
  gint64 joe, craig;

  fill (fixture, &joe, &craig);
  stages = accord_opportunities_read_stages (fixture->workspace, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stages->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const AccordStageObservation *seen = g_ptr_array_index (stages, i);

      g_assert_cmpstr (seen->stage, ==, expected[i]);
      g_assert_cmpint (seen->observed, ==, days[i]);
      g_assert_cmpint (seen->state, ==, i == 2 ? ACCORD_OPPORTUNITY_WON : ACCORD_OPPORTUNITY_OPEN);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/pipeline/everybody", test_everybody);
  fixture_add ("/pipeline/some", test_some);
  fixture_add ("/pipeline/no-place", test_no_place);
  fixture_add ("/pipeline/nothing", test_nothing);
  fixture_add ("/pipeline/history", test_history);

  return g_test_run ();
}
