/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-card-work.h"

#include <glib/gi18n.h>

#include "accord-action-query.h"
#include "accord-ask-list.h"
#include "accord-feedback.h"
#include "accord-follow-up-list.h"
#include "accord-member.h"
#include "accord-quarter.h"
#include "accord-record-watch.h"

struct _AccordSwotCardWork
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AccordCard *card;
  AccordRecordWatch *watch;

  GtkBox *past_box;
  AccordFollowUpList *actions;
  AccordAskList *asks;
};

G_DEFINE_FINAL_TYPE (AccordSwotCardWork, accord_swot_card_work, ADW_TYPE_BIN)

/* "Last year: 2 actions done, 1 open", or "2024: …". */
static char *
dup_past_heading (AccordSwotCardWork *self,
                  AccordCard         *past,
                  GPtrArray          *actions)
{
  AccordSettings *settings = accord_workspace_get_settings (self->workspace);
  g_autofree char *year = accord_plan_year_format ((int) accord_card_get_year (past),
                                                   (int) accord_settings_get_fiscal_start (settings));
  g_autofree char *done_text = NULL;
  guint n_done = 0;

  for (guint i = 0; i < actions->len; i++)
    n_done += accord_action_get_done (actions->pdata[i]) != ACCORD_DATE_NONE;
  done_text = g_strdup_printf (ngettext ("%u action done", "%u actions done", n_done), n_done);

  /* Translators: what was done about a SWOT card a year ago: %1 is "2 actions done", %2 how many are still open. */
  if (accord_card_get_year (past) == accord_card_get_year (self->card) - 1)
    return g_strdup_printf (_("Last year: %1$s, %2$u open"), done_text, actions->len - n_done);

  /* Translators: the same of an earlier year, which is %1. */
  return g_strdup_printf (_("%1$s: %2$s, %3$u open"), year, done_text, actions->len - n_done);
}

static GtkWidget *
make_past_row (AccordSwotCardWork *self,
               AccordAction       *action)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image;
  const AccordDate done = accord_action_get_done (action);
  const gint64 owner_id = accord_action_get_owner (action);
  AccordMember *owner = owner_id != 0 ? accord_workspace_find (self->workspace, ACCORD_TYPE_MEMBER, owner_id) : NULL;
  g_autofree char *title = g_markup_escape_text (accord_action_get_what (action), -1);
  g_autofree char *day = accord_date_format (done);
  g_autofree char *markup = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const char *state = accord_action_state_get_label (done != ACCORD_DATE_NONE ? ACCORD_ACTION_STATE_DONE
                                                                             : ACCORD_ACTION_STATE_OPEN);

  if (*accord_action_get_outcome (action) != '\0')
    g_string_append_printf (text, "%s\n", accord_action_get_outcome (action));
  if (owner != NULL)
    g_string_append_printf (text, "%s · ", accord_member_get_name (owner));
  if (done != ACCORD_DATE_NONE)
    /* Translators: %s is a date. */
    g_string_append_printf (text, _("done on %s"), day);
  else
    g_string_append (text, state);
  markup = g_markup_escape_text (text->str, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);

  image = gtk_image_new_from_icon_name (done != ACCORD_DATE_NONE ? "checkbox-checked-symbolic" : "checkbox-symbolic");
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, state, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accord_action_get_what (action),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);

  return row;
}

static void
work_add_past (AccordSwotCardWork *self,
               AccordCard         *past,
               GPtrArray          *actions)
{
  g_autofree char *heading = dup_past_heading (self, past, actions);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *list;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->past_box, box);

  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  for (guint i = 0; i < actions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_past_row (self, actions->pdata[i]));
  gtk_box_append (GTK_BOX (box), list);
}

/* There is nothing in it to lose: made anew. */
static void
work_show_past (AccordSwotCardWork *self)
{
  g_autoptr (GPtrArray) past = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->past_box))) != NULL)
    gtk_box_remove (self->past_box, child);
  if (self->card != NULL)
    past = accord_card_list_past (accord_workspace_get_list (self->workspace, ACCORD_TYPE_CARD), self->card);
  for (guint i = 0; past != NULL && i < past->len; i++)
    {
      g_autoptr (GPtrArray) actions
        = accord_action_list_about_card (accord_workspace_get_list (self->workspace, ACCORD_TYPE_ACTION),
                                         accord_workspace_get_list (self->workspace, ACCORD_TYPE_CARD),
                                         accord_workspace_get_list (self->workspace, ACCORD_TYPE_STRATEGY),
                                         past->pdata[i]);

      /* A year in which nothing was taken on tells nothing. */
      if (actions->len > 0)
        work_add_past (self, past->pdata[i], actions);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->past_box), gtk_widget_get_first_child (GTK_WIDGET (self->past_box)) != NULL);
}

static void
on_failed (AccordSwotCardWork *self,
           GError             *error)
{
  accord_feedback_error (GTK_WIDGET (self), error);
}

static void
work_drop (AccordSwotCardWork *self)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_func (self->watch, work_show_past, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->card);
  g_clear_object (&self->workspace);
}

static void
accord_swot_card_work_dispose (GObject *object)
{
  work_drop (ACCORD_SWOT_CARD_WORK (object));

  G_OBJECT_CLASS (accord_swot_card_work_parent_class)->dispose (object);
}

static void
accord_swot_card_work_class_init (AccordSwotCardWorkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_swot_card_work_dispose;

  g_type_ensure (ACCORD_TYPE_ASK_LIST);
  g_type_ensure (ACCORD_TYPE_FOLLOW_UP_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-card-work.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCardWork, past_box);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCardWork, actions);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotCardWork, asks);
  gtk_widget_class_bind_template_callback (widget_class, on_failed);
}

static void
accord_swot_card_work_init (AccordSwotCardWork *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_swot_card_work_set_card (AccordSwotCardWork *self,
                                AccordWorkspace    *workspace,
                                AccordCard         *card)
{
  const GType types[] = { ACCORD_TYPE_CARD, ACCORD_TYPE_ACTION, ACCORD_TYPE_STRATEGY, ACCORD_TYPE_MEMBER };

  g_return_if_fail (ACCORD_IS_SWOT_CARD_WORK (self));
  g_return_if_fail (card == NULL || workspace != NULL);

  if (self->card == card)
    return;

  work_drop (self);
  if (card == NULL)
    {
      accord_follow_up_list_set_origin (self->actions, NULL, NULL);
      accord_ask_list_set_card (self->asks, NULL, NULL);
      work_show_past (self);
      return;
    }

  self->workspace = g_object_ref (workspace);
  self->card = g_object_ref (card);
  self->watch = accord_record_watch_new_for_types (workspace, types, G_N_ELEMENTS (types));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (work_show_past), self, G_CONNECT_SWAPPED);
  accord_follow_up_list_set_origin (self->actions, workspace,
                                    &(AccordFollowUpOrigin) { .card = accord_record_get_id (ACCORD_RECORD (card)) });
  accord_ask_list_set_card (self->asks, workspace, card);
  work_show_past (self);
}

gboolean
accord_swot_card_work_settle (AccordSwotCardWork *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_CARD_WORK (self), FALSE);

  if (self->card == NULL)
    return TRUE;

  return accord_work_list_settle (ACCORD_WORK_LIST (self->actions)) && accord_work_list_settle (ACCORD_WORK_LIST (self->asks));
}
