/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-deal-history.h"

#include "accord-feedback.h"

#include <glib/gi18n.h>

struct _AccordDealHistory
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkListBox *stages;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (AccordDealHistory, accord_deal_history, ADW_TYPE_WINDOW)

static void
accord_deal_history_class_init (AccordDealHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/scorecard/accord-deal-history.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordDealHistory, title);
  gtk_widget_class_bind_template_child (widget_class, AccordDealHistory, stages);
  gtk_widget_class_bind_template_child (widget_class, AccordDealHistory, stack);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
accord_deal_history_init (AccordDealHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_stay (const AccordStageObservation *seen,
          const AccordStageObservation *next,
          AccordDate                    today)
{
  g_autofree char *day = accord_date_format (seen->observed);
  const int days = MAX (0, (next != NULL ? next->observed : today) - seen->observed);

  if (seen->state != ACCORD_OPPORTUNITY_OPEN)
    return g_steal_pointer (&day);

  if (next == NULL)
    /* Translators: a stage of a deal: the day that it was first seen in it, and how long it has been in it. */
    return g_strdup_printf (ngettext ("Since %1$s: %2$d day so far", "Since %1$s: %2$d days so far", (gulong) days), day, days);

  /* Translators: a stage of a deal: the day that it was first seen in it, and how long it stayed. */
  return g_strdup_printf (ngettext ("From %1$s: %2$d day", "From %1$s: %2$d days", (gulong) days), day, days);
}

static void
add_stage (AccordDealHistory            *self,
           const AccordStageObservation *seen,
           const AccordStageObservation *next,
           AccordDate                    today)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *stay = dup_stay (seen, next, today);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), seen->stage);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), stay);
  gtk_list_box_append (self->stages, row);
}

void
accord_deal_history_open (GtkWidget       *parent,
                          AccordWorkspace *workspace,
                          AccordDeal      *deal,
                          AccordDate       today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) seen = accord_opportunities_read_stages (workspace, accord_deal_get_id (deal), &error);
  g_autofree char *product = NULL, *owner = NULL, *about = NULL;
  AccordDealHistory *self;

  if (seen == NULL)
    {
      accord_feedback_error (parent, error);
      return;
    }

  g_object_get (deal, "product", &product, "owner", &owner, NULL);
  about = *product != '\0' ? g_strdup_printf ("%s · %s", product, owner) : g_strdup (owner);
  self = g_object_new (ACCORD_TYPE_DEAL_HISTORY, "transient-for", gtk_widget_get_root (parent), NULL);
  adw_window_title_set_title (self->title, accord_deal_get_account (deal));
  adw_window_title_set_subtitle (self->title, about);
  for (guint i = 0; i < seen->len; i++)
    add_stage (self, g_ptr_array_index (seen, i), i + 1 < seen->len ? g_ptr_array_index (seen, i + 1) : NULL, today);
  gtk_stack_set_visible_child_name (self->stack, seen->len > 0 ? "stages" : "none");
  gtk_window_present (GTK_WINDOW (self));
}
