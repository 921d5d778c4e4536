/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-resolution.h"

#include "accord-clock.h"
#include "accord-date-row.h"
#include "accord-swot-page.h"

#define PAUSE_MSEC 1000
#define SCROLL_MARGIN 18

struct _AccordSwotResolution
{
  AdwBin parent_instance;

  AccordCard *card;
  gboolean showing; /* what changes in the fields is not the user's doing */
  guint pause_id;
  guint shown_ticks; /* frames since the rows came */

  GtkSwitch *resolved_switch;
  AccordDateRow *date_row;
  AdwEntryRow *outcome_row;
};

G_DEFINE_FINAL_TYPE (AccordSwotResolution, accord_swot_resolution, ADW_TYPE_BIN)

static void
resolution_show (AccordSwotResolution *self)
{
  AccordDate resolved;

  if (self->card == NULL || self->pause_id != 0)
    return;

  resolved = accord_card_get_resolved (self->card);
  self->showing = TRUE;
  gtk_switch_set_active (self->resolved_switch, resolved != ACCORD_DATE_NONE);
  if (accord_date_row_get_date (self->date_row) != resolved || !accord_date_row_is_valid (self->date_row))
    accord_date_row_set_date (self->date_row, resolved);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->outcome_row)), accord_card_get_outcome (self->card)) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->outcome_row), accord_card_get_outcome (self->card));
  gtk_widget_set_visible (GTK_WIDGET (self->date_row), resolved != ACCORD_DATE_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_row), resolved != ACCORD_DATE_NONE);
  self->showing = FALSE;
}

static AccordSwotPage *
resolution_get_page (AccordSwotResolution *self)
{
  return ACCORD_SWOT_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), ACCORD_TYPE_SWOT_PAGE));
}

/* What stands in the rows of a card that is settled. */
static void
resolution_store (AccordSwotResolution *self)
{
  const AccordDate day = accord_date_row_get_date (self->date_row);
  g_autoptr (AccordCard) draft = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->card == NULL || accord_card_get_resolved (self->card) == ACCORD_DATE_NONE || resolution_get_page (self) == NULL)
    return;

  draft = accord_record_copy (self->card);
  /* That it is open again is what the switch is for. */
  if (accord_date_row_is_valid (self->date_row) && day != ACCORD_DATE_NONE)
    accord_card_set_resolved (draft, day);
  accord_card_set_outcome (draft, gtk_editable_get_text (GTK_EDITABLE (self->outcome_row)));
  if (!accord_record_equal (draft, self->card))
    accord_swot_page_change_card (resolution_get_page (self), draft);
}

/* Rows that have just come may lie below the edge; they have a place in the second frame. */
static gboolean
on_shown_tick (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  AccordSwotResolution *self = ACCORD_SWOT_RESOLUTION (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *content;
  graphene_rect_t bounds;

  if (++self->shown_ticks < 2)
    return G_SOURCE_CONTINUE;

  content = scroller != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))))
                             : NULL;
  if (content != NULL && gtk_widget_compute_bounds (widget, content, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), bounds.origin.y,
                               bounds.origin.y + bounds.size.height + SCROLL_MARGIN);

  return G_SOURCE_REMOVE;
}

static void
on_switched (AccordSwotResolution *self)
{
  AccordSwotPage *page = resolution_get_page (self);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  if (self->showing || self->card == NULL || page == NULL)
    return;

  /* The outcome stays with the card, for the day it is settled after all. */
  accord_swot_resolution_flush (self);
  g_ptr_array_add (cards, self->card);
  accord_swot_page_resolve_cards (page, cards,
                                  gtk_switch_get_active (self->resolved_switch) ? accord_clock_today () : ACCORD_DATE_NONE);
  resolution_show (self);
  self->shown_ticks = 0;
  if (gtk_switch_get_active (self->resolved_switch))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_shown_tick, NULL, NULL);
}

static void
on_date_changed (AccordSwotResolution *self)
{
  if (self->showing)
    return;

  resolution_store (self);
  resolution_show (self);
}

static gboolean
on_pause (gpointer user_data)
{
  AccordSwotResolution *self = user_data;

  self->pause_id = 0;
  resolution_store (self);

  return G_SOURCE_REMOVE;
}

static void
on_typed (AccordSwotResolution *self)
{
  if (self->showing || self->card == NULL)
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MSEC, on_pause, self);
}

static void
on_left (AccordSwotResolution *self)
{
  accord_swot_resolution_flush (self);
}

static void
accord_swot_resolution_dispose (GObject *object)
{
  AccordSwotResolution *self = ACCORD_SWOT_RESOLUTION (object);

  accord_swot_resolution_set_card (self, NULL);

  G_OBJECT_CLASS (accord_swot_resolution_parent_class)->dispose (object);
}

static void
accord_swot_resolution_class_init (AccordSwotResolutionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_swot_resolution_dispose;

  g_type_ensure (ACCORD_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-resolution.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotResolution, resolved_switch);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotResolution, date_row);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotResolution, outcome_row);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_date_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
}

static void
accord_swot_resolution_init (AccordSwotResolution *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_swot_resolution_set_card (AccordSwotResolution *self,
                                 AccordCard           *card)
{
  g_return_if_fail (ACCORD_IS_SWOT_RESOLUTION (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->card != NULL)
    g_signal_handlers_disconnect_by_func (self->card, resolution_show, self);
  g_clear_object (&self->card);
  if (card == NULL)
    {
      self->showing = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->outcome_row), "");
      self->showing = FALSE;
      return;
    }

  self->card = g_object_ref (card);
  g_signal_connect_object (card, "notify", G_CALLBACK (resolution_show), self, G_CONNECT_SWAPPED);
  resolution_show (self);
}

void
accord_swot_resolution_flush (AccordSwotResolution *self)
{
  g_return_if_fail (ACCORD_IS_SWOT_RESOLUTION (self));

  if (self->pause_id != 0)
    resolution_store (self);
}
