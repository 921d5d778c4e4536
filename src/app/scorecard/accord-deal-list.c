/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-deal-list.h"

#include "accord-feedback.h"
#include "accord-money.h"

#include <glib/gi18n.h>

struct _AccordDealList
{
  AdwBin parent_instance;

  GListStore *deals;

  GtkStack *stack;
  GtkColumnView *view;
  GtkColumnViewColumn *days_column;
  GtkMultiSelection *selection;
  GtkSortListModel *sorted;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (AccordDealList, accord_deal_list, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_activate (AccordDealList *self,
             guint           position)
{
  g_autoptr (AccordDeal) deal = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (deal != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, deal);
}

/* The list keeps the row at its top where it is; who sorts wants to see what comes first. */
static void
on_sorted (AccordDealList *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL && self->deals != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child) && g_list_model_get_n_items (G_LIST_MODEL (self->deals)) > 0)
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", 0);
}

static void
deals_copy (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  AccordDealList *self = ACCORD_DEAL_LIST (widget);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (selection);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (selection));
  g_autofree char *head = accord_deal_dup_head (), *number = NULL, *message = NULL;
  g_autoptr (GString) text = g_string_new (head);
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordDeal) deal = NULL;
      g_autofree char *line = NULL;

      if (!gtk_bitset_is_empty (chosen) && !gtk_bitset_contains (chosen, i))
        continue;
      deal = g_list_model_get_item (G_LIST_MODEL (selection), i);
      line = accord_deal_dup_line (deal);
      g_string_append_printf (text, "\n%s", line);
      count++;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  number = accord_money_format (count, NULL, 0);
  message = g_strdup_printf (ngettext ("%s row copied", "%s rows copied", count), number);
  accord_feedback_toast (widget, message);
}

static void
accord_deal_list_dispose (GObject *object)
{
  g_clear_object (&ACCORD_DEAL_LIST (object)->deals);

  G_OBJECT_CLASS (accord_deal_list_parent_class)->dispose (object);
}

static void
accord_deal_list_class_init (AccordDealListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_deal_list_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     ACCORD_TYPE_DEAL);

  g_type_ensure (ACCORD_TYPE_DEAL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/scorecard/accord-deal-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordDealList, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordDealList, view);
  gtk_widget_class_bind_template_child (widget_class, AccordDealList, days_column);
  gtk_widget_class_bind_template_child (widget_class, AccordDealList, selection);
  gtk_widget_class_bind_template_child (widget_class, AccordDealList, sorted);
  gtk_widget_class_bind_template_child (widget_class, AccordDealList, count);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_install_action (widget_class, "deals.copy", NULL, deals_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "deals.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "deals.copy", NULL);
}

static void
accord_deal_list_init (AccordDealList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->deals = g_list_store_new (ACCORD_TYPE_DEAL);
  gtk_sort_list_model_set_sorter (self->sorted, gtk_column_view_get_sorter (self->view));
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->deals));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorted), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_column_view_sort_by_column (self->view, self->days_column, GTK_SORT_DESCENDING);
}

void
accord_deal_list_show (AccordDealList *self,
                       GPtrArray      *deals)
{
  g_autofree char *number = NULL, *count = NULL;

  g_return_if_fail (ACCORD_IS_DEAL_LIST (self));

  g_list_store_splice (self->deals, 0, g_list_model_get_n_items (G_LIST_MODEL (self->deals)), deals->pdata, deals->len);
  number = accord_money_format (deals->len, NULL, 0);
  count = g_strdup_printf (ngettext ("%s open deal", "%s open deals", deals->len), number);
  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, deals->len > 0 ? "list" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deals.copy", deals->len > 0);
}
