/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-member-part.h"

typedef struct
{
  AccordWorkspace *workspace;
  AccordMember *member;
} AccordMemberPartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordMemberPart, accord_member_part, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGE,
  FAULT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
accord_member_part_dispose (GObject *object)
{
  AccordMemberPartPrivate *priv = accord_member_part_get_instance_private (ACCORD_MEMBER_PART (object));

  g_clear_object (&priv->workspace);
  g_clear_object (&priv->member);

  G_OBJECT_CLASS (accord_member_part_parent_class)->dispose (object);
}

static void
accord_member_part_class_init (AccordMemberPartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_member_part_dispose;

  signals[CHANGE] = g_signal_new ("change", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FAULT] = g_signal_new ("fault", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
accord_member_part_init (AccordMemberPart *self)
{
}

void
accord_member_part_set_member (AccordMemberPart *self,
                               AccordWorkspace  *workspace,
                               AccordMember     *member)
{
  AccordMemberPartPrivate *priv = accord_member_part_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_MEMBER_PART (self));

  g_set_object (&priv->workspace, workspace);
  g_set_object (&priv->member, member);
  if (ACCORD_MEMBER_PART_GET_CLASS (self)->member_changed != NULL)
    ACCORD_MEMBER_PART_GET_CLASS (self)->member_changed (self);
  accord_member_part_refresh (self);
}

void
accord_member_part_refresh (AccordMemberPart *self)
{
  AccordMemberPartPrivate *priv = accord_member_part_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_MEMBER_PART (self));

  if (priv->member != NULL)
    ACCORD_MEMBER_PART_GET_CLASS (self)->refresh (self);
}

void
accord_member_part_settle (AccordMemberPart *self)
{
  AccordMemberPartPrivate *priv = accord_member_part_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_MEMBER_PART (self));

  if (priv->member != NULL && ACCORD_MEMBER_PART_GET_CLASS (self)->settle != NULL)
    ACCORD_MEMBER_PART_GET_CLASS (self)->settle (self);
}

AccordWorkspace *
accord_member_part_get_workspace (AccordMemberPart *self)
{
  AccordMemberPartPrivate *priv = accord_member_part_get_instance_private (self);

  return priv->workspace;
}

AccordMember *
accord_member_part_get_member (AccordMemberPart *self)
{
  AccordMemberPartPrivate *priv = accord_member_part_get_instance_private (self);

  return priv->member;
}

void
accord_member_part_change (AccordMemberPart *self,
                           AccordChange     *change)
{
  if (!accord_change_is_empty (change))
    g_signal_emit (self, signals[CHANGE], 0, change);
}

void
accord_member_part_fault (AccordMemberPart *self,
                          const char       *message)
{
  g_signal_emit (self, signals[FAULT], 0, message);
}
