/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-new-conversation.h"

#include <glib/gi18n.h>

#include "accord-member-choices.h"
#include "accord-conversation-mark.h"

struct _AccordNewConversation
{
  GtkPopover parent_instance;

  AccordWorkspace *workspace;
  GArray *member_ids;
  gint64 member;

  GtkStack *stack;
  GtkDropDown *member_drop_down;
  GtkStringList *member_names;
  GtkListBox *kind_list;
};

G_DEFINE_FINAL_TYPE (AccordNewConversation, accord_new_conversation, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const kind_hints[] = {
  [ACCORD_CONVERSATION_KIND_PRAISE] = N_("Say thank you for something in particular"),
  [ACCORD_CONVERSATION_KIND_COACHING] = N_("Help somebody get better at something"),
  [ACCORD_CONVERSATION_KIND_SHORTFALL] = N_("Talk about what is missing, early"),
  [ACCORD_CONVERSATION_KIND_WARNING] = N_("Put on record what has to change"),
  [ACCORD_CONVERSATION_KIND_IMPROVEMENT] = N_("Look at the steps of an improvement plan"),
};

static GtkWidget *
kind_row_new (AccordConversationKind kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (accord_conversation_kind_get_icon_name (kind));
  GtkWidget *title = gtk_label_new (accord_conversation_kind_get_label (kind));
  GtkWidget *hint = gtk_label_new (_(kind_hints[kind]));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  accord_conversation_kind_paint (kind, image);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_attach (GTK_GRID (grid), image, 0, 0, 1, 2);
  gtk_grid_attach (GTK_GRID (grid), title, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), hint, 1, 1, 1, 1);
  gtk_widget_add_css_class (grid, "accord-choice");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accord_conversation_kind_get_label (kind), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _(kind_hints[kind]), -1);

  return row;
}

static void
on_show (AccordNewConversation *self)
{
  guint selected;

  if (self->workspace == NULL)
    return;

  selected = accord_member_choices_fill (self->workspace, self->member, NULL, self->member_names, self->member_ids);
  gtk_drop_down_set_selected (self->member_drop_down, selected);
  gtk_stack_set_visible_child_name (self->stack, self->member_ids->len > 0 ? "choices" : "nobody");
  gtk_widget_grab_focus (GTK_WIDGET (self->member_drop_down));
}

static void
on_kind_activated (AccordNewConversation *self,
                   GtkListBoxRow         *row)
{
  guint selected = gtk_drop_down_get_selected (self->member_drop_down);

  if (selected >= self->member_ids->len)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, g_array_index (self->member_ids, gint64, selected),
                 (int) gtk_list_box_row_get_index (row));
}

static void
on_people_clicked (AccordNewConversation *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
accord_new_conversation_dispose (GObject *object)
{
  g_clear_object (&ACCORD_NEW_CONVERSATION (object)->workspace);

  G_OBJECT_CLASS (accord_new_conversation_parent_class)->dispose (object);
}

static void
accord_new_conversation_finalize (GObject *object)
{
  g_array_unref (ACCORD_NEW_CONVERSATION (object)->member_ids);

  G_OBJECT_CLASS (accord_new_conversation_parent_class)->finalize (object);
}

static void
accord_new_conversation_class_init (AccordNewConversationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = accord_new_conversation_dispose;
  object_class->finalize = accord_new_conversation_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/conversations/accord-new-conversation.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordNewConversation, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordNewConversation, member_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AccordNewConversation, member_names);
  gtk_widget_class_bind_template_child (widget_class, AccordNewConversation, kind_list);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_people_clicked);
}

static void
accord_new_conversation_init (AccordNewConversation *self)
{
  self->member_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (kind_hints); i++)
    gtk_list_box_append (self->kind_list, kind_row_new (i));
}

void
accord_new_conversation_set_workspace (AccordNewConversation *self,
                                       AccordWorkspace       *workspace)
{
  g_return_if_fail (ACCORD_IS_NEW_CONVERSATION (self));

  g_set_object (&self->workspace, workspace);
}

void
accord_new_conversation_set_member (AccordNewConversation *self,
                                    gint64                 member)
{
  g_return_if_fail (ACCORD_IS_NEW_CONVERSATION (self));

  self->member = member;
}
