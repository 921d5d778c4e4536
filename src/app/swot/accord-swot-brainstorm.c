/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-brainstorm.h"

#include <glib/gi18n.h>

#include "accord-board-years.h"
#include "accord-flow.h"
#include "accord-member.h"
#include "accord-membership.h"
#include "accord-swot-timer.h"

struct _AccordSwotBrainstorm
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AccordBoardScope scope;
  GArray *members; /* gint64: whose turn each choice is; the first is everybody's, 0 */
  GArray *round;   /* gint64: the cards of this turn */
  gboolean filling;
  gboolean open;
  gboolean covered;

  GtkWidget *bar;
  GtkWidget *strip;
  GtkDropDown *turn_dropdown;
  GtkLabel *round_label;
  GtkButton *cover_button;
  AdwButtonContent *cover_content;
};

G_DEFINE_FINAL_TYPE (AccordSwotBrainstorm, accord_swot_brainstorm, ADW_TYPE_BIN)

/* What was taken back with Undo does not count, and does so again after Redo. */
static void
brainstorm_count (AccordSwotBrainstorm *self)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; self->workspace != NULL && i < self->round->len; i++)
    n += accord_workspace_find (self->workspace, ACCORD_TYPE_CARD, g_array_index (self->round, gint64, i)) != NULL ? 1 : 0;

  text = g_strdup_printf (ngettext ("%u card in this round", "%u cards in this round", n), n);
  gtk_label_set_label (self->round_label, text);
}

static void
brainstorm_new_round (AccordSwotBrainstorm *self)
{
  g_array_set_size (self->round, 0);
  brainstorm_count (self);
}

static void
on_turn_selected (AccordSwotBrainstorm *self)
{
  if (!self->filling)
    brainstorm_new_round (self);
}

static void
brainstorm_fill_members (AccordSwotBrainstorm *self,
                         AccordDate            first,
                         AccordDate            last)
{
  const gint64 author = accord_swot_brainstorm_get_author (self);
  const gint64 everybody = 0;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) members = NULL;
  guint selected = 0;

  if (self->workspace != NULL)
    members = accord_board_list_members (accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBER),
                                         accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBERSHIP),
                                         self->scope.territory, first, last);
  g_array_set_size (self->members, 0);
  g_array_append_val (self->members, everybody);
  /* Translators: it is nobody's turn in particular. */
  gtk_string_list_append (names, C_("turn", "Everybody"));
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const gint64 id = accord_record_get_id (members->pdata[i]);

      if (id == author)
        selected = self->members->len;
      g_array_append_val (self->members, id);
      gtk_string_list_append (names, accord_member_get_name (members->pdata[i]));
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (self->turn_dropdown, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->turn_dropdown, selected);
  self->filling = FALSE;
  if (g_array_index (self->members, gint64, selected) != author)
    brainstorm_new_round (self);
}

static void
brainstorm_show (AccordSwotBrainstorm *self)
{
  const char *cover = self->covered ? _("_Reveal Cards") : _("_Cover Cards");

  gtk_widget_set_visible (self->bar, self->open);
  gtk_widget_set_visible (self->strip, self->covered && !self->open);
  gtk_widget_set_visible (GTK_WIDGET (self), self->open || self->covered);
  adw_button_content_set_label (self->cover_content, cover);
  adw_button_content_set_icon_name (self->cover_content,
                                    self->covered ? "view-reveal-symbolic" : "view-conceal-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cover_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->covered ? _("Reveal Cards") : _("Cover Cards"), -1);
}

static void
accord_swot_brainstorm_dispose (GObject *object)
{
  AccordSwotBrainstorm *self = ACCORD_SWOT_BRAINSTORM (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->members, g_array_unref);
  g_clear_pointer (&self->round, g_array_unref);

  G_OBJECT_CLASS (accord_swot_brainstorm_parent_class)->dispose (object);
}

static void
accord_swot_brainstorm_class_init (AccordSwotBrainstormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_swot_brainstorm_dispose;

  g_type_ensure (ACCORD_TYPE_FLOW);
  g_type_ensure (ACCORD_TYPE_SWOT_TIMER);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/swot/accord-swot-brainstorm.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotBrainstorm, bar);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotBrainstorm, strip);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotBrainstorm, turn_dropdown);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotBrainstorm, round_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotBrainstorm, cover_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotBrainstorm, cover_content);
  gtk_widget_class_bind_template_callback (widget_class, on_turn_selected);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "swot.brainstorm", NULL);
}

static void
accord_swot_brainstorm_init (AccordSwotBrainstorm *self)
{
  self->members = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->round = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  brainstorm_fill_members (self, ACCORD_DATE_NONE, ACCORD_DATE_NONE);
  brainstorm_count (self);
  brainstorm_show (self);
}

gboolean
accord_swot_brainstorm_get_open (AccordSwotBrainstorm *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_BRAINSTORM (self), FALSE);

  return self->open;
}

void
accord_swot_brainstorm_set_open (AccordSwotBrainstorm *self,
                                 gboolean              open)
{
  g_return_if_fail (ACCORD_IS_SWOT_BRAINSTORM (self));

  if (open && !self->open)
    brainstorm_new_round (self);
  self->open = open;
  brainstorm_show (self);
}

void
accord_swot_brainstorm_refresh (AccordSwotBrainstorm   *self,
                                AccordWorkspace        *workspace,
                                const AccordBoardScope *scope,
                                AccordDate              first,
                                AccordDate              last)
{
  AccordBoardRules *rules = NULL;

  g_return_if_fail (ACCORD_IS_SWOT_BRAINSTORM (self));

  if (g_set_object (&self->workspace, workspace) || scope->year != self->scope.year
      || scope->territory != self->scope.territory)
    g_array_set_size (self->round, 0);
  self->scope = *scope;
  if (workspace != NULL)
    rules = accord_board_find_rules (accord_workspace_get_list (workspace, ACCORD_TYPE_BOARD_RULES), scope->year,
                                     scope->territory);
  self->covered = rules != NULL && accord_board_rules_get_covered (rules);

  brainstorm_fill_members (self, first, last);
  brainstorm_count (self);
  brainstorm_show (self);
}

gboolean
accord_swot_brainstorm_get_covered (AccordSwotBrainstorm *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_BRAINSTORM (self), FALSE);

  return self->covered;
}

gint64
accord_swot_brainstorm_get_author (AccordSwotBrainstorm *self)
{
  guint selected;

  g_return_val_if_fail (ACCORD_IS_SWOT_BRAINSTORM (self), 0);

  selected = gtk_drop_down_get_selected (self->turn_dropdown);

  return self->open && selected < self->members->len ? g_array_index (self->members, gint64, selected) : 0;
}

void
accord_swot_brainstorm_turn (AccordSwotBrainstorm *self,
                             int                   step)
{
  const guint n = self->members->len;
  guint selected;

  g_return_if_fail (ACCORD_IS_SWOT_BRAINSTORM (self));

  selected = gtk_drop_down_get_selected (self->turn_dropdown);
  gtk_drop_down_set_selected (self->turn_dropdown, (selected + n + (step < 0 ? n - 1 : 1)) % n);
}

void
accord_swot_brainstorm_note_card (AccordSwotBrainstorm *self,
                                  gint64                card)
{
  g_return_if_fail (ACCORD_IS_SWOT_BRAINSTORM (self));

  if (!self->open)
    return;

  g_array_append_val (self->round, card);
  brainstorm_count (self);
}
