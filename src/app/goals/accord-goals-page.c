/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-goals-page.h"

#include "accord-celebrations.h"
#include "accord-goal-card.h"
#include "accord-goal-wizard.h"
#include "accord-planning-grid.h"
#include "accord-planning-summary.h"
#include "accord-territory.h"

#include <glib/gi18n.h>

struct _AccordGoalsPage
{
  AccordPage parent_instance;

  AccordPlanningYear *year;
  GSettings *settings;
  GtkFilterListModel *rows;  /* what the grid shows */
  GListModel *members;       /* all members, the leader first, then by name */
  GtkFilterListModel *cards; /* those of them that are shown */
  GPtrArray *bound_cards;    /* AccordGoalCard, borrowed */
  GArray *territories;       /* ids, in the order of the drop-down behind "All" */
  char *search;              /* folded */
  gint64 territory;          /* -1: all */

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkStack *views;
  AccordPlanningSummary *summary;
  AccordPlanningGrid *grid;
  GtkGridView *card_view;
  GtkToggleButton *cards_button;
  AccordCelebrations *celebrations;
  GtkToggleButton *plan_button;
  GtkDropDown *territory_drop;
  GtkSearchEntry *search_entry;
};

G_DEFINE_FINAL_TYPE (AccordGoalsPage, accord_goals_page, ACCORD_TYPE_PAGE)

static int
get_year (AccordGoalsPage *self)
{
  return accord_period_get_year (accord_page_get_period (ACCORD_PAGE (self)));
}

static void
open_wizard (AccordGoalsPage *self,
             AccordMember    *member)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (GTK_WINDOW (accord_goal_wizard_new (window, accord_page_get_workspace (ACCORD_PAGE (self)),
                                                          member, get_year (self))));
}

static void
on_card_plan (AccordGoalCard  *card,
              AccordGoalsPage *self)
{
  open_wizard (self, accord_goal_card_get_member (card));
}

static void
on_grid_plan (AccordGoalsPage *self,
              AccordMember    *member)
{
  if (accord_planning_grid_settle (self->grid))
    open_wizard (self, member);
}

static gboolean
filter_row (gpointer item,
            gpointer data)
{
  AccordGoalsPage *self = data;
  AccordPlanningRow *row = item;

  if (self->territory >= 0 && accord_planning_row_get_territory (row) != self->territory)
    return FALSE;

  /* Totals of members of whom most are out of sight would mislead. */
  return self->search == NULL || *self->search == '\0' || accord_planning_row_matches (row, self->search);
}

static gboolean
filter_member (gpointer item,
               gpointer data)
{
  return accord_planning_row_get_member (item) != NULL;
}

static int
compare_members (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  return accord_planning_row_compare ((AccordPlanningRow *) a, (AccordPlanningRow *) b);
}

/* What stands in front: cards, grid, or that nobody is found. */
static void
show_view (AccordGoalsPage *self)
{
  gboolean plan = gtk_toggle_button_get_active (self->plan_button);
  gboolean anybody = self->cards != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->cards)) > 0;
  gboolean team = self->year != NULL && g_list_model_get_n_items (accord_planning_year_get_rows (self->year)) > 0;

  accord_planning_grid_set_grouped (self->grid, team && accord_planning_year_get_n_territories (self->year) > 0
                                                  && (self->search == NULL || *self->search == '\0'));
  gtk_stack_set_visible_child_name (self->stack, team ? "team" : "empty");
  gtk_stack_set_visible_child_name (self->views, !anybody ? "nobody" : plan ? "plan" : "cards");
}

/* Only the view that is shown has rows: the other would make its widgets for nothing. */
static void
fill_view (AccordGoalsPage *self)
{
  gboolean plan = gtk_toggle_button_get_active (self->plan_button);
  g_autoptr (GtkNoSelection) model = NULL;

  if (!plan && self->cards != NULL)
    model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->cards)));
  gtk_grid_view_set_model (self->card_view, GTK_SELECTION_MODEL (model));
  accord_planning_grid_show (self->grid, plan ? self->year : NULL, plan ? G_LIST_MODEL (self->rows) : NULL);
  show_view (self);
}

static void
on_view_toggled (AccordGoalsPage *self)
{
  if (!accord_planning_grid_settle (self->grid))
    {
      gtk_toggle_button_set_active (self->plan_button, TRUE);
      return;
    }
  g_settings_set_string (self->settings, "goals-view",
                         gtk_toggle_button_get_active (self->plan_button) ? "plan" : "cards");
  fill_view (self);
}

static void
on_filter_changed (AccordGoalsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->territory_drop);
  gint64 territory = -1;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
  g_autofree char *search = g_utf8_casefold (text, -1);

  if (selected > 0 && selected <= self->territories->len)
    territory = g_array_index (self->territories, gint64, selected - 1);
  if (self->rows == NULL || (territory == self->territory && g_strcmp0 (search, self->search) == 0))
    return;

  g_free (self->search);
  self->search = g_steal_pointer (&search);
  self->territory = territory;
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->rows), GTK_FILTER_CHANGE_DIFFERENT);
  accord_planning_summary_set_territory (self->summary, territory);
  show_view (self);
}

static void
on_stop_search (AccordGoalsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* The territories that have members, in the rows' order. */
static void
list_territories (AccordGoalsPage *self)
{
  GListModel *rows = accord_planning_year_get_rows (self->year);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint selected = 0;

  gtk_string_list_append (names, _("All territories"));
  for (guint i = 0, n = g_list_model_get_n_items (rows);
       i < n && ids->len < accord_planning_year_get_n_territories (self->year); i++)
    {
      g_autoptr (AccordPlanningRow) row = g_list_model_get_item (rows, i);
      g_autofree char *name = NULL;
      gint64 id = accord_planning_row_get_territory (row);

      if (accord_planning_row_get_kind (row) != ACCORD_PLANNING_ROW_TERRITORY)
        continue;
      name = accord_planning_row_dup_text (row, ACCORD_PLANNING_COLUMN_MEMBER, 0, TRUE);
      gtk_string_list_append (names, name);
      g_array_append_val (ids, id);
      if (id == self->territory)
        selected = ids->len;
    }
  if (ids->len == self->territories->len
      && memcmp (ids->data, self->territories->data, ids->len * sizeof (gint64)) == 0
      && gtk_drop_down_get_model (self->territory_drop) != NULL)
    return;

  g_array_set_size (self->territories, 0);
  g_array_append_vals (self->territories, ids->data, ids->len);
  gtk_drop_down_set_model (self->territory_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->territory_drop, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->territory_drop), ids->len > 1);
}

static void
show_celebrations (AccordGoalsPage *self)
{
  int fiscal_start = accord_period_get_fiscal_start (accord_page_get_period (ACCORD_PAGE (self)));

  accord_celebrations_show (self->celebrations, accord_page_get_workspace (ACCORD_PAGE (self)),
                            accord_plan_year_get_start (get_year (self), fiscal_start),
                            accord_plan_year_get_end (get_year (self), fiscal_start));
}

static void
on_changed (AccordGoalsPage *self)
{
  show_celebrations (self);
  for (guint i = 0; i < self->bound_cards->len; i++)
    accord_goal_card_refresh (g_ptr_array_index (self->bound_cards, i));
  list_territories (self);
  show_view (self);
}

static void
on_card_bind (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              AccordGoalsPage          *self)
{
  AccordMember *member = accord_planning_row_get_member (gtk_list_item_get_item (item));
  GtkWidget *card = accord_goal_card_new (accord_page_get_workspace (ACCORD_PAGE (self)), member, get_year (self));

  g_signal_connect_object (card, "plan", G_CALLBACK (on_card_plan), self, 0);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, card);
  g_ptr_array_add (self->bound_cards, card);
}

static void
on_card_unbind (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                AccordGoalsPage          *self)
{
  g_ptr_array_remove_fast (self->bound_cards, gtk_list_item_get_child (item));
  gtk_list_item_set_child (item, NULL);
}

static void
plan_first (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  AccordGoalsPage *self = ACCORD_GOALS_PAGE (widget);
  AccordMember *first = NULL;

  if (self->year == NULL)
    return;

  for (guint i = 0, n = g_list_model_get_n_items (self->members); i < n; i++)
    {
      g_autoptr (AccordPlanningRow) row = g_list_model_get_item (self->members, i);

      if (first == NULL)
        first = accord_planning_row_get_member (row);
      if (accord_planning_row_get_figures (row)->committed == ACCORD_UNKNOWN)
        {
          first = accord_planning_row_get_member (row);
          break;
        }
    }
  if (first != NULL)
    open_wizard (self, first);
}

static void
search (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (ACCORD_GOALS_PAGE (widget)->search_entry));
}

static void
clear (AccordGoalsPage *self)
{
  gtk_grid_view_set_model (self->card_view, NULL);
  accord_planning_grid_show (self->grid, NULL, NULL);
  accord_planning_summary_set_year (self->summary, NULL);
  g_clear_object (&self->cards);
  g_clear_object (&self->members);
  g_clear_object (&self->rows);
  if (self->year != NULL)
    g_signal_handlers_disconnect_by_data (self->year, self);
  g_clear_object (&self->year);
}

static void
rebuild (AccordGoalsPage *self)
{
  GtkFilter *members = GTK_FILTER (gtk_custom_filter_new (filter_member, NULL, NULL));
  GtkFilter *shown = GTK_FILTER (gtk_custom_filter_new (filter_row, self, NULL));
  GtkSorter *by_name = GTK_SORTER (gtk_custom_sorter_new (compare_members, NULL, NULL));
  GtkFilterListModel *all;

  clear (self);
  self->year = accord_planning_year_new (accord_page_get_workspace (ACCORD_PAGE (self)), get_year (self));
  self->rows = gtk_filter_list_model_new (g_object_ref (accord_planning_year_get_rows (self->year)), shown);
  all = gtk_filter_list_model_new (g_object_ref (accord_planning_year_get_rows (self->year)), members);
  self->members = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (all), by_name));
  self->cards = gtk_filter_list_model_new (g_object_ref (self->members), g_object_ref (shown));
  g_signal_connect_object (self->year, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  accord_planning_summary_set_year (self->summary, self->year);
  list_territories (self);
  show_celebrations (self);
  fill_view (self);
}

static void
accord_goals_page_workspace_changed (AccordPage *page)
{
  AccordGoalsPage *self = ACCORD_GOALS_PAGE (page);

  clear (self);
  if (accord_page_get_workspace (page) != NULL && accord_page_get_period (page) != NULL)
    rebuild (self);
}

static void
accord_goals_page_period_changed (AccordPage *page)
{
  AccordGoalsPage *self = ACCORD_GOALS_PAGE (page);
  g_autofree char *year = accord_plan_year_format (get_year (self),
                                                   accord_period_get_fiscal_start (accord_page_get_period (page)));

  adw_window_title_set_subtitle (self->title, year);
  /* Another quarter of the same year shows the same. */
  if (self->year == NULL || accord_planning_year_get_year (self->year) != get_year (self))
    rebuild (self);
}

static gboolean
accord_goals_page_settle (AccordPage *page)
{
  AccordGoalsPage *self = ACCORD_GOALS_PAGE (page);

  return accord_planning_summary_settle (self->summary) && accord_planning_grid_settle (self->grid);
}

static void
accord_goals_page_dispose (GObject *object)
{
  AccordGoalsPage *self = ACCORD_GOALS_PAGE (object);

  if (self->grid != NULL)
    clear (self);
  self->grid = NULL;
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (accord_goals_page_parent_class)->dispose (object);
}

static void
accord_goals_page_finalize (GObject *object)
{
  AccordGoalsPage *self = ACCORD_GOALS_PAGE (object);

  g_ptr_array_unref (self->bound_cards);
  g_array_unref (self->territories);
  g_free (self->search);

  G_OBJECT_CLASS (accord_goals_page_parent_class)->finalize (object);
}

static void
accord_goals_page_class_init (AccordGoalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_goals_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_goals_page_finalize;
  ACCORD_PAGE_CLASS (klass)->workspace_changed = accord_goals_page_workspace_changed;
  ACCORD_PAGE_CLASS (klass)->period_changed = accord_goals_page_period_changed;
  ACCORD_PAGE_CLASS (klass)->settle = accord_goals_page_settle;

  g_type_ensure (ACCORD_TYPE_PLANNING_GRID);
  g_type_ensure (ACCORD_TYPE_CELEBRATIONS);
  g_type_ensure (ACCORD_TYPE_PLANNING_SUMMARY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-goals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, title);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, views);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, grid);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, card_view);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, cards_button);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, celebrations);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, plan_button);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, territory_drop);
  gtk_widget_class_bind_template_child (widget_class, AccordGoalsPage, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_view_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_install_action (widget_class, "page.primary", NULL, plan_first);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "page.search", NULL);
}

static void
accord_goals_page_init (AccordGoalsPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *view = NULL;

  self->territory = -1;
  self->territories = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->bound_cards = g_ptr_array_new ();
  self->settings = g_settings_new (ACCORD_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (factory, "bind", G_CALLBACK (on_card_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_card_unbind), self, 0);
  gtk_grid_view_set_factory (self->card_view, factory);
  g_object_unref (factory);
  g_signal_connect_object (self->grid, "plan", G_CALLBACK (on_grid_plan), self, G_CONNECT_SWAPPED);
  view = g_settings_get_string (self->settings, "goals-view");
  if (g_str_equal (view, "plan"))
    gtk_toggle_button_set_active (self->plan_button, TRUE);
}
