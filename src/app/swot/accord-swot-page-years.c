/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-page-private.h"

#include <glib/gi18n.h>

#include "accord-board-years.h"
#include "accord-clock.h"
#include "accord-feedback.h"
#include "accord-quarter.h"
#include "accord-swot-carry-dialog.h"

/* What a year hands on to the next: cards that are settled, and cards that are carried over. */

gboolean
accord_swot_page_resolve_cards (AccordSwotPage *self,
                                GPtrArray      *cards,
                                AccordDate      day)
{
  const gboolean resolves = day != ACCORD_DATE_NONE;
  g_autoptr (AccordChange) change = accord_change_new (resolves ? _("Mark as Resolved") : _("Mark as Open"));

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);

  for (guint i = 0; i < cards->len; i++)
    {
      g_autoptr (AccordCard) draft = accord_record_copy (cards->pdata[i]);

      accord_card_set_resolved (draft, day);
      accord_change_put (change, draft);
    }

  return accord_swot_page_apply (self, change);
}

/* Those that are selected and not as they are to be: who was settled before keeps the day. (transfer full) */
static GPtrArray *
page_list_to_resolve (AccordSwotPage *self,
                      gboolean        resolves)
{
  GPtrArray *cards = accord_swot_page_list_selected (self);

  for (guint i = cards->len; i-- > 0;)
    {
      if ((accord_card_get_resolved (cards->pdata[i]) == ACCORD_DATE_NONE) != resolves)
        g_ptr_array_remove_index (cards, i);
    }

  return cards;
}

static void
swot_resolve (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *message = NULL;
  gboolean resolves;

  if (self->current == NULL)
    return;

  if (!accord_swot_details_flush (self->details))
    return;
  resolves = accord_card_get_resolved (self->current) == ACCORD_DATE_NONE;
  cards = page_list_to_resolve (self, resolves);
  if (cards->len == 0
      || !accord_swot_page_resolve_cards (self, cards, resolves ? accord_clock_today () : ACCORD_DATE_NONE))
    return;

  if (cards->len > 1)
    message = g_strdup_printf (resolves ? ngettext ("%u card is resolved", "%u cards are resolved", cards->len)
                                        : ngettext ("%u card is open again", "%u cards are open again", cards->len),
                               cards->len);
  else if (accord_swot_page_is_covered (self))
    message = g_strdup (resolves ? _("Card marked as resolved") : _("Card marked as open"));
  else
    /* Translators: %s is the title of a card. */
    message = g_strdup_printf (resolves ? _("“%s” is resolved") : _("“%s” is open again"),
                               accord_card_get_title (cards->pdata[0]));
  accord_feedback_undo_toast (widget, message);
}

/* (transfer full) */
static char *
page_dup_year (AccordSwotPage *self,
               gint64          year)
{
  AccordPeriod *period = accord_page_get_period (ACCORD_PAGE (self));

  return accord_plan_year_format ((int) year, period != NULL ? accord_period_get_fiscal_start (period) : 1);
}

static void
on_carried (AccordSwotPage        *self,
            guint                  n,
            AccordSwotCarryDialog *dialog)
{
  g_autofree char *message = NULL;
  g_autofree char *year = page_dup_year (self, accord_swot_carry_dialog_get_earlier (dialog));

  accord_swot_page_refresh (self);
  /* Translators: %u cards; %s is the label of a plan year. */
  message = g_strdup_printf (ngettext ("%u card carried over from %s", "%u cards carried over from %s", n), n, year);
  accord_feedback_undo_toast (GTK_WIDGET (self), message);
}

static void
swot_carry_over (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  const AccordBoardScope scope = accord_swot_page_get_scope (self);
  GtkWidget *dialog;

  if (accord_page_get_workspace (ACCORD_PAGE (self)) == NULL || !accord_page_settle (ACCORD_PAGE (self)))
    return;

  dialog = accord_swot_carry_dialog_new (accord_page_get_workspace (ACCORD_PAGE (self)), &scope,
                                         g_variant_get_int64 (parameter));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (dialog, "carried", G_CALLBACK (on_carried), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
swot_show_board (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);
  const gint64 id = g_variant_get_int64 (parameter);
  AccordCard *card = self->cards != NULL ? accord_board_find_card (self->cards, id) : NULL;

  accord_swot_page_show_board (self);
  if (card != NULL)
    accord_swot_page_focus_card (self, accord_board_top (self->cards, card));
}

void
accord_swot_page_refresh_years (AccordSwotPage *self)
{
  const AccordBoardScope scope = accord_swot_page_get_scope (self);
  const gint64 earlier
    = self->cards != NULL ? accord_board_find_other_year (self->cards, scope.territory, scope.year) : 0;
  const gboolean possible = earlier != 0 && earlier < scope.year;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "swot.carry-over", possible);
  gtk_widget_set_visible (GTK_WIDGET (self->carry_button), possible);
  if (possible)
    {
      g_autofree char *year = page_dup_year (self, earlier);
      /* Translators: %s is the label of a plan year; the button opens a dialog to choose cards of its board in. */
      g_autofree char *label = g_strdup_printf (_("_Carry Over from %s…"), year);

      gtk_button_set_label (self->carry_button, label);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->carry_button), "x", earlier);
    }
}

void
accord_swot_page_install_years (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "swot.resolve", NULL, swot_resolve);
  gtk_widget_class_install_action (widget_class, "swot.carry-over", "x", swot_carry_over);
  gtk_widget_class_install_action (widget_class, "swot.show-board", "x", swot_show_board);
}
