/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-conversation-mark.h"

static const struct
{
  const char *icon_name;
  const char *css_class;
} kind_marks[] = {
  [ACCORD_CONVERSATION_KIND_PRAISE] = { "accord-kind-praise-symbolic", "accord-kind-praise" },
  [ACCORD_CONVERSATION_KIND_COACHING] = { "accord-kind-coaching-symbolic", "accord-kind-coaching" },
  [ACCORD_CONVERSATION_KIND_SHORTFALL] = { "accord-kind-shortfall-symbolic", "accord-kind-shortfall" },
  [ACCORD_CONVERSATION_KIND_WARNING] = { "accord-kind-warning-symbolic", "accord-kind-warning" },
  [ACCORD_CONVERSATION_KIND_IMPROVEMENT] = { "accord-kind-improvement-symbolic", "accord-kind-improvement" },
};

static const char *const stage_icon_names[] = {
  [ACCORD_CONVERSATION_STAGE_PLANNED] = "accord-stage-planned-symbolic",
  [ACCORD_CONVERSATION_STAGE_HELD] = "accord-stage-held-symbolic",
  [ACCORD_CONVERSATION_STAGE_SEALED] = "accord-stage-sealed-symbolic",
  [ACCORD_CONVERSATION_STAGE_PRESENTED] = "accord-stage-presented-symbolic",
  [ACCORD_CONVERSATION_STAGE_ACKNOWLEDGED] = "accord-stage-acknowledged-symbolic",
  [ACCORD_CONVERSATION_STAGE_COMMENTED] = "accord-stage-commented-symbolic",
  [ACCORD_CONVERSATION_STAGE_DECLINED] = "accord-stage-declined-symbolic",
  [ACCORD_CONVERSATION_STAGE_CLOSED] = "accord-stage-closed-symbolic",
  [ACCORD_CONVERSATION_STAGE_WITHDRAWN] = "accord-stage-withdrawn-symbolic",
};

const char *
accord_conversation_kind_get_icon_name (AccordConversationKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_marks), NULL);

  return kind_marks[kind].icon_name;
}

const char *
accord_conversation_stage_get_icon_name (AccordConversationStage stage)
{
  g_return_val_if_fail (stage < G_N_ELEMENTS (stage_icon_names), NULL);

  return stage_icon_names[stage];
}

const char *
accord_conversation_kind_get_css_class (AccordConversationKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_marks), NULL);

  return kind_marks[kind].css_class;
}

void
accord_conversation_kind_paint (AccordConversationKind kind,
                                GtkWidget             *widget)
{
  g_return_if_fail (kind < G_N_ELEMENTS (kind_marks));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (gsize i = 0; i < G_N_ELEMENTS (kind_marks); i++)
    {
      if (i == kind)
        gtk_widget_add_css_class (widget, kind_marks[i].css_class);
      else
        gtk_widget_remove_css_class (widget, kind_marks[i].css_class);
    }
}
