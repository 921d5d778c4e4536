/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-goal-viewer.h"

struct _AccordGoalViewer
{
  AccordRecord parent_instance;

  gint64 goal;
  gint64 member;
};

G_DEFINE_FINAL_TYPE (AccordGoalViewer, accord_goal_viewer, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordGoalViewer, goal, "goal", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordGoalViewer, member, "member", ACCORD_FIELD_REFERENCE),
};

static void
accord_goal_viewer_class_init (AccordGoalViewerClass *klass)
{
  accord_record_class_install (ACCORD_RECORD_CLASS (klass), "goal_viewer", fields, G_N_ELEMENTS (fields));
}

static void
accord_goal_viewer_init (AccordGoalViewer *self)
{
}

AccordGoalViewer *
accord_goal_viewer_new (void)
{
  return g_object_new (ACCORD_TYPE_GOAL_VIEWER, NULL);
}

ACCORD_DEFINE_VALUE (AccordGoalViewer, accord_goal_viewer, goal, gint64)
ACCORD_DEFINE_VALUE (AccordGoalViewer, accord_goal_viewer, member, gint64)
