/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-celebrations.h"

#include "accord-goal-query.h"
#include "accord-member.h"

#include <glib/gi18n.h>

/* So many of the latest are in sight; the others are a click away. */
#define IN_SIGHT 2

struct _AccordCelebrations
{
  AdwBin parent_instance;

  GtkWidget *list;
  GtkWidget *more_button;
  GtkWidget *revealer;
  GtkWidget *more_list;
};

G_DEFINE_FINAL_TYPE (AccordCelebrations, accord_celebrations, ADW_TYPE_BIN)

static GtkWidget *
row_new (AccordWorkspace *workspace,
         AccordGoal      *goal)
{
  AccordMember *member = accord_workspace_find (workspace, ACCORD_TYPE_MEMBER, accord_goal_get_member (goal));
  const char *name = member != NULL ? accord_member_get_name (member) : "";
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("starred-symbolic");
  /* Translators: %1 is a member's name, %2 the personal goal that they achieved. */
  g_autofree char *text = g_strdup_printf (_("%1$s: %2$s"), name, accord_goal_get_title (goal));
  g_autofree char *day = accord_date_format (accord_goal_get_achieved (goal));
  GtkWidget *what = gtk_label_new (text), *when = gtk_label_new (day);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 1);
  gtk_widget_add_css_class (icon, "accord-star");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Achieved"), -1);
  gtk_label_set_xalign (GTK_LABEL (what), 0);
  gtk_label_set_wrap (GTK_LABEL (what), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (what), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_widget_set_valign (when, GTK_ALIGN_START);
  gtk_widget_add_css_class (when, "dim-label");
  gtk_widget_add_css_class (when, "numeric");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), what);
  gtk_box_append (GTK_BOX (row), when);

  return row;
}

static void
clear (GtkWidget *box)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), row);
}

static void
accord_celebrations_class_init (AccordCelebrationsClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_celebrations_init (AccordCelebrations *self)
{
  GtkWidget *clamp = adw_clamp_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *title = gtk_label_new (_("Celebrations"));

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (box, "accord-celebration");
  gtk_widget_set_hexpand (title, TRUE);
  self->more_button = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->more_button, "flat");
  gtk_widget_add_css_class (self->more_button, "accord-quiet-button");
  self->more_list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->more_list);
  g_object_bind_property (self->more_button, "active", self->revealer, "reveal-child", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->more_button);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->revealer);
  /* As wide as the cards below. */
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 836);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 600);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, 6);
  adw_bin_set_child (ADW_BIN (self), clamp);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Celebrations"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
accord_celebrations_show (AccordCelebrations *self,
                          AccordWorkspace    *workspace,
                          AccordDate          first,
                          AccordDate          last)
{
  g_autoptr (GPtrArray) goals = NULL;
  guint more;

  g_return_if_fail (ACCORD_IS_CELEBRATIONS (self));

  clear (self->list);
  clear (self->more_list);
  goals = accord_goal_list_celebrations (accord_workspace_get_list (workspace, ACCORD_TYPE_GOAL), first, last);
  for (guint i = 0; i < goals->len; i++)
    gtk_box_append (GTK_BOX (i < IN_SIGHT ? self->list : self->more_list),
                    row_new (workspace, g_ptr_array_index (goals, i)));
  more = goals->len - MIN (goals->len, IN_SIGHT);
  if (more > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", more), more);

      gtk_button_set_label (GTK_BUTTON (self->more_button), text);
    }
  gtk_widget_set_visible (self->more_button, more > 0);
  gtk_widget_set_visible (self->revealer, more > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), goals->len > 0);
}
