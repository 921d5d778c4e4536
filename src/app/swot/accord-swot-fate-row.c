/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-fate-row.h"

#include <glib/gi18n.h>

#include "accord-action.h"
#include "accord-board-query.h"
#include "accord-member.h"
#include "accord-quarter.h"

static const struct
{
  const char *icon;
  const char *css_class;
} looks[] = {
  [ACCORD_CARD_FATE_NEW] = { "list-add-symbolic", "new" },
  [ACCORD_CARD_FATE_STAYED] = { "view-pin-symbolic", "stayed" },
  [ACCORD_CARD_FATE_MOVED] = { "go-jump-symbolic", "moved" },
  [ACCORD_CARD_FATE_RESOLVED] = { "object-select-symbolic", "resolved" },
  [ACCORD_CARD_FATE_GONE] = { "list-remove-symbolic", "gone" },
};

/* Actions that came from the card or from one that lies under it. (transfer full) */
static GPtrArray *
list_actions (AccordWorkspace *workspace,
              AccordCard      *card)
{
  GListModel *cards = accord_workspace_get_list (workspace, ACCORD_TYPE_CARD);
  GListModel *actions = accord_workspace_get_list (workspace, ACCORD_TYPE_ACTION);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; card != NULL && i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);
      AccordCard *from = accord_board_find_card (cards, accord_action_get_card (action));

      if (from != NULL && accord_board_top (cards, from) == card)
        g_ptr_array_add (found, g_steal_pointer (&action));
    }

  return found;
}

static char *
describe_resolved (AccordCard *card)
{
  g_autofree char *day = accord_date_format (accord_card_get_resolved (card));

  /* Translators: %s is a day. */
  return g_strdup_printf (_("Resolved %s"), day);
}

/* Where a card comes from that the other year's board did not have, though an earlier one had. */
static void
describe_origin (AccordWorkspace        *workspace,
                 const AccordCardFateOf *of,
                 GString                *text)
{
  AccordSettings *settings = accord_workspace_get_settings (workspace);
  AccordCard *from;
  g_autofree char *year = NULL;

  if (of->fate != ACCORD_CARD_FATE_NEW)
    return;

  from = accord_board_find_card (accord_workspace_get_list (workspace, ACCORD_TYPE_CARD),
                                 accord_card_get_carried_from (of->after));
  if (from == NULL)
    return;
  year = accord_plan_year_format ((int) accord_card_get_year (from), (int) accord_settings_get_fiscal_start (settings));
  g_string_append (text, " · ");
  /* Translators: %s is a plan year; of a card that the year in between did not have. */
  g_string_append_printf (text, _("carried over from %s"), year);
}

/* The fate in words, and what there is to tell of it on one line. (transfer full) */
static char *
describe_fate (AccordWorkspace        *workspace,
               const AccordCardFateOf *of,
               GPtrArray              *actions)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_done = 0;

  if (of->fate == ACCORD_CARD_FATE_MOVED)
    /* Translators: from one quadrant of the board to another. */
    g_string_append_printf (text, _("Moved: %s → %s"), accord_quadrant_get_label (accord_card_get_quadrant (of->before)),
                            accord_quadrant_get_label (accord_card_get_quadrant (of->after)));
  else if (of->fate == ACCORD_CARD_FATE_RESOLVED)
    {
      g_autofree char *resolved = describe_resolved (of->before);

      g_string_append (text, resolved);
    }
  else
    g_string_append (text, accord_card_fate_get_label (of->fate));
  describe_origin (workspace, of, text);

  if (of->after != NULL && accord_card_get_resolved (of->after) != ACCORD_DATE_NONE)
    {
      g_autofree char *resolved = describe_resolved (of->after);

      g_string_append_printf (text, " · %s", resolved);
    }
  for (guint i = 0; i < actions->len; i++)
    n_done += accord_action_get_done (actions->pdata[i]) != ACCORD_DATE_NONE ? 1 : 0;
  if (actions->len > 0)
    {
      g_string_append (text, " · ");
      /* Translators: how many of a card's actions were done: 2 of 3 done. */
      g_string_append_printf (text, ngettext ("%u of %u action done", "%u of %u actions done", actions->len), n_done,
                              actions->len);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
row_add (GtkWidget  *row,
         const char *title,
         const char *text)
{
  GtkWidget *child;

  if (text == NULL || *text == '\0')
    return;

  child = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (child), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (child), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (child), text);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), child);
}

static void
row_add_action (GtkWidget       *row,
                AccordWorkspace *workspace,
                AccordAction    *action)
{
  AccordMember *owner = accord_workspace_find (workspace, ACCORD_TYPE_MEMBER, accord_action_get_owner (action));
  const AccordDate done = accord_action_get_done (action);
  g_autofree char *day = accord_date_format (done != ACCORD_DATE_NONE ? done : accord_action_get_due (action));
  g_autoptr (GString) text = g_string_new (NULL);

  if (done != ACCORD_DATE_NONE)
    /* Translators: an action was done on that day. */
    g_string_append_printf (text, C_("action", "Done %s"), day);
  else if (*day != '\0')
    /* Translators: an action is to be done by that day. */
    g_string_append_printf (text, C_("action", "Open, due %s"), day);
  else
    g_string_append (text, C_("action", "Open"));
  if (owner != NULL && *accord_member_get_name (owner) != '\0')
    g_string_append_printf (text, " · %s", accord_member_get_name (owner));
  if (*accord_action_get_outcome (action) != '\0')
    g_string_append_printf (text, "\n%s", accord_action_get_outcome (action));

  row_add (row, accord_action_get_what (action), text->str);
}

static void
row_add_way (GtkWidget  *row,
             AccordCard *card)
{
  GtkWidget *child = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (child), _("Show on the Board"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (child), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (child), "swot.show-board");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (child), "x", accord_record_get_id (ACCORD_RECORD (card)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show on the Board"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (child), icon);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), child);
}

const char *
accord_swot_fate_get_icon (AccordCardFate fate)
{
  return looks[fate].icon;
}

const char *
accord_swot_fate_get_css_class (AccordCardFate fate)
{
  return looks[fate].css_class;
}

GtkWidget *
accord_swot_fate_row_new (const AccordCardFateOf *of,
                          AccordWorkspace        *workspace,
                          gboolean                later)
{
  AccordCard *card = of->after != NULL ? of->after : of->before;
  AccordCard *on_board = later ? of->after : of->before;
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (accord_swot_fate_get_icon (of->fate));
  g_autoptr (GPtrArray) actions = list_actions (workspace, of->before);
  g_autofree char *fate = describe_fate (workspace, of, actions);
  g_autofree char *escaped = g_markup_escape_text (fate, -1);
  g_autofree char *title = g_markup_escape_text (accord_card_get_title (card), -1);
  g_autofree char *label = NULL;

  /* Translators: what a screen reader says of a card: its title, and what became of it. */
  label = g_strdup_printf (_("%s, %s"), accord_card_get_title (card), fate);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), escaped);
  gtk_widget_add_css_class (icon, "swot-fate");
  gtk_widget_add_css_class (icon, accord_swot_fate_get_css_class (of->fate));
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);

  if (of->before != NULL && of->after != NULL
      && g_strcmp0 (accord_card_get_title (of->before), accord_card_get_title (of->after)) != 0)
    row_add (row, _("Was Called"), accord_card_get_title (of->before));
  row_add (row, _("Detail"), accord_card_get_detail (card));
  row_add (row, _("Evidence"), accord_card_get_evidence (card));
  row_add (row, _("What Became of It"), accord_card_get_outcome (card));
  for (guint i = 0; i < actions->len; i++)
    row_add_action (row, workspace, actions->pdata[i]);
  if (on_board != NULL)
    row_add_way (row, on_board);
  else if (*accord_card_get_detail (card) == '\0' && *accord_card_get_evidence (card) == '\0'
           && *accord_card_get_outcome (card) == '\0' && actions->len == 0)
    row_add (row, _("Detail"), _("Nothing was written down beside its title."));

  return row;
}
