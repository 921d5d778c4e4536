/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-strategy.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"
#include "accord-follow-up-list.h"
#include "accord-growing-text.h"
#include "accord-swot-tows.h"
#include "accord-tows-query.h"

/* Milliseconds without a key press after which what was typed is stored. */
#define PAUSE 1000

struct _AccordSwotStrategy
{
  AdwBin parent_instance;

  AccordSwotView *view; /* it lies in that */
  AccordStrategy *strategy;
  gboolean filling;
  guint pause_id;

  GtkLabel *internal_label;
  GtkLabel *external_label;
  GtkLabel *problem_label;
  GtkTextView *text;
  GtkWidget *placeholder;
  AccordFollowUpList *actions;
};

G_DEFINE_FINAL_TYPE (AccordSwotStrategy, accord_swot_strategy, ADW_TYPE_BIN)

static char *
strategy_dup_typed (AccordSwotStrategy *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
strategy_show_text (AccordSwotStrategy *self)
{
  g_autofree char *typed = strategy_dup_typed (self);

  if (self->pause_id == 0 && g_strcmp0 (typed, accord_strategy_get_text (self->strategy)) != 0)
    {
      self->filling = TRUE;
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), accord_strategy_get_text (self->strategy), -1);
      self->filling = FALSE;
    }
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->text)) == 0);
}

static gboolean
strategy_store (AccordSwotStrategy *self)
{
  g_autofree char *typed = strategy_dup_typed (self);
  g_autoptr (AccordStrategy) draft = NULL;
  g_autoptr (AccordChange) change = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->view == NULL || g_strcmp0 (g_strstrip (typed), accord_strategy_get_text (self->strategy)) == 0)
    return TRUE;

  draft = accord_record_copy (self->strategy);
  accord_strategy_set_text (draft, typed);
  change = accord_change_new (_("Edit Strategy"));
  accord_change_set_continues (change, TRUE);
  accord_change_put (change, draft);

  return accord_swot_view_apply (self->view, change);
}

static gboolean
on_pause (gpointer user_data)
{
  AccordSwotStrategy *self = user_data;

  self->pause_id = 0;
  strategy_store (self);

  return G_SOURCE_REMOVE;
}

static void
on_typed (AccordSwotStrategy *self)
{
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->text)) == 0);
  if (self->filling)
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE, on_pause, self);
}

static void
on_left (AccordSwotStrategy *self)
{
  if (self->pause_id != 0)
    strategy_store (self);
}

static void
on_failed (AccordSwotStrategy *self,
           GError             *error)
{
  accord_feedback_error (GTK_WIDGET (self), error);
}

static AccordSwotTows *
strategy_get_tows (AccordSwotStrategy *self)
{
  return self->view != NULL ? ACCORD_SWOT_TOWS (self->view) : NULL;
}

static void
strategy_move (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  AccordSwotStrategy *self = ACCORD_SWOT_STRATEGY (widget);

  if (!accord_swot_strategy_settle (self))
    return;
  if (!accord_swot_tows_move (strategy_get_tows (self), self->strategy, g_variant_get_int32 (parameter)))
    gtk_widget_error_bell (widget);
}

static void
strategy_remove (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  AccordSwotStrategy *self = ACCORD_SWOT_STRATEGY (widget);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  accord_swot_tows_remove (strategy_get_tows (self), self->strategy);
}

/* Only where the strategy itself has the focus: what stands in it has its own use for the key. */
static gboolean
on_delete (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  if (!gtk_widget_is_focus (widget))
    return FALSE;
  strategy_remove (widget, NULL, NULL);

  return TRUE;
}

/* The strategy itself, then what is in it. */
static gboolean
accord_swot_strategy_focus (GtkWidget       *widget,
                            GtkDirectionType direction)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  const gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;

  if (gtk_widget_is_focus (widget))
    return !back && gtk_widget_child_focus (child, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return gtk_widget_child_focus (child, direction) || (back && gtk_widget_grab_focus (widget));

  return (direction == GTK_DIR_TAB_BACKWARD && gtk_widget_child_focus (child, direction)) || gtk_widget_grab_focus (widget);
}

static void
accord_swot_strategy_dispose (GObject *object)
{
  AccordSwotStrategy *self = ACCORD_SWOT_STRATEGY (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->strategy != NULL)
    g_signal_handlers_disconnect_by_func (self->strategy, strategy_show_text, self);
  g_clear_object (&self->strategy);
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (accord_swot_strategy_parent_class)->dispose (object);
}

static void
accord_swot_strategy_class_init (AccordSwotStrategyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GdkModifierType moves = GDK_ALT_MASK | GDK_SHIFT_MASK;

  G_OBJECT_CLASS (klass)->dispose = accord_swot_strategy_dispose;
  widget_class->focus = accord_swot_strategy_focus;

  g_type_ensure (ACCORD_TYPE_FOLLOW_UP_LIST);
  g_type_ensure (ACCORD_TYPE_GROWING_TEXT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-strategy.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotStrategy, internal_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotStrategy, external_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotStrategy, problem_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotStrategy, text);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotStrategy, placeholder);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotStrategy, actions);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_bind_template_callback (widget_class, on_failed);

  gtk_widget_class_install_action (widget_class, "strategy.move", "i", strategy_move);
  gtk_widget_class_install_action (widget_class, "strategy.remove", NULL, strategy_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, moves, "strategy.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, moves, "strategy.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, moves, "strategy.move", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, moves, "strategy.move", "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_delete, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, on_delete, NULL);
}

static void
accord_swot_strategy_init (AccordSwotStrategy *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_follow_up_list_set_compact (self->actions, TRUE);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_typed), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
accord_swot_strategy_new (AccordSwotView *view,
                          AccordStrategy *strategy)
{
  AccordSwotStrategy *self = g_object_new (ACCORD_TYPE_SWOT_STRATEGY, NULL);
  AccordWorkspace *workspace = accord_swot_view_get_workspace (view);

  g_set_weak_pointer (&self->view, view);
  self->strategy = g_object_ref (strategy);
  g_signal_connect_object (strategy, "notify", G_CALLBACK (strategy_show_text), self, G_CONNECT_SWAPPED);
  strategy_show_text (self);
  gtk_text_view_set_editable (self->text, !accord_workspace_is_read_only (workspace));
  accord_follow_up_list_set_origin (self->actions, workspace,
                                    &(AccordFollowUpOrigin) {
                                        .strategy = accord_record_get_id (ACCORD_RECORD (strategy)),
                                    });

  return GTK_WIDGET (self);
}

AccordStrategy *
accord_swot_strategy_get_strategy (AccordSwotStrategy *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_STRATEGY (self), NULL);

  return self->strategy;
}

/* The card that stands for the one with the id. */
static AccordCard *
strategy_find_top (AccordSwotStrategy *self,
                   gint64              id)
{
  GListModel *cards = accord_swot_view_get_list (self->view, ACCORD_TYPE_CARD);
  AccordCard *card = accord_board_find_card (cards, id);

  return card != NULL ? accord_board_top (cards, card) : NULL;
}

static const char *
strategy_get_problem (AccordCard *internal,
                      AccordCard *external)
{
  AccordTows tows;

  if (internal == NULL || external == NULL
      || accord_tows_of (accord_card_get_quadrant (internal), accord_card_get_quadrant (external), &tows))
    return NULL;
  if (internal == external)
    return _("Both cards lie together by now: they are no pair any more.");

  return accord_quadrant_is_internal (accord_card_get_quadrant (internal))
           ? _("Both cards come from inside by now: they are no pair any more.")
           : _("Both cards come from outside by now: they are no pair any more.");
}

void
accord_swot_strategy_refresh (AccordSwotStrategy *self,
                              guint               index,
                              guint               n)
{
  AccordCard *internal, *external;
  const char *inside, *outside, *problem;
  g_autofree char *name = NULL;
  g_autofree char *meets = NULL;

  g_return_if_fail (ACCORD_IS_SWOT_STRATEGY (self));

  internal = strategy_find_top (self, accord_strategy_get_internal (self->strategy));
  external = strategy_find_top (self, accord_strategy_get_external (self->strategy));
  inside = internal != NULL ? accord_card_get_title (internal) : "";
  outside = external != NULL ? accord_card_get_title (external) : "";
  gtk_label_set_label (self->internal_label, inside);
  /* Translators: the second card of a pair, under the first. */
  meets = g_strdup_printf (_("× %s"), outside);
  gtk_label_set_label (self->external_label, meets);
  problem = strategy_get_problem (internal, external);
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);

  /* Translators: what a screen reader says of a strategy: the titles of its two cards, its place from 1, how many there are. */
  name = g_strdup_printf (_("%1$s and %2$s, strategy %3$u of %4$u"), inside, outside, index + 1, n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, accord_strategy_get_text (self->strategy), -1);
}

void
accord_swot_strategy_edit (AccordSwotStrategy *self)
{
  g_return_if_fail (ACCORD_IS_SWOT_STRATEGY (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

gboolean
accord_swot_strategy_settle (AccordSwotStrategy *self)
{
  gboolean stored;

  g_return_val_if_fail (ACCORD_IS_SWOT_STRATEGY (self), FALSE);

  stored = self->pause_id == 0 || strategy_store (self);

  return accord_work_list_settle (ACCORD_WORK_LIST (self->actions)) && stored;
}
