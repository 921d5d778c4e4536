/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-compare.h"

#include <glib/gi18n.h>

#include "accord-board-compare.h"
#include "accord-board-years.h"
#include "accord-enums.h"
#include "accord-flow.h"
#include "accord-quarter.h"
#include "accord-swot-covered.h"
#include "accord-swot-fate-row.h"

#define N_FATES (ACCORD_CARD_FATE_GONE + 1)

struct _AccordSwotCompare
{
  AccordSwotView parent_instance;

  GArray *years;      /* gint64: those to choose from */
  gint64 other;       /* the one that is chosen; 0: none yet */
  gboolean filling;   /* what changes in the fields is not the user's doing */
  GHashTable *opened; /* gint64 ids of the cards whose rows are open */

  GtkStack *stack;
  AdwStatusPage *none_page;
  AdwStatusPage *empty_page;
  GtkButton *empty_carry_button;
  GtkDropDown *year_dropdown;
  GtkButton *carry_button;
  AccordFlow *filter_box;
  GtkToggleButton *filters[N_FATES];
  GtkLabel *filter_labels[N_FATES];
  AccordFlow *quadrants;
  GtkLabel *count_labels[ACCORD_BOARD_N_QUADRANTS];
  GtkListBox *lists[ACCORD_BOARD_N_QUADRANTS];
};

G_DEFINE_FINAL_TYPE (AccordSwotCompare, accord_swot_compare, ACCORD_TYPE_SWOT_VIEW)

static gint64
compare_get_year (AccordSwotCompare *self)
{
  return accord_swot_view_get_scope (ACCORD_SWOT_VIEW (self))->year;
}

static GListModel *
compare_get_cards (AccordSwotCompare *self)
{
  return accord_swot_view_get_list (ACCORD_SWOT_VIEW (self), ACCORD_TYPE_CARD);
}

/* (transfer full) */
static char *
compare_dup_year (AccordSwotCompare *self,
                  gint64             year)
{
  AccordSettings *settings = accord_workspace_get_settings (accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)));

  return accord_plan_year_format ((int) year, (int) accord_settings_get_fiscal_start (settings));
}

static char *
describe_count (AccordCardFate fate,
                guint          n)
{
  switch (fate)
    {
    case ACCORD_CARD_FATE_NEW:
      /* Translators: so many cards that an earlier year's board did not have. */
      return g_strdup_printf (ngettext ("%u new", "%u new", n), n);

    case ACCORD_CARD_FATE_STAYED:
      /* Translators: so many cards that were carried over as they were. */
      return g_strdup_printf (ngettext ("%u still there", "%u still there", n), n);

    case ACCORD_CARD_FATE_MOVED:
      /* Translators: so many cards that were carried over and are in another quadrant now. */
      return g_strdup_printf (ngettext ("%u moved", "%u moved", n), n);

    case ACCORD_CARD_FATE_RESOLVED:
      /* Translators: so many cards that were settled. */
      return g_strdup_printf (ngettext ("%u resolved", "%u resolved", n), n);

    case ACCORD_CARD_FATE_GONE:
      /* Translators: so many cards that are not on the later board, though nobody said that they were settled. */
      return g_strdup_printf (ngettext ("%u gone", "%u gone", n), n);

    default:
      g_return_val_if_reached (NULL);
    }
}

/* Everything, where no filter is pressed. */
static gboolean
compare_shows (AccordSwotCompare *self,
               AccordCardFate     fate)
{
  gboolean any = FALSE;

  for (guint i = 0; i < N_FATES; i++)
    any = any || gtk_toggle_button_get_active (self->filters[i]);

  return !any || gtk_toggle_button_get_active (self->filters[fate]);
}

/* The row of the earlier card: stays the same whatever becomes of it. */
static AccordCard *
fate_key (const AccordCardFateOf *of)
{
  return of->before != NULL ? of->before : of->after;
}

static void
on_row_expanded (AccordSwotCompare *self,
                 GParamSpec        *pspec,
                 AdwExpanderRow    *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "card");

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->opened, g_memdup2 (id, sizeof *id));
  else
    g_hash_table_remove (self->opened, id);
}

static GtkWidget *
compare_row_new (AccordSwotCompare      *self,
                 const AccordCardFateOf *of)
{
  const gint64 id = accord_record_get_id (ACCORD_RECORD (fate_key (of)));
  GtkWidget *row = accord_swot_fate_row_new (of, accord_swot_view_get_workspace (ACCORD_SWOT_VIEW (self)),
                                             self->other < compare_get_year (self));

  g_object_set_data_full (G_OBJECT (row), "card", g_memdup2 (&id, sizeof id), g_free);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (self->opened, &id));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_row_expanded), self, G_CONNECT_SWAPPED);

  return row;
}

/* The card whose row has the focus, by id; 0: none. */
static gint64
compare_focused (AccordSwotCompare *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->quadrants)))
    row = ADW_IS_EXPANDER_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, ADW_TYPE_EXPANDER_ROW);

  return row != NULL ? *(gint64 *) g_object_get_data (G_OBJECT (row), "card") : 0;
}

static void
compare_fill_lists (AccordSwotCompare *self,
                    GPtrArray         *fates)
{
  const gint64 focused = compare_focused (self);
  guint n_in[ACCORD_BOARD_N_QUADRANTS] = { 0 };
  GtkWidget *child;

  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lists[i]))) != NULL)
        gtk_list_box_remove (self->lists[i], child);
    }
  for (guint i = 0; i < fates->len; i++)
    {
      const AccordCardFateOf *of = fates->pdata[i];
      const guint quadrant = accord_card_get_quadrant (of->after != NULL ? of->after : of->before);

      if (!compare_shows (self, of->fate))
        continue;
      child = compare_row_new (self, of);
      gtk_list_box_append (self->lists[quadrant], child);
      n_in[quadrant]++;
      if (focused != 0 && accord_record_get_id (ACCORD_RECORD (fate_key (of))) == focused)
        gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
    }
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", n_in[i]);
      g_autofree char *spoken = g_strdup_printf (ngettext ("%u card", "%u cards", n_in[i]), n_in[i]);

      gtk_label_set_label (self->count_labels[i], count);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->count_labels[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      gtk_widget_set_visible (GTK_WIDGET (self->lists[i]), n_in[i] > 0);
    }
}

static void
compare_fill_filters (AccordSwotCompare *self,
                      GPtrArray         *fates)
{
  guint counts[N_FATES] = { 0 };

  for (guint i = 0; i < fates->len; i++)
    counts[((AccordCardFateOf *) fates->pdata[i])->fate]++;

  self->filling = TRUE;
  for (guint i = 0; i < N_FATES; i++)
    {
      g_autofree char *text = describe_count ((AccordCardFate) i, counts[i]);

      gtk_label_set_label (self->filter_labels[i], text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->filters[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      if (counts[i] == 0)
        gtk_toggle_button_set_active (self->filters[i], FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->filters[i]), counts[i] > 0);
    }
  self->filling = FALSE;
}

static void
compare_fill (AccordSwotCompare *self)
{
  const gint64 year = compare_get_year (self);
  g_autoptr (GPtrArray) fates
    = accord_board_compare (compare_get_cards (self), accord_swot_view_get_scope (ACCORD_SWOT_VIEW (self))->territory,
                            MIN (year, self->other), MAX (year, self->other));

  compare_fill_filters (self, fates);
  compare_fill_lists (self, fates);
}

/* The years that have a board to compare with, and the one that is chosen among them, or would be. */
static void
compare_fill_years (AccordSwotCompare *self)
{
  const AccordBoardScope *scope = accord_swot_view_get_scope (ACCORD_SWOT_VIEW (self));
  g_autoptr (GArray) years = accord_board_list_years (compare_get_cards (self), scope->territory);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_array_set_size (self->years, 0);
  for (guint i = years->len; i-- > 0;)
    {
      const gint64 year = g_array_index (years, gint64, i);
      g_autofree char *name = compare_dup_year (self, year);

      if (year == scope->year)
        continue;
      if (year == self->other)
        selected = self->years->len;
      g_array_append_val (self->years, year);
      gtk_string_list_append (names, name);
    }
  if (selected == GTK_INVALID_LIST_POSITION)
    {
      self->other = accord_board_find_other_year (compare_get_cards (self), scope->territory, scope->year);
      for (guint i = 0; i < self->years->len; i++)
        selected = g_array_index (self->years, gint64, i) == self->other ? i : selected;
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (self->year_dropdown, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year_dropdown, selected);
  self->filling = FALSE;
}

static void
compare_show_empty (AccordSwotCompare *self)
{
  g_autofree char *here = compare_dup_year (self, compare_get_year (self));
  g_autofree char *other = compare_dup_year (self, self->other);
  /* Translators: %s is the label of a plan year. */
  g_autofree char *title = g_strdup_printf (_("Nothing on the Board of %s Yet"), here);
  /* Translators: %s is the label of a plan year; the button opens a dialog to choose cards of its board in. */
  g_autofree char *label = g_strdup_printf (_("_Carry Over from %s…"), other);

  adw_status_page_set_title (self->empty_page, title);
  gtk_button_set_label (self->empty_carry_button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->empty_carry_button), "x", self->other);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
accord_swot_compare_refresh (AccordSwotView *view)
{
  AccordSwotCompare *self = ACCORD_SWOT_COMPARE (view);
  const gint64 year = compare_get_year (self);
  g_autoptr (GPtrArray) here = accord_swot_view_list_cards (view);

  compare_fill_years (self);
  if (accord_swot_covered_is_needed (view))
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      compare_fill_lists (self, none);
      gtk_stack_set_visible_child_name (self->stack, "covered");
      return;
    }
  if (self->other == 0)
    {
      g_autofree char *name = compare_dup_year (self, year);
      /* Translators: %s is the label of a plan year. */
      g_autofree char *title = g_strdup_printf (_("%s Stands Alone"), name);

      adw_status_page_set_title (self->none_page, title);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  if (here->len == 0 && self->other < year)
    {
      compare_show_empty (self);
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->carry_button), self->other < year);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->carry_button), "x", self->other);
  compare_fill (self);
  gtk_stack_set_visible_child_name (self->stack, "boards");
}

static void
accord_swot_compare_board_changed (AccordSwotView *view)
{
  AccordSwotCompare *self = ACCORD_SWOT_COMPARE (view);

  self->other = 0;
  g_hash_table_remove_all (self->opened);
  self->filling = TRUE;
  for (guint i = 0; i < N_FATES; i++)
    gtk_toggle_button_set_active (self->filters[i], FALSE);
  self->filling = FALSE;
}

static void
on_year_selected (AccordSwotCompare *self)
{
  const guint selected = gtk_drop_down_get_selected (self->year_dropdown);

  if (self->filling || selected >= self->years->len)
    return;

  self->other = g_array_index (self->years, gint64, selected);
  accord_swot_view_refresh (ACCORD_SWOT_VIEW (self));
}

static void
on_filter_toggled (AccordSwotCompare *self)
{
  if (!self->filling)
    compare_fill (self);
}

static void
compare_build_filter (AccordSwotCompare *self,
                      AccordCardFate     fate)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (accord_swot_fate_get_icon (fate));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (icon, "swot-fate");
  gtk_widget_add_css_class (icon, accord_swot_fate_get_css_class (fate));
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "swot-fate-filter");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Show only these"));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_filter_toggled), self, G_CONNECT_SWAPPED);
  accord_flow_append (self->filter_box, button);
  self->filters[fate] = GTK_TOGGLE_BUTTON (button);
  self->filter_labels[fate] = GTK_LABEL (label);
}

static void
compare_build_quadrant (AccordSwotCompare *self,
                        AccordQuadrant     quadrant)
{
  const char *name = accord_quadrant_get_label (quadrant);
  GtkWidget *panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (title, "title-4");
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (count, "swot-count");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), count);
  gtk_box_append (GTK_BOX (panel), head);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (panel), list);

  gtk_widget_add_css_class (panel, "swot-compare-quadrant");
  gtk_widget_add_css_class (panel, accord_enum_to_nick (ACCORD_TYPE_QUADRANT, (int) quadrant));
  accord_flow_append (self->quadrants, panel);
  self->count_labels[quadrant] = GTK_LABEL (count);
  self->lists[quadrant] = GTK_LIST_BOX (list);
}

static void
accord_swot_compare_finalize (GObject *object)
{
  AccordSwotCompare *self = ACCORD_SWOT_COMPARE (object);

  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->opened, g_hash_table_unref);

  G_OBJECT_CLASS (accord_swot_compare_parent_class)->finalize (object);
}

static void
accord_swot_compare_class_init (AccordSwotCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_swot_compare_finalize;
  ACCORD_SWOT_VIEW_CLASS (klass)->board_changed = accord_swot_compare_board_changed;
  ACCORD_SWOT_VIEW_CLASS (klass)->refresh = accord_swot_compare_refresh;

  g_type_ensure (ACCORD_TYPE_FLOW);
  g_type_ensure (ACCORD_TYPE_SWOT_COVERED);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCompare, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCompare, none_page);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCompare, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCompare, empty_carry_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCompare, year_dropdown);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCompare, carry_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCompare, filter_box);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCompare, quadrants);
  gtk_widget_class_bind_template_callback (widget_class, on_year_selected);
}

static void
accord_swot_compare_init (AccordSwotCompare *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->opened = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_FATES; i++)
    compare_build_filter (self, (AccordCardFate) i);
  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    compare_build_quadrant (self, (AccordQuadrant) i);
}
