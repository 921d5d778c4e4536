/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-goal-entry.h"

#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordGoalEntry
{
  AccordRecord parent_instance;

  gint64 goal;
  AccordDate day;
  gint64 progress;
  gint64 amount;
  char *note;
};

G_DEFINE_FINAL_TYPE (AccordGoalEntry, accord_goal_entry, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordGoalEntry, goal, "goal", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordGoalEntry, day, "day", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordGoalEntry, progress, "progress", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordGoalEntry, amount, "amount", ACCORD_FIELD_AMOUNT),
  ACCORD_FIELD (AccordGoalEntry, note, "note", ACCORD_FIELD_TEXT),
};

static gboolean
accord_goal_entry_validate (AccordRecord *record,
                            GError      **error)
{
  AccordGoalEntry *self = ACCORD_GOAL_ENTRY (record);

  return accord_record_require_range (self->goal, 1, G_MAXINT64, _("Progress belongs to a goal"), error)
         && accord_record_require_range (self->day, 1, G_MAXINT64, _("Say on which day it was"), error)
         && accord_record_require_share (self->progress, error) && accord_record_require_amount (self->amount, error);
}

static void
accord_goal_entry_class_init (AccordGoalEntryClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_goal_entry_validate;
  accord_record_class_install (record_class, "goal_entry", fields, G_N_ELEMENTS (fields));
}

static void
accord_goal_entry_init (AccordGoalEntry *self)
{
}

AccordGoalEntry *
accord_goal_entry_new (void)
{
  return g_object_new (ACCORD_TYPE_GOAL_ENTRY, NULL);
}

ACCORD_DEFINE_VALUE (AccordGoalEntry, accord_goal_entry, goal, gint64)
ACCORD_DEFINE_VALUE (AccordGoalEntry, accord_goal_entry, day, AccordDate)
ACCORD_DEFINE_VALUE (AccordGoalEntry, accord_goal_entry, progress, gint64)
ACCORD_DEFINE_VALUE (AccordGoalEntry, accord_goal_entry, amount, gint64)
ACCORD_DEFINE_TEXT (AccordGoalEntry, accord_goal_entry, note)
