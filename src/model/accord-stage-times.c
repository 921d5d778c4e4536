/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-stage-times.h"

#include <string.h>

#include "accord-opportunity-figures.h"

#define NO_STAGE G_MAXUINT
/* Nobody works with more: what is beyond has no place, so that a file with another text in every row costs no more. */
#define STAGES_MAX 256

/* An opportunity as it was seen last. */
typedef struct
{
  gint64 id;
  AccordDate created;
  AccordDate since; /* first seen in @stage, while open */
  guint stage;      /* the one it is in, or was in before it closed */
  guint lost_in;    /* the one that it was seen lost in */
  AccordOpportunityState state;
  gboolean first;   /* @stage is the one that it was seen in first */
} Seen;

/* A stay that was left. */
typedef struct
{
  AccordDate created;
  AccordDate since;
  AccordDate left;
  guint stage;
  gboolean first;
} Stay;

struct _AccordStageTimes
{
  AccordDate as_of;
  GHashTable *by_name; /* of interned texts to index + 1 */
  GPtrArray *names;    /* by index */
  GArray *open;        /* of gboolean by index: whether an open one was seen in it */
  GArray *seen;        /* of Seen, by id */
  GArray *stays;       /* of Stay */
  guint *before;       /* STAGES_MAX x STAGES_MAX: how many were seen in one before the other */
  GArray *path;        /* of guint: the stages of the opportunity that is added, as it was first seen in them */
  AccordStage *stages; /* in order */
  guint n_stages;
  guint *places;       /* index of a name to place in stages, NO_STAGE for one that no open one was seen in */
};

AccordStageTimes *
accord_stage_times_new (AccordDate as_of)
{
  AccordStageTimes *self = g_new0 (AccordStageTimes, 1);

  self->as_of = as_of;
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->open = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->seen = g_array_new (FALSE, FALSE, sizeof (Seen));
  self->stays = g_array_new (FALSE, FALSE, sizeof (Stay));
  self->before = g_new0 (guint, STAGES_MAX * STAGES_MAX);
  self->path = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
accord_stage_times_free (AccordStageTimes *self)
{
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->names);
  g_array_unref (self->open);
  g_array_unref (self->seen);
  g_array_unref (self->stays);
  g_array_unref (self->path);
  g_free (self->before);
  g_free (self->stages);
  g_free (self->places);
  g_free (self);
}

static guint
intern_stage (AccordStageTimes *self,
              const char       *name)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, name));
  const gboolean open = FALSE;
  char *copy;

  if (known > 0)
    return known - 1;
  copy = g_strdup (name);
  g_ptr_array_add (self->names, copy);
  g_array_append_val (self->open, open);
  g_hash_table_insert (self->by_name, copy, GUINT_TO_POINTER (self->names->len));

  return self->names->len - 1;
}

static void
end_stay (AccordStageTimes *self,
          const Seen       *seen,
          AccordDate        day)
{
  const Stay stay = { seen->created, seen->since, day, seen->stage, seen->first };

  g_array_append_val (self->stays, stay);
}

/* The first time that the opportunity is in the stage: it comes after all those that it has been in. */
static void
note_order (AccordStageTimes *self,
            guint             stage)
{
  for (guint i = 0; i < self->path->len; i++)
    {
      if (g_array_index (self->path, guint, i) == stage)
        return;
    }
  for (guint i = 0; i < self->path->len; i++)
    {
      const guint other = g_array_index (self->path, guint, i);

      if (other < STAGES_MAX && stage < STAGES_MAX)
        self->before[other * STAGES_MAX + stage]++;
    }
  g_array_append_val (self->path, stage);
}

static void
see_open (AccordStageTimes *self,
          Seen             *seen,
          AccordDate        observed,
          guint             stage)
{
  g_array_index (self->open, gboolean, stage) = TRUE;
  note_order (self, stage);
  if (seen->stage == stage && seen->state == ACCORD_OPPORTUNITY_OPEN)
    return;

  if (seen->stage != NO_STAGE && seen->state == ACCORD_OPPORTUNITY_OPEN)
    end_stay (self, seen, observed);
  /* One that was closed when it was seen first did not begin with this one. */
  seen->first = seen->stage == NO_STAGE && seen->state == ACCORD_OPPORTUNITY_OPEN;
  seen->stage = stage;
  seen->since = observed;
}

void
accord_stage_times_add (AccordStageTimes      *self,
                        gint64                 opportunity,
                        AccordDate             created,
                        AccordDate             observed,
                        const char            *stage,
                        AccordOpportunityState state)
{
  const Seen added = { .id = opportunity, .created = created, .stage = NO_STAGE, .lost_in = NO_STAGE };
  Seen *seen = self->seen->len > 0 ? &g_array_index (self->seen, Seen, self->seen->len - 1) : NULL;
  guint index;

  g_return_if_fail (self->stages == NULL);
  g_return_if_fail (seen == NULL || seen->id <= opportunity);

  if (observed > self->as_of)
    return;
  if (seen == NULL || seen->id != opportunity)
    {
      g_array_append_val (self->seen, added);
      seen = &g_array_index (self->seen, Seen, self->seen->len - 1);
      g_array_set_size (self->path, 0);
    }

  index = intern_stage (self, stage);
  if (state == ACCORD_OPPORTUNITY_OPEN)
    see_open (self, seen, observed, index);
  else if (seen->state == ACCORD_OPPORTUNITY_OPEN && seen->stage != NO_STAGE)
    end_stay (self, seen, observed);
  seen->lost_in = state == ACCORD_OPPORTUNITY_LOST ? index : NO_STAGE;
  seen->state = state;
}

static guint
count_before (AccordStageTimes *self,
              guint             one,
              guint             other)
{
  return self->before[one * STAGES_MAX + other];
}

/* How many others a stage comes before; -1 where no opportunity was seen in it and in another one. */
static int
count_followers (AccordStageTimes *self,
                 guint             stage)
{
  const guint n = MIN (self->names->len, STAGES_MAX);
  gboolean placed = FALSE;
  int followers = 0;

  if (stage >= STAGES_MAX)
    return -1;
  for (guint i = 0; i < n; i++)
    {
      const guint ahead = count_before (self, stage, i), behind = count_before (self, i, stage);

      placed = placed || ahead + behind > 0;
      followers += ahead > behind;
    }

  return placed ? followers : -1;
}

typedef struct
{
  guint index;
  int followers;
} Rank;

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const Rank *one = a;
  const Rank *other = b;

  if (one->followers != other->followers)
    return one->followers > other->followers ? -1 : 1;

  return one->index < other->index ? -1 : one->index > other->index;
}

static void
order_stages (AccordStageTimes *self)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Rank));

  for (guint i = 0; i < self->names->len; i++)
    {
      const Rank rank = { i, count_followers (self, i) };

      if (g_array_index (self->open, gboolean, i))
        g_array_append_val (ranks, rank);
    }
  g_array_sort (ranks, compare_ranks);

  self->n_stages = ranks->len;
  self->stages = g_new0 (AccordStage, MAX (ranks->len, 1));
  self->places = g_new (guint, MAX (self->names->len, 1));
  for (guint i = 0; i < self->names->len; i++)
    self->places[i] = NO_STAGE;
  for (guint i = 0; i < ranks->len; i++)
    {
      const Rank *rank = &g_array_index (ranks, Rank, i);

      self->places[rank->index] = i;
      self->stages[i] = (AccordStage) { self->names->pdata[rank->index], rank->followers >= 0 ? (int) i : -1, ACCORD_UNKNOWN, 0 };
    }
}

/* Since when it was in the stage, as far as that is known; at_least where it may have been there before. */
static AccordDate
find_entry (const AccordStageTimes *self,
            guint                   stage,
            AccordDate              created,
            AccordDate              since,
            gboolean                first,
            gboolean               *at_least)
{
  const gboolean from_creation = first && self->stages[self->places[stage]].position == 0 && created != ACCORD_DATE_NONE
                                 && created <= since;

  *at_least = first && !from_creation;

  return from_creation ? created : since;
}

static void
find_medians (AccordStageTimes *self)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->n_stages; i++)
    g_ptr_array_add (days, g_array_new (FALSE, FALSE, sizeof (gint64)));
  for (guint i = 0; i < self->stays->len; i++)
    {
      const Stay *stay = &g_array_index (self->stays, Stay, i);
      gboolean at_least;
      const gint64 length = stay->left - find_entry (self, stay->stage, stay->created, stay->since, stay->first, &at_least);

      if (!at_least)
        g_array_append_val ((GArray *) days->pdata[self->places[stay->stage]], length);
    }
  for (guint i = 0; i < self->n_stages; i++)
    {
      GArray *of = days->pdata[i];

      self->stages[i].median = accord_cycle_median ((gint64 *) (gpointer) of->data, of->len);
      self->stages[i].n_stays = of->len;
    }
}

void
accord_stage_times_end (AccordStageTimes *self)
{
  g_return_if_fail (self->stages == NULL);

  order_stages (self);
  find_medians (self);
}

guint
accord_stage_times_get_n_stages (const AccordStageTimes *self)
{
  return self->n_stages;
}

const AccordStage *
accord_stage_times_get_stage (const AccordStageTimes *self,
                              guint                   i)
{
  g_return_val_if_fail (i < self->n_stages, NULL);

  return &self->stages[i];
}

const AccordStage *
accord_stage_times_find_stage (const AccordStageTimes *self,
                               const char             *name)
{
  for (guint i = 0; i < self->n_stages; i++)
    {
      if (strcmp (self->stages[i].name, name) == 0)
        return &self->stages[i];
    }

  return NULL;
}

static const Seen *
find_seen (const AccordStageTimes *self,
           gint64                  opportunity)
{
  guint low = 0, high = self->seen->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const Seen *seen = &g_array_index (self->seen, Seen, middle);

      if (seen->id == opportunity)
        return seen;
      if (seen->id < opportunity)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

gboolean
accord_stage_times_get_stay (const AccordStageTimes *self,
                             gint64                  opportunity,
                             AccordStageStay        *stay)
{
  const Seen *seen = find_seen (self, opportunity);

  g_return_val_if_fail (self->stages != NULL, FALSE);

  if (seen == NULL || seen->state != ACCORD_OPPORTUNITY_OPEN || seen->stage == NO_STAGE)
    return FALSE;

  stay->stage = &self->stages[self->places[seen->stage]];
  stay->since = find_entry (self, seen->stage, seen->created, seen->since, seen->first, &stay->at_least);
  stay->days = self->as_of - stay->since;
  stay->aged = stay->stage->median != ACCORD_UNKNOWN && stay->days * ACCORD_RATE_ONE > stay->stage->median;

  return TRUE;
}

const AccordStage *
accord_stage_times_get_loss (const AccordStageTimes *self,
                             gint64                  opportunity)
{
  const Seen *seen = find_seen (self, opportunity);

  g_return_val_if_fail (self->stages != NULL, NULL);

  if (seen == NULL || seen->state != ACCORD_OPPORTUNITY_LOST)
    return NULL;
  if (self->places[seen->lost_in] != NO_STAGE)
    return &self->stages[self->places[seen->lost_in]];

  return seen->stage != NO_STAGE ? &self->stages[self->places[seen->stage]] : NULL;
}

gboolean
accord_stage_is_early (const AccordStage *stage)
{
  return stage->position >= 0 && stage->position < ACCORD_EARLY_STAGES;
}
