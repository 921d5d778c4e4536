/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-planning-row.h"

#include "accord-money.h"
#include "accord-plan-figures.h"

#include <glib/gi18n.h>

struct _AccordPlanningRow
{
  GObject parent_instance;

  AccordPlanningRowKind kind;
  AccordMember *member;
  gint64 territory;
  char *name; /* the territory's */
  char *own;  /* the member's name, with … */
  char *key;  /* … what sorts it … */
  char *folded; /* … and finds it */

  AccordMemberFigures figures;
  AccordPlanningState state;
  AccordRollUpTotals totals;
};

G_DEFINE_FINAL_TYPE (AccordPlanningRow, accord_planning_row, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_state_label (AccordPlanningState state)
{
  switch (state)
    {
    case ACCORD_PLANNING_NO_PLAN:
      return C_("plan", "No plan");

    case ACCORD_PLANNING_PLANNED:
      return C_("plan", "In planning");

    case ACCORD_PLANNING_COMMITTED:
      return C_("plan", "Committed");

    case ACCORD_PLANNING_CHANGED:
      return C_("plan", "Not committed yet");

    case ACCORD_PLANNING_BELOW:
      return C_("plan", "Below the quota");

    default:
      g_return_val_if_reached ("");
    }
}

static char *
dup_state (AccordPlanningRow *self)
{
  if (self->kind == ACCORD_PLANNING_ROW_MEMBER)
    return g_strdup (get_state_label (self->state));

  /* Translators: how many members of a territory have committed, such as "3 of 8 committed". */
  return g_strdup_printf (_("%1$u of %2$u committed"), self->totals.n_committed, self->totals.n_members);
}

static const char *
get_name (AccordPlanningRow *self)
{
  return self->member != NULL ? accord_member_get_name (self->member) : self->name;
}

static void
accord_planning_row_finalize (GObject *object)
{
  AccordPlanningRow *self = ACCORD_PLANNING_ROW (object);

  g_clear_object (&self->member);
  g_free (self->name);
  g_free (self->own);
  g_free (self->key);
  g_free (self->folded);

  G_OBJECT_CLASS (accord_planning_row_parent_class)->finalize (object);
}

static void
accord_planning_row_class_init (AccordPlanningRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_planning_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
accord_planning_row_init (AccordPlanningRow *self)
{
  self->figures = self->totals.figures = (AccordMemberFigures) ACCORD_MEMBER_FIGURES_INIT;
  self->totals.stretch = ACCORD_UNKNOWN;
}

AccordPlanningRow *
accord_planning_row_new_member (AccordMember *member,
                                gint64        territory,
                                const char   *name)
{
  AccordPlanningRow *self = g_object_new (ACCORD_TYPE_PLANNING_ROW, NULL);

  self->kind = ACCORD_PLANNING_ROW_MEMBER;
  self->member = g_object_ref (member);
  self->territory = territory;
  self->name = g_strdup (name);
  self->own = g_strdup (accord_member_get_name (member));
  self->key = g_utf8_collate_key (accord_member_get_name (member), -1);
  self->folded = g_utf8_casefold (accord_member_get_name (member), -1);

  return self;
}

AccordPlanningRow *
accord_planning_row_new_total (AccordPlanningRowKind kind,
                               gint64                territory,
                               const char           *name)
{
  AccordPlanningRow *self = g_object_new (ACCORD_TYPE_PLANNING_ROW, NULL);

  self->kind = kind;
  self->territory = territory;
  self->name = g_strdup (name);

  return self;
}

AccordPlanningRowKind
accord_planning_row_get_kind (AccordPlanningRow *self)
{
  return self->kind;
}

AccordMember *
accord_planning_row_get_member (AccordPlanningRow *self)
{
  return self->member;
}

gint64
accord_planning_row_get_member_id (AccordPlanningRow *self)
{
  return self->member != NULL ? accord_record_get_id (ACCORD_RECORD (self->member)) : 0;
}

gint64
accord_planning_row_get_territory (AccordPlanningRow *self)
{
  return self->territory;
}

const AccordMemberFigures *
accord_planning_row_get_figures (AccordPlanningRow *self)
{
  return self->member != NULL ? &self->figures : &self->totals.figures;
}

AccordPlanningState
accord_planning_row_get_state (AccordPlanningRow *self)
{
  return self->state;
}

const AccordRollUpTotals *
accord_planning_row_get_totals (AccordPlanningRow *self)
{
  return &self->totals;
}

void
accord_planning_row_set_figures (AccordPlanningRow         *self,
                                 const AccordMemberFigures *figures,
                                 AccordPlanningState        state)
{
  if (self->state == state && accord_member_figures_equal (&self->figures, figures))
    return;

  self->figures = *figures;
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
accord_planning_row_set_totals (AccordPlanningRow        *self,
                                const AccordRollUpTotals *totals)
{
  if (accord_member_figures_equal (&self->totals.figures, &totals->figures) && self->totals.stretch == totals->stretch
      && self->totals.n_members == totals->n_members && self->totals.n_quotas == totals->n_quotas
      && self->totals.n_planned == totals->n_planned && self->totals.n_committed == totals->n_committed)
    return;

  self->totals = *totals;
  g_signal_emit (self, signals[CHANGED], 0);
}

int
accord_planning_row_compare (AccordPlanningRow *self,
                             AccordPlanningRow *other)
{
  /* The leader plans too, and goes first. */
  if (accord_member_get_leader (self->member) != accord_member_get_leader (other->member))
    return accord_member_get_leader (self->member) ? -1 : 1;

  return strcmp (self->key, other->key);
}

gboolean
accord_planning_row_is_of (AccordPlanningRow *self,
                           AccordMember      *member,
                           gint64             territory,
                           const char        *name)
{
  return self->member == member && self->territory == territory && g_strcmp0 (self->name, name) == 0
         && g_strcmp0 (self->own, accord_member_get_name (member)) == 0;
}

gboolean
accord_planning_row_is_same (AccordPlanningRow *self,
                             AccordPlanningRow *other)
{
  if (self == other)
    return TRUE;

  return self->kind == other->kind && self->member == other->member && self->territory == other->territory
         && g_strcmp0 (self->name, other->name) == 0 && g_strcmp0 (self->key, other->key) == 0;
}

gboolean
accord_planning_row_matches (AccordPlanningRow *self,
                             const char        *folded)
{
  return self->folded != NULL && strstr (self->folded, folded) != NULL;
}

gint64
accord_planning_row_get_amount (AccordPlanningRow   *self,
                                AccordPlanningColumn column)
{
  const AccordMemberFigures *figures = accord_planning_row_get_figures (self);

  switch (column)
    {
    case ACCORD_PLANNING_COLUMN_QUOTA:
      return figures->quota;

    case ACCORD_PLANNING_COLUMN_COMMITMENT:
      return figures->commitment;

    case ACCORD_PLANNING_COLUMN_STRETCH:
      return self->member != NULL ? accord_stretch (figures->commitment, figures->quota) : self->totals.stretch;

    case ACCORD_PLANNING_COLUMN_Q1:
    case ACCORD_PLANNING_COLUMN_Q2:
    case ACCORD_PLANNING_COLUMN_Q3:
    case ACCORD_PLANNING_COLUMN_Q4:
      return figures->quarters[column - ACCORD_PLANNING_COLUMN_Q1];

    default:
      return ACCORD_UNKNOWN;
    }
}

char *
accord_planning_row_dup_text (AccordPlanningRow   *self,
                              AccordPlanningColumn column,
                              int                  decimals,
                              gboolean             reading)
{
  AccordFigure figure;
  gint64 amount;

  switch (column)
    {
    case ACCORD_PLANNING_COLUMN_MEMBER:
      return g_strdup (get_name (self));

    case ACCORD_PLANNING_COLUMN_TERRITORY:
      return g_strdup (self->member != NULL && self->territory != 0 ? self->name : "");

    case ACCORD_PLANNING_COLUMN_STATE:
      return dup_state (self);

    default:
      break;
    }

  amount = accord_planning_row_get_amount (self, column);
  /* Nothing is typed yet: an empty cell asks for it better than a word. */
  if (amount == ACCORD_UNKNOWN
      && (!reading || (self->member != NULL && accord_planning_column_get_figure (column, &figure))))
    return g_strdup ("");

  return reading ? accord_money_format (amount, NULL, decimals) : accord_money_to_text (amount, decimals);
}

char *
accord_planning_row_dup_label (AccordPlanningRow   *self,
                               AccordPlanningColumn column,
                               int                  decimals)
{
  g_autofree char *text = accord_planning_row_dup_text (self, column, decimals, TRUE);

  if (column == ACCORD_PLANNING_COLUMN_MEMBER)
    return g_steal_pointer (&text);

  /* Translators: the accessible name of a cell: %1 is whose it is, %2 the column's title, %3 what it holds. */
  return g_strdup_printf (_("%1$s, %2$s: %3$s"), get_name (self), accord_planning_column_get_title (column),
                          *text != '\0' ? text : C_("cell", "empty"));
}

const char *
accord_planning_column_get_title (AccordPlanningColumn column)
{
  static const char *const titles[] = {
    N_("Member"), N_("Territory"), N_("Quota"), N_("Commitment"), N_("Stretch"), N_("Q1"), N_("Q2"), N_("Q3"), N_("Q4"),
    N_("State"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (titles) == ACCORD_PLANNING_N_COLUMNS);

  return _(titles[column]);
}

gboolean
accord_planning_column_is_money (AccordPlanningColumn column)
{
  return column >= ACCORD_PLANNING_COLUMN_QUOTA && column <= ACCORD_PLANNING_COLUMN_Q4;
}

gboolean
accord_planning_column_get_figure (AccordPlanningColumn column,
                                   AccordFigure        *figure)
{
  if (column == ACCORD_PLANNING_COLUMN_QUOTA)
    *figure = ACCORD_FIGURE_QUOTA;
  else if (column == ACCORD_PLANNING_COLUMN_COMMITMENT)
    *figure = ACCORD_FIGURE_COMMITMENT;
  else if (column >= ACCORD_PLANNING_COLUMN_Q1 && column <= ACCORD_PLANNING_COLUMN_Q4)
    *figure = (AccordFigure) (ACCORD_FIGURE_Q1 + (column - ACCORD_PLANNING_COLUMN_Q1));
  else
    return FALSE;

  return TRUE;
}
