/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-accounts-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-account-change.h"
#include "accord-account-list.h"
#include "accord-account-row.h"
#include "accord-clock.h"
#include "accord-feedback.h"
#include "accord-import-file.h"
#include "accord-money.h"
#include "accord-name.h"
#include "accord-opportunity-history.h"
#include "accord-record-watch.h"

struct _AccordAccountsWindow
{
  AdwWindow parent_instance;

  AccordWorkspace *workspace;
  AccordPeriod *period;
  AccordRecordWatch *watch;
  GListStore *items;      /* AccordAccountItem, by name */
  GtkFilter *filter;      /* borrowed from the view's model */
  char *words;            /* folded: what is searched for, NULL for nothing */

  GtkSearchEntry *search_entry;
  GtkLabel *share;
  GtkStack *stack;
  AdwStatusPage *none;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (AccordAccountsWindow, accord_accounts_window, ADW_TYPE_WINDOW)

static GListModel *
get_accounts (AccordAccountsWindow *self)
{
  return accord_workspace_get_list (self->workspace, ACCORD_TYPE_ACCOUNT);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (ACCORD_TYPE_ACCOUNT_ROW, NULL));
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  accord_account_row_set_item (ACCORD_ACCOUNT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  accord_account_row_set_item (ACCORD_ACCOUNT_ROW (gtk_list_item_get_child (item)), NULL);
}

static gboolean
match_item (gpointer object,
            gpointer user_data)
{
  AccordAccountsWindow *self = user_data;
  g_autofree char *folded = NULL;

  if (self->words == NULL)
    return TRUE;
  folded = g_utf8_casefold (accord_account_item_get_name (object), -1);

  return strstr (folded, self->words) != NULL;
}

static char *
dup_subtitle (AccordAccountsWindow    *self,
              const AccordAccountSums *sums)
{
  AccordSettings *settings = accord_workspace_get_settings (self->workspace);
  g_autofree char *won = accord_money_format (sums->won_amount, accord_settings_get_currency (settings),
                                              (int) accord_settings_get_decimals (settings));
  g_autofree char *n = g_strdup_printf (ngettext ("%d opportunity", "%d opportunities", (gulong) sums->n_opportunities),
                                        (int) sums->n_opportunities);

  /* Translators: of an account: %1 is "5 opportunities", %2 how many of them are open, %3 how many were won, %4 an amount. */
  return g_strdup_printf (_("%1$s: %2$d open, %3$d won for %4$s"), n, (int) sums->n_open, (int) sums->n_won, won);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (accord_account_item_get_name (*(AccordAccountItem *const *) a),
                         accord_account_item_get_name (*(AccordAccountItem *const *) b));
}

/* Names of opportunities as they have them, and those that are on record without any. NULL on error. */
static GPtrArray *
make_items (AccordAccountsWindow *self,
            GError              **error)
{
  g_autoptr (AccordIdealAccounts) ideal = accord_ideal_accounts_new (get_accounts (self));
  g_autoptr (GArray) sums = accord_opportunities_list_accounts (self->workspace, error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *items;

  if (sums == NULL)
    return NULL;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < sums->len; i++)
    {
      const AccordAccountSums *of = &g_array_index (sums, AccordAccountSums, i);
      g_autofree char *subtitle = dup_subtitle (self, of);

      g_hash_table_add (seen, accord_name_key (of->name));
      g_ptr_array_add (items, accord_account_item_new (of->name, subtitle, accord_ideal_accounts_has (ideal, of->name)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (get_accounts (self)); i++)
    {
      g_autoptr (AccordAccount) account = g_list_model_get_item (get_accounts (self), i);

      if (g_hash_table_add (seen, accord_name_key (accord_account_get_name (account))))
        g_ptr_array_add (items, accord_account_item_new (accord_account_get_name (account), _("No opportunity yet"),
                                                         accord_account_get_ideal (account)));
    }
  g_ptr_array_sort (items, compare_items);

  return items;
}

/* Rows that stand are kept, with the place in the list and the focus. */
static void
show_items (AccordAccountsWindow *self,
            GPtrArray            *items)
{
  GListModel *shown = G_LIST_MODEL (self->items);
  gboolean same = g_list_model_get_n_items (shown) == items->len;

  for (guint i = 0; same && i < items->len; i++)
    {
      g_autoptr (AccordAccountItem) item = g_list_model_get_item (shown, i);

      same = g_str_equal (accord_account_item_get_name (item), accord_account_item_get_name (items->pdata[i]))
             && g_str_equal (accord_account_item_get_subtitle (item), accord_account_item_get_subtitle (items->pdata[i]));
    }
  if (!same)
    {
      g_list_store_splice (self->items, 0, g_list_model_get_n_items (shown), items->pdata, items->len);
      return;
    }
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (AccordAccountItem) item = g_list_model_get_item (shown, i);

      accord_account_item_set_ideal (item, accord_account_item_get_ideal (items->pdata[i]));
    }
}

static gboolean
show_share (AccordAccountsWindow *self,
            GError              **error)
{
  g_autoptr (AccordIdealAccounts) ideal = accord_ideal_accounts_new (get_accounts (self));
  g_autoptr (GArray) shares = NULL;
  AccordIdealShare sum = { 0 };
  g_autofree char *period = accord_period_format (self->period);
  g_autofree char *count = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *words = NULL;

  shares = accord_opportunities_share_ideal (self->workspace, ideal, accord_period_get_start (self->period),
                                             accord_period_get_end (self->period), accord_clock_today (), error);
  if (shares == NULL)
    return FALSE;

  for (guint i = 0; i < shares->len; i++)
    {
      const AccordIdealShare *of = &g_array_index (shares, AccordMemberIdealShare, i).share;

      sum.opened += of->opened;
      sum.ideal += of->ideal;
      sum.amount += of->amount;
      sum.ideal_amount += of->ideal_amount;
    }
  if (accord_ideal_accounts_get_n (ideal) == 0)
    {
      gtk_label_set_label (self->share, _("Mark the accounts that the team wants to spend its effort on."));
      return TRUE;
    }
  count = accord_rate_format_percent (accord_ideal_share_by_count (&sum));
  amount = accord_rate_format_percent (accord_ideal_share_by_amount (&sum));
  /* Translators: %1 is a quarter, such as Q4 2026, %2 and %3 are shares, or "n/a". */
  words = g_strdup_printf (_("At ideal accounts in %1$s: %2$s of the opportunities opened, %3$s of their value."), period, count,
                           amount);
  gtk_label_set_label (self->share, words);

  return TRUE;
}

static void
show_stack (AccordAccountsWindow *self)
{
  GListModel *filtered = G_LIST_MODEL (gtk_list_view_get_model (self->list_view));
  const char *name = "list";
  g_autofree char *title = NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0 && self->words == NULL)
    name = "empty";
  else if (g_list_model_get_n_items (filtered) == 0)
    name = "none";
  /* Translators: %s is what was searched for. */
  title = g_strdup_printf (_("No Account “%s”"), gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  adw_status_page_set_title (self->none, title);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
window_refresh (AccordAccountsWindow *self)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  items = make_items (self, &error);
  if (items == NULL || !show_share (self, &error))
    {
      accord_feedback_error (GTK_WIDGET (self->stack), error);
      return;
    }
  show_items (self, items);
  show_stack (self);
}

static gboolean
window_apply (AccordAccountsWindow *self,
              AccordChange         *change)
{
  g_autoptr (GError) error = NULL;

  if (accord_workspace_apply (self->workspace, change, &error))
    {
      window_refresh (self);
      return TRUE;
    }
  accord_feedback_error (GTK_WIDGET (self->stack), error);

  return FALSE;
}

/* Marks all of them, in one step that can be taken back. */
static void
window_mark_list (AccordAccountsWindow *self,
                  GPtrArray            *names,
                  const char           *label)
{
  g_autoptr (AccordChange) change = accord_change_new (label);
  const guint n = accord_account_change_mark (change, get_accounts (self), names, TRUE);
  g_autofree char *message = NULL;

  if (n == 0)
    {
      accord_feedback_toast (GTK_WIDGET (self->stack), _("All of them are ideal accounts already"));
      return;
    }
  if (!window_apply (self, change))
    return;
  message = g_strdup_printf (ngettext ("%u account marked as ideal", "%u accounts marked as ideal", n), n);
  accord_feedback_undo_toast (GTK_WIDGET (self->stack), message);
}

static void
accounts_mark (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  AccordAccountsWindow *self = ACCORD_ACCOUNTS_WINDOW (widget);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AccordChange) change = NULL;
  char *name = NULL;
  gboolean ideal = FALSE;

  g_variant_get (parameter, "(sb)", &name, &ideal);
  g_ptr_array_add (names, name);
  change = accord_change_new (ideal ? _("Mark Ideal Account") : _("Unmark Ideal Account"));
  if (accord_account_change_mark (change, get_accounts (self), names, ideal) > 0)
    window_apply (self, change);
}

static void
on_search_changed (AccordAccountsWindow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));

  g_free (self->words);
  self->words = *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_stack (self);
}

static void
scroll_to (AccordAccountsWindow *self,
           const char           *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (AccordAccountItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (accord_name_equal (accord_account_item_get_name (item), name))
        gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", i);
    }
}

/* What was searched for and is not there. */
static void
accounts_add (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  AccordAccountsWindow *self = ACCORD_ACCOUNTS_WINDOW (widget);
  g_autoptr (GPtrArray) names = accord_account_names_from_lines (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (names->len == 0)
    return;
  window_mark_list (self, names, _("Mark Ideal Account"));
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  /* Now, and not after a pause: the row has to be there to be scrolled to. */
  on_search_changed (self);
  scroll_to (self, names->pdata[0]);
}

static void
on_text_read (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (AccordAccountsWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GPtrArray) names = NULL;

  /* The window was closed meanwhile. */
  if (self->workspace == NULL)
    return;
  names = accord_account_names_from_lines (text != NULL ? text : "");
  if (names->len == 0)
    accord_feedback_toast (GTK_WIDGET (self->stack), _("There is nothing to paste: copy a list of names, one a line"));
  else
    window_mark_list (self, names, _("Paste Ideal Accounts"));
}

static void
accounts_paste (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text_read, g_object_ref (widget));
}

static void
on_file_chosen (GtkWindow  *parent,
                const char *path,
                gpointer    user_data)
{
  AccordAccountsWindow *self = ACCORD_ACCOUNTS_WINDOW (parent);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;

  names = accord_account_list_load (path, &error);
  if (names == NULL)
    accord_feedback_error (GTK_WIDGET (self->stack), error);
  else
    window_mark_list (self, names, _("Import Ideal Accounts"));
}

static void
accounts_import (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  accord_import_choose_file (GTK_WINDOW (widget), _("Import Ideal Accounts"), on_file_chosen, NULL);
}

static void
window_take_back (GtkWidget *widget,
                  gboolean   again)
{
  AccordAccountsWindow *self = ACCORD_ACCOUNTS_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (again ? !accord_workspace_can_redo (self->workspace) : !accord_workspace_can_undo (self->workspace))
    return;
  if (again ? !accord_workspace_redo (self->workspace, &error) : !accord_workspace_undo (self->workspace, &error))
    accord_feedback_error (GTK_WIDGET (self->stack), error);
  else
    accord_feedback_undone (GTK_WIDGET (self->stack), again ? _("Done again") : _("Taken back"));
}

static void
window_undo (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  window_take_back (widget, FALSE);
}

static void
window_redo (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  window_take_back (widget, TRUE);
}

/* What was typed elsewhere in the window goes on in the entry, blanks too. */
static void
on_search_started (AccordAccountsWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
}

/* Escape takes back the search, then the window. */
static void
on_stop_search (AccordAccountsWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  on_stop_search (ACCORD_ACCOUNTS_WINDOW (widget));

  return GDK_EVENT_STOP;
}

static void
accord_accounts_window_dispose (GObject *object)
{
  AccordAccountsWindow *self = ACCORD_ACCOUNTS_WINDOW (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  self->list_view = NULL;
  g_clear_object (&self->watch);
  g_clear_object (&self->workspace);
  g_clear_object (&self->period);
  g_clear_object (&self->items);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (accord_accounts_window_parent_class)->dispose (object);
}

static void
accord_accounts_window_class_init (AccordAccountsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_accounts_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-accounts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordAccountsWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AccordAccountsWindow, share);
  gtk_widget_class_bind_template_child (widget_class, AccordAccountsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordAccountsWindow, none);
  gtk_widget_class_bind_template_child (widget_class, AccordAccountsWindow, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);

  gtk_widget_class_install_action (widget_class, "accounts.mark", "(sb)", accounts_mark);
  gtk_widget_class_install_action (widget_class, "accounts.add", NULL, accounts_add);
  gtk_widget_class_install_action (widget_class, "accounts.paste", NULL, accounts_paste);
  gtk_widget_class_install_action (widget_class, "accounts.import", NULL, accounts_import);
  /* The same name as in the main window: what offers to take something back needs not know in which one it is. */
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, window_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, window_redo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "accounts.paste", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
accord_accounts_window_init (AccordAccountsWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model = NULL;
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  self->items = g_list_store_new (ACCORD_TYPE_ACCOUNT_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_item, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), self->filter);
  model = gtk_no_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (model));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
}

AccordAccountsWindow *
accord_accounts_window_new (GtkWindow       *parent,
                            AccordWorkspace *workspace,
                            AccordPeriod    *period)
{
  AccordAccountsWindow *self = g_object_new (ACCORD_TYPE_ACCOUNTS_WINDOW, "transient-for", parent, NULL);

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self->workspace = g_object_ref (workspace);
  self->period = g_object_ref (period);
  self->watch = accord_record_watch_new ();
  accord_record_watch_add (self->watch, get_accounts (self));
  g_signal_connect_object (workspace, "bulk-changed", G_CALLBACK (accord_record_watch_touch), self->watch, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (window_refresh), self, G_CONNECT_SWAPPED);
  window_refresh (self);

  return self;
}
