/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-patterns.h"

#include <glib/gi18n.h>

#include "accord-accounts-window.h"
#include "accord-clock.h"
#include "accord-feedback.h"
#include "accord-flow.h"
#include "accord-member.h"
#include "accord-pattern-card.h"

struct _AccordScorecardPatterns
{
  AccordScorecardStep parent_instance;

  GListStore *items; /* AccordPatternItem */
  GtkWindow *accounts; /* the window of ideal accounts while it is open */

  GtkStack *stack;
  GtkLabel *share;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (AccordScorecardPatterns, accord_scorecard_patterns, ACCORD_TYPE_SCORECARD_STEP)

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (ACCORD_TYPE_PATTERN_CARD, NULL));
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  accord_pattern_card_set_item (ACCORD_PATTERN_CARD (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static char *
dup_period (AccordScorecardPatterns *self)
{
  return accord_period_format (accord_scorecard_step_get_period (ACCORD_SCORECARD_STEP (self)));
}

/* The most that shows first; members are by name already. */
static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const guint one = accord_pattern_item_get_n_patterns (*(AccordPatternItem *const *) a);
  const guint other = accord_pattern_item_get_n_patterns (*(AccordPatternItem *const *) b);

  return one != other ? (one > other ? -1 : 1)
                      : g_utf8_collate (accord_pattern_item_get_name (*(AccordPatternItem *const *) a),
                                        accord_pattern_item_get_name (*(AccordPatternItem *const *) b));
}

static GPtrArray *
make_items (AccordScorecardPatterns  *self,
            const AccordPatternTable *table)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);
  AccordSettings *settings = accord_workspace_get_settings (accord_scorecard_step_get_workspace (step));
  g_autoptr (GPtrArray) members = accord_scorecard_step_list_members (step);
  g_autofree char *period = dup_period (self);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < members->len; i++)
    {
      const AccordPatternRow *row = accord_pattern_table_find (table, accord_record_get_id (members->pdata[i]));

      /* Whoever leads and has no figures is not asked after. */
      if (row != NULL || !accord_member_get_leader (members->pdata[i]))
        g_ptr_array_add (items, accord_pattern_item_new (members->pdata[i], table, row, period,
                                                         accord_settings_get_currency (settings),
                                                         (int) accord_settings_get_decimals (settings)));
    }
  g_ptr_array_sort (items, compare_items);
  for (guint i = 0; i < items->len; i++)
    {
      const gboolean shows = accord_pattern_item_get_n_patterns (items->pdata[i]) > 0;

      if (i == 0 || (accord_pattern_item_get_n_patterns (items->pdata[i - 1]) > 0) != shows)
        accord_pattern_item_set_heading (items->pdata[i], shows ? _("Worth Talking About") : _("No Pattern Shows"));
    }

  return items;
}

static void
show_share (AccordScorecardPatterns  *self,
            const AccordPatternTable *table)
{
  const AccordIdealShare *ideal = &table->team.ideal;
  g_autofree char *period = dup_period (self);
  g_autofree char *share = accord_rate_format_percent (accord_pattern_figures_get_ideal (&table->team));
  g_autofree char *words = NULL;

  if (!table->team.ideal_known)
    words = g_strdup (_("No account is marked as ideal yet: where the effort goes is not known."));
  else if (ideal->opened == 0)
    /* Translators: %s is a quarter, such as Q4 2026. */
    words = g_strdup_printf (_("Nobody opened an opportunity in %s yet."), period);
  else
    /* Translators: %3 is a quarter, such as Q4 2026, %4 a share. */
    words = g_strdup_printf (ngettext ("%1$d of %2$d opportunity that the team opened in %3$s is at an ideal account: %4$s.",
                                       "%1$d of %2$d opportunities that the team opened in %3$s are at ideal accounts: %4$s.",
                                       (gulong) ideal->opened),
                             (int) ideal->ideal, (int) ideal->opened, period, share);
  gtk_label_set_label (self->share, words);
}

static gboolean
any_known (GPtrArray                *items,
           const AccordPatternTable *table)
{
  for (guint i = 0; i < items->len; i++)
    {
      const AccordPatternRow *row = accord_pattern_table_find (table, accord_pattern_item_get_member (items->pdata[i]));

      for (guint j = 0; row != NULL && j < ACCORD_N_PATTERNS; j++)
        {
          if (row->patterns[j].state != ACCORD_PATTERN_UNKNOWN)
            return TRUE;
        }
      if (row != NULL && row->figures.deadlines.due > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_shown (AccordScorecardPatterns *self,
          guint                    place,
          AccordPatternItem       *item)
{
  g_autoptr (AccordPatternItem) shown = g_list_model_get_item (G_LIST_MODEL (self->items), place);

  return accord_pattern_item_equal (shown, item);
}

/* Rows that stand are kept, with the place in the list and the focus: only what is between them is put anew. */
static void
show_items (AccordScorecardPatterns *self,
            GPtrArray               *items)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items)), least = MIN (n, items->len);
  guint head = 0, tail = 0;

  while (head < least && is_shown (self, head, items->pdata[head]))
    head++;
  while (tail < least - head && is_shown (self, n - 1 - tail, items->pdata[items->len - 1 - tail]))
    tail++;
  if (head + tail < MAX (n, items->len))
    g_list_store_splice (self->items, head, n - head - tail, items->pdata + head, items->len - head - tail);
}

static void
accord_scorecard_patterns_refresh (AccordScorecardStep *step)
{
  AccordScorecardPatterns *self = ACCORD_SCORECARD_PATTERNS (step);
  g_autoptr (AccordPatternTable) table = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  table = accord_pattern_table_new (accord_scorecard_step_get_workspace (step),
                                    accord_period_get_quarter (accord_scorecard_step_get_period (step)),
                                    accord_clock_today (), &error);
  if (table == NULL)
    {
      accord_feedback_error (GTK_WIDGET (self), error);
      return;
    }

  items = make_items (self, table);
  show_items (self, items);
  show_share (self, table);
  gtk_stack_set_visible_child_name (self->stack, any_known (items, table) ? "list" : "empty");
}

static void
patterns_talk (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  AccordScorecardPatterns *self = ACCORD_SCORECARD_PATTERNS (widget);
  const gint64 member = g_variant_get_int64 (parameter);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (AccordPatternItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      g_autoptr (AccordConversation) draft = NULL;
      g_autoptr (AccordChange) change = NULL;

      if (accord_pattern_item_get_member (item) != member || accord_pattern_item_get_n_patterns (item) == 0)
        continue;
      draft = accord_pattern_item_draft_conversation (item);
      change = accord_change_new (_("New Conversation"));
      accord_change_put (change, draft);
      if (accord_scorecard_step_apply (ACCORD_SCORECARD_STEP (self), change))
        gtk_widget_activate_action (widget, "win.show-conversation", "x", accord_record_get_id (ACCORD_RECORD (draft)));
      return;
    }
}

static void
patterns_accounts (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  AccordScorecardPatterns *self = ACCORD_SCORECARD_PATTERNS (widget);
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);

  if (accord_scorecard_step_get_workspace (step) == NULL)
    return;
  if (self->accounts == NULL)
    {
      self->accounts = GTK_WINDOW (accord_accounts_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                               accord_scorecard_step_get_workspace (step),
                                                               accord_scorecard_step_get_period (step)));
      g_object_add_weak_pointer (G_OBJECT (self->accounts), (gpointer *) &self->accounts);
    }
  gtk_window_present (self->accounts);
}

static void
accord_scorecard_patterns_scope_changed (AccordScorecardStep *step)
{
  AccordScorecardPatterns *self = ACCORD_SCORECARD_PATTERNS (step);

  /* It is about another quarter, or another workspace. */
  if (self->accounts != NULL)
    gtk_window_close (self->accounts);
}

static void
accord_scorecard_patterns_dispose (GObject *object)
{
  AccordScorecardPatterns *self = ACCORD_SCORECARD_PATTERNS (object);

  if (self->accounts != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->accounts), (gpointer *) &self->accounts);
  self->accounts = NULL;
  g_clear_object (&self->items);

  G_OBJECT_CLASS (accord_scorecard_patterns_parent_class)->dispose (object);
}

static void
accord_scorecard_patterns_class_init (AccordScorecardPatternsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_scorecard_patterns_dispose;
  ACCORD_SCORECARD_STEP_CLASS (klass)->scope_changed = accord_scorecard_patterns_scope_changed;
  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_patterns_refresh;

  g_type_ensure (ACCORD_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-patterns.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPatterns, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPatterns, share);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPatterns, list_view);
  /* With the id of a member of whom a pattern shows. */
  gtk_widget_class_install_action (widget_class, "patterns.talk", "x", patterns_talk);
  gtk_widget_class_install_action (widget_class, "patterns.accounts", NULL, patterns_accounts);
}

static void
accord_scorecard_patterns_init (AccordScorecardPatterns *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model = NULL;

  self->items = g_list_store_new (ACCORD_TYPE_PATTERN_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (model));
}
