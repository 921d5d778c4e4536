/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-goal.h"

#include "accord-enums.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordGoal
{
  AccordRecord parent_instance;

  gint64 member;
  gint64 year;
  gint64 position;
  AccordGoalKind kind;
  char *title;
  gint64 amount;
  AccordDate due;
  char *why;
  char *achieving;
  char *missing;
  char *obstacle;
  char *if_cue;
  char *then_action;
  AccordVisibility visibility;
  gint64 progress;
  AccordDate achieved;
};

G_DEFINE_FINAL_TYPE (AccordGoal, accord_goal, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordGoal, member, "member", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordGoal, year, "year", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordGoal, position, "position", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD_ENUM_OF (AccordGoal, kind, "kind", accord_goal_kind_get_type),
  ACCORD_FIELD (AccordGoal, title, "title", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordGoal, amount, "amount", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordGoal, due, "due", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordGoal, why, "why", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordGoal, achieving, "achieving", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordGoal, missing, "missing", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordGoal, obstacle, "obstacle", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordGoal, if_cue, "if-cue", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordGoal, then_action, "then-action", ACCORD_FIELD_TEXT),
  ACCORD_FIELD_ENUM_OF (AccordGoal, visibility, "visibility", accord_visibility_get_type),
  ACCORD_FIELD (AccordGoal, progress, "progress", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordGoal, achieved, "achieved", ACCORD_FIELD_DATE),
};

static gboolean
accord_goal_validate (AccordRecord *record,
                      GError      **error)
{
  AccordGoal *self = ACCORD_GOAL (record);

  return accord_record_require (self->title, _("Say what the goal is"), error)
         && accord_record_require_range (self->member, 1, G_MAXINT64, _("A goal belongs to a member"), error)
         && accord_record_require_amount (self->amount, error)
         && accord_record_require_share (self->progress, error);
}

static void
accord_goal_class_init (AccordGoalClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_goal_validate;
  accord_record_class_install (record_class, "goal", fields, G_N_ELEMENTS (fields));
}

static void
accord_goal_init (AccordGoal *self)
{
}

AccordGoal *
accord_goal_new (void)
{
  return g_object_new (ACCORD_TYPE_GOAL, NULL);
}

ACCORD_DEFINE_VALUE (AccordGoal, accord_goal, member, gint64)
ACCORD_DEFINE_VALUE (AccordGoal, accord_goal, year, gint64)
ACCORD_DEFINE_VALUE (AccordGoal, accord_goal, position, gint64)
ACCORD_DEFINE_VALUE (AccordGoal, accord_goal, kind, AccordGoalKind)
ACCORD_DEFINE_TEXT (AccordGoal, accord_goal, title)
ACCORD_DEFINE_VALUE (AccordGoal, accord_goal, amount, gint64)
ACCORD_DEFINE_VALUE (AccordGoal, accord_goal, due, AccordDate)
ACCORD_DEFINE_TEXT (AccordGoal, accord_goal, why)
ACCORD_DEFINE_TEXT (AccordGoal, accord_goal, achieving)
ACCORD_DEFINE_TEXT (AccordGoal, accord_goal, missing)
ACCORD_DEFINE_TEXT (AccordGoal, accord_goal, obstacle)
ACCORD_DEFINE_TEXT (AccordGoal, accord_goal, if_cue)
ACCORD_DEFINE_TEXT (AccordGoal, accord_goal, then_action)
ACCORD_DEFINE_VALUE (AccordGoal, accord_goal, visibility, AccordVisibility)
ACCORD_DEFINE_VALUE (AccordGoal, accord_goal, progress, gint64)
ACCORD_DEFINE_VALUE (AccordGoal, accord_goal, achieved, AccordDate)

const char *
accord_goal_kind_get_label (AccordGoalKind kind)
{
  switch (kind)
    {
    case ACCORD_GOAL_KIND_INCOME:
      return _("Income");

    case ACCORD_GOAL_KIND_HOME:
      return _("Home");

    case ACCORD_GOAL_KIND_EDUCATION:
      return _("Education");

    case ACCORD_GOAL_KIND_FAMILY:
      return _("Family");

    case ACCORD_GOAL_KIND_SAVINGS:
      return _("Savings and debt");

    case ACCORD_GOAL_KIND_TRAVEL:
      return _("Travel");

    case ACCORD_GOAL_KIND_CAREER:
      return _("Career");

    case ACCORD_GOAL_KIND_RECOGNITION:
      return _("Recognition");

    case ACCORD_GOAL_KIND_SKILL:
      return _("Skill");

    case ACCORD_GOAL_KIND_HEALTH:
      return _("Health");

    case ACCORD_GOAL_KIND_OTHER:
      return _("Other");

    default:
      g_return_val_if_reached ("");
    }
}

const char *
accord_visibility_get_label (AccordVisibility visibility)
{
  switch (visibility)
    {
    case ACCORD_VISIBILITY_PRIVATE:
      return _("Private: the member and the leader");

    case ACCORD_VISIBILITY_GROUP:
      return _("A small group");

    case ACCORD_VISIBILITY_TEAM:
      return _("The whole team");

    default:
      g_return_val_if_reached ("");
    }
}
