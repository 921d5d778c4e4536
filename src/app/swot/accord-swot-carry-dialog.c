/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-carry-dialog.h"

#include <glib/gi18n.h>

#include "accord-board-years.h"
#include "accord-quarter.h"

struct _AccordSwotCarryDialog
{
  AdwWindow parent_instance;

  AccordWorkspace *workspace;
  AccordBoardScope scope;
  GArray *years;    /* gint64: those to choose from, the last first */
  GPtrArray *cards; /* AccordCard of the chosen year */
  GPtrArray *checks; /* GtkCheckButton of each, borrowed */
  GPtrArray *groups; /* what the list is made of, borrowed */

  AdwWindowTitle *title;
  GtkWidget *year_group;
  AdwComboRow *year_row;
  GtkBox *list_box;
  GtkWidget *all_button;
  GtkWidget *none_button;
  GtkLabel *message_label;
  GtkButton *carry_button;
};

G_DEFINE_FINAL_TYPE (AccordSwotCarryDialog, accord_swot_carry_dialog, ADW_TYPE_WINDOW)

enum
{
  CARRIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GListModel *
dialog_get_cards (AccordSwotCarryDialog *self)
{
  return accord_workspace_get_list (self->workspace, ACCORD_TYPE_CARD);
}

/* (transfer full) */
static char *
dialog_dup_year (AccordSwotCarryDialog *self,
                 gint64                 year)
{
  AccordSettings *settings = accord_workspace_get_settings (self->workspace);

  return accord_plan_year_format ((int) year, (int) accord_settings_get_fiscal_start (settings));
}

static gboolean
dialog_is_carried (AccordSwotCarryDialog *self,
                   AccordCard            *card)
{
  return accord_board_find_carried (dialog_get_cards (self), card, self->scope.year) != NULL;
}

/* (transfer full) */
static GPtrArray *
dialog_list_chosen (AccordSwotCarryDialog *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *check = self->checks->pdata[i];

      if (gtk_widget_get_sensitive (check) && gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_ptr_array_add (chosen, g_object_ref (self->cards->pdata[i]));
    }

  return chosen;
}

static void
dialog_update (AccordSwotCarryDialog *self)
{
  g_autoptr (GPtrArray) chosen = dialog_list_chosen (self);
  g_autofree char *label = NULL;
  guint n_possible = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n_possible += gtk_widget_get_sensitive (self->checks->pdata[i]) ? 1 : 0;

  if (chosen->len > 0)
    label = g_strdup_printf (ngettext ("_Carry %u Card Over", "_Carry %u Cards Over", chosen->len), chosen->len);
  gtk_button_set_label (self->carry_button, label != NULL ? label : _("_Carry Over"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->carry_button), chosen->len > 0);
  gtk_widget_set_sensitive (self->all_button, chosen->len < n_possible);
  gtk_widget_set_sensitive (self->none_button, chosen->len > 0);
  gtk_label_set_label (self->message_label, "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), FALSE);
}

/* (transfer full) */
static char *
dialog_describe (AccordSwotCarryDialog *self,
                 AccordCard            *card)
{
  const AccordDate resolved = accord_card_get_resolved (card);
  g_autofree char *day = accord_date_format (resolved);
  g_autofree char *year = dialog_dup_year (self, self->scope.year);

  if (dialog_is_carried (self, card))
    /* Translators: %s is the label of a plan year. */
    return g_strdup_printf (_("Is on the board of %s already"), year);
  if (resolved != ACCORD_DATE_NONE && *accord_card_get_outcome (card) != '\0')
    /* Translators: a day, and what became of a card. */
    return g_strdup_printf (_("Resolved %s: %s"), day, accord_card_get_outcome (card));
  if (resolved != ACCORD_DATE_NONE)
    /* Translators: %s is a day. */
    return g_strdup_printf (_("Resolved %s"), day);

  return g_strdup (accord_card_get_detail (card));
}

static GtkWidget *
dialog_row_new (AccordSwotCarryDialog *self,
                AccordCard            *card)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *text = dialog_describe (self, card);
  const gboolean carried = dialog_is_carried (self, card);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), accord_card_get_title (card));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), carried || accord_card_get_resolved (card) == ACCORD_DATE_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, accord_card_get_title (card),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_set_sensitive (check, !carried);
  gtk_widget_set_sensitive (row, !carried);
  g_signal_connect_object (check, "toggled", G_CALLBACK (dialog_update), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_ptr_array_add (self->checks, check);

  return row;
}

static void
dialog_fill (AccordSwotCarryDialog *self)
{
  g_autofree char *earlier = dialog_dup_year (self, accord_swot_carry_dialog_get_earlier (self));
  g_autofree char *later = dialog_dup_year (self, self->scope.year);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    gtk_box_remove (self->list_box, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_set_size (self->cards, 0);

  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      g_autoptr (GPtrArray) cards
        = accord_board_list (dialog_get_cards (self), accord_swot_carry_dialog_get_earlier (self), self->scope.territory,
                             (AccordQuadrant) i);
      GtkWidget *group;

      if (cards->len == 0)
        continue;
      group = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), accord_quadrant_get_label ((AccordQuadrant) i));
      for (guint j = 0; j < cards->len; j++)
        {
          g_ptr_array_add (self->cards, g_object_ref (cards->pdata[j]));
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), dialog_row_new (self, cards->pdata[j]));
        }
      gtk_box_append (self->list_box, group);
      g_ptr_array_add (self->groups, group);
    }

  /* Translators: from one plan year's board to another's: labels of the years. */
  subtitle = g_strdup_printf (_("From %1$s to %2$s"), earlier, later);
  adw_window_title_set_subtitle (self->title, subtitle);
  dialog_update (self);
}

/* There is something to choose in every row that can be chosen. */
static void
dialog_focus_first (AccordSwotCarryDialog *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      if (gtk_widget_get_sensitive (self->checks->pdata[i]))
        {
          gtk_widget_grab_focus (self->checks->pdata[i]);
          return;
        }
    }
}

static void
dialog_check (AccordSwotCarryDialog *self,
              gboolean               active)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      if (gtk_widget_get_sensitive (self->checks->pdata[i]))
        gtk_check_button_set_active (self->checks->pdata[i], active);
    }
}

static void
on_all_clicked (AccordSwotCarryDialog *self)
{
  dialog_check (self, TRUE);
  gtk_widget_grab_focus (self->none_button);
}

static void
on_none_clicked (AccordSwotCarryDialog *self)
{
  dialog_check (self, FALSE);
  gtk_widget_grab_focus (self->all_button);
}

static void
on_carry_clicked (AccordSwotCarryDialog *self)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Carry Cards Over"));
  g_autoptr (GPtrArray) chosen = dialog_list_chosen (self);
  g_autoptr (GError) error = NULL;
  const guint n = accord_board_change_carry (change, self->workspace, chosen, self->scope.year);

  if (n == 0)
    return;
  if (!accord_workspace_apply (self->workspace, change, &error))
    {
      gtk_label_set_label (self->message_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->message_label), TRUE);
      return;
    }

  g_signal_emit (self, signals[CARRIED], 0, n);
  gtk_window_close (GTK_WINDOW (self));
}

static void
accord_swot_carry_dialog_dispose (GObject *object)
{
  AccordSwotCarryDialog *self = ACCORD_SWOT_CARRY_DIALOG (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_swot_carry_dialog_parent_class)->dispose (object);
}

static void
accord_swot_carry_dialog_class_init (AccordSwotCarryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_swot_carry_dialog_dispose;

  signals[CARRIED] = g_signal_new ("carried", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/swot/accord-swot-carry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCarryDialog, title);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCarryDialog, year_group);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCarryDialog, year_row);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCarryDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCarryDialog, all_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCarryDialog, none_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCarryDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCarryDialog, carry_button);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_none_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_carry_clicked);
}

static void
accord_swot_carry_dialog_init (AccordSwotCarryDialog *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
accord_swot_carry_dialog_new (AccordWorkspace        *workspace,
                              const AccordBoardScope *scope,
                              gint64                  earlier)
{
  AccordSwotCarryDialog *self = g_object_new (ACCORD_TYPE_SWOT_CARRY_DIALOG, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GArray) years = NULL;
  guint selected = 0;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), GTK_WIDGET (self));

  self->workspace = g_object_ref (workspace);
  self->scope = *scope;
  years = accord_board_list_years (dialog_get_cards (self), scope->territory);
  for (guint i = years->len; i-- > 0;)
    {
      const gint64 year = g_array_index (years, gint64, i);
      g_autofree char *name = dialog_dup_year (self, year);

      if (year >= scope->year)
        continue;
      if (year == earlier)
        selected = self->years->len;
      g_array_append_val (self->years, year);
      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->year_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->year_row, selected);
  gtk_widget_set_visible (self->year_group, self->years->len > 1);
  g_signal_connect_object (self->year_row, "notify::selected", G_CALLBACK (dialog_fill), self, G_CONNECT_SWAPPED);
  dialog_fill (self);
  dialog_focus_first (self);

  return GTK_WIDGET (self);
}

gint64
accord_swot_carry_dialog_get_earlier (AccordSwotCarryDialog *self)
{
  guint selected;

  g_return_val_if_fail (ACCORD_IS_SWOT_CARRY_DIALOG (self), 0);

  selected = adw_combo_row_get_selected (self->year_row);

  return selected < self->years->len ? g_array_index (self->years, gint64, selected) : 0;
}
