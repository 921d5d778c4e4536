/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-line.h"

struct _AccordResultsLine
{
  GObject parent_instance;

  AccordResultsKind kind;
  gint64 member;
  gint64 territory;
  char *name;
  guint n_members;
  guint place;
  AccordResults *results;
};

G_DEFINE_FINAL_TYPE (AccordResultsLine, accord_results_line, G_TYPE_OBJECT)

static guint changed_signal;

static void
accord_results_line_finalize (GObject *object)
{
  AccordResultsLine *self = ACCORD_RESULTS_LINE (object);

  g_clear_pointer (&self->results, accord_results_unref);
  g_free (self->name);

  G_OBJECT_CLASS (accord_results_line_parent_class)->finalize (object);
}

static void
accord_results_line_class_init (AccordResultsLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_results_line_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
accord_results_line_init (AccordResultsLine *self)
{
}

AccordResultsLine *
accord_results_line_new (AccordResultsKind kind,
                         gint64            member,
                         gint64            territory,
                         const char       *name,
                         guint             n_members)
{
  AccordResultsLine *self = g_object_new (ACCORD_TYPE_RESULTS_LINE, NULL);

  self->kind = kind;
  self->member = member;
  self->territory = territory;
  self->name = g_strdup (name);
  self->n_members = n_members;

  return self;
}

AccordResultsKind
accord_results_line_get_kind (AccordResultsLine *self)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_LINE (self), ACCORD_RESULTS_MEMBER);

  return self->kind;
}

gint64
accord_results_line_get_member (AccordResultsLine *self)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_LINE (self), 0);

  return self->member;
}

gint64
accord_results_line_get_territory (AccordResultsLine *self)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_LINE (self), 0);

  return self->territory;
}

const char *
accord_results_line_get_name (AccordResultsLine *self)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_LINE (self), "");

  return self->name;
}

guint
accord_results_line_get_n_members (AccordResultsLine *self)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_LINE (self), 0);

  return self->n_members;
}

guint
accord_results_line_get_place (AccordResultsLine *self)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_LINE (self), 0);

  return self->place;
}

void
accord_results_line_set_results (AccordResultsLine *self,
                                 AccordResults     *results,
                                 guint              place)
{
  AccordResults *old = self->results;

  g_return_if_fail (ACCORD_IS_RESULTS_LINE (self));

  self->results = accord_results_ref (results);
  self->place = place;
  g_clear_pointer (&old, accord_results_unref);
  g_signal_emit (self, changed_signal, 0);
}

AccordResults *
accord_results_line_get_results (AccordResultsLine *self)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_LINE (self), NULL);

  return self->results;
}

guint
accord_results_line_find_row (AccordResultsLine *self,
                              guint              metric)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_LINE (self), ACCORD_RESULTS_NO_ROW);

  /* Those who are in no territory have no row of their own in the scorecard. */
  if (self->results == NULL || (self->kind == ACCORD_RESULTS_TERRITORY && self->territory == 0))
    return ACCORD_RESULTS_NO_ROW;

  return accord_results_find_row (self->results, self->member, self->territory, metric);
}

gboolean
accord_results_line_equal (AccordResultsLine *self,
                           AccordResultsLine *other)
{
  return self->kind == other->kind && self->member == other->member && self->territory == other->territory
         && self->n_members == other->n_members && g_str_equal (self->name, other->name);
}
