/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-conversation.h"

G_BEGIN_DECLS

/* How kinds and stages look, wherever they are shown: a shape, a colour, and always the word. */

const char *accord_conversation_kind_get_icon_name (AccordConversationKind kind);
const char *accord_conversation_stage_get_icon_name (AccordConversationStage stage);

/* The style class that colours image and word of a kind. */
const char *accord_conversation_kind_get_css_class (AccordConversationKind kind);

/* Takes the colour of any other kind off the widget and gives it this kind's. */
void accord_conversation_kind_paint (AccordConversationKind kind,
                                     GtkWidget             *widget);

G_END_DECLS
