/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pattern-card.h"

#include <glib/gi18n.h>

#include "accord-flow.h"

struct _AccordPatternCard
{
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkWidget *box;
  GtkLabel *name;
  GtkButton *talk_button;
  GtkBox *patterns;
  GtkLabel *deadlines;
};

G_DEFINE_FINAL_TYPE (AccordPatternCard, accord_pattern_card, ADW_TYPE_BIN)

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
add_pattern (AccordPatternCard *self,
             const char        *title,
             const char        *sentences)
{
  GtkWidget *mark = gtk_label_new (title);
  GtkWidget *text = gtk_label_new (sentences);

  gtk_widget_set_halign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "accord-pill");
  gtk_label_set_ellipsize (GTK_LABEL (mark), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (text, "numeric");
  gtk_box_append (self->patterns, mark);
  gtk_box_append (self->patterns, text);
}

static void
accord_pattern_card_class_init (AccordPatternCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ACCORD_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-pattern-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordPatternCard, heading);
  gtk_widget_class_bind_template_child (widget_class, AccordPatternCard, box);
  gtk_widget_class_bind_template_child (widget_class, AccordPatternCard, name);
  gtk_widget_class_bind_template_child (widget_class, AccordPatternCard, talk_button);
  gtk_widget_class_bind_template_child (widget_class, AccordPatternCard, patterns);
  gtk_widget_class_bind_template_child (widget_class, AccordPatternCard, deadlines);
}

static void
accord_pattern_card_init (AccordPatternCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_pattern_card_set_item (AccordPatternCard *self,
                              AccordPatternItem *item)
{
  const guint n = accord_pattern_item_get_n_patterns (item);
  const char *heading = accord_pattern_item_get_heading (item);
  const char *deadlines = accord_pattern_item_get_deadlines (item);
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *child;
  g_autofree char *label = NULL;

  g_return_if_fail (ACCORD_IS_PATTERN_CARD (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->patterns))) != NULL)
    gtk_box_remove (self->patterns, child);
  for (guint i = 0; i < n; i++)
    add_pattern (self, accord_pattern_item_get_title (item, i), accord_pattern_item_get_sentences (item, i));

  gtk_label_set_label (self->heading, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading != NULL);
  gtk_label_set_label (self->name, accord_pattern_item_get_name (item));
  gtk_label_set_label (self->deadlines, deadlines != NULL ? deadlines : "");
  gtk_widget_set_visible (GTK_WIDGET (self->deadlines), deadlines != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->patterns), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->talk_button), n > 0);
  /* The action is looked at as soon as it has a name. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->talk_button), "x", accord_pattern_item_get_member (item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->talk_button), "patterns.talk");
  /* Translators: %s is a member's name. */
  label = g_strdup_printf (_("Start a conversation with %s"), accord_pattern_item_get_name (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->talk_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
  set_class (GTK_WIDGET (self->name), "heading", n > 0);
  set_class (self->box, "card", n > 0);
  set_class (self->box, "accord-pattern", n > 0);
  set_class (self->box, "accord-pattern-quiet", n == 0);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accord_pattern_item_get_label (item),
                                    -1);
}
